//! Workflow commands of GitHub Actions, which show each problem beside its line in a pull request.

use std::io::{self, Write};

use super::place::Places;
use crate::diagnostic::{Problem, Severity};
use crate::text::visible;

pub(super) fn write(places: &Places<'_>, problems: &[Problem], out: &mut dyn Write) -> io::Result<()> {
    for problem in problems {
        let command = match problem.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let place = places.of(problem);
        let file = property(&place.file);
        let title = property(&format!("{} {}", problem.rule.code, problem.rule.name));
        let (line, column) = (place.start.line, place.start.column);
        // The interface takes an end column only where the mark stays on one line.
        let end =
            if place.end.line == line { format!(",endColumn={}", place.end.column) } else { String::new() };
        let help = problem.help.as_deref().map(|help| format!("; {help}")).unwrap_or_default();
        let message = data(&visible(&format!("{}{help}", problem.message)));
        writeln!(
            out,
            "::{command} file={file},line={line},endLine={},col={column}{end},title={title}::{message}",
            place.end.line
        )?;
    }
    Ok(())
}

/// Escapes what would end the message of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes what would end a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
