//! The gap between the poles: spans, bands, tags, ranks, sides.

use super::board::Draft;
use super::{FIRST, MEASURE, SECOND, figures, same};
use t12::analysis::{Band, Figures, GapOrder, Reach, Tag};
use t12::scorecard::{Answer, Board, Level, MeasureIndex, PartialDate};

const UNION: &str = "EU US FI<EU FR<EU DE<EU SE<EU";
const MEMBERS: &str = "FI 2, FR 3, DE 3, SE 4";

fn board(competence: &str, us: &str) -> Board {
    Draft::new(UNION)
        .area("1")
        .measure(&format!("1 {competence}"), &format!("EU 1, US {us}, {MEMBERS}"))
        .build()
}

fn level(number: u8) -> Level {
    Level::new(number).unwrap()
}

fn outcome(figures: &Figures) -> (Option<i8>, Band) {
    (figures.gap(MEASURE).gap, figures.gap(MEASURE).band)
}

#[test]
fn on_the_members_matter_the_union_is_the_span_of_its_members() {
    let met = figures(&board("member-state", "4"));
    assert_eq!(outcome(&met), (Some(0), Band::WithinSpan));
    let side = met.gap(MEASURE).first;
    assert_eq!(side.reach, Reach::Known { lo: level(2), hi: level(4) });
    assert_eq!((side.own, side.members_decide), (Answer::Known(level(1)), true));
    assert_eq!(outcome(&figures(&board("member-state", "1"))), (Some(-1), Band::Narrow));
    assert_eq!(outcome(&figures(&board("member-state", "?"))), (None, Band::OpenQuestion));
}

#[test]
fn on_a_shared_matter_the_unions_own_level_counts_and_members_may_differ() {
    let figures = figures(&board("shared", "4"));
    assert_eq!(outcome(&figures), (Some(3), Band::Wide));
    assert!(figures.gap(MEASURE).tags.has(Tag::MembersDiffer));
    let agreeing = Draft::new(UNION).area("1").measure("1", "EU 2, US 2, FI 2, FR ^EU").build();
    assert!(!super::figures(&agreeing).gap(MEASURE).tags.has(Tag::MembersDiffer));
}

#[test]
fn in_pairs_with_the_union_the_members_matter_does_not_apply() {
    let figures = figures(&board("member-state", "4"));
    for other in 1..6 {
        let pair = figures.pair(FIRST, t12::scorecard::Column(other));
        assert_eq!((pair.overall.alignment.coverage, pair.overall.counts.not_comparable), (None, 1));
    }
    let members = figures.pair(SECOND, t12::scorecard::Column(2));
    assert!(same(members.overall.alignment.shown(), Some(0.5)));
    assert_eq!(figures.overall().agreement[0], None);
    assert_eq!(figures.tally(MEASURE).counts(), [0, 0, 1, 2, 2]);
}

#[test]
fn without_known_members_the_union_is_unknown_there() {
    let unknown = Draft::new("EU US FI<EU").area("1").measure("1 member-state", "EU 3, US 3, FI ?").build();
    assert_eq!(outcome(&figures(&unknown)), (None, Band::OpenQuestion));
}

#[test]
fn the_two_sides_are_never_netted() {
    let board = Draft::new("EU US").area("1").measure("1", "EU 1, US 3").measure("1", "EU 4, US 2").build();
    let figures = figures(&board);
    let area = &figures.areas()[0];
    assert_eq!((area.first_fuller, area.second_fuller), (Some(0.25), Some(0.25)));
    assert_eq!((area.counts.first_fuller, area.counts.second_fuller, area.counts.two_or_more), (1, 1, 2));
}

#[test]
fn open_questions_tell_the_bands_they_could_be() {
    for (positions, range) in [
        ("EU 1, US ?", [Band::SameLevel, Band::Wide]),
        ("EU ?, US 2", [Band::SameLevel, Band::Material]),
        ("EU ?, US ?", [Band::SameLevel, Band::OppositeEnds]),
    ] {
        let board = Draft::new("EU US").area("1").measure("1", positions).build();
        let gap = *figures(&board).gap(MEASURE);
        assert_eq!(
            (gap.band, gap.could_be, gap.rank, gap.share),
            (Band::OpenQuestion, Some(range), None, None)
        );
    }
}

#[test]
fn low_confidence_could_be_one_step_off() {
    for (positions, could_be) in [
        ("EU 2 confidence=low, US 4", Some([Band::Narrow, Band::Wide])),
        ("EU 2 confidence=low, US 2 confidence=low", Some([Band::SameLevel, Band::Material])),
        ("EU 0 confidence=low, US 4 confidence=low", Some([Band::Material, Band::OppositeEnds])),
        ("EU 2 confidence=medium, US 4", None),
        ("EU 2 confidence=low, US ^EU", None),
    ] {
        let board = Draft::new("EU US").area("1").measure("1", positions).build();
        assert_eq!(figures(&board).gap(MEASURE).could_be, could_be, "{positions}");
    }
    let span = "FI 2 confidence=low, FR 4, US 4, EU 0";
    let board = Draft::new("EU US FI<EU FR<EU").area("1").measure("1 member-state", span).build();
    assert_eq!(figures(&board).gap(MEASURE).could_be, None);
}

