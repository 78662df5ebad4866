//! How the units of the group stand on a measure, and what a common level would cost.

use super::case::{Case, share_words};
use super::explanation::{Explanation, Inputs, Outcome, Value, Working};
use super::expression::Expression;
use super::group::units;
use super::kind::Kind;
use super::ordinal;
use crate::analysis::{Label, Tally, Unit};
use crate::report::words;
use crate::scorecard::{Column, Level, MeasureIndex};

pub(super) fn explain(case: &Case<'_>, measure: MeasureIndex) -> Explanation {
    let tally = case.basis.figures.tally(measure);
    let mut working = Working::default();
    let levels = levels(case, measure);
    agreement(&mut working, tally);
    dispersion(&mut working, tally);
    ordinal::van_der_eijk(&mut working, tally);
    ordinal::consensus(&mut working, tally);
    let label = tally.label().map(Label::words);
    working.finding("label", "In a word", label.map(str::to_owned));
    Explanation {
        inputs: vec![levels, ordinal::layers(tally)],
        steps: working.steps,
        result: Outcome {
            value: tally.agreement().into(),
            words: match (tally.agreement(), label) {
                (Some(agreement), Some(label)) => format!("{label}; agreement {}", share_words(Some(agreement))),
                (Some(agreement), None) => format!("agreement {}", share_words(Some(agreement))),
                (None, _) => "no value: fewer than two known units".to_owned(),
            },
        },
        yardsticks: vec![
            "Units at levels drawn at random agree to 60 % on average.".to_owned(),
            "D: 0 unanimous, up to 0.25 near consensus, below 0.5 mixed, from 0.5 divided; two camps where van der \
             Eijk's A is below 0. A runs from -1 over 0 (even) to 1, Cns from 0 (half at each end) to 1."
                .to_owned(),
        ],
        ..Explanation::new(Kind::Spread, [case.id(measure)], about(case, measure))
    }.remarked([units(case)])
}

fn about(case: &Case<'_>, measure: MeasureIndex) -> String {
    let group = words::group(case.basis.board, &case.basis.figures.comparison().group);
    format!("{group}, {}", case.measure_words(measure))
}

/// Who stands at which level, and how many units that are.
fn levels(case: &Case<'_>, measure: MeasureIndex) -> Inputs {
    let columns = [("level", "Level"), ("units", "Units"), ("who", "Who")];
    let mut inputs = Inputs::new("levels", "The group by level", columns);
    let strip = case.basis.figures.strip(measure);
    let supposed = |units: &Vec<Unit>| {
        let of = units.iter().flat_map(|unit| [unit.representative].into_iter().chain(unit.with.clone()));
        case.supposed(measure, &of.collect::<Vec<Column>>())
    };
    for (level, units) in Level::all().zip(&strip.levels) {
        let row = vec![level.number().into(), (units.len() as u32).into(), who(case, units).into()];
        inputs.rows.push(row);
    }
    let unknown = case.basis.figures.tally(measure).unknown();
    inputs.rows.push(vec!["unknown".into(), unknown.into(), who(case, &strip.unknown).into()]);
    inputs.supposing(strip.levels.iter().chain([&strip.unknown]).map(supposed))
}

fn who(case: &Case<'_>, units: &[Unit]) -> String {
    let named = |unit: &Unit| {
        let code = |column: &Column| case.code(*column);
        let own = unit.in_group.then(|| case.code(unit.representative));
        let all: Vec<&str> = own.into_iter().chain(unit.with.iter().map(code)).collect();
        let together = all.join("+");
        if unit.in_group { together } else { format!("{together} (as {})", case.code(unit.representative)) }
    };
    units.iter().map(named).collect::<Vec<_>>().join(", ")
}

