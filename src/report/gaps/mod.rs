//! `t12 gaps`: what is worth the group's time, one list across areas.

mod json;

use std::collections::BTreeMap;

use crate::analysis::robustness::{self, Draws, GapRanking, Ranks, Robustness, Rule, Weighed};
use crate::analysis::{Counts, Gap, GapOrder};
use crate::filter::{Filter, Scope};
use crate::report::basis::Basis;
use crate::report::document::{Document, Field, Table};
use crate::report::robustness::RanksJson;
use crate::report::selection::Selection;
use crate::report::twin::Twin;
use crate::report::words;
use crate::scorecard::MeasureIndex;
pub use json::GapsJson;

/// The gaps between the poles on every measure.
#[derive(Clone, Debug)]
pub struct Gaps<'a> {
    /// What they are taken from.
    pub basis: Basis<'a>,
    /// Those that are listed, in their order; ranks are those by width in every order.
    pub listed: Selection,
    /// What the first place is asked about: whether it holds under other weights.
    ranking: GapRanking,
    /// How the ranks fare under drawn weights, where that was asked for.
    robustness: Option<Robustness<MeasureIndex>>,
    /// The same by measure.
    ranks: BTreeMap<MeasureIndex, Ranks<MeasureIndex>>,
}

impl Twin for Gaps<'_> {
    type Json<'j>
        = GapsJson<'j>
    where
        Self: 'j;

    fn document(&self) -> Document {
        let Self { basis, .. } = self;
        let mut document = Document::titled(format!("{}: gaps", basis.board.title));
        document.paragraph(basis.standing());
        if let Some(sentence) = self.listed.sentence() {
            document.paragraph(sentence);
        }
        document.paragraph(words::counts_sentence(&self.counts()));
        let mut table = self.headed();
        table.rows = self.listed().map(|gap| self.row(gap)).collect();
        document.table(table);
        document.paragraph(self.order());
        document.paragraph(basis.what_if_note());
        document.paragraph(words::LEVELS_NOTE);
        document.paragraph(words::FULLER_IS_NOT_BETTER);
        document
    }

    fn table(&self) -> Table {
        let headings = [
            "rank",
            "area",
            "measure",
            "from",
            "to",
            "level_from",
            "level_to",
            "lowest_from",
            "highest_from",
            "lowest_to",
            "highest_to",
            "gap",
            "band",
            "weight",
            "share",
            "tags",
            "next_date",
            "next_jurisdiction",
            "next_what",
        ];
        let mut table = Table::new(headings.into_iter().chain(RanksJson::DRAWN).chain(["supposed"]));
        table.rows = self.json().rows().collect();
        table
    }

    fn json(&self) -> GapsJson<'_> {
        GapsJson::of(self)
    }
}

impl<'a> Gaps<'a> {
    /// The gaps of a board in an order, as far as a filter leaves them.
    pub fn new(basis: Basis<'a>, order: GapOrder, filter: &Filter) -> Self {
        let ordered = basis.figures.gaps_by(order, basis.board, basis.today);
        let measures = ordered.into_iter().map(|gap| gap.measure);
        let ranking = if order == GapOrder::Weighted { GapRanking::Weighted } else { GapRanking::Width };
        let listed = Selection::new(filter, &basis, measures, Scope::Poles);
        Self { basis, listed, ranking, robustness: None, ranks: BTreeMap::new() }
    }

    /// With ranks under drawn weights, of all gaps, whatever is listed.
    #[must_use]
    pub fn drawn(mut self, draws: Draws) -> Self {
        let found = robustness::gaps(self.basis.figures, self.ranking, draws);
        self.ranks = found.ranks.iter().map(|&ranks| (ranks.thing, ranks)).collect();
        self.robustness = Some(found);
        self
    }

    /// Whether the order holds under other weights, by the rule and, where weights were drawn, by the draws.
    fn order(&self) -> String {
        let Self { basis, .. } = self;
        if let Some(found) = &self.robustness {
            let title = |measure: MeasureIndex| basis.board.measure(measure).short_title().to_owned();
            return words::robustness(found, |&measure| title(measure), title);
        }
        let rule = Rule::default();
        let above = rule.first_holds(&Weighed::gaps(basis.figures, self.ranking));
        above.map(|above| words::rule(rule, above, "gap")).unwrap_or_default()
    }

    fn listed(&self) -> impl Iterator<Item = &'a Gap> {
        let figures = self.basis.figures;
        self.listed.measures().iter().map(|&measure| figures.gap(measure))
    }

    fn counts(&self) -> Counts {
        self.basis.figures.counts_of(self.listed.measures().iter().copied())
    }

    /// The table as people read it with the row of one gap alone.
    pub fn one(&self, gap: &Gap) -> Table {
        let mut table = self.headed();
        table.row(self.row(gap));
        table
    }

    /// The table as people read it, without rows.
    fn headed(&self) -> Table {
        let [first, second] = self.basis.poles();
        let rank = if self.robustness.is_some() { "Rank (drawn)" } else { "Rank" };
        let headings =
            [rank, "Measure", "Area", first, second, "Gap", "Weight", words::LEVELS, "Next step", "Remarks"];
        Table::new(headings).wrapping(&[1, 2, 5, 8, 9]).freezing(2)
    }

    fn row(&self, gap: &Gap) -> Vec<Field> {
        let Self { basis, .. } = self;
        let measure = basis.board.measure(gap.measure);
        let [first, second] = basis.figures.comparison().poles;
        vec![
            Field::Figure(self.rank(gap)),
            Field::text(measure.short_title()),
            Field::text(basis.board.area_of(gap.measure).short_title()),
            Field::text(basis.reach(gap.measure, first, &gap.first)),
            Field::text(basis.reach(gap.measure, second, &gap.second)),
            Field::text(in_words(gap, basis.poles())),
            Field::figure(&words::millionths(gap.weight)),
            Field::text(words::at_each_level(basis.figures.tally(gap.measure))),
            Field::text(basis.next_step(gap.measure)),
            Field::text(remarks(gap)),
        ]
    }

    /// The rank and, where weights were drawn, those it has in nine of ten draws: `3 (2 to 7)`.
    fn rank(&self, gap: &Gap) -> String {
        let rank = words::rank(gap);
        match self.ranks.get(&gap.measure) {
            Some(found) => format!("{rank} ({})", words::ranks(found.interval)),
            None => rank,
        }
    }
}

/// The band and who is fuller: `material: EU fuller by 2`.
pub(super) fn in_words(gap: &Gap, poles: [&str; 2]) -> String {
    let (band, fuller) = (words::band(gap.band), words::fuller(gap, poles));
    if band == fuller { fuller } else { format!("{band}: {fuller}") }
}

fn remarks(gap: &Gap) -> String {
    let tags = gap.tags.iter().map(|tag| tag.words().to_owned());
    tags.chain(words::could_be(gap)).collect::<Vec<_>>().join(", ")
}
