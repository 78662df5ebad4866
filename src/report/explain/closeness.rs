//! How close a jurisdiction is to the others of the group, and who is closest to the rest.

use super::case::{CHANCE, Case, share_words};
use super::explanation::{Explanation, Inputs, Outcome, Value, Working};
use super::expression::Expression;
use super::kind::Kind;
use crate::analysis::{Closeness, Nearness};
use crate::report::words;
use crate::scorecard::Column;

pub(super) fn explain(case: &Case<'_>, column: Column) -> Explanation {
    let figures = case.basis.figures;
    let found = figures.closeness();
    let own = found.of_column(column);
    let mean = figures.mean_alignment(column);
    let others = others(case, column);
    let mut group = members(case, &found);
    let mut working = Working::default();
    let sum = working.sum("sum", "Alignments with the others", &others, "alignment");
    let count = figures.compared_with(column).count() as u32;
    let count = working.known("others", "Others with a value", count);
    if mean.is_some() {
        let mean = working.step("mean", "Mean alignment", &(sum / count));
        if own.is_some() {
            modified_z(&mut working, &mut group, mean);
        }
    }
    let code = case.code(column);
    let members = words::group(case.basis.board, &figures.comparison().group);
    Explanation {
        inputs: vec![others, group],
        steps: working.steps,
        result: Outcome { value: mean.into(), words: in_words(mean, own) },
        yardsticks: vec![
            CHANCE.to_owned(),
            "A modified z below -3.5 marks one that stands apart; there is none where half of the group has one mean."
                .to_owned(),
        ],
        ..Explanation::new(
            Kind::Closeness,
            [code.to_owned()],
            format!("{code} and the others of {members}"),
        )
    }
}

fn in_words(mean: Option<f64>, own: Option<&Nearness>) -> String {
    let apart = match own.and_then(|own| own.modified_z.map(|z| (z, own.stands_apart()))) {
        Some((z, true)) => format!("; modified z {z:.1}: it stands apart"),
        Some((z, false)) => format!("; modified z {z:.1}: it does not stand apart"),
        None if own.is_none() => "; not of the group: a reference beside it".to_owned(),
        None => "; no modified z".to_owned(),
    };
    format!("{}{apart}", share_words(mean))
}

/// Every other of the group with the alignment, which is a figure of its own.
fn others(case: &Case<'_>, column: Column) -> Inputs {
    let columns = [("jurisdiction", "Other"), ("alignment", "Alignment")];
    let mut inputs = Inputs::new("others", "The others of the group", columns);
    let figures = case.basis.figures;
    for &other in figures.comparison().group.iter().filter(|&&other| other != column) {
        inputs.rows.push(vec![case.code(other).into(), figures.alignment(column, other).into()]);
    }
    inputs
}

/// The group with the mean of each.
fn members(case: &Case<'_>, found: &Closeness) -> Inputs {
    let columns = [
        ("jurisdiction", "Of the group"),
        ("compared", "Compared with"),
        ("mean", "Mean alignment"),
        ("deviation", "Off the median"),
    ];
    let mut inputs = Inputs::new("group", "The group", columns);
    for nearness in &found.columns {
        inputs.rows.push(vec![
            case.code(nearness.column).into(),
            nearness.compared.into(),
            nearness.mean.into(),
            Value::Nothing,
        ]);
    }
    inputs
}

/// The modified z of a mean, with the deviations it rests on noted in the group.
fn modified_z(working: &mut Working, group: &mut Inputs, mean: Expression) {
    let Some(median) = middle(working, "median", "Median of the means of the group", group, "mean") else {
        return;
    };
    for row in &mut group.rows {
        if let [_, _, mean, deviation] = row.as_mut_slice() {
            *deviation = mean.as_number().map(|mean| (mean - median.value()).abs()).into();
        }
    }
    let what = "Median of how far they are off it, MAD";
    let Some(deviation) = middle(working, "mad", what, group, "deviation") else { return };
    if deviation.value() > 1e-12 {
        let off = working.step("off", "How far this mean is off the median", &(mean - median));
        let z = Expression::of(0.6745) * off / deviation;
        working.step("modified_z", "Modified z", &z);
    }
}

/// The middle of a column: the mean of the two numbers in the middle of it.
fn middle(
    working: &mut Working,
    key: &'static str,
    what: &str,
    inputs: &Inputs,
    column: &str,
) -> Option<Expression> {
    let mut values: Vec<f64> = inputs.column(column).collect();
    values.sort_unstable_by(f64::total_cmp);
    let last = values.len().checked_sub(1)?;
    let [lower, upper] = [values[last / 2], values[values.len() / 2]].map(Expression::of);
    Some(working.step(key, what, &((lower + upper) / Expression::whole(2))))
}

/// Who is closest to the rest.
pub(super) fn explain_closest(case: &Case<'_>) -> Explanation {
    let found = case.basis.figures.closeness();
    let closest: Vec<&str> = found.closest.iter().map(|&column| case.code(column)).collect();
    let mean = found.closest.first().and_then(|&column| found.of_column(column)?.mean);
    let mut group = Inputs::new(
        "group",
        "The group",
        [("jurisdiction", "Of the group"), ("compared", "Compared with"), ("mean", "Mean alignment")],
    );
    for nearness in found.by_mean() {
        let code = Value::from(case.code(nearness.column));
        group.rows.push(vec![code, nearness.compared.into(), nearness.mean.into()]);
    }
    let mut working = Working::default();
    working.finding("highest", "The highest mean alignment", mean);
    working.finding("closest", "Whose that is", closest.join(", "));
    let of = words::group(case.basis.board, &case.basis.figures.comparison().group);
    let words = if closest.is_empty() {
        share_words(None)
    } else {
        format!("{}: mean alignment {}", closest.join(", "), share_words(mean))
    };
    Explanation {
        inputs: vec![group],
        steps: working.steps,
        result: Outcome { value: mean.into(), words },
        yardsticks: vec![CHANCE.to_owned()],
        ..Explanation::new(Kind::Closest, [], of)
    }
}
