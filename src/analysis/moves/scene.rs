use super::worth::Worth;
use super::{Move, Objective};
use crate::analysis::{Comparison, Figures, Grid, Standing, Tally, Units};
use crate::scorecard::{Column, Level, MeasureIndex};

/// Everyone whose distances on one measure the objective counts, by whose own level it is.
#[derive(Clone, Debug)]
pub(super) struct Scene {
    units: Vec<Unit>,
    /// Units by level.
    counts: [u32; 5],
    shape: Shape,
}

#[derive(Clone, Copy, Debug)]
struct Unit {
    column: Column,
    level: Level,
    /// How many count with it: the column itself and, where every column counts, those that inherit.
    weight: u32,
    /// What a step nearer to the centre is worth; used around a centre only.
    worth: f64,
    /// Whether its own level counts. A union's does not on its members' matters.
    moves: bool,
}

/// Which distances count.
#[derive(Clone, Copy, Debug)]
enum Shape {
    /// Those of all pairs, each step worth this much.
    Everyone(f64),
    /// Those to the unit at this place.
    Around(usize),
}

/// Pairs that come closer or go further, a pair counted once a step, and what it is worth.
#[derive(Clone, Copy, Debug, Default)]
struct Change {
    closer: u32,
    further: u32,
    gain: f64,
}

impl Scene {
    fn empty(shape: Shape) -> Self {
        Self { units: Vec::new(), counts: [0; 5], shape }
    }

    pub(super) fn len(&self) -> usize {
        self.units.len()
    }

    pub(super) fn column(&self, place: usize) -> Column {
        self.units[place].column
    }

    pub(super) fn level(&self, place: usize) -> Level {
        self.units[place].level
    }

    pub(super) fn place_of(&self, column: Column) -> Option<usize> {
        self.units.iter().position(|unit| unit.column == column)
    }

    /// Puts a unit at another level.
    pub(super) fn set(&mut self, place: usize, level: Level) {
        let unit = &mut self.units[place];
        self.counts[usize::from(unit.level.number())] -= unit.weight;
        self.counts[usize::from(level.number())] += unit.weight;
        unit.level = level;
    }

    /// The move of a unit to another level. Nothing where its level is not its own to move.
    pub(super) fn moved(&self, measure: MeasureIndex, place: usize, to: Level) -> Option<Move> {
        let unit = &self.units[place];
        let Change { closer, further, gain } = unit.moves.then(|| match self.shape {
            Shape::Everyone(step) => self.among_everyone(unit, to, step),
            Shape::Around(centre) if centre == place => self.of_the_centre(centre, to),
            Shape::Around(centre) => around(unit, to, self.units[centre].level),
        })?;
        Some(Move { measure, column: unit.column, from: unit.level, to, closer, further, gain })
    }

    /// Each unit is as many as its weight, and those of one unit stay together.
    fn among_everyone(&self, unit: &Unit, to: Level, step: f64) -> Change {
        let (mut closer, mut further) = (0, 0);
        for other in Level::all() {
            let own = if other == unit.level { unit.weight } else { 0 };
            let pairs = unit.weight * (self.counts[usize::from(other.number())] - own);
            let (nearer, away) = steps_nearer(unit.level, to, other);
            closer += pairs * nearer;
            further += pairs * away;
        }
        Change { closer, further, gain: (f64::from(closer) - f64::from(further)) * step }
    }

    fn of_the_centre(&self, centre: usize, to: Level) -> Change {
        let from = self.units[centre].level;
        let others = self.units.iter().enumerate().filter(|&(place, _)| place != centre);
        others.fold(Change::default(), |all, (_, other)| {
            let (nearer, farther) = steps_nearer(from, to, other.level);
            Change {
                closer: all.closer + other.weight * nearer,
                further: all.further + other.weight * farther,
                gain: all.gain + other.worth * (f64::from(nearer) - f64::from(farther)),
            }
        })
    }
}

fn around(unit: &Unit, to: Level, centre: Level) -> Change {
    let (nearer, farther) = steps_nearer(unit.level, to, centre);
    Change {
        closer: unit.weight * nearer,
        further: unit.weight * farther,
        gain: unit.worth * (f64::from(nearer) - f64::from(farther)),
    }
}

