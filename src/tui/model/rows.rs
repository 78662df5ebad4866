//! A list whose cursor stands on a thing, not on a row number, so that sorting and reloading keep the place.

use std::ops::Range;

/// The rows of a table: things by their numbers in an order, the thing the cursor stands on, and the first row shown.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    order: Vec<u32>,
    /// The row of each thing; `ABSENT` for things the table does not show.
    place: Vec<u32>,
    /// The thing the cursor stands on, or stood on where no rows are left; nothing until there were rows.
    cursor: Option<u32>,
    top: usize,
    edition: u64,
}

const ABSENT: u32 = u32::MAX;

impl Rows {
    /// Rows in that order, the cursor on the first.
    pub fn new(order: Vec<u32>) -> Self {
        let mut rows = Self::default();
        rows.reorder(order);
        rows
    }

    /// Shows the things in another order. The cursor stays on its thing; where that is gone, it goes to the next one
    /// that is still there, else to the one before. The first rows there are have it on the first.
    pub fn reorder(&mut self, order: Vec<u32>) {
        self.edition += 1;
        let (before, row) = (std::mem::take(&mut self.order), self.row());
        let things = order.iter().max().map_or(0, |&thing| thing as usize + 1);
        self.place.clear();
        self.place.resize(things, ABSENT);
        for (row, &thing) in order.iter().enumerate() {
            self.place[thing as usize] = row as u32;
        }
        self.order = order;
        if self.cursor().is_none() {
            let (above, below) = before.split_at(row.min(before.len()));
            let mut nearest = below.iter().chain(above.iter().rev());
            let left = nearest.find(|&&thing| self.row_of(thing).is_some()).or(self.order.first());
            self.cursor = left.copied().or(self.cursor);
        }
    }

    /// A number that grows whenever the rows change or their order does.
    pub fn edition(&self) -> u64 {
        self.edition
    }

    /// Gives the things other numbers and leaves out those that have none. The cursor stays on its thing; where that is
    /// gone, it goes to the nearest below it that stayed, else above it. Tells whether its thing stayed.
    pub fn renumber(&mut self, number: impl Fn(u32) -> Option<u32>) -> bool {
        let (row, top) = (self.row(), self.top);
        let stays = self.cursor().is_none_or(|thing| number(thing).is_some());
        let below = self.order.iter().skip(row).find_map(|&thing| number(thing));
        let above = || self.order.iter().take(row).rev().find_map(|&thing| number(thing));
        self.cursor = below.or_else(above);
        self.reorder(self.order.iter().filter_map(|&thing| number(thing)).collect());
        // On the same line of the screen as before.
        self.top = self.row().saturating_sub(row.saturating_sub(top));
        stays
    }

    /// On which visible line the cursor stands, from 0.
    pub fn offset(&self) -> usize {
        self.row().saturating_sub(self.top)
    }

    /// Scrolls so that the cursor stands on that visible line, where the table is long enough.
    pub fn keep_offset(&mut self, offset: usize) {
        self.top = self.row().saturating_sub(offset);
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The thing the cursor stands on, where there is any.
    pub fn cursor(&self) -> Option<u32> {
        self.cursor.filter(|&thing| self.row_of(thing).is_some())
    }

    /// The row the cursor stands on.
    pub fn row(&self) -> usize {
        self.cursor.and_then(|thing| self.row_of(thing)).unwrap_or(0)
    }

    /// The row of a thing.
    pub fn row_of(&self, thing: u32) -> Option<usize> {
        self.place.get(thing as usize).filter(|&&row| row != ABSENT).map(|&row| row as usize)
    }

    /// The thing in a row.
    pub fn thing(&self, row: usize) -> Option<u32> {
        self.order.get(row).copied()
    }

    /// Puts the cursor on a thing, where the table shows it.
    pub fn set(&mut self, thing: u32) -> bool {
        let shown = self.row_of(thing).is_some();
        if shown {
            self.cursor = Some(thing);
        }
        shown
    }

    /// Moves the cursor by rows, stopping at both ends.
    pub fn go(&mut self, delta: isize) {
        let last = self.len().saturating_sub(1);
        self.go_to(self.row().saturating_add_signed(delta).min(last));
    }

    /// Puts the cursor on a row, the last where there are fewer.
    pub fn go_to(&mut self, row: usize) {
        if let Some(thing) = self.thing(row.min(self.len().saturating_sub(1))) {
            self.cursor = Some(thing);
        }
    }

    /// Scrolls as little as needed for the cursor to be among `height` visible rows.
    pub fn scroll(&mut self, height: usize) {
        self.top = first_visible(self.top, self.row(), self.len(), height);
    }

    /// The visible rows with the things in them.
    pub fn visible(&self, height: usize) -> impl Iterator<Item = (usize, u32)> + '_ {
        let shown: Range<usize> = self.top..(self.top + height).min(self.len());
        self.order
            .get(shown)
            .unwrap_or_default()
            .iter()
            .enumerate()
            .map(|(at, &thing)| (self.top + at, thing))
    }

    /// The first visible row.
    pub fn top(&self) -> usize {
        self.top
    }
}

/// The first of `length` items to show in a window of `size` so that `cursor` is inside and the window is full where
/// it can be, moving from `first` as little as possible.
pub fn first_visible(first: usize, cursor: usize, length: usize, size: usize) -> usize {
    let lowest = (cursor + 1).saturating_sub(size.max(1));
    first.clamp(lowest, cursor.max(lowest)).min(length.saturating_sub(size))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_cursor_stays_on_its_thing_when_the_order_changes() {
        let mut rows = Rows::new(vec![5, 3, 9]);
        rows.go(1);
        rows.reorder(vec![9, 5, 3]);
        assert_eq!((rows.cursor(), rows.row()), (Some(3), 2));
        rows.reorder(vec![9, 5]);
        assert_eq!((rows.cursor(), rows.row()), (Some(5), 1));
        rows.reorder(Vec::new());
        assert_eq!((rows.cursor(), rows.len()), (None, 0));
    }

    #[test]
    fn the_cursor_begins_on_the_first_row_and_survives_a_time_without_rows() {
        let mut rows = Rows::default();
        rows.reorder(vec![5, 0, 9]);
        assert_eq!((rows.cursor(), rows.row()), (Some(5), 0));
        rows.go(1);
        rows.reorder(Vec::new());
        rows.reorder(vec![9, 5, 0]);
        assert_eq!(rows.cursor(), Some(0));
    }

    #[test]
    fn moving_stops_at_both_ends() {
        let mut rows = Rows::new(vec![7, 8, 9]);
        rows.go(-1);
        assert_eq!(rows.cursor(), Some(7));
        rows.go(99);
        assert_eq!(rows.cursor(), Some(9));
    }

    proptest! {
        #[test]
        fn the_cursor_is_always_visible_and_the_window_is_full(
            first in 0usize..200, length in 1usize..200, size in 1usize..60, at in 0usize..200,
        ) {
            let cursor = at % length;
            let top = first_visible(first, cursor, length, size);
            prop_assert!(top <= cursor && cursor < top + size);
            prop_assert!(top + size <= length.max(size));
            // Already visible in a full window: nothing moves.
            if first <= cursor && cursor < first + size && first + size <= length {
                prop_assert_eq!(top, first);
            }
        }
    }
}
