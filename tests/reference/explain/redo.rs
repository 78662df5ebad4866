//! Every kind of figure computed anew from the levels and weights its explanation prints, by its formula alone.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{redo_group, redo_order, redo_tree};

/// The rows of a table of inputs.
pub(super) fn rows<'j>(told: &'j Value, table: &str) -> &'j [Value] {
    told["inputs"][table].as_array().map_or(&[][..], Vec::as_slice)
}

pub(super) fn number(row: &Value, key: &str) -> Option<f64> {
    row[key].as_f64()
}

/// What the explanation must have come to: the result, or the values of steps where there are several.
pub(super) fn redo(told: &Value) -> Vec<(&'static str, Option<f64>)> {
    match told["figure"].as_str().unwrap() {
        "gap" => vec![("result", gap(told))],
        "share" => share(told),
        "sides" => sides(told),
        "counts" => counts(told),
        "pair" => pair(told),
        "stress" => stress(told),
        "instruments" => instruments(told),
        "group" => group(told),
        "spread" => spread(told),
        "middle" => middle(told),
        "agreement" => agreement(told),
        "weight" => vec![("result", weight(told))],
        "move" => redo_group::gain(told),
        "without" => redo_group::without(told),
        "bridge" => redo_group::bridge(told),
        "closeness" => redo_group::closeness_of_one(told),
        "closest" => vec![("result", redo_group::closest(told))],
        "robustness" => redo_order::robustness(told),
        "join" => vec![("result", redo_tree::join(told))],
        "tree" => vec![("result", redo_tree::correlation(told))],
        "silhouette" => vec![("result", redo_tree::silhouette(told))],
        other => panic!("{other} is not redone"),
    }
}

fn gap(told: &Value) -> Option<f64> {
    let [first, second] = rows(told, "poles") else { panic!("two poles") };
    let (Some(lo), Some(hi)) = (number(first, "lo"), number(first, "hi")) else {
        // One position that both show is no gap, whatever its level.
        return told["result"]["value"].as_f64().filter(|&gap| gap == 0.0);
    };
    let (other_lo, other_hi) = (number(second, "lo")?, number(second, "hi")?);
    Some((other_lo - hi).max(0.0) - (lo - other_hi).max(0.0))
}

fn weighed(row: &Value) -> f64 {
    number(row, "weight").unwrap() * number(row, "area_weight").unwrap()
}

fn share(told: &Value) -> Vec<(&'static str, Option<f64>)> {
    let asked = told["of"][0].as_str().unwrap();
    let width = |row: &Value| number(row, "gap").unwrap().abs();
    let gaps = rows(told, "gaps");
    let Some(own) = gaps.iter().find(|row| row["measure"] == asked) else { return vec![("result", None)] };
    let all: f64 = gaps.iter().map(|row| weighed(row) * width(row)).sum();
    let key = |row: &Value| (width(row), (weighed(row) * 1e6).round());
    let before = gaps.iter().filter(|row| key(row) > key(own)).count();
    let share = (all > 0.0).then(|| weighed(own) * width(own) / all);
    vec![("result", share), ("rank", Some(1.0 + before as f64))]
}

/// The areas with their weights, where the figure is one over areas, and the rows of measures that lie in each.
fn by_area(told: &Value) -> Vec<(f64, Vec<&Value>)> {
    let mut measures: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for row in rows(told, "measures") {
        let (area, _) = row["measure"].as_str().unwrap().split_once('/').unwrap();
        measures.entry(area).or_default().push(row);
    }
    let weights: BTreeMap<&str, f64> = rows(told, "areas")
        .iter()
        .map(|row| (row["area"].as_str().unwrap(), number(row, "weight").unwrap()))
        .collect();
    measures.into_iter().map(|(area, rows)| (weights.get(area).copied().unwrap_or(1.0), rows)).collect()
}

