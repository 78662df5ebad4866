//! The specification read literally: loops over pairs of units in floating point, bounds by trying every answer.

#![expect(clippy::many_single_char_names, reason = "the letters of the formulas")]

use super::model::{Area, Model, Row, Says};
use super::{figures, figures_by_members, same};
use proptest::prelude::*;
use t12::analysis::{Counts, Estimate, Figures};
use t12::scorecard::{Column, MeasureIndex};

/// Whose entry a column uses, and what that says: never `Inherits`.
pub(crate) fn resolve(model: &Model, row: &Row, column: usize) -> (usize, Says) {
    let union = column == 0 && model.member.contains(&true);
    if union && row.members_decide {
        return (column, Says::NotApplicable);
    }
    let mut root = column;
    while let Says::Inherits(from) = row.says[root] {
        root = from;
    }
    (root, row.says[root])
}

fn distance(a: u8, b: u8) -> f64 {
    (f64::from(a) - f64::from(b)).abs()
}

fn weighted_mean(parts: &[(f64, Option<f64>)]) -> Option<f64> {
    let present: Vec<(f64, f64)> = parts.iter().filter_map(|&(w, value)| Some((w, value?))).collect();
    let weight: f64 = present.iter().map(|&(w, _)| w).sum();
    (weight > 0.0).then(|| present.iter().map(|&(w, value)| w * value).sum::<f64>() / weight)
}

/// The levels an answer can have.
fn possible(says: Says) -> Vec<u8> {
    match says {
        Says::Level(level) => vec![level],
        _ => (0..5).collect(),
    }
}

#[derive(Default)]
pub(crate) struct NaivePair {
    pub(crate) alignment: Estimate,
    pub(crate) same_answer: Option<f64>,
    pub(crate) counts: Counts,
}

