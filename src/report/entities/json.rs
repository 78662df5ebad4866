use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::{Entities, general_caveats};
use crate::analysis::{EntityIndex, ListIndex};
use crate::report::basis::Basis;
use crate::report::document::Field;
use crate::report::json::{ComparisonJson, VERSION, written};
use crate::scorecard::{Board, Listing, ListingStatus, Prose, Register};

/// The JSON of `t12 entities`.
#[derive(Debug, Serialize)]
pub struct EntitiesJson<'a> {
    t12: u32,
    comparison: ComparisonJson<'a>,
    filter: Option<FoundJson<'a>>,
    registers: Vec<RegisterJson<'a>>,
    lists: Vec<ListJson<'a>>,
    entities: Vec<EntityJson<'a>>,
    counts: CountsJson,
}

#[derive(Debug, Serialize)]
struct FoundJson<'a> {
    terms: &'a str,
    found: usize,
    of: usize,
}

#[derive(Debug, Serialize)]
struct RegisterJson<'a> {
    id: &'a str,
    title: &'a str,
    summary: Option<String>,
    as_of: String,
    caveats: Vec<String>,
}

#[derive(Debug, Serialize)]
struct ListJson<'a> {
    list: &'a str,
    name: &'a str,
    jurisdiction: &'a str,
    authority: Option<String>,
    legal_basis: Option<String>,
    effect: Option<String>,
    url: Option<String>,
    checked_to: Option<String>,
    check_source: Option<String>,
}

#[derive(Debug, Serialize)]
struct EntityJson<'a> {
    entity: &'a str,
    register: &'a str,
    name: &'a str,
    aliases: Vec<String>,
    country: Option<String>,
    sector: Option<String>,
    why: Option<String>,
    headline: Option<String>,
    listed_by: Vec<String>,
    listings: ByList<'a>,
    caveats: Vec<String>,
}

#[derive(Debug, Serialize)]
struct ListingJson {
    status: &'static str,
    since: Option<String>,
    until: Option<String>,
    reason: Option<String>,
    scope: Option<String>,
    remark: Option<String>,
    source: Option<String>,
}

#[derive(Debug, Serialize)]
struct CountsJson {
    entities: usize,
    both_poles: usize,
    first_only: usize,
    second_only: usize,
    neither_pole: usize,
}

/// An object by list whose keys stand in the order of the lists.
#[derive(Debug)]
struct ByList<'a>(Vec<(&'a str, ListingJson)>);

impl Serialize for ByList<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (list, listing) in &self.0 {
            map.serialize_entry(list, listing)?;
        }
        map.end()
    }
}

impl<'a> EntitiesJson<'a> {
    pub(super) fn of(entities: &'a Entities<'_>) -> Self {
        let Entities { basis, listings, listed, filter, .. } = entities;
        let board = basis.board;
        let lists = listings.by_jurisdiction(board, basis.figures.comparison().poles);
        let [both_poles, first_only, second_only, neither_pole] = entities.by_poles();
        let found = FoundJson { terms: filter, found: listed.len(), of: listings.entities().len() };
        Self {
            t12: VERSION,
            comparison: ComparisonJson::of(basis),
            filter: (!filter.is_empty()).then_some(found),
            registers: board.registers.iter().map(|register| RegisterJson::of(board, register)).collect(),
            lists: lists.iter().map(|&list| ListJson::of(entities, list)).collect(),
            entities: listed.iter().map(|&entity| EntityJson::of(entities, entity, &lists)).collect(),
            counts: CountsJson { entities: listed.len(), both_poles, first_only, second_only, neither_pole },
        }
    }

    /// The listings as rows of a table.
    pub(super) fn rows(&self) -> impl Iterator<Item = Vec<Field>> {
        self.entities.iter().flat_map(|entity| {
            entity.listings.0.iter().map(|(id, listing)| {
                let list = self.lists.iter().find(|list| list.list == *id);
                let text = |text: &Option<String>| Field::text(text.as_deref().unwrap_or_default());
                vec![
                    Field::text(entity.entity),
                    Field::text(entity.name),
                    text(&entity.country),
                    text(&entity.sector),
                    Field::text(*id),
                    Field::text(list.map_or("", |list| list.name)),
                    Field::text(list.map_or("", |list| list.jurisdiction)),
                    Field::text(listing.status),
                    text(&listing.since),
                    text(&listing.until),
                    text(&listing.reason),
                    text(&listing.scope),
                    text(&listing.remark),
                    text(&listing.source),
                ]
            })
        })
    }
}

impl<'a> RegisterJson<'a> {
    fn of(board: &'a Board, register: &'a Register) -> Self {
        let general = general_caveats(register);
        Self {
            id: &register.id,
            title: &register.title,
            summary: written(board, register.summary),
            as_of: register.as_of.to_string(),
            caveats: general.map(|caveat| board.text(caveat.text).into_owned()).collect(),
        }
    }
}

impl<'a> ListJson<'a> {
    fn of(entities: &'a Entities<'_>, list: ListIndex) -> Self {
        let board = entities.basis.board;
        let list = entities.listings.list(board, list);
        let text = |prose: Prose| written(board, prose);
        Self {
            list: &list.id,
            name: &list.name,
            jurisdiction: list.jurisdiction.as_str(),
            authority: text(list.authority),
            legal_basis: text(list.legal_basis),
            effect: text(list.effect),
            url: text(list.url),
            checked_to: list.checked_to.map(|date| date.to_string()),
            check_source: text(list.check_source),
        }
    }
}

impl<'a> EntityJson<'a> {
    fn of(entities: &'a Entities<'_>, index: EntityIndex, lists: &[ListIndex]) -> Self {
        let Entities { basis: Basis { board, .. }, listings, .. } = entities;
        let entity = listings.entity(board, index);
        let text = |prose: Prose| written(board, prose);
        let by = listings.listed_by(board, index);
        let own = lists.iter().filter(|&&list| listings.is_of_one_register(index, list));
        Self {
            entity: &entity.id,
            register: &listings.register(board, index).id,
            name: &entity.name,
            aliases: entity.aliases.iter().map(|&alias| board.text(alias).into_owned()).collect(),
            country: text(entity.country),
            sector: text(entity.sector),
            why: text(entity.why),
            headline: text(entity.headline),
            listed_by: by.iter().map(ToString::to_string).collect(),
            listings: ByList(own.map(|&list| ListingJson::of(entities, index, list)).collect()),
            caveats: listings
                .caveats(board, index)
                .map(|caveat| board.text(caveat.text).into_owned())
                .collect(),
        }
    }
}

impl ListingJson {
    fn of<'a>(entities: &'a Entities<'_>, entity: EntityIndex, list: ListIndex) -> (&'a str, Self) {
        let Entities { basis: Basis { board, .. }, listings, .. } = entities;
        let listing = listings.listing(board, entity, list);
        let text = |pick: fn(&Listing) -> Prose| listing.and_then(|listing| written(board, pick(listing)));
        let told = Self {
            status: listing.map_or(ListingStatus::Unknown, |listing| listing.status).key(),
            since: listing.and_then(|listing| listing.since).map(|date| date.to_string()),
            until: listing.and_then(|listing| listing.until).map(|date| date.to_string()),
            reason: text(|listing| listing.reason),
            scope: text(|listing| listing.scope),
            remark: text(|listing| listing.remark),
            source: text(|listing| listing.source),
        };
        (&*listings.list(board, list).id, told)
    }
}
