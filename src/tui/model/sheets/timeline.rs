use std::collections::BTreeMap;

use super::SheetTable;
use crate::analysis::{Change, EntityIndex, Event, ListIndex, Period, Phase, Zoom, events};
use crate::report::timeline::{Told, told};
use crate::scorecard::{Column, MeasureIndex};
use crate::tui::model::{Model, Renumbering, SortKey, View};
use crate::tui::sheet::Gathered;

/// What the view Timeline shows: what changed, what is coming.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// Its table.
    pub table: SheetTable,
    /// How fine the axis is.
    pub zoom: Zoom,
    /// Every dated change of the board, in order.
    events: Vec<Event>,
    /// How many of each phase are shown, in the order of the phases.
    counts: [usize; Phase::ALL.len()],
    /// How many of those shown lie in each period, in order.
    periods: Vec<(Period, usize)>,
    /// Whether the changes are those of the board there is now.
    is_read: bool,
}

impl Timeline {
    /// The change of a row.
    pub fn event(&self, thing: u32) -> Option<&Event> {
        self.events.get(thing as usize)
    }

    /// How many of each phase are shown.
    pub fn counts(&self) -> [usize; Phase::ALL.len()] {
        self.counts
    }

    /// How many of those shown lie in each period that has any, in order.
    pub fn periods(&self) -> &[(Period, usize)] {
        &self.periods
    }

    /// Gives the changes the numbers they have now and leaves out those that are gone; tells whether the one the cursor
    /// stands on is still there.
    fn renumber(&mut self, now: impl Fn(Change) -> Option<Change>) -> bool {
        let moved = |event: &Event| Some(Event { what: now(event.what)?, ..*event });
        let moved: Vec<Option<Event>> = self.events.iter().map(moved).collect();
        let mut left = 0..;
        let places: Vec<Option<u32>> =
            moved.iter().map(|event| event.as_ref().and_then(|_| left.next())).collect();
        self.events = moved.into_iter().flatten().collect();
        self.table.rows.renumber(|thing| places.get(thing as usize).copied().flatten())
    }

    /// Gives the listings that changed the numbers they have in registers that were read again.
    pub(super) fn renumber_listings(
        &mut self,
        now: impl Fn(EntityIndex, ListIndex) -> Option<(EntityIndex, ListIndex)>,
    ) {
        self.renumber(|what| {
            Some(match what {
                Change::Listed(entity, list) => {
                    let (entity, list) = now(entity, list)?;
                    Change::Listed(entity, list)
                }
                Change::Removed(entity, list) => {
                    let (entity, list) = now(entity, list)?;
                    Change::Removed(entity, list)
                }
                position => position,
            })
        });
    }

    /// The change the cursor stands on.
    pub fn here(&self) -> Option<&Event> {
        self.event(self.table.rows.cursor()?)
    }
}

/// So many of the latest changes stay in sight above the next one to come, however tall the screen is.
const LATEST: usize = 4;

impl Model {
    /// The changes that the filter leaves.
    pub(in crate::tui) fn gather_timeline(&mut self) -> Gathered {
        self.read_registers();
        self.read_dates();
        let listings = self.sheets.entities.listings();
        let matcher = self.filtering.filter().on_changes(&self.board, &self.figures, listings, self.today);
        let state = &self.sheets.timeline;
        let all = state.events.iter().zip(0..);
        let shown: Vec<u32> =
            all.filter(|(event, _)| matcher.accepts(event)).map(|(_, number)| number).collect();
        let of = state.events.len();
        self.count_changes(&shown);
        Gathered { rows: shown, of }
    }

    fn count_changes(&mut self, shown: &[u32]) {
        let state = &mut self.sheets.timeline;
        let mut periods = BTreeMap::new();
        state.counts = Default::default();
        for event in shown.iter().filter_map(|&thing| state.events.get(thing as usize)) {
            state.counts[event.phase as usize] += 1;
            *periods.entry(Period::of(event.date, state.zoom)).or_insert(0) += 1;
        }
        state.periods = periods.into_iter().collect();
    }

    /// Gathers the dates, unless that has been done. The cursor stays on its change, at first on the next one to come.
    fn read_dates(&mut self) {
        let listings = self.sheets.entities.listings();
        if self.sheets.timeline.is_read {
            return;
        }
        let now = events(&self.board, listings, self.today);
        let state = &mut self.sheets.timeline;
        let before = std::mem::replace(&mut state.events, now);
        state.is_read = true;
        if before.is_empty() {
            let coming = state.events.partition_point(|event| event.phase < Phase::Coming);
            state.table.rows.reorder((0..state.events.len() as u32).collect());
            state.table.rows.set(coming as u32);
            state.table.rows.keep_offset(LATEST);
            return;
        }
        let places: BTreeMap<Change, u32> = state.events.iter().map(|event| event.what).zip(0..).collect();
        state.table.rows.renumber(|thing| places.get(&before.get(thing as usize)?.what).copied());
    }

    /// Has the dates gathered again from another board, the positions by their new numbers.
    pub(in crate::tui) fn renumber_timeline(&mut self, numbers: &Renumbering) -> bool {
        let state = &mut self.sheets.timeline;
        state.is_read = false;
        let cell =
            |measure: MeasureIndex, column: Column| numbers.measure(measure).zip(numbers.column(column));
        state.renumber(|what| {
            Some(match what {
                Change::Began(measure, column) => {
                    let (measure, column) = cell(measure, column)?;
                    Change::Began(measure, column)
                }
                Change::Step(measure, column, number) => {
                    let (measure, column) = cell(measure, column)?;
                    Change::Step(measure, column, number)
                }
                listing => listing,
            })
        })
    }

    /// Makes the axis finer, and from the finest as wide as it can be.
    pub(in crate::tui) fn zoom_timeline(&mut self, zoom: Zoom) {
        self.sheets.timeline.zoom = zoom;
        self.regather(View::Timeline);
        self.tell(format!("One period a {}", zoom.key()));
    }

    /// What a change is sorted by in a column.
    pub(in crate::tui) fn change_key(&self, column: usize, thing: u32) -> SortKey {
        let Some(event) = self.sheets.timeline.event(thing) else { return SortKey::Nothing };
        match column {
            0 => SortKey::first(event.date.day_number()),
            1 => SortKey::text(&self.told(event).who.to_string()),
            _ => SortKey::text(&self.told(event).subject),
        }
    }

    /// A change in words.
    pub(in crate::tui) fn told(&self, event: &Event) -> Told {
        told(&self.board, self.sheets.entities.listings(), event.what)
    }
}
