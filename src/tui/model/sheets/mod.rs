//! The state of the views that are one table, and what they share: gathering, order, cursor.

mod blocs;
mod compare;
mod entities;
mod moves;
mod orders;
mod timeline;

pub use blocs::{Blocs, BlocsForm};
pub use compare::{Compare, Seen};
pub use entities::Entities;
pub use moves::{Moves, MovesForm};
pub use timeline::Timeline;

use orders::Orders;

use super::sort::{sort_by, turned};
use super::{Direction, Model, Renumbering, Rows, View};
use crate::filter::Order;
use crate::scorecard::MeasureIndex;
use crate::tui::sheet::{Gathered, Sheet};

/// The table of such a view.
#[derive(Clone, Debug, Default)]
pub struct SheetTable {
    /// The rows in the order shown.
    pub rows: Rows,
    /// The column of the cursor, from 0.
    pub column: usize,
    /// How it is sorted, where it is not in its own order.
    pub sorted: Option<(usize, Direction)>,
    gathered: Gathered,
    /// The generation the rows were gathered for.
    of_generation: Option<u64>,
}

impl SheetTable {
    /// How many rows there are without the filter.
    pub fn of(&self) -> usize {
        self.gathered.of
    }

    /// Follows columns that stand in another order: all but the first are each about a thing, which may have another
    /// number now. The cursor and the order of the rows stay with their things.
    fn follow_columns<T: Copy + PartialEq>(
        &mut self,
        [before, now]: [&[T]; 2],
        number: impl Fn(T) -> Option<T>,
    ) {
        let place = |column: usize| {
            let Some(at) = column.checked_sub(1) else { return Some(0) };
            let thing = number(*before.get(at)?)?;
            Some(now.iter().position(|&other| other == thing)? + 1)
        };
        self.column = place(self.column).unwrap_or(0);
        self.sorted = self.sorted.and_then(|(column, direction)| Some((place(column)?, direction)));
    }

    /// How a column is sorted, where the table is sorted by it.
    pub fn sorted_by(&self, column: usize) -> Option<Direction> {
        self.sorted.filter(|&(sorted, _)| sorted == column).map(|(_, direction)| direction)
    }
}

/// The views that are one table.
#[derive(Clone, Debug, Default)]
pub struct Sheets {
    /// Any two side by side.
    pub compare: Compare,
    /// Who stands with whom.
    pub blocs: Blocs,
    /// What would bring the group closer.
    pub moves: Moves,
    /// One company, many lists.
    pub entities: Entities,
    /// What changed, what is coming.
    pub timeline: Timeline,
    /// Whether the orders shown survive other weights.
    orders: Orders,
    /// A number that grows whenever something changes that rows are made of: board, comparison, filter.
    generation: u64,
}

impl Sheets {
    /// A number that grows whenever something changes that rows are made of: board, comparison, filter.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Has the rows gathered anew at the next occasion.
    pub(super) fn outdate(&mut self) {
        self.generation += 1;
    }

    /// The table of a view; nothing where it is another kind of view.
    pub fn table(&self, view: View) -> Option<&SheetTable> {
        Some(match view {
            View::Board | View::Matrix | View::Gaps => return None,
            View::Compare => &self.compare.table,
            View::Blocs => &self.blocs.table,
            View::Moves => &self.moves.table,
            View::Entities => &self.entities.table,
            View::Timeline => &self.timeline.table,
        })
    }

    /// The table of a view, to change it.
    pub fn table_mut(&mut self, view: View) -> Option<&mut SheetTable> {
        Some(match view {
            View::Board | View::Matrix | View::Gaps => return None,
            View::Compare => &mut self.compare.table,
            View::Blocs => &mut self.blocs.table,
            View::Moves => &mut self.moves.table,
            View::Entities => &mut self.entities.table,
            View::Timeline => &mut self.timeline.table,
        })
    }
}

