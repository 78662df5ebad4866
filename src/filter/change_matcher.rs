use super::matcher::date_holds;
use super::{EntityMatcher, Filter, Listed, Matcher, Term, Value};
use crate::analysis::{Event, Figures, Listings};
use crate::scorecard::{Board, PartialDate};

/// A filter on dated changes of both kinds.
///
/// A change of a position is accepted as its cell is, a listing as that listing is. A term that says nothing about a
/// kind of change holds for none of them: nobody who asks for an area wants listings.
#[derive(Debug)]
pub struct ChangeMatcher<'a> {
    own: Vec<&'a Term>,
    positions: Matcher<'a>,
    entities: EntityMatcher<'a>,
    leaves_positions: bool,
    leaves_listings: bool,
}

impl Filter {
    /// The filter on the dated changes of a board.
    pub fn on_changes<'a>(
        &'a self,
        board: &'a Board,
        figures: &'a Figures,
        listings: &'a Listings,
        today: PartialDate,
    ) -> ChangeMatcher<'a> {
        let is_own = |term: &&Term| term.field.is_some() && term.asks_about(Listed::Changes);
        let leaves = |listed| self.silent_on(listed).all(|term| term.not || term.asks_about(Listed::Changes));
        ChangeMatcher {
            own: self.terms.iter().filter(is_own).collect(),
            positions: self.on(board, figures, today),
            entities: self.on_entities(board, listings, figures.comparison().poles),
            leaves_positions: leaves(Listed::Measures),
            leaves_listings: leaves(Listed::Entities),
        }
    }
}

impl ChangeMatcher<'_> {
    /// Whether a change is what is looked for.
    pub fn accepts(&self, event: &Event) -> bool {
        self.own.iter().all(|term| is_so(term, event)) && self.accepts_subject(event)
    }

    fn accepts_subject(&self, event: &Event) -> bool {
        if let Some((measure, column)) = event.what.cell() {
            return self.leaves_positions && self.positions.accepts_cell(measure, column);
        }
        let listing = event.what.listing();
        self.leaves_listings
            && listing.is_some_and(|(entity, list)| self.entities.accepts_listing(entity, list))
    }
}

/// Whether a term of a change holds; jurisdictions are asked of what changes.
fn is_so(term: &Term, event: &Event) -> bool {
    term.one(|value| match value {
        Value::Phase(phase) => event.phase == *phase,
        Value::Date(date) => date_holds(term.compare, event.date, *date),
        _ => !term.not,
    })
}
