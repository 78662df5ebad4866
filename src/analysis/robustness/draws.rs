use std::collections::BTreeSet;

use crate::scorecard::MeasureIndex;

use super::super::{Draw, Weights};
use super::ranks::{Ranked, Ranker};

/// How weights are drawn: each on its own, as likely anywhere between a part below and the same part above what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draws {
    /// How far a weight may be off either way, per mille of it; at most 1000.
    pub delta: u32,
    /// How often all weights are drawn.
    pub count: u32,
    /// Where the random numbers begin. The same seed draws the same weights everywhere.
    pub seed: u64,
}

impl Default for Draws {
    /// A thousand draws, a quarter off either way.
    fn default() -> Self {
        Self { delta: 250, count: 1000, seed: 12 }
    }
}

/// How an order fares under other weights than those in use.
#[derive(Clone, Debug, PartialEq)]
pub struct Robustness<Thing> {
    /// How weights were drawn.
    pub draws: Draws,
    /// In how many draws the first stayed first. Where several share the first place, one of them.
    pub first_stays: u32,
    /// How many share the first place under the weights in use.
    pub firsts: u32,
    /// Whether the first stays first where all measures weigh the same.
    pub first_stays_equal: bool,
    /// The ranks of all, in the order they were given.
    pub ranks: Vec<Ranks<Thing>>,
    /// The largest change of rank that leaving out one measure makes: the first such measure, and the first that it moves.
    /// Nothing where leaving out any changes none.
    pub without_one: Option<Shift<Thing>>,
}

/// The ranks of one thing, from 1. One that has no value ranks after all that have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranks<Thing> {
    /// What is ranked.
    pub thing: Thing,
    /// Its rank under the weights in use.
    pub rank: u32,
    /// Nine tenths of its ranks under drawn weights lie from the first to the second: the 5 % and the 95 % rank.
    pub interval: [u32; 2],
    /// Its rank where all measures weigh the same.
    pub equal: u32,
}

/// A change of rank among those that have a value before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift<Thing> {
    /// The measure that is left out.
    pub measure: MeasureIndex,
    /// Whose rank changes most.
    pub thing: Thing,
    /// Its rank with the measure.
    pub from: u32,
    /// Its rank without it.
    pub to: u32,
}

impl<Thing> Robustness<Thing> {
    /// The share of draws in which the first stayed first, 0 to 1. Nothing without draws.
    pub fn share(&self) -> Option<f64> {
        (self.draws.count > 0).then(|| f64::from(self.first_stays) / f64::from(self.draws.count))
    }

    /// The ranks under the weights in use that several share.
    pub fn shared(&self) -> BTreeSet<u32> {
        let mut met = BTreeSet::new();
        self.ranks.iter().map(|ranks| ranks.rank).filter(|&rank| !met.insert(rank)).collect()
    }

    /// Whether the order counts as robust: the first stays first in nine of ten draws.
    pub fn is_robust(&self) -> bool {
        self.draws.count > 0 && u64::from(self.first_stays) * 10 >= u64::from(self.draws.count) * 9
    }
}

impl Draws {
    /// The weights of each draw by measure, in millionths, so that a small weight is drawn as finely as a heavy one.
    pub fn weights(self, weights: &Weights) -> impl Iterator<Item = Vec<u32>> {
        let base: Vec<u32> = weights.all().to_vec();
        let delta = f64::from(self.delta.min(1000)) / 1000.0;
        let mut draw = Draw::new(self.seed);
        (0..self.count).map(move |_| {
            let drawn = base.iter().map(|&weight| {
                let factor = 1.0 + delta * (2.0 * draw.unit() - 1.0);
                (f64::from(weight) * 1000.0 * factor).round() as u32
            });
            drawn.collect()
        })
    }

