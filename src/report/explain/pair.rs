//! The alignment of two jurisdictions.

use super::case::Case;
use super::explanation::{Explanation, Inputs, Outcome, Value, Working};
use super::expression::Expression;
use super::kind::Kind;
use super::mean::{bring_inside, over_areas_of};
use super::two::{OnMeasure, Two};
use crate::analysis::{Baseline, Estimate, Pair, Profile, Standing};
use crate::report::basis::Basis;
use crate::report::words;
use crate::scorecard::{Column, Level};

pub(super) fn explain(case: &Case<'_>, pair: [Column; 2], area: Option<usize>) -> Explanation {
    let Basis { board, figures, .. } = case.basis;
    let found = match case.among.measures {
        None => figures.pair(pair[0], pair[1]),
        Some(_) => figures.pair_over(board, pair, |measure| case.among.has(measure)),
    };
    // The levels of all measures are dealt out, so some measures alone have no such baseline.
    let dealt = case.among.measures.is_none() && alignment(&found, area).available.is_some();
    let baseline = if dealt { Baseline::of_pair(figures, board, pair, area) } else { None };
    of_two(&Two::jurisdictions(case, pair, area), &found).against_chance(baseline)
}

/// The alignment of any two, each through its own lens.
pub(super) fn explain_profiles(case: &Case<'_>, profiles: [Profile; 2], area: Option<usize>) -> Explanation {
    let (grid, found) = case.basis.figures.pair_of_profiles(case.basis.board, profiles);
    let two = Two::profiles(case, &grid, profiles, area);
    let one_entry = if profiles[0].column == profiles[1].column { ONE_ENTRY } else { "" };
    of_two(&two, &found).against_chance(None).also(one_entry)
}

/// Why an unknown level of one jurisdiction is not known to be the same through another lens.
const ONE_ENTRY: &str =
    "Through two lenses one position is two: where neither level is known, they need not be the same.";

/// The alignment of any two, without anything to hold it against.
fn of_two(two: &Two<'_>, found: &Pair) -> Explanation {
    let alignment = alignment(found, two.area);
    let mut working = Working::default();
    let measures = two.measures(
        [
            ("steps", "Steps"),
            ("weighted_steps", "Weight × steps"),
            ("open_steps", "Weight × steps it could be"),
        ],
        row,
    );
    let mut inputs = Vec::new();
    if two.area.is_some() {
        in_area(two.case, &mut working, &measures, &alignment);
    } else {
        let estimates = found.areas.iter().map(|area| area.alignment).collect::<Vec<_>>();
        inputs.push(over_areas_of(two.case, &mut working, "available_case", &estimates));
    }
    bring_inside(&mut working, &alignment);
    signorino_ritter(&mut working, &alignment);
    inputs.push(measures);
    let own_answer =
        "What a union's members decide is not compared with the union: its members answer in their own rows.";
    let clamped = if alignment.is_clamped() { words::CLAMPED_NOTE } else { "" };
    Explanation {
        inputs,
        steps: working.steps,
        result: Outcome::estimate(&alignment),
        ..two.explanation(Kind::Pair)
    }
    .remarked([own_answer.to_owned(), clamped.to_owned(), two.case.narrowed()])
}

fn alignment(found: &Pair, area: Option<usize>) -> Estimate {
    area.map_or(found.overall, |number| found.areas[number]).alignment
}

/// The distance on a measure, and how it counts.
fn row(on: &OnMeasure) -> (bool, [Value; 3]) {
    let levels = on.standings.map(|standing| match standing {
        Standing::Known(level) => Some(level.number()),
        Standing::Unknown | Standing::NotApplicable => None,
    });
    let steps = match levels {
        _ if !on.comparable => None,
        [Some(first), Some(second)] => Some(first.abs_diff(second)),
        _ => on.same_root.then_some(0),
    };
    let could_be = (on.comparable && steps.is_none()).then(|| {
        let known = levels[0].or(levels[1]);
        known.map_or(Level::HIGHEST, |level| level.max(Level::HIGHEST - level))
    });
    let weighted = |steps: Option<u8>| Value::from(steps.map(|steps| on.weight * f64::from(steps)));
    (steps.is_some(), [steps.into(), weighted(steps), weighted(could_be)])
}

fn in_area(case: &Case<'_>, working: &mut Working, inputs: &Inputs, alignment: &Estimate) {
    let comparable = working.sum("comparable", "Weight of what is comparable", inputs, "comparable_weight");
    if comparable.value() <= 0.0 {
        return;
    }
    let known = working.sum("known", "Weight of what is known of both", inputs, "known_weight");
    working.step("coverage", "Coverage", &(known.clone() / comparable.clone()));
    let steps = working.sum("steps", "Weighted steps between the levels", inputs, "weighted_steps");
    let four = || Expression::whole(4);
    let one = || Expression::whole(1);
    if alignment.available.is_some() {
        let available = one() - steps.clone() / (four() * known);
        working.step("available_case", "Alignment of what is known", &available);
    } else {
        let least = f64::from(case.basis.figures.comparison().threshold) / 1000.0;
        working.finding(
            "available_case",
            format!("No value: coverage below {}", words::share(least)),
            Value::Nothing,
        );
    }
    let open =
        working.sum("open_steps", "Weighted steps that what is unknown could add", inputs, "open_steps");
    let most = four() * comparable;
    working.step("lo", "Lowest it could be", &(one() - (steps.clone() + open) / most.clone()));
    working.step("hi", "Highest it could be", &(one() - steps / most));
}

/// The same on the scale of exports.
fn signorino_ritter(working: &mut Working, alignment: &Estimate) {
    if let (Some(available), Some(_)) = (alignment.available, alignment.shown()) {
        let s = Expression::whole(2) * Expression::of(available) - Expression::whole(1);
        working.step("s", "S of Signorino and Ritter", &s);
    }
}
