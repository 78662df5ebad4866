//! `t12 matrix AREA`: one area, every measure by every jurisdiction.

mod json;

use std::collections::BTreeSet;

use crate::analysis::Counts;
use crate::filter::{Filter, Scope};
use crate::report::basis::Basis;
use crate::report::document::{Document, Field, Table};
use crate::report::gaps::in_words;
use crate::report::selection::Selection;
use crate::report::twin::Twin;
use crate::report::words::{self, Mark};
use crate::scorecard::{Area, Cell, Column, Confidence, MeasureIndex};
pub use json::MatrixJson;

/// The measures of one area by jurisdictions, the poles first.
#[derive(Clone, Debug)]
pub struct Matrix<'a> {
    /// What it rests on.
    pub basis: Basis<'a>,
    /// The area, as its place among the board's areas.
    pub area: usize,
    /// Its measures that are listed.
    pub listed: Selection,
}

impl Twin for Matrix<'_> {
    type Json<'j>
        = MatrixJson<'j>
    where
        Self: 'j;

    fn document(&self) -> Document {
        let basis = &self.basis;
        let mut document = Document::titled(&*self.area().title);
        document.paragraph(basis.standing());
        if let Some(sentence) = self.listed.sentence() {
            document.paragraph(sentence);
        }
        document.paragraph(words::counts_sentence(&self.counts()));
        let mut table = self.headed();
        table.rows = self.listed.measures().iter().map(|&measure| self.row(measure)).collect();
        document.table(table);
        document.paragraph(self.legend());
        document.paragraph(words::LEVELS_NOTE);
        document.paragraph(words::FULLER_IS_NOT_BETTER);
        document
    }

    fn table(&self) -> Table {
        let basis = &self.basis;
        let codes = basis.poles_first().into_iter().map(|column| basis.code(column));
        let mut table = Table::new(
            ["measure", "title", "weight", "gap", "band"].into_iter().chain(codes).chain(["supposed"]),
        );
        table.rows = self.json().rows().collect();
        table
    }

    fn json(&self) -> MatrixJson<'_> {
        MatrixJson::of(self)
    }
}

impl<'a> Matrix<'a> {
    /// The measures of an area as far as a filter leaves them, by the positions of all columns.
    pub fn new(basis: Basis<'a>, area: usize, filter: &Filter) -> Self {
        let columns: Vec<Column> = basis.board.columns().collect();
        let measures = basis.board.areas[area].measures();
        let listed = Selection::new(filter, &basis, measures, Scope::Columns(&columns));
        Self { basis, area, listed }
    }

    fn counts(&self) -> Counts {
        self.basis.figures.counts_of(self.listed.measures().iter().copied())
    }

    fn area(&self) -> &'a Area {
        &self.basis.board.areas[self.area]
    }

    /// The table as people read it with the row of one measure alone.
    pub fn one(&self, measure: MeasureIndex) -> Table {
        let mut table = self.headed();
        table.row(self.row(measure));
        table
    }

    /// The table as people read it, without rows.
    fn headed(&self) -> Table {
        let basis = &self.basis;
        let codes: Vec<&str> = basis.poles_first().into_iter().map(|column| basis.code(column)).collect();
        let headings = ["Measure", "Weight"].into_iter().chain(codes[..2].iter().copied());
        let headings = headings.chain(["Gap"]).chain(codes[2..].iter().copied()).chain([words::LEVELS]);
        Table::new(headings).wrapping(&[0, 4])
    }

    fn row(&self, index: MeasureIndex) -> Vec<Field> {
        let basis = &self.basis;
        let measure = basis.board.measure(index);
        let mut cells = basis.poles_first().into_iter().map(|column| self.cell(index, column));
        let mut row = vec![Field::text(measure.short_title())];
        let weight = u64::from(basis.figures.grid().weights().measure(index));
        row.push(Field::Figure(words::millionths(weight * 1000)));
        row.extend(cells.by_ref().take(2));
        row.push(Field::text(in_words(basis.figures.gap(index), basis.poles())));
        row.extend(cells);
        row.push(Field::text(words::at_each_level(basis.figures.tally(index))));
        row
    }

    /// A level with its marks: `3●`, `↑3`, `2◐~`.
    fn cell(&self, index: MeasureIndex, column: Column) -> Field {
        if let Some(span) = self.span(index, column) {
            return Field::text(span);
        }
        let (board, glyphs) = (self.basis.board, self.basis.glyphs);
        let cell = self.basis.figures.cell(board, index, column);
        let level = words::marked(board, column, cell, glyphs);
        let remarks = self.remarks(cell).map(|mark| mark.glyph(glyphs));
        Field::text(level.chars().chain(remarks).collect::<String>())
    }

    /// The span of a pole's members on a matter they decide.
    fn span(&self, index: MeasureIndex, column: Column) -> Option<String> {
        let gap = self.basis.figures.gap(index);
        let pole = self.basis.figures.comparison().poles.iter().position(|&pole| pole == column)?;
        let side = [&gap.first, &gap.second][pole];
        side.members_decide.then(|| self.basis.reach(index, column, side))
    }

    /// What else there is to say of a cell: nothing of one that is supposed, which rests on nothing.
    fn remarks(&self, cell: Cell) -> impl Iterator<Item = Mark> {
        let position = self.basis.board.grounds(cell);
        let low = position.is_some_and(|position| position.confidence == Some(Confidence::Low));
        let contested = position.is_some_and(|position| position.contested.is_some());
        let known = cell.answer.level().is_some();
        let low = (low && known).then_some(Mark::LowConfidence);
        low.into_iter().chain(contested.then_some(Mark::Contested))
    }

    fn marks(&self, index: MeasureIndex, column: Column) -> impl Iterator<Item = Mark> {
        let board = self.basis.board;
        let cell = self.basis.figures.cell(board, index, column);
        let main = Mark::of_cell(board, column, cell);
        main.into_iter().chain(cell.supposed.then_some(Mark::Supposed)).chain(self.remarks(cell))
    }

    /// The marks that stand in the table, with their words.
    fn legend(&self) -> String {
        let cells = self
            .listed
            .measures()
            .iter()
            .flat_map(|&measure| self.basis.board.columns().map(move |column| (measure, column)));
        let used: BTreeSet<Mark> = cells.flat_map(|(measure, column)| self.marks(measure, column)).collect();
        let told = used.iter().map(|mark| format!("{} {}", mark.glyph(self.basis.glyphs), mark.words()));
        told.collect::<Vec<_>>().join(" · ")
    }
}
