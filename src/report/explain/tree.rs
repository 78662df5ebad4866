//! The tree of who stands with whom: where two meet in it, and how faithful it is.

use super::case::Case;
use super::explanation::{Explanation, Inputs, Outcome, Value, Working};
use super::expression::Expression;
use super::kind::Kind;
use crate::analysis::{Branch, Merge, Structure};
use crate::report::words;
use crate::scorecard::Column;

/// Where two meet in the tree.
pub(super) fn explain_join(case: &Case<'_>, pair: [Column; 2]) -> Explanation {
    let pairs = case.pairs();
    let structure = pairs.structure();
    let found = join(structure, pair);
    let mut working = Working::default();
    let mut inputs = Vec::new();
    if let Some(merge) = &found {
        let branches = merge.branches.map(|branch| structure.tree().below(branch));
        let across = across(case, structure, &branches);
        let sum = working.sum("sum", "Distances between the two branches", &across, "distance");
        let [first, second] = branches.each_ref().map(|things| Expression::count(things.len()));
        let count = working.step("pairs", "Pairs between them", &(first * second));
        let height = working.step("height", "Height, the mean distance", &(sum / count));
        working.step("alignment", "Mean alignment between them", &(Expression::whole(1) - height));
        inputs.extend([across, merges(case, structure)]);
    }
    let [one, other] = pair.map(|column| case.code(column));
    let words = found.map_or_else(
        || format!("no value: {}", left_out(case, structure, &pair)),
        |merge| {
            let [first, second] = merge.branches.map(|branch| codes(case, structure, branch));
            let alignment = words::share(1.0 - merge.height);
            format!("{}: {first} with {second}, mean alignment {alignment}", words::hundredths(merge.height))
        },
    );
    Explanation {
        inputs,
        steps: working.steps,
        result: Outcome { value: found.map(|merge| merge.height).into(), words },
        yardsticks: vec![
            "0: all at the same levels. Rows of random levels agree to about 60 % and would meet at about 0.4."
                .to_owned(),
        ],
        ..Explanation::new(Kind::Join, [one, other].map(str::to_owned), format!("{one} and {other}"))
    }
    .remarked([missing(case, structure), case.narrowed()])
}

/// The merge that brings two together; nothing where one is not in the tree.
fn join(structure: &Structure, pair: [Column; 2]) -> Option<Merge> {
    let place = |column: Column| structure.columns().iter().position(|&other| other == column);
    let [one, other] = [place(pair[0])?, place(pair[1])?];
    let tree = structure.tree();
    let meets = |merge: &&Merge| {
        let [first, second] = merge.branches.map(|branch| tree.below(branch));
        (first.contains(&one) && second.contains(&other)) || (first.contains(&other) && second.contains(&one))
    };
    tree.merges().iter().find(meets).copied()
}

fn codes(case: &Case<'_>, structure: &Structure, branch: Branch) -> String {
    let things = structure.tree().below(branch).into_iter();
    things.map(|thing| case.code(structure.columns()[thing])).collect::<Vec<_>>().join(" ")
}

/// Why a jurisdiction is not in the tree.
pub(super) fn left_out(case: &Case<'_>, structure: &Structure, asked: &[Column]) -> String {
    let out = asked.iter().filter(|column| !structure.columns().contains(column));
    let out: Vec<&str> = out.map(|&column| case.code(column)).collect();
    format!("not in the tree, which needs a value for every pair: {}", out.join(", "))
}

/// Who is not in the tree, where anyone is not.
pub(super) fn missing(case: &Case<'_>, structure: &Structure) -> String {
    words::missing_sentence(case.basis.board, structure)
}

/// Every pair between two branches.
fn across(case: &Case<'_>, structure: &Structure, [first, second]: &[Vec<usize>; 2]) -> Inputs {
    let columns = [
        ("first", "One"),
        ("second", "Other"),
        ("alignment", "Alignment"),
        ("distance", "Distance, 1 - alignment"),
    ];
    let mut inputs = Inputs::new("pairs", "The pairs between the two branches", columns);
    for &one in first {
        for &other in second {
            let distance = structure.distances().between(one, other);
            let [one, other] = [one, other].map(|thing| Value::from(case.code(structure.columns()[thing])));
            inputs.rows.push(vec![one, other, (1.0 - distance).into(), distance.into()]);
        }
    }
    inputs
}

