use crate::scorecard::{Board, Column, Confidence, Level, MeasureIndex, Position};

use super::estimate::{Mean, share};
use super::{Grid, Standing};

/// The levels a known level could be: itself, and where its confidence is low one step off either way, from 0 to 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ends {
    pub(super) lo: u8,
    pub(super) hi: u8,
}

impl Ends {
    pub(super) fn of(position: Option<&Position>, level: Level) -> Self {
        let off = u8::from(position.is_some_and(|found| found.confidence == Some(Confidence::Low)));
        let level = level.number();
        Self { lo: level.saturating_sub(off), hi: (level + off).min(Level::HIGHEST) }
    }

    /// The fewest and the most steps between two levels.
    fn steps(self, other: Self) -> [u8; 2] {
        [
            self.lo.saturating_sub(other.hi).max(other.lo.saturating_sub(self.hi)),
            self.hi.saturating_sub(other.lo).max(other.hi.saturating_sub(self.lo)),
        ]
    }
}

/// The lowest and the highest alignment of two jurisdictions, available case, if each level of low confidence could be
/// one step off either way. Nothing where there is no point value.
#[derive(Clone, Debug, PartialEq)]
pub struct Stress {
    /// By area.
    pub areas: Vec<Option<[f64; 2]>>,
    /// Over all areas, as their weighted mean.
    pub overall: Option<[f64; 2]>,
}

impl Stress {
    /// Stresses a pair. Below `threshold` per mille of coverage an area has no value.
    pub fn compute(board: &Board, grid: &Grid, first: Column, second: Column, threshold: u32) -> Self {
        let ranges = board.areas.iter().map(|area| {
            let mut sums = Sums::default();
            for measure in area.measures() {
                sums.add(board, grid, measure, [first, second]);
            }
            sums.range(threshold)
        });
        let areas: Vec<Option<[f64; 2]>> = ranges.collect();
        let mean = |end: usize| {
            let mut mean = Mean::default();
            for (number, range) in areas.iter().enumerate() {
                mean.add(grid.weights().area(number), range.map(|range| range[end]));
            }
            mean.value()
        };
        let overall = mean(0).zip(mean(1)).map(|(lo, hi)| [lo, hi]);
        Self { areas, overall }
    }
}

/// Weights in thousandths, and weighted steps.
#[derive(Default)]
struct Sums {
    comparable: u64,
    known: u64,
    least: u64,
    most: u64,
}

impl Sums {
    fn add(&mut self, board: &Board, grid: &Grid, measure: MeasureIndex, pair: [Column; 2]) {
        let weight = u64::from(grid.weights().measure(measure));
        let standings = pair.map(|column| grid.standing(measure, column));
        if standings.contains(&Standing::NotApplicable) {
            return;
        }
        self.comparable += weight;
        let same_root = grid.root(measure, pair[0]) == grid.root(measure, pair[1]);
        let ends = |column| match grid.standing(measure, column) {
            Standing::Known(level) => Some(Ends::of(board.grounds(board.cell(measure, column)), level)),
            Standing::Unknown | Standing::NotApplicable => None,
        };
        let steps = match (ends(pair[0]), ends(pair[1])) {
            _ if same_root => Some([0, 0]),
            (Some(ends), Some(other)) => Some(ends.steps(other)),
            _ => None,
        };
        if let Some([least, most]) = steps {
            self.known += weight;
            self.least += weight * u64::from(least);
            self.most += weight * u64::from(most);
        }
    }

    fn range(&self, threshold: u32) -> Option<[f64; 2]> {
        if self.known * 1000 < self.comparable * u64::from(threshold) {
            return None;
        }
        let most = 4 * self.known;
        share(most - self.most, most).zip(share(most - self.least, most)).map(|(lo, hi)| [lo, hi])
    }
}
