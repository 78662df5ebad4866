//! The mean over areas, which many figures end with.

use super::case::Case;
use super::explanation::{Inputs, Value, Working};
use super::expression::Expression;

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
