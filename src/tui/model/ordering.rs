//! The order of a view in words, as presets and saved views say it.

use super::{BoardColumn, Direction, GapColumn, MatrixColumn, Model, View};
use crate::filter::{Order, OrderColumn};
use crate::scorecard::ViewName;

impl From<View> for ViewName {
    fn from(view: View) -> Self {
        match view {
            View::Board => Self::Board,
            View::Matrix => Self::Matrix,
            View::Gaps => Self::Gaps,
            View::Compare => Self::Compare,
            View::Blocs => Self::Blocs,
            View::Moves => Self::Moves,
            View::Entities => Self::Entities,
            View::Timeline => Self::Timeline,
        }
    }
}

impl From<ViewName> for View {
    fn from(name: ViewName) -> Self {
        match name {
            ViewName::Board => Self::Board,
            ViewName::Matrix => Self::Matrix,
            ViewName::Gaps => Self::Gaps,
            ViewName::Compare => Self::Compare,
            ViewName::Blocs => Self::Blocs,
            ViewName::Moves => Self::Moves,
            ViewName::Entities => Self::Entities,
            ViewName::Timeline => Self::Timeline,
        }
    }
}

/// The columns of the board with their words.
const BOARD: [(BoardColumn, OrderColumn); 6] = [
    (BoardColumn::Area, OrderColumn::Area),
    (BoardColumn::FirstFuller, OrderColumn::First),
    (BoardColumn::Same, OrderColumn::Same),
    (BoardColumn::SecondFuller, OrderColumn::Second),
    (BoardColumn::Widest, OrderColumn::Widest),
    (BoardColumn::Next, OrderColumn::Next),
];

/// The columns of the list of gaps with their words.
const GAPS: [(GapColumn, OrderColumn); 9] = [
    (GapColumn::Rank, OrderColumn::Rank),
    (GapColumn::Width, OrderColumn::Width),
    (GapColumn::First, OrderColumn::First),
    (GapColumn::Second, OrderColumn::Second),
    (GapColumn::Measure, OrderColumn::Measure),
    (GapColumn::Area, OrderColumn::Area),
    (GapColumn::Weight, OrderColumn::Weight),
    (GapColumn::Group, OrderColumn::Group),
    (GapColumn::Next, OrderColumn::Next),
];

impl Model {
    /// How the view is ordered, where it is not in its own order and there is a word for it.
    pub fn order(&self) -> Option<Order> {
        let (column, direction) = match self.view {
            View::Board => {
                let (own, direction) = self.sorted.board?;
                (BOARD.iter().find(|(column, _)| *column == own)?.1, direction)
            }
            View::Matrix => {
                let (own, direction) = self.sorted.matrix?;
                let column = match own {
                    MatrixColumn::Measure => OrderColumn::Measure,
                    MatrixColumn::Gap => OrderColumn::Gap,
                    MatrixColumn::Jurisdiction(column) => {
                        OrderColumn::Jurisdiction(self.board.jurisdiction(column).code)
                    }
                };
                (column, direction)
            }
            View::Gaps => {
                let (own, direction) = self.sorted.gaps?;
                (GAPS.iter().find(|(column, _)| *column == own)?.1, direction)
            }
            _ => return self.sheet_order(),
        };
        Some(Order { column, up: direction == Direction::Up })
    }

    /// Orders the view; without an order it is in its own.
    pub fn set_order(&mut self, order: Option<Order>) {
        let direction = |order: Order| if order.up { Direction::Up } else { Direction::Down };
        match self.view {
            View::Board => {
                self.sorted.board = order.and_then(|order| {
                    Some((BOARD.iter().find(|(_, word)| *word == order.column)?.0, direction(order)))
                });
            }
            View::Matrix => {
                self.sorted.matrix = order.and_then(|order| {
                    let column = match order.column {
                        OrderColumn::Measure => MatrixColumn::Measure,
                        OrderColumn::Gap => MatrixColumn::Gap,
                        OrderColumn::Jurisdiction(code) => {
                            MatrixColumn::Jurisdiction(self.board.column(code)?)
                        }
                        _ => return None,
                    };
                    Some((column, direction(order)))
                });
            }
            View::Gaps => {
                self.sorted.gaps = order.and_then(|order| {
                    Some((GAPS.iter().find(|(_, word)| *word == order.column)?.0, direction(order)))
                });
            }
            _ => return self.set_sheet_order(order),
        }
        self.restore_order();
    }
}
