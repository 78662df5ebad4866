//! What changed and what is coming: every date of positions and listings on one axis.

mod period;
#[cfg(test)]
mod tests;

use crate::scorecard::{Board, Column, ListingStatus, MeasureIndex, PartialDate, Position};

use super::register::{EntityIndex, ListIndex, Listings};

pub use period::{Period, Zoom};

/// A dated change of a position or of a listing.
///
/// Events are ordered by phase, then by date as [`PartialDate`] orders, then as the files are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    /// Whether it has come, should have come, or is to come.
    pub phase: Phase,
    /// When, as exactly as it is known.
    pub date: PartialDate,
    /// What changes then.
    pub what: Change,
}

/// How a dated change stands to today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// It has come.
    Past,
    /// A step whose date has passed, and the files do not say what came of it.
    Overdue,
    /// Its date has not certainly passed.
    Coming,
}

impl Phase {
    /// Every phase, in the order of the axis.
    pub const ALL: [Self; 3] = [Self::Past, Self::Overdue, Self::Coming];

    /// The word options, JSON and people use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Past => "past",
            Self::Overdue => "overdue",
            Self::Coming => "coming",
        }
    }
}

/// What changes at a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// A position is what it is since then.
    Began(MeasureIndex, Column),
    /// A step of a position, by its place in `next`.
    Step(MeasureIndex, Column, u32),
    /// An entity comes onto a list.
    Listed(EntityIndex, ListIndex),
    /// An entity comes off a list.
    Removed(EntityIndex, ListIndex),
}

impl Change {
    /// The word of JSON and people.
    pub fn key(self) -> &'static str {
        match self {
            Self::Began(..) => "since",
            Self::Step(..) => "step",
            Self::Listed(..) => "listed",
            Self::Removed(..) => "removed",
        }
    }

    /// The cell it is about, where it is about a position.
    pub fn cell(self) -> Option<(MeasureIndex, Column)> {
        match self {
            Self::Began(measure, column) | Self::Step(measure, column, _) => Some((measure, column)),
            Self::Listed(..) | Self::Removed(..) => None,
        }
    }

    /// The entity and the list it is about, where it is about a listing.
    pub fn listing(self) -> Option<(EntityIndex, ListIndex)> {
        match self {
            Self::Listed(entity, list) | Self::Removed(entity, list) => Some((entity, list)),
            Self::Began(..) | Self::Step(..) => None,
        }
    }
}

/// The days that are looked at, both included; open where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// From when.
    pub from: Option<PartialDate>,
    /// Until when.
    pub until: Option<PartialDate>,
}

impl Window {
    /// Whether a date may lie inside: one known to the year alone may, where any day of that year does.
    pub fn holds(self, date: PartialDate) -> bool {
        self.from.is_none_or(|from| date.last_day() >= from.first_day())
            && self.until.is_none_or(|until| date.first_day() <= until.last_day())
    }
}

/// Every dated change, in order. What a jurisdiction inherits is told once, where it is written.
pub fn events(board: &Board, listings: &Listings, today: PartialDate) -> Vec<Event> {
    let mut events = Vec::new();
    for measure in board.measure_indexes() {
        for column in board.columns() {
            let cell = board.cell(measure, column);
            if let Some(position) = board.position(cell).filter(|_| cell.root == column) {
                of_position(position, measure, column, today, &mut events);
            }
        }
    }
    for entity in listings.entities() {
        for list in listings.lists() {
            of_listing(board, listings, entity, list, today, &mut events);
        }
    }
    events.sort_unstable();
    events
}

fn of_position(
    position: &Position,
    measure: MeasureIndex,
    column: Column,
    today: PartialDate,
    events: &mut Vec<Event>,
) {
    if let Some(date) = position.since {
        events.push(Event { phase: begun(date, today), date, what: Change::Began(measure, column) });
    }
    for (number, step) in position.next.iter().enumerate() {
        let has_passed = step.date.last_day() < today.first_day();
        let phase = if has_passed { Phase::Overdue } else { Phase::Coming };
        events.push(Event { phase, date: step.date, what: Change::Step(measure, column, number as u32) });
    }
}

fn of_listing(
    board: &Board,
    listings: &Listings,
    entity: EntityIndex,
    list: ListIndex,
    today: PartialDate,
    events: &mut Vec<Event>,
) {
    let Some(listing) = listings.listing(board, entity, list) else { return };
    let was_listed = matches!(listing.status, ListingStatus::Listed | ListingStatus::Removed);
    if let Some(date) = listing.since.filter(|_| was_listed) {
        events.push(Event { phase: begun(date, today), date, what: Change::Listed(entity, list) });
    }
    if let Some(date) = listing.until.filter(|_| was_listed) {
        events.push(Event { phase: begun(date, today), date, what: Change::Removed(entity, list) });
    }
}

/// What is written as a fact has come, unless its date certainly has not.
fn begun(date: PartialDate, today: PartialDate) -> Phase {
    if date.first_day() <= today.first_day() { Phase::Past } else { Phase::Coming }
}
