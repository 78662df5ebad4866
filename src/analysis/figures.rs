use std::sync::Arc;

use crate::scorecard::{Area, Board, Cell, Column, MeasureIndex, PartialDate, Touched};

use super::area::{AreaFigures, AreaSums, Turn};
use super::closeness;
use super::gap_list::{GapList, GapOrder, Upcoming};
use super::pair;
use super::strip::Census;
use super::{
    Bridge, Bridges, Closeness, Comparison, Counts, Gap, Grid, Instruments, Moves, Objective, Pair, Pairing,
    Profile, SideBySide, Standing, Stress, Strip, Tally, Units, Weights, WithoutEach,
};

/// Every figure of a board under one comparison.
///
/// A function of the board and the comparison alone, whether it was computed at once or followed the board from one
/// what-if to the next ([`Figures::follow`]). What is asked of one row or one pair is computed when asked.
#[derive(Clone, Debug)]
pub struct Figures {
    chosen: Comparison,
    comparison: Comparison,
    grid: Arc<Grid>,
    gaps: GapList,
    tallies: Vec<Tally>,
    sums: Vec<AreaSums>,
    areas: Vec<AreaFigures>,
    overall: AreaFigures,
}

impl Figures {
    /// Computes the figures.
    pub fn compute(board: &Board, chosen: &Comparison) -> Self {
        let comparison = &Comparison { group: board.supposed().group(&chosen.group), ..chosen.clone() };
        let grid = Arc::new(Grid::new(board, comparison.lens, Weights::of(board, &comparison.weights)));
        let gaps = GapList::new(board, comparison.profiles(), grid.weights());
        let mut census = Census::new(comparison, grid.columns());
        let tallies: Vec<Tally> =
            board.measure_indexes().map(|measure| census.tally(&grid, measure)).collect();
        let sum = |area: &Area| AreaSums::of(area, &grid, &gaps, &tallies, &mut census);
        let sums: Vec<AreaSums> = board.areas.iter().map(sum).collect();
        let areas: Vec<AreaFigures> = sums.iter().map(AreaSums::figures).collect();
        let overall = AreaFigures::overall(&grid, &areas);
        let (chosen, comparison) = (chosen.clone(), comparison.clone());
        Self { chosen, comparison, grid, gaps, tallies, sums, areas, overall }
    }

    /// Brings the figures up to a board on which other things are supposed than when they were computed. Only the measures
    /// touched are computed anew, unless weights or members changed; either way the figures are those of
    /// [`Figures::compute`] to the last bit.
    pub fn follow(&mut self, board: &Board, touched: &Touched) {
        if touched.everything {
            *self = Self::compute(board, &self.chosen);
        } else {
            for &measure in &touched.measures {
                self.touch(board, measure);
            }
            if !touched.measures.is_empty() {
                self.overall = AreaFigures::overall(&self.grid, &self.areas);
            }
        }
    }

    fn touch(&mut self, board: &Board, measure: MeasureIndex) {
        let mut census = Census::new(&self.comparison, self.grid.columns());
        let (sums, tally) = (&mut self.sums[board.measure(measure).area], &mut self.tallies[measure.index()]);
        sums.turn(Turn::Out, &self.grid, self.gaps.of(measure), tally, &mut census);
        Arc::make_mut(&mut self.grid).read_again(board, self.comparison.lens, measure);
        let weight = self.grid.weights().product(measure);
        self.gaps.measure_again(board, measure, weight);
        *tally = census.tally(&self.grid, measure);
        sums.turn(Turn::In, &self.grid, self.gaps.of(measure), tally, &mut census);
        self.areas[board.measure(measure).area] = sums.figures();
    }

    /// What was compared with what, with the members who are supposed to be in the group.
    pub fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    /// What was chosen to be compared, whoever is supposed to be in the group.
    pub fn chosen(&self) -> &Comparison {
        &self.chosen
    }

    /// A cell as the comparison's lens shows it.
    pub fn cell(&self, board: &Board, measure: MeasureIndex, column: Column) -> Cell {
        self.comparison.lens.cell(board, measure, column)
    }

