use std::io;

use unicode_width::UnicodeWidthStr;

use crate::filter::Fault;
use crate::text::{nearest, visible};

/// Why a command did not do what was asked, in words for the person who asked.
#[derive(Debug, thiserror::Error)]
pub(super) enum Error {
    /// A name the board does not have.
    #[error("{}", no_such(.kind, .name, .nearest.as_deref(), .known))]
    NoSuch {
        /// What the name is of.
        kind: &'static str,
        /// The name given.
        name: String,
        /// The name that was likely meant.
        nearest: Option<String>,
        /// The names there are.
        known: Vec<String>,
    },
    /// A filter with words that cannot be understood.
    #[error("{}", marked(.line, .faults))]
    Filter {
        /// The filter as given.
        line: String,
        /// What is wrong in it.
        faults: Vec<Fault>,
    },
    /// A command line that asks for nothing sensible.
    #[error("{0}")]
    Usage(String),
    /// The terminal program has nothing to draw on.
    #[error(
        "the terminal program needs a terminal. Without one: t12 board, t12 gaps, t12 matrix AREA, t12 align, \
         t12 show AREA"
    )]
    NoTerminal,
    /// The terminal program could not run.
    #[error("{0}")]
    Program(String),
    /// The output could not be written.
    #[error("the output could not be written: {0}")]
    Output(#[from] io::Error),
}

/// As many names are listed; a long list helps nobody.
const LISTED: usize = 20;

impl Error {
    /// The error for a name that is not among `known`.
    pub(super) fn no_such(kind: &'static str, name: &str, known: &[&str]) -> Self {
        Self::NoSuch {
            kind,
            name: visible(name).into_owned(),
            nearest: nearest(name, known.iter().copied()).map(str::to_owned),
            known: known.iter().map(|&name| name.to_owned()).collect(),
        }
    }
}

/// Each wrong word marked in the line, with what may stand there.
fn marked(line: &str, faults: &[Fault]) -> String {
    let mut told: Vec<String> = Vec::new();
    for fault in faults {
        let columns = |text: Option<&str>| visible(text.unwrap_or_default()).width();
        let before = columns(line.get(..fault.span.range().start));
        let marks = "^".repeat(columns(line.get(fault.span.range())).max(1));
        let Fault { message, .. } = fault;
        told.push(format!(
            "in the filter: {message}\n  {}\n  {:before$}{marks}\n  {}",
            visible(line),
            "",
            fault.help()
        ));
    }
    told.join("\n")
}

fn no_such(kind: &str, name: &str, nearest: Option<&str>, known: &[String]) -> String {
    let meant = nearest.map(|nearest| format!(" Did you mean `{nearest}`?")).unwrap_or_default();
    let rest = match known.len().saturating_sub(LISTED) {
        0 => String::new(),
        rest => format!(" and {rest} more"),
    };
    let listed: Vec<&str> = known.iter().take(LISTED).map(String::as_str).collect();
    if listed.is_empty() {
        return format!("there is no {kind} `{name}`; there is none at all");
    }
    format!("there is no {kind} `{name}`.{meant}\n  known: {}{rest}", listed.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_name_is_told_with_the_nearest_and_all_there_are() {
        let error = Error::no_such("area", "exprt", &["export", "ai"]);
        let expected = "there is no area `exprt`. Did you mean `export`?\n  known: export, ai";
        assert_eq!(error.to_string(), expected);
        assert_eq!(
            Error::no_such("group", "x", &[]).to_string(),
            "there is no group `x`; there is none at all"
        );
    }
}
