use crate::scorecard::{Board, Column, MeasureIndex};

use super::estimate::share;
use super::{Grid, Standing};

/// How two jurisdictions' kinds of instrument compare. Never mixed into alignment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Instruments {
    /// Measures on which both levels are known and both name a kind of instrument.
    pub common: u32,
    /// Of these, with the same kind.
    pub same: u32,
    /// Of these, at the same level with different kinds.
    pub same_level_different: Vec<MeasureIndex>,
}

impl Instruments {
    /// Compares two columns.
    pub fn compute(board: &Board, grid: &Grid, first: Column, second: Column) -> Self {
        Self::between(board, grid, [first, second], [first, second])
    }

    /// Compares two columns of the grid, `of` two of the board.
    pub(super) fn between(board: &Board, grid: &Grid, columns: [Column; 2], of: [Column; 2]) -> Self {
        let mut instruments = Self::default();
        for measure in board.measure_indexes() {
            let [Standing::Known(level), Standing::Known(other_level)] =
                columns.map(|column| grid.standing(measure, column))
            else {
                continue;
            };
            let approach =
                |column| board.grounds(board.cell(measure, column)).and_then(|found| found.approach);
            let [Some(kind), Some(other_kind)] = of.map(approach) else { continue };
            instruments.common += 1;
            if kind == other_kind {
                instruments.same += 1;
            } else if level == other_level {
                instruments.same_level_different.push(measure);
            }
        }
        instruments
    }

    /// The share of common measures with the same kind of instrument, 0 to 1.
    pub fn same_share(&self) -> Option<f64> {
        share(u64::from(self.same), u64::from(self.common))
    }
}
