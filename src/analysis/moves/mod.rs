//! What would bring jurisdictions closer: single steps of those who decide, what each is worth, and sequences of them.
//!
//! A move changes the own level of one jurisdiction on one measure; whoever inherits from it moves with it. What a move
//! gives is arithmetic on levels: the program computes, the group decides.

mod decider;
mod greedy;
mod list;
mod scene;
mod worth;

use std::cmp::Ordering;

use super::Figures;
use crate::scorecard::{Column, Level, MeasureIndex};

pub use decider::{By, Decider};
pub use list::{MoveList, RankedMove};
use scene::{Scene, Scenes};
use worth::Worth;

/// The figure that moves are to raise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Objective {
    /// The group alignment.
    #[default]
    Group,
    /// The alignment of two jurisdictions.
    Pair([Column; 2]),
    /// The mean alignment of one jurisdiction with the others of the group.
    Mean(Column),
}

/// A change of one jurisdiction's own level on one measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    /// The measure.
    pub measure: MeasureIndex,
    /// Whose own level it is. It need not be of the group: a union moves for the members that inherit from it.
    pub column: Column,
    /// The level now.
    pub from: Level,
    /// The level afterwards.
    pub to: Level,
    /// Pairs that come closer, one for each step they do.
    pub closer: u32,
    /// Pairs that come further apart, one for each step they do.
    pub further: u32,
    /// The objective afterwards minus before, -1 to 1.
    pub gain: f64,
}

impl Move {
    /// How many steps it takes, 1 to 4.
    pub fn steps(&self) -> u8 {
        self.from.number().abs_diff(self.to.number())
    }

    /// Whether the level rises.
    pub fn raises(&self) -> bool {
        self.to > self.from
    }

    /// What each of its steps gives on average.
    pub fn gain_per_step(&self) -> f64 {
        self.gain / f64::from(self.steps().max(1))
    }

    /// Most gain first, as far as 1e-12 tells; then fewer steps, scorecard order of the measure, then of the
    /// jurisdiction.
    fn order(&self, other: &Self) -> Ordering {
        let rest = |step: &Self| (step.steps(), step.measure, step.column, step.to);
        rounded(other.gain).cmp(&rounded(self.gain)).then_with(|| rest(self).cmp(&rest(other)))
    }
}

/// A gain in units of 1e-12: two gains that differ by less are equal.
fn rounded(gain: f64) -> i64 {
    (gain * 1e12).round() as i64
}

/// The gain below which floating point cannot tell a gain from none.
const NO_GAIN: f64 = 1e-15;

/// Which moves are looked for.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    /// Whether moves that lower a level are listed too. The arithmetic often favours lowering a lone high level, which
    /// no group wants to read first.
    pub lowering: bool,
    /// The most steps of a move, from 1.
    pub steps: u8,
    /// The most moves to list; those with the most gain. All where there is none.
    pub most: Option<usize>,
    /// Whether moves on a measure are wanted.
    pub measure: &'a dyn Fn(MeasureIndex) -> bool,
    /// Whether moves of a column on such a measure are wanted.
    pub mover: &'a dyn Fn(MeasureIndex, Column) -> bool,
}

impl Wanted<'_> {
    /// Every move that raises a level by one step.
    pub const RAISING: Wanted<'static> =
        Wanted { lowering: false, steps: 1, most: None, measure: &|_| true, mover: &|_, _| true };
}

/// The moves of a board towards an objective.
#[derive(Clone, Debug)]
pub struct Moves<'f> {
    figures: &'f Figures,
    objective: Objective,
    worth: Worth,
}

impl<'f> Moves<'f> {
    /// Prepares to look for moves under the figures' comparison.
    pub fn new(figures: &'f Figures, objective: Objective) -> Self {
        Self { figures, objective, worth: Worth::of(figures, objective) }
    }

    /// What the moves are to raise.
    pub fn objective(&self) -> Objective {
        self.objective
    }

    /// The objective as it is now, 0 to 1. Nothing where too little is known.
    pub fn value(&self) -> Option<f64> {
        match self.objective {
            Objective::Group => self.figures.overall().alignment.available,
            Objective::Pair([first, second]) => self.figures.alignment(first, second),
            Objective::Mean(column) => self.figures.mean_alignment(column),
        }
    }

    /// The move of a column's own level on a measure to another level, whatever it gives. Nothing where the column has
    /// no own known level there or nothing is compared with it.
    pub fn to(&self, measure: MeasureIndex, column: Column, level: Level) -> Option<Move> {
        let scene = self.scenes().of(measure);
        let place = scene.place_of(column)?;
        scene.moved(measure, place, level)
    }

    /// The steps of a column's own level to a target, one after the other, each with what it gives by itself.
    pub fn steps_to(&self, measure: MeasureIndex, column: Column, target: Level) -> Vec<Move> {
        let mut scene = self.scenes().of(measure);
        let mut steps = Vec::new();
        let Some(place) = scene.place_of(column) else { return steps };
        while let Some(next) = towards(scene.level(place), target) {
            let Some(step) = scene.moved(measure, place, next) else { break };
            steps.push(step);
            scene.set(place, next);
        }
        steps
    }

    /// The moves that give something, most first.
    pub fn list(&self, wanted: &Wanted<'_>) -> MoveList {
        MoveList::new(self, wanted)
    }

    /// A sequence of single steps, each the one that gives most after those before it: a heuristic, not the best
    /// sequence there is. It ends before `count` where no step gives anything.
    pub fn greedy(&self, wanted: &Wanted<'_>, count: usize) -> Vec<Move> {
        greedy::sequence(self, wanted, count)
    }

    fn scenes(&self) -> Scenes<'_> {
        Scenes::new(self.figures, self.objective, &self.worth)
    }
}

/// The level one step nearer to a target.
fn towards(level: Level, target: Level) -> Option<Level> {
    match level.cmp(&target) {
        Ordering::Less => Level::new(level.number() + 1),
        Ordering::Greater => Level::new(level.number() - 1),
        Ordering::Equal => None,
    }
}

/// Calls with every move of a scene that is wanted and gives something.
fn each_gain(scene: &Scene, measure: MeasureIndex, wanted: &Wanted<'_>, mut found: impl FnMut(Move)) {
    for place in 0..scene.len() {
        let level = scene.level(place).number();
        let lowest = if wanted.lowering { level.saturating_sub(wanted.steps) } else { level };
        let highest = level.saturating_add(wanted.steps).min(Level::HIGHEST);
        let levels = (lowest..=highest).filter(|&to| to != level).filter_map(Level::new);
        let gains = levels.filter_map(|to| scene.moved(measure, place, to));
        let mut gains = gains.filter(|step| step.gain > NO_GAIN).peekable();
        if gains.peek().is_some() && (wanted.mover)(measure, scene.column(place)) {
            gains.for_each(&mut found);
        }
    }
}