impl Model {
    /// The table of the view on screen and what the view says for itself, where it is one of those that do.
    pub fn sheet(&self) -> Option<(&'static Sheet, &SheetTable)> {
        Some((self.view.sheet()?, self.sheets.table(self.view)?))
    }

    /// Gathers the rows of a view where they are out of date.
    pub(super) fn gather(&mut self, view: View) {
        let (Some(sheet), Some(table)) = (view.sheet(), self.sheets.table(view)) else { return };
        let generation = self.sheets.generation;
        if table.of_generation == Some(generation) {
            return;
        }
        let gathered = (sheet.gather)(self);
        if let Some(table) = self.sheets.table_mut(view) {
            table.gathered = gathered;
            table.of_generation = Some(generation);
        }
        self.sort_sheet(view);
    }

    /// Gathers the rows of a view anew though nothing they are made of changed but the view's own setting.
    pub fn regather(&mut self, view: View) {
        if let Some(table) = self.sheets.table_mut(view) {
            table.of_generation = None;
        }
        self.gather(view);
    }

    /// Sorts the view on screen by the column of its cursor: down, up, off.
    pub(super) fn turn_sheet_order(&mut self) {
        let view = self.view;
        if let Some(table) = self.sheets.table_mut(view) {
            table.sorted = turned(table.sorted, table.column);
            self.sort_sheet(view);
        }
    }

    fn sort_sheet(&mut self, view: View) {
        let (Some(sheet), Some(table)) = (view.sheet(), self.sheets.table(view)) else { return };
        let mut order = table.gathered.rows.clone();
        if let Some((column, direction)) = table.sorted {
            sort_by(&mut order, direction, |thing| (sheet.key)(self, column, thing));
        }
        if let Some(table) = self.sheets.table_mut(view) {
            table.rows.reorder(order);
        }
    }

    /// Moves the column cursor of the view on screen, stopping at both ends.
    pub(super) fn move_sheet_column(&mut self, delta: isize) {
        let Some((sheet, _)) = self.sheet() else { return };
        let last = (sheet.columns)(self).saturating_sub(1);
        if let Some(table) = self.sheets.table_mut(self.view) {
            table.column = table.column.saturating_add_signed(delta).min(last);
        }
    }

    /// How the view on screen is ordered, in words.
    pub(super) fn sheet_order(&self) -> Option<Order> {
        let (sheet, table) = self.sheet()?;
        let (column, direction) = table.sorted?;
        Some(Order { column: (sheet.order)(self, column)?, up: direction == Direction::Up })
    }

    /// Orders the view on screen; without an order it is in its own.
    pub(super) fn set_sheet_order(&mut self, order: Option<Order>) {
        let view = self.view;
        self.gather(view);
        let Some((sheet, _)) = self.sheet() else { return };
        let sorted = order.and_then(|order| {
            let columns = (sheet.columns)(self);
            let column = (0..columns).find(|&column| (sheet.order)(self, column) == Some(order.column))?;
            Some((column, if order.up { Direction::Up } else { Direction::Down }))
        });
        if let Some(table) = self.sheets.table_mut(view) {
            table.sorted = sorted;
        }
        self.sort_sheet(view);
    }

    /// Shows an area or a measure in a view; tells whether it is there.
    pub(super) fn show_in_sheet(
        &mut self,
        view: View,
        area: Option<usize>,
        measure: Option<MeasureIndex>,
    ) -> bool {
        self.gather(view);
        view.sheet().is_some_and(|sheet| (sheet.show)(self, area, measure))
    }

    /// Takes every such view over to another board; tells whether what the cursor of the one on screen stood on is
    /// still there.
    pub(super) fn renumber_sheets(&mut self, numbers: &Renumbering) -> bool {
        let mut kept = true;
        for (view, ..) in View::ALL {
            if let Some(sheet) = view.sheet() {
                kept &= (sheet.renumber)(self, numbers) || view != self.view;
            }
        }
        self.sheets.outdate();
        kept
    }
}
