//! Who stands apart, who is closest to the rest, who stands between the poles, and the group without one of its own.

use super::board::Draft;
use super::model::{MIXED, Model, Says, models};
use super::naive::{pair, resolve};
use super::{FIRST, MEASURE, SECOND, figures, same};
use proptest::prelude::*;
use t12::analysis::{Comparison, Figures, Tally, Units};
use t12::scorecard::{Column, Level};

fn level(number: u8) -> Level {
    Level::new(number).unwrap()
}

/// The distance of two columns on a measure where it is known.
fn distance(model: &Model, row: &super::model::Row, a: usize, b: usize) -> Option<f64> {
    let ((root_a, says_a), (root_b, says_b)) = (resolve(model, row, a), resolve(model, row, b));
    match (says_a, says_b) {
        (Says::NotApplicable, _) | (_, Says::NotApplicable) => None,
        _ if root_a == root_b => Some(0.0),
        (Says::Level(x), Says::Level(y)) => Some(f64::from(x.abs_diff(y))),
        _ => None,
    }
}

fn detour(model: &Model, column: usize) -> Option<f64> {
    let (mut longer, mut known) = (0.0, 0.0);
    for area in &model.areas {
        for row in &area.rows {
            let w = f64::from(row.weight) * f64::from(area.weight);
            let between = |a, b| distance(model, row, a, b);
            if let (Some(there), Some(on), Some(direct)) =
                (between(column, 0), between(column, 1), between(0, 1))
            {
                longer += w * (there + on - direct);
                known += 4.0 * w;
            }
        }
    }
    (known > 0.0).then(|| longer / known)
}

proptest! {
    #[test]
    fn the_group_without_one_is_the_smaller_group_computed_anew(model in models(MIXED), members in any::<bool>()) {
        let board = model.board();
        let units = if members { Units::Members } else { Units::Decision };
        let comparison = Comparison { units, ..Comparison::of(&board) };
        let without = Figures::compute(&board, &comparison).without_each();
        for &(column, found) in &without.without {
            let group = comparison.group.iter().copied().filter(|&other| other != column).collect();
            let smaller = Figures::compute(&board, &Comparison { group, ..comparison.clone() });
            prop_assert_eq!(found, smaller.overall().alignment.available);
        }
    }

    #[test]
    fn closeness_is_the_mean_of_the_pairs(model in models(MIXED)) {
        let closeness = figures(&model.board()).closeness();
        for nearness in &closeness.columns {
            let column = nearness.column.index();
            let others = model.group().into_iter().filter(|&other| other != column);
            let with: Vec<f64> = others.filter_map(|other| pair(&model, column, other, 0.5).alignment.available).collect();
            let mean = (!with.is_empty()).then(|| with.iter().sum::<f64>() / with.len() as f64);
            prop_assert!(same(nearness.mean, mean));
            prop_assert_eq!(nearness.compared as usize, with.len());
            let is_closest = closeness.closest.contains(&nearness.column);
            let highest = closeness.columns.iter().filter_map(|other| other.mean).reduce(f64::max);
            prop_assert_eq!(is_closest, mean.is_some() && same(mean, highest));
        }
    }

    #[test]
    fn bridges_are_what_the_specification_says(model in models(MIXED)) {
        let direct = pair(&model, 0, 1, 0.5).alignment.available;
        let bridges = figures(&model.board()).bridges();
        prop_assert_eq!(bridges.is_some(), direct.is_some());
        let Some((bridges, direct)) = bridges.zip(direct) else { return Ok(()) };
        for bridge in &bridges.columns {
            let column = bridge.column.index();
            let to = [0, 1].map(|pole| pair(&model, column, pole, 0.5).alignment.available.unwrap());
            prop_assert!(same(Some(bridge.gain), Some(to[0].min(to[1]) - direct)));
            prop_assert!(same(bridge.detour, detour(&model, column)));
        }
        prop_assert!(bridges.columns.is_sorted_by(|a, b| a.gain >= b.gain - 1e-12));
    }

    #[test]
    fn those_who_stand_apart_are_counted_one_by_one(levels in prop::collection::vec(0..5_u8, 1..12)) {
        let mut counts = [0; 5];
        for &x in &levels {
            counts[usize::from(x)] += 1;
        }
        let mut sorted = levels.clone();
        sorted.sort_unstable();
        let middle = sorted[(levels.len() - 1) / 2];
        for (j, &x) in levels.iter().enumerate() {
            let others = levels.iter().enumerate().filter(|&(i, _)| i != j);
            let near = others.filter(|&(_, &y)| y.abs_diff(middle) <= 1).count();
            let apart = levels.len() >= 4 && x.abs_diff(middle) >= 2 && near * 3 >= (levels.len() - 1) * 2;
            prop_assert_eq!(Tally::new(counts, &[]).stands_apart(level(x)), apart);
        }
    }
}

#[test]
fn one_at_the_other_end_of_a_close_group_stands_apart() {
    let apart = |counts: [u32; 5]| -> Vec<u8> {
        let tally = Tally::new(counts, &[]);
        let filled = Level::all().filter(|at| counts[usize::from(at.number())] > 0);
        filled.filter(|&at| tally.stands_apart(at)).map(Level::number).collect()
    };
    assert_eq!(apart([4, 2, 0, 1, 1]), [3, 4]);
    assert_eq!(apart([2, 0, 0, 0, 1]), [0; 0], "three are too few");
}

#[test]
fn a_member_that_inherits_everything_is_no_bridge() {
    let board = Draft::new("EU US FI<EU JP")
        .area("1")
        .measure("1", "EU 4, US 0, FI ^EU, JP 2")
        .measure("1", "EU 1, US 3, FI ^EU, JP 2")
        .build();
    let bridges = figures(&board).bridges().unwrap();
    assert_eq!(bridges.found().map(|bridge| bridge.column).collect::<Vec<_>>(), [Column(3)]);
    let [japan, finland] = bridges.columns[..] else { panic!("{bridges:?}") };
    assert!(same(Some(japan.gain), Some(0.625 - 0.25)) && same(japan.detour, Some(0.0)));
    assert!(same(Some(finland.gain), Some(0.0)) && same(finland.detour, Some(0.0)));
}

#[test]
fn if_the_union_leaves_its_inheritors_still_count_once() {
    let board = Draft::new("EU US FI<EU FR<EU").area("1").measure("1", "EU 4, US 0, FI ^EU, FR ^EU").build();
    let without = figures(&board).without_each();
    assert_eq!(without.difference(FIRST), Some(0.0));
    assert_eq!(without.difference(SECOND), None, "one unit is left");
    assert_eq!(figures(&board).tally(MEASURE).known(), 2);
}