/// The steps between all pairs: each step from one level to the next lies between the units below it and those above.
fn agreement(working: &mut Working, tally: &Tally) {
    let counts = tally.counts().map(Expression::whole);
    let known = working.step("n", "Known units n", &Expression::sum(counts.clone()));
    let below = |level: usize| Expression::sum(counts[..level].iter().cloned());
    let above = |level: usize| Expression::sum(counts[level..].iter().cloned());
    let between = Expression::sum((1..5).map(|level| below(level) * above(level)));
    let steps =
        working.step("steps", "Steps between all pairs S, for each step units below × units above", &between);
    if tally.known() < 2 {
        return;
    }
    let one = || Expression::whole(1);
    let most = |units: Expression| Expression::whole(2) * units.clone() * (units - one());
    let most_known =
        working.step("most", "If each pair stood at opposite ends, 4 n (n - 1) / 2", &most(known));
    working.step("agreement", "Agreement a", &(one() - steps / most_known));
    if tally.unknown() > 0 {
        let all = working.step(
            "most_all",
            "The same with the unknown units",
            &most(Expression::whole(tally.units())),
        );
        let widest = Expression::of(tally.widest_steps() as f64);
        let closest = Expression::of(tally.closest_steps() as f64);
        working.finding("widest", "Most steps, unknown units at the ends", tally.widest_steps() as f64);
        working.finding(
            "closest",
            "Fewest steps, unknown units at the lower middle",
            tally.closest_steps() as f64,
        );
        working.step("lo", "Lowest a", &(one() - widest / all.clone()));
        working.step("hi", "Highest a", &(one() - closest / all));
    }
}

fn dispersion(working: &mut Working, tally: &Tally) {
    let n = u64::from(tally.known());
    if n >= 2 {
        let most = Expression::whole(4) * Expression::of((n * n / 4) as f64);
        let most = working.step("widest_split", "Half at each end, 4 × the whole part of n × n / 4", &most);
        working.step("dispersion", "Dispersion D", &(Expression::of(tally.steps() as f64) / most));
    }
}

/// The middle of the group and what each level would cost.
pub(super) fn explain_middle(case: &Case<'_>, measure: MeasureIndex) -> Explanation {
    let tally = case.basis.figures.tally(measure);
    let mut working = Working::default();
    for level in Level::all() {
        let steps = Level::all().zip(tally.counts()).map(|(at, units)| {
            Expression::whole(units)
                * (Expression::whole(at.number()) - Expression::whole(level.number())).abs()
        });
        working.step(
            COSTS[usize::from(level.number())],
            format!("Steps to level {level}"),
            &Expression::sum(steps),
        );
    }
    let words = match tally.median() {
        Some([lower, upper]) => {
            working.finding("lower", "Middle, from", lower.number());
            working.finding("upper", "Middle, to", upper.number());
            let cost = tally.cost(lower);
            let units = words::plural(cost.moving as usize, "unit");
            format!("{lower} to {upper}: {} and {units} moving", words::plural(cost.steps as usize, "step"))
        }
        None => "no value: no unit is known".to_owned(),
    };
    let mut costs = Inputs::new(
        "costs",
        "What each level would cost",
        [("level", "Level"), ("units", "Units there"), ("steps", "Steps"), ("moving", "Units moving")],
    );
    for (level, units) in Level::all().zip(tally.counts()) {
        let cost = tally.cost(level);
        costs.rows.push(vec![level.number().into(), units.into(), cost.steps.into(), cost.moving.into()]);
    }
    Explanation {
        inputs: vec![costs],
        steps: working.steps,
        result: Outcome {
            value: tally.median().map(|[lower, _]| lower.number()).map_or(Value::Nothing, Value::from),
            words,
        },
        yardsticks: vec![
            "Between the lower and the upper middle every level costs the same number of steps.".to_owned(),
        ],
        ..Explanation::new(Kind::Middle, [case.id(measure)], about(case, measure))
    }
    .remarked([units(case)])
}

const COSTS: [&str; 5] = ["cost_0", "cost_1", "cost_2", "cost_3", "cost_4"];
