use std::collections::BTreeSet;

use super::{BoardColumn, BoardForm, GapColumn, MatrixColumn, Model, View};
use crate::analysis::Comparison;
use crate::scorecard::{Board, Column};

/// Which jurisdictions are shown beside the poles, and in which order. The poles are always shown, and first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// The order a person gave them; none means the board's own. It may lack jurisdictions, which come last.
    arranged: Option<Vec<Column>>,
    hidden: BTreeSet<Column>,
    /// The columns of the list of gaps that are hidden.
    hidden_in_gaps: BTreeSet<GapColumn>,
}

impl Columns {
    /// Shows these jurisdictions in this order and hides the others of the board.
    pub fn only(board: &Board, shown: Vec<Column>) -> Self {
        let hidden = board.columns().filter(|column| !shown.contains(column)).collect();
        Self { arranged: Some(shown), hidden, ..Self::default() }
    }

    /// Whether a column of the list of gaps is hidden.
    pub fn hides_in_gaps(&self, column: GapColumn) -> bool {
        self.hidden_in_gaps.contains(&column)
    }

    /// Every jurisdiction that is no pole, in order, the hidden ones too. The board's own order is the group, then
    /// everyone else.
    pub fn members(&self, board: &Board, comparison: &Comparison) -> Vec<Column> {
        let mut members = self.arranged.clone().unwrap_or_default();
        let mut placed: BTreeSet<Column> = members.iter().chain(&comparison.poles).copied().collect();
        let by_group = comparison.group.iter().copied().chain(board.columns());
        members.extend(by_group.filter(|&column| placed.insert(column)));
        members.retain(|column| !comparison.poles.contains(column));
        members
    }

    /// The jurisdictions that are shown beside the poles, in order.
    pub fn shown(&self, board: &Board, comparison: &Comparison) -> Vec<Column> {
        let mut members = self.members(board, comparison);
        members.retain(|&column| !self.hides(column));
        members
    }

    /// Whether a jurisdiction is hidden where it is no pole.
    pub fn hides(&self, column: Column) -> bool {
        self.hidden.contains(&column)
    }

    /// Whether no jurisdiction is hidden and their order is the board's own.
    pub fn are_as_on_the_board(&self) -> bool {
        self.arranged.is_none() && self.hidden.is_empty()
    }

    /// The same columns on a board whose jurisdictions have other numbers; what has none there is forgotten.
    #[must_use]
    pub fn renumbered(&self, number: impl Fn(Column) -> Option<Column>) -> Self {
        Self {
            arranged: self.arranged.as_ref().map(|order| order.iter().copied().filter_map(&number).collect()),
            hidden: self.hidden.iter().copied().filter_map(&number).collect(),
            hidden_in_gaps: self.hidden_in_gaps.clone(),
        }
    }
}

impl Model {
    /// Hides a jurisdiction, or shows it again. A pole stays.
    pub fn toggle_column(&mut self, column: Column) {
        if self.figures.comparison().poles.contains(&column) {
            let code = self.board.jurisdiction(column).code;
            self.tell(format!("{code} is a pole, which is always shown"));
        } else {
            if !self.columns.hidden.remove(&column) {
                self.columns.hidden.insert(column);
            }
            self.arrange_columns();
        }
    }

    /// Hides a column of the list of gaps, or shows it again.
    pub fn toggle_gap_column(&mut self, column: GapColumn) {
        let hidden = &mut self.columns.hidden_in_gaps;
        if !hidden.remove(&column) {
            hidden.insert(column);
        }
        self.settle_gap_column();
    }

    /// Hides these columns of the list of gaps and shows the others.
    pub fn hide_gap_columns(&mut self, hidden: impl Iterator<Item = GapColumn>) {
        self.columns.hidden_in_gaps = hidden.collect();
        self.settle_gap_column();
    }

    /// The columns of the list of gaps that are shown, from left to right.
    pub fn gap_columns(&self) -> impl Iterator<Item = GapColumn> {
        GapColumn::all(self.gaps_show_poles()).filter(|&column| !self.columns.hides_in_gaps(column))
    }

    /// Shows a jurisdiction where it is hidden, and tells whether it was.
    pub fn unhide_column(&mut self, column: Column) -> bool {
        let hidden = self.columns.hides(column) && !self.figures.comparison().poles.contains(&column);
        if hidden {
            self.toggle_column(column);
        }
        hidden
    }

    /// Moves a jurisdiction among the others by places, stopping at both ends. A pole stays.
    pub fn shift_column(&mut self, column: Column, by: isize) {
        let comparison = self.figures.comparison();
        let mut members = self.columns.members(&self.board, comparison);
        let Some(at) = members.iter().position(|&member| member == column) else { return };
        let to = at.saturating_add_signed(by).min(members.len() - 1);
        members.remove(at);
        members.insert(to, column);
        self.columns.arranged = Some(comparison.poles.into_iter().chain(members).collect());
        self.arrange_columns();
    }

    /// Shows other jurisdictions. What is hidden of the list of gaps stays so.
    pub fn set_columns(&mut self, columns: Columns) {
        let hidden_in_gaps = std::mem::take(&mut self.columns.hidden_in_gaps);
        self.columns = Columns { hidden_in_gaps, ..columns };
        self.arrange_columns();
    }

    /// How many jurisdictions are hidden.
    pub fn hidden_columns(&self) -> usize {
        let poles = &self.figures.comparison().poles;
        self.columns.hidden.iter().filter(|column| !poles.contains(column)).count()
    }

    /// The jurisdictions of the board's second form: the poles, then the others that are shown.
    pub fn agreement_columns(&self) -> impl Iterator<Item = Column> + Clone + '_ {
        self.figures.comparison().poles.into_iter().chain(self.matrix.members.iter().copied())
    }

    /// Brings the tables in line with the columns; a cursor whose column is gone goes to the first pole.
    fn arrange_columns(&mut self) {
        let comparison = self.figures.comparison();
        self.matrix.show(self.columns.shown(&self.board, comparison), comparison.poles);
        self.settle_board_column();
        self.sheets.outdate();
        // A filter may ask for the positions of the columns shown.
        self.sort_matrix();
        if let Some(search) = self.search.take() {
            self.search = Some(self.search_for(search.query(), Some(&search)));
        }
    }

    /// Keeps the column cursor of the board on a column its form has.
    pub(super) fn settle_board_column(&mut self) {
        let shown = match self.board_column {
            BoardColumn::Jurisdiction(column) => self.agreement_columns().any(|shown| shown == column),
            BoardColumn::Area => true,
            _ => self.board_form == BoardForm::Sides,
        };
        if !shown {
            self.board_column = match self.board_form {
                BoardForm::Sides => BoardColumn::Area,
                BoardForm::Agreement => BoardColumn::Jurisdiction(self.figures.comparison().poles[0]),
            };
        }
    }

    /// The jurisdiction whose column the cursor is in, in views that have such columns.
    pub fn jurisdiction_of_cursor(&self) -> Option<Column> {
        match (self.view, self.board_form, self.matrix.column, self.board_column) {
            (View::Matrix, _, MatrixColumn::Jurisdiction(column), _)
            | (View::Board, BoardForm::Agreement, _, BoardColumn::Jurisdiction(column)) => Some(column),
            _ => None,
        }
    }
}
