use super::area::Fractions;
use super::estimate::Mean;
use super::{Figures, Standing, Tally, Units};
use crate::scorecard::{Column, Level, MeasureIndex};

/// The group alignment with each of the group left out in turn.
#[derive(Clone, Debug, PartialEq)]
pub struct WithoutEach {
    /// The group alignment with everyone, 0 to 1.
    pub with_all: Option<f64>,
    /// By the group's columns, in column order: the group alignment without that one, 0 to 1.
    pub without: Vec<(Column, Option<f64>)>,
}

impl WithoutEach {
    /// The group alignment without a column minus the one with it: above 0 the others are closer to each other than the
    /// whole group is.
    pub fn difference(&self, column: Column) -> Option<f64> {
        let &(_, without) = self.without.iter().find(|&&(left_out, _)| left_out == column)?;
        Some(without? - self.with_all?)
    }

    /// The units that the group loses with a column of it, by measure: each by its level. Nothing where it loses none.
    pub fn leaving(figures: &Figures, column: Column) -> Vec<Option<Level>> {
        let mut census = Roots::new(figures);
        let leaving = figures.measures().map(|measure| {
            census.count(measure);
            census.leaving(measure, column)
        });
        leaving.collect()
    }

    /// Leaves out one after the other. The units are those of the smaller group: if a union leaves, the members that
    /// inherit from it still count, once.
    pub(super) fn compute(figures: &Figures) -> Self {
        let group = &figures.comparison().group;
        let areas = figures.areas().len();
        let mut sums = vec![vec![Fractions::default(); areas]; group.len()];
        let mut census = Roots::new(figures);
        for measure in figures.measures() {
            let weights = figures.grid().weights();
            let (area, weight) = (weights.area_of(measure), weights.measure(measure));
            census.count(measure);
            for (&column, sums) in group.iter().zip(&mut sums) {
                let (steps, known) = census.left(measure, column);
                sums[area].add(weight, steps, Tally::most_steps(known));
            }
        }
        let without = group.iter().zip(&sums).map(|(&column, sums)| (column, overall(figures, sums)));
        Self { with_all: figures.overall().alignment.available, without: without.collect() }
    }
}

fn overall(figures: &Figures, areas: &[Fractions]) -> Option<f64> {
    let mut mean = Mean::default();
    for (number, area) in areas.iter().enumerate() {
        mean.add(figures.grid().weights().area(number), area.value());
    }
    mean.value()
}

/// On one measure after the other: how many of the group use the entry of each column.
struct Roots<'f> {
    figures: &'f Figures,
    users: Vec<u32>,
}

impl<'f> Roots<'f> {
    fn new(figures: &'f Figures) -> Self {
        Self { figures, users: vec![0; figures.grid().columns()] }
    }

    fn count(&mut self, measure: MeasureIndex) {
        self.users.fill(0);
        let grid = self.figures.grid();
        for &column in &self.figures.comparison().group {
            if grid.standing(measure, column) != Standing::NotApplicable {
                self.users[grid.root(measure, column).index()] += 1;
            }
        }
    }

    /// Steps between all pairs of known units and their number, without a column.
    fn left(&self, measure: MeasureIndex, column: Column) -> (u64, u32) {
        let tally = self.figures.tally(measure);
        match self.leaving(measure, column) {
            Some(level) => (tally.steps() - u64::from(tally.steps_to(level)), tally.known() - 1),
            None => (tally.steps(), tally.known()),
        }
    }

    /// The level of the unit that leaves with a column; nothing where others use its entry or its level is not known.
    fn leaving(&self, measure: MeasureIndex, column: Column) -> Option<Level> {
        let grid = self.figures.grid();
        let counts_alone = match self.figures.comparison().units {
            Units::Decision => self.users[grid.root(measure, column).index()] == 1,
            Units::Members => true,
        };
        match grid.standing(measure, column) {
            Standing::Known(level) => Some(level).filter(|_| counts_alone),
            Standing::Unknown | Standing::NotApplicable => None,
        }
    }
}
