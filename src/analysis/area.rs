use crate::scorecard::{Area, Column, MeasureIndex};

use super::estimate::{Estimate, EstimateMean, Mean, share};
use super::gap_list::{GapList, count};
use super::pair::Counts;
use super::strip::Census;
use super::{Gap, Grid, Standing, Tally};

/// The figures of an area, or of all areas together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AreaFigures {
    /// The group's alignment: the mean agreement of its units over the measures, weighted.
    pub alignment: Estimate,
    /// Steps by which the first pole is fuller, over the most there could be; 0 to 1.
    pub first_fuller: Option<f64>,
    /// Steps by which the second pole is fuller, over the most there could be. Never subtracted from the other.
    pub second_fuller: Option<f64>,
    /// The poles' gaps in numbers.
    pub counts: Counts,
    /// Each column's agreement with the group, by column. A column outside the group is a reference.
    pub agreement: Vec<Option<f64>>,
}

impl AreaFigures {
    /// The figures of all areas: means weighted by the areas' weights over the areas that have a value, sums of counts.
    pub(super) fn overall(grid: &Grid, areas: &[Self]) -> Self {
        let (mut alignment, mut counts) = (EstimateMean::default(), Counts::default());
        let [mut first_fuller, mut second_fuller] = [Mean::default(); 2];
        let mut agreement = vec![Mean::default(); grid.columns()];
        for (number, area) in areas.iter().enumerate() {
            let weight = grid.weights().area(number);
            alignment.add(weight, &area.alignment);
            first_fuller.add(weight, area.first_fuller);
            second_fuller.add(weight, area.second_fuller);
            counts.add(&area.counts);
            for (mean, &value) in agreement.iter_mut().zip(&area.agreement) {
                mean.add(weight, value);
            }
        }
        Self {
            alignment: alignment.value(),
            first_fuller: first_fuller.value(),
            second_fuller: second_fuller.value(),
            counts,
            agreement: agreement.into_iter().map(Mean::value).collect(),
        }
    }
}

/// The whole numbers behind the figures of one area: a measure is put in, taken out and put in again, and the figures are
/// the same whatever was in between.
#[derive(Clone, Debug, Default)]
pub(super) struct AreaSums {
    available: Fractions,
    lo: Fractions,
    hi: Fractions,
    unknown: Fractions,
    /// Weighted steps by which each pole is fuller.
    sides: [u64; 2],
    /// The weight of the measures whose gap is known.
    known: u64,
    counts: Counts,
    agreement: Vec<Fractions>,
}

/// Whether a measure is put into sums or taken out of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    In,
    Out,
}

impl Turn {
    fn apply(self, sum: &mut u64, by: u64) {
        match self {
            Self::In => *sum += by,
            Self::Out => *sum -= by,
        }
    }
}

impl AreaSums {
    /// The sums of an area with all its measures in.
    pub(super) fn of(
        area: &Area,
        grid: &Grid,
        gaps: &GapList,
        tallies: &[Tally],
        census: &mut Census<'_>,
    ) -> Self {
        let mut sums = Self { agreement: vec![Fractions::default(); grid.columns()], ..Self::default() };
        for measure in area.measures() {
            sums.turn(Turn::In, grid, gaps.of(measure), &tallies[measure.index()], census);
        }
        sums
    }

    /// Puts a measure in or takes it out, by its gap, its tally and its cells.
    pub(super) fn turn(
        &mut self,
        turn: Turn,
        grid: &Grid,
        gap: &Gap,
        tally: &Tally,
        census: &mut Census<'_>,
    ) {
        self.turn_gap(turn, gap, grid.weights().measure(gap.measure));
        self.turn_tally(turn, tally, grid.weights().measure(gap.measure));
        self.turn_agreement(turn, grid, gap.measure, tally, census);
    }

