use crate::scorecard::Column;

use super::super::strip::Census;
use super::super::{Figures, Grid, Standing};
use super::ranks::Ranked;

/// Weighted means over areas of weighted means over their measures, for many things at once: what each measure gives to
/// each of them, so that other weights are one weighted sum away.
pub(super) struct Means {
    things: usize,
    areas: Vec<Area>,
    /// The area of each measure.
    area_of: Vec<usize>,
    /// The coverage from which an area has a value, per mille.
    threshold: f64,
    /// By measure, then by thing.
    terms: Terms,
}

struct Area {
    weight: f64,
    measures: std::ops::Range<usize>,
}

/// What measures give, each list by measure and then by thing.
struct Terms {
    /// 0 to 1 where it is known, else 0.
    gives: Vec<f64>,
    /// 1 where it is known, else 0.
    known: Vec<f64>,
    /// 1 where it is comparable, else 0.
    comparable: Vec<f64>,
}

/// Weighted sums of one area, by thing.
#[derive(Clone)]
struct Sums {
    gives: Vec<f64>,
    known: Vec<f64>,
    comparable: Vec<f64>,
}

/// The most terms that are drawn for: a thousand draws of them take a few seconds.
const MOST_TERMS: usize = 2_000_000;

impl Means {
    /// The alignments of all pairs of the group, in column order.
    pub(super) fn of_pairs(figures: &Figures) -> Option<(Self, Vec<[Column; 2]>)> {
        let group = &figures.comparison().group;
        let pairs: Vec<[Column; 2]> = group
            .iter()
            .enumerate()
            .flat_map(|(place, &first)| group[place + 1..].iter().map(move |&second| [first, second]))
            .collect();
        let mut means = Self::new(figures, pairs.len(), figures.comparison().threshold)?;
        let grid = figures.grid();
        for measure in figures.measures() {
            for (thing, &[first, second]) in pairs.iter().enumerate() {
                let applies = |column| grid.standing(measure, column) != Standing::NotApplicable;
                let comparable = applies(first) && applies(second);
                let steps = grid.steps(measure, first, second).filter(|_| comparable);
                let gives = steps.map(|steps| 1.0 - f64::from(steps) / 4.0);
                means.terms.set(measure.index() * pairs.len() + thing, gives, comparable);
            }
        }
        Some((means, pairs))
    }

    /// The agreement of each column of the group with the group.
    pub(super) fn of_group(figures: &Figures) -> Option<Self> {
        let group = &figures.comparison().group;
        let mut means = Self::new(figures, group.len(), 0)?;
        let grid = figures.grid();
        let mut census = Census::new(figures.comparison(), grid.columns());
        for measure in figures.measures() {
            census.meet(grid, measure);
            let tally = figures.tally(measure);
            for (thing, &column) in group.iter().enumerate() {
                let Standing::Known(level) = grid.standing(measure, column) else { continue };
                let others = tally.known() - u32::from(census.counts_own(grid, measure, column));
                let gives =
                    (others > 0).then(|| 1.0 - f64::from(tally.steps_to(level)) / f64::from(4 * others));
                means.terms.set(measure.index() * group.len() + thing, gives, gives.is_some());
            }
        }
        Some(means)
    }

    fn new(figures: &Figures, things: usize, threshold: u32) -> Option<Self> {
        let grid = figures.grid();
        let area_of: Vec<usize> = figures.measures().map(|measure| grid.weights().area_of(measure)).collect();
        let terms = things.checked_mul(area_of.len()).filter(|&terms| terms <= MOST_TERMS)?;
        let areas = areas(grid, &area_of);
        Some(Self { things, areas, area_of, threshold: f64::from(threshold), terms: Terms::new(terms) })
    }

    fn sums(&self, weights: &[f64], area: &Area) -> Sums {
        let mut sums = Sums::new(self.things);
        for measure in area.measures.clone() {
            sums.add(weights[measure], &self.terms, measure, self.things);
        }
        sums
    }

    /// Adds an area to running sums of weighted values and of weights.
    fn add_area(&self, weight: f64, sums: &Sums, totals: &mut [[f64; 2]]) {
        for (thing, total) in totals.iter_mut().enumerate() {
            let (known, comparable) = (sums.known[thing], sums.comparable[thing]);
            if known > 0.0 && known * 1000.0 >= comparable * self.threshold {
                total[0] += weight * (sums.gives[thing] / known);
                total[1] += weight;
            }
        }
    }

    fn means(&self, weights: &[f64], left_out: Option<usize>, values: &mut [Option<f64>]) {
        let mut totals = vec![[0.0; 2]; self.things];
        for (number, area) in self.areas.iter().enumerate() {
            let mut sums = self.sums(weights, area);
            if let Some(measure) = left_out.filter(|&measure| self.area_of[measure] == number) {
                sums.add(-weights[measure], &self.terms, measure, self.things);
            }
            self.add_area(area.weight, &sums, &mut totals);
        }
        for (value, [sum, weight]) in values.iter_mut().zip(totals) {
            *value = (weight > 0.0).then(|| sum / weight);
        }
    }
}

/// The areas with their measures, which stand together in reading order.
fn areas(grid: &Grid, area_of: &[usize]) -> Vec<Area> {
    let mut areas: Vec<Area> = (0..grid.areas())
        .map(|area| Area { weight: f64::from(grid.weights().area(area)), measures: 0..0 })
        .collect();
    for (measure, &area) in area_of.iter().enumerate() {
        let measures = &mut areas[area].measures;
        if measures.end == 0 {
            measures.start = measure;
        }
        measures.end = measure + 1;
    }
    areas
}

impl Terms {
    fn new(terms: usize) -> Self {
        Self { gives: vec![0.0; terms], known: vec![0.0; terms], comparable: vec![0.0; terms] }
    }

    fn set(&mut self, place: usize, gives: Option<f64>, comparable: bool) {
        self.gives[place] = gives.unwrap_or(0.0);
        self.known[place] = f64::from(u8::from(gives.is_some()));
        self.comparable[place] = f64::from(u8::from(comparable));
    }
}

impl Sums {
    fn new(things: usize) -> Self {
        Self { gives: vec![0.0; things], known: vec![0.0; things], comparable: vec![0.0; things] }
    }

    fn add(&mut self, weight: f64, terms: &Terms, measure: usize, things: usize) {
        let row = measure * things..(measure + 1) * things;
        add(&mut self.gives, weight, &terms.gives[row.clone()]);
        add(&mut self.known, weight, &terms.known[row.clone()]);
        add(&mut self.comparable, weight, &terms.comparable[row]);
    }
}

/// Adds a row with its weight. All sums go on at once, so that the compiler takes several in one instruction.
fn add(sums: &mut [f64], weight: f64, row: &[f64]) {
    for (sum, term) in sums.iter_mut().zip(row) {
        *sum += weight * term;
    }
}

impl Ranked for Means {
    fn len(&self) -> usize {
        self.things
    }

    fn values(&self, weights: &[f64], values: &mut [Option<f64>]) {
        self.means(weights, None, values);
    }

    fn without(&self, weights: &[f64], measure: usize, values: &mut [Option<f64>]) {
        self.means(weights, Some(measure), values);
    }
}
