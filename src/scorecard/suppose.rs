//! What-ifs: levels, weights and members that are supposed, laid over what the files say and taken off again.

use std::collections::{BTreeMap, BTreeSet};

use super::marks::{are_in_measures, next_mark};
use super::{Answer, Board, Cell, Column, MeasureIndex, Position, Weight};

/// Everything that is supposed at once. Nothing here is ever written into a scorecard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suppositions {
    /// What jurisdictions are supposed to answer.
    pub levels: BTreeMap<(MeasureIndex, Column), Answer>,
    /// What measures are supposed to weigh in their areas, whichever weights are in use.
    pub weights: BTreeMap<MeasureIndex, Weight>,
    /// What areas are supposed to weigh, by their places on the board.
    pub areas: BTreeMap<usize, Weight>,
    /// Who is supposed to be in the group (true) or outside of it (false), whichever group is in use.
    pub members: BTreeMap<Column, bool>,
}

impl Suppositions {
    /// How many things are supposed.
    pub fn len(&self) -> usize {
        self.levels.len() + self.weights.len() + self.areas.len() + self.members.len()
    }

    /// Whether nothing is supposed.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether a level is supposed on a measure.
    pub fn in_measure(&self, measure: MeasureIndex) -> bool {
        self.in_measures(measure.0..measure.0 + 1)
    }

    /// Whether a level is supposed on one of the measures, which follow one another.
    pub fn in_measures(&self, measures: std::ops::Range<u32>) -> bool {
        are_in_measures(|bounds| self.levels.range(bounds).map(|(&at, _)| at), measures)
    }

    /// The next or the previous cell with a supposed level from one of a measure, or from before its first, and from the
    /// last to the first.
    pub fn next_level(
        &self,
        from: (MeasureIndex, Option<Column>),
        forward: bool,
    ) -> Option<(MeasureIndex, Column)> {
        next_mark(|bounds| self.levels.range(bounds).map(|(&at, _)| at), from, forward)
    }

    /// A group with the supposed members in it and without those supposed outside, in column order.
    pub fn group(&self, members: &[Column]) -> Vec<Column> {
        let mut group: BTreeSet<Column> = members.iter().copied().collect();
        for (&column, &is_in) in &self.members {
            if is_in {
                group.insert(column);
            } else {
                group.remove(&column);
            }
        }
        group.into_iter().collect()
    }

    /// The measures on which the supposed levels are not the same.
    fn measures_that_differ(&self, other: &Self) -> BTreeSet<MeasureIndex> {
        let missing = |these: &Self, those: &Self| {
            let differing = these.levels.iter().filter(|(at, answer)| those.levels.get(at) != Some(answer));
            differing.map(|(&(measure, _), _)| measure).collect::<Vec<_>>()
        };
        missing(self, other).into_iter().chain(missing(other, self)).collect()
    }
}

/// What another set of suppositions changed on a board.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// The measures on which cells answer otherwise, in reading order.
    pub measures: Vec<MeasureIndex>,
    /// Whether weights or members changed, which every figure depends on.
    pub everything: bool,
}

impl Touched {
    /// Whether nothing changed.
    pub fn is_nothing(&self) -> bool {
        self.measures.is_empty() && !self.everything
    }
}

impl Board {
    /// What is supposed.
    pub fn supposed(&self) -> &Suppositions {
        &self.supposed
    }

    /// Supposes this and nothing else, and tells what changed. Supposing nothing gives back the board as the files say
    /// it. What names a cell, a measure or an area that is not on the board is left out.
    ///
    /// A supposed level on an inheriting cell makes it a position of its own; those who inherit from a cell go with it.
    /// The position behind a supposed level stays for looking it up, but the level does not rest on it: see
    /// [`Board::grounds`].
    pub fn suppose(&mut self, mut wanted: Suppositions) -> Touched {
        let (measures, columns) = (self.measures.len(), self.jurisdictions.len());
        wanted.levels.retain(|(measure, column), _| measure.index() < measures && column.index() < columns);
        wanted.weights.retain(|measure, _| measure.index() < measures);
        wanted.areas.retain(|&area, _| area < self.areas.len());
        wanted.members.retain(|column, _| column.index() < columns);
        let before = std::mem::replace(&mut self.supposed, wanted);
        let touched: Vec<MeasureIndex> = self.supposed.measures_that_differ(&before).into_iter().collect();
        for &measure in &touched {
            self.resolve_again(measure);
        }
        let now = &self.supposed;
        let everything =
            (&before.weights, &before.areas, &before.members) != (&now.weights, &now.areas, &now.members);
        Touched { measures: touched, everything }
    }

    /// The cell of a measure and a jurisdiction as the files say it, whatever is supposed.
    pub fn recorded(&self, measure: MeasureIndex, column: Column) -> Cell {
        let row = self.recorded.get(&measure);
        row.map_or_else(|| self.cell(measure, column), |row| row[column.index()])
    }

    /// The position that a cell's answer rests on: its status, confidence and kind of instrument speak for the level.
    /// Nothing for a supposed level, which rests on nothing, and where there is no entry.
    pub fn grounds(&self, cell: Cell) -> Option<&Position> {
        self.position(cell).filter(|_| !cell.supposed)
    }

    /// Lays what is supposed on a measure over its recorded cells.
    fn resolve_again(&mut self, measure: MeasureIndex) {
        let columns = self.jurisdictions.len();
        let row = &mut self.cells[measure.index() * columns..][..columns];
        let recorded = self.recorded.entry(measure).or_insert_with(|| row.into());
        for (at, cell) in row.iter_mut().enumerate() {
            *cell = follow(&self.supposed, measure, recorded, Column(at as u16));
        }
        if !self.supposed.in_measure(measure) {
            self.recorded.remove(&measure);
        }
    }
}

/// The cell of a column: it follows its inheritance to the first who answers otherwise by supposition.
fn follow(supposed: &Suppositions, measure: MeasureIndex, recorded: &[Cell], column: Column) -> Cell {
    let own = recorded[column.index()];
    let mut root = column;
    // Recorded cells run in no circle: assembling has made the members of one their own roots.
    loop {
        if let Some(&answer) = supposed.levels.get(&(measure, root)) {
            return Cell { root, answer, supposed: true, ..own };
        }
        let parent = recorded[root.index()].parent;
        if parent == root {
            return own;
        }
        root = parent;
    }
}
