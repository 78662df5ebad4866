use crate::scorecard::{Board, Column, Confidence, Level, MeasureIndex};

use super::super::estimate::{Mean, share};
use super::super::{Draw, Figures, Standing};
use super::Draws;

/// Where nine tenths of a pair's alignments lie when levels may have been read wrongly.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Misclassified {
    /// The 5 % and the 95 % alignment, 0 to 1.
    pub interval: [f64; 2],
    /// How often all levels were drawn.
    pub draws: u32,
    /// Where the random numbers began.
    pub seed: u64,
}

/// Draws the levels of two columns again and again: each is right with a chance of .95, .80 or .60 by its confidence
/// (high, medium, low; none stated counts as low), else one step off, either way alike or the one way there is from an
/// end. What is unknown stays out, and what both inherit from one jurisdiction stays the same. Weights stay as they are.
///
/// Nothing where the pair has no alignment or nothing is drawn.
pub fn misclassify(
    board: &Board,
    figures: &Figures,
    pair: [Column; 2],
    draws: Draws,
) -> Option<Misclassified> {
    let scene = Scene::new(board, figures, pair)?;
    let mut draw = Draw::new(draws.seed);
    let mut found: Vec<f64> = (0..draws.count).filter_map(|_| scene.alignment(&mut draw)).collect();
    found.sort_unstable_by(f64::total_cmp);
    let at = |percent: usize| found.get((found.len() * percent).div_ceil(100).checked_sub(1)?).copied();
    let interval = [at(5)?, at(95)?];
    Some(Misclassified { interval, draws: draws.count, seed: draws.seed })
}

/// A level with its chance to be right, per hundred.
#[derive(Clone, Copy)]
struct Reading {
    level: Level,
    right: usize,
}

struct Scene {
    areas: Vec<Area>,
}

/// An area that has a value: its weight, the weight that is known in it, and what is apart or could be.
struct Area {
    weight: u32,
    known: u64,
    pairs: Vec<(u64, [Reading; 2])>,
}

impl Scene {
    fn new(board: &Board, figures: &Figures, [first, second]: [Column; 2]) -> Option<Self> {
        let found = figures.pair(first, second);
        found.overall.alignment.available?;
        let areas = board.areas.iter().zip(&found.areas).enumerate();
        let valued = areas.filter(|(_, (_, pair))| pair.alignment.available.is_some());
        let areas = valued.map(|(number, (area, _))| {
            let weights = figures.grid().weights();
            let mut found = Area { weight: weights.area(number), known: 0, pairs: Vec::new() };
            for measure in area.measures() {
                let weight = u64::from(weights.measure(measure));
                if figures.grid().steps(measure, first, second).is_none() {
                    continue;
                }
                found.known += weight;
                if figures.grid().root(measure, first) == figures.grid().root(measure, second) {
                    continue;
                }
                let readings = [first, second].map(|column| reading(board, figures, measure, column));
                if let [Some(first), Some(second)] = readings {
                    found.pairs.push((weight, [first, second]));
                }
            }
            found
        });
        Some(Self { areas: areas.collect() })
    }

    fn alignment(&self, draw: &mut Draw) -> Option<f64> {
        let mut mean = Mean::default();
        for area in &self.areas {
            let steps = area.pairs.iter().map(|(weight, readings)| {
                let [first, second] = readings.map(|reading| reading.drawn(draw));
                weight * u64::from(first.abs_diff(second))
            });
            let most = 4 * area.known;
            mean.add(area.weight, share(most - steps.sum::<u64>(), most));
        }
        mean.value()
    }
}

fn reading(board: &Board, figures: &Figures, measure: MeasureIndex, column: Column) -> Option<Reading> {
    let Standing::Known(level) = figures.grid().standing(measure, column) else { return None };
    let position = board.position(board.cell(measure, column));
    let right = match position.and_then(|position| position.confidence) {
        Some(Confidence::High) => 95,
        Some(Confidence::Medium) => 80,
        Some(Confidence::Low) | None => 60,
    };
    Some(Reading { level, right })
}

impl Reading {
    fn drawn(self, draw: &mut Draw) -> u8 {
        let (right, up) = (draw.below(100) < self.right, draw.below(2) == 1);
        match self.level.number() {
            level if right => level,
            0 => 1,
            Level::HIGHEST => Level::HIGHEST - 1,
            level if up => level + 1,
            level => level - 1,
        }
    }
}
