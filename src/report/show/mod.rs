//! `t12 show`: an area, a measure or one position with everything that is written about it.

mod area;
mod json;
mod measure;
mod position;

use crate::scorecard::{Board, Column, MeasureIndex};

use super::document::{Document, Table};
use super::twin::Twin;
use super::words::Glyphs;
pub use json::ShowJson;

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// An area, as its place among the board's areas.
    Area(usize),
    /// A measure.
    Measure(MeasureIndex),
    /// One jurisdiction's position on a measure.
    Position(MeasureIndex, Column),
}

/// A place of the board with everything that is written about it.
#[derive(Clone, Copy, Debug)]
pub struct Show<'a> {
    /// The board; [`Board::public`] where private fields are not to be shown.
    pub board: &'a Board,
    /// The place.
    pub place: Place,
    /// The characters for marks.
    pub glyphs: Glyphs,
}

impl Twin for Show<'_> {
    type Json<'j>
        = ShowJson<'j>
    where
        Self: 'j;

    fn document(&self) -> Document {
        match self.place {
            Place::Area(number) => area::document(self.board, number),
            Place::Measure(index) => measure::document(self.board, index, self.glyphs),
            Place::Position(index, column) => position::document(self.board, index, column),
        }
    }

    fn table(&self) -> Table {
        match self.place {
            Place::Area(number) => position::table(self.board, self.board.areas[number].measures(), None),
            Place::Measure(index) => position::table(self.board, [index].into_iter(), None),
            Place::Position(index, column) => position::table(self.board, [index].into_iter(), Some(column)),
        }
    }

    fn json(&self) -> ShowJson<'_> {
        json::json(self.board, self.place)
    }
}
