use crate::scorecard::Column;

use super::Grid;
use super::estimate::{Estimate, EstimateMean, Mean, share};
use super::lanes::{self, Compared};

/// Numbers of measures by how two jurisdictions stand to each other. Every measure counts, whatever its weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// At the same level. Two that inherit one unknown level are at the same level, and neither `both` nor `neither`.
    pub same: u32,
    /// Of these, at level 2 or more: both have it.
    pub both: u32,
    /// Of these, at level 1 or less: neither has it. Absence is not agreement.
    pub neither: u32,
    /// One step apart.
    pub one: u32,
    /// Two or more steps apart.
    pub two_or_more: u32,
    /// The level of a side is unknown.
    pub open: u32,
    /// The question does not apply to a side.
    pub not_comparable: u32,
    /// With the first fuller.
    pub first_fuller: u32,
    /// With the second fuller. Never subtracted from the other.
    pub second_fuller: u32,
}

impl Counts {
    /// The measures that are comparable and known.
    pub fn known(&self) -> u32 {
        self.same + self.one + self.two_or_more
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.same += other.same;
        self.both += other.both;
        self.neither += other.neither;
        self.one += other.one;
        self.two_or_more += other.two_or_more;
        self.open += other.open;
        self.not_comparable += other.not_comparable;
        self.first_fuller += other.first_fuller;
        self.second_fuller += other.second_fuller;
    }

    /// Takes away what was added.
    pub(super) fn take(&mut self, other: &Self) {
        self.same -= other.same;
        self.both -= other.both;
        self.neither -= other.neither;
        self.one -= other.one;
        self.two_or_more -= other.two_or_more;
        self.open -= other.open;
        self.not_comparable -= other.not_comparable;
        self.first_fuller -= other.first_fuller;
        self.second_fuller -= other.second_fuller;
    }
}

/// How two jurisdictions stand to each other in one area, or over all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PairArea {
    /// Alignment, 1 minus the mean distance in steps over 4: Gower's similarity with the range fixed at the rubric's 4
    /// steps (Gower 1971), which on levels 0, 2, 4 is Lijphart's index of agreement (Lijphart 1963), and with
    /// S = 2A - 1 the similarity of Signorino and Ritter (1999).
    pub alignment: Estimate,
    /// The share of the weight on which both are at the same level: 1 minus the answer-based heterogeneity.
    pub same_answer: Option<f64>,
    /// Mean distance over 4 on the measures where the first is fuller.
    pub first_fuller: Option<f64>,
    /// Mean distance over 4 on the measures where the second is fuller.
    pub second_fuller: Option<f64>,
    /// The counts behind the shares.
    pub counts: Counts,
}

/// How two jurisdictions stand to each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The first.
    pub first: Column,
    /// The second.
    pub second: Column,
    /// By area.
    pub areas: Vec<PairArea>,
    /// Over all areas: means weighted by the areas' weights over the areas that have a value, sums of the counts.
    pub overall: PairArea,
}

impl Pair {
    /// Compares two columns. Below `threshold` per mille of coverage an area has no point value.
    pub fn compute(grid: &Grid, first: Column, second: Column, threshold: u32) -> Self {
        let (mut estimate, mut counts) = (EstimateMean::default(), Counts::default());
        let [mut same_answer, mut first_fuller, mut second_fuller] = [Mean::default(); 3];
        let areas: Vec<PairArea> =
            (0..grid.areas()).map(|area| Sums::of(grid, area, first, second).figures(threshold)).collect();
        for (number, area) in areas.iter().enumerate() {
            let weight = grid.weights().area(number);
            estimate.add(weight, &area.alignment);
            same_answer.add(weight, area.same_answer);
            first_fuller.add(weight, area.first_fuller);
            second_fuller.add(weight, area.second_fuller);
            counts.add(&area.counts);
        }
        let overall = PairArea {
            alignment: estimate.value(),
            same_answer: same_answer.value(),
            first_fuller: first_fuller.value(),
            second_fuller: second_fuller.value(),
            counts,
        };
        Self { first, second, areas, overall }
    }
}