    /// Ranks things under the weights in use and every other.
    pub(super) fn rank<Thing: Copy>(
        self,
        ranked: &impl Ranked,
        weights: &Weights,
        things: Vec<Thing>,
    ) -> Robustness<Thing> {
        let mut run = Run::new(ranked);
        let in_use: Vec<f64> = weights.all().iter().map(|&weight| f64::from(weight)).collect();
        let base = run.ranks(&in_use);
        let equal = run.ranks(&vec![1000.0; in_use.len()]);
        let firsts: Vec<usize> = (0..things.len()).filter(|&thing| base[thing] == 1).collect();
        let stays = |ranks: &[u32]| firsts.iter().any(|&thing| ranks[thing] == 1);
        let mut drawn = Vec::with_capacity(things.len() * self.count as usize);
        let mut first_stays = 0;
        for weights in self.weights(weights) {
            let weights: Vec<f64> = weights.into_iter().map(f64::from).collect();
            let ranks = run.ranks(&weights);
            first_stays += u32::from(stays(&ranks));
            drawn.extend(ranks);
        }
        let intervals = intervals(&drawn, things.len());
        let without_one = run.without_one(&in_use).map(|shift| Shift {
            measure: shift.measure,
            thing: things[shift.thing],
            from: shift.from,
            to: shift.to,
        });
        let ranks = things.into_iter().enumerate().map(|(place, thing)| Ranks {
            thing,
            rank: base[place],
            interval: intervals.get(place).copied().unwrap_or([base[place]; 2]),
            equal: equal[place],
        });
        Robustness {
            draws: self,
            first_stays,
            firsts: firsts.len() as u32,
            first_stays_equal: stays(&equal),
            ranks: ranks.collect(),
            without_one,
        }
    }
}

/// The ranks at 5 % and 95 % of each thing's draws: the nearest rank from below in their order.
fn intervals(drawn: &[u32], things: usize) -> Vec<[u32; 2]> {
    let count = drawn.len().checked_div(things).unwrap_or(0);
    if count == 0 {
        return Vec::new();
    }
    let mut own = vec![0; count];
    let interval = |thing: usize| {
        for (rank, draw) in own.iter_mut().zip(drawn.chunks(things)) {
            *rank = draw[thing];
        }
        own.sort_unstable();
        [5, 95].map(|percent| own[(count * percent).div_ceil(100) - 1])
    };
    (0..things).map(interval).collect()
}

/// Ranks one set of things again and again.
struct Run<'r, R> {
    ranked: &'r R,
    ranker: Ranker,
    values: Vec<Option<f64>>,
}

impl<'r, R: Ranked> Run<'r, R> {
    fn new(ranked: &'r R) -> Self {
        Self { ranked, ranker: Ranker::default(), values: vec![None; ranked.len()] }
    }

    fn ranks(&mut self, weights: &[f64]) -> Vec<u32> {
        let mut ranks = vec![0; self.ranked.len()];
        self.ranked.values(weights, &mut self.values);
        self.ranker.rank(self.ranked, &self.values, &mut ranks);
        ranks
    }

    /// The largest change of rank among those that have a value with all measures and without one.
    fn without_one(&mut self, weights: &[f64]) -> Option<Shift<usize>> {
        let mut all = vec![None; self.ranked.len()];
        self.ranked.values(weights, &mut all);
        let mut largest: Option<Shift<usize>> = None;
        let [mut before, mut after] = [0, 1].map(|_| vec![0; self.ranked.len()]);
        let mut with_all = all.clone();
        for measure in (0..weights.len()).filter(|&measure| weights[measure] > 0.0) {
            self.ranked.without(weights, measure, &mut self.values);
            for (thing, value) in self.values.iter_mut().enumerate() {
                with_all[thing] = all[thing].filter(|_| value.is_some());
                *value = value.filter(|_| all[thing].is_some());
            }
            self.ranker.rank(self.ranked, &with_all, &mut before);
            self.ranker.rank(self.ranked, &self.values, &mut after);
            for thing in (0..before.len()).filter(|&thing| self.values[thing].is_some()) {
                let (from, to) = (before[thing], after[thing]);
                let most = largest.map_or(0, |shift| shift.from.abs_diff(shift.to));
                if from.abs_diff(to) > most {
                    largest = Some(Shift { measure: MeasureIndex(measure as u32), thing, from, to });
                }
            }
        }
        largest
    }
}
