use crate::scorecard::{Area, Column};

use super::estimate::{Estimate, EstimateMean, Mean, share};
use super::gap_list::{GapList, count};
use super::pair::Counts;
use super::strip::Census;
use super::{Grid, Standing, Tally};

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

    /// The figures of one area from its gaps and tallies.
    pub(super) fn of(
        area: &Area,
        grid: &Grid,
        gaps: &GapList,
        tallies: &[Tally],
        census: &mut Census<'_>,
    ) -> Self {
        let [first_fuller, second_fuller] = two_sides(area, grid, gaps);
        Self {
            alignment: group_alignment(area, grid, tallies),
            first_fuller,
            second_fuller,
            counts: count(area.measures().map(|measure| gaps.of(measure))),
            agreement: agreements(area, grid, tallies, census),
        }
    }
}

/// Mean steps over 4 by which each pole is fuller, over the measures whose gap is known.
fn two_sides(area: &Area, grid: &Grid, gaps: &GapList) -> [Option<f64>; 2] {
    let (mut sides, mut known) = ([0; 2], 0);
    for measure in area.measures() {
        let gap = gaps.of(measure);
        let Some(width) = gap.width() else { continue };
        let weight = u64::from(grid.weights().measure(measure));
        known += weight;
        if let Some(pole) = gap.fuller() {
            sides[pole] += weight * u64::from(width);
        }
    }
    sides.map(|steps| share(steps, 4 * known))
}

/// A weighted mean of 1 - steps/most over measures, in whole numbers for each `most`, so that no rounding depends on the
/// order of the measures.
#[derive(Clone, Debug, Default)]
pub(super) struct Fractions {
    by_most: Vec<(u64, u64, u64)>,
}

impl Fractions {
    pub(super) fn add(&mut self, weight: u32, steps: u64, most: u64) {
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
        self.by_most[place].1 += weight;
        self.by_most[place].2 += weight * steps;
    }

    pub(super) fn value(&self) -> Option<f64> {
        let weight: u64 = self.by_most.iter().map(|&(_, weight, _)| weight).sum();
        let distance: f64 = self.by_most.iter().map(|&(most, _, steps)| steps as f64 / most as f64).sum();
        (weight > 0).then(|| 1.0 - distance / weight as f64)
    }
}

fn group_alignment(area: &Area, grid: &Grid, tallies: &[Tally]) -> Estimate {
    let [mut available, mut lo, mut hi, mut unknown] = [const { Fractions { by_most: Vec::new() } }; 4];
    for measure in area.measures() {
        let (weight, tally) = (grid.weights().measure(measure), &tallies[measure.index()]);
        let most = Tally::most_steps(tally.units());
        available.add(weight, tally.steps(), Tally::most_steps(tally.known()));
        lo.add(weight, tally.widest_steps(), most);
        hi.add(weight, tally.closest_steps(), most);
        if tally.units() >= 2 {
            unknown.add(weight, u64::from(tally.unknown()), u64::from(tally.units()));
        }
    }
    Estimate { available: available.value(), lo: lo.value(), hi: hi.value(), coverage: unknown.value() }
}

/// Each column's agreement with the known units other than its own.
fn agreements(area: &Area, grid: &Grid, tallies: &[Tally], census: &mut Census<'_>) -> Vec<Option<f64>> {
    let mut sums = vec![Fractions::default(); grid.columns()];
    for measure in area.measures() {
        census.meet(grid, measure);
        for (column, sum) in sums.iter_mut().enumerate() {
            let column = Column(column as u16);
            let Standing::Known(level) = grid.standing(measure, column) else { continue };
            let tally = &tallies[measure.index()];
            let others = tally.known() - u32::from(census.counts_own(grid, measure, column));
            sum.add(grid.weights().measure(measure), u64::from(tally.steps_to(level)), 4 * u64::from(others));
        }
    }
    sums.iter().map(Fractions::value).collect()
}