/// The alignment of two columns over all areas, the available case alone: what ordering many columns needs. The same
/// number as [`Pair::compute`] gives.
pub(super) fn alignment(grid: &Grid, first: Column, second: Column, threshold: u32) -> Option<f64> {
    let mut mean = Mean::default();
    for area in 0..grid.areas() {
        let sums = Sums::of_distance(grid, area, first, second);
        mean.add(grid.weights().area(area), sums.available(threshold));
    }
    mean.value()
}

/// The weight of what is known of two columns by area, in thousandths; 0 where it is too little to speak of the area.
pub(super) fn known(grid: &Grid, first: Column, second: Column, threshold: u32) -> Vec<u64> {
    let sums = (0..grid.areas()).map(|area| Sums::of_distance(grid, area, first, second));
    sums.map(|sums| sums.enough(threshold)).collect()
}

/// Sums over the measures of an area, in thousandths of weight.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    comparable: u64,
    known: u64,
    apart: u64,
    steps: u64,
    first_steps: u64,
    open_steps: u64,
    counts: Counts,
}

impl Sums {
    fn of(grid: &Grid, area: usize, first: Column, second: Column) -> Self {
        let (first, second) = (grid.row(first), grid.row(second));
        let mut sums = Self::default();
        for class in grid.classes(area) {
            let (first, second) = (&first[class.bundles.clone()], &second[class.bundles.clone()]);
            let compared = lanes::compare(first, second, class.measures);
            sums.weigh(u64::from(class.weight), &compared);
            if class.counted {
                sums.count(&compared);
            }
        }
        sums
    }

    /// The sums that the alignment needs, without the rest.
    fn of_distance(grid: &Grid, area: usize, first: Column, second: Column) -> Self {
        let (first, second) = (grid.row(first), grid.row(second));
        let mut sums = Self::default();
        for class in grid.classes(area) {
            let (first, second) = (&first[class.bundles.clone()], &second[class.bundles.clone()]);
            let distance = lanes::distance(first, second, class.measures);
            let weight = u64::from(class.weight);
            sums.comparable += weight * u64::from(class.measures - distance.not_applicable);
            sums.known += weight * u64::from(distance.known);
            sums.steps += weight * u64::from(distance.steps);
        }
        sums
    }

    fn weigh(&mut self, weight: u64, compared: &Compared) {
        self.comparable += weight * u64::from(compared.comparable());
        self.known += weight * u64::from(compared.known + compared.same_root);
        self.apart += weight * u64::from(compared.apart);
        self.steps += weight * u64::from(compared.steps);
        self.first_steps += weight * u64::from(compared.first_steps);
        self.open_steps += weight * u64::from(compared.open_steps);
    }

    fn count(&mut self, compared: &Compared) {
        let known = compared.known + compared.same_root;
        self.counts.add(&Counts {
            same: known - compared.apart,
            both: compared.both,
            neither: compared.known - compared.apart - compared.both,
            one: compared.apart - compared.far_apart,
            two_or_more: compared.far_apart,
            open: compared.comparable() - known,
            not_comparable: compared.not_applicable,
            first_fuller: compared.first_fuller,
            second_fuller: compared.apart - compared.first_fuller,
        });
    }

    /// The known weight, where it is enough of the comparable weight to speak of the area.
    fn enough(&self, threshold: u32) -> u64 {
        let covered = self.known * 1000 >= self.comparable * u64::from(threshold);
        if covered { self.known } else { 0 }
    }

    fn available(&self, threshold: u32) -> Option<f64> {
        let most = 4 * self.enough(threshold);
        share(most.saturating_sub(self.steps), most)
    }

    fn figures(&self, threshold: u32) -> PairArea {
        let known = self.enough(threshold);
        let most = 4 * self.comparable;
        PairArea {
            alignment: Estimate {
                available: self.available(threshold),
                lo: share(most - self.steps - self.open_steps, most),
                hi: share(most - self.steps, most),
                coverage: share(self.known, self.comparable),
            },
            same_answer: share(known.saturating_sub(self.apart), known),
            first_fuller: share(self.first_steps, 4 * known),
            second_fuller: share(self.steps - self.first_steps, 4 * known),
            counts: self.counts,
        }
    }
}