    fn turn_gap(&mut self, turn: Turn, gap: &Gap, weight: u32) {
        let one = count(std::iter::once(gap));
        match turn {
            Turn::In => self.counts.add(&one),
            Turn::Out => self.counts.take(&one),
        }
        let Some(width) = gap.width() else { return };
        turn.apply(&mut self.known, u64::from(weight));
        if let Some(pole) = gap.fuller() {
            turn.apply(&mut self.sides[pole], u64::from(weight) * u64::from(width));
        }
    }

    fn turn_tally(&mut self, turn: Turn, tally: &Tally, weight: u32) {
        let most = Tally::most_steps(tally.units());
        self.available.turn(turn, weight, tally.steps(), Tally::most_steps(tally.known()));
        self.lo.turn(turn, weight, tally.widest_steps(), most);
        self.hi.turn(turn, weight, tally.closest_steps(), most);
        if tally.units() >= 2 {
            self.unknown.turn(turn, weight, u64::from(tally.unknown()), u64::from(tally.units()));
        }
    }

    /// Each column's distance to the known units other than its own.
    fn turn_agreement(
        &mut self,
        turn: Turn,
        grid: &Grid,
        measure: MeasureIndex,
        tally: &Tally,
        census: &mut Census<'_>,
    ) {
        census.meet(grid, measure);
        for (column, sum) in self.agreement.iter_mut().enumerate() {
            let column = Column(column as u16);
            let Standing::Known(level) = grid.standing(measure, column) else { continue };
            let others = tally.known() - u32::from(census.counts_own(grid, measure, column));
            let weight = grid.weights().measure(measure);
            sum.turn(turn, weight, u64::from(tally.steps_to(level)), 4 * u64::from(others));
        }
    }

    /// The figures of what is in.
    pub(super) fn figures(&self) -> AreaFigures {
        let [first_fuller, second_fuller] = self.sides.map(|steps| share(steps, 4 * self.known));
        AreaFigures {
            alignment: self.alignment(),
            first_fuller,
            second_fuller,
            counts: self.counts,
            agreement: self.agreement.iter().map(Fractions::value).collect(),
        }
    }

    fn alignment(&self) -> Estimate {
        Estimate {
            available: self.available.value(),
            lo: self.lo.value(),
            hi: self.hi.value(),
            coverage: self.unknown.value(),
        }
    }
}

/// The group's alignment in an area, where nothing else of it is needed.
pub(super) fn group_alignment(area: &Area, grid: &Grid, tallies: &[Tally]) -> Estimate {
    let mut sums = AreaSums::default();
    for measure in area.measures() {
        sums.turn_tally(Turn::In, &tallies[measure.index()], grid.weights().measure(measure));
    }
    sums.alignment()
}

/// A weighted mean of 1 - steps/most over measures, in whole numbers for each `most`, so that no rounding depends on the
/// order of the measures.
#[derive(Clone, Debug, Default)]
pub(super) struct Fractions {
    by_most: Vec<(u64, u64, u64)>,
}

impl Fractions {
    pub(super) fn add(&mut self, weight: u32, steps: u64, most: u64) {
        self.turn(Turn::In, weight, steps, most);
    }

    fn turn(&mut self, turn: Turn, weight: u32, steps: u64, most: u64) {
        if most == 0 || weight == 0 {
            return;
        }
        let weight = u64::from(weight);
        let place = match self.by_most.binary_search_by_key(&most, |&(most, ..)| most) {
            Ok(place) => place,
            Err(place) => {
                self.by_most.insert(place, (most, 0, 0));
                place
            }
        };
        let (_, all, weighted) = &mut self.by_most[place];
        turn.apply(all, weight);
        turn.apply(weighted, weight * steps);
        if *all == 0 {
            self.by_most.remove(place);
        }
    }

    pub(super) fn value(&self) -> Option<f64> {
        let weight: u64 = self.by_most.iter().map(|&(_, weight, _)| weight).sum();
        let distance: f64 = self.by_most.iter().map(|&(most, _, steps)| steps as f64 / most as f64).sum();
        (weight > 0).then(|| 1.0 - distance / weight as f64)
    }
}
