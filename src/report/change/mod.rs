//! `t12 change`: what changed between two editions of a workspace.

mod counts;
mod json;
mod told;

use crate::analysis::Estimate;
use crate::analysis::change::{Changes, MeasureChange};
use crate::filter::{Filter, Scope};
use crate::report::basis::Basis;
use crate::report::document::{Document, Table};
use crate::report::selection::Selection;
use crate::report::twin::Twin;
use crate::report::words;
use crate::scorecard::{Board, Code, Column, MeasureIndex};
use counts::Counts;
pub use json::ChangeJson;
pub use told::Told;

/// Two editions of a workspace: what changed from the earlier one to the one that the figures are of.
#[derive(Clone, Debug)]
pub struct Editions<'a> {
    basis: Basis<'a>,
    earlier: &'a Board,
    changes: Changes,
    /// The measures of both, and those only the later one has, as far as a filter leaves them.
    listed: Selection,
    /// Whether measures that only the earlier edition has are told: a filter cannot be put on them.
    is_whole: bool,
}

/// Why two editions cannot be compared.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the earlier edition does not have {}: take other poles",
    .0.iter().map(Code::as_str).collect::<Vec<_>>().join(" and ")
)]
pub struct NoPoles(Vec<Code>);

/// What the figures of two editions rest on.
const HOW: &str = "Both editions are looked at with the lens, the weights and the poles of the later one, and with those of \
                   its group that are in both. Where a sentence of a rubric reads otherwise, levels are not compared.";

impl<'a> Editions<'a> {
    /// What changed since an earlier edition of a board, as far as a filter leaves it. Ranks, weights and the filter are those
    /// of the later one.
    ///
    /// # Errors
    /// Where a pole is not in the earlier edition.
    pub fn between(earlier: &'a Board, basis: Basis<'a>, filter: &Filter) -> Result<Self, NoPoles> {
        let Basis { board, figures, today, .. } = basis;
        let comparison = figures.comparison();
        let codes = comparison.poles.map(|pole| board.jurisdiction(pole).code);
        let Some(changes) = Changes::between(earlier, board, comparison, today) else {
            let missing = codes.into_iter().filter(|&code| earlier.column(code).is_none());
            return Err(NoPoles(missing.collect()));
        };
        let columns: Vec<Column> = board.columns().collect();
        let listed = Selection::new(filter, &basis, board.measure_indexes(), Scope::Columns(&columns));
        Ok(Self { basis, earlier, changes, listed, is_whole: filter.is_empty() })
    }

    /// The measures of both that are listed.
    fn common(&self) -> impl Iterator<Item = &MeasureChange> {
        self.changes.measures.iter().filter(|change| self.lists(change.measure[1]))
    }

    /// Those of them on which something changed, or did not though it was announced.
    fn changed(&self) -> impl Iterator<Item = &MeasureChange> {
        self.common().filter(|change| has_moved(change) || !change.delayed.is_empty())
    }

    /// The measures that only the later edition has.
    fn added(&self) -> impl Iterator<Item = MeasureIndex> {
        self.changes.added.iter().copied().filter(|&measure| self.lists(measure))
    }

    /// The measures that only the earlier edition has, by their places there.
    fn removed(&self) -> impl Iterator<Item = MeasureIndex> {
        self.changes.removed.iter().copied().filter(|_| self.is_whole)
    }

    /// Whether a measure of the later edition passes the filter.
    fn lists(&self, measure: MeasureIndex) -> bool {
        self.listed.measures().binary_search(&measure).is_ok()
    }

    /// What became of the gaps, in numbers of measures.
    fn counts(&self) -> Counts {
        Counts::of(self.common())
    }

    /// What became of the gaps in one sentence, counts first.
    pub fn summary(&self) -> String {
        self.counts().sentence()
    }

    /// The alignment of the group before and now, over the measures that can be compared, whatever is listed.
    pub fn alignment(&self) -> String {
        let measures = self.changes.measures.iter().filter(|change| !change.is_broken).count();
        let told = |estimate: &Estimate| {
            let coverage = words::maybe_share(estimate.coverage);
            format!("{} (coverage {coverage})", words::shown(estimate))
        };
        let [before, now] = self.changes.alignment.each_ref().map(told);
        let [was, is] = self.changes.alignment.each_ref().map(Estimate::shown);
        let difference = was.zip(is).map(|(was, is)| format!(", {} points", words::points(is - was)));
        format!(
            "Alignment of the group with itself over {} of both: {before} before, {now} now{}.",
            words::plural(measures, "measure"),
            difference.unwrap_or_default()
        )
    }

    /// Who is in one edition alone; empty where nobody is.
    fn jurisdictions(&self) -> String {
        let (earlier, later) = (self.earlier, self.basis.board);
        let alone = |of: &Board, other: &Board| {
            let codes = of.jurisdictions.iter().map(|jurisdiction| jurisdiction.code);
            let alone: Vec<Code> = codes.filter(|&code| other.column(code).is_none()).collect();
            alone.iter().map(Code::as_str).collect::<Vec<_>>().join(", ")
        };
        let told = [("later", alone(later, earlier)), ("earlier", alone(earlier, later))];
        let told = told.into_iter().filter(|(_, codes)| !codes.is_empty());
        told.map(|(edition, codes)| format!("Only in the {edition} edition: {codes}."))
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// Whether a measure is another than before: its gap, a position, or its rubric.
fn has_moved(change: &MeasureChange) -> bool {
    change.is_broken
        || change.gap[0] != change.gap[1]
        || change.attribution.is_some()
        || !change.moved.is_empty()
}

impl Twin for Editions<'_> {
    type Json<'j>
        = ChangeJson<'j>
    where
        Self: 'j;

    fn document(&self) -> Document {
        let Self { basis, .. } = self;
        let mut document = Document::titled(format!("{}: what changed", basis.board.title));
        document.paragraph(basis.standing());
        document.paragraph(self.listed.sentence().unwrap_or_default());
        document.paragraph(self.summary());
        document.paragraph(self.alignment());
        document.paragraph(words::YARDSTICK);
        if self.changes.alignment.iter().any(Estimate::is_clamped) {
            document.paragraph(words::CLAMPED_NOTE);
        }
        document.table(self.moved());
        document.table(self.delayed());
        document.list("Measures only in the later edition", told::names(basis.board, self.added()));
        document.list("Measures only in the earlier edition", told::names(self.earlier, self.removed()));
        document.paragraph(self.jurisdictions());
        document.paragraph(HOW);
        document.paragraph(words::FULLER_IS_NOT_BETTER);
        document
    }

    fn table(&self) -> Table {
        json::table(self)
    }

    fn json(&self) -> ChangeJson<'_> {
        ChangeJson::of(self)
    }
}
