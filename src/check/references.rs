//! Names in scorecards that point at something: ids, codes, measures.

use std::collections::BTreeMap;

use super::{Case, Findings, Roster};
use crate::diagnostic::Problem;
use crate::diagnostic::catalogue::{DUPLICATE_ID, INHERITANCE_LOOP, INHERITS_OWN_MATTER, UNKNOWN_MEASURE};
use crate::scorecard::{Code, Competence, MeasureEntry, Said, Standing};
use crate::text::{Span, nearest};

pub(super) fn check(case: &Case<'_>, roster: &Roster, problems: &mut Findings) {
    area_ids(case, problems);
    for (file, scorecard) in case.scorecards() {
        let ids = scorecard.measures.iter().map(|measure| (&*measure.id, measure.id_at));
        unique("measures", file, ids, problems);
        for measure in &scorecard.measures {
            positions(file, measure, roster, problems);
            inheritance_loops(file, measure, roster, problems);
        }
        let torn = case.is_torn(file);
        for standing in scorecard.caveats.iter().flat_map(|caveat| &caveat.applies_to) {
            let mut ids = scorecard.measures.iter().map(|measure| &*measure.id);
            if !torn && !ids.clone().any(|id| id == &*standing.row) {
                problems.push(no_row("measure", file, standing, ids.by_ref()));
            }
            if let Some(cell) = &standing.cell {
                roster.require_text(cell, file, standing.at, problems);
            }
        }
    }
}

/// Tells areas and registers that take an id a second time.
fn area_ids(case: &Case<'_>, problems: &mut Findings) {
    let areas = case.scorecards().map(|(file, scorecard)| (file, &*scorecard.id, scorecard.id_at));
    let registers = case.registers().map(|(file, register)| (file, &*register.id, register.id_at));
    unique_across(areas.chain(registers), problems);
}

/// Tells ids that a second file takes.
pub(super) fn unique_across<'i>(ids: impl Iterator<Item = (u16, &'i str, Span)>, problems: &mut Findings) {
    let mut first: BTreeMap<&str, (u16, Span)> = BTreeMap::new();
    for (file, id, at) in ids.filter(|(_, id, _)| !id.is_empty()) {
        match first.get(id) {
            None => {
                first.insert(id, (file, at));
            }
            Some(&(other, other_at)) => problems.push(
                Problem::new(&DUPLICATE_ID, file, at, format!("the id `{id}` is taken by another file"))
                    .label("the second time")
                    .related_in(other, other_at, "the first time"),
            ),
        }
    }
}

/// Tells ids that are taken twice inside one file.
pub(super) fn unique<'i>(
    what: &str,
    file: u16,
    ids: impl Iterator<Item = (&'i str, Span)>,
    problems: &mut Findings,
) {
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    for (id, at) in ids.filter(|(id, _)| !id.is_empty()) {
        match first.get(id) {
            None => {
                first.insert(id, at);
            }
            Some(&other) => problems.push(
                Problem::new(&DUPLICATE_ID, file, at, format!("two {what} have the id `{id}`"))
                    .label("the second time")
                    .related(other, "the first time"),
            ),
        }
    }
}

fn positions(file: u16, measure: &MeasureEntry, roster: &Roster, problems: &mut Findings) {
    for entry in &measure.positions {
        roster.require(entry.code, file, entry.code_at, problems);
        let Said::Inherits { from, at } = entry.says else { continue };
        roster.require(from, file, at, problems);
        if measure.competence == Competence::MemberState {
            let message = format!("`{}` inherits where member states decide for themselves", entry.code);
            problems.push(
                Problem::new(&INHERITS_OWN_MATTER, file, at, message)
                    .label("inherited")
                    .help("write the position out, or `level: unknown`"),
            );
        }
    }
}

/// Tells each circle of inheritance once, at its first entry in the file.
fn inheritance_loops(file: u16, measure: &MeasureEntry, roster: &Roster, problems: &mut Findings) {
    let said: BTreeMap<Code, &Said> =
        measure.positions.iter().map(|entry| (entry.code, &entry.says)).collect();
    let follow = |code: Code| match said.get(&code) {
        Some(Said::Inherits { from, .. }) => Some(*from),
        None if measure.competence == Competence::Eu => roster.union_of(code),
        Some(Said::Own(_)) | None => None,
    };
    let mut told: Vec<Code> = Vec::new();
    for entry in &measure.positions {
        let Said::Inherits { at, .. } = entry.says else { continue };
        if told.contains(&entry.code) {
            continue;
        }
        let Some(circle) = super::circle(entry.code, follow) else { continue };
        let chain = super::chain(&circle);
        problems.push(
            Problem::new(&INHERITANCE_LOOP, file, at, format!("inheritance runs in a circle: {chain}"))
                .label("leads back here")
                .help("give one of them a position of its own"),
        );
        told.extend(circle);
    }
}

/// Tells a caveat that applies to nothing.
pub(super) fn no_row<'i>(
    what: &str,
    file: u16,
    standing: &Standing,
    known: impl Iterator<Item = &'i str>,
) -> Problem {
    let row = &standing.row;
    let mut problem =
        Problem::new(&UNKNOWN_MEASURE, file, standing.at, format!("there is no {what} `{row}`"))
            .label(format!("unknown {what}"));
    problem.help = nearest(row, known).map(|meant| format!("did you mean `{meant}`?"));
    problem
}
