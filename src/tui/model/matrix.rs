use super::{BoardColumn, BoardForm, GapColumn, Model, Rows, View, first_visible};
use crate::analysis::Counts;
use crate::scorecard::{Board, Column};
use crate::tui::sheet::columns_that_fit;
use crate::tui::view::layout::Layout;

/// The matrix of one area: its measures, its columns, and where the cursor is.
#[derive(Clone, Debug)]
pub struct Matrix {
    /// The area, as its place among the board's areas.
    pub area: usize,
    /// Its measures.
    pub rows: Rows,
    /// The column of the cursor.
    pub column: MatrixColumn,
    /// The jurisdictions that scroll: those that are shown beside the poles, in the order of the model's columns.
    pub members: Vec<Column>,
    /// The first of them that is visible, as a place among them.
    pub first: usize,
    /// The gaps of its measures in numbers.
    pub counts: Counts,
    /// The same without any what-if, while there are any.
    pub counts_before: Option<Counts>,
}

/// A column of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatrixColumn {
    /// The measure itself.
    Measure,
    /// The gap between the poles.
    Gap,
    /// A jurisdiction.
    Jurisdiction(Column),
}

impl Matrix {
    /// The matrix of the first area with these jurisdictions beside the poles, the cursor on the first pole.
    pub fn new(board: &Board, members: Vec<Column>, poles: [Column; 2]) -> Self {
        let column = MatrixColumn::Jurisdiction(poles[0]);
        let (rows, counts) = (Rows::default(), Counts::default());
        let mut matrix = Self { area: 0, rows, column, members, first: 0, counts, counts_before: None };
        matrix.open(board, 0);
        matrix
    }

    /// Shows another area.
    pub fn open(&mut self, board: &Board, area: usize) {
        self.area = area;
        let measures = board.areas.get(area).map_or(0..0, |area| area.measures.clone());
        self.rows.reorder(measures.collect());
        self.rows.go_to(0);
    }

    /// Shows these jurisdictions beside the poles. A cursor whose column is gone goes to the first pole.
    pub fn show(&mut self, members: Vec<Column>, poles: [Column; 2]) {
        self.members = members;
        if !self.columns(poles).contains(&self.column) {
            self.column = MatrixColumn::Jurisdiction(poles[0]);
        }
    }

    /// All columns from left to right.
    fn columns(&self, poles: [Column; 2]) -> Vec<MatrixColumn> {
        let mut columns = vec![
            MatrixColumn::Measure,
            MatrixColumn::Jurisdiction(poles[0]),
            MatrixColumn::Jurisdiction(poles[1]),
            MatrixColumn::Gap,
        ];
        columns.extend(self.members.iter().map(|&column| MatrixColumn::Jurisdiction(column)));
        columns
    }
}

impl Model {
    /// Moves the column cursor, stopping at both ends.
    pub fn move_column(&mut self, delta: isize) {
        let poles = self.figures.comparison().poles;
        match (self.view, self.board_form) {
            (View::Matrix, _) => {
                self.matrix.column = stepped(&self.matrix.columns(poles), self.matrix.column, delta);
            }
            (View::Gaps, _) => {
                let columns: Vec<GapColumn> = self.gap_columns().collect();
                self.gap_column = stepped(&columns, self.gap_column, delta);
            }
            (View::Board, BoardForm::Sides) => {
                self.board_column = stepped(&BoardColumn::SIDES, self.board_column, delta);
            }
            (View::Board, BoardForm::Agreement) => {
                let columns: Vec<BoardColumn> = std::iter::once(BoardColumn::Area)
                    .chain(self.agreement_columns().map(BoardColumn::Jurisdiction))
                    .collect();
                self.board_column = stepped(&columns, self.board_column, delta);
            }
            _ => self.move_sheet_column(delta),
        }
    }

    /// Scrolls the jurisdictions so that the column of the cursor is visible.
    pub(super) fn scroll_columns(&mut self, layout: &Layout) {
        self.scroll_blocs(columns_that_fit(self, layout));
        let fits = layout.members(self);
        if let MatrixColumn::Jurisdiction(column) = self.matrix.column
            && let Some(at) = self.matrix.members.iter().position(|&member| member == column)
        {
            self.matrix.first = first_visible(self.matrix.first, at, self.matrix.members.len(), fits);
        } else {
            self.matrix.first = 0;
        }
        let at =
            |column| self.agreement_columns().position(|shown| BoardColumn::Jurisdiction(shown) == column);
        self.agreement_first = at(self.board_column).map_or(0, |at| {
            let all = self.agreement_columns().count();
            first_visible(self.agreement_first, at, all, layout.agreements(self))
        });
    }
}

fn stepped<T: Copy + PartialEq>(columns: &[T], current: T, delta: isize) -> T {
    let at = columns.iter().position(|&column| column == current).unwrap_or(0);
    let last = columns.len().saturating_sub(1);
    columns.get(at.saturating_add_signed(delta).min(last)).copied().unwrap_or(current)
}
