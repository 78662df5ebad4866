//! Problems as lines of a list, for a screen that many people may see.

use std::ops::Range;

use super::excerpt::Excerpt;
use super::place::Places;
use crate::diagnostic::{File, Problem, Severity};
use crate::text::visible;

/// A problem in words that may be shown as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What it does.
    pub severity: Severity,
    /// The code of its rule.
    pub code: &'static str,
    /// The number of its file.
    pub file: u16,
    /// The name of its file.
    pub name: String,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// The line it is in, and the bytes of it that are meant.
    pub excerpt: Option<(String, Range<usize>)>,
}

impl Listed {
    /// The place as editors and people write it: `scorecards/ai.yaml:12:5`.
    pub fn place(&self) -> String {
        format!("{}:{}:{}", self.name, self.line, self.column)
    }
}

/// The problems in the order people look at them: errors, warnings, notes, each by file and place.
pub fn list(files: &[File], problems: &[Problem]) -> Vec<Listed> {
    let places = Places::new(files);
    let mut listed: Vec<Listed> = problems.iter().map(|problem| listed(problem, &places)).collect();
    listed.sort_by_key(|listed| listed.severity);
    listed
}

fn listed(problem: &Problem, places: &Places<'_>) -> Listed {
    let place = places.of(problem);
    let lines = places.lines(problem.file).filter(|_| !problem.line_is_private);
    let excerpt = lines.and_then(|lines| Excerpt::new(lines, &[problem.span]));
    Listed {
        severity: problem.severity(),
        code: problem.rule.code,
        file: problem.file,
        name: place.file.into_owned(),
        line: place.start.line,
        column: place.start.column,
        message: visible(&problem.message).into_owned(),
        help: problem.help.as_deref().map(|help| visible(help).into_owned()),
        excerpt: excerpt.and_then(|Excerpt { line, marks, .. }| Some((line, marks.into_iter().next()?))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::catalogue::{TOO_LONG, UNKNOWN_KEY};
    use crate::text::Span;

    fn file(text: &str) -> File {
        File { name: "a.yaml".into(), path: None, text: text.into(), private: [Span::new(17, 23)].into() }
    }

    #[test]
    fn errors_come_first_with_their_line() {
        let text = "id: a\nstaus: in_force\n";
        let problems = [
            Problem::new(&TOO_LONG, 0, Span::new(0, 2), "long"),
            Problem::new(&UNKNOWN_KEY, 0, Span::new(6, 11), "unknown key `staus`").help("write `status`"),
        ];
        let listed = list(&[file(text)], &problems);
        assert_eq!(listed[0].place(), "a.yaml:2:1");
        assert_eq!(listed[0].message, "unknown key `staus`");
        assert_eq!(listed[0].excerpt, Some(("staus: in_force".to_owned(), 0..5)));
        assert_eq!((listed[1].severity, listed[1].line), (Severity::Warning, 1));
    }

    #[test]
    fn a_line_with_something_private_is_not_shown() {
        let files = [file("AA:\n  level: 9 # SECRET\n")];
        let problem = Problem::new(&UNKNOWN_KEY, 0, Span::new(13, 14), "9 is no level").public(&files);
        let listed = &list(&files, &[problem])[0];
        assert_eq!((listed.message.as_str(), listed.place().as_str()), ("9 is no level", "a.yaml:2:10"));
        assert_eq!(listed.excerpt, None);
    }
}
