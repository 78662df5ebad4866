use serde::Serialize;

use super::Matrix;
use crate::report::document::Field;
use crate::report::json::{ByCode, ComparisonJson, CountsJson, VERSION};
use crate::report::selection::SelectionJson;
use crate::report::words;
use crate::scorecard::{Column, Confidence, Level, MeasureIndex, Status};

/// The JSON of `t12 matrix`.
#[derive(Debug, Serialize)]
pub struct MatrixJson<'a> {
    t12: u32,
    comparison: ComparisonJson<'a>,
    area: &'a str,
    filter: Option<SelectionJson<'a>>,
    counts: CountsJson,
    measures: Vec<RowJson<'a>>,
}

#[derive(Debug, Serialize)]
struct RowJson<'a> {
    measure: &'a str,
    title: &'a str,
    weight: f64,
    gap: Option<i8>,
    band: &'static str,
    levels: [u32; 5],
    positions: ByCode<CellJson<'a>>,
}

#[derive(Debug, Serialize)]
struct CellJson<'a> {
    state: &'static str,
    level: Option<u8>,
    supposed: bool,
    inherited_from: Option<&'a str>,
    status: Option<&'static str>,
    confidence: Option<&'static str>,
}

impl<'a> MatrixJson<'a> {
    pub(super) fn of(matrix: &'a Matrix<'_>) -> Self {
        let basis = &matrix.basis;
        Self {
            t12: VERSION,
            comparison: ComparisonJson::of(basis),
            area: &matrix.area().id,
            filter: matrix.listed.json(),
            counts: CountsJson::from(&matrix.counts()),
            measures: matrix.listed.measures().iter().map(|&index| RowJson::of(matrix, index)).collect(),
        }
    }

    /// The measures as rows of a table.
    pub(super) fn rows(&self) -> impl Iterator<Item = Vec<Field>> {
        self.measures.iter().map(RowJson::row)
    }
}

impl<'a> RowJson<'a> {
    fn of(matrix: &Matrix<'a>, index: MeasureIndex) -> Self {
        let basis = &matrix.basis;
        let (measure, gap) = (basis.board.measure(index), basis.figures.gap(index));
        let position = |column| (basis.board.jurisdiction(column).code, CellJson::of(matrix, index, column));
        Self {
            measure: &measure.id,
            title: &measure.title,
            weight: f64::from(basis.figures.grid().weights().measure(index)) / 1000.0,
            gap: gap.gap,
            band: gap.band.key(),
            levels: basis.figures.tally(index).counts(),
            positions: ByCode(basis.poles_first().into_iter().map(position).collect()),
        }
    }

    fn row(&self) -> Vec<Field> {
        let mut row = vec![Field::text(self.measure), Field::text(self.title), Field::figure(&self.weight)];
        row.extend([Field::maybe(self.gap), Field::text(self.band)]);
        row.extend(self.positions.0.iter().map(|(_, cell)| match cell.level {
            Some(level) => Field::figure(&level),
            None => Field::text(cell.state),
        }));
        let supposed = self.positions.0.iter().filter(|(_, cell)| cell.supposed);
        row.push(Field::text(supposed.map(|(code, _)| code.as_str()).collect::<Vec<_>>().join(" ")));
        row
    }
}

impl<'a> CellJson<'a> {
    fn of(matrix: &Matrix<'a>, index: MeasureIndex, column: Column) -> Self {
        let board = matrix.basis.board;
        let cell = matrix.basis.figures.cell(board, index, column);
        let position = board.grounds(cell);
        Self {
            state: words::state(cell.answer),
            level: cell.answer.level().map(Level::number),
            supposed: cell.supposed,
            inherited_from: (cell.root != column).then(|| matrix.basis.code(cell.root)),
            status: position.and_then(|position| position.status).map(Status::key),
            confidence: position.and_then(|position| position.confidence).map(Confidence::key),
        }
    }
}
