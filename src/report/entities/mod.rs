//! `t12 entities`: companies and state bodies by restrictive lists.

mod detail;
mod json;
mod standing;

use crate::analysis::{EntityIndex, Listings};
use crate::filter::Filter;
use crate::report::basis::Basis;
use crate::report::document::{Document, Field, Table};
use crate::report::twin::Twin;
use crate::scorecard::{Caveat, Code, ListingStatus, Register};
pub(crate) use detail::reason;
pub use json::EntitiesJson;
pub(crate) use standing::mark;

/// The entities of all registers.
#[derive(Clone, Debug)]
pub struct Entities<'a> {
    /// What they are taken from.
    pub basis: Basis<'a>,
    /// Who stands on which list.
    pub listings: &'a Listings,
    /// The entities that are listed here, in their order.
    pub listed: Vec<EntityIndex>,
    /// The filter as it is typed; empty where everything is listed.
    filter: String,
    /// Whether everything is told that is written of them.
    in_full: bool,
}

/// Stands below every list of entities.
pub const UNKNOWN_IS_NOT_NO: &str =
    "Unknown says that nobody has looked or found out, not that an entity is not listed.";

impl<'a> Entities<'a> {
    /// The entities that a filter leaves, in the order written.
    pub fn new(basis: Basis<'a>, listings: &'a Listings, filter: &Filter) -> Self {
        let matcher = filter.on_entities(basis.board, listings, basis.figures.comparison().poles);
        let listed = listings.entities().filter(|&entity| matcher.accepts(entity)).collect();
        Self { basis, listings, listed, filter: filter.to_string(), in_full: false }
    }

    /// One entity with everything that is written of it.
    pub fn one(basis: Basis<'a>, listings: &'a Listings, entity: EntityIndex) -> Self {
        Self { basis, listings, listed: vec![entity], filter: String::new(), in_full: true }
    }

    /// What is left of how many; nothing where nothing is filtered.
    fn sentence(&self) -> Option<String> {
        let (found, of) = (self.listed.len(), self.listings.entities().len());
        (!self.filter.is_empty()).then(|| format!("Filter {}: {found} of {}", self.filter, entities(of)))
    }

    /// The table as people read it: how each entity stands in each jurisdiction, and the lists it is on.
    pub fn overview(&self) -> Table {
        let Self { basis, listings, .. } = self;
        let codes = listings.jurisdictions(basis.board, basis.figures.comparison().poles);
        let headings = ["Entity", "Country"].into_iter().chain(codes.iter().map(Code::as_str));
        let last = codes.len() + 2;
        let mut table = Table::new(headings.chain(["Listed on"])).wrapping(&[0, last]);
        for &entity in &self.listed {
            let found = listings.entity(basis.board, entity);
            let mut row = vec![Field::text(&*found.name), Field::text(basis.board.text(found.country))];
            row.extend(
                codes.iter().map(|&code| {
                    Field::text(standing::in_short(listings.on_lists(basis.board, entity, code)))
                }),
            );
            row.push(Field::text(self.lists_of(entity).join(", ")));
            table.row(row);
        }
        table
    }

    /// The lists an entity is on, with since when.
    fn lists_of(&self, entity: EntityIndex) -> Vec<String> {
        let Self { basis, listings, .. } = self;
        let lists = listings.by_jurisdiction(basis.board, basis.figures.comparison().poles);
        let on = lists.into_iter().filter_map(|list| {
            let listing = listings.listing(basis.board, entity, list)?;
            let name = &listings.list(basis.board, list).name;
            let since = listing.since.map(|since| format!(" ({since})")).unwrap_or_default();
            (listing.status == ListingStatus::Listed).then(|| format!("{name}{since}"))
        });
        on.collect()
    }
}

impl Twin for Entities<'_> {
    type Json<'j>
        = EntitiesJson<'j>
    where
        Self: 'j;

    fn document(&self) -> Document {
        let board = self.basis.board;
        if let ([entity], true) = (&*self.listed, self.in_full) {
            return detail::document(&self.basis, self.listings, *entity);
        }
        let mut document = Document::titled(format!("{}: entities by restrictive lists", board.title));
        if board.registers.is_empty() {
            document.paragraph("No file of this workspace is a register of entities (kind: entities).");
            return document;
        }
        if let Some(sentence) = self.sentence() {
            document.paragraph(sentence);
        }
        document.paragraph(self.counts_sentence());
        document.table(self.overview());
        document.paragraph(UNKNOWN_IS_NOT_NO);
        for register in &board.registers {
            document.heading(format!("How they were chosen: {}", register.title));
            document.paragraph(format!("As of {}. {}", register.as_of, board.text(register.summary)));
            document.list(
                "To bear in mind",
                general_caveats(register).map(|text| board.text(text.text).into_owned()).collect(),
            );
        }
        document
    }

    fn table(&self) -> Table {
        let mut table = Table::new([
            "entity",
            "name",
            "country",
            "sector",
            "list",
            "list_name",
            "jurisdiction",
            "status",
            "since",
            "until",
            "reason",
            "scope",
            "remark",
            "source",
        ]);
        table.rows = self.json().rows().collect();
        table
    }

    fn json(&self) -> EntitiesJson<'_> {
        EntitiesJson::of(self)
    }
}

impl Entities<'_> {
    /// The counts of what is listed here: by the poles, and by how many at all.
    fn counts_sentence(&self) -> String {
        let poles = self.basis.poles();
        let [both, first, second, neither] = self.by_poles();
        format!(
            "{}: {both} listed by {} and {}, {first} by {} and not {}, {second} by {} and not {}, {neither} by neither, \
             as far as is known",
            entities(self.listed.len()),
            poles[0],
            poles[1],
            poles[0],
            poles[1],
            poles[1],
            poles[0],
        )
    }

    /// How many are listed by both poles, by the first alone of the two, by the second alone, by neither.
    fn by_poles(&self) -> [usize; 4] {
        let board = self.basis.board;
        let [first, second] = self.basis.figures.comparison().poles.map(|pole| board.jurisdiction(pole).code);
        let mut counts = [0; 4];
        for &entity in &self.listed {
            let by = self.listings.listed_by(board, entity);
            let place = match (by.contains(&first), by.contains(&second)) {
                (true, true) => 0,
                (true, false) => 1,
                (false, true) => 2,
                (false, false) => 3,
            };
            counts[place] += 1;
        }
        counts
    }
}

/// The caveats of a register that are about everything in it.
pub(crate) fn general_caveats(register: &Register) -> impl Iterator<Item = &Caveat> {
    register.caveats.iter().filter(|caveat| caveat.applies_to.is_empty())
}

/// How many there are: `1 entity`, `45 entities`.
pub(crate) fn entities(count: usize) -> String {
    if count == 1 { "1 entity".to_owned() } else { format!("{count} entities") }
}