/// Of the steps from a level to another, how many lead nearer to a third, and how many farther.
fn steps_nearer(from: Level, to: Level, other: Level) -> (u32, u32) {
    let [from, to, other] = [from, to, other].map(Level::number);
    let turn = other.clamp(from.min(to), from.max(to));
    (u32::from(from.abs_diff(turn)), u32::from(turn.abs_diff(to)))
}

/// Gathers scenes, one measure after the other, with one memory of whom it has met.
#[derive(Debug)]
pub(super) struct Scenes<'f> {
    figures: &'f Figures,
    grid: &'f Grid,
    comparison: &'f Comparison,
    objective: Objective,
    worth: &'f Worth,
    /// How many scenes were gathered.
    gathered: u64,
    /// By column: the scene it was last met in, and its place among the units there.
    met: Vec<(u64, usize)>,
}

impl<'f> Scenes<'f> {
    pub(super) fn new(figures: &'f Figures, objective: Objective, worth: &'f Worth) -> Self {
        let (grid, comparison) = (figures.grid(), figures.comparison());
        Self { figures, grid, comparison, objective, worth, gathered: 0, met: vec![(0, 0); grid.columns()] }
    }

    /// The scene of a measure; empty where nothing of it counts.
    pub(super) fn of(&mut self, measure: MeasureIndex) -> Scene {
        self.gathered += 1;
        let mut scene = match self.objective {
            Objective::Group => self.group(measure),
            Objective::Pair(pair) => self.pair(measure, pair),
            Objective::Mean(column) => self.mean(measure, column),
        };
        for unit in &scene.units {
            scene.counts[usize::from(unit.level.number())] += unit.weight;
        }
        scene
    }

    fn group(&mut self, measure: MeasureIndex) -> Scene {
        let most = Tally::most_steps(self.figures.tally(measure).known());
        let weight = self.worth.of_group(self.grid, measure);
        let step = if most > 0 { weight / most as f64 } else { 0.0 };
        let mut scene = Scene::empty(Shape::Everyone(step));
        if step <= 0.0 {
            return scene;
        }
        for &column in &self.comparison.group {
            let met = self.meet(&mut scene, measure, column);
            if let Some((place, is_new)) = met
                && (is_new || self.comparison.units == Units::Members)
            {
                scene.units[place].weight += 1;
            }
        }
        scene
    }

    fn pair(&mut self, measure: MeasureIndex, pair: [Column; 2]) -> Scene {
        let step = self.worth.of_column(self.grid, measure, pair[1]);
        let mut scene = Scene::empty(Shape::Everyone(step));
        let standing = pair.map(|column| self.grid.standing(measure, column));
        if step <= 0.0 || !standing.iter().all(|standing| matches!(standing, Standing::Known(_))) {
            return scene;
        }
        for column in pair {
            if let Some((place, _)) = self.meet(&mut scene, measure, column) {
                scene.units[place].weight = 1;
            }
        }
        scene
    }

    fn mean(&mut self, measure: MeasureIndex, centre: Column) -> Scene {
        let mut scene = Scene::empty(Shape::Around(0));
        if self.meet(&mut scene, measure, centre).is_none() {
            return scene;
        }
        for &column in self.comparison.group.iter().filter(|&&column| column != centre) {
            let step = self.worth.of_column(self.grid, measure, column);
            // Whoever inherits from the centre, or as it does, never is apart from it.
            if step > 0.0
                && let Some((place @ 1.., _)) = self.meet(&mut scene, measure, column)
            {
                scene.units[place].weight += 1;
                scene.units[place].worth += step;
            }
        }
        scene
    }

    /// The place of the unit that a column with a known level belongs to, and whether it was not met before.
    fn meet(&mut self, scene: &mut Scene, measure: MeasureIndex, column: Column) -> Option<(usize, bool)> {
        let Standing::Known(level) = self.grid.standing(measure, column) else { return None };
        let root = self.grid.root(measure, column);
        let (last, place) = self.met[root.index()];
        if last == self.gathered {
            return Some((place, false));
        }
        let place = scene.units.len();
        self.met[root.index()] = (self.gathered, place);
        let moves = matches!(self.grid.standing(measure, root), Standing::Known(_));
        scene.units.push(Unit { column: root, level, weight: 0, worth: 0.0, moves });
        Some((place, true))
    }
}
