//! `t12 timeline`: what changed, what is coming: every date of positions and listings.

mod ics;
mod json;

use crate::analysis::{Change, Event, Listings, Phase, Window};
use crate::filter::Filter;
use crate::report::basis::Basis;
use crate::report::document::{Document, Field, Table};
use crate::report::twin::Twin;
use crate::report::words::{self, plural};
use crate::scorecard::{Board, Code, Column, MeasureIndex, Status};
pub use ics::write_ics;
pub use json::TimelineJson;

/// The dated changes of positions and listings.
#[derive(Clone, Debug)]
pub struct Timeline<'a> {
    /// What they are taken from.
    pub basis: Basis<'a>,
    /// Who stands on which list.
    pub listings: &'a Listings,
    /// The changes that are listed, in the order of the axis.
    pub events: Vec<Event>,
    /// The days that are looked at.
    window: Window,
    /// The filter as it is typed; empty where everything is listed.
    filter: String,
}

/// What is said of overdue steps.
pub const OVERDUE_NOTE: &str = "Overdue: the date has passed, and the files do not say what came of it.";

/// What is said of dates that are not known to the day.
pub const PARTIAL_NOTE: &str = "A date is as exact as it is known: 2027 is some day of that year.";

impl<'a> Timeline<'a> {
    /// The changes of these phases inside a window that a filter leaves; every phase where none is named.
    pub fn new(
        basis: Basis<'a>,
        listings: &'a Listings,
        phases: &[Phase],
        window: Window,
        filter: &Filter,
    ) -> Self {
        let Basis { board, figures, today, .. } = basis;
        let matcher = filter.on_changes(board, figures, listings, today);
        let mut events = crate::analysis::events(basis.board, listings, basis.today);
        events.retain(|event| {
            let in_phase = phases.is_empty() || phases.contains(&event.phase);
            in_phase && window.holds(event.date) && matcher.accepts(event)
        });
        Self { basis, listings, events, window, filter: filter.to_string() }
    }

    /// One change, to be told as it stands in the table.
    pub fn one(basis: Basis<'a>, listings: &'a Listings, event: Event) -> Self {
        Self { basis, listings, events: vec![event], window: Window::default(), filter: String::new() }
    }

    fn count(&self, phase: Phase) -> usize {
        self.events.iter().filter(|event| event.phase == phase).count()
    }

    /// What was asked for, where anything was.
    fn asked(&self) -> Option<String> {
        let from = self.window.from.map(|date| format!("from {date}"));
        let until = self.window.until.map(|date| format!("until {date}"));
        let filter = (!self.filter.is_empty()).then(|| format!("filter {}", self.filter));
        let asked: Vec<String> = [from, until, filter].into_iter().flatten().collect();
        (!asked.is_empty()).then(|| format!("Asked for: {}", asked.join(", ")))
    }
}

/// The counts of the phases: `552 dated changes: 493 past, 1 overdue, 58 coming`.
pub fn counts_sentence(counts: [usize; Phase::ALL.len()]) -> String {
    let told: Vec<String> =
        Phase::ALL.iter().zip(counts).map(|(phase, count)| format!("{count} {}", phase.key())).collect();
    format!("{}: {}", plural(counts.iter().sum(), "dated change"), told.join(", "))
}

/// A dated change in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Whose position or list it is.
    pub who: Code,
    /// What happens.
    pub what: String,
    /// The measure or the list it is about.
    pub subject: String,
}

/// Tells a dated change.
pub fn told(board: &Board, listings: &Listings, change: Change) -> Told {
    match change {
        Change::Began(measure, column) => Told {
            who: board.jurisdiction(column).code,
            what: began(board, measure, column),
            subject: board.measure(measure).short_title().to_owned(),
        },
        Change::Step(measure, column, number) => Told {
            who: board.jurisdiction(column).code,
            what: step(board, measure, column, number),
            subject: board.measure(measure).short_title().to_owned(),
        },
        Change::Listed(entity, list) | Change::Removed(entity, list) => {
            let name = &listings.entity(board, entity).name;
            let list = listings.list(board, list);
            let what = if matches!(change, Change::Listed(..)) { "listed" } else { "removed" };
            Told { who: list.jurisdiction, what: format!("{name} {what}"), subject: list.name.to_string() }
        }
    }
}

/// What stands since a date: the status with the instrument, else with the headline.
fn began(board: &Board, measure: MeasureIndex, column: Column) -> String {
    let Some(position) = board.position(board.cell(measure, column)) else { return String::new() };
    let named = if position.instrument.is_empty() { position.headline } else { position.instrument };
    let named = board.text(named);
    match position.status {
        Some(status) if status != Status::None => format!("{}: {named}", words::capitalised(status.words())),
        _ => named.into_owned(),
    }
}

fn step(board: &Board, measure: MeasureIndex, column: Column, number: u32) -> String {
    let position = board.position(board.cell(measure, column));
    let Some(step) = position.and_then(|position| position.next.get(number as usize)) else {
        return String::new();
    };
    let what = board.text(step.what);
    step.level.map_or_else(|| what.clone().into_owned(), |level| format!("{what} (then level {level})"))
}

impl Twin for Timeline<'_> {
    type Json<'j>
        = TimelineJson<'j>
    where
        Self: 'j;

    fn document(&self) -> Document {
        let mut document = Document::titled(format!("{}: timeline", self.basis.board.title));
        document.paragraph(self.basis.standing());
        document.paragraph(self.asked().unwrap_or_default());
        document.paragraph(counts_sentence(Phase::ALL.map(|phase| self.count(phase))));
        for phase in Phase::ALL {
            let of_phase = self.events.iter().filter(|event| event.phase == phase);
            let mut table =
                Table::new(["Date", "Who", "What", "Measure or list"]).wrapping(&[2, 3]).freezing(2);
            table.rows = of_phase.map(|event| self.row(event)).collect();
            if !table.rows.is_empty() {
                document.heading(words::capitalised(phase.key()));
            }
            document.table(table);
        }
        if self.count(Phase::Overdue) > 0 {
            document.paragraph(OVERDUE_NOTE);
        }
        document.paragraph(PARTIAL_NOTE);
        document
    }

    fn table(&self) -> Table {
        let mut table = Table::new([
            "date",
            "phase",
            "kind",
            "jurisdiction",
            "area",
            "measure",
            "entity",
            "list",
            "what",
            "level",
        ]);
        table.rows = self.json().rows().collect();
        table
    }

    fn json(&self) -> TimelineJson<'_> {
        TimelineJson::of(self)
    }
}

impl Timeline<'_> {
    /// The changes of a phase as people read them.
    pub fn of_phase(&self, phase: Phase) -> Table {
        let of_phase = self.events.iter().filter(|event| event.phase == phase);
        let mut table = Table::new(["Date", "Who", "What", "Measure or list"]).wrapping(&[2, 3]).freezing(2);
        table.rows = of_phase.map(|event| self.row(event)).collect();
        table
    }

    fn row(&self, event: &Event) -> Vec<Field> {
        let told = told(self.basis.board, self.listings, event.what);
        vec![
            Field::text(event.date.to_string()),
            Field::text(told.who.as_str()),
            Field::text(told.what),
            Field::text(told.subject),
        ]
    }
}
