use std::ops::Range;

use super::{Draw, Figures, Standing, Tally};
use crate::scorecard::{Board, Column, Level, MeasureIndex};

/// What a share of agreement would be if nobody's levels had to do with the measures: the levels of a jurisdiction are
/// dealt out anew among the measures it answers, so that it keeps its levels and only their places change.
///
/// Two rows of levels drawn at random agree to 60 %; rows that favour some levels agree more, and this says how much.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Baseline {
    /// The seed of the draws.
    pub seed: u64,
    /// How many times the levels were dealt out.
    pub draws: usize,
    /// The mean of the figure over the draws.
    pub mean: f64,
    /// The figure below which one draw in twenty lies.
    pub low: f64,
    /// The figure above which one draw in twenty lies.
    pub high: f64,
}

/// One unit's levels on the measures where it is known, with their places among the measures of the figure.
#[derive(Clone, Default)]
struct Row {
    places: Vec<usize>,
    levels: Vec<Level>,
}

impl Baseline {
    /// The seed of all draws.
    pub const SEED: u64 = 12;
    /// The most draws of one figure.
    const MOST: usize = 1000;
    /// The fewest, however large the board.
    const FEWEST: usize = 20;
    /// The levels that may be dealt out in all: more draws would be felt.
    const LEVELS: usize = 4_000_000;

    /// The alignment of two columns, the second's levels dealt out among the measures where both are known: those of an
    /// area, or of all areas that have a value. Nothing where the alignment has no value.
    pub fn of_pair(figures: &Figures, board: &Board, pair: [Column; 2], area: Option<usize>) -> Option<Self> {
        let found = figures.pair(pair[0], pair[1]);
        let has_value = |&number: &usize| found.areas[number].alignment.available.is_some();
        let grid = figures.grid();
        let known = |measure: MeasureIndex| {
            let levels = pair.map(|column| grid.standing(measure, column));
            matches!(levels, [Standing::Known(_), Standing::Known(_)])
        };
        let scene = Scene::new(figures, board, areas(board, area).filter(has_value), known);
        let [first, second] = pair.map(|column| scene.levels(figures, column));
        Self::draw(first.len(), |draw| {
            let mut dealt = second.clone();
            draw.shuffle(&mut dealt);
            scene.mean(|place| steps(first[place], dealt[place]), |_| 4)
        })
    }

    /// The agreement of a column with the group, its levels dealt out among the measures where it has one.
    pub fn of_agreement(
        figures: &Figures,
        board: &Board,
        column: Column,
        area: Option<usize>,
    ) -> Option<Self> {
        let own = |measure: MeasureIndex| u32::from(figures.counts_own(measure, column));
        let has_others = |measure: MeasureIndex| {
            matches!(figures.grid().standing(measure, column), Standing::Known(_))
                && figures.tally(measure).known() > own(measure)
        };
        let scene = Scene::new(figures, board, areas(board, area), has_others);
        let levels = scene.levels(figures, column);
        // Its own unit does not move with it: what is left are the others.
        let others: Vec<[u32; 5]> = scene
            .measures
            .iter()
            .zip(&levels)
            .map(|(&measure, level)| {
                let mut counts = figures.tally(measure).counts();
                counts[usize::from(level.number())] -= own(measure);
                counts
            })
            .collect();
        Self::draw(levels.len(), |draw| {
            let mut dealt = levels.clone();
            draw.shuffle(&mut dealt);
            let distance = |place: usize| {
                let by_level = Level::all().zip(others[place]);
                by_level.map(|(level, count)| u64::from(count) * steps(level, dealt[place])).sum()
            };
            scene.mean(distance, |place| 4 * u64::from(others[place].iter().sum::<u32>()))
        })
    }

    /// The alignment of the group, the levels of each unit dealt out among the measures where it is known.
    pub fn of_group(figures: &Figures, board: &Board, area: Option<usize>) -> Option<Self> {
        let has_pairs = |measure: MeasureIndex| figures.tally(measure).known() >= 2;
        let scene = Scene::new(figures, board, areas(board, area), has_pairs);
        let rows = scene.rows_of_units(figures);
        let levels = rows.iter().map(|row| row.levels.len()).sum();
        let mut counts = vec![[0_u32; 5]; scene.measures.len()];
        Self::draw(levels, |draw| {
            counts.fill([0; 5]);
            for row in &rows {
                let mut dealt = row.levels.clone();
                draw.shuffle(&mut dealt);
                for (&place, level) in row.places.iter().zip(dealt) {
                    counts[place][usize::from(level.number())] += 1;
                }
            }
            let tally = |place: usize| Tally::new(counts[place], &[]);
            scene.mean(|place| tally(place).steps(), |place| Tally::most_steps(tally(place).known()))
        })
    }

