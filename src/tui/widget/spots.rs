//! What is at a place of the screen, told by what draws it: for the mouse, which asks what it hit.

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
}

/// What is where on a screen.
#[derive(Debug, Default)]
pub struct Spots {
    areas: Vec<(Rect, Spot)>,
}

impl Spots {
    /// Takes note of what is in an area; what is noted later lies above.
    pub fn note(&mut self, area: Rect, spot: Spot) {
        self.areas.push((area, spot));
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
