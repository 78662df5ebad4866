use super::*;
use crate::scorecard::{JurisdictionEntry, Level, Marking, MeasureIndex, PartialDate, Prose, WeightChoice};
use crate::text::Span;

fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

fn plan(jurisdictions: &[(&str, Option<&str>)]) -> BoardPlan {
    let entry = |&(own, union): &(&str, Option<&str>)| JurisdictionEntry {
        code: code(own),
        code_at: Span::default(),
        name: own.into(),
        short: None,
        member_of: union.map(|union| (code(union), Span::default())),
    };
    BoardPlan {
        title: "Test".into(),
        poles: [(code("EU"), Span::default()), (code("US"), Span::default())],
        jurisdictions: jurisdictions.iter().map(entry).collect(),
        groups: Vec::new(),
        group: None,
        areas: Vec::new(),
        weights: (WeightChoice::Authored, Span::default()),
        weight_sets: Vec::new(),
        stale_after_days: BoardPlan::STALE_AFTER_DAYS,
        views: Vec::new(),
        open: false,
    }
}

fn own(level: Answer) -> Said {
    Said::Own(Box::new(Position::bare(level)))
}

fn inherits(from: &str) -> Said {
    Said::Inherits { from: code(from), at: Span::default() }
}

fn scorecard(id: &str, competence: Competence, entries: Vec<(&str, Said)>) -> Scorecard {
    let measure = MeasureEntry {
        id: "measure".into(),
        id_at: Span::default(),
        title: "Measure".into(),
        short: None,
        question: Prose::default(),
        why: Prose::default(),
        weight: Weight::ONE,
        weight_note: Prose::default(),
        competence,
        approaches: Vec::new(),
        scale: [Prose::default(); 5],
        relation: None,
        relation_note: Prose::default(),
        positions: entries
            .into_iter()
            .map(|(own, says)| Entry { code: code(own), code_at: Span::default(), says })
            .collect(),
        at: Span::default(),
    };
    Scorecard {
        id: id.into(),
        id_at: Span::default(),
        title: id.into(),
        short: None,
        summary: Prose::default(),
        as_of: PartialDate::parse("2026").unwrap(),
        as_of_at: Span::default(),
        caveats: Vec::new(),
        measures: vec![measure],
    }
}

fn board(plan: BoardPlan, scorecards: Vec<Scorecard>) -> Board {
    let scorecards = scorecards.into_iter().zip(0..).map(|(scorecard, file)| (file, scorecard)).collect();
    Board::assemble(plan, Parts { scorecards, ..Parts::default() })
}

fn known(level: u8) -> Answer {
    Answer::Known(Level::new(level).unwrap())
}

fn cell(board: &Board, column: u16) -> (Answer, u16) {
    let cell = board.cell(MeasureIndex(0), Column(column));
    (cell.answer, cell.root.0)
}

const UNION: &[(&str, Option<&str>)] = &[("EU", None), ("US", None), ("FI", Some("EU")), ("FR", Some("EU"))];

#[test]
fn inheritance_is_followed_to_its_root_with_its_state() {
    let entries = vec![("EU", own(Answer::NotApplicable)), ("FI", inherits("FR")), ("FR", inherits("EU"))];
    let board = board(plan(UNION), vec![scorecard("a", Competence::Shared, entries)]);
    assert_eq!(cell(&board, 2), (Answer::NotApplicable, 0));
    assert_eq!(cell(&board, 3), (Answer::NotApplicable, 0));
    assert_eq!(cell(&board, 1), (Answer::Unknown, 1));
}

#[test]
fn a_member_without_an_entry_inherits_only_on_a_union_competence() {
    let entries = || vec![("EU", own(known(3)))];
    let union = board(plan(UNION), vec![scorecard("a", Competence::Eu, entries())]);
    assert_eq!(cell(&union, 2), (known(3), 0));
    let shared = board(plan(UNION), vec![scorecard("a", Competence::Shared, entries())]);
    assert_eq!(cell(&shared, 2), (Answer::Unknown, 2));
}

#[test]
fn a_circle_of_inheritance_is_unknown() {
    let entries = vec![("FI", inherits("FR")), ("FR", inherits("FI"))];
    let board = board(plan(UNION), vec![scorecard("a", Competence::Shared, entries)]);
    assert_eq!(cell(&board, 2), (Answer::Unknown, 2));
    assert_eq!(cell(&board, 3), (Answer::Unknown, 3));
}

#[test]
fn areas_come_in_the_plans_order_then_in_file_order() {
    let mut plan = plan(UNION);
    let heavy = Weight::parse("2").unwrap();
    plan.areas = vec![AreaEntry { id: "c".into(), at: Span::default(), weight: heavy }];
    let cards = ["a", "b", "c"].map(|id| scorecard(id, Competence::Shared, Vec::new()));
    let board = board(plan, cards.into());
    let order: Vec<(&str, Weight)> = board.areas.iter().map(|area| (&*area.id, area.weight)).collect();
    assert_eq!(order, [("c", heavy), ("a", Weight::ONE), ("b", Weight::ONE)]);
    assert_eq!(board.areas[1].measures, 1..2);
}

#[test]
fn codes_an_open_plan_does_not_know_become_columns() {
    let mut plan = plan(UNION);
    plan.open = true;
    let entries = vec![("NO", own(known(1))), ("CH", own(known(2))), ("US", own(known(4)))];
    let board = board(plan, vec![scorecard("a", Competence::Shared, entries)]);
    let codes: Vec<String> = board.jurisdictions.iter().map(|j| j.code.to_string()).collect();
    assert_eq!(codes, ["EU", "US", "FI", "FR", "NO", "CH"]);
    assert_eq!(cell(&board, 5), (known(2), 5));
}

#[test]
fn a_marked_position_is_unknown_to_the_public_also_where_it_is_inherited() {
    let prose = Prose { file: 0, span: Span::new(1, 5) };
    let position = |level, marking| {
        let Said::Own(mut position) = own(known(level)) else { unreachable!() };
        (position.marking, position.note, position.headline) = (marking, prose, prose);
        Said::Own(position)
    };
    let entries = vec![
        ("EU", position(3, Marking::Amber)),
        ("FI", inherits("EU")),
        ("US", position(2, Marking::Clear)),
    ];
    let public = board(plan(UNION), vec![scorecard("a", Competence::Shared, entries)]).public();
    assert_eq!(cell(&public, 0), (Answer::Unknown, 0));
    assert_eq!(cell(&public, 2), (Answer::Unknown, 0));
    assert_eq!(cell(&public, 1), (known(2), 1));
    let shown = |column| public.position(public.cell(MeasureIndex(0), Column(column))).unwrap();
    assert_eq!((shown(0).marking, shown(0).headline), (Marking::Amber, Prose::default()));
    assert_eq!((shown(1).note, shown(1).headline), (Prose::default(), prose));
}
