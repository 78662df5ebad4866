//! The alignment of two jurisdictions if unsure levels were one step off.

use super::case::{Case, share_words};
use super::explanation::{Explanation, Inputs, Outcome, Value, Working};
use super::expression::Expression;
use super::kind::Kind;
use super::mean::{areas, over_areas};
use super::pair::answer;
use crate::analysis::Standing;
use crate::scorecard::{Column, Confidence, Level, MeasureIndex};

pub(super) fn explain(case: &Case<'_>, pair: [Column; 2], area: Option<usize>) -> Explanation {
    let found = case.basis.figures.stress(case.basis.board, pair[0], pair[1]);
    let range = area.map_or(found.overall, |number| found.areas[number]);
    let mut working = Working::default();
    let measures = measures(case, pair, area);
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
    let [first, second] = pair.map(|column| case.code(column));
    let words = match range {
        Some([lowest, highest]) => format!("{} to {}", share_words(Some(lowest)), share_words(Some(highest))),
        None => share_words(None),
    };
    Explanation {
        kind: Kind::Stress,
        of: [first.to_owned(), second.to_owned()]
            .into_iter()
            .chain(area.map(|area| case.area_id(area)))
            .collect(),
        about: format!("{first} and {second}, {}", case.area_words(area)),
        inputs,
        steps: working.steps,
        result: Outcome { value: Value::Nothing, words },
        yardsticks: Vec::new(),
        baseline: None,
        remarks: Vec::new(),
    }
}

fn measures(case: &Case<'_>, pair: [Column; 2], area: Option<usize>) -> Inputs {
    let [first, second] = pair.map(|column| case.code(column));
    let (first_could, second_could) = (format!("{first} could be"), format!("{second} could be"));
    let mut inputs = Inputs::new(
        "measures",
        "Measures",
        [
            ("measure", "Measure"),
            ("comparable_weight", "Comparable"),
            ("known_weight", "Known"),
            ("first", first),
            ("second", second),
            ("first_could_be", first_could.as_str()),
            ("second_could_be", second_could.as_str()),
            ("least", "Least"),
            ("most", "Most"),
            ("least_steps", "Weight × least"),
            ("most_steps", "Weight × most"),
        ],
    );
    inputs.rows = case.measures(area).map(|measure| row(case, pair, measure)).collect();
    inputs
}

fn row(case: &Case<'_>, pair: [Column; 2], measure: MeasureIndex) -> Vec<Value> {
    let grid = case.basis.figures.grid();
    let standings = pair.map(|column| grid.standing(measure, column));
    let comparable = !standings.contains(&Standing::NotApplicable);
    let weight = case.weight(measure);
    let ends = pair.map(|column| ends(case, measure, column));
    let same_root = grid.root(measure, pair[0]) == grid.root(measure, pair[1]);
    let steps = match ends {
        _ if !comparable => None,
        _ if same_root => Some([0, 0]),
        [Some([lo, hi]), Some([other_lo, other_hi])] => Some([
            lo.saturating_sub(other_hi).max(other_lo.saturating_sub(hi)),
            hi.saturating_sub(other_lo).max(other_hi.saturating_sub(lo)),
        ]),
        _ => None,
    };
    let could_be = |ends: Option<[u8; 2]>| ends.map(|[lo, hi]| format!("{lo} to {hi}"));
    let weighted = |end: usize| steps.map(|steps| weight * f64::from(steps[end]));
    vec![
        case.id(measure).into(),
        comparable.then_some(weight).into(),
        steps.map(|_| weight).into(),
        answer(standings[0]),
        answer(standings[1]),
        could_be(ends[0]).into(),
        could_be(ends[1]).into(),
        steps.map(|steps| steps[0]).into(),
        steps.map(|steps| steps[1]).into(),
        weighted(0).into(),
        weighted(1).into(),
    ]
}

/// The levels a known level could be: one step off either way where its confidence is low.
fn ends(case: &Case<'_>, measure: MeasureIndex, column: Column) -> Option<[u8; 2]> {
    let level = case.level(measure, column)?;
    let board = case.basis.board;
    let position = board.position(board.cell(measure, column));
    let off = u8::from(position.is_some_and(|found| found.confidence == Some(Confidence::Low)));
    Some([level.saturating_sub(off), (level + off).min(Level::HIGHEST)])
}
