use super::text::Words;
use super::{Filter, Listed, Term, Value};
use crate::analysis::{EntityIndex, ListIndex, Listings};
use crate::scorecard::{Board, Code, Column, ListingStatus};

/// A filter on the entities of the registers.
///
/// The terms of a listing hold together, for one list of `jurisdiction:` and `list:`, else for any; where all of them
/// say what a listing must not be, they hold for every list. Lists that are named without saying how the entity stands
/// on them are asked whether it is listed.
#[derive(Debug)]
pub struct EntityMatcher<'a> {
    board: &'a Board,
    listings: &'a Listings,
    poles: [Code; 2],
    entity: Vec<&'a Term>,
    /// The lists the terms of a listing are asked of.
    lists: Vec<ListIndex>,
    /// Whether lists are named.
    lists_are_named: bool,
    listing: Vec<&'a Term>,
    words: Vec<Words>,
}

impl Filter {
    /// The filter on the entities of a board's registers.
    pub fn on_entities<'a>(
        &'a self,
        board: &'a Board,
        listings: &'a Listings,
        poles: [Column; 2],
    ) -> EntityMatcher<'a> {
        let terms = || self.terms.iter().filter(|term| term.asks_about(Listed::Entities));
        let names_lists =
            |term: &&Term| matches!(term.values.first(), Some(Value::Jurisdiction(_) | Value::List(_)));
        let naming: Vec<&Term> = terms().filter(names_lists).collect();
        let is_named = |list: &ListIndex| {
            let list = listings.list(board, *list);
            naming.iter().all(|term| {
                term.one(|value| match value {
                    Value::Jurisdiction(code) => list.jurisdiction == *code,
                    Value::List(beginning) => list.id.starts_with(&**beginning),
                    _ => false,
                })
            })
        };
        let mut matcher = EntityMatcher {
            board,
            listings,
            poles: poles.map(|pole| board.jurisdiction(pole).code),
            entity: Vec::new(),
            lists: listings.lists().filter(is_named).collect(),
            lists_are_named: !naming.is_empty(),
            listing: Vec::new(),
            words: Vec::new(),
        };
        for term in terms().filter(|term| !names_lists(term)) {
            match term.values.first() {
                Some(Value::Text(_)) => matcher.words.push(Words::new(term)),
                Some(Value::Listing(_)) => matcher.listing.push(term),
                Some(_) => matcher.entity.push(term),
                None => {}
            }
        }
        matcher
    }
}

impl EntityMatcher<'_> {
    /// Whether an entity is what is looked for.
    pub fn accepts(&self, entity: EntityIndex) -> bool {
        self.entity.iter().all(|term| term.one(|value| self.holds(entity, term, value)))
            && self.accepts_listings(entity)
            && self
                .words
                .iter()
                .all(|words| words.found_in(self.board, self.listings.entity(self.board, entity)))
    }

    /// Whether an entity and one list are what is looked for, the terms of a listing asked of that list alone.
    pub fn accepts_listing(&self, entity: EntityIndex, list: ListIndex) -> bool {
        let asked = !self.lists_are_named || self.lists.contains(&list);
        asked
            && self.is_so(entity, list)
            && self.entity.iter().all(|term| term.one(|value| self.holds(entity, term, value)))
            && self
                .words
                .iter()
                .all(|words| words.found_in(self.board, self.listings.entity(self.board, entity)))
    }

    fn accepts_listings(&self, entity: EntityIndex) -> bool {
        let mut lists = self.lists.iter();
        if self.listing.is_empty() {
            let is_listed = |&list: &ListIndex| self.status(entity, list) == ListingStatus::Listed;
            return !self.lists_are_named || lists.any(is_listed);
        }
        if self.listing.iter().all(|term| term.not) {
            lists.all(|&list| self.is_so(entity, list))
        } else {
            lists.any(|&list| self.is_so(entity, list))
        }
    }

    fn is_so(&self, entity: EntityIndex, list: ListIndex) -> bool {
        let status = self.status(entity, list);
        self.listing.iter().all(|term| term.one(|value| *value == Value::Listing(status)))
    }

    fn status(&self, entity: EntityIndex, list: ListIndex) -> ListingStatus {
        self.listings.status(self.board, entity, list)
    }

    fn holds(&self, entity: EntityIndex, term: &Term, value: &Value) -> bool {
        let listed_by = || self.listings.listed_by(self.board, entity);
        match value {
            Value::Country(code) => {
                let country = self.listings.entity(self.board, entity).country;
                self.board.text(country).eq_ignore_ascii_case(code)
            }
            Value::By(code) => listed_by().contains(code),
            Value::Only(code) => listed_by().into_iter().eq([*code]),
            Value::Poles(asked) => {
                let by = listed_by();
                let poles = self.poles.iter().filter(|pole| by.contains(*pole)).count();
                term.compare.holds(poles, usize::from(*asked))
            }
            Value::OnePole(pole) => {
                let by = listed_by();
                let [listed, other] = [*pole, 1 - (*pole).min(1)].map(|pole| self.poles[pole.min(1)]);
                by.contains(&listed) && !by.contains(&other)
            }
            _ => false,
        }
    }
}
