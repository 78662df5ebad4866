//! Moves, and everyone's place in the group, computed anew from what their explanations print.

use serde_json::Value;

use super::redo::{AT, closeness, number, over_areas, part, rows, units};

/// The value of a step.
fn step(told: &Value, name: &str) -> Option<f64> {
    let steps = told["steps"].as_array().unwrap();
    steps.iter().find(|step| step["step"] == name).and_then(|step| step["value"].as_f64())
}

fn sum(told: &Value, table: &str, column: &str) -> f64 {
    rows(told, table).iter().filter_map(|row| number(row, column)).sum()
}

/// The gain by its formula, which is the difference of the figure too.
pub(super) fn gain(told: &Value) -> Vec<(&'static str, Option<f64>)> {
    let to: f64 = told["of"][1].as_str().unwrap().parse().unwrap();
    let of_group = told["of"].as_array().unwrap().len() == 2;
    let has_none = told["result"]["value"].is_null();
    assert_eq!(has_none, told["steps"].as_array().unwrap().is_empty());
    let gain = match (has_none, of_group) {
        (true, _) => None,
        (false, true) => Some(gain_of_group(told, to)),
        (false, false) => Some(gain_of_pairs(told, to)),
    };
    vec![("result", gain), ("gain", gain), ("difference", gain)]
}

fn gain_of_group(told: &Value, to: f64) -> f64 {
    let levels = rows(told, "levels");
    // No steps lie between the level that moves and itself.
    let from = levels.iter().position(|row| number(row, "before") == Some(0.0)).unwrap() as f64;
    let (mut others, mut closer) = (0.0, 0.0);
    for (level, row) in (0..).map(f64::from).zip(levels) {
        let units = number(row, "others").unwrap();
        others += units;
        closer += units * ((from - level).abs() - (to - level).abs());
    }
    let moving = step(told, "moving").unwrap();
    let n = others + moving;
    let own = |table: &str, key: &str, name: &str| {
        let own = rows(told, table).iter().find(|row| row[key] == name).unwrap();
        number(own, "weight").unwrap() / sum(told, table, "own_weight")
    };
    let (cell, _) = told["of"][0].as_str().unwrap().rsplit_once('/').unwrap();
    let (area, _) = cell.split_once('/').unwrap();
    moving * closer / (2.0 * n * (n - 1.0)) * own("measures", "measure", cell) * own("areas", "area", area)
}

fn gain_of_pairs(told: &Value, to: f64) -> f64 {
    let [weight, area] = ["weight", "area_weight"].map(|name| step(told, name).unwrap());
    let gains = rows(told, "pairs").iter().map(|row| {
        let [level, before, known, areas] =
            ["level", "before", "known_weight", "area_weights"].map(|key| number(row, key).unwrap());
        (before - (to - level).abs()) / 4.0 * weight / known * area / areas
    });
    gains.sum::<f64>() / step(told, "mean_of").unwrap_or(1.0)
}

const LEFT: [&str; 5] = ["left_at_0", "left_at_1", "left_at_2", "left_at_3", "left_at_4"];

pub(super) fn without(told: &Value) -> Vec<(&'static str, Option<f64>)> {
    let alignment = |at: [&str; 5]| {
        over_areas(told, true, |rows| {
            let agreements = rows.iter().filter_map(|row| Some((row, closeness(&units(row, at))?)));
            let (near, all) = agreements.fold((0.0, 0.0), |(near, all), (row, agreement)| {
                let weight = number(row, "weight").unwrap();
                (near + weight * agreement, all + weight)
            });
            part(near, all)
        })
    };
    let (with, without) = (alignment(AT), alignment(LEFT));
    for row in rows(told, "measures") {
        let lost = units(row, AT).len() - units(row, LEFT).len();
        assert!(lost == 0 || lost == 1 && units(row, AT).contains(&number(row, "level").unwrap()));
    }
    let difference = with.zip(without).map(|(with, without)| without - with);
    vec![("result", difference), ("with", with), ("without", without)]
}

pub(super) fn bridge(told: &Value) -> Vec<(&'static str, Option<f64>)> {
    let [to_first, to_second, poles] = rows(told, "pairs") else { return vec![("result", None)] };
    let [to_first, to_second, poles] =
        [to_first, to_second, poles].map(|row| number(row, "alignment").unwrap());
    let (mut longer, mut known) = (0.0, 0.0);
    for row in rows(told, "measures") {
        let Some(weight) = number(row, "known_weight") else { continue };
        let steps = |key| number(row, key).unwrap();
        let levels = ["first", "between", "second"].map(|key| number(row, key));
        if let [Some(first), Some(between), Some(second)] = levels {
            assert_eq!(steps("to_first"), (between - first).abs());
            assert_eq!(steps("to_second"), (between - second).abs());
            assert_eq!(steps("apart"), (first - second).abs());
        }
        longer += weight * (steps("to_first") + steps("to_second") - steps("apart"));
        known += weight;
    }
    vec![("result", Some(to_first.min(to_second) - poles)), ("detour", part(longer, 4.0 * known))]
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    f64::midpoint(values[(values.len() - 1) / 2], values[values.len() / 2])
}

pub(super) fn closeness_of_one(told: &Value) -> Vec<(&'static str, Option<f64>)> {
    let alignments: Vec<f64> =
        rows(told, "others").iter().filter_map(|row| number(row, "alignment")).collect();
    let mean = mean(&alignments);
    let means: Vec<f64> = rows(told, "group").iter().filter_map(|row| number(row, "mean")).collect();
    let is_of_group = rows(told, "group").iter().any(|row| row["jurisdiction"] == told["of"][0]);
    let z = mean.filter(|_| is_of_group).and_then(|mean| {
        let middle = median(means.clone());
        let deviation = median(means.iter().map(|mean| (mean - middle).abs()).collect());
        (deviation > 1e-12).then(|| 0.6745 * (mean - middle) / deviation)
    });
    // A small deviation magnifies what ten decimals leave out.
    let printed = step(told, "modified_z");
    assert_eq!(printed.is_some(), z.is_some());
    assert!(printed.zip(z).is_none_or(|(printed, z)| (printed - z).abs() < 1e-6 * z.abs().max(1.0)));
    vec![("result", mean)]
}

pub(super) fn closest(told: &Value) -> Option<f64> {
    let mean = |row: &Value| number(row, "mean");
    let highest = rows(told, "group").iter().filter_map(mean).reduce(f64::max)?;
    let words = told["result"]["words"].as_str().unwrap();
    let (named, _) = words.split_once(": ").unwrap();
    let mut named: Vec<&str> = named.split(", ").collect();
    let mut closest: Vec<&str> = rows(told, "group")
        .iter()
        .filter(|row| mean(row).is_some_and(|mean| highest - mean <= 1e-12))
        .map(|row| row["jurisdiction"].as_str().unwrap())
        .collect();
    named.sort_unstable();
    closest.sort_unstable();
    assert_eq!(named, closest);
    Some(highest)
}
