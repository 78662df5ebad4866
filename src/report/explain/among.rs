use std::sync::Arc;

use crate::analysis::Pairs;
use crate::scorecard::{Board, Column, MeasureIndex};

/// Whom and what an explanation of pairs looks at: what a command looks at, or what is on screen.
#[derive(Clone, Debug)]
pub struct Among {
    /// Who is in the tree, in the order that decides between equals.
    pub columns: Vec<Column>,
    /// The measures that a filter leaves, in reading order; all where there is none.
    pub measures: Option<Vec<MeasureIndex>>,
    /// The pairs of these over those, where they are computed already.
    pub pairs: Option<Arc<Pairs>>,
}

impl Among {
    /// Everyone of a board, on every measure.
    pub fn all(board: &Board) -> Self {
        Self { columns: board.columns().collect(), measures: None, pairs: None }
    }

    /// Whether a measure is looked at.
    pub(super) fn has(&self, measure: MeasureIndex) -> bool {
        self.measures.as_ref().is_none_or(|measures| measures.binary_search(&measure).is_ok())
    }
}
