use crate::scorecard::{Column, MeasureIndex};

use super::{Comparison, Grid, Standing, Tally, Units};

/// One unit of a group on a measure: who stands together because they use one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Who the mark names: whose entry it is, or the column itself where every column counts.
    pub representative: Column,
    /// The columns of the group that stand here with it, in column order, without the representative: "EU (+4)".
    pub with: Vec<Column>,
    /// Whether the representative is itself of the group.
    pub in_group: bool,
}

/// Who of a group stands at which level of a measure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strip {
    /// The units by level, 0 to 4, each level in column order.
    pub levels: [Vec<Unit>; 5],
    /// The units whose level is unknown.
    pub unknown: Vec<Unit>,
    /// The columns to which the question does not apply.
    pub not_applicable: Vec<Column>,
}

impl Strip {
    /// Places the group of a comparison.
    pub fn new(grid: &Grid, comparison: &Comparison, measure: MeasureIndex) -> Self {
        let mut strip = Self::default();
        for &column in &comparison.group {
            let units = match grid.standing(measure, column) {
                Standing::Known(level) => &mut strip.levels[usize::from(level.number())],
                Standing::Unknown => &mut strip.unknown,
                Standing::NotApplicable => {
                    strip.not_applicable.push(column);
                    continue;
                }
            };
            let representative = match comparison.units {
                Units::Decision => grid.root(measure, column),
                Units::Members => column,
            };
            join(units, representative, column);
        }
        strip
    }
}

fn join(units: &mut Vec<Unit>, representative: Column, column: Column) {
    let place = units.iter().position(|unit| unit.representative == representative).unwrap_or_else(|| {
        units.push(Unit { representative, with: Vec::new(), in_group: false });
        units.len() - 1
    });
    if column == representative {
        units[place].in_group = true;
    } else {
        units[place].with.push(column);
    }
}

/// Counts the units of a group on one measure after the other, with one memory of whom it has met.
#[derive(Debug)]
pub(super) struct Census<'c> {
    comparison: &'c Comparison,
    in_group: Vec<bool>,
    met: Vec<bool>,
    unknown_blocks: Vec<u32>,
    block_of: Vec<Option<usize>>,
}

impl<'c> Census<'c> {
    pub(super) fn new(comparison: &'c Comparison, columns: usize) -> Self {
        let mut in_group = vec![false; columns];
        for column in &comparison.group {
            in_group[column.index()] = true;
        }
        Self {
            comparison,
            in_group,
            met: vec![false; columns],
            unknown_blocks: Vec::new(),
            block_of: vec![None; columns],
        }
    }

    pub(super) fn tally(&mut self, grid: &Grid, measure: MeasureIndex) -> Tally {
        self.met.fill(false);
        self.block_of.fill(None);
        self.unknown_blocks.clear();
        let mut counts = [0; 5];
        for &column in &self.comparison.group {
            let standing = grid.standing(measure, column);
            let root = grid.root(measure, column).index();
            let once = self.comparison.units == Units::Decision && self.met[root];
            if standing == Standing::NotApplicable || once {
                continue;
            }
            self.met[root] = true;
            match standing {
                Standing::Known(level) => counts[usize::from(level.number())] += 1,
                _ => self.count_unknown(root),
            }
        }
        Tally::new(counts, &self.unknown_blocks)
    }

    fn count_unknown(&mut self, root: usize) {
        if let Some(block) = self.block_of[root] {
            self.unknown_blocks[block] += 1;
        } else {
            self.block_of[root] = Some(self.unknown_blocks.len());
            self.unknown_blocks.push(1);
        }
    }

    /// Looks at who is counted on a measure, for [`Census::counts_own`].
    pub(super) fn meet(&mut self, grid: &Grid, measure: MeasureIndex) {
        self.met.fill(false);
        for &column in &self.comparison.group {
            if grid.standing(measure, column) != Standing::NotApplicable {
                self.met[grid.root(measure, column).index()] = true;
            }
        }
    }

    /// Whether the measure last met counts a column's own unit.
    pub(super) fn counts_own(&self, grid: &Grid, measure: MeasureIndex, column: Column) -> bool {
        match self.comparison.units {
            Units::Decision => self.met[grid.root(measure, column).index()],
            Units::Members => self.in_group[column.index()],
        }
    }
}
