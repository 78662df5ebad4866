//! Pairs and groups on small boards whose figures can be done by hand.

use super::board::Draft;
use super::{FIRST, MEASURE, SECOND, figures, figures_by_members, same};
use t12::analysis::{Comparison, Figures, Weights};
use t12::scorecard::{Column, MeasureIndex, WeightChoice};

#[test]
fn what_is_inherited_is_the_same_position() {
    let board =
        Draft::new("EU US FR<EU").area("1").measure("1 eu", "EU ?, US 2").measure("1", "EU 1, US 1").build();
    let figures = figures(&board);
    let with_union = figures.pair(FIRST, Column(2)).areas[0];
    assert_eq!((with_union.counts.same, with_union.counts.open), (1, 1));
    assert_eq!((with_union.counts.both, with_union.counts.neither), (0, 0));
    assert!(same(with_union.alignment.coverage, Some(0.5)) && same(with_union.alignment.shown(), Some(1.0)));
    let with_us = figures.pair(SECOND, Column(2)).areas[0];
    assert_eq!((with_us.counts.open, with_us.alignment.available), (2, None));
}

#[test]
fn a_parent_that_does_not_apply_does_not_apply_to_those_who_inherit() {
    let board = Draft::new("EU US FR<EU").area("1").measure("1 eu", "EU -, US 2").build();
    let pair = figures(&board).pair(SECOND, Column(2));
    assert_eq!((pair.overall.counts.not_comparable, pair.overall.alignment.coverage), (1, None));
}

#[test]
fn coverage_at_the_threshold_keeps_the_value_and_below_it_drops_the_area() {
    let board = |weight: &str| {
        Draft::new("EU US").area("1").measure("1", "EU 1, US 2").measure(weight, "EU ?, US 2").build()
    };
    let at = figures(&board("1")).pair(FIRST, SECOND);
    assert!(
        same(at.areas[0].alignment.available, Some(0.75)) && same(at.overall.alignment.shown(), Some(0.75))
    );
    let below = figures(&board("1.001")).pair(FIRST, SECOND);
    assert_eq!((below.areas[0].alignment.available, below.areas[0].same_answer), (None, None));
    assert_eq!(below.overall.alignment.available, None);
    assert!(below.overall.alignment.coverage.unwrap() < 0.5);
    assert!(below.overall.alignment.lo.is_some() && below.overall.alignment.hi.is_some());
}

#[test]
fn the_available_case_is_brought_inside_its_bounds_and_marked() {
    let board = Draft::new("EU US").area("1").measure("1", "EU 0, US 4").measure("1", "EU ?, US 2").build();
    let estimate = figures(&board).pair(FIRST, SECOND).areas[0].alignment;
    assert_eq!((estimate.available, estimate.lo, estimate.hi), (Some(0.0), Some(0.25), Some(0.5)));
    assert_eq!((estimate.shown(), estimate.is_clamped()), (Some(0.25), true));
    assert_eq!(estimate.signorino_ritter(), Some(-1.0));
}

#[test]
fn areas_are_weighted_and_those_without_a_value_left_out() {
    let board = Draft::new("EU US")
        .area("3")
        .measure("1", "EU 0, US 4")
        .area("1")
        .measure("1", "EU 2, US 2")
        .area("7")
        .measure("0", "EU 0, US 4")
        .build();
    let pair = figures(&board).pair(FIRST, SECOND);
    assert!(same(pair.overall.alignment.available, Some(0.25)) && same(pair.overall.same_answer, Some(0.25)));
    assert_eq!(pair.areas[2].alignment, t12::analysis::Estimate::default());
    assert_eq!((pair.overall.counts.two_or_more, pair.overall.counts.both), (2, 1));
    assert_eq!(pair.overall.counts.second_fuller, 2);
}

#[test]
fn those_who_inherit_count_once_or_each() {
    let board = Draft::new("EU US FI<EU FR<EU")
        .group("US FI FR")
        .area("1")
        .measure("1 eu", "EU 4, US 0")
        .measure("1 eu", "EU ?, US 0")
        .build();
    let (once, each) = (figures(&board), figures_by_members(&board));
    assert_eq!(
        (once.tally(MEASURE).counts(), each.tally(MEASURE).counts()),
        ([1, 0, 0, 0, 1], [1, 0, 0, 0, 2])
    );
    let unknown = MeasureIndex(1);
    assert_eq!((once.tally(unknown).unknown(), each.tally(unknown).unknown()), (1, 2));
    // The two move as one block: 0, 4, 4 is the widest, not 0, 0, 4.
    assert_eq!(each.tally(unknown).widest_steps(), 8);
    assert_eq!(once.overall().agreement, [Some(0.0), Some(0.0), Some(0.0), Some(0.0)]);
    assert!(same(each.overall().agreement[0], Some(2.0 / 3.0)));
    let strip = once.strip(MEASURE);
    let unit = &strip.levels[4][0];
    assert_eq!((unit.representative, unit.with.len(), unit.in_group), (FIRST, 2, false));
    assert_eq!(each.strip(MEASURE).levels[4].len(), 2);
}

#[test]
fn weight_sets_change_what_they_name_and_equal_counts_each_once() {
    let board = Draft::new("EU US").area("3").measure("2", "EU 0, US 4").measure("1", "EU 2, US 2").build();
    let alignment = |weights: WeightChoice| {
        let comparison = Comparison { weights, ..Comparison::of(&board) };
        Figures::compute(&board, &comparison).pair(FIRST, SECOND).overall.alignment.available
    };
    assert!(same(alignment(WeightChoice::Authored), Some(1.0 / 3.0)));
    assert!(same(alignment(WeightChoice::Equal), Some(0.5)));
    assert!(same(alignment(WeightChoice::Named("missing".into())), Some(1.0 / 3.0)));
    assert!(same(Weights::of(&board, &WeightChoice::Authored).effective(MEASURE), Some(2.0 / 3.0)));
}

#[test]
fn the_same_level_by_different_instruments_is_listed_apart() {
    let board = Draft::new("EU US")
        .area("1")
        .measure("1", "EU 2 approach=0, US 2 approach=1")
        .measure("1", "EU 2 approach=0, US 3 approach=0")
        .measure("1", "EU 2 approach=0, US 3")
        .build();
    let instruments = figures(&board).instruments(&board, FIRST, SECOND);
    assert_eq!(instruments.same_level_different, [MEASURE]);
    assert_eq!((instruments.common, instruments.same, instruments.same_share()), (2, 1, Some(0.5)));
}

#[test]
fn low_confidence_gives_alignment_a_range() {
    let board = Draft::new("EU US FI<EU")
        .area("1")
        .measure("1", "EU 2 confidence=low, US 4")
        .measure("1", "EU 0 confidence=low, US 0 confidence=medium")
        .measure("1", "EU ?, US 3")
        .area("1")
        .measure("1", "EU 4 confidence=low, US ?, FI ^EU")
        .build();
    let figures = figures(&board);
    let stress = figures.stress(&board, FIRST, SECOND);
    // 1 to 3 steps and 0 to 1 step, out of 8.
    assert_eq!(stress.areas, [Some([0.5, 0.875]), None]);
    assert_eq!(stress.overall, Some([0.5, 0.875]));
    assert_eq!(figures.stress(&board, FIRST, Column(2)).areas[1], Some([1.0, 1.0]));
}
