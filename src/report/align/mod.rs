//! `t12 align`: how each pair of jurisdictions stands to each other.

mod json;

use crate::analysis::{Pair, PairArea};
use crate::report::basis::Basis;
use crate::report::document::{Document, Field, Table};
use crate::report::json::AlignmentJson;
use crate::report::twin::Twin;
use crate::report::words;
pub use json::AlignJson;

/// The alignment of all pairs of columns, over all areas or in one.
#[derive(Clone, Copy, Debug)]
pub struct Align<'a> {
    /// What it rests on.
    pub basis: Basis<'a>,
    /// The area, as its place among the board's areas; all areas where none is given.
    pub area: Option<usize>,
}

impl Twin for Align<'_> {
    type Json<'j>
        = AlignJson<'j>
    where
        Self: 'j;

    fn document(&self) -> Document {
        let Self { basis, area } = self;
        let about = area.map_or("all areas", |number| &*basis.board.areas[number].title);
        let mut document = Document::titled(format!("{}: alignment of pairs, {about}", basis.board.title));
        document.paragraph(basis.standing());
        let headings = [
            "Pair",
            "Same level",
            "Both",
            "Neither",
            "One step",
            "Two or more",
            "Open",
            "Not comparable",
            "Alignment",
            "Bounds",
            "Coverage",
            "Same answer",
        ];
        let mut table = Table::new(headings).wrapping(&[1, 4, 5, 7, 11]);
        table.rows = self.pairs().map(|pair| self.row(&pair)).collect();
        document.table(table);
        document.paragraph(
            "What a union's members decide is not compared with the union: its members answer in their own rows.",
        );
        if self.pairs().any(|pair| self.figures(&pair).alignment.is_clamped()) {
            document.paragraph(words::CLAMPED_NOTE);
        }
        document.paragraph(format!(
            "Alignment is 1 minus the mean distance of levels over 4, weighted. {}",
            words::YARDSTICK
        ));
        document
    }

    fn table(&self) -> Table {
        let mut table = Table::new(["a", "b"].into_iter().chain(AlignmentJson::columns())).freezing(2);
        table.rows = self.json().rows().collect();
        table
    }

    fn json(&self) -> AlignJson<'_> {
        AlignJson::of(self)
    }
}

impl Align<'_> {
    /// All pairs of columns, each once, in column order.
    fn pairs(&self) -> impl Iterator<Item = Pair> + '_ {
        let columns: Vec<_> = self.basis.board.columns().collect();
        let pairs = columns.clone().into_iter().flat_map(move |first| {
            let after = columns.iter().copied().filter(move |&second| second > first);
            after.map(move |second| (first, second)).collect::<Vec<_>>()
        });
        pairs.map(|(first, second)| self.basis.figures.pair(first, second))
    }

    /// The figures of a pair that are asked for.
    fn figures<'p>(&self, pair: &'p Pair) -> &'p PairArea {
        self.area.and_then(|number| pair.areas.get(number)).unwrap_or(&pair.overall)
    }

    fn row(&self, pair: &Pair) -> Vec<Field> {
        let figures = self.figures(pair);
        let counts = &figures.counts;
        let code = |column| self.basis.code(column);
        let mut row = vec![Field::text(format!("{} {}", code(pair.first), code(pair.second)))];
        let numbers = [
            counts.same,
            counts.both,
            counts.neither,
            counts.one,
            counts.two_or_more,
            counts.open,
            counts.not_comparable,
        ];
        row.extend(numbers.map(|number| Field::figure(&number)));
        row.push(Field::Figure(words::shown(&figures.alignment)));
        row.push(Field::Figure(words::bounds(&figures.alignment)));
        row.push(Field::Figure(words::maybe_share(figures.alignment.coverage)));
        row.push(Field::Figure(words::maybe_share(figures.same_answer)));
        row
    }
}
