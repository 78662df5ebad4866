//! The JSON of whether an order survives other weights, which several twins share.

use serde::Serialize;

use crate::analysis::robustness::{Ranks, Robustness};
use crate::scorecard::{Board, Column, MeasureIndex};

use super::basis::Basis;
use super::document::Field;

/// Whether an order survives other weights.
#[derive(Debug, Serialize)]
pub(super) struct RobustnessJson<Thing> {
    delta: f64,
    draws: u32,
    seed: u64,
    first_stays: u32,
    robust: bool,
    first_stays_equal: bool,
    without_one: Option<ShiftJson<Thing>>,
}

/// A measure that is left out, and what that does to the rank it changes most.
#[derive(Debug, Serialize)]
struct ShiftJson<Thing> {
    left_out: MeasureName,
    #[serde(flatten)]
    thing: Thing,
    from: u32,
    to: u32,
}

/// The ranks of one thing, from 1.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct RanksJson {
    pub(super) rank: u32,
    lowest: u32,
    highest: u32,
    equal: u32,
}

impl RanksJson {
    /// The keys as columns of a table, the rank in use left out where the table has it already.
    pub(super) const DRAWN: [&str; 3] = ["lowest_rank", "highest_rank", "equal_rank"];

    pub(super) fn of<Thing>(ranks: &Ranks<Thing>) -> Self {
        let [lowest, highest] = ranks.interval;
        Self { rank: ranks.rank, lowest, highest, equal: ranks.equal }
    }

    /// The fields below [`Self::DRAWN`], empty where nothing was drawn.
    pub(super) fn drawn(ranks: Option<Self>) -> [Field; 3] {
        [ranks.map(|ranks| ranks.lowest), ranks.map(|ranks| ranks.highest), ranks.map(|ranks| ranks.equal)]
            .map(Field::maybe)
    }
}

/// A jurisdiction by its code.
#[derive(Debug, Serialize)]
pub(super) struct Jurisdiction<'a> {
    jurisdiction: &'a str,
}

impl<'a> Jurisdiction<'a> {
    pub(super) fn of(basis: &Basis<'a>, column: Column) -> Self {
        Self { jurisdiction: basis.code(column) }
    }
}

/// A measure by the ids of its area and its own.
#[derive(Debug, Serialize)]
pub(super) struct MeasureName {
    area: Box<str>,
    measure: Box<str>,
}

impl MeasureName {
    pub(super) fn of(board: &Board, measure: MeasureIndex) -> Self {
        Self { area: board.area_of(measure).id.clone(), measure: board.measure(measure).id.clone() }
    }
}

impl<Thing> RobustnessJson<Thing> {
    /// With what moves most named as programs know it.
    pub(super) fn of<Ranked>(
        board: &Board,
        found: &Robustness<Ranked>,
        name: impl Fn(&Ranked) -> Thing,
    ) -> Self {
        Self {
            delta: f64::from(found.draws.delta) / 1000.0,
            draws: found.draws.count,
            seed: found.draws.seed,
            first_stays: found.first_stays,
            robust: found.is_robust(),
            first_stays_equal: found.first_stays_equal,
            without_one: found.without_one.as_ref().map(|shift| ShiftJson {
                left_out: MeasureName::of(board, shift.measure),
                thing: name(&shift.thing),
                from: shift.from,
                to: shift.to,
            }),
        }
    }
}
