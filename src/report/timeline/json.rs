use serde::Serialize;

use super::{Timeline, told};
use crate::analysis::{Change, Event, Phase};
use crate::report::document::Field;
use crate::report::json::{ComparisonJson, VERSION};

/// The JSON of `t12 timeline`.
#[derive(Debug, Serialize)]
pub struct TimelineJson<'a> {
    t12: u32,
    comparison: ComparisonJson<'a>,
    filter: Option<&'a str>,
    since: Option<String>,
    until: Option<String>,
    changes: Vec<ChangeJson<'a>>,
    counts: CountsJson,
}

#[derive(Debug, Serialize)]
struct ChangeJson<'a> {
    date: String,
    phase: &'static str,
    kind: &'static str,
    jurisdiction: String,
    area: Option<&'a str>,
    measure: Option<&'a str>,
    entity: Option<&'a str>,
    list: Option<&'a str>,
    what: String,
    level: Option<u8>,
}

#[derive(Debug, Serialize)]
struct CountsJson {
    past: usize,
    overdue: usize,
    coming: usize,
}

impl<'a> TimelineJson<'a> {
    pub(super) fn of(timeline: &'a Timeline<'_>) -> Self {
        let Timeline { basis, events, window, filter, .. } = timeline;
        Self {
            t12: VERSION,
            comparison: ComparisonJson::of(basis),
            filter: (!filter.is_empty()).then_some(filter),
            since: window.from.map(|date| date.to_string()),
            until: window.until.map(|date| date.to_string()),
            changes: events.iter().map(|event| ChangeJson::of(timeline, event)).collect(),
            counts: CountsJson {
                past: timeline.count(Phase::Past),
                overdue: timeline.count(Phase::Overdue),
                coming: timeline.count(Phase::Coming),
            },
        }
    }

    /// The changes as rows of a table.
    pub(super) fn rows(&self) -> impl Iterator<Item = Vec<Field>> {
        self.changes.iter().map(|change| {
            let id = |id: Option<&str>| Field::text(id.unwrap_or_default());
            vec![
                Field::text(&change.date),
                Field::text(change.phase),
                Field::text(change.kind),
                Field::text(&change.jurisdiction),
                id(change.area),
                id(change.measure),
                id(change.entity),
                id(change.list),
                Field::text(&change.what),
                Field::maybe(change.level),
            ]
        })
    }
}

impl<'a> ChangeJson<'a> {
    fn of(timeline: &'a Timeline<'_>, event: &Event) -> Self {
        let (board, listings) = (timeline.basis.board, timeline.listings);
        let told = told(board, listings, event.what);
        let cell = event.what.cell();
        let listing = event.what.listing();
        let level = match event.what {
            Change::Step(measure, column, number) => board
                .position(board.cell(measure, column))
                .and_then(|position| position.next.get(number as usize)?.level),
            _ => None,
        };
        Self {
            date: event.date.to_string(),
            phase: event.phase.key(),
            kind: event.what.key(),
            jurisdiction: told.who.to_string(),
            area: cell.map(|(measure, _)| &*board.area_of(measure).id),
            measure: cell.map(|(measure, _)| &*board.measure(measure).id),
            entity: listing.map(|(entity, _)| &*listings.entity(board, entity).id),
            list: listing.map(|(_, list)| &*listings.list(board, list).id),
            what: told.what,
            level: level.map(crate::scorecard::Level::number),
        }
    }
}
