//! The effective weight of a measure.

use super::case::{Case, share_words};
use super::explanation::{Explanation, Inputs, Outcome, Value, Working};
use super::expression::Expression;
use super::kind::Kind;
use crate::report::words;
use crate::scorecard::MeasureIndex;

pub(super) fn explain(case: &Case<'_>, measure: MeasureIndex) -> Explanation {
    let (board, figures) = (case.basis.board, case.basis.figures);
    let own_area = board.measure(measure).area;
    let mut areas = Inputs::new("areas", "Areas", [("area", "Area"), ("weight", "Weight")]);
    for (number, area) in board.areas.iter().enumerate() {
        areas.rows.push(vec![Value::from(area.id.to_string()), case.area_weight(number).into()]);
    }
    let columns = [("measure", "Measure"), ("weight", "Weight")];
    let mut measures = Inputs::new("measures", "Measures of its area", columns);
    for measure in board.areas[own_area].measures() {
        measures.rows.push(vec![case.id(measure).into(), case.weight(measure).into()]);
    }
    let mut working = Working::default();
    let all_areas = working.sum("areas", "Weight of all areas", &areas, "weight");
    let in_area = working.sum("area", "Weight of all measures of its area", &measures, "weight");
    let value = figures.grid().weights().effective(measure);
    if value.is_some() {
        let [area, own] = [case.area_weight(own_area), case.weight(measure)].map(Expression::of);
        working.step("effective", "Effective weight", &(area / all_areas * (own / in_area)));
    }
    let note = board.text(board.measure(measure).weight_note);
    let note = if note.is_empty() { String::new() } else { format!("Why it weighs that much: {note}") };
    let weights = format!("The weights are: {}.", words::weights(&figures.comparison().weights));
    Explanation {
        inputs: vec![areas, measures],
        steps: working.steps,
        result: Outcome { value: value.into(), words: format!("{} of all weight", share_words(value)) },
        ..Explanation::new(Kind::Weight, [case.id(measure)], case.measure_words(measure).to_owned())
    }
    .remarked([weights, note])
}
