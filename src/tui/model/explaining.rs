//! Which figure the cursor stands on.

use super::{BoardColumn, GapColumn, MatrixColumn, Model, View};
use crate::report::Basis;
use crate::report::explain::{Among, Figure, Over};

/// What is said of dates and names, and where nothing is listed.
pub const NO_FIGURE: &str = "There is no figure to explain here";

impl Model {
    /// The figure under the cursor.
    ///
    /// # Errors
    /// In words for people, where there is none to explain: dates and names are none.
    pub fn figure(&self) -> Result<Figure, &'static str> {
        match self.view {
            View::Board => self.figure_of_board().ok_or(NO_FIGURE),
            View::Matrix => self.figure_of_matrix().ok_or(NO_FIGURE),
            View::Gaps => self.figure_of_gaps().ok_or(NO_FIGURE),
            view => view.sheet().map_or(Err(NO_FIGURE), |sheet| (sheet.figure)(self)),
        }
    }

    fn figure_of_matrix(&self) -> Option<Figure> {
        let measure = self.measure()?;
        Some(match self.matrix.column {
            MatrixColumn::Measure => Figure::Spread(measure),
            MatrixColumn::Gap => Figure::Gap(measure),
            MatrixColumn::Jurisdiction(column) => Figure::Agreement(column, Over::Measure(measure)),
        })
    }

    fn figure_of_gaps(&self) -> Option<Figure> {
        let (measure, poles) = (self.measure()?, self.figures.comparison().poles);
        Some(match self.gap_column {
            GapColumn::Rank => Figure::Share(measure),
            GapColumn::Width | GapColumn::Measure => Figure::Gap(measure),
            GapColumn::Area => Figure::Sides(Some(self.board.measure(measure).area)),
            GapColumn::First => Figure::Agreement(poles[0], Over::Measure(measure)),
            GapColumn::Second => Figure::Agreement(poles[1], Over::Measure(measure)),
            GapColumn::Weight => Figure::Weight(measure),
            GapColumn::Group => Figure::Spread(measure),
            GapColumn::Next => return None,
        })
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

    /// Whom and what the figures of pairs on screen are of.
    pub fn among(&self) -> Among {
        match self.view {
            View::Blocs => self.among_blocs(),
            _ => Among::all(&self.board),
        }
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