    /// The levels and weights behind the figures.
    pub fn grid(&self) -> &Grid {
        &self.grid
    }

    /// The gaps between the poles, with everything that is asked of them.
    pub fn gap_list(&self) -> &GapList {
        &self.gaps
    }

    /// The gaps of all measures, in the order by width.
    pub fn gaps(&self) -> &[Gap] {
        self.gaps.all()
    }

    /// The gap of a measure.
    pub fn gap(&self, measure: MeasureIndex) -> &Gap {
        self.gaps.of(measure)
    }

    /// The gaps of all measures in another order.
    pub fn gaps_by(&self, order: GapOrder, board: &Board, today: PartialDate) -> Vec<&Gap> {
        self.gaps.ordered(board, order, today)
    }

    /// The gaps of an area, in the order by width: its widest difference comes first.
    pub fn gaps_of_area(&self, area: &Area) -> impl Iterator<Item = &Gap> {
        let measures = area.measures.clone();
        self.gaps().iter().filter(move |gap| measures.contains(&gap.measure.0))
    }

    /// The earliest step of a pole on a measure that is still to come on `today`.
    pub fn upcoming(&self, board: &Board, measure: MeasureIndex, today: PartialDate) -> Option<Upcoming> {
        self.gaps.upcoming(board, measure, today)
    }

    /// The columns whose positions are the poles' on a measure: on a matter that a union's members decide, the members.
    pub fn pole_columns(&self, board: &Board, measure: MeasureIndex) -> impl Iterator<Item = Column> {
        self.gaps.deciding(board, measure).map(|(column, _)| column)
    }

    /// The columns whose positions are one pole's on a measure.
    pub fn columns_of_pole(&self, board: &Board, measure: MeasureIndex, pole: usize) -> &[Column] {
        self.gaps.columns_of_pole(board, measure, pole)
    }

    /// The poles' gaps in numbers, over some measures.
    pub fn counts_of(&self, measures: impl Iterator<Item = MeasureIndex>) -> Counts {
        self.gaps.counts_of(measures)
    }

    /// The poles' gaps in numbers, over all measures.
    pub fn counts(&self) -> Counts {
        self.overall.counts
    }

    /// The figures of the areas, in reading order.
    pub fn areas(&self) -> &[AreaFigures] {
        &self.areas
    }

    /// The figures of all areas together; its alignment is the group alignment.
    pub fn overall(&self) -> &AreaFigures {
        &self.overall
    }

    /// All measures, in reading order.
    pub fn measures(&self) -> impl ExactSizeIterator<Item = MeasureIndex> + use<> {
        (0..self.tallies.len()).map(|index| MeasureIndex(index as u32))
    }

    /// How the units of the group stand on a measure.
    pub fn tally(&self, measure: MeasureIndex) -> &Tally {
        &self.tallies[measure.index()]
    }

    /// Who of the group stands where on a measure.
    pub fn strip(&self, measure: MeasureIndex) -> Strip {
        Strip::new(&self.grid, &self.comparison, measure)
    }

    /// Whether the group counts the unit of a column on a measure, which is then no other to it.
    pub fn counts_own(&self, measure: MeasureIndex, column: Column) -> bool {
        let Self { comparison, grid, .. } = self;
        match comparison.units {
            Units::Members => comparison.group.contains(&column),
            Units::Decision => comparison.group.iter().any(|&member| {
                grid.standing(measure, member) != Standing::NotApplicable
                    && grid.root(measure, member) == grid.root(measure, column)
            }),
        }
    }

    /// How two columns stand to each other, with everything that is shown beside it.
    pub fn pair(&self, first: Column, second: Column) -> Pair {
        Pair::compute(&self.grid, first, second, self.comparison.threshold)
    }

    /// The same over the measures that `accepts` lets through, as if there were no others.
    pub fn pair_over(
        &self,
        board: &Board,
        [first, second]: [Column; 2],
        accepts: impl Fn(MeasureIndex) -> bool,
    ) -> Pair {
        let grid = self.grid.narrowed(board, accepts);
        Pair::compute(&grid, first, second, self.comparison.threshold)
    }

