//! What a position answers through each lens.

use super::board::Draft;
use super::{FIRST, MEASURE, SECOND};
use t12::analysis::{Comparison, Figures, Lens};
use t12::scorecard::{Answer, Confidence, Level, PartialDate};

fn answer(position: &str, lens: Lens) -> Answer {
    let board = Draft::new("EU US").area("1").measure("1", &format!("EU {position}, US 0")).build();
    lens.answer(&board, board.cell(MEASURE, FIRST))
}

fn known(level: u8) -> Answer {
    Answer::Known(Level::new(level).unwrap())
}

fn on(date: &str) -> Lens {
    Lens::On(PartialDate::parse(date).unwrap())
}

#[test]
fn in_force_is_what_applies_today() {
    let partly = "4 now=1 status=partly_in_force";
    assert_eq!([Lens::AsRecorded, Lens::InForce].map(|lens| answer(partly, lens)), [known(4), known(1)]);
    for (position, in_force) in [
        ("4 status=partly_in_force", Answer::Unknown),
        ("4", Answer::Unknown),
        ("4 status=in_force", known(4)),
        ("0 status=none", known(0)),
        ("4 status=adopted now=?", Answer::Unknown),
        ("-", Answer::NotApplicable),
    ] {
        assert_eq!(answer(position, Lens::InForce), in_force, "{position}");
    }
}

#[test]
fn weaker_confidence_is_unknown() {
    let through = |position, confidence| answer(position, Lens::AtLeast(confidence));
    assert_eq!(through("3 confidence=medium", Confidence::Medium), known(3));
    assert_eq!(through("3 confidence=medium", Confidence::High), Answer::Unknown);
    assert_eq!(through("3", Confidence::Medium), Answer::Unknown);
    assert_eq!(through("-", Confidence::High), Answer::NotApplicable);
}

#[test]
fn on_a_date_foreseeable_steps_have_been_taken() {
    let steps = "1 next=2027-01-01:3 next=2028:4 next=2026-06";
    for (date, level) in
        [("2026-12-31", 1), ("2027-01-01", 3), ("2027-01-02", 3), ("2028-12-30", 3), ("2028-12-31", 4)]
    {
        assert_eq!(answer(steps, on(date)), known(level), "{date}");
    }
    assert_eq!(answer("? next=2027:2", on("2028")), known(2));
}

#[test]
fn steps_without_a_level_are_told_and_not_guessed() {
    let board =
        Draft::new("EU US").area("1").measure("1", "EU 1 next=2026-06 next=2027:3 next=2028, US 0").build();
    let position = board.position(board.cell(MEASURE, FIRST)).unwrap();
    let open = |lens: Lens| lens.not_foreseeable(position).collect::<Vec<_>>();
    assert_eq!(open(on("2026-06-29")), [0; 0]);
    assert_eq!((open(on("2026-06-30")), open(on("2028"))), (vec![0], vec![0, 2]));
    assert_eq!(open(Lens::AsRecorded), [0; 0]);
}

#[test]
fn figures_follow_the_lens() {
    let board = Draft::new("EU US FI<EU")
        .area("1")
        .measure("1", "EU 4 now=1 status=partly_in_force, US 1 status=in_force, FI ^EU")
        .build();
    let gap = |lens| {
        let comparison = Comparison { lens, ..Comparison::of(&board) };
        let figures = Figures::compute(&board, &comparison);
        (
            figures.gap(MEASURE).gap,
            figures.tally(MEASURE).counts(),
            figures.pair(FIRST, SECOND).overall.counts.same,
        )
    };
    assert_eq!(gap(Lens::AsRecorded), (Some(-3), [0, 1, 0, 0, 1], 0));
    assert_eq!(gap(Lens::InForce), (Some(0), [0, 2, 0, 0, 0], 1));
}
