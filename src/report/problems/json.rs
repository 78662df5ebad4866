//! One object for programs; stable, documented in `docs/json.md`.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;

use super::place::{Place, Places};
use crate::diagnostic::{Problem, Tally};
use crate::report::json::VERSION;
use crate::text::visible;

#[derive(Serialize)]
struct Check<'a> {
    t12: u32,
    files: usize,
    counts: Counts,
    problems: Vec<ProblemJson<'a>>,
}

#[derive(Serialize)]
struct Counts {
    errors: usize,
    warnings: usize,
    notes: usize,
}

#[derive(Serialize)]
struct ProblemJson<'a> {
    code: &'a str,
    name: &'a str,
    severity: &'a str,
    #[serde(flatten)]
    place: PlaceJson<'a>,
    message: Cow<'a, str>,
    label: Cow<'a, str>,
    help: Option<Cow<'a, str>>,
    related: Vec<RelatedJson<'a>>,
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    file: Cow<'a, str>,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
struct RelatedJson<'a> {
    #[serde(flatten)]
    place: PlaceJson<'a>,
    label: Cow<'a, str>,
}

impl<'a> From<Place<'a>> for PlaceJson<'a> {
    fn from(Place { file, start, end }: Place<'a>) -> Self {
        Self { file, line: start.line, column: start.column, end_line: end.line, end_column: end.column }
    }
}

pub(super) fn write<'a>(places: &Places<'a>, problems: &'a [Problem], out: &mut dyn Write) -> io::Result<()> {
    let Tally { errors, warnings, notes } = Tally::of(problems);
    let check = Check {
        t12: VERSION,
        files: places.files(),
        counts: Counts { errors, warnings, notes },
        problems: problems.iter().map(|problem| row(places, problem)).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &check)?;
    writeln!(out)
}

fn row<'a>(places: &Places<'a>, problem: &'a Problem) -> ProblemJson<'a> {
    let related = problem.related.iter().map(|related| RelatedJson {
        place: places.place(related.file, related.span).into(),
        label: visible(&related.label),
    });
    ProblemJson {
        code: problem.rule.code,
        name: problem.rule.name,
        severity: problem.severity().word(),
        place: places.of(problem).into(),
        message: visible(&problem.message),
        label: visible(&problem.label),
        help: problem.help.as_deref().map(visible),
        related: related.collect(),
    }
}
