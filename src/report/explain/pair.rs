//! The alignment of two jurisdictions.

use super::case::{Case, share_words, yardsticks};
use super::explanation::{Explanation, Inputs, Outcome, Value, Working};
use super::expression::Expression;
use super::kind::Kind;
use super::mean::{areas, over_areas};
use crate::analysis::{Baseline, Estimate, Standing};
use crate::report::words;
use crate::scorecard::{Column, Level, MeasureIndex};

pub(super) fn explain(case: &Case<'_>, pair: [Column; 2], area: Option<usize>) -> Explanation {
    let figures = case.basis.figures;
    let found = figures.pair(pair[0], pair[1]);
    let alignment = area.map_or(found.overall, |number| found.areas[number]).alignment;
    let mut working = Working::default();
    let measures = measures(case, pair, area);
    let mut inputs = Vec::new();
    match area {
        Some(_) => in_area(case, &mut working, &measures, &alignment),
        None => inputs.push(over_all(case, &mut working, &found)),
    }
    close(&mut working, &alignment);
    inputs.push(measures);
    let [first, second] = pair.map(|column| case.code(column));
    let baseline = alignment.available.and_then(|_| Baseline::of_pair(figures, case.basis.board, pair, area));
    let own_answer =
        "What a union's members decide is not compared with the union: its members answer in their own rows.";
    let clamped = if alignment.is_clamped() { words::CLAMPED_NOTE } else { "" };
    Explanation {
        kind: Kind::Pair,
        of: [first.to_owned(), second.to_owned()]
            .into_iter()
            .chain(area.map(|area| case.area_id(area)))
            .collect(),
        about: format!("{first} and {second}, {}", case.area_words(area)),
        inputs,
        steps: working.steps,
        result: Outcome {
            value: alignment.shown().into(),
            words: format!(
                "{}; coverage {}",
                share_words(alignment.shown()),
                words::maybe_share(alignment.coverage)
            ),
        },
        yardsticks: yardsticks(baseline.as_ref()),
        baseline,
        remarks: [own_answer, clamped].into_iter().filter(|it| !it.is_empty()).map(str::to_owned).collect(),
    }
}

/// Every measure with both levels, their distance, and how it counts.
fn measures(case: &Case<'_>, pair: [Column; 2], area: Option<usize>) -> Inputs {
    let [first, second] = pair.map(|column| case.code(column));
    let mut inputs = Inputs::new(
        "measures",
        "Measures",
        [
            ("measure", "Measure"),
            ("comparable_weight", "Comparable"),
            ("known_weight", "Known"),
            ("first", first),
            ("second", second),
            ("steps", "Steps"),
            ("weighted_steps", "Weight × steps"),
            ("open_steps", "Weight × steps it could be"),
        ],
    );
    inputs.rows = case.measures(area).map(|measure| row(case, pair, measure)).collect();
    inputs
}

fn row(case: &Case<'_>, pair: [Column; 2], measure: MeasureIndex) -> Vec<Value> {
    let grid = case.basis.figures.grid();
    let standings = pair.map(|column| grid.standing(measure, column));
    let weight = case.weight(measure);
    let comparable = !standings.contains(&Standing::NotApplicable);
    let same_root = grid.root(measure, pair[0]) == grid.root(measure, pair[1]);
    let levels = pair.map(|column| case.level(measure, column));
    let steps = match levels {
        _ if !comparable => None,
        [Some(first), Some(second)] => Some(first.abs_diff(second)),
        _ => same_root.then_some(0),
    };
    let could_be = (comparable && steps.is_none()).then(|| {
        let known = levels[0].or(levels[1]);
        known.map_or(Level::HIGHEST, |level| level.max(Level::HIGHEST - level))
    });
    vec![
        case.id(measure).into(),
        comparable.then_some(weight).into(),
        steps.map(|_| weight).into(),
        answer(standings[0]),
        answer(standings[1]),
        steps.into(),
        steps.map(|steps| weight * f64::from(steps)).into(),
        could_be.map(|steps| weight * f64::from(steps)).into(),
    ]
}

/// A level, or in words why there is none.
pub(super) fn answer(standing: Standing) -> Value {
    match standing {
        Standing::Known(level) => level.number().into(),
        Standing::Unknown => "unknown".into(),
        Standing::NotApplicable => "not applicable".into(),
    }
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

fn over_all(case: &Case<'_>, working: &mut Working, found: &crate::analysis::Pair) -> Inputs {
    let columns =
        [("coverage", "Coverage"), ("available_case", "Alignment"), ("lo", "Lowest"), ("hi", "Highest")];
    let inputs = areas(case, columns, |number| {
        let Estimate { available, lo, hi, coverage } = found.areas[number].alignment;
        [coverage, available, lo, hi]
    });
    let mut mean = |column, what: &str| over_areas(working, &inputs, column, column, what);
    mean("coverage", "Coverage, the mean by weight");
    mean("available_case", "Alignment, the mean by weight over the areas that have one");
    mean("lo", "Lowest it could be");
    mean("hi", "Highest it could be");
    inputs
}

/// The value that is shown, and the same on the scale of exports.
fn close(working: &mut Working, alignment: &Estimate) {
    let (Some(available), Some(lo), Some(hi)) = (alignment.available, alignment.lo, alignment.hi) else {
        return;
    };
    let n = Expression::of;
    working.step("shown", "Shown, brought inside its bounds", &n(available).max(n(lo)).min(n(hi)));
    working.step(
        "s",
        "S of Signorino and Ritter",
        &(Expression::whole(2) * n(available) - Expression::whole(1)),
    );
}
