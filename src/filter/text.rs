use super::{Term, Value};
use crate::scorecard::{Board, Column, Entity, Measure, MeasureIndex};

/// Words to find, of which one is enough.
#[derive(Debug)]
pub(super) struct Words {
    words: Vec<String>,
    not: bool,
}

impl Words {
    pub(super) fn new(term: &Term) -> Self {
        let words = term.values.iter().filter_map(|value| match value {
            Value::Text(text) => Some(text.to_lowercase()),
            _ => None,
        });
        Self { words: words.collect(), not: term.not }
    }

    /// Whether a measure has one of them: in its titles and its id, else in what its positions say.
    pub(super) fn found(&self, board: &Board, index: MeasureIndex) -> bool {
        (self.named(board.measure(index)) || self.said(board, index)) != self.not
    }

    /// Whether a measure has one of them in its titles and its id, else one position in what it says, its steps too.
    pub(super) fn found_at(&self, board: &Board, index: MeasureIndex, column: Column) -> bool {
        let position = board.position(board.cell(index, column));
        let said = position.is_some_and(|position| {
            let prose = [position.headline, position.instrument, position.summary];
            let steps = position.next.iter().map(|step| step.what);
            let mut prose = prose.into_iter().chain(steps);
            prose.any(|prose| !prose.is_empty() && self.stand_in(&board.text(prose)))
        });
        (self.named(board.measure(index)) || said) != self.not
    }

    fn named(&self, measure: &Measure) -> bool {
        let named = [&*measure.title, measure.short.as_deref().unwrap_or_default(), &*measure.id];
        named.into_iter().any(|text| self.stand_in(text))
    }

    /// Whether an entity has one of them: in its names and its id, else in what is written of it and its listings.
    pub(super) fn found_in(&self, board: &Board, entity: &Entity) -> bool {
        let about = [entity.country, entity.sector, entity.why, entity.headline];
        let of_listings = entity.listings.iter().flat_map(|listing| [listing.reason, listing.remark]);
        let mut prose = entity.aliases.iter().copied().chain(about).chain(of_listings);
        let named = [&*entity.name, &*entity.id].into_iter().any(|text| self.stand_in(text));
        let found = named || prose.any(|prose| !prose.is_empty() && self.stand_in(&board.text(prose)));
        found != self.not
    }

    fn said(&self, board: &Board, measure: MeasureIndex) -> bool {
        let own = board.columns().map(|column| (column, board.cell(measure, column)));
        let own = own.filter(|(column, cell)| cell.root == *column);
        own.filter_map(|(_, cell)| board.position(cell)).any(|position| {
            let prose = [position.headline, position.instrument, position.summary];
            prose.into_iter().any(|prose| !prose.is_empty() && self.stand_in(&board.text(prose)))
        })
    }

    fn stand_in(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.words.iter().any(|word| text.contains(word.as_str()))
    }
}
