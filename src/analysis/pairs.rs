use std::sync::Arc;

use crate::scorecard::Column;

use super::{Counts, Grid, Pair, PairArea, Structure};

/// All pairs of some columns, still to be compared: everything that needs, so that another thread can do it.
#[derive(Clone, Debug)]
pub struct Pairing {
    pub(super) grid: Arc<Grid>,
    pub(super) columns: Vec<Column>,
    pub(super) threshold: u32,
}

impl Pairing {
    /// How many cells have to be compared with another one: what [`Self::compare`] costs, about a nanosecond each.
    pub fn cells(&self) -> usize {
        let columns = self.columns.len();
        columns * columns.saturating_sub(1) / 2 * self.grid.measures()
    }

    /// Compares every pair.
    pub fn compare(&self) -> Pairs {
        let mut place = vec![None; self.grid.columns()];
        let mut records = Vec::with_capacity(self.columns.len() * self.columns.len() / 2);
        for (second, &column) in self.columns.iter().enumerate() {
            place[column.index()] = Some(second);
            let before = &self.columns[..second];
            records.extend(
                before.iter().map(|&first| Pair::compute(&self.grid, first, column, self.threshold).overall),
            );
        }
        let mut pairs =
            Pairs { columns: self.columns.clone(), place, records, structure: Structure::default() };
        pairs.structure =
            Structure::compute(&self.columns, |first, second| pairs.get(first, second)?.alignment.available);
        pairs
    }
}

/// How all pairs of some columns stand to each other over all areas, and the structure that makes.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairs {
    columns: Vec<Column>,
    place: Vec<Option<usize>>,
    /// Each pair once: all before the second column, then all before the third.
    records: Vec<PairArea>,
    structure: Structure,
}

impl Pairs {
    /// The columns that were compared, in the order they were given.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// How two of the columns stand to each other; nothing for one column, or where one was not compared.
    pub fn get(&self, first: Column, second: Column) -> Option<PairArea> {
        let place = |column: Column| self.place.get(column.index()).copied().flatten();
        let (a, b) = (place(first)?, place(second)?);
        let record = |low: usize, high: usize| self.records.get(high * (high - 1) / 2 + low).copied();
        match a.cmp(&b) {
            std::cmp::Ordering::Less => record(a, b),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => record(b, a).map(PairArea::turned),
        }
    }

    /// The lowest and the highest coverage of a pair that has one.
    pub fn coverage(&self) -> Option<[f64; 2]> {
        let covered = self.records.iter().filter_map(|record| record.alignment.coverage);
        covered.map(|coverage| [coverage; 2]).reduce(|[low, high], [next, _]| [low.min(next), high.max(next)])
    }

    /// Who stands with whom.
    pub fn structure(&self) -> &Structure {
        &self.structure
    }
}

impl PairArea {
    /// The same pair with the second first.
    fn turned(self) -> Self {
        let counts = Counts {
            first_fuller: self.counts.second_fuller,
            second_fuller: self.counts.first_fuller,
            ..self.counts
        };
        Self { first_fuller: self.second_fuller, second_fuller: self.first_fuller, counts, ..self }
    }
}

impl Counts {
    /// Whether more of the same levels are of 1 or less than of 2 or more: two that agree mostly in absence.
    pub fn agree_in_absence(&self) -> bool {
        self.neither > self.both
    }
}
