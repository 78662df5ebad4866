use crate::scorecard::{Column, MeasureIndex, PartialDate, Position};

use super::editions::Editions;

/// An announced step whose day has passed while the position stayed as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delayed {
    /// Whose, on the later board.
    pub column: Column,
    /// The step's place in the `next` of the earlier position.
    pub step: usize,
    /// Its date.
    pub date: PartialDate,
}

/// The steps that an own position of the earlier board announced for a day before `today`, where level, level now and
/// status are the same on the later board.
pub(super) fn find(editions: &Editions<'_>, measure: [MeasureIndex; 2], today: PartialDate) -> Vec<Delayed> {
    let today = today.first_day();
    let mut delayed = Vec::new();
    for &columns in &editions.columns {
        let [before, after] =
            [0, 1].map(|number| editions.each[number].own(measure[number], columns[number]));
        let (Some(before), Some(after)) = (before, after) else { continue };
        if !is_as_it_was(before, after) {
            continue;
        }
        let steps = before.next.iter().enumerate();
        let passed = steps.filter(|(_, next)| next.date.last_day() < today);
        delayed.extend(passed.map(|(step, next)| Delayed { column: columns[1], step, date: next.date }));
    }
    delayed
}

fn is_as_it_was(before: &Position, after: &Position) -> bool {
    (before.level, before.level_now, before.status) == (after.level, after.level_now, after.status)
}
