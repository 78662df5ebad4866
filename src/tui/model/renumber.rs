use std::collections::HashMap;

use super::CellAt;
use crate::scorecard::{Board, Column, MeasureIndex, Suppositions};

/// The numbers that the things of one board have on another, by their ids.
#[derive(Debug)]
pub struct Renumbering {
    areas: Vec<Option<usize>>,
    measures: Vec<Option<MeasureIndex>>,
    columns: Vec<Option<Column>>,
}

impl Renumbering {
    /// From an old board to a new one.
    pub fn between(old: &Board, new: &Board) -> Self {
        // Where two areas share an id, the first is meant: also for finding.
        let mut found: HashMap<&str, usize> = HashMap::new();
        for (at, area) in new.areas.iter().enumerate() {
            found.entry(&area.id).or_insert(at);
        }
        let areas: Vec<Option<usize>> = old.areas.iter().map(|area| found.get(&*area.id).copied()).collect();
        let mut measures = vec![None; old.measures.len()];
        for (before, now) in old.areas.iter().zip(&areas).filter_map(|(area, now)| Some((area, (*now)?))) {
            let ids: HashMap<&str, MeasureIndex> =
                new.areas[now].measures().rev().map(|index| (&*new.measure(index).id, index)).collect();
            for index in before.measures() {
                measures[index.index()] = ids.get(&*old.measure(index).id).copied();
            }
        }
        let columns = old.jurisdictions.iter().map(|jurisdiction| new.column(jurisdiction.code)).collect();
        Self { areas, measures, columns }
    }

    /// The place of an area among those of the new board.
    pub fn area(&self, area: usize) -> Option<usize> {
        self.areas.get(area).copied().flatten()
    }

    /// The number of a measure on the new board.
    pub fn measure(&self, measure: MeasureIndex) -> Option<MeasureIndex> {
        self.measures.get(measure.index()).copied().flatten()
    }

    /// The number of a jurisdiction on the new board.
    pub fn column(&self, column: Column) -> Option<Column> {
        self.columns.get(column.index()).copied().flatten()
    }

    /// A cell on the new board.
    pub fn cell(&self, (measure, column): CellAt) -> Option<CellAt> {
        Some((self.measure(measure)?, self.column(column)?))
    }

    /// The same suppositions on the new board, as far as what they are about is there.
    pub fn suppositions(&self, supposed: &Suppositions) -> Suppositions {
        let level = |(&at, &answer)| Some((self.cell(at)?, answer));
        let weight = |(&measure, &weight)| Some((self.measure(measure)?, weight));
        let area = |(&area, &weight)| Some((self.area(area)?, weight));
        let member = |(&column, &is_in)| Some((self.column(column)?, is_in));
        Suppositions {
            levels: supposed.levels.iter().filter_map(level).collect(),
            weights: supposed.weights.iter().filter_map(weight).collect(),
            areas: supposed.areas.iter().filter_map(area).collect(),
            members: supposed.members.iter().filter_map(member).collect(),
        }
    }

    /// The areas of both boards: the place of each on the old board and on the new one.
    pub fn areas(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.areas.iter().enumerate().filter_map(|(before, now)| Some((before, (*now)?)))
    }

    /// The area nearest to one that is gone: the next one that stayed, else the one before.
    pub fn nearest_area(&self, area: usize) -> Option<usize> {
        let after = (area..self.areas.len()).find_map(|at| self.area(at));
        after.or_else(|| (0..area.min(self.areas.len())).rev().find_map(|at| self.area(at)))
    }
}
