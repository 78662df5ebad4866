//! Any two profiles side by side: two jurisdictions, or one through two lenses.

use super::board::Draft;
use super::model::{MIXED, models};
use super::{FIRST, MEASURE, SECOND, figures};
use proptest::prelude::*;
use t12::analysis::{Band, Comparison, Figures, Finding, Lens, Profile, SideBySide};
use t12::scorecard::{Board, Column, Confidence};

fn profile(column: Column, lens: Lens) -> Profile {
    Profile { column, lens }
}

fn lenses_of_the_first(board: &Board, lenses: [Lens; 2]) -> SideBySide {
    figures(board).side_by_side(board, lenses.map(|lens| profile(FIRST, lens)))
}

proptest! {
    #[test]
    fn through_one_lens_it_is_the_gaps_and_the_pair_of_the_board(model in models(MIXED)) {
        let board = model.board();
        for [first, second] in [[0, 1], [1, 0], [0, 0]].map(|pair| pair.map(Column)) {
            let comparison = Comparison { poles: [first, second], ..Comparison::of(&board) };
            let figures = Figures::compute(&board, &comparison);
            let beside = figures.side_by_side(&board, comparison.profiles());
            prop_assert_eq!(beside.gap_list().all(), figures.gaps());
            prop_assert_eq!(beside.counts(), figures.counts());
            prop_assert_eq!(*beside.pair(), figures.pair(first, second).overall);
            prop_assert_eq!(beside.instruments(), &figures.instruments(&board, first, second));
        }
    }

    #[test]
    fn swapped_sides_swap_who_is_fuller_and_nothing_else(model in models(MIXED)) {
        let board = model.board();
        let sides = [profile(Column(0), Lens::AsRecorded), profile(Column(1), Lens::AsRecorded)];
        let figures = figures(&board);
        let (one_way, swapped) =
            (figures.side_by_side(&board, sides), figures.side_by_side(&board, [sides[1], sides[0]]));
        for measure in board.measure_indexes() {
            let (gap, back) = (one_way.gap_list().of(measure), swapped.gap_list().of(measure));
            prop_assert_eq!(gap.gap.map(|steps| -steps), back.gap);
            prop_assert_eq!((gap.band, gap.rank, gap.tags), (back.band, back.rank, back.tags));
        }
        prop_assert_eq!(one_way.pair().alignment, swapped.pair().alignment);
    }
}

#[test]
fn one_jurisdiction_through_two_lenses_has_gaps_with_itself() {
    let board = Draft::new("EU US")
        .area("1")
        .measure("1", "EU 4 now=1 status=partly_in_force confidence=low, US 4")
        .measure("1", "EU 3 status=in_force, US 0")
        .measure("1", "EU 2 status=adopted, US 0")
        .build();
    let beside = lenses_of_the_first(&board, [Lens::AsRecorded, Lens::InForce]);
    let found: Vec<(Option<i8>, Finding)> =
        beside.by_finding().iter().map(|gap| (gap.gap, Finding::of(gap))).collect();
    assert_eq!(found, [(Some(-3), Finding::Different), (Some(0), Finding::Same), (None, Finding::Open)]);
    // The level now could be one step off where the level recorded is, so their gap stays what it is.
    assert_eq!(beside.gap_list().of(MEASURE).could_be, None);
    let pair = beside.pair();
    assert_eq!((pair.counts.same, pair.counts.two_or_more, pair.counts.open), (1, 1, 1));
    assert_eq!(pair.alignment.available, Some(1.0 - 3.0 / 8.0));
    assert!(beside.is_of_one());
}

#[test]
fn what_is_unknown_through_both_lenses_is_an_open_question() {
    let board = Draft::new("EU US").area("1").measure("1", "EU ?, US 4").build();
    let beside = lenses_of_the_first(&board, [Lens::AsRecorded, Lens::AtLeast(Confidence::High)]);
    assert_eq!(beside.gap_list().of(MEASURE).band, Band::OpenQuestion);
    assert_eq!((beside.pair().counts.open, beside.pair().alignment.lo), (1, Some(0.0)));
}

#[test]
fn the_span_of_a_unions_members_is_a_gap_and_no_part_of_alignment() {
    let board = Draft::new("EU US FI<EU FR<EU")
        .area("1")
        .measure("1 member-state", "EU 1, US 0, FI 2, FR 3")
        .measure("1", "EU 1, US 1")
        .build();
    let figures = figures(&board);
    let beside =
        figures.side_by_side(&board, [FIRST, SECOND].map(|column| profile(column, Lens::AsRecorded)));
    assert_eq!((beside.counts().known(), beside.pair().counts.known()), (2, 1));
    assert_eq!(beside.gap_list().of(MEASURE).gap, Some(-2));
}
