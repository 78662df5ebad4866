use std::collections::BTreeMap;

use crate::scorecard::{Board, Cell, Column, MeasureIndex, Position};

use super::super::area::group_alignment;
use super::super::estimate::EstimateMean;
use super::super::side::Pole;
use super::super::{Comparison, Estimate, Gap, Grid, Profile, Tally, Weights};
use super::Census;

/// Two editions of a board with what they have in common.
pub(super) struct Editions<'b> {
    /// The earlier and the later one.
    pub(super) each: [Edition<'b>; 2],
    /// The jurisdictions of both, in column order of the later one.
    pub(super) columns: Vec<[Column; 2]>,
    /// The measures of both, in reading order of the later one.
    pub(super) common: Vec<Common>,
    pub(super) added: Vec<MeasureIndex>,
    pub(super) removed: Vec<MeasureIndex>,
}

/// A measure of both editions.
pub(super) struct Common {
    pub(super) measure: [MeasureIndex; 2],
    pub(super) is_broken: bool,
}

impl<'b> Editions<'b> {
    /// Nothing where a pole is not on the earlier board.
    pub(super) fn new(earlier: &'b Board, later: &'b Board, comparison: &Comparison) -> Option<Self> {
        let columns: Vec<[Column; 2]> = later
            .columns()
            .filter_map(|column| Some([earlier.column(later.jurisdiction(column).code)?, column]))
            .collect();
        let (common, added, removed) = measures(earlier, later);
        let weights = common_weights(earlier, later, comparison, &common);
        let [before, after] = comparisons(&columns, comparison)?;
        let [weights_before, weights_after] = weights;
        let each = [Edition::new(earlier, before, weights_before), Edition::new(later, after, weights_after)];
        Some(Self { each, columns, common, added, removed })
    }

    /// Whether a column of the earlier board is that jurisdiction on the later one.
    pub(super) fn is_same(&self, before: Column, after: Column) -> bool {
        self.columns.contains(&[before, after])
    }
}

/// The comparison on both boards, with those of the group that are on both.
fn comparisons(columns: &[[Column; 2]], comparison: &Comparison) -> Option<[Comparison; 2]> {
    let before = |after: Column| columns.iter().find(|pair| pair[1] == after).map(|pair| pair[0]);
    let poles = [before(comparison.poles[0])?, before(comparison.poles[1])?];
    let group: Vec<Column> =
        comparison.group.iter().copied().filter(|&column| before(column).is_some()).collect();
    let mut group_before: Vec<Column> = group.iter().filter_map(|&column| before(column)).collect();
    group_before.sort_unstable();
    Some([
        Comparison { poles, group: group_before, ..comparison.clone() },
        Comparison { group, ..comparison.clone() },
    ])
}

type Places = Vec<MeasureIndex>;

fn measures(earlier: &Board, later: &Board) -> (Vec<Common>, Places, Places) {
    let name = |board: &'_ Board, measure| {
        let (area, id) = (board.area_of(measure).id.clone(), board.measure(measure).id.clone());
        (area, id)
    };
    let mut before: BTreeMap<_, MeasureIndex> =
        earlier.measure_indexes().map(|measure| (name(earlier, measure), measure)).collect();
    let (mut common, mut added) = (Vec::new(), Vec::new());
    for measure in later.measure_indexes() {
        match before.remove(&name(later, measure)) {
            Some(then) => common.push(Common {
                measure: [then, measure],
                is_broken: !has_same_rubric(earlier, then, later, measure),
            }),
            None => added.push(measure),
        }
    }
    let mut removed: Places = before.into_values().collect();
    removed.sort_unstable();
    (common, added, removed)
}

fn has_same_rubric(earlier: &Board, before: MeasureIndex, later: &Board, after: MeasureIndex) -> bool {
    let sentences = earlier.measure(before).scale.iter().zip(&later.measure(after).scale);
    sentences.into_iter().all(|(&before, &after)| earlier.text(before) == later.text(after))
}

/// The weights of the later edition on both boards, 0 on measures whose series is broken or that only one has.
fn common_weights(
    earlier: &Board,
    later: &Board,
    comparison: &Comparison,
    common: &[Common],
) -> [Weights; 2] {
    let in_use = Weights::of(later, &comparison.weights);
    let mut measures = [earlier, later].map(|board| vec![0; board.measures.len()]);
    for common in common.iter().filter(|common| !common.is_broken) {
        for (weights, measure) in measures.iter_mut().zip(common.measure) {
            weights[measure.index()] = in_use.measure(common.measure[1]);
        }
    }
    let places: BTreeMap<&str, usize> =
        later.areas.iter().zip(0..).map(|(area, at)| (&*area.id, at)).collect();
    let areas = |board: &Board| {
        let weight = |id: &str| places.get(id).map_or(0, |&place| in_use.area(place));
        board.areas.iter().map(|area| weight(&area.id)).collect()
    };
    let [before, after] = measures;
    [Weights::new(earlier, before, areas(earlier)), Weights::new(later, after, areas(later))]
}

/// One edition of a board.
pub(super) struct Edition<'b> {
    pub(super) board: &'b Board,
    pub(super) grid: Grid,
    comparison: Comparison,
    poles: [Pole; 2],
}

impl<'b> Edition<'b> {
    fn new(board: &'b Board, comparison: Comparison, weights: Weights) -> Self {
        let lens = comparison.lens;
        let poles = comparison.poles.map(|column| Pole::new(board, Profile { column, lens }));
        Self { board, grid: Grid::new(board, comparison.lens, weights), comparison, poles }
    }

    pub(super) fn census(&self) -> Census<'_> {
        Census::new(&self.comparison, self.grid.columns())
    }

    /// A cell as it is seen through the lens.
    pub(super) fn cell(&self, measure: MeasureIndex, column: Column) -> Cell {
        self.comparison.lens.cell(self.board, measure, column)
    }

    /// A jurisdiction's own position, nothing where it inherits or says nothing.
    pub(super) fn own(&self, measure: MeasureIndex, column: Column) -> Option<&'b Position> {
        let cell = self.board.cell(measure, column);
        self.board.position(cell).filter(|_| cell.root == column)
    }

    pub(super) fn gap(&self, measure: MeasureIndex) -> Gap {
        let weight = self.grid.weights().product(measure);
        Gap::measure(self.board, &self.poles, measure, weight)
    }

    /// The group's alignment over the measures that are weighed.
    pub(super) fn alignment(&self, tallies: &[Tally]) -> Estimate {
        let mut mean = EstimateMean::default();
        for (number, area) in self.board.areas.iter().enumerate() {
            mean.add(self.grid.weights().area(number), &group_alignment(area, &self.grid, tallies));
        }
        mean.value()
    }
}
