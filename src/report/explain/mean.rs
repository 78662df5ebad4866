//! The mean over areas, which many figures end with.

use super::case::Case;
use super::explanation::{Inputs, Value, Working};
use super::expression::Expression;
use crate::analysis::Estimate;

/// The areas with a figure of each: `keys` and `headings` name its columns, `values` gives them by area.
pub(super) fn areas<const N: usize>(
    case: &Case<'_>,
    columns: [(&'static str, &str); N],
    values: impl Fn(usize) -> [Option<f64>; N],
) -> Inputs {
    let all = [("area", "Area"), ("weight", "Weight")].into_iter().chain(columns);
    let mut inputs = Inputs::new("areas", "Areas", all);
    for (number, area) in case.basis.board.areas.iter().enumerate() {
        let mut row = vec![Value::from(area.id.to_string()), Value::from(case.area_weight(number))];
        row.extend(values(number).map(Value::from));
        inputs.rows.push(row);
    }
    inputs
}

/// The mean of a column of the areas by their weights, over the areas that have it; nothing where none has.
pub(super) fn over_areas(
    working: &mut Working,
    inputs: &Inputs,
    column: &'static str,
    key: &'static str,
    what: impl Into<String>,
) -> Option<Expression> {
    let place = inputs.columns.iter().position(|(name, _)| *name == column)?;
    let pairs: Vec<(f64, f64)> = inputs
        .rows
        .iter()
        .filter_map(|row| Some((row.get(1)?.as_number()?, row.get(place)?.as_number()?)))
        .collect();
    let all = Expression::sum(pairs.iter().map(|&(weight, _)| Expression::of(weight)));
    if all.value() <= 0.0 {
        return None;
    }
    let parts = pairs.iter().map(|&(weight, value)| Expression::of(weight) * Expression::of(value));
    Some(working.step(key, what, &(Expression::sum(parts) / all)))
}

/// The means of an estimate over the areas, which are given in order: coverage, value and bounds. `key` names the value.
pub(super) fn over_areas_of(
    case: &Case<'_>,
    working: &mut Working,
    key: &'static str,
    estimates: &[Estimate],
) -> Inputs {
    let columns = [("coverage", "Coverage"), (key, "Alignment"), ("lo", "Lowest"), ("hi", "Highest")];
    let inputs = areas(case, columns, |number| {
        let Estimate { available, lo, hi, coverage } = estimates[number];
        [coverage, available, lo, hi]
    });
    let mut mean = |column, what: &str| over_areas(working, &inputs, column, column, what);
    mean("coverage", "Coverage, the mean by weight");
    mean(key, "Alignment, the mean by weight over the areas that have one");
    mean("lo", "Lowest it could be");
    mean("hi", "Highest it could be");
    inputs
}

/// The value of an estimate as it is shown: inside its bounds.
pub(super) fn bring_inside(working: &mut Working, estimate: &Estimate) {
    if let (Some(available), Some(lo), Some(hi)) = (estimate.available, estimate.lo, estimate.hi) {
        let n = Expression::of;
        working.step("shown", "Shown, brought inside its bounds", &n(available).max(n(lo)).min(n(hi)));
    }
}
