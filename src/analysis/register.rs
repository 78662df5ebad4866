//! The registers of a board as one table of entities by restrictive lists.

use std::collections::{BTreeMap, BTreeSet};

use crate::scorecard::{Board, Caveat, Code, Column, Entity, List, Listing, ListingStatus, Register};

/// An entity's place in the registers: its number over all of them in the order written, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityIndex(pub u32);

/// A list's place in the registers: its number over all of them in the order written, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ListIndex(pub u32);

/// Which entity stands on which list, found once for all questions about it.
#[derive(Clone, Debug, Default)]
pub struct Listings {
    entities: Vec<Place>,
    lists: Vec<Place>,
    /// The listing of each entity on each list, as its place among the entity's listings; [`NOT_WRITTEN`] where none is.
    cells: Vec<u32>,
}

/// A thing of a register: which register, and which of its things.
#[derive(Clone, Copy, Debug)]
struct Place {
    register: u32,
    number: u32,
}

const NOT_WRITTEN: u32 = u32::MAX;

/// How an entity stands on the lists of one jurisdiction, in numbers of lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OnLists {
    /// Lists it was on when they were checked.
    pub listed: u32,
    /// Lists it has been taken off.
    pub removed: u32,
    /// Lists that were searched without a match.
    pub not_listed: u32,
    /// Lists nobody has looked at, or found out about.
    pub unknown: u32,
}

impl OnLists {
    /// How many lists there are.
    pub fn lists(self) -> u32 {
        self.listed + self.removed + self.not_listed + self.unknown
    }

    fn count(&mut self, status: ListingStatus) {
        *match status {
            ListingStatus::Listed => &mut self.listed,
            ListingStatus::Removed => &mut self.removed,
            ListingStatus::NotListed => &mut self.not_listed,
            ListingStatus::Unknown => &mut self.unknown,
        } += 1;
    }
}

impl Listings {
    /// Finds the place of every entity and list of a board's registers.
    pub fn of(board: &Board) -> Self {
        let places = |count: fn(&Register) -> usize| -> Vec<Place> {
            let registers = board.registers.iter().enumerate();
            let of = |(register, found): (usize, &Register)| {
                (0..count(found))
                    .map(move |number| Place { register: register as u32, number: number as u32 })
            };
            registers.flat_map(of).collect()
        };
        let entities = places(|register| register.entities.len());
        let lists = places(|register| register.lists.len());
        let mut listings = Self { cells: vec![NOT_WRITTEN; entities.len() * lists.len()], entities, lists };
        listings.fill(board);
        listings
    }

    fn fill(&mut self, board: &Board) {
        let ids: Vec<BTreeMap<&str, usize>> = board.registers.iter().map(lists_by_id).collect();
        for entity in self.entities() {
            let Place { register, number } = self.entities[entity.0 as usize];
            let first = self.lists.partition_point(|list| list.register < register);
            let written = &board.registers[register as usize].entities[number as usize].listings;
            for (place, listing) in written.iter().enumerate() {
                let Some(list) = ids[register as usize].get(&*listing.list) else { continue };
                let cell = entity.0 as usize * self.lists.len() + first + list;
                // Of two entries under one list the first counts.
                if self.cells[cell] == NOT_WRITTEN {
                    self.cells[cell] = place as u32;
                }
            }
        }
    }

    /// All entities, in the order written.
    pub fn entities(&self) -> impl ExactSizeIterator<Item = EntityIndex> + DoubleEndedIterator + use<> {
        (0..self.entities.len()).map(|number| EntityIndex(number as u32))
    }

    /// All lists, in the order written.
    pub fn lists(&self) -> impl ExactSizeIterator<Item = ListIndex> + DoubleEndedIterator + use<> {
        (0..self.lists.len()).map(|number| ListIndex(number as u32))
    }

