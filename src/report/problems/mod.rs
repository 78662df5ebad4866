//! Problems as people and programs read them: one renderer a format, all over the same data.

mod concise;
mod excerpt;
mod github;
mod human;
mod json;
mod list;
mod place;
mod sarif;

use std::io::{self, Write};

use crate::diagnostic::{File, Problem, Tally};
use crate::report::words::plural;
pub use list::{Listed, list};
use place::Places;

/// The forms problems are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// With the source line and the place marked, for people.
    #[default]
    Human,
    /// One line a problem: `file:line:col: severity[T203] message`.
    Concise,
    /// One object, `"t12": 1` at its top.
    Json,
    /// Workflow commands of GitHub Actions.
    Github,
    /// SARIF 2.1.0, with the page of each rule.
    Sarif,
}

/// How the human form is drawn.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    /// Whether colours may be used.
    pub colour: bool,
    /// The columns to fit into; 100 where nobody says.
    pub width: Option<usize>,
    /// Whether warnings fail the check.
    pub strict: bool,
}

/// Writes the problems of the files in one form. Everything that comes from files is made visible first.
///
/// # Errors
/// Where the writer fails.
pub fn write(
    form: Form,
    look: Look,
    files: &[File],
    problems: &[Problem],
    out: &mut dyn Write,
) -> io::Result<()> {
    let places = Places::new(files);
    match form {
        Form::Human => human::write(look, &places, problems, out),
        Form::Concise => concise::write(look, &places, problems, out),
        Form::Json => json::write(&places, problems, out),
        Form::Github => github::write(&places, problems, out),
        Form::Sarif => sarif::write(&places, problems, out),
    }
}

/// What was found, in one line.
fn summary(files: usize, problems: &[Problem]) -> String {
    let checked = plural(files, "file");
    let tally = Tally::of(problems);
    let found: Vec<String> = [(tally.errors, "error"), (tally.warnings, "warning"), (tally.notes, "note")]
        .into_iter()
        .filter(|&(count, _)| count > 0)
        .map(|(count, noun)| plural(count, noun))
        .collect();
    match found.split_last() {
        None => format!("{checked} checked: no problems"),
        Some((last, [])) => format!("{checked} checked: {last}"),
        Some((last, rest)) => format!("{checked} checked: {} and {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests;
