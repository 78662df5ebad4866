//! `t12 blocs`: who stands with whom.

mod group;
mod json;

use std::sync::Arc;

use crate::analysis::robustness::Draws;
use crate::analysis::{Branch, PairArea, Pairs};
use crate::filter::{Filter, Scope};
use crate::report::basis::Basis;
use crate::report::document::{Document, Field, Table};
use crate::report::selection::Selection;
use crate::report::twin::Twin;
use crate::report::words;
use crate::scorecard::{Column, MeasureIndex};
use group::Group;
pub use json::BlocsJson;

/// All pairs of the board's jurisdictions in the order of their tree, and who stands close to whom.
#[derive(Clone, Debug)]
pub struct Blocs<'a> {
    basis: Basis<'a>,
    pairs: Arc<Pairs>,
    listed: Selection,
    /// Who of the group is close, apart and between; only over the whole board.
    group: Option<Group>,
}

impl<'a> Blocs<'a> {
    /// Compares every pair over the measures that a filter leaves.
    pub fn new(basis: Basis<'a>, filter: &Filter) -> Self {
        let Basis { board, figures, .. } = basis;
        let columns: Vec<Column> = board.columns().collect();
        let listed = Selection::new(filter, &basis, board.measure_indexes(), Scope::Columns(&columns));
        let pairing = if filter.is_empty() {
            figures.pairing(columns)
        } else {
            let left = |measure: MeasureIndex| listed.measures().binary_search(&measure).is_ok();
            figures.pairing_over(board, columns, left)
        };
        let group = filter.is_empty().then(|| Group::of(figures));
        Self { basis, pairs: Arc::new(pairing.compare()), listed, group }
    }

    /// With ranks of the group by mean alignment under drawn weights; over the whole board only.
    #[must_use]
    pub fn drawn(mut self, draws: Draws) -> Self {
        if let Some(group) = &mut self.group {
            group.draw(self.basis.figures, draws);
        }
        self
    }

    /// The jurisdictions in the order of the tree.
    fn order(&self) -> Vec<Column> {
        self.pairs.structure().order()
    }

    /// Every pair once, in the order of the tree.
    fn ordered_pairs(&self) -> impl Iterator<Item = (Column, Column, PairArea)> + '_ {
        let order = self.order();
        let places = (0..order.len()).flat_map(move |a| (a + 1..order.len()).map(move |b| [a, b]));
        let order = self.order();
        places.filter_map(move |[a, b]| Some((order[a], order[b], self.pairs.get(order[a], order[b])?)))
    }

    /// Every jurisdiction by every other: alignment in percent, marked where it rests mostly on absence.
    fn matrix(&self) -> Table {
        let order = self.order();
        let codes = order.iter().map(|&column| self.basis.code(column));
        let mut table = Table::new(std::iter::once("").chain(codes));
        for &row in &order {
            let mut fields = vec![Field::text(self.basis.code(row))];
            fields.extend(order.iter().map(|&column| Field::Figure(self.cell(row, column))));
            table.row(fields);
        }
        table
    }

    fn cell(&self, row: Column, column: Column) -> String {
        let Some(pair) = self.pairs.get(row, column) else { return String::new() };
        let mark = if pair.counts.agree_in_absence() { words::absence(self.basis.glyphs) } else { "" };
        format!("{}{mark}", words::shown(&pair.alignment).replace(" %", ""))
    }

    /// The merges of the tree, the closest first.
    fn merges(&self) -> Table {
        let structure = self.pairs.structure();
        let mut table = Table::new(["Step", "Joins", "With", "Mean alignment"]).wrapping(&[1, 2]);
        for (number, merge) in structure.tree().merges().iter().enumerate() {
            let [first, second] = merge.branches.map(|branch| self.codes_below(branch).join(" "));
            table.row(vec![
                Field::figure(&(number + 1)),
                Field::text(first),
                Field::text(second),
                Field::Figure(words::share(1.0 - merge.height)),
            ]);
        }
        table
    }

    fn codes_below(&self, branch: Branch) -> Vec<&'a str> {
        let structure = self.pairs.structure();
        let leaves = structure.tree().below(branch).into_iter();
        leaves.map(|thing| self.basis.code(structure.columns()[thing])).collect()
    }

    /// How many are compared, and the poles' pair in numbers.
    fn counts(&self) -> String {
        let [first, second] = self.basis.figures.comparison().poles;
        let columns = self.pairs.columns().len();
        let pairs = columns * columns.saturating_sub(1) / 2;
        let all = format!("{} jurisdictions, {}.", columns, words::plural(pairs, "pair"));
        let [a, b] = self.basis.poles();
        let poles = self.pairs.get(first, second);
        poles.map_or(all.clone(), |pair| {
            format!("{all} {a} and {b}: {}.", words::counts_sentence(&pair.counts))
        })
    }

    /// The lowest and the highest coverage, and whose the lowest is.
    fn coverage(&self) -> String {
        let covered =
            || self.ordered_pairs().filter_map(|(a, b, pair)| Some((pair.alignment.coverage?, a, b)));
        let lowest = covered().min_by(|a, b| a.0.total_cmp(&b.0));
        let highest = covered().map(|(coverage, ..)| coverage).max_by(f64::total_cmp);
        let Some(((lowest, a, b), highest)) = lowest.zip(highest) else { return String::new() };
        let (low, high) = (words::share(lowest), words::share(highest));
        if low == high {
            return format!("Coverage of the pairs: {low}.");
        }
        let pair = format!("{} {}", self.basis.code(a), self.basis.code(b));
        format!("Coverage of the pairs: {} to {high}, lowest of {pair}.", low.trim_end_matches(" %"))
    }
}

impl Twin for Blocs<'_> {
    type Json<'j>
        = BlocsJson<'j>
    where
        Self: 'j;

    fn document(&self) -> Document {
        let Basis { board, glyphs, .. } = self.basis;
        let structure = self.pairs.structure();
        let mut document = Document::titled(format!("{}: who stands with whom", board.title));
        document.paragraph(self.basis.standing());
        document.paragraph(self.listed.sentence().unwrap_or_default());
        document.paragraph(self.counts());
        document.paragraph(words::camps_sentence(board, structure));
        document.paragraph(words::missing_sentence(board, structure));
        document.heading("Alignment of every two, in percent");
        document.table(self.matrix());
        let any = |found: fn(&PairArea) -> bool| self.ordered_pairs().any(|(.., pair)| found(&pair));
        if any(|pair| pair.counts.agree_in_absence()) {
            document.paragraph(format!("{} {}.", words::absence(glyphs), words::ABSENCE_NOTE));
        }
        if any(|pair| pair.alignment.is_clamped()) {
            document.paragraph(words::CLAMPED_NOTE);
        }
        document.paragraph(self.coverage());
        document.paragraph(words::YARDSTICK);
        document.heading("Tree");
        document.paragraph(words::tree_sentence(structure));
        document.table(self.merges());
        if let Some(group) = &self.group {
            group.tell(&self.basis, &mut document);
        }
        document
    }

    fn table(&self) -> Table {
        json::table(self)
    }

    fn json(&self) -> BlocsJson<'_> {
        BlocsJson::of(self)
    }
}
