use std::sync::Arc;

use super::{Gathered, SheetTable};
use crate::analysis::{Pairing, Pairs};
use crate::report::explain::Among;
use crate::scorecard::Column;
use crate::tui::background::{AT_ONCE, Computed, Job, Kind, Outcome};
use crate::tui::model::{Model, Renumbering, View, first_visible};

/// What the view Blocs shows: who stands with whom.
#[derive(Clone, Debug, Default)]
pub struct Blocs {
    /// Its table: a row and a column for each jurisdiction, the first column its name.
    pub table: SheetTable,
    /// The form on screen.
    pub form: BlocsForm,
    /// The first jurisdiction visible of those that scroll, as a place in [`Self::order`].
    pub first: usize,
    pairs: Option<(u64, Arc<Pairs>)>,
    order: Vec<Column>,
}

/// The two forms of the view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BlocsForm {
    /// Every jurisdiction by every other, with the tree beside.
    #[default]
    Matrix,
    /// Agreement with the first pole by agreement with the second.
    Plane,
}

impl Blocs {
    /// All pairs, where they are computed for what is on screen.
    pub fn pairs(&self) -> Option<&Pairs> {
        self.pairs.as_ref().map(|(_, pairs)| &**pairs)
    }

    /// The jurisdictions in the order of the tree: the columns from left to right.
    pub fn order(&self) -> &[Column] {
        &self.order
    }

    /// Puts the columns in another order, of a board on which they may have other numbers. The cursor and the order of the
    /// rows stay with their jurisdictions.
    fn arrange(&mut self, order: Vec<Column>, number: impl Fn(Column) -> Option<Column>) {
        self.table.follow_columns([&self.order, &order], number);
        self.order = order;
    }

    /// The jurisdiction of a column of the table; nothing for the names.
    pub fn column_at(&self, column: usize) -> Option<Column> {
        self.order.get(column.checked_sub(1)?).copied()
    }
}

impl Model {
    /// The rows of the view: at once where that is little work, else when they are computed. Until then the
    /// jurisdictions stand in column order without a figure.
    pub(in crate::tui) fn gather_blocs(&mut self) -> Gathered {
        let generation = self.sheets.generation;
        if self.sheets.blocs.pairs.as_ref().is_none_or(|&(of, _)| of != generation) {
            let pairing = self.pairing();
            self.sheets.blocs.pairs = None;
            if pairing.cells() <= AT_ONCE {
                self.sheets.blocs.pairs = Some((generation, Arc::new(pairing.compare())));
            } else {
                let work = move || Computed::Pairs(Arc::new(pairing.compare()));
                self.background.ask(Job::new(Kind::Pairs, generation, work));
            }
        }
        let computed = self.sheets.blocs.pairs().map(|pairs| pairs.structure().order());
        let order = computed.unwrap_or_else(|| self.agreement_columns().collect());
        let rows: Vec<u32> = order.iter().map(|column| u32::from(column.0)).collect();
        let blocs = &mut self.sheets.blocs;
        blocs.arrange(order, Some);
        self.detail.forget();
        Gathered { of: rows.len(), rows }
    }

    /// Whom and what the pairs are of, with the pairs themselves.
    pub(in crate::tui) fn among_blocs(&self) -> Among {
        let has_filter = !self.filtering.filter().is_empty();
        let left = || self.board.measure_indexes().filter(|&measure| self.filtering.has(measure)).collect();
        Among {
            columns: self.agreement_columns().collect(),
            measures: has_filter.then(left),
            pairs: self.sheets.blocs.pairs.as_ref().map(|(_, pairs)| Arc::clone(pairs)),
        }
    }

    /// All pairs of the jurisdictions shown, over the measures that the filter leaves.
    fn pairing(&self) -> Pairing {
        let columns = self.agreement_columns().collect();
        if self.filtering.filter().is_empty() {
            return self.figures.pairing(columns);
        }
        self.figures.pairing_over(&self.board, columns, |measure| self.filtering.has(measure))
    }

    /// Takes in what was computed in the background; what is out of date is dropped, and asked for again where it is
    /// still wanted.
    pub(in crate::tui) fn take_computed(&mut self, outcome: Outcome) {
        self.background.finish(outcome.kind);
        match outcome.computed {
            Computed::Pairs(pairs) => {
                if outcome.generation == self.sheets.generation {
                    self.sheets.blocs.pairs = Some((outcome.generation, pairs));
                }
                self.sheets.blocs.table.of_generation = None;
            }
            Computed::Order(drawn) => self.take_order(outcome.generation, &drawn),
        }
    }

    /// Scrolls the columns of the matrix so that the one of the cursor is visible among so many that fit.
    pub(in crate::tui) fn scroll_blocs(&mut self, fits: usize) {
        if self.view == View::Blocs {
            let blocs = &mut self.sheets.blocs;
            let at = blocs.table.column.saturating_sub(1);
            blocs.first = first_visible(blocs.first, at, blocs.order.len(), fits);
        }
    }

    pub(in crate::tui) fn renumber_blocs(&mut self, numbers: &Renumbering) -> bool {
        let blocs = &mut self.sheets.blocs;
        let number = |column: Column| numbers.column(column);
        let kept = blocs.column_at(blocs.table.column).is_none_or(|column| number(column).is_some());
        // The figures are gone with their board; gathering puts the cursor back by these.
        blocs.pairs = None;
        blocs.arrange(blocs.order.iter().filter_map(|&column| number(column)).collect(), number);
        let row = |thing: u32| number(Column(thing as u16)).map(|column| u32::from(column.0));
        blocs.table.rows.renumber(row) && kept
    }
}
