//! Which figure the cursor stands on.

use super::{BoardColumn, GapColumn, MatrixColumn, Model, View};
use crate::report::Basis;
use crate::report::explain::{Figure, Over};

impl Model {
    /// The figure under the cursor, where there is one to explain: dates and names are none.
    pub fn figure(&self) -> Option<Figure> {
        match self.view {
            View::Board => self.figure_of_board(),
            View::Matrix => {
                let measure = self.measure()?;
                Some(match self.matrix.column {
                    MatrixColumn::Measure => Figure::Spread(measure),
                    MatrixColumn::Gap => Figure::Gap(measure),
                    MatrixColumn::Jurisdiction(column) => Figure::Agreement(column, Over::Measure(measure)),
                })
            }
            View::Gaps => {
                let measure = self.measure()?;
                Some(match self.gap_column {
                    GapColumn::Rank => Figure::Share(measure),
                    GapColumn::Width | GapColumn::Measure => Figure::Gap(measure),
                    GapColumn::Area => Figure::Sides(Some(self.board.measure(measure).area)),
                    GapColumn::First => {
                        Figure::Agreement(self.figures.comparison().poles[0], Over::Measure(measure))
                    }
                    GapColumn::Second => {
                        Figure::Agreement(self.figures.comparison().poles[1], Over::Measure(measure))
                    }
                    GapColumn::Weight => Figure::Weight(measure),
                    GapColumn::Group => Figure::Spread(measure),
                    GapColumn::Next => return None,
                })
            }
            view => view.sheet().and_then(|sheet| (sheet.figure)(self)),
        }
    }

    fn figure_of_board(&self) -> Option<Figure> {
        let area = self.area()?;
        Some(match self.board_column {
            BoardColumn::Area => Figure::Group(Some(area)),
            BoardColumn::FirstFuller | BoardColumn::SecondFuller => Figure::Sides(Some(area)),
            BoardColumn::Same => Figure::Counts(Some(area)),
            BoardColumn::Widest => Figure::Gap(self.overview.area(area).widest?),
            BoardColumn::Jurisdiction(column) => Figure::Agreement(column, Over::Area(area)),
            BoardColumn::Next => return None,
        })
    }

    /// Makes the topmost layer ready for drawing.
    pub(super) fn prepare_layer(&mut self) {
        if let Some(mut top) = self.layers.pop() {
            top.prepare(self);
            self.layers.push(top);
        }
    }

    /// What texts about the figures on screen rest on.
    pub fn basis(&self) -> Basis<'_> {
        Basis { board: &self.board, figures: &self.figures, today: self.today, glyphs: self.glyphs }
    }
}
