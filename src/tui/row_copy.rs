//! The row of the cursor as two lines with tabs between the fields: what a spreadsheet takes from the clipboard.

use super::model::{BoardForm, Model, View};
use crate::analysis::GapOrder;
use crate::filter::Filter;
use crate::report::Basis;
use crate::report::board::BoardTwin;
use crate::report::document::tabbed;
use crate::report::gaps::Gaps;
use crate::report::matrix::Matrix;

/// The row of the cursor below its headings, as the plain twin of the view writes it; nothing where there is no row.
/// The table is the whole one: columns that do not fit on the screen are in it too.
pub(super) fn row_with_headings(model: &Model) -> Option<String> {
    let Model { board, figures, today, glyphs, .. } = model;
    let basis = Basis { board, figures, today: *today, glyphs: *glyphs };
    let table = match (model.view, model.board_form) {
        (View::Board, BoardForm::Sides) => BoardTwin::new(basis).one(model.area()?),
        (View::Board, BoardForm::Agreement) => BoardTwin::new(basis).one_agreement(model.area()?),
        (View::Matrix, _) => Matrix::new(basis, model.area()?, &Filter::default()).one(model.measure()?),
        (View::Gaps, _) => {
            Gaps::new(basis, GapOrder::default(), &Filter::default()).one(figures.gap(model.measure()?))
        }
        (view, _) => (view.sheet()?.row)(model)?,
    };
    Some(tabbed(&table))
}
