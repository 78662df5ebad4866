//! What the explanations of all figures need of a board.

use std::sync::Arc;

use super::among::Among;
use crate::analysis::{Baseline, Pairs, Standing};
use crate::report::basis::Basis;
use crate::report::words;
use crate::scorecard::{Column, MeasureIndex};

/// What is explained on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case<'a> {
    pub(super) basis: Basis<'a>,
    pub(super) among: &'a Among,
}

/// Stands beside every share of agreement of a board.
pub(super) const CHANCE: &str = "Two unrelated rows of random levels agree to about 60 %: the mean distance of two levels from 0 to \
                      4 is 1.6 steps, and 1 - 1.6 / 4 = 0.6.";

impl<'a> Case<'a> {
    /// A jurisdiction's code.
    pub(super) fn code(&self, column: Column) -> &'a str {
        self.basis.code(column)
    }

    /// A measure as the command line takes it: `area/measure`.
    pub(super) fn id(&self, measure: MeasureIndex) -> String {
        let board = self.basis.board;
        format!("{}/{}", board.area_of(measure).id, board.measure(measure).id)
    }

    /// An area as the command line takes it.
    pub(super) fn area_id(&self, area: usize) -> String {
        self.basis.board.areas[area].id.to_string()
    }

    /// An area for people, or all of them.
    pub(super) fn area_words(&self, area: Option<usize>) -> &'a str {
        area.map_or("all areas", |number| self.basis.board.areas[number].short_title())
    }

    /// A measure for people.
    pub(super) fn measure_words(&self, measure: MeasureIndex) -> &'a str {
        self.basis.board.measure(measure).short_title()
    }

    /// The measures of an area, or all, as far as they are looked at.
    pub(super) fn measures(&self, area: Option<usize>) -> Box<dyn Iterator<Item = MeasureIndex> + 'a> {
        let among = self.among;
        let has = move |measure: &MeasureIndex| among.has(*measure);
        match area {
            Some(number) => Box::new(self.basis.board.areas[number].measures().filter(has)),
            None => Box::new(self.basis.board.measure_indexes().filter(has)),
        }
    }

    /// All pairs of those who are looked at.
    pub(super) fn pairs(&self) -> Arc<Pairs> {
        let (Basis { board, figures, .. }, Among { columns, measures, pairs }) = (self.basis, self.among);
        let compare = || match measures {
            None => figures.pairing(columns.clone()).compare(),
            Some(_) => {
                figures.pairing_over(board, columns.clone(), |measure| self.among.has(measure)).compare()
            }
        };
        pairs.clone().unwrap_or_else(|| Arc::new(compare()))
    }

    /// That only some measures are looked at; empty where all are.
    pub(super) fn narrowed(&self) -> String {
        let all = words::plural(self.basis.board.measures.len(), "measure");
        self.among.measures.as_ref().map_or_else(String::new, |measures| {
            format!("Over the {} of {all} that the filter leaves.", measures.len())
        })
    }

    /// The weight of a measure in its area.
    pub(super) fn weight(&self, measure: MeasureIndex) -> f64 {
        f64::from(self.basis.figures.grid().weights().measure(measure)) / 1000.0
    }

    /// The weight of an area.
    pub(super) fn area_weight(&self, area: usize) -> f64 {
        f64::from(self.basis.figures.grid().weights().area(area)) / 1000.0
    }

    /// Whose level on a measure is supposed, of these. Who inherits from another of them goes with it.
    pub(super) fn supposed(&self, measure: MeasureIndex, of: &[Column]) -> Vec<String> {
        let stands_for_itself = |column: Column| {
            let cell = self.basis.board.cell(measure, column);
            cell.supposed && (cell.root == column || !of.contains(&cell.root))
        };
        let supposed = of.iter().filter(|&&column| stands_for_itself(column));
        supposed.map(|&column| self.code(column).to_owned()).collect()
    }

    /// The same of those whose levels make the gap between the poles.
    pub(super) fn supposed_between_poles(&self, measure: MeasureIndex) -> Vec<String> {
        let Basis { board, figures, .. } = self.basis;
        let behind = |pole| figures.columns_of_pole(board, measure, pole).to_vec();
        self.supposed(measure, &[behind(0), behind(1)].concat())
    }

    /// The same of the group and someone beside it.
    pub(super) fn supposed_in_group(&self, measure: MeasureIndex, beside: Option<Column>) -> Vec<String> {
        let group = &self.basis.figures.comparison().group;
        let beside = beside.filter(|column| !group.contains(column));
        let all: Vec<Column> = beside.into_iter().chain(group.iter().copied()).collect();
        self.supposed(measure, &all)
    }

    /// The level of a column on a measure, where it is known.
    pub(super) fn level(&self, measure: MeasureIndex, column: Column) -> Option<u8> {
        match self.basis.figures.grid().standing(measure, column) {
            Standing::Known(level) => Some(level.number()),
            Standing::Unknown | Standing::NotApplicable => None,
        }
    }
}

/// What to hold a share of agreement against: chance, and the baseline of this board.
pub(super) fn yardsticks(baseline: Option<&Baseline>) -> Vec<String> {
    let dealt = baseline.map(|baseline| {
        format!(
            "On this board, with the same levels dealt out anew among the measures ({} times, seed {}), it is {} on \
             average, and between {} and {} in nine draws of ten.",
            baseline.draws,
            baseline.seed,
            words::share(baseline.mean),
            words::share(baseline.low),
            words::share(baseline.high),
        )
    });
    [CHANCE.to_owned()].into_iter().chain(dealt).collect()
}

/// How a share stands in a result: whole percent, or that there is none.
pub(super) fn share_words(value: Option<f64>) -> String {
    value.map_or_else(|| "no value".to_owned(), words::share)
}
