use serde::Serialize;

use super::basis::Basis;
use super::words::plural;
use crate::filter::{Filter, Matcher, Scope};
use crate::scorecard::MeasureIndex;

/// The measures of a list that a filter leaves.
#[derive(Clone, Debug)]
pub struct Selection {
    /// The filter as it is typed; empty where everything is left.
    filter: String,
    measures: Vec<MeasureIndex>,
    of: usize,
}

impl Selection {
    /// Filters measures. Ranks and shares stay those of the whole list.
    pub fn new(
        filter: &Filter,
        basis: &Basis<'_>,
        measures: impl Iterator<Item = MeasureIndex>,
        scope: Scope<'_>,
    ) -> Self {
        Self::by(filter, &filter.on(basis.board, basis.figures, basis.today), measures, scope)
    }

    /// Filters measures by a filter that was put on something else than the basis.
    pub(super) fn by(
        filter: &Filter,
        matcher: &Matcher<'_>,
        measures: impl Iterator<Item = MeasureIndex>,
        scope: Scope<'_>,
    ) -> Self {
        let mut of = 0;
        let left = measures.inspect(|_| of += 1).filter(|&measure| matcher.accepts(measure, scope)).collect();
        Self { filter: filter.to_string(), measures: left, of }
    }

    /// The measures left, in the order they came.
    pub fn measures(&self) -> &[MeasureIndex] {
        &self.measures
    }

    /// What is left of how many, for people; nothing where nothing is filtered.
    pub(super) fn sentence(&self) -> Option<String> {
        let found = self.measures.len();
        (!self.filter.is_empty())
            .then(|| format!("Filter {}: {found} of {}", self.filter, plural(self.of, "measure")))
    }

    /// What is left of how many, for programs.
    pub(super) fn json(&self) -> Option<SelectionJson<'_>> {
        let found = self.measures.len();
        (!self.filter.is_empty()).then_some(SelectionJson { terms: &self.filter, found, of: self.of })
    }
}

/// The filter in force.
#[derive(Debug, Serialize)]
pub(super) struct SelectionJson<'a> {
    /// The filter as it is typed.
    pub(super) terms: &'a str,
    /// How many it leaves.
    pub(super) found: usize,
    /// Of how many.
    pub(super) of: usize,
}