#[test]
fn one_position_is_no_gap_even_where_it_is_unknown() {
    let board = Draft::new("EU FI<EU US").area("1").measure("1 eu", "EU ?, US 3").build();
    let gap = *figures(&board).gap(MEASURE);
    assert_eq!((gap.gap, gap.band), (Some(0), Band::SameLevel));
    assert_eq!(gap.tags.iter().count(), 0);
}

#[test]
fn tags_tell_what_else_to_know() {
    for (positions, tags) in [
        ("EU 2 approach=0, US 2 approach=1", vec![Tag::DifferentInstrument, Tag::Both]),
        ("EU 1 approach=0, US 1 approach=0", vec![Tag::Neither]),
        ("EU 1 status=adopted, US 2 status=in_force", vec![Tag::NotInForce]),
        ("EU 1 contested=2, US 2 confidence=low", vec![Tag::LowConfidence, Tag::Contested]),
        ("EU - , US 2", vec![]),
    ] {
        let board = Draft::new("EU US").area("1").measure("1", positions).build();
        let found: Vec<Tag> = figures(&board).gap(MEASURE).tags.iter().collect();
        assert_eq!(found, tags, "{positions}");
    }
}

/// Area weights 1 and 2; gaps of width and weight as the comments say.
fn ranked() -> Board {
    Draft::new("EU US")
        .area("1")
        .measure("1", "EU 0, US 2 next=2028") // 0: 2 steps of weight 1
        .measure("2", "EU 2, US 0") // 1: 2 steps of weight 2
        .measure("1", "EU 3, US 3 next=2026-01-01") // 2: same level
        .measure("9", "EU ?, US 0") // 3: open
        .area("2")
        .measure("1", "EU 1, US 3") // 4: 2 steps of weight 2
        .measure("1", "EU -, US 0") // 5: not comparable
        .measure("0", "EU 0, US 4 next=2027-05") // 6: 4 steps of weight 0
        .build()
}

#[test]
fn equal_gaps_share_a_rank_and_shares_add_up() {
    let figures = figures(&ranked());
    let row = |gap: &t12::analysis::Gap| (gap.measure.0, gap.rank, gap.tied);
    assert_eq!(
        figures.gaps().iter().map(row).collect::<Vec<_>>(),
        [
            (6, Some(1), false),
            (1, Some(2), true),
            (4, Some(2), true),
            (0, Some(4), false),
            (2, Some(5), false),
            (3, None, false),
            (5, None, false)
        ]
    );
    let share = |measure| figures.gap(MeasureIndex(measure)).share;
    assert!(same(share(0), Some(0.2)) && same(share(1), Some(0.4)) && same(share(4), Some(0.4)));
    assert_eq!([share(6), share(2), share(3)], [Some(0.0), Some(0.0), None]);
    let counts = figures.counts();
    assert_eq!((counts.same, counts.two_or_more, counts.open, counts.not_comparable), (1, 4, 1, 1));
}

#[test]
fn other_orders_keep_the_order_by_width_where_they_say_nothing() {
    let board = ranked();
    let figures = figures(&board);
    let today = PartialDate::parse("2026-11-21").unwrap();
    let order =
        |order| figures.gaps_by(order, &board, today).iter().map(|gap| gap.measure.0).collect::<Vec<_>>();
    assert_eq!(order(GapOrder::Width), [6, 1, 4, 0, 2, 3, 5]);
    assert_eq!(order(GapOrder::Weighted), [1, 4, 0, 6, 2, 3, 5]);
    assert_eq!(order(GapOrder::Window), [6, 0, 1, 4, 2, 3, 5]);
    assert_eq!(order(GapOrder::Area), [1, 0, 2, 3, 6, 4, 5]);
    assert_eq!(order(GapOrder::Side), [1, 6, 4, 0, 2, 3, 5]);
    let area: Vec<u32> = figures.gaps_of_area(&board.areas[1]).map(|gap| gap.measure.0).collect();
    assert_eq!(area, [6, 4, 5]);
}

#[test]
fn the_next_step_is_the_earliest_that_can_still_come() {
    let board = Draft::new("EU US FI<EU")
        .area("1")
        .measure("1", "EU 1 next=2026-01-01 next=2027-03-01, US 1 next=2027-02")
        .measure("1 member-state", "EU 1 next=2026-12-01, US 1, FI 1 next=2030")
        .measure("1", "EU 1 next=2026, US 1 next=2025")
        .build();
    let figures = figures(&board);
    let next = |measure: u32, today: &str| {
        let today = PartialDate::parse(today).unwrap();
        figures
            .upcoming(&board, MeasureIndex(measure), today)
            .map(|next| (next.pole, next.column.0, next.step))
    };
    assert_eq!(next(0, "2026-11-21"), Some((1, 1, 0)));
    assert_eq!(next(0, "2027-03-01"), Some((0, 0, 1)));
    assert_eq!(next(0, "2027-03-02"), None);
    assert_eq!(next(1, "2026-11-21"), Some((0, 2, 0)));
    assert_eq!(next(2, "2026-11-21"), Some((0, 0, 0)));
}
