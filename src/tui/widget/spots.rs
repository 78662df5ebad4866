//! What is at a place of the screen, told by what draws it: for the mouse, which asks what it hit.

use std::ops::Range;

use ratatui::layout::{Position, Rect};

use crate::tui::command::Command;
use crate::tui::model::{BoardColumn, GapColumn, MatrixColumn, View};

/// What is at a place of the screen.
#[derive(Clone, Copy, Debug)]
pub enum Spot {
    /// The name of a view.
    View(View),
    /// A row of the table, by its number.
    Row(usize),
    /// A column of the table, from its heading down.
    Column(TableColumn),
    /// The heading of a column.
    Heading(TableColumn),
    /// The detail.
    Detail,
    /// The second detail.
    Companion,
    /// A command that is hinted at.
    Command(&'static Command),
    /// A layer.
    Layer,
    /// A line of a layer's list.
    Line {
        /// Its number among those that were found.
        number: usize,
        /// Whether it is the chosen one.
        chosen: bool,
    },
}

/// A column of one of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableColumn {
    /// Of the board, in one form or the other.
    Board(BoardColumn),
    /// Of the matrix.
    Matrix(MatrixColumn),
    /// Of the list of gaps.
    Gaps(GapColumn),
    /// Of a view that is one table.
    Sheet(usize),
}

/// What is where on a screen.
#[derive(Debug, Default)]
pub struct Spots {
    areas: Vec<(Rect, Spot)>,
    links: Vec<Link>,
}

/// Cells of one row that lead to the web.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The row.
    pub row: u16,
    /// The columns.
    pub columns: Range<u16>,
    /// The address. It holds nothing that a terminal would obey.
    pub url: Box<str>,
}

impl Spots {
    /// Takes note of what is in an area; what is noted later lies above.
    pub fn note(&mut self, area: Rect, spot: Spot) {
        self.areas.push((area, spot));
    }

    /// Takes note that cells lead to an address.
    pub(super) fn link(&mut self, row: u16, columns: Range<u16>, url: &str) {
        self.links.push(Link { row, columns, url: url.into() });
    }

    /// Forgets the links of an area that something else is drawn over.
    pub(super) fn cover(&mut self, area: Rect) {
        let rows = area.top()..area.bottom();
        if !self.links.iter().any(|link| rows.contains(&link.row)) {
            return;
        }
        for link in std::mem::take(&mut self.links) {
            if !rows.contains(&link.row) {
                self.links.push(link);
                continue;
            }
            let Range { start, end } = link.columns;
            for columns in [start..end.min(area.left()), start.max(area.right())..end] {
                if !columns.is_empty() {
                    self.links.push(Link { columns, ..link.clone() });
                }
            }
        }
    }

    /// The links, row by row.
    pub fn into_links(mut self) -> Vec<Link> {
        self.links.sort_by_key(|link| link.row);
        self.links
    }

    /// The number of the chosen line of a layer's list, where one is visible.
    pub fn chosen_line(&self) -> Option<usize> {
        self.areas.iter().find_map(|(_, spot)| match *spot {
            Spot::Line { number, chosen: true } => Some(number),
            _ => None,
        })
    }

    /// What is at a place, topmost first.
    pub fn at(&self, place: Position) -> impl Iterator<Item = &Spot> {
        self.areas.iter().rev().filter(move |(area, _)| area.contains(place)).map(|(_, spot)| spot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_over_a_link_is_no_part_of_it() {
        let mut spots = Spots::default();
        spots.link(2, 0..20, "https://a.example");
        spots.link(1, 0..20, "https://b.example");
        spots.cover(Rect::new(5, 2, 10, 3));
        let left: Vec<_> = spots.into_links().into_iter().map(|link| (link.row, link.columns)).collect();
        assert_eq!(left, [(1, 0..20), (2, 0..5), (2, 15..20)]);
    }
}
