use crate::scorecard::{Column, MeasureIndex};

use super::super::{Figures, Grid, Move, Objective, Standing};
use super::Weighed;
use super::ranks::Ranked;

/// What known gaps are ranked by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GapRanking {
    /// Width first, which no weight changes; then the weight of the measure times that of its area.
    #[default]
    Width,
    /// Steps times weight.
    Weighted,
}

/// Things that each rest on one measure and are proportional to its weight.
pub(super) struct Products {
    items: Vec<Product>,
    scale: Scale,
}

struct Product {
    measure: usize,
    area: usize,
    tier: u8,
    /// The value for each part of weight, before the scale.
    factor: f64,
}

/// What a part of weight counts in an area.
enum Scale {
    /// The weight of the area.
    Areas(Vec<f64>),
    /// The area's share of the board over the weight of its measures that count.
    Shares(Shares),
}

struct Shares {
    areas: Vec<f64>,
    area_of: Vec<usize>,
    /// 1 for the measures that count, else 0.
    known: Vec<f64>,
    /// 1 for the measures that could count, else 0.
    comparable: Vec<f64>,
    /// The part of the comparable weight that has to count, per mille.
    threshold: f64,
}

impl Products {
    /// The gaps that are known, in the order by width.
    pub(super) fn of_gaps(figures: &Figures, by: GapRanking) -> (Self, Vec<MeasureIndex>) {
        let weights = figures.grid().weights();
        let known = figures.gaps().iter().filter_map(|gap| Some((gap.measure, gap.width()?)));
        let (mut items, mut measures) = (Vec::new(), Vec::new());
        for (measure, width) in known {
            let (tier, factor) = match by {
                GapRanking::Width => (width, 1.0),
                GapRanking::Weighted => (0, f64::from(width)),
            };
            items.push(Product { measure: measure.index(), area: weights.area_of(measure), tier, factor });
            measures.push(measure);
        }
        (Self { items, scale: Scale::Areas(area_weights(figures.grid())) }, measures)
    }

    /// Moves towards an objective; nothing for the mean of one jurisdiction.
    pub(super) fn of_moves(figures: &Figures, objective: Objective, moves: &[Move]) -> Option<Self> {
        let grid = figures.grid();
        let shares = match objective {
            Objective::Group => Shares::of_group(figures),
            Objective::Pair(pair) => Shares::of_pair(figures, pair),
            Objective::Mean(_) => return None,
        };
        let weights: Vec<f64> = grid.weights().all().iter().map(|&weight| f64::from(weight)).collect();
        let scale = shares.scale(&weights, None);
        let items = moves.iter().map(|step| {
            let (measure, area) = (step.measure.index(), grid.weights().area_of(step.measure));
            let worth = weights[measure] * scale[area];
            let factor = if worth > 0.0 { step.gain / worth } else { 0.0 };
            Product { measure, area, tier: 0, factor }
        });
        Some(Self { items: items.collect(), scale: Scale::Shares(shares) })
    }

    fn products(&self, weights: &[f64], left_out: Option<usize>, values: &mut [Option<f64>]) {
        let scale = match &self.scale {
            Scale::Areas(areas) => areas,
            Scale::Shares(shares) => &shares.scale(weights, left_out),
        };
        for (item, value) in self.items.iter().zip(values) {
            let product = item.factor * weights[item.measure] * scale[item.area];
            *value = (left_out != Some(item.measure)).then_some(product);
        }
    }
}

impl Ranked for Products {
    fn len(&self) -> usize {
        self.items.len()
    }

    fn values(&self, weights: &[f64], values: &mut [Option<f64>]) {
        self.products(weights, None, values);
    }

    fn without(&self, weights: &[f64], measure: usize, values: &mut [Option<f64>]) {
        self.products(weights, Some(measure), values);
    }

    fn tier(&self, thing: usize) -> u8 {
        self.items[thing].tier
    }
}

fn area_weights(grid: &Grid) -> Vec<f64> {
    (0..grid.areas()).map(|area| f64::from(grid.weights().area(area))).collect()
}

impl Shares {
    fn new(figures: &Figures, threshold: u32) -> Self {
        let weights = figures.grid().weights();
        let area_of: Vec<usize> = figures.measures().map(|measure| weights.area_of(measure)).collect();
        let [known, comparable] = [0, 1].map(|_| vec![0.0; area_of.len()]);
        let areas = area_weights(figures.grid());
        Self { areas, area_of, known, comparable, threshold: f64::from(threshold) }
    }

    /// The measures on which the group has an agreement.
    fn of_group(figures: &Figures) -> Self {
        let mut shares = Self::new(figures, 0);
        for measure in figures.measures().filter(|&measure| figures.tally(measure).known() >= 2) {
            shares.known[measure.index()] = 1.0;
        }
        shares
    }

    /// The measures on which two columns are known.
    fn of_pair(figures: &Figures, [first, second]: [Column; 2]) -> Self {
        let mut shares = Self::new(figures, figures.comparison().threshold);
        let grid = figures.grid();
        for measure in figures.measures() {
            let applies = |column| grid.standing(measure, column) != Standing::NotApplicable;
            if applies(first) && applies(second) {
                shares.comparable[measure.index()] = 1.0;
                let known = grid.steps(measure, first, second).is_some();
                shares.known[measure.index()] = f64::from(u8::from(known));
            }
        }
        shares
    }

    /// What a part of weight counts, by area; 0 in an area without a value.
    fn scale(&self, weights: &[f64], left_out: Option<usize>) -> Vec<f64> {
        let mut sums = vec![[0.0; 2]; self.areas.len()];
        for (measure, &area) in
            self.area_of.iter().enumerate().filter(|&(measure, _)| left_out != Some(measure))
        {
            sums[area][0] += weights[measure] * self.known[measure];
            sums[area][1] += weights[measure] * self.comparable[measure];
        }
        let has_value =
            |[known, comparable]: [f64; 2]| known > 0.0 && known * 1000.0 >= comparable * self.threshold;
        let valued = self.areas.iter().zip(&sums).filter(|&(_, &sums)| has_value(sums));
        let all: f64 = valued.map(|(weight, _)| weight).sum();
        let share = |(weight, &sums): (&f64, &[f64; 2])| {
            if all > 0.0 && has_value(sums) { weight / all / sums[0] } else { 0.0 }
        };
        self.areas.iter().zip(&sums).map(share).collect()
    }
}

impl Weighed {
    /// What the known gaps rank by, first to last.
    pub fn gaps(figures: &Figures, by: GapRanking) -> Vec<Self> {
        let weights = figures.grid().weights();
        let known = figures.gaps().iter().filter_map(|gap| Some((gap, gap.width()?)));
        let mut order: Vec<Self> = known
            .map(|(gap, width)| {
                let (tier, value) = match by {
                    GapRanking::Width => (width, gap.weight as f64),
                    GapRanking::Weighted => (0, gap.weighted_steps() as f64),
                };
                Self { tier, value, measure: gap.measure, area: weights.area_of(gap.measure) }
            })
            .collect();
        order.sort_by(|one, other| other.tier.cmp(&one.tier).then(other.value.total_cmp(&one.value)));
        order
    }

    /// What moves rank by, in their order.
    pub fn moves<'m>(figures: &Figures, moves: impl Iterator<Item = &'m Move>) -> Vec<Self> {
        let weights = figures.grid().weights();
        let weighed = moves.map(|step| Self {
            tier: 0,
            value: step.gain,
            measure: step.measure,
            area: weights.area_of(step.measure),
        });
        weighed.collect()
    }
}