/// The steps by which the tree was made, the lowest first.
fn merges(case: &Case<'_>, structure: &Structure) -> Inputs {
    let columns = [("step", "Step"), ("first", "Joins"), ("second", "With"), ("height", "Height")];
    let mut inputs = Inputs::new("merges", "The tree", columns);
    for (number, merge) in (1_u32..).zip(structure.tree().merges()) {
        let [first, second] = merge.branches.map(|branch| Value::from(codes(case, structure, branch)));
        inputs.rows.push(vec![number.into(), first, second, merge.height.into()]);
    }
    inputs
}

/// How faithful the tree is to the distances.
pub(super) fn explain_cophenetic(case: &Case<'_>) -> Explanation {
    let pairs = case.pairs();
    let structure = pairs.structure();
    let found = structure.cophenetic_correlation();
    let mut working = Working::default();
    let inputs = correlated(case, structure, &mut working, found.is_some());
    let words = found.map_or_else(
        || "no value: the distances do not vary".to_owned(),
        |found| format!("{} over {}", words::hundredths(found), words::plural(inputs.rows.len(), "pair")),
    );
    Explanation {
        inputs: vec![inputs, merges(case, structure)],
        steps: working.steps,
        result: Outcome { value: found.into(), words },
        yardsticks: vec![
            "1: the tree shows every distance as it is. The lower, the more of them it bends; 0: it shows nothing of \
             them."
                .to_owned(),
        ],
        ..Explanation::new(
            Kind::Tree,
            [],
            words::plural(structure.columns().len(), "jurisdiction"),
        )
    }
    .remarked([missing(case, structure), case.narrowed()])
}

/// The columns of [`correlated`] that are computed from the means.
const OFF: [(&str, &str); 5] = [
    ("off_distance", "Distance off its mean"),
    ("off_height", "Height off its mean"),
    ("product", "Product of both"),
    ("distance_square", "Square of the first"),
    ("height_square", "of the second"),
];

/// Every pair with its distance and its height in the tree, and their correlation where they vary.
fn correlated(case: &Case<'_>, structure: &Structure, working: &mut Working, varies: bool) -> Inputs {
    let heading =
        [("first", "One"), ("second", "Other"), ("distance", "Distance"), ("height", "Height they meet at")];
    let mut inputs = Inputs::new("pairs", "Pairs", heading.into_iter().chain(OFF));
    let (distances, heights) = (structure.distances(), structure.tree().cophenetic());
    for (one, other) in distances.pairs() {
        let codes = [one, other].map(|thing| Value::from(case.code(structure.columns()[thing])));
        let mut row: Vec<Value> = codes.into();
        row.extend([distances.between(one, other), heights.between(one, other)].map(Value::from));
        row.extend(OFF.map(|_| Value::Nothing));
        inputs.rows.push(row);
    }
    if !varies {
        return inputs;
    }
    let count = Expression::count(inputs.rows.len());
    let mut mean = |sum_key, key, column, what: &str| {
        let sum = working.sum(sum_key, format!("{what}, all together"), &inputs, column);
        working.step(key, format!("{what}, the mean"), &(sum / count.clone()))
    };
    let distance = mean("distances", "mean_distance", "distance", "Distances").value();
    let height = mean("heights", "mean_height", "height", "Heights").value();
    for row in &mut inputs.rows {
        let (own, off) = row.split_at_mut(4);
        let [distance, height] =
            [own[2].as_number().map(|own| own - distance), own[3].as_number().map(|own| own - height)];
        if let (Some(distance), Some(height)) = (distance, height) {
            let values = [distance, height, distance * height, distance * distance, height * height];
            off.iter_mut().zip(values).for_each(|(cell, value)| *cell = value.into());
        }
    }
    let product = working.sum("product", "Products", &inputs, "product");
    let [distances, heights] =
        [("distance_square", "Squares of the first"), ("height_square", "of the second")]
            .map(|(key, what)| working.sum(key, what, &inputs, key));
    working.step("correlation", "Correlation", &(product / (distances * heights).sqrt()));
    inputs
}
