use std::collections::BTreeMap;

use super::SheetTable;
use crate::analysis::{EntityIndex, ListIndex, Listings};
use crate::scorecard::{Column, ListingStatus};
use crate::tui::model::{Model, Names, SortKey, View};
use crate::tui::sheet::Gathered;

/// What the view Entities shows: one company, many lists.
#[derive(Clone, Debug, Default)]
pub struct Entities {
    /// Its table.
    pub table: SheetTable,
    /// The lists from left to right: the poles' first.
    lists: Vec<ListIndex>,
    listings: Listings,
    /// The ids of the entities, to find them again on another board.
    ids: Vec<Box<str>>,
    /// The same of the lists.
    list_ids: Vec<Box<str>>,
    /// Whether the registers of the board there is now have been read.
    is_read: bool,
}

/// The number that each thing has among others of the same ids; nothing where it is not among them.
fn numbers(before: &[Box<str>], now: &[Box<str>]) -> Vec<Option<u32>> {
    let now: BTreeMap<&str, u32> = now.iter().map(|id| &**id).zip(0..).collect();
    before.iter().map(|id| now.get(&**id).copied()).collect()
}

impl Entities {
    /// Who stands on which list; nobody before a view asked for it.
    pub fn listings(&self) -> &Listings {
        &self.listings
    }

    /// The lists from left to right.
    pub fn lists(&self) -> &[ListIndex] {
        &self.lists
    }

    /// The list the cursor stands on; none where it stands on the entity.
    pub fn list(&self) -> Option<ListIndex> {
        self.lists.get(self.table.column.checked_sub(1)?).copied()
    }

    /// The entity the cursor stands on.
    pub fn entity(&self) -> Option<EntityIndex> {
        self.table.rows.cursor().map(EntityIndex)
    }
}

impl Model {
    /// Reads the registers, unless that has been done. The cursor stays on its entity.
    pub(super) fn read_registers(&mut self) {
        let state = &mut self.sheets.entities;
        if state.is_read {
            return;
        }
        state.listings = Listings::of(&self.board);
        let id = |entity| state.listings.entity(&self.board, entity).id.clone();
        let ids: Vec<Box<str>> = state.listings.entities().map(id).collect();
        let of_list = |list| {
            let list = state.listings.list(&self.board, list);
            format!("{} {}", list.jurisdiction, list.id).into_boxed_str()
        };
        let list_ids: Vec<Box<str>> = state.listings.lists().map(of_list).collect();
        let entities = numbers(&state.ids, &ids);
        let lists = numbers(&state.list_ids, &list_ids);
        (state.ids, state.list_ids, state.is_read) = (ids, list_ids, true);
        state.table.rows.renumber(|entity| entities.get(entity as usize).copied().flatten());
        let list_now = |list: ListIndex| lists.get(list.0 as usize).copied().flatten().map(ListIndex);
        let before = std::mem::take(&mut state.lists);
        let lists = self.lists_in_order();
        let state = &mut self.sheets.entities;
        state.table.follow_columns([&before, &lists], list_now);
        state.lists = lists;
        self.sheets.timeline.renumber_listings(|entity, list| {
            let entity = entities.get(entity.0 as usize).copied().flatten().map(EntityIndex)?;
            Some((entity, list_now(list)?))
        });
    }

    /// The entities that the filter leaves.
    pub(in crate::tui) fn gather_entities(&mut self) -> Gathered {
        self.read_registers();
        let poles = self.figures.comparison().poles;
        let lists = self.lists_in_order();
        let state = &mut self.sheets.entities;
        state.table.follow_columns([&state.lists, &lists], Some);
        state.lists = lists;
        let matcher = self.filtering.filter().on_entities(&self.board, &state.listings, poles);
        let entities = state.listings.entities();
        let of = entities.len();
        Gathered { rows: entities.filter(|&entity| matcher.accepts(entity)).map(|it| it.0).collect(), of }
    }

    /// The lists that are shown: those of the poles first, then of the other jurisdictions that are not hidden, in their
    /// order, then of those the board does not have.
    fn lists_in_order(&self) -> Vec<ListIndex> {
        let (board, comparison) = (&self.board, self.figures.comparison());
        let listings = &self.sheets.entities.listings;
        let column = |list: ListIndex| board.column(listings.list(board, list).jurisdiction);
        let members = self.columns.members(board, comparison);
        let place = |column: Column| {
            let pole = comparison.poles.iter().position(|&pole| pole == column);
            let member = members.iter().position(|&member| member == column);
            pole.or(member.map(|member| comparison.poles.len() + member))
        };
        let mut lists = listings.by_jurisdiction(board, comparison.poles);
        lists.retain(|&list| {
            column(list).is_none_or(|it| comparison.poles.contains(&it) || !self.columns.hides(it))
        });
        lists.sort_by_key(|&list| column(list).and_then(place).unwrap_or(usize::MAX));
        lists
    }

    /// What an entity is sorted by in a column: its name, or how it stands on a list.
    pub(in crate::tui) fn entity_key(&self, column: usize, entity: u32) -> SortKey {
        let state = &self.sheets.entities;
        let Some(list) = column.checked_sub(1) else {
            return SortKey::text(&state.listings.entity(&self.board, EntityIndex(entity)).name);
        };
        let Some(&list) = state.lists.get(list) else { return SortKey::Nothing };
        match state.listings.status(&self.board, EntityIndex(entity), list) {
            ListingStatus::Unknown => SortKey::Nothing,
            status => SortKey::first(status as i64),
        }
    }

    /// Whether a search means an entity, by one of its names.
    pub(in crate::tui) fn means_entity(&self, names: &mut Names<'_>, entity: EntityIndex) -> bool {
        let found = self.sheets.entities.listings.entity(&self.board, entity);
        let aliases = found.aliases.iter().map(|&alias| self.board.text(alias));
        names.mean_any([&*found.name, &*found.id])
            || aliases.into_iter().any(|alias| names.mean_any([&*alias]))
    }

    /// Has the registers read again: those of another board.
    pub(in crate::tui) fn forget_registers(&mut self) {
        self.sheets.entities.is_read = false;
    }

    /// Goes to an entity in its view, with the cursor on a list.
    pub(in crate::tui) fn jump_to_entity(&mut self, entity: EntityIndex, list: ListIndex) {
        self.jump_to_view(View::Entities);
        let state = &mut self.sheets.entities;
        let column = state.lists.iter().position(|&found| found == list);
        state.table.column = column.map_or(0, |column| column + 1);
        if !state.table.rows.set(entity.0) {
            self.warn("The filter leaves this entity out.".to_owned());
        }
    }
}
