use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::analysis::{EntityIndex, ListIndex};
use crate::scorecard::{Board, Entity, Listing, Register};
use crate::tui::fresh::Files;
use crate::tui::model::{Model, View};

/// The listings that say something else since the files changed, until they were looked at: by the ids of entity and
/// list, which stay the same while registers are not read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangedListings {
    lists: BTreeMap<Box<str>, BTreeSet<Box<str>>>,
    /// Those that are looked at now: they stay marked until the cursor leaves.
    seen: Vec<(Box<str>, Box<str>)>,
}

impl ChangedListings {
    /// How many listings changed.
    pub fn len(&self) -> usize {
        self.lists.values().map(BTreeSet::len).sum()
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }

    /// Whether nothing changed, and nothing that did is looked at.
    pub(in crate::tui::model) fn is_unmarked(&self) -> bool {
        self.lists.is_empty() && self.seen.is_empty()
    }

    /// The lists on which an entity stands otherwise, by their ids.
    pub fn of(&self, entity: &str) -> Option<&BTreeSet<Box<str>>> {
        self.lists.get(entity)
    }

    /// Takes note of what is looked at now. What was looked at before and is left is no longer marked.
    pub(in crate::tui::model) fn look(&mut self, shown: Vec<(Box<str>, Box<str>)>) {
        if shown == self.seen {
            return;
        }
        for (entity, list) in self.seen.drain(..).filter(|listing| !shown.contains(listing)) {
            if let Some(lists) = self.lists.get_mut(&entity) {
                lists.remove(&list);
            }
        }
        self.lists.retain(|_, lists| !lists.is_empty());
        self.seen = shown;
    }

    /// Adds what changed on the way to a new board.
    pub(in crate::tui::model) fn renew(&mut self, old: (&Board, &Files), new: (&Board, &Files)) {
        let before: BTreeMap<&str, (usize, &Register)> =
            old.0.registers.iter().enumerate().map(|(place, found)| (&*found.id, (place, found))).collect();
        for (place, register) in new.0.registers.iter().enumerate() {
            let earlier = before.get(&*register.id);
            let is_same =
                earlier.is_some_and(|&(earlier, _)| is_same_text(text(old, earlier), text(new, place)));
            if !is_same {
                self.compare((old.0, earlier.map(|&(_, found)| found)), (new.0, register));
            }
        }
    }

    fn compare(&mut self, (old, earlier): (&Board, Option<&Register>), (new, register): (&Board, &Register)) {
        let earlier = earlier.into_iter().flat_map(|found| &found.entities);
        let earlier: BTreeMap<&str, &Entity> = earlier.map(|entity| (&*entity.id, entity)).collect();
        for entity in &register.entities {
            let (now, then) = (by_list(Some(entity)), by_list(earlier.get(&*entity.id).copied()));
            let named: BTreeSet<&str> = now.keys().chain(then.keys()).copied().collect();
            for list in named {
                let same = match (now.get(list), then.get(list)) {
                    (Some(now), Some(then)) => says_the_same((new, now), (old, then)),
                    _ => false,
                };
                if !same {
                    self.lists.entry(entity.id.clone()).or_default().insert(list.into());
                }
            }
        }
    }
}

/// The listings of an entity by the ids of their lists.
fn by_list(entity: Option<&Entity>) -> BTreeMap<&str, &Listing> {
    let listings = entity.into_iter().flat_map(|entity| &entity.listings);
    listings.map(|listing| (&*listing.list, listing)).collect()
}

fn says_the_same((new, now): (&Board, &Listing), (old, then): (&Board, &Listing)) -> bool {
    let texts = |board: &Board, listing: &Listing| {
        let Listing { reason, scope, remark, source, .. } = *listing;
        [reason, scope, remark, source].map(|prose| board.text(prose).into_owned())
    };
    (now.status, now.since, now.until) == (then.status, then.since, then.until)
        && texts(new, now) == texts(old, then)
}

/// The text that a register of that place stands in.
fn text<'a>((board, files): (&Board, &'a Files), register: usize) -> Option<&'a Arc<str>> {
    let file = board.register_files.get(register).filter(|&file| !files.kept.contains(file))?;
    files.all.get(usize::from(*file)).map(|file| &file.text)
}

fn is_same_text(before: Option<&Arc<str>>, now: Option<&Arc<str>>) -> bool {
    matches!((before, now), (Some(before), Some(now)) if Arc::ptr_eq(before, now))
}

/// A listing among the rows and columns of Entities: row first, then column.
type Spot = (usize, usize);

impl Model {
    /// The next or the previous changed listing that Entities shows, from where its cursor is where it is on screen,
    /// else from the beginning or the end; and whether it has come round.
    pub fn next_changed_listing(&mut self, forward: bool) -> Option<(EntityIndex, ListIndex, bool)> {
        if self.news.listings.is_empty() {
            return None;
        }
        self.gather(View::Entities);
        let state = &self.sheets.entities;
        let here = (self.view == View::Entities).then(|| (state.table.rows.row(), state.table.column));
        let is_beyond = |&spot: &Spot| match here {
            Some(here) => {
                if forward {
                    spot > here
                } else {
                    spot < here
                }
            }
            None => true,
        };
        let mut spots = self.changed_spots();
        if !forward {
            spots.reverse();
        }
        let beyond = spots.iter().copied().find(is_beyond);
        let (row, column) = beyond.or_else(|| spots.first().copied())?;
        let entity = EntityIndex(state.table.rows.thing(row)?);
        Some((entity, *state.lists().get(column - 1)?, beyond.is_none()))
    }

    /// Where the changed listings stand in Entities, from top to bottom.
    fn changed_spots(&self) -> Vec<Spot> {
        let state = &self.sheets.entities;
        let columns: BTreeMap<&str, usize> = (1..)
            .zip(state.lists())
            .map(|(column, &list)| (&*state.listings().list(&self.board, list).id, column))
            .collect();
        let rows = (0..state.table.rows.len()).filter_map(|row| Some((row, state.table.rows.thing(row)?)));
        let mut spots: Vec<Spot> = rows
            .filter_map(|(row, entity)| {
                let id = &state.listings().entity(&self.board, EntityIndex(entity)).id;
                Some((row, self.news.listings.of(id)?))
            })
            .flat_map(|(row, lists)| lists.iter().map(move |list| (row, list)))
            .filter_map(|(row, list)| Some((row, *columns.get(&**list)?)))
            .collect();
        spots.sort_unstable();
        spots
    }
}
