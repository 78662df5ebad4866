//! The alignment of the group with itself.

use super::case::Case;
use super::explanation::{Explanation, Inputs, Outcome, Value, Working};
use super::kind::Kind;
use super::mean::{bring_inside, over_areas_of};
use crate::analysis::{Baseline, Tally};
use crate::report::words;
use crate::scorecard::MeasureIndex;

pub(super) fn explain(case: &Case<'_>, area: Option<usize>) -> Explanation {
    let (board, figures) = (case.basis.board, case.basis.figures);
    let alignment = area.map_or(figures.overall(), |number| &figures.areas()[number]).alignment;
    let mut working = Working::default();
    let measures = measures(case, area);
    let mut inputs = Vec::new();
    if area.is_some() {
        in_area(&mut working, &measures);
    } else {
        let estimates = figures.areas().iter().map(|area| area.alignment).collect::<Vec<_>>();
        inputs.push(over_areas_of(case, &mut working, "alignment", &estimates));
    }
    bring_inside(&mut working, &alignment);
    inputs.push(measures);
    let comparison = figures.comparison();
    let group = words::group(board, &comparison.group);
    let baseline = alignment.available.and_then(|_| Baseline::of_group(figures, board, area));
    Explanation {
        inputs,
        steps: working.steps,
        result: Outcome::estimate(&alignment),
        ..Explanation::new(
            Kind::Group,
            area.map(|area| case.area_id(area)),
            format!("{group}, {}", case.area_words(area)),
        )
    }
    .against_chance(baseline)
    .remarked([units(case)])
}

/// Who counts once.
pub(super) fn units(case: &Case<'_>) -> String {
    match case.basis.figures.comparison().units {
        crate::analysis::Units::Decision => {
            "A union and those who inherit its position count once.".to_owned()
        }
        crate::analysis::Units::Members => "Every jurisdiction counts, also those who inherit.".to_owned(),
    }
}

fn measures(case: &Case<'_>, area: Option<usize>) -> Inputs {
    let columns = [
        ("measure", "Measure"),
        ("weight", "Weight"),
        ("at_0", "0"),
        ("at_1", "1"),
        ("at_2", "2"),
        ("at_3", "3"),
        ("at_4", "4"),
        ("unknown", "?"),
        ("steps", "Steps"),
        ("most", "of"),
        ("agreement", "a"),
        ("lo", "Lowest a"),
        ("hi", "Highest a"),
        ("own_weight", "Weight with a"),
        ("weighted", "Weight × a"),
        ("bound_weight", "Weight with bounds"),
        ("weighted_lo", "Weight × lowest"),
        ("weighted_hi", "Weight × highest"),
        ("weighted_known", "Weight × known"),
    ];
    let mut inputs = Inputs::new("measures", "Measures", columns);
    inputs.rows = case.measures(area).map(|measure| row(case, measure)).collect();
    inputs.supposing(case.measures(area).map(|measure| case.supposed_in_group(measure, None)))
}

fn row(case: &Case<'_>, measure: MeasureIndex) -> Vec<Value> {
    let tally = case.basis.figures.tally(measure);
    let weight = case.weight(measure);
    let pairs = (tally.known() >= 2).then(|| (tally.steps() as f64, Tally::most_steps(tally.known()) as f64));
    let bounded = tally.units() >= 2;
    let weighted = |share: Option<f64>| share.map(|share| weight * share);
    let known = f64::from(tally.known()) / f64::from(tally.units().max(1));
    let mut row = vec![Value::from(case.id(measure)), weight.into()];
    row.extend(tally.counts().map(Value::from));
    row.extend([
        tally.unknown().into(),
        pairs.map(|(steps, _)| steps).into(),
        pairs.map(|(_, most)| most).into(),
        tally.agreement().into(),
        tally.agreement_lo().into(),
        tally.agreement_hi().into(),
        pairs.map(|_| weight).into(),
        weighted(tally.agreement()).into(),
        bounded.then_some(weight).into(),
        weighted(tally.agreement_lo()).into(),
        weighted(tally.agreement_hi()).into(),
        bounded.then_some(weight * known).into(),
    ]);
    row
}

fn in_area(working: &mut Working, inputs: &Inputs) {
    let weight = working.sum("weight", "Weight of what has an agreement a", inputs, "own_weight");
    let near = working.sum("weighted", "Weight × a", inputs, "weighted");
    if weight.value() > 0.0 {
        working.step("alignment", "Alignment", &(near / weight));
    }
    let bounded = working.sum("bound_weight", "Weight of what has two units or more", inputs, "bound_weight");
    if bounded.value() <= 0.0 {
        return;
    }
    let mut part = |key, sum_key, column, what: &str| {
        let sum = working.sum(sum_key, format!("{what}, weighted"), inputs, column);
        working.step(key, what, &(sum / bounded.clone()));
    };
    part("coverage", "known", "weighted_known", "Coverage");
    part("lo", "sum_lo", "weighted_lo", "Lowest it could be");
    part("hi", "sum_hi", "weighted_hi", "Highest it could be");
}
