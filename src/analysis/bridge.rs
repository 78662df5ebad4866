use super::Figures;
use super::estimate::{EPSILON, share};
use crate::scorecard::Column;

/// Who of a group stands between the poles.
#[derive(Clone, Debug, PartialEq)]
pub struct Bridges {
    /// The poles' alignment with each other, 0 to 1.
    pub poles: f64,
    /// The others of the group that have an alignment with both: most gain first, as far as 1e-12 tells, then least
    /// detour, then column order. Those without any gain are no bridges, and stand last.
    pub columns: Vec<Bridge>,
}

/// How one column stands between the poles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bridge {
    /// The column.
    pub column: Column,
    /// Its alignment with each pole, 0 to 1.
    pub alignments: [f64; 2],
    /// By how much it is closer to both poles than they are to each other: the lower of its alignments minus the poles'
    /// own, -1 to 1.
    pub gain: f64,
    /// The steps by which going over it is longer than from pole to pole, over the most there could be, 0 to 1: the sum
    /// of w (d1 + d2 - d) over 4 sum w, over the measures where all three are known, w being the weight of the measure
    /// times that of its area. 0: it always stands between them. Nothing where nothing is known of all three.
    pub detour: Option<f64>,
}

impl Bridge {
    /// How a column stands between the poles; nothing for a pole and where it or the poles have no alignment.
    pub(super) fn of(figures: &Figures, column: Column) -> Option<Self> {
        let poles = figures.comparison().poles;
        let between = figures.alignment(poles[0], poles[1])?;
        if poles.contains(&column) {
            return None;
        }
        Self::between(figures, between, column)
    }

    fn between(figures: &Figures, poles: f64, column: Column) -> Option<Self> {
        let [first, second] = figures.comparison().poles;
        let alignments = [figures.alignment(column, first)?, figures.alignment(column, second)?];
        let gain = alignments[0].min(alignments[1]) - poles;
        Some(Self { column, alignments, gain, detour: detour(figures, column) })
    }

    /// Whether it is closer to both poles than they are to each other.
    pub fn is_one(&self) -> bool {
        self.gain > EPSILON
    }
}

impl Bridges {
    pub(super) fn compute(figures: &Figures) -> Option<Self> {
        let comparison = figures.comparison();
        let [first, second] = comparison.poles;
        let poles = figures.alignment(first, second)?;
        let others = comparison.group.iter().filter(|column| !comparison.poles.contains(column));
        let mut columns: Vec<Bridge> =
            others.filter_map(|&column| Bridge::between(figures, poles, column)).collect();
        let rounded = |value: f64| (value / EPSILON).round() as i64;
        columns.sort_by_key(|bridge| {
            let detour = bridge.detour.map(rounded);
            (-rounded(bridge.gain), detour.is_none(), detour, bridge.column)
        });
        Some(Self { poles, columns })
    }

    /// Those that are bridges, in order.
    pub fn found(&self) -> impl Iterator<Item = &Bridge> {
        self.columns.iter().filter(|bridge| bridge.is_one())
    }
}

fn detour(figures: &Figures, column: Column) -> Option<f64> {
    let grid = figures.grid();
    let [first, second] = figures.comparison().poles;
    let (mut longer, mut known) = (0, 0);
    for measure in figures.measures() {
        let between = |one, other| grid.steps(measure, one, other);
        if let (Some(there), Some(on), Some(direct)) =
            (between(column, first), between(column, second), between(first, second))
        {
            let weight = grid.weights().product(measure);
            longer += weight * u64::from(there + on - direct);
            known += weight;
        }
    }
    share(longer, 4 * known)
}
