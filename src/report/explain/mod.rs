//! `t12 explain`: the arithmetic of every figure, with the numbers of this board, to be redone by hand.

mod agreement;
mod among;
mod bridge;
mod camps;
mod case;
mod catalogue;
mod closeness;
mod document;
mod explanation;
mod expression;
mod gain;
mod gap;
mod group;
mod instruments;
mod json;
mod kind;
mod list;
mod mean;
mod order;
mod ordinal;
mod pair;
mod sides;
mod spread;
mod stress;
mod tree;
mod two;
mod weight;
mod without;

use super::basis::Basis;
use super::document::{Document, Table};
use super::twin::Twin;
use crate::analysis::{Objective, Profile};
use crate::scorecard::{Column, MeasureIndex};
pub use agreement::Over;
pub use among::Among;
use case::Case;
pub use explanation::Explanation;
pub use gain::Step;
pub use json::ExplainJson;
pub use kind::Kind;
pub use list::{Explainable, ExplainableJson};
pub use order::Order;

/// A figure of the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// The gap between the poles on a measure.
    Gap(MeasureIndex),
    /// Its part of all weighted steps, and its rank.
    Share(MeasureIndex),
    /// The two sides of an area, or of all areas.
    Sides(Option<usize>),
    /// The counts of an area, or of all areas.
    Counts(Option<usize>),
    /// The alignment of two jurisdictions in an area, or over all areas.
    Pair([Column; 2], Option<usize>),
    /// The same of any two, each through its own lens.
    Profiles([Profile; 2], Option<usize>),
    /// The same of two jurisdictions if unsure levels were one step off.
    Stress([Column; 2], Option<usize>),
    /// How the kinds of instrument of two jurisdictions compare.
    Instruments([Column; 2]),
    /// The alignment of the group in an area, or over all areas.
    Group(Option<usize>),
    /// How the group stands on a measure.
    Spread(MeasureIndex),
    /// The middle of the group on a measure, and what each level would cost.
    Middle(MeasureIndex),
    /// A jurisdiction's agreement with the group.
    Agreement(Column, Over),
    /// The effective weight of a measure.
    Weight(MeasureIndex),
    /// The gain of a move.
    Move(Step),
    /// What the group is without a jurisdiction.
    Without(Column),
    /// How a jurisdiction stands between the poles.
    Bridge(Column),
    /// A jurisdiction's mean alignment with the others of the group.
    Closeness(Column),
    /// Who is closest to the rest of the group.
    Closest,
    /// Whether an order survives other weights.
    Robustness(Order),
    /// Where two jurisdictions meet in the tree.
    Join([Column; 2]),
    /// How faithful the tree is.
    Tree,
    /// How clear the camps are, for one jurisdiction or on average.
    Silhouette(Option<Column>),
}

