//! The alignment of two jurisdictions if unsure levels were one step off.

use super::case::{Case, share_words};
use super::explanation::{Explanation, Outcome, Value, Working};
use super::expression::Expression;
use super::kind::Kind;
use super::mean::{areas, over_areas};
use super::two::{OnMeasure, Two};
use crate::scorecard::{Column, Confidence, Level, MeasureIndex};

pub(super) fn explain(case: &Case<'_>, pair: [Column; 2], area: Option<usize>) -> Explanation {
    let found = case.basis.figures.stress(case.basis.board, pair[0], pair[1]);
    let range = area.map_or(found.overall, |number| found.areas[number]);
    let two = Two::jurisdictions(case, pair, area);
    let [first, second] = two.names.each_ref().map(|name| format!("{name} could be"));
    let columns = [
        ("first_could_be", first.as_str()),
        ("second_could_be", second.as_str()),
        ("least", "Least"),
        ("most", "Most"),
        ("least_steps", "Weight × least"),
        ("most_steps", "Weight × most"),
    ];
    let measures = two.measures(columns, |on| row(case, pair, on));
    let mut working = Working::default();
    let mut inputs = Vec::new();
    if area.is_some() {
        let comparable =
            working.sum("comparable", "Weight of what is comparable", &measures, "comparable_weight");
        let known = working.sum("known", "Weight of what is known of both", &measures, "known_weight");
        if comparable.value() > 0.0 {
            working.step("coverage", "Coverage", &(known.clone() / comparable));
        }
        if range.is_some() {
            let part =
                |steps: Expression| Expression::whole(1) - steps / (Expression::whole(4) * known.clone());
            let most = working.sum("most_steps", "Weighted steps at most", &measures, "most_steps");
            working.step("lowest", "Lowest alignment", &part(most));
            let least = working.sum("least_steps", "Weighted steps at least", &measures, "least_steps");
            working.step("highest", "Highest alignment", &part(least));
        }
    } else {
        let all = areas(case, [("lowest", "Lowest"), ("highest", "Highest")], |number| {
            let range = found.areas[number];
            [range.map(|range| range[0]), range.map(|range| range[1])]
        });
        over_areas(&mut working, &all, "lowest", "lowest", "Lowest, the mean by weight");
        over_areas(&mut working, &all, "highest", "highest", "Highest, the mean by weight");
        inputs.push(all);
    }
    inputs.push(measures);
    let words = match range {
        Some([lowest, highest]) => format!("{} to {}", share_words(Some(lowest)), share_words(Some(highest))),
        None => share_words(None),
    };
    Explanation {
        inputs,
        steps: working.steps,
        result: Outcome { value: Value::Nothing, words },
        ..two.explanation(Kind::Stress)
    }
}

fn row(case: &Case<'_>, pair: [Column; 2], on: &OnMeasure) -> (bool, [Value; 6]) {
    let ends = pair.map(|column| ends(case, on.measure, column));
    let steps = match ends {
        _ if !on.comparable => None,
        _ if on.same_root => Some([0, 0]),
        [Some([lo, hi]), Some([other_lo, other_hi])] => Some([
            lo.saturating_sub(other_hi).max(other_lo.saturating_sub(hi)),
            hi.saturating_sub(other_lo).max(other_hi.saturating_sub(lo)),
        ]),
        _ => None,
    };
    let could_be = |ends: Option<[u8; 2]>| Value::from(ends.map(|[lo, hi]| format!("{lo} to {hi}")));
    let least_and_most = [0, 1].map(|end: usize| steps.map(|steps| steps[end]));
    let weighted = least_and_most.map(|steps| steps.map(|steps| on.weight * f64::from(steps)));
    let [first, second] = ends.map(could_be);
    let [least, most] = least_and_most.map(Value::from);
    let [least_steps, most_steps] = weighted.map(Value::from);
    (steps.is_some(), [first, second, least, most, least_steps, most_steps])
}

/// The levels a known level could be: one step off either way where its confidence is low.
fn ends(case: &Case<'_>, measure: MeasureIndex, column: Column) -> Option<[u8; 2]> {
    let level = case.level(measure, column)?;
    let board = case.basis.board;
    let position = board.grounds(board.cell(measure, column));
    let off = u8::from(position.is_some_and(|found| found.confidence == Some(Confidence::Low)));
    Some([level.saturating_sub(off), (level + off).min(Level::HIGHEST)])
}
