//! Whether an order survives other weights.
//!
//! Weights are somebody's judgement. An order that turns over when they are a quarter off says less than one that does
//! not, and whoever prints an order says which it is. There are three answers: a rule that needs no draws
//! ([`Rule::first_holds`]), the share of drawn weights under which the first stays first ([`Robustness`]), and what equal
//! weights and leaving out one measure would change (there too).

mod draws;
mod means;
mod misclassified;
mod products;
mod ranks;
mod rule;

pub use draws::{Draws, Ranks, Robustness, Shift};
pub use misclassified::{Misclassified, misclassify};
pub use products::GapRanking;
pub use rule::{Above, Rule, Weighed};

use super::{Figures, Move, Objective};
use crate::scorecard::{Column, MeasureIndex};
use means::Means;
use products::Products;
use ranks::Averages;

/// How the gaps that are known rank under drawn weights. A gap does not depend on the weight of another measure, so leaving
/// one out never changes the order of the rest.
pub fn gaps(figures: &Figures, by: GapRanking, draws: Draws) -> Robustness<MeasureIndex> {
    let (products, measures) = Products::of_gaps(figures, by);
    draws.rank(&products, figures.grid().weights(), measures)
}

/// How moves rank among each other under drawn weights. Nothing for the mean of one jurisdiction, whose gains are sums over
/// pairs that each weigh differently.
pub fn moves(
    figures: &Figures,
    objective: Objective,
    moves: &[Move],
    draws: Draws,
) -> Option<Robustness<Move>> {
    let products = Products::of_moves(figures, objective, moves)?;
    Some(draws.rank(&products, figures.grid().weights(), moves.to_vec()))
}

/// How the pairs of the group rank by their alignment under drawn weights, in column order. Nothing where there are too many
/// to draw for in a moment.
pub fn pairs(figures: &Figures, draws: Draws) -> Option<Robustness<[Column; 2]>> {
    let (means, pairs) = Means::of_pairs(figures)?;
    Some(draws.rank(&means, figures.grid().weights(), pairs))
}

/// How the jurisdictions of the group rank by their mean alignment with the others of it, in column order. Nothing where
/// there are too many to draw for in a moment.
pub fn closeness(figures: &Figures, draws: Draws) -> Option<Robustness<Column>> {
    let (means, pairs) = Means::of_pairs(figures)?;
    let group = figures.comparison().group.clone();
    let averages = Averages::new(means, &pairs, &group);
    Some(draws.rank(&averages, figures.grid().weights(), group))
}

/// How the jurisdictions of the group rank by their agreement with the group over all areas, in column order. Nothing where
/// there are too many to draw for in a moment.
pub fn agreement(figures: &Figures, draws: Draws) -> Option<Robustness<Column>> {
    let means = Means::of_group(figures)?;
    Some(draws.rank(&means, figures.grid().weights(), figures.comparison().group.clone()))
}
