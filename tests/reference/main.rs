//! The figures against numbers from the literature, worked examples, and a slow and simple second computation.

#![expect(clippy::unwrap_used, reason = "tests")]

mod agreement;
mod blocs;
#[path = "../support/board.rs"]
mod board;
mod bounds;
mod change;
mod closeness;
mod explain;
mod laws;
mod lenses;
mod model;
mod moves;
mod naive;
mod pairs;
mod poles;
mod robustness;
mod side_by_side;
mod spread;
mod suppose;

use t12::analysis::{Comparison, Figures, Units};
use t12::scorecard::{Board, Column, MeasureIndex};

/// The figures of a board with its own start values.
fn figures(board: &Board) -> Figures {
    Figures::compute(board, &Comparison::of(board))
}

/// The figures with every column counted.
fn figures_by_members(board: &Board) -> Figures {
    Figures::compute(board, &Comparison { units: Units::Members, ..Comparison::of(board) })
}

/// Both present and equal to within 1e-12, or both absent.
fn same(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-12,
        (a, b) => a.is_none() && b.is_none(),
    }
}

const FIRST: Column = Column(0);
const SECOND: Column = Column(1);
const MEASURE: MeasureIndex = MeasureIndex(0);
