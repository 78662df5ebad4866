//! `t12 align`: how each pair of jurisdictions stands to each other.

mod json;

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::robustness::{self, Draws, Ranks, Robustness};
use crate::analysis::{Pair, PairArea};
use crate::report::basis::Basis;
use crate::report::document::{Document, Field, Table};
use crate::report::json::AlignmentJson;
use crate::report::robustness::RanksJson;
use crate::report::twin::Twin;
use crate::report::words;
use crate::scorecard::Column;
pub use json::AlignJson;

/// The alignment of all pairs of columns, over all areas or in one.
#[derive(Clone, Debug)]
pub struct Align<'a> {
    basis: Basis<'a>,
    /// The area, as its place among the board's areas; all areas where none is given.
    area: Option<usize>,
    /// How the pairs of the group rank under drawn weights, where that was asked for.
    robustness: Option<Robustness<[Column; 2]>>,
    /// Why weights were not drawn though that was asked for.
    undrawn: &'static str,
    /// The same by pair, the first column first.
    ranks: BTreeMap<[Column; 2], Ranks<[Column; 2]>>,
    /// The ranks that several pairs share.
    shared: BTreeSet<u32>,
}

impl Twin for Align<'_> {
    type Json<'j>
        = AlignJson<'j>
    where
        Self: 'j;

    fn document(&self) -> Document {
        let Self { basis, area, .. } = self;
        let about = area.map_or("all areas", |number| &*basis.board.areas[number].title);
        let mut document = Document::titled(format!("{}: alignment of pairs, {about}", basis.board.title));
        document.paragraph(basis.standing());
        let rank = self.robustness.as_ref().map(|_| "Rank (drawn)");
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
        let mut table = Table::new(headings.into_iter().chain(rank)).wrapping(&[1, 4, 5, 7, 11]);
        table.rows = self.pairs().map(|pair| self.row(&pair)).collect();
        document.table(table);
        document.paragraph(self.order());
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
        let mut table = Table::new(
            ["a", "b"].into_iter().chain(AlignmentJson::columns()).chain(["rank"]).chain(RanksJson::DRAWN),
        )
        .freezing(2);
        table.rows = self.json().rows().collect();
        table
    }

    fn json(&self) -> AlignJson<'_> {
        AlignJson::of(self)
    }
}

impl<'a> Align<'a> {
    /// The pairs of a board over all areas, or in one by its place among them.
    pub fn new(basis: Basis<'a>, area: Option<usize>) -> Self {
        Self { basis, area, robustness: None, undrawn: "", ranks: BTreeMap::new(), shared: BTreeSet::new() }
    }

    /// With ranks of the group's pairs by their alignment over all areas under drawn weights; with the reason where there are
    /// too many to draw for.
    #[must_use]
    pub fn drawn(mut self, draws: Draws) -> Self {
        self.robustness = robustness::pairs(self.basis.figures, draws);
        if let Some(found) = &self.robustness {
            self.ranks = found.ranks.iter().map(|&ranks| (ranks.thing, ranks)).collect();
            self.shared = found.shared();
        } else {
            self.undrawn = words::TOO_MANY_TO_DRAW;
        }
        self
    }

    /// Whether the order of the group's pairs holds under drawn weights.
    fn order(&self) -> String {
        let Some(found) = &self.robustness else { return self.undrawn.to_owned() };
        let title = |measure| self.basis.board.measure(measure).short_title().to_owned();
        let order = words::robustness(found, |&pair| self.name(pair), title);
        format!("The pairs of the group by alignment: {order}")
    }

    /// What a pair is called: `EU US`.
    fn name(&self, pair: [Column; 2]) -> String {
        pair.map(|column| self.basis.code(column)).join(" ")
    }

    /// A rank, marked where several share it, and those of nine in ten draws: `=1 (1 to 3)`.
    fn rank(&self, ranks: &Ranks<[Column; 2]>) -> String {
        let tied = if self.shared.contains(&ranks.rank) { "=" } else { "" };
        format!("{tied}{} ({})", ranks.rank, words::ranks(ranks.interval))
    }

    /// The ranks of a pair of the group, where weights were drawn.
    fn ranks(&self, pair: &Pair) -> Option<&Ranks<[Column; 2]>> {
        self.ranks.get(&[pair.first, pair.second])
    }

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
        let mut row = vec![Field::text(self.name([pair.first, pair.second]))];
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
        if self.robustness.is_some() {
            row.push(Field::Figure(self.ranks(pair).map(|ranks| self.rank(ranks)).unwrap_or_default()));
        }
        row
    }
}
