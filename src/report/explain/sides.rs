//! The two sides of an area, and the counts of measures.

use super::case::{Case, share_words};
use super::explanation::{Explanation, Inputs, Outcome, Value, Working};
use super::expression::Expression;
use super::kind::Kind;
use super::mean::{areas, over_areas};
use crate::analysis::AreaFigures;
use crate::report::words;

pub(super) fn explain(case: &Case<'_>, area: Option<usize>) -> Explanation {
    let figures = case.basis.figures;
    let found = figures_of(case, area);
    let poles = case.basis.poles();
    let mut working = Working::default();
    let mut inputs = Vec::new();
    let measures = measures(case, area);
    let what = |pole: usize| format!("{} fuller", poles[pole]);
    if area.is_some() {
        let known = working.sum("known", "Weight of the known gaps", &measures, "known_weight");
        for (pole, (key, steps_key, column)) in [
            ("first_fuller", "first_steps", "first_steps"),
            ("second_fuller", "second_steps", "second_steps"),
        ]
        .into_iter()
        .enumerate()
        {
            let steps = format!("Weighted steps by which {} is fuller", poles[pole]);
            let steps = working.sum(steps_key, steps, &measures, column);
            if known.value() > 0.0 {
                working.step(key, what(pole), &(steps / (Expression::whole(4) * known.clone())));
            }
        }
    } else {
        let [first, second] = [what(0), what(1)];
        let columns = [("first_fuller", first.as_str()), ("second_fuller", second.as_str())];
        let all = areas(case, columns, |number| {
            let area = &figures.areas()[number];
            [area.first_fuller, area.second_fuller]
        });
        over_areas(&mut working, &all, "first_fuller", "first_fuller", &first);
        over_areas(&mut working, &all, "second_fuller", "second_fuller", &second);
        inputs.push(all);
    }
    inputs.push(measures);
    let (first, second) = (share_words(found.first_fuller), share_words(found.second_fuller));
    Explanation {
        inputs,
        steps: working.steps,
        result: Outcome {
            value: Value::Nothing,
            words: format!("{} fuller: {first}; {} fuller: {second}", poles[0], poles[1]),
        },
        yardsticks: vec!["100 % of a side: it stands at 4 on every measure, and the other at 0.".to_owned()],
        ..Explanation::new(
            Kind::Sides,
            area.map(|area| case.area_id(area)),
            format!("{} and {}, {}", poles[0], poles[1], case.area_words(area)),
        )
    }
}

fn figures_of<'a>(case: &Case<'a>, area: Option<usize>) -> &'a AreaFigures {
    let figures = case.basis.figures;
    area.map_or(figures.overall(), |number| &figures.areas()[number])
}

fn measures(case: &Case<'_>, area: Option<usize>) -> Inputs {
    let [first, second] = case.basis.poles();
    let (first, second) = (format!("Weight × steps, {first}"), format!("Weight × steps, {second}"));
    let mut inputs = Inputs::new(
        "measures",
        "Measures",
        [
            ("measure", "Measure"),
            ("known_weight", "Weight"),
            ("gap", "Gap"),
            ("first_steps", first.as_str()),
            ("second_steps", second.as_str()),
        ],
    );
    for measure in case.measures(area) {
        let gap = case.basis.figures.gap(measure);
        let weight = case.weight(measure);
        let steps = |pole: usize| {
            let width = gap.width()?;
            Some(if gap.fuller() == Some(pole) { weight * f64::from(width) } else { 0.0 })
        };
        inputs.rows.push(vec![
            case.id(measure).into(),
            gap.gap.map(|_| weight).into(),
            gap.gap.map_or_else(|| words::band(gap.band).into(), Value::from),
            steps(0).into(),
            steps(1).into(),
        ]);
    }
    inputs.supposing(case.measures(area).map(|measure| case.supposed_between_poles(measure)))
}

/// The counts: every measure under one heading.
pub(super) fn explain_counts(case: &Case<'_>, area: Option<usize>) -> Explanation {
    let poles = case.basis.poles();
    let counts = figures_of(case, area).counts;
    let kinds: [(&'static str, &str); 6] = [
        ("both", "Same level, both have it"),
        ("neither", "Same level, neither has it"),
        ("one", "One step apart"),
        ("two_or_more", "Two or more steps apart"),
        ("open", "Open question"),
        ("not_comparable", "Not comparable"),
    ];
    let columns = [("measure", "Measure"), ("gap", "Gap"), ("same", "Same level")].into_iter().chain(kinds);
    let mut inputs = Inputs::new("measures", "Measures", columns);
    for measure in case.measures(area) {
        let gap = case.basis.figures.gap(measure);
        let own = case.basis.figures.counts_of([measure].into_iter());
        let marks = [own.same, own.both, own.neither, own.one, own.two_or_more, own.open, own.not_comparable];
        let mut row = vec![
            Value::from(case.id(measure)),
            gap.gap.map_or_else(|| words::band(gap.band).into(), Value::from),
        ];
        row.extend(marks.map(Value::from));
        inputs.rows.push(row);
    }
    let inputs = inputs.supposing(case.measures(area).map(|measure| case.supposed_between_poles(measure)));
    let mut working = Working::default();
    let same = working.sum("same", "Same level", &inputs, "same");
    let parts = kinds.map(|(key, what)| working.sum(key, what, &inputs, key));
    let [_, _, one, two_or_more, open, not_comparable] = parts;
    let all = Expression::sum([same, one, two_or_more, open, not_comparable]);
    working.step("measures", "Measures", &all);
    Explanation {
        inputs: vec![inputs],
        steps: working.steps,
        result: Outcome { value: Value::Nothing, words: words::counts_sentence(&counts) },
        ..Explanation::new(
            Kind::Counts,
            area.map(|area| case.area_id(area)),
            format!("{} and {}, {}", poles[0], poles[1], case.area_words(area)),
        )
    }
}