    /// The alignment of two columns over all areas, available case: the number of [`Figures::pair`] without the rest,
    /// for ordering many columns.
    pub fn alignment(&self, first: Column, second: Column) -> Option<f64> {
        pair::alignment(&self.grid, first, second, self.comparison.threshold)
    }

    /// The columns of the group that a column is compared with and their alignment with it: the others as far as they
    /// have one.
    pub fn compared_with(&self, column: Column) -> impl Iterator<Item = (Column, f64)> {
        let others = self.comparison.group.iter().filter(move |&&other| other != column);
        others.filter_map(move |&other| Some((other, self.alignment(column, other)?)))
    }

    /// The mean of a column's alignments with the others of the group, 0 to 1. Nothing where it has none.
    pub fn mean_alignment(&self, column: Column) -> Option<f64> {
        closeness::mean(self.compared_with(column).map(|(_, alignment)| alignment))
    }

    /// How close each column of the group is to the others. Compares all pairs of the group.
    pub fn closeness(&self) -> Closeness {
        Closeness::compute(self)
    }

    /// What the group alignment would be without each of the group.
    pub fn without_each(&self) -> WithoutEach {
        WithoutEach::compute(self)
    }

    /// Who of the group stands between the poles. Nothing where the poles have no alignment.
    pub fn bridges(&self) -> Option<Bridges> {
        Bridges::compute(self)
    }

    /// How a column stands between the poles, whether it is of the group or not. Nothing for a pole, and where it or the poles
    /// have no alignment.
    pub fn bridge(&self, column: Column) -> Option<Bridge> {
        Bridge::of(self, column)
    }

    /// The others of the group that a move of a column's own level on a measure carries: those that inherit from it.
    pub fn carried(&self, measure: MeasureIndex, column: Column) -> impl Iterator<Item = Column> {
        let group = self.comparison.group.iter().copied();
        group.filter(move |&other| other != column && self.grid.root(measure, other) == column)
    }

    /// The moves that raise a figure.
    pub fn moves(&self, objective: Objective) -> Moves<'_> {
        Moves::new(self, objective)
    }

    /// All pairs of some columns, to be compared now or by another thread.
    pub fn pairing(&self, columns: Vec<Column>) -> Pairing {
        Pairing { grid: Arc::clone(&self.grid), columns, threshold: self.comparison.threshold }
    }

    /// The same over the measures that `accepts` lets through, as if there were no others.
    pub fn pairing_over(
        &self,
        board: &Board,
        columns: Vec<Column>,
        accepts: impl Fn(MeasureIndex) -> bool,
    ) -> Pairing {
        let grid = Arc::new(self.grid.narrowed(board, accepts));
        Pairing { grid, columns, threshold: self.comparison.threshold }
    }

    /// What the alignment of two columns could be if each level of low confidence were one step off.
    pub fn stress(&self, board: &Board, first: Column, second: Column) -> Stress {
        Stress::compute(board, &self.grid, first, second, self.comparison.threshold)
    }

    /// Two jurisdictions side by side, each through its own lens.
    pub fn side_by_side(&self, board: &Board, profiles: [Profile; 2]) -> SideBySide {
        SideBySide::compute(board, profiles, self.grid.weights(), self.comparison.threshold)
    }

    /// Two profiles alone, as the columns 0 and 1 of a grid of their own, and how they stand to each other.
    pub fn pair_of_profiles(&self, board: &Board, profiles: [Profile; 2]) -> (Grid, Pair) {
        let grid = Grid::of_two(board, profiles, self.grid.weights().clone());
        let pair = Pair::compute(&grid, Column(0), Column(1), self.comparison.threshold);
        (grid, pair)
    }

    /// How the kinds of instrument of two columns compare.
    pub fn instruments(&self, board: &Board, first: Column, second: Column) -> Instruments {
        Instruments::compute(board, &self.grid, first, second)
    }
}
