//! What changed between two editions of a board: the course of the gaps, who moved, what is late, and the group.

use super::board::Draft;
use super::{FIRST, MEASURE, figures, same};
use std::borrow::Cow;
use std::sync::Arc;
use t12::analysis::Comparison;
use t12::analysis::change::{Attribution, Changes, Course};
use t12::scorecard::{Answer, Board, Column, Level, MeasureIndex, PartialDate, Prose, ProseSource, Texts};
use t12::text::Span;

const TODAY: &str = "2026-11-21";

fn changes(earlier: &Board, later: &Board) -> Changes {
    let today = PartialDate::parse(TODAY).unwrap();
    Changes::between(earlier, later, &Comparison::of(later), today).unwrap()
}

fn known(level: u8) -> Answer {
    Answer::Known(Level::new(level).unwrap())
}

/// One measure with these positions of the EU and the US.
fn poles(eu: &str, us: &str) -> Board {
    Draft::new("EU US").area("1").measure("1", &format!("EU {eu}, US {us}")).build()
}

#[test]
fn a_gap_has_a_course_and_those_who_moved() {
    for (before, after, course, attribution) in [
        (("3", "0"), ("3", "2"), Some(Course::Converging), Some(Attribution::One(1))),
        (("3", "2"), ("4", "2"), Some(Course::Diverging), Some(Attribution::One(0))),
        (("4", "0"), ("3", "1"), Some(Course::Converging), Some(Attribution::TowardsEachOther)),
        (("1", "3"), ("2", "4"), Some(Course::Parallel), Some(Attribution::Both)),
        (("1", "3"), ("3", "1"), Some(Course::Crossing), Some(Attribution::Both)),
        (("1", "3"), ("1", "0"), Some(Course::Crossing), Some(Attribution::One(1))),
        (("2", "2"), ("2", "2"), Some(Course::Unchanged), None),
        (("?", "2"), ("2", "2"), None, None),
        (("2", "-"), ("2", "1"), None, None),
    ] {
        let found = changes(&poles(before.0, before.1), &poles(after.0, after.1));
        let change = &found.measures[0];
        assert_eq!((change.course, change.attribution), (course, attribution), "{before:?} {after:?}");
    }
}

#[test]
fn the_span_of_a_unions_members_moves_with_them() {
    let board = |members: &str| {
        Draft::new("EU US FI<EU FR<EU")
            .area("1")
            .measure("1 member-state", &format!("EU 1, US 0, {members}"))
            .build()
    };
    let found = changes(&board("FI 2, FR 4"), &board("FI 1, FR 4"));
    let change = &found.measures[0];
    assert_eq!((change.gap, change.course), ([Some(-2), Some(-1)], Some(Course::Converging)));
    assert_eq!((change.attribution, change.poles[0].direction()), (Some(Attribution::One(0)), -1));
}

#[test]
fn those_who_follow_did_not_move_themselves() {
    let board = |eu: &str, us: &str, fr: &str| {
        Draft::new("EU US FI<EU FR<EU")
            .area("1")
            .measure("1", &format!("EU {eu}, US {us}, FI ^EU, FR {fr}"))
            .build()
    };
    let found = changes(&board("1", "?", "^EU"), &board("3", "2", "4"));
    let moved: Vec<_> =
        found.measures[0].moved.iter().map(|change| (change.column.0, change.answer)).collect();
    assert_eq!(
        moved,
        [(0, [known(1), known(3)]), (1, [Answer::Unknown, known(2)]), (3, [known(1), known(4)])]
    );
}

#[test]
fn an_announced_day_that_passed_without_a_change_is_late() {
    let steps = "1 status=adopted next=2026-11-20:3 next=2026-11-21 next=2026-11 next=2026-10";
    let late = |after: &str| {
        let found = changes(&poles(steps, "2 next=2027"), &poles(after, "2"));
        found.measures[0].delayed.iter().map(|late| (late.column, late.step)).collect::<Vec<_>>()
    };
    assert_eq!(late("1 status=adopted"), [(FIRST, 0), (FIRST, 3)]);
    assert_eq!(late("1 status=in_force"), []);
    assert_eq!(late("3 status=adopted"), []);
    assert_eq!(late("1 status=adopted now=1"), []);
}

