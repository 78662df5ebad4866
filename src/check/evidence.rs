//! What the levels rest on.

use std::collections::BTreeMap;

use super::{Case, Findings, Roster};
use crate::diagnostic::Problem;
use crate::diagnostic::catalogue::{
    MISSING_POSITION, NO_LEVEL_NOW, NO_SOURCE, NO_SOURCE_LOW, NOT_HTTPS, REPEATS_UNION, RUBRIC_GAP,
    UNREAD_SOURCE,
};
use crate::scorecard::{
    Answer, Code, Competence, Confidence, Level, MeasureEntry, Position, Prose, Said, Scorecard, Status,
};
use crate::text::Span;

pub(super) fn check(
    case: &Case<'_>,
    file: u16,
    scorecard: &Scorecard,
    roster: &Roster,
    problems: &mut Findings,
) {
    let sound = case.subjects.get(usize::from(file)).is_some_and(|subject| subject.sound);
    for measure in &scorecard.measures {
        let said: BTreeMap<Code, &Said> =
            measure.positions.iter().map(|entry| (entry.code, &entry.says)).collect();
        // Where the file has errors a position may be missing because it could not be read.
        if sound {
            missing(file, measure, &said, roster, problems);
        }
        for entry in &measure.positions {
            let Said::Own(position) = &entry.says else { continue };
            if let Answer::Known(level) = position.level {
                sources(file, entry.code, position, level, problems);
                level_now(file, position, problems);
                if let Some(union) = union_that_decides(measure, entry.code, roster)
                    && let Some(Said::Own(own)) = said.get(&union)
                    && own.level == position.level
                {
                    problems.push(repeats_union(file, (entry.code, position), (union, own)));
                }
            }
            addresses(case, file, position, problems);
        }
        rubric(file, measure, problems);
    }
}

/// Tells who has no position on a measure, all of them at once.
fn missing(
    file: u16,
    measure: &MeasureEntry,
    said: &BTreeMap<Code, &Said>,
    roster: &Roster,
    problems: &mut Findings,
) {
    let without: Vec<String> = roster
        .codes()
        .filter(|code| !said.contains_key(code) && union_that_decides(measure, *code, roster).is_none())
        .map(|code| format!("`{code}`"))
        .collect();
    if without.is_empty() {
        return;
    }
    let who = without.join(", ");
    problems.push(
        Problem::new(
            &MISSING_POSITION,
            file,
            measure.id_at,
            format!("`{}` has no position of {who}", measure.id),
        )
        .label(format!("nothing about {who}"))
        .help(roster.help_for_missing()),
    );
}

fn sources(file: u16, code: Code, position: &Position, level: Level, problems: &mut Findings) {
    if !position.sources.is_empty() {
        return;
    }
    let low = position.confidence == Some(Confidence::Low);
    let rule = if low { &NO_SOURCE_LOW } else { &NO_SOURCE };
    problems.push(
        Problem::new(rule, file, position.level_at, format!("level {level} of `{code}` has no source"))
            .label("rests on nothing that can be read")
            .help(if low { "add `sources`" } else { "add `sources`, or say `confidence: low`" }),
    );
}

fn level_now(file: u16, position: &Position, problems: &mut Findings) {
    let Some(status) = position.status else { return };
    if status.applies_as_recorded() || position.level_now.is_some() {
        return;
    }
    let key = Status::key(status);
    problems.push(
        Problem::new(
            &NO_LEVEL_NOW,
            file,
            position.status_at,
            format!("the status is `{key}`, and what applies today is not said"),
        )
        .label("not, or not fully, in force")
        .help("add `level_now`: the level of what legally applies today"),
    );
}

/// The union whose matter the measure is, for one of its members.
fn union_that_decides(measure: &MeasureEntry, code: Code, roster: &Roster) -> Option<Code> {
    if measure.competence == Competence::Eu { roster.union_of(code) } else { None }
}

/// The problem of a member that repeats the level its union has where the union decides.
fn repeats_union(file: u16, (code, position): (Code, &Position), (union, own): (Code, &Position)) -> Problem {
    let message = format!("`{code}` repeats the level it inherits from `{union}`");
    Problem::new(&REPEATS_UNION, file, position.level_at, message)
        .label("the same level")
        .help(format!("remove the position, or write `{code}: {{inherit: {union}}}`"))
        .related(own.level_at, format!("the level of `{union}`"))
}

/// Tells each level that is used and not worded once, at its first use.
fn rubric(file: u16, measure: &MeasureEntry, problems: &mut Findings) {
    let mut told = [false; 5];
    for entry in &measure.positions {
        let Said::Own(position) = &entry.says else { continue };
        let Answer::Known(level) = position.level else { continue };
        let number = usize::from(level.number());
        if measure.scale[number].is_empty() && !told[number] {
            told[number] = true;
            problems.push(
                Problem::new(
                    &RUBRIC_GAP,
                    file,
                    position.level_at,
                    format!("the scale of `{}` has no sentence for level {level}", measure.id),
                )
                .label("not worded")
                .help(format!("add the sentence for {level} to `scale`")),
            );
        }
    }
}

fn addresses(case: &Case<'_>, file: u16, position: &Position, problems: &mut Findings) {
    for source in &position.sources {
        if source.unread {
            problems.push(
                Problem::new(&UNREAD_SOURCE, file, source.title.span, "the source was not opened")
                    .label("unread"),
            );
        }
        address(case, file, source.url, problems);
    }
}

/// Notes an address that does not begin with https.
pub(super) fn address(case: &Case<'_>, file: u16, url: Prose, problems: &mut Findings) {
    if url.is_empty() || case.texts.get(url).starts_with("https://") {
        return;
    }
    let at: Span = url.span;
    problems.push(
        Problem::new(&NOT_HTTPS, file, at, "the address does not begin with https")
            .label("not https")
            .help("use the address with https where there is one"),
    );
}
