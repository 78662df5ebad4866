//! What time has done to the content.

use super::{Case, Findings, Roster};
use crate::diagnostic::Problem;
use crate::diagnostic::catalogue::{STALE, STEP_PASSED};
use crate::scorecard::{PartialDate, Position, Said, Scorecard};
use crate::text::Span;

pub(super) fn check(case: &Case<'_>, roster: &Roster, problems: &mut Findings) {
    let clock = Clock { today: case.today, limit: roster.stale_after_days };
    for (file, scorecard) in case.scorecards() {
        stale(file, scorecard, clock, problems);
        let entries = scorecard.measures.iter().flat_map(|measure| &measure.positions);
        for entry in entries {
            if let Said::Own(position) = &entry.says {
                reviewed_long_ago(file, scorecard.as_of, position, clock, problems);
                passed_steps(file, position, clock, problems);
            }
        }
    }
    for (file, register) in case.registers() {
        if clock.is_stale(register.as_of) {
            let message = format!("the register is as of {} and counts as stale", register.as_of);
            problems.push(stale_problem(file, register.as_of_at, message));
        }
    }
}

/// The day of the check and the days after which content counts as stale.
#[derive(Clone, Copy)]
struct Clock {
    today: PartialDate,
    limit: u32,
}

impl Clock {
    /// Whether a date, with the benefit of its doubt, is too long ago.
    fn is_stale(self, date: PartialDate) -> bool {
        date.last_day().day_number() + i64::from(self.limit) < self.today.day_number()
    }

    fn has_passed(self, date: PartialDate) -> bool {
        date.last_day().day_number() < self.today.day_number()
    }
}

/// Notes a scorecard that is stale as a whole, with how many positions no later review keeps fresh.
fn stale(file: u16, scorecard: &Scorecard, clock: Clock, problems: &mut Findings) {
    if !clock.is_stale(scorecard.as_of) {
        return;
    }
    let entries = scorecard.measures.iter().flat_map(|measure| &measure.positions);
    let count = entries
        .filter(|entry| match &entry.says {
            Said::Own(position) => later_review(scorecard.as_of, position).is_none(),
            Said::Inherits { .. } => false,
        })
        .count();
    if count > 0 {
        let message = format!("the content is as of {}: {count} positions count as stale", scorecard.as_of);
        problems.push(stale_problem(file, scorecard.as_of_at, message));
    }
}

/// The date of a review that is later than the scorecard.
fn later_review(as_of: PartialDate, position: &Position) -> Option<PartialDate> {
    position.reviewed.as_ref().map(|review| review.on).filter(|&on| on > as_of)
}

fn reviewed_long_ago(
    file: u16,
    as_of: PartialDate,
    position: &Position,
    clock: Clock,
    problems: &mut Findings,
) {
    if let Some(on) = later_review(as_of, position).filter(|&on| clock.is_stale(on)) {
        let message = format!("the position was last reviewed on {on} and counts as stale");
        problems.push(stale_problem(file, position.level_at, message));
    }
}

fn stale_problem(file: u16, at: Span, message: String) -> Problem {
    Problem::new(&STALE, file, at, message).label("stale").help("look at it again and set the date of that")
}

fn passed_steps(file: u16, position: &Position, clock: Clock, problems: &mut Findings) {
    for step in position.next.iter().filter(|step| clock.has_passed(step.date)) {
        problems.push(
            Problem::new(
                &STEP_PASSED,
                file,
                step.date_at,
                format!("the step of {} lies in the past", step.date),
            )
            .label("passed")
            .help("record what came of it, or its new date"),
        );
    }
}
