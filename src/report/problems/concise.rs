//! One line a problem, as editors and grep like it.

use std::io::{self, Write};

use super::place::Places;
use super::{Look, summary};
use crate::diagnostic::Problem;
use crate::text::visible;

pub(super) fn write(
    _: Look,
    places: &Places<'_>,
    problems: &[Problem],
    out: &mut dyn Write,
) -> io::Result<()> {
    for problem in problems {
        let place = places.of(problem);
        let (severity, code) = (problem.severity(), problem.rule.code);
        let message = visible(&problem.message);
        writeln!(out, "{}:{}: {severity}[{code}] {message}", place.file, place.start)?;
    }
    writeln!(out, "{}", summary(places.files(), problems))
}
