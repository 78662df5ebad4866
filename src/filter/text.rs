use super::{Term, Value};
use crate::scorecard::{Board, MeasureIndex};

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
        let measure = board.measure(index);
        let named = [&*measure.title, measure.short.as_deref().unwrap_or_default(), &*measure.id];
        (named.into_iter().any(|text| self.stand_in(text)) || self.said(board, index)) != self.not
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
