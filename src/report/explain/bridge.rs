//! Who stands between the poles.

use super::case::{CHANCE, Case};
use super::explanation::{Explanation, Inputs, Outcome, Value, Working};
use super::expression::Expression;
use super::kind::Kind;
use super::two::answer;
use crate::analysis::Bridge;
use crate::report::words;
use crate::scorecard::{Column, MeasureIndex};

pub(super) fn explain(case: &Case<'_>, column: Column) -> Explanation {
    let figures = case.basis.figures;
    let [first, second] = figures.comparison().poles;
    let found = figures.bridge(column);
    let mut working = Working::default();
    let mut inputs = Vec::new();
    if let (Some(found), Some(poles)) = (&found, figures.alignment(first, second)) {
        let measures = measures(case, column);
        arithmetic(&mut working, found, poles, &measures);
        inputs.extend([alignments(case, found, poles), measures]);
    }
    let code = case.code(column);
    let [one, other] = case.basis.poles();
    Explanation {
        inputs,
        steps: working.steps,
        result: Outcome {
            value: found.map(|found| found.gain).into(),
            words: found.map_or_else(|| no_value(case, column), |found| in_words(&found)),
        },
        yardsticks: vec![
            CHANCE.to_owned(),
            "Detour 0 %: on every measure it stands between the two. A member that inherits everything from a pole \
             gains nothing."
                .to_owned(),
        ],
        ..Explanation::new(Kind::Bridge, [code.to_owned()], format!("{code} between {one} and {other}"))
    }
}

fn in_words(found: &Bridge) -> String {
    let gain = format!("{} points", words::points(found.gain));
    let verdict = if found.is_one() {
        "closer to both than they are to each other"
    } else {
        "not closer to both than they are to each other"
    };
    format!("{gain}: {verdict}; detour {}", words::maybe_share(found.detour))
}

fn no_value(case: &Case<'_>, column: Column) -> String {
    if case.basis.figures.comparison().poles.contains(&column) {
        format!("no value: {} is a pole itself", case.code(column))
    } else {
        "no value: one of the three alignments has none".to_owned()
    }
}

fn arithmetic(working: &mut Working, found: &Bridge, poles: f64, measures: &Inputs) {
    let [one, other] = found.alignments.map(Expression::of);
    let lower = working.step("lower", "The lower of its two alignments", &one.min(other));
    working.step("gain", "Gain, minus the alignment of the poles", &(lower - Expression::of(poles)));
    let known = working.sum("known", "Weight of what is known of all three", measures, "known_weight");
    let longer = working.sum("longer", "Weight × steps that the way over it is longer", measures, "longer");
    if known.value() > 0.0 {
        working.step("detour", "Detour", &(longer / (Expression::whole(4) * known)));
    }
}

/// The three alignments, each of which is a figure of its own.
fn alignments(case: &Case<'_>, found: &Bridge, poles: f64) -> Inputs {
    let columns = [("first", "One"), ("second", "Other"), ("alignment", "Alignment")];
    let mut inputs = Inputs::new("pairs", "Alignments", columns);
    let [first, second] = case.basis.figures.comparison().poles;
    let [to_first, to_second] = found.alignments;
    for (one, other, alignment) in
        [(found.column, first, to_first), (found.column, second, to_second), (first, second, poles)]
    {
        inputs.rows.push(vec![case.code(one).into(), case.code(other).into(), alignment.into()]);
    }
    inputs
}

fn measures(case: &Case<'_>, column: Column) -> Inputs {
    let [first, second] = case.basis.poles();
    let columns = [
        ("measure", "Measure"),
        ("weight", "Weight × that of its area"),
        ("first", first),
        ("between", case.code(column)),
        ("second", second),
        ("to_first", "Steps to the one"),
        ("to_second", "to the other"),
        ("apart", "Steps between the poles"),
        ("known_weight", "Weight known of all three"),
        ("longer", "Weight × steps longer"),
    ];
    let mut inputs = Inputs::new("measures", "Measures", columns);
    inputs.rows = case.measures(None).map(|measure| row(case, column, measure)).collect();
    let [first, second] = case.basis.figures.comparison().poles;
    inputs.supposing(case.measures(None).map(|measure| case.supposed(measure, &[first, column, second])))
}

fn row(case: &Case<'_>, column: Column, measure: MeasureIndex) -> Vec<Value> {
    let grid = case.basis.figures.grid();
    let [first, second] = case.basis.figures.comparison().poles;
    let steps = |one, other| grid.steps(measure, one, other);
    let [to_first, to_second, apart] = [steps(column, first), steps(column, second), steps(first, second)];
    let longer = match (to_first, to_second, apart) {
        (Some(there), Some(on), Some(apart)) => Some(there + on - apart),
        _ => None,
    };
    let weight = case.weight(measure) * case.area_weight(case.basis.board.measure(measure).area);
    let answers = [first, column, second].map(|column| answer(grid.standing(measure, column)));
    let mut row = vec![Value::from(case.id(measure)), weight.into()];
    row.extend(answers);
    row.extend([to_first, to_second, apart].map(Value::from));
    row.extend([longer.map(|_| weight).into(), longer.map(|longer| weight * f64::from(longer)).into()]);
    row
}