/// 4.2 in one area.
pub(crate) fn pair_area(model: &Model, area: &Area, a: usize, b: usize, theta: f64) -> NaivePair {
    let mut pair = NaivePair::default();
    let (mut comparable, mut known, mut apart, mut steps, mut least, mut most) =
        (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    for row in &area.rows {
        let w = f64::from(row.weight);
        let ((root_a, says_a), (root_b, says_b)) = (resolve(model, row, a), resolve(model, row, b));
        if says_a == Says::NotApplicable || says_b == Says::NotApplicable {
            pair.counts.not_comparable += 1;
            continue;
        }
        comparable += w;
        if root_a == root_b {
            known += w;
            pair.counts.same += 1;
            match says_a {
                Says::Level(level) if level >= 2 => pair.counts.both += 1,
                Says::Level(_) => pair.counts.neither += 1,
                _ => {}
            }
            continue;
        }
        let distances: Vec<f64> = possible(says_a)
            .iter()
            .flat_map(|&x| possible(says_b).into_iter().map(move |y| distance(x, y)))
            .collect();
        least += w * distances.iter().copied().fold(f64::INFINITY, f64::min);
        most += w * distances.iter().copied().fold(0.0, f64::max);
        let (Says::Level(x), Says::Level(y)) = (says_a, says_b) else {
            pair.counts.open += 1;
            continue;
        };
        known += w;
        steps += w * distance(x, y);
        apart += if x == y { 0.0 } else { w };
        pair.counts.same += u32::from(x == y);
        pair.counts.both += u32::from(x == y && x >= 2);
        pair.counts.neither += u32::from(x == y && x <= 1);
        pair.counts.one += u32::from(x.abs_diff(y) == 1);
        pair.counts.two_or_more += u32::from(x.abs_diff(y) >= 2);
        pair.counts.first_fuller += u32::from(x > y);
        pair.counts.second_fuller += u32::from(y > x);
    }
    if comparable > 0.0 {
        pair.alignment.coverage = Some(known / comparable);
        pair.alignment.lo = Some(1.0 - most / (4.0 * comparable));
        pair.alignment.hi = Some(1.0 - least / (4.0 * comparable));
    }
    if known > 0.0 && known / comparable >= theta - 1e-12 {
        pair.alignment.available = Some(1.0 - steps / (4.0 * known));
        pair.same_answer = Some(1.0 - apart / known);
    }
    pair
}

/// 4.2 over all areas, without the counts.
pub(crate) fn pair(model: &Model, a: usize, b: usize, theta: f64) -> NaivePair {
    let areas: Vec<(f64, NaivePair)> = model
        .areas
        .iter()
        .map(|area| (f64::from(area.weight), pair_area(model, area, a, b, theta)))
        .collect();
    let mean = |part: &dyn Fn(&NaivePair) -> Option<f64>| {
        weighted_mean(&areas.iter().map(|(w, area)| (*w, part(area))).collect::<Vec<_>>())
    };
    NaivePair {
        alignment: Estimate {
            available: mean(&|area| area.alignment.available),
            lo: mean(&|area| area.alignment.lo),
            hi: mean(&|area| area.alignment.hi),
            coverage: mean(&|area| area.alignment.coverage),
        },
        same_answer: mean(&|area| area.same_answer),
        counts: Counts::default(),
    }
}

/// The decision units of the group on a measure: root and answer; with members counted, one for each column.
fn units(model: &Model, row: &Row, members: bool) -> Vec<(usize, usize, Says)> {
    let mut units: Vec<(usize, usize, Says)> = Vec::new();
    for column in model.group() {
        let (root, says) = resolve(model, row, column);
        let name = if members { column } else { root };
        if says != Says::NotApplicable && !units.iter().any(|&(other, ..)| other == name) {
            units.push((name, root, says));
        }
    }
    units
}

fn agreement(levels: &[u8]) -> Option<f64> {
    let n = levels.len();
    let mut sum = 0.0;
    for i in 0..n {
        for j in i + 1..n {
            sum += distance(levels[i], levels[j]);
        }
    }
    (n >= 2).then(|| 1.0 - sum / (4.0 * (n * (n - 1) / 2) as f64))
}

/// a of the known units, and its lowest and highest value over all answers of the unknown roots.
fn measure(model: &Model, row: &Row, members: bool) -> Estimate {
    let units = units(model, row, members);
    let known: Vec<u8> = units
        .iter()
        .filter_map(|&(.., says)| if let Says::Level(x) = says { Some(x) } else { None })
        .collect();
    let mut unknown: Vec<usize> =
        units.iter().filter(|&&(.., says)| says == Says::Unknown).map(|&(_, root, _)| root).collect();
    unknown.dedup();
    unknown.sort_unstable();
    unknown.dedup();
    let completed = (0..5_u32.pow(unknown.len() as u32)).filter_map(|number| {
        let answer = |root: usize| {
            let place = unknown.iter().position(|&other| other == root).unwrap();
            (number / 5_u32.pow(place as u32) % 5) as u8
        };
        let levels: Vec<u8> = units
            .iter()
            .map(|&(_, root, says)| if let Says::Level(x) = says { x } else { answer(root) })
            .collect();
        agreement(&levels)
    });
    let completed: Vec<f64> = completed.collect();
    Estimate {
        available: agreement(&known),
        lo: completed.iter().copied().reduce(f64::min),
        hi: completed.iter().copied().reduce(f64::max),
        coverage: (units.len() >= 2).then(|| known.len() as f64 / units.len() as f64),
    }
}

fn group_area(model: &Model, area: &Area, members: bool) -> Estimate {
    let rows: Vec<(f64, Estimate)> =
        area.rows.iter().map(|row| (f64::from(row.weight), measure(model, row, members))).collect();
    let mean = |part: fn(&Estimate) -> Option<f64>| {
        weighted_mean(&rows.iter().map(|(w, row)| (*w, part(row))).collect::<Vec<_>>())
    };
    Estimate {
        available: mean(|row| row.available),
        lo: mean(|row| row.lo),
        hi: mean(|row| row.hi),
        coverage: mean(|row| row.coverage),
    }
}

/// A column's agreement with the known units other than its own, in one area.
fn column_agreement(model: &Model, area: &Area, column: usize, members: bool) -> Option<f64> {
    let rows = area.rows.iter().map(|row| {
        let (root, says) = resolve(model, row, column);
        let Says::Level(own) = says else { return (0.0, None) };
        let name = if members { column } else { root };
        let others = units(model, row, members).into_iter().filter(|&(other, ..)| other != name);
        let levels: Vec<u8> =
            others.filter_map(|(.., says)| if let Says::Level(x) = says { Some(x) } else { None }).collect();
        let mean = levels.iter().map(|&x| 1.0 - distance(own, x) / 4.0).sum::<f64>() / levels.len() as f64;
        (f64::from(row.weight), (!levels.is_empty()).then_some(mean))
    });
    weighted_mean(&rows.collect::<Vec<_>>())
}

pub(crate) fn same_estimates(a: &Estimate, b: &Estimate) -> bool {
    same(a.available, b.available) && same(a.lo, b.lo) && same(a.hi, b.hi) && same(a.coverage, b.coverage)
}

fn check_pairs(model: &Model, figures: &Figures) -> Result<(), TestCaseError> {
    for a in 0..model.columns() {
        for b in 0..model.columns() {
            let found = figures.pair(Column(a as u16), Column(b as u16));
            for (area, found) in model.areas.iter().zip(&found.areas) {
                let expected = pair_area(model, area, a, b, 0.5);
                prop_assert!(
                    same_estimates(&found.alignment, &expected.alignment),
                    "{a} {b}: {found:?} {:?}",
                    expected.alignment
                );
                prop_assert!(same(found.same_answer, expected.same_answer));
                prop_assert_eq!(found.counts, expected.counts);
            }
            let expected = pair(model, a, b, 0.5);
            prop_assert!(same_estimates(&found.overall.alignment, &expected.alignment));
            prop_assert!(same(found.overall.same_answer, expected.same_answer));
            let alone = figures.alignment(found.first, found.second);
            prop_assert_eq!(alone, found.overall.alignment.available);
        }
    }
    Ok(())
}

fn check_group(model: &Model, figures: &Figures, members: bool) -> Result<(), TestCaseError> {
    let mut index = 0;
    for (area, found) in model.areas.iter().zip(figures.areas()) {
        for row in &area.rows {
            let (tally, expected) = (figures.tally(MeasureIndex(index)), measure(model, row, members));
            prop_assert!(same(tally.agreement(), expected.available));
            prop_assert!(same(tally.agreement_lo(), expected.lo), "{tally:?} {expected:?}");
            prop_assert!(same(tally.agreement_hi(), expected.hi), "{tally:?} {expected:?}");
            index += 1;
        }
        let expected = group_area(model, area, members);
        prop_assert!(same_estimates(&found.alignment, &expected), "{:?} {expected:?}", found.alignment);
        for column in 0..model.columns() {
            let expected = column_agreement(model, area, column, members);
            prop_assert!(same(found.agreement[column], expected), "{column}: {expected:?} {found:?}");
        }
    }
    let areas: Vec<(f64, Option<f64>)> = model
        .areas
        .iter()
        .map(|area| (f64::from(area.weight), group_area(model, area, members).available))
        .collect();
    prop_assert!(same(figures.overall().alignment.available, weighted_mean(&areas)));
    Ok(())
}

proptest! {
    #[test]
    fn pairs_and_groups_are_what_the_specification_says(model in super::model::models(super::model::MIXED)) {
        let board = model.board();
        check_pairs(&model, &figures(&board))?;
        check_group(&model, &figures(&board), false)?;
        check_group(&model, &figures_by_members(&board), true)?;
    }

    #[test]
    fn so_are_those_of_many_weights(model in super::model::many_weights()) {
        let board = model.board();
        check_pairs(&model, &figures(&board))?;
        check_group(&model, &figures(&board), false)?;
    }
}