    /// The entity of that number.
    pub fn entity<'b>(&self, board: &'b Board, entity: EntityIndex) -> &'b Entity {
        &self.register(board, entity).entities[self.entities[entity.0 as usize].number as usize]
    }

    /// The list of that number.
    pub fn list<'b>(&self, board: &'b Board, list: ListIndex) -> &'b List {
        let Place { register, number } = self.lists[list.0 as usize];
        &board.registers[register as usize].lists[number as usize]
    }

    /// The register an entity is written in.
    pub fn register<'b>(&self, board: &'b Board, entity: EntityIndex) -> &'b Register {
        &board.registers[self.entities[entity.0 as usize].register as usize]
    }

    /// The number of the file an entity is written in among the workspace's files.
    pub fn file(&self, board: &Board, entity: EntityIndex) -> Option<u16> {
        board.register_files.get(self.entities[entity.0 as usize].register as usize).copied()
    }

    /// What is written of an entity on a list.
    pub fn listing<'b>(&self, board: &'b Board, entity: EntityIndex, list: ListIndex) -> Option<&'b Listing> {
        let cell = self.cells[entity.0 as usize * self.lists.len() + list.0 as usize];
        self.entity(board, entity).listings.get(cell as usize)
    }

    /// Whether an entity and a list are written in one register.
    pub fn is_of_one_register(&self, entity: EntityIndex, list: ListIndex) -> bool {
        self.entities[entity.0 as usize].register == self.lists[list.0 as usize].register
    }

    /// Whether an entity is on a list; unknown where nothing is written.
    pub fn status(&self, board: &Board, entity: EntityIndex, list: ListIndex) -> ListingStatus {
        self.listing(board, entity, list).map_or(ListingStatus::Unknown, |listing| listing.status)
    }

    /// The lists with those of one jurisdiction together: the poles' first, then in the order of the board's columns,
    /// then of jurisdictions the board does not have; inside in the order written.
    pub fn by_jurisdiction(&self, board: &Board, poles: [Column; 2]) -> Vec<ListIndex> {
        let mut lists: Vec<ListIndex> = self.lists().collect();
        lists.sort_by_key(|&list| rank(board, poles, self.list(board, list).jurisdiction));
        lists
    }

    /// The jurisdictions that have lists, in the order of [`Self::by_jurisdiction`].
    pub fn jurisdictions(&self, board: &Board, poles: [Column; 2]) -> Vec<Code> {
        let lists = self.by_jurisdiction(board, poles);
        let mut codes: Vec<Code> = lists.iter().map(|&list| self.list(board, list).jurisdiction).collect();
        codes.dedup();
        codes
    }

    /// How an entity stands on the lists of a jurisdiction.
    pub fn on_lists(&self, board: &Board, entity: EntityIndex, jurisdiction: Code) -> OnLists {
        let mut counts = OnLists::default();
        for list in self.lists().filter(|&list| self.list(board, list).jurisdiction == jurisdiction) {
            counts.count(self.status(board, entity, list));
        }
        counts
    }

    /// The jurisdictions that list an entity, by their codes.
    pub fn listed_by(&self, board: &Board, entity: EntityIndex) -> BTreeSet<Code> {
        let lists = self.lists().filter(|&list| self.status(board, entity, list) == ListingStatus::Listed);
        lists.map(|list| self.list(board, list).jurisdiction).collect()
    }

    /// The caveats to bear in mind for an entity: those of everything, of the entity, and of its single listings.
    pub fn caveats<'b>(&self, board: &'b Board, entity: EntityIndex) -> impl Iterator<Item = &'b Caveat> {
        let id = &*self.entity(board, entity).id;
        let caveats = self.register(board, entity).caveats.iter();
        caveats.filter(move |caveat| caveat.applies_to.iter().any(|standing| *standing.row == *id))
    }
}

/// The lists of a register by their ids; of two with one id the first is meant.
fn lists_by_id(register: &Register) -> BTreeMap<&str, usize> {
    register.lists.iter().enumerate().rev().map(|(place, list)| (&*list.id, place)).collect()
}

/// Poles first, then the board's columns, then what the board does not know, by code.
fn rank(board: &Board, poles: [Column; 2], code: Code) -> (usize, Option<Code>) {
    let Some(column) = board.column(code) else { return (usize::MAX, Some(code)) };
    let pole = poles.iter().position(|&pole| pole == column);
    (pole.unwrap_or(poles.len() + column.index()), None)
}