/// A figure of one area, or the mean over areas by their weights.
pub(super) fn over_areas(told: &Value, over: bool, figure: impl Fn(&[&Value]) -> Option<f64>) -> Option<f64> {
    let areas = by_area(told);
    if !over {
        return areas.first().and_then(|(_, rows)| figure(rows));
    }
    let values: Vec<(f64, f64)> =
        areas.iter().filter_map(|(weight, rows)| Some((*weight, figure(rows)?))).collect();
    let all: f64 = values.iter().map(|(weight, _)| weight).sum();
    (all > 0.0).then(|| values.iter().map(|(weight, value)| weight * value).sum::<f64>() / all)
}

pub(super) fn part(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

fn sides(told: &Value) -> Vec<(&'static str, Option<f64>)> {
    let over = told["of"].as_array().unwrap().is_empty();
    let side = |sign: f64| {
        over_areas(told, over, |rows| {
            let known: Vec<(f64, f64)> = rows
                .iter()
                .filter_map(|row| Some((number(row, "known_weight")?, number(row, "gap")?)))
                .collect();
            let steps: f64 = known.iter().map(|(weight, gap)| weight * (gap * sign).max(0.0)).sum();
            part(steps, 4.0 * known.iter().map(|(weight, _)| weight).sum::<f64>())
        })
    };
    vec![("first_fuller", side(-1.0)), ("second_fuller", side(1.0))]
}

fn counts(told: &Value) -> Vec<(&'static str, Option<f64>)> {
    let measures = rows(told, "measures");
    let count = |holds: &dyn Fn(f64) -> bool| {
        Some(measures.iter().filter(|row| number(row, "gap").is_some_and(holds)).count() as f64)
    };
    vec![
        ("same", count(&|gap| gap == 0.0)),
        ("one", count(&|gap| gap.abs() == 1.0)),
        ("two_or_more", count(&|gap| gap.abs() >= 2.0)),
        ("measures", Some(measures.len() as f64)),
    ]
}

/// Weights of comparable and known, weighted steps, and what could come to them.
struct PairSums {
    comparable: f64,
    known: f64,
    steps: f64,
    open: f64,
}

impl PairSums {
    fn of(rows: &[&Value]) -> Self {
        let mut sums = Self { comparable: 0.0, known: 0.0, steps: 0.0, open: 0.0 };
        for row in rows {
            let Some(weight) = number(row, "comparable_weight") else { continue };
            sums.comparable += weight;
            let levels = [number(row, "first"), number(row, "second")];
            if let Some(known) = number(row, "known_weight") {
                assert_eq!(known, weight);
                sums.known += weight;
                // Both of one unknown position: no step between them.
                sums.steps +=
                    weight * levels[0].zip(levels[1]).map_or(0.0, |(first, second)| (first - second).abs());
            } else {
                sums.open += weight * levels[0].or(levels[1]).map_or(4.0, |level| level.max(4.0 - level));
            }
        }
        sums
    }

    fn available(&self) -> Option<f64> {
        let enough = self.known * 1000.0 >= self.comparable * 500.0;
        part(4.0 * self.known - self.steps, 4.0 * self.known).filter(|_| enough)
    }
}

fn pair(told: &Value) -> Vec<(&'static str, Option<f64>)> {
    let over = told["of"].as_array().unwrap().len() < 3;
    let mean = |figure: &dyn Fn(&PairSums) -> Option<f64>| {
        over_areas(told, over, |rows| figure(&PairSums::of(rows)))
    };
    let available = mean(&PairSums::available);
    let lo = mean(&|it| part(4.0 * it.comparable - it.steps - it.open, 4.0 * it.comparable));
    let hi = mean(&|it| part(4.0 * it.comparable - it.steps, 4.0 * it.comparable));
    let coverage = mean(&|it| part(it.known, it.comparable));
    let shown = available.map(|value| value.max(lo.unwrap()).min(hi.unwrap()));
    vec![
        ("result", shown),
        ("available_case", available),
        ("lo", lo),
        ("hi", hi),
        ("coverage", coverage),
        ("s", available.map(|value| 2.0 * value - 1.0)),
    ]
}

fn stress(told: &Value) -> Vec<(&'static str, Option<f64>)> {
    let over = told["of"].as_array().unwrap().len() < 3;
    let ends = |row: &Value, key: &str| {
        let (lo, hi) = row[key].as_str()?.split_once(" to ")?;
        Some([lo.parse::<f64>().unwrap(), hi.parse().unwrap()])
    };
    let end = |most: bool| {
        over_areas(told, over, |rows| {
            let (sums, mut steps) = (PairSums::of_known(rows), 0.0);
            for row in rows {
                let Some(weight) = number(row, "known_weight") else { continue };
                let steps_here = match (ends(row, "first_could_be"), ends(row, "second_could_be")) {
                    _ if number(row, "most") == Some(0.0) => 0.0,
                    (Some([lo, hi]), Some([other_lo, other_hi])) if most => {
                        (hi - other_lo).max(other_hi - lo)
                    }
                    (Some([lo, hi]), Some([other_lo, other_hi])) => {
                        (lo - other_hi).max(other_lo - hi).max(0.0)
                    }
                    _ => 0.0,
                };
                steps += weight * steps_here;
            }
            let enough = sums.known * 1000.0 >= sums.comparable * 500.0;
            part(4.0 * sums.known - steps, 4.0 * sums.known).filter(|_| enough)
        })
    };
    vec![("lowest", end(true)), ("highest", end(false))]
}

impl PairSums {
    /// The weights alone.
    fn of_known(rows: &[&Value]) -> Self {
        let sum = |key| rows.iter().filter_map(|row| number(row, key)).sum();
        Self { comparable: sum("comparable_weight"), known: sum("known_weight"), steps: 0.0, open: 0.0 }
    }
}

fn instruments(told: &Value) -> Vec<(&'static str, Option<f64>)> {
    let sum = |key| rows(told, "measures").iter().filter_map(|row| number(row, key)).sum::<f64>();
    for row in rows(told, "measures") {
        let both = number(row, "common") == Some(1.0);
        assert_eq!(number(row, "same") == Some(1.0), both && row["first"] == row["second"]);
    }
    vec![("result", part(sum("same"), sum("common"))), ("common", Some(sum("common")))]
}

/// The levels of units, one by one.
pub(super) fn units(row: &Value, keys: [&str; 5]) -> Vec<f64> {
    let at = |(level, key): (i32, &str)| vec![f64::from(level); number(row, key).unwrap_or(0.0) as usize];
    (0..5).zip(keys).flat_map(at).collect()
}

/// 1 minus the mean distance of all pairs over 4.
pub(super) fn closeness(levels: &[f64]) -> Option<f64> {
    let (mut steps, mut pairs) = (0.0, 0.0);
    for (place, level) in levels.iter().enumerate() {
        for other in &levels[..place] {
            steps += (level - other).abs();
            pairs += 4.0;
        }
    }
    part(pairs - steps, pairs)
}

pub(super) const AT: [&str; 5] = ["at_0", "at_1", "at_2", "at_3", "at_4"];

fn group(told: &Value) -> Vec<(&'static str, Option<f64>)> {
    let over = told["of"].as_array().unwrap().is_empty();
    let mean = |value: &dyn Fn(&Value) -> Option<f64>| {
        over_areas(told, over, |rows| {
            let values: Vec<(f64, f64)> =
                rows.iter().filter_map(|row| Some((number(row, "weight")?, value(row)?))).collect();
            part(
                values.iter().map(|(weight, value)| weight * value).sum(),
                values.iter().map(|(weight, _)| weight).sum(),
            )
        })
    };
    let unknown = |row: &Value| number(row, "unknown").unwrap();
    let known = |row: &Value| units(row, AT).len() as f64;
    let available = mean(&|row| closeness(&units(row, AT)));
    let coverage =
        mean(&|row| (known(row) + unknown(row) >= 2.0).then(|| known(row) / (known(row) + unknown(row))));
    let lo = mean(&|row| number(row, "lo"));
    let hi = mean(&|row| {
        let mut levels = units(row, AT);
        let middle = levels.get(levels.len().saturating_sub(1) / 2).copied().unwrap_or(0.0);
        levels.extend(std::iter::repeat_n(middle, unknown(row) as usize));
        closeness(&levels)
    });
    let shown = available.map(|value| value.max(lo.unwrap()).min(hi.unwrap()));
    vec![("result", shown), ("coverage", coverage), ("lo", lo), ("hi", hi)]
}

const OTHERS: [&str; 5] = ["others_at_0", "others_at_1", "others_at_2", "others_at_3", "others_at_4"];

fn agreement(told: &Value) -> Vec<(&'static str, Option<f64>)> {
    let over = told["of"][1].as_str();
    // On one measure nothing is weighed.
    let is_weighed = !over.is_some_and(|name| name.contains('/'));
    let figure = |rows: &[&Value]| {
        let (mut near, mut all) = (0.0, 0.0);
        for row in rows {
            let (Some(level), others) = (number(row, "level"), units(row, OTHERS)) else { continue };
            let steps: f64 = others.iter().map(|other| (other - level).abs()).sum();
            let Some(far) = part(steps, 4.0 * others.len() as f64) else { continue };
            let weight = if is_weighed { number(row, "weight").unwrap() } else { 1.0 };
            near += weight * (1.0 - far);
            all += weight;
        }
        part(near, all)
    };
    vec![("result", over_areas(told, over.is_none(), figure))]
}

fn levels_of(told: &Value, table: &str) -> Vec<f64> {
    let by_level = rows(told, table).iter().filter(|row| row["level"].is_number());
    by_level
        .flat_map(|row| vec![number(row, "level").unwrap(); number(row, "units").unwrap() as usize])
        .collect()
}

fn spread(told: &Value) -> Vec<(&'static str, Option<f64>)> {
    let levels = levels_of(told, "levels");
    let mut counts = [0_u32; 5];
    for &level in &levels {
        counts[level as usize] += 1;
    }
    let n = levels.len() as f64;
    let split = 4.0 * (n * n / 4.0).floor();
    let steps: f64 = closeness(&levels).map_or(0.0, |near| (1.0 - near) * 2.0 * n * (n - 1.0));
    vec![
        ("result", closeness(&levels)),
        ("dispersion", part(steps, split).filter(|_| n >= 2.0)),
        ("van_der_eijk", t12::analysis::van_der_eijk(&counts)),
        ("consensus", t12::analysis::consensus(&counts)),
    ]
}

fn middle(told: &Value) -> Vec<(&'static str, Option<f64>)> {
    let levels = levels_of(told, "costs");
    let cost = |to: f64| Some(levels.iter().map(|level| (level - to).abs()).sum());
    let last = levels.len().saturating_sub(1);
    vec![
        ("result", levels.get(last / 2).copied()),
        ("upper", levels.get(levels.len() / 2).copied()),
        ("cost_0", cost(0.0)),
        ("cost_1", cost(1.0)),
        ("cost_2", cost(2.0)),
        ("cost_3", cost(3.0)),
        ("cost_4", cost(4.0)),
    ]
}

fn weight(told: &Value) -> Option<f64> {
    let (area, _) = told["of"][0].as_str().unwrap().split_once('/').unwrap();
    let own = rows(told, "measures").iter().find(|row| row["measure"] == told["of"][0]).unwrap();
    let own_area = rows(told, "areas").iter().find(|row| row["area"] == area).unwrap();
    let sum = |table| rows(told, table).iter().filter_map(|row| number(row, "weight")).sum::<f64>();
    part(number(own_area, "weight").unwrap(), sum("areas"))
        .zip(part(number(own, "weight").unwrap(), sum("measures")))
        .map(|(area, own)| area * own)
}