#[test]
fn measures_and_jurisdictions_are_known_by_their_names() {
    let earlier = Draft::new("US EU JP")
        .area("1")
        .measure("1", "EU 0, US 1, JP 4")
        .measure("1", "EU 0, US 4, JP 0")
        .measure("1", "EU 0, US 4, JP 0")
        .build();
    let later = Draft::new("EU US KR")
        .area("1")
        .measure("1", "EU 3, US 1, KR 4")
        .area("1")
        .measure("1", "EU 1")
        .build();
    let found = changes(&earlier, &later);
    assert_eq!((found.measures.len(), found.measures[0].gap), (1, [Some(1), Some(-2)]));
    assert_eq!((found.added, found.removed), (vec![MeasureIndex(1)], vec![MeasureIndex(1), MeasureIndex(2)]));
    // Japan and Korea are not on both: the group is the two poles.
    assert_eq!(found.measures[0].dispersion, [Some(0.25), Some(0.5)]);
    assert!(same(found.alignment[0].available, Some(0.75)) && same(found.alignment[1].available, Some(0.5)));
    let without = Draft::new("JP US").area("1").measure("1", "JP 1, US 1").build();
    let today = PartialDate::parse(TODAY).unwrap();
    assert_eq!(Changes::between(&without, &later, &Comparison::of(&later), today), None);
}

#[test]
fn the_weights_of_the_later_edition_count_in_both() {
    let board = |weight: &str, us: &str| {
        Draft::new("EU US")
            .area(weight)
            .measure(weight, &format!("EU 0, US {us}"))
            .measure("1", "EU 0, US 4")
            .area("1")
            .measure("1", "EU 2, US 2")
            .build()
    };
    let (earlier, later) = (board("5", "0"), board("3", "2"));
    let found = changes(&earlier, &later);
    assert!(same(found.alignment[0].available, Some((3.0 * 0.75 + 1.0) / 4.0)));
    assert_eq!(found.alignment[1].available, figures(&later).overall().alignment.available);
    assert_eq!(found.courses(), [0, 1, 0, 0, 2]);
}

/// One sentence that every prose of its file says.
#[derive(Debug)]
struct Sentence(&'static str);

impl ProseSource for Sentence {
    fn decode(&self, _: Span) -> Cow<'_, str> {
        Cow::Borrowed(self.0)
    }
}

/// A board of two measures, the first with a rubric sentence.
fn worded(sentence: &'static str, positions: &str) -> Board {
    let mut board = Draft::new("EU US").area("1").measure("1", positions).measure("1", "EU 1, US 2").build();
    board.texts = Texts::new(vec![Arc::new(Sentence(sentence))]);
    board.measures[0].scale[3] = Prose { file: 0, span: Span::new(0, 1) };
    board
}

#[test]
fn another_rubric_breaks_the_series() {
    let earlier = worded("Binding law", "EU 4, US 0 next=2026-01");
    let same_words = changes(&earlier, &worded("Binding law", "EU 1, US 0"));
    assert_eq!(
        (same_words.measures[0].is_broken, same_words.measures[0].course),
        (false, Some(Course::Converging))
    );
    let found = changes(&earlier, &worded("Binding law with fines", "EU 1, US 0"));
    let change = &found.measures[0];
    assert!(change.is_broken && change.moved.is_empty() && change.delayed.is_empty());
    assert_eq!((change.course, change.attribution), (None, None));
    assert_eq!(found.measures[1].course, Some(Course::Unchanged));
    // Only the second measure is left to compare the group by.
    assert_eq!([found.alignment[0].available, found.alignment[1].available], [Some(0.75); 2]);
}

#[test]
fn a_board_beside_itself_shows_no_change() {
    let board = Draft::new("EU US FI<EU")
        .area("2")
        .measure("3 member-state", "EU 1, US 0, FI 2 next=2020")
        .measure("1", "EU ?, US 4, FI ^EU")
        .build();
    let found = changes(&board, &board);
    assert!(found.measures.iter().all(|change| change.moved.is_empty() && change.attribution.is_none()));
    assert_eq!(found.alignment[0], found.alignment[1]);
    assert_eq!(found.alignment[0], figures(&board).overall().alignment);
    assert_eq!((found.measures[0].measure, found.measures[0].delayed.len()), ([MEASURE; 2], 1));
    assert_eq!(found.measures[0].delayed[0].column, Column(2));
    assert_eq!(found.measures[1].poles[1].reach[0], figures(&board).gap(MeasureIndex(1)).second.reach);
}
