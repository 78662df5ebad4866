use super::Objective;
use crate::analysis::{Figures, Grid, pair};
use crate::scorecard::{Column, MeasureIndex};

/// What a thousandth of weight in an area is worth for an objective, by area.
type ByArea = Vec<f64>;

/// What a distance on a measure weighs in an objective. Moves change no known level into an unknown one, so it stays
/// the same whatever moves.
#[derive(Clone, Debug)]
pub(super) enum Worth {
    /// The mean distance of a group's units, in 4 steps.
    Group(ByArea),
    /// A step between a column and its counterpart, by column; nothing for columns that are not compared.
    Columns(Vec<Option<ByArea>>),
}

impl Worth {
    pub(super) fn of(figures: &Figures, objective: Objective) -> Self {
        let grid = figures.grid();
        let mut columns = vec![None; grid.columns()];
        match objective {
            Objective::Group => return Self::Group(group(figures)),
            Objective::Pair([first, second]) => {
                columns[second.index()] = Some(between(figures, first, second));
            }
            Objective::Mean(column) => {
                let others: Vec<Column> = figures.compared_with(column).map(|(other, _)| other).collect();
                for &other in &others {
                    let worth = between(figures, column, other).into_iter();
                    columns[other.index()] = Some(worth.map(|worth| worth / others.len() as f64).collect());
                }
            }
        }
        Self::Columns(columns)
    }

    /// What the mean distance of the group's units on a measure weighs.
    pub(super) fn of_group(&self, grid: &Grid, measure: MeasureIndex) -> f64 {
        match self {
            Self::Group(areas) => weigh(grid, measure, areas),
            Self::Columns(_) => 0.0,
        }
    }

    /// What a step between a column and its counterpart weighs on a measure.
    pub(super) fn of_column(&self, grid: &Grid, measure: MeasureIndex, column: Column) -> f64 {
        match self {
            Self::Group(_) => 0.0,
            Self::Columns(columns) => {
                columns[column.index()].as_ref().map_or(0.0, |areas| weigh(grid, measure, areas))
            }
        }
    }
}

fn weigh(grid: &Grid, measure: MeasureIndex, areas: &ByArea) -> f64 {
    f64::from(grid.weights().measure(measure)) * areas[grid.weights().area_of(measure)]
}

/// The area's weight among the areas that have a value, over the weight of its measures that have an agreement.
fn group(figures: &Figures) -> ByArea {
    let weights = figures.grid().weights();
    let mut known = vec![0_u64; figures.areas().len()];
    for measure in figures.measures() {
        if figures.tally(measure).known() >= 2 {
            known[weights.area_of(measure)] += u64::from(weights.measure(measure));
        }
    }
    share_out(figures.grid(), &known)
}

/// A step of one towards the other: the area's weight among those that have a value, over 4 times the known weight.
fn between(figures: &Figures, first: Column, second: Column) -> ByArea {
    let grid = figures.grid();
    let known = pair::known(grid, first, second, figures.comparison().threshold);
    share_out(grid, &known).into_iter().map(|worth| worth / 4.0).collect()
}

/// Each area's weight over that of all areas with something known, for each thousandth that is known in it.
fn share_out(grid: &Grid, known: &[u64]) -> ByArea {
    let weight = |area: usize| u64::from(grid.weights().area(area));
    let valued = known.iter().enumerate().filter(|&(_, &known)| known > 0);
    let all: u64 = valued.map(|(area, _)| weight(area)).sum();
    let share = |(area, &known): (usize, &u64)| {
        if known > 0 && all > 0 { weight(area) as f64 / all as f64 / known as f64 } else { 0.0 }
    };
    known.iter().enumerate().map(share).collect()
}
