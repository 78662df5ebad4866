use crate::scorecard::Column;

use super::super::estimate::EPSILON;
use super::means::Means;

/// Values of things under weights of measures: what is ranked again for every draw.
pub(super) trait Ranked {
    /// How many things there are.
    fn len(&self) -> usize;

    /// The value of each under weights by measure, in whole numbers of any part. Nothing where it has none.
    fn values(&self, weights: &[f64], values: &mut [Option<f64>]);

    /// The value of each under weights by measure, with one measure left out. Things that rest on that measure alone have
    /// none.
    fn without(&self, weights: &[f64], measure: usize, values: &mut [Option<f64>]);

    /// What no weight changes and what counts before the value.
    fn tier(&self, _thing: usize) -> u8 {
        0
    }
}

/// Ranks by value, highest first; those within 1e-12 of the first among them share its rank, those without a value come
/// after all others.
#[derive(Debug, Default)]
pub(super) struct Ranker {
    order: Vec<(u8, f64, u32)>,
}

impl Ranker {
    pub(super) fn rank(&mut self, ranked: &impl Ranked, values: &[Option<f64>], ranks: &mut [u32]) {
        self.order.clear();
        let known = values.iter().enumerate();
        self.order
            .extend(known.filter_map(|(thing, &value)| Some((ranked.tier(thing), value?, thing as u32))));
        self.order.sort_unstable_by(|one, other| {
            other.0.cmp(&one.0).then(other.1.total_cmp(&one.1)).then(one.2.cmp(&other.2))
        });
        ranks.fill(self.order.len() as u32 + 1);
        let (mut first, mut rank) = (None::<(u8, f64)>, 0);
        for (place, &(tier, value, thing)) in self.order.iter().enumerate() {
            if first.is_none_or(|(first_tier, first)| first_tier != tier || first - value > EPSILON) {
                first = Some((tier, value));
                rank = place as u32 + 1;
            }
            ranks[thing as usize] = rank;
        }
    }
}

/// The mean of some pairs' alignments for each column.
pub(super) struct Averages {
    pairs: Means,
    of_column: Vec<Vec<usize>>,
}

impl Averages {
    pub(super) fn new(means: Means, pairs: &[[Column; 2]], columns: &[Column]) -> Self {
        let of_column = columns.iter().map(|column| {
            let own = pairs.iter().enumerate().filter(|(_, pair)| pair.contains(column));
            own.map(|(place, _)| place).collect()
        });
        Self { pairs: means, of_column: of_column.collect() }
    }

    fn average(&self, pairs: &[Option<f64>], values: &mut [Option<f64>]) {
        for (own, value) in self.of_column.iter().zip(values) {
            let (mut sum, mut count) = (0.0, 0_u32);
            for alignment in own.iter().filter_map(|&pair| pairs[pair]) {
                sum += alignment;
                count += 1;
            }
            *value = (count > 0).then(|| sum / f64::from(count));
        }
    }
}

impl Ranked for Averages {
    fn len(&self) -> usize {
        self.of_column.len()
    }

    fn values(&self, weights: &[f64], values: &mut [Option<f64>]) {
        let mut pairs = vec![None; self.pairs.len()];
        self.pairs.values(weights, &mut pairs);
        self.average(&pairs, values);
    }

    fn without(&self, weights: &[f64], measure: usize, values: &mut [Option<f64>]) {
        let mut pairs = vec![None; self.pairs.len()];
        self.pairs.without(weights, measure, &mut pairs);
        self.average(&pairs, values);
    }
}