impl Figure {
    /// The same on a board whose things have other numbers; nothing where one is gone.
    pub fn renumbered(
        self,
        measure: impl Fn(MeasureIndex) -> Option<MeasureIndex>,
        area: impl Fn(usize) -> Option<usize>,
        column: impl Fn(Column) -> Option<Column>,
    ) -> Option<Self> {
        let maybe = |number: Option<usize>| match number {
            Some(number) => area(number).map(Some),
            None => Some(None),
        };
        let pair = |[first, second]: [Column; 2]| Some([column(first)?, column(second)?]);
        let objective = |of: Objective| {
            Some(match of {
                Objective::Group => Objective::Group,
                Objective::Pair(of) => Objective::Pair(pair(of)?),
                Objective::Mean(of) => Objective::Mean(column(of)?),
            })
        };
        Some(match self {
            Self::Gap(of) => Self::Gap(measure(of)?),
            Self::Share(of) => Self::Share(measure(of)?),
            Self::Sides(of) => Self::Sides(maybe(of)?),
            Self::Counts(of) => Self::Counts(maybe(of)?),
            Self::Pair(of, over) => Self::Pair(pair(of)?, maybe(over)?),
            Self::Profiles([first, second], over) => {
                let profile = |of: Profile| Some(Profile { column: column(of.column)?, ..of });
                Self::Profiles([profile(first)?, profile(second)?], maybe(over)?)
            }
            Self::Stress(of, over) => Self::Stress(pair(of)?, maybe(over)?),
            Self::Instruments(of) => Self::Instruments(pair(of)?),
            Self::Group(of) => Self::Group(maybe(of)?),
            Self::Spread(of) => Self::Spread(measure(of)?),
            Self::Middle(of) => Self::Middle(measure(of)?),
            Self::Agreement(of, over) => {
                let over = match over {
                    Over::Board => Over::Board,
                    Over::Area(of) => Over::Area(area(of)?),
                    Over::Measure(of) => Over::Measure(measure(of)?),
                };
                Self::Agreement(column(of)?, over)
            }
            Self::Weight(of) => Self::Weight(measure(of)?),
            Self::Move(step) => Self::Move(Step {
                measure: measure(step.measure)?,
                column: column(step.column)?,
                objective: objective(step.objective)?,
                ..step
            }),
            Self::Without(of) => Self::Without(column(of)?),
            Self::Bridge(of) => Self::Bridge(column(of)?),
            Self::Closeness(of) => Self::Closeness(column(of)?),
            Self::Robustness(Order::Moves(of)) => Self::Robustness(Order::Moves(objective(of)?)),
            Self::Closest | Self::Robustness(_) | Self::Tree | Self::Silhouette(None) => self,
            Self::Join(of) => Self::Join(pair(of)?),
            Self::Silhouette(Some(of)) => Self::Silhouette(Some(column(of)?)),
        })
    }
}

/// A figure of a board with its arithmetic.
#[derive(Clone, Debug)]
pub struct Explain<'a> {
    basis: Basis<'a>,
    explanation: Explanation,
}

impl<'a> Explain<'a> {
    /// Explains a figure of the whole board.
    pub fn new(basis: Basis<'a>, figure: Figure) -> Self {
        Self::among(basis, &Among::all(basis.board), figure)
    }

    /// Explains a figure of those and that which is looked at.
    pub fn among(basis: Basis<'a>, among: &Among, figure: Figure) -> Self {
        let case = Case { basis, among };
        let explanation = match figure {
            Figure::Gap(measure) => gap::explain(&case, measure),
            Figure::Share(measure) => gap::explain_share(&case, measure),
            Figure::Sides(area) => sides::explain(&case, area),
            Figure::Counts(area) => sides::explain_counts(&case, area),
            Figure::Pair(pair, area) => pair::explain(&case, pair, area),
            Figure::Profiles(profiles, area) => pair::explain_profiles(&case, profiles, area),
            Figure::Stress(pair, area) => stress::explain(&case, pair, area),
            Figure::Instruments(pair) => instruments::explain(&case, pair),
            Figure::Group(area) => group::explain(&case, area),
            Figure::Spread(measure) => spread::explain(&case, measure),
            Figure::Middle(measure) => spread::explain_middle(&case, measure),
            Figure::Agreement(column, over) => agreement::explain(&case, column, over),
            Figure::Weight(measure) => weight::explain(&case, measure),
            Figure::Move(step) => gain::explain(&case, step),
            Figure::Without(column) => without::explain(&case, column),
            Figure::Bridge(column) => bridge::explain(&case, column),
            Figure::Closeness(column) => closeness::explain(&case, column),
            Figure::Closest => closeness::explain_closest(&case),
            Figure::Robustness(order) => order::explain(&case, order),
            Figure::Join(pair) => tree::explain_join(&case, pair),
            Figure::Tree => tree::explain_cophenetic(&case),
            Figure::Silhouette(column) => camps::explain(&case, column),
        };
        Self { basis, explanation }
    }

    /// The arithmetic.
    pub fn explanation(&self) -> &Explanation {
        &self.explanation
    }
}

impl Twin for Explain<'_> {
    type Json<'j>
        = ExplainJson<'j>
    where
        Self: 'j;

    fn document(&self) -> Document {
        document::document(&self.explanation, &self.basis.standing())
    }

    /// The first of the inputs: what a spreadsheet begins with.
    fn table(&self) -> Table {
        self.explanation.inputs.first().map(document::for_spreadsheets).unwrap_or_default()
    }

    fn json(&self) -> ExplainJson<'_> {
        ExplainJson::of(self)
    }
}