    /// Draws a figure of that many levels again and again.
    fn draw(levels: usize, mut figure: impl FnMut(&mut Draw) -> Option<f64>) -> Option<Self> {
        let draws = (Self::LEVELS / levels.max(1)).clamp(Self::FEWEST, Self::MOST);
        let mut draw = Draw::new(Self::SEED);
        let mut values = (0..draws).map(|_| figure(&mut draw)).collect::<Option<Vec<f64>>>()?;
        let mean = values.iter().sum::<f64>() / draws as f64;
        values.sort_unstable_by(f64::total_cmp);
        let tail = draws / 20;
        Some(Self { seed: Self::SEED, draws, mean, low: values[tail], high: values[draws - 1 - tail] })
    }
}

/// One area, or all of them.
fn areas(board: &Board, area: Option<usize>) -> Range<usize> {
    area.map_or(0..board.areas.len(), |number| number..number + 1)
}

fn steps(first: Level, second: Level) -> u64 {
    u64::from(first.number().abs_diff(second.number()))
}

/// The measures of a figure with their weights.
struct Scene {
    measures: Vec<MeasureIndex>,
    weights: Vec<u64>,
    /// The weight of an area, and its measures as places among all.
    areas: Vec<(u32, Range<usize>)>,
}

impl Scene {
    /// The measures of some areas that are weighed and wanted.
    fn new(
        figures: &Figures,
        board: &Board,
        areas: impl Iterator<Item = usize>,
        wanted: impl Fn(MeasureIndex) -> bool,
    ) -> Self {
        let weights = figures.grid().weights();
        let mut scene = Self { measures: Vec::new(), weights: Vec::new(), areas: Vec::new() };
        for number in areas {
            let first = scene.measures.len();
            for measure in board.areas[number].measures() {
                let weight = u64::from(weights.measure(measure));
                if weight > 0 && wanted(measure) {
                    scene.measures.push(measure);
                    scene.weights.push(weight);
                }
            }
            scene.areas.push((weights.area(number), first..scene.measures.len()));
        }
        scene
    }

    /// A column's levels on the measures, all of which it knows.
    fn levels(&self, figures: &Figures, column: Column) -> Vec<Level> {
        let level = |&measure: &MeasureIndex| match figures.grid().standing(measure, column) {
            Standing::Known(level) => Some(level),
            Standing::Unknown | Standing::NotApplicable => None,
        };
        self.measures.iter().filter_map(level).collect()
    }

    /// The levels of each unit of the group, by who stands for it.
    fn rows_of_units(&self, figures: &Figures) -> Vec<Row> {
        let mut rows = vec![Row::default(); figures.grid().columns()];
        for (place, &measure) in self.measures.iter().enumerate() {
            let strip = figures.strip(measure);
            for (level, units) in Level::all().zip(&strip.levels) {
                for unit in units {
                    let row = &mut rows[unit.representative.index()];
                    row.places.push(place);
                    row.levels.push(level);
                }
            }
        }
        rows
    }

    /// The mean over the areas of the weighted mean of 1 - steps/most over their measures.
    fn mean(&self, steps: impl Fn(usize) -> u64, most: impl Fn(usize) -> u64) -> Option<f64> {
        let (mut sum, mut all) = (0.0, 0_u64);
        for (area_weight, places) in &self.areas {
            let (mut near, mut weight) = (0.0, 0_u64);
            for place in places.clone() {
                near += self.weights[place] as f64 * (1.0 - steps(place) as f64 / most(place) as f64);
                weight += self.weights[place];
            }
            if weight > 0 {
                sum += f64::from(*area_weight) * near / weight as f64;
                all += u64::from(*area_weight);
            }
        }
        (all > 0).then(|| sum / all as f64)
    }
}
