//! What-ifs: a supposed board is a board whose files say so, figures that follow it are those computed anew to the last
//! bit, and what is taken back leaves nothing behind.

use super::board::Draft;
use super::model::{MIXED, Model, Says, many_weights, models};
use super::{FIRST, MEASURE, SECOND, figures};
use proptest::prelude::*;
use t12::analysis::{Comparison, Figures, Lens, Tag, Units};
use t12::scorecard::{Answer, Board, Cell, Column, Confidence, Level, MeasureIndex, Suppositions, Weight};

/// One thing a person does; numbers are taken modulo what there is.
#[derive(Clone, Debug)]
enum Step {
    Level(usize, usize, Option<u8>),
    Restore(usize, usize),
    Weight(usize, u32),
    Area(usize, u32),
    Member(usize, bool),
    Nothing,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let at = || 0..1000_usize;
    let step = prop_oneof![
        12 => (at(), at(), prop::option::weighted(0.8, 0..5_u8)).prop_map(|(m, c, l)| Step::Level(m, c, l)),
        5 => (at(), at()).prop_map(|(m, c)| Step::Restore(m, c)),
        1 => (at(), 0..3000_u32).prop_map(|(m, w)| Step::Weight(m, w)),
        1 => (at(), 0..3000_u32).prop_map(|(a, w)| Step::Area(a, w)),
        1 => (at(), any::<bool>()).prop_map(|(c, is_in)| Step::Member(c, is_in)),
        1 => Just(Step::Nothing),
    ];
    prop::collection::vec(step, 1..12)
}

fn known(level: u8) -> Answer {
    Answer::Known(Level::new(level).unwrap())
}

fn take(board: &Board, step: &Step) -> Suppositions {
    let (measures, columns) = (board.measures.len(), board.jurisdictions.len());
    let cell = |m: usize, c: usize| (MeasureIndex((m % measures) as u32), Column((c % columns) as u16));
    let weight = |thousandths| Weight::from_thousandths(thousandths).unwrap();
    let mut wanted = board.supposed().clone();
    match *step {
        Step::Level(m, c, level) => {
            wanted.levels.insert(cell(m, c), level.map_or(Answer::Unknown, known));
        }
        Step::Restore(m, c) => {
            let at = cell(m, c);
            let nth = wanted.levels.keys().nth(m % wanted.levels.len().max(1)).copied();
            wanted.levels.remove(&nth.unwrap_or(at));
        }
        Step::Weight(m, thousandths) => {
            wanted.weights.insert(cell(m, 0).0, weight(thousandths));
        }
        Step::Area(a, thousandths) => {
            wanted.areas.insert(a % board.areas.len(), weight(thousandths));
        }
        Step::Member(c, is_in) => {
            wanted.members.insert(cell(0, c).1, is_in);
        }
        Step::Nothing => wanted = Suppositions::default(),
    }
    wanted
}

fn cells(board: &Board) -> Vec<Cell> {
    let all = board.measure_indexes().flat_map(|m| board.columns().map(move |c| (m, c)));
    all.map(|(measure, column)| board.cell(measure, column)).collect()
}

/// The figures with every bit of them: two numbers are written alike only where they are the same.
fn bits(figures: &Figures) -> String {
    format!("{figures:?}")
}

fn follows(model: &Model, steps: &[Step], lens: Lens, units: Units) -> Result<(), TestCaseError> {
    let mut board = model.board();
    let recorded = cells(&board);
    let comparison = Comparison { lens, units, ..Comparison::of(&board) };
    let mut figures = Figures::compute(&board, &comparison);
    let untouched = bits(&figures);
    for step in steps {
        let wanted = take(&board, step);
        let touched = board.suppose(wanted);
        figures.follow(&board, &touched);
        prop_assert_eq!(bits(&figures), bits(&Figures::compute(&board, &comparison)));
    }
    let touched = board.suppose(Suppositions::default());
    figures.follow(&board, &touched);
    prop_assert_eq!(cells(&board), recorded);
    prop_assert_eq!(bits(&figures), untouched);
    Ok(())
}

proptest! {
    #[test]
    fn figures_that_follow_are_those_computed_anew(
        model in models(MIXED), steps in steps(), lens in 0..2_usize, by_members: bool,
    ) {
        let lens = [Lens::AsRecorded, Lens::AtLeast(Confidence::Medium)][lens];
        follows(&model, &steps, lens, if by_members { Units::Members } else { Units::Decision })?;
    }

    #[test]
    fn figures_follow_also_where_an_area_has_many_weights(model in many_weights(), steps in steps()) {
        follows(&model, &steps, Lens::AsRecorded, Units::Decision)?;
    }

    #[test]
    fn a_supposed_level_counts_as_if_the_file_said_so(
        model in models(MIXED), area: prop::sample::Index, row: prop::sample::Index,
        column: prop::sample::Index, level in 0..5_u8,
    ) {
        let area = area.index(model.areas.len());
        let place = [area, row.index(model.areas[area].rows.len()), column.index(model.columns())];
        let measure = MeasureIndex((model.areas[..area].iter().map(|a| a.rows.len()).sum::<usize>() + place[1]) as u32);
        let written = model.with(place, Says::Level(level)).board();
        let mut board = model.board();
        let at = (measure, Column(place[2] as u16));
        board.suppose(Suppositions { levels: [(at, known(level))].into(), ..Suppositions::default() });
        prop_assert_eq!(bits(&figures(&board)), bits(&figures(&written)));
    }
}

fn supposing(board: &Board, column: Column, answer: Answer) -> Board {
    let mut board = board.clone();
    board.suppose(Suppositions { levels: [((MEASURE, column), answer)].into(), ..Suppositions::default() });
    board
}

#[test]
fn a_parent_carries_its_heirs_and_an_heir_goes_its_own_way() {
    // SE inherits from FI, which inherits from the EU.
    let board = Draft::new("EU US FI<EU SE<EU").area("1").measure("1", "EU 1, US 3, FI ^EU, SE ^FI").build();
    let stand = |board: &Board| -> Vec<(Answer, u16, bool)> {
        let cells = board.columns().map(|column| board.cell(MEASURE, column));
        cells.map(|cell| (cell.answer, cell.root.0, cell.supposed)).collect()
    };
    let (one, three, four) = (known(1), known(3), known(4));
    let parent = supposing(&board, FIRST, four);
    assert_eq!(stand(&parent), [(four, 0, true), (three, 1, false), (four, 0, true), (four, 0, true)]);
    let heir = supposing(&board, Column(2), four);
    assert_eq!(stand(&heir), [(one, 0, false), (three, 1, false), (four, 2, true), (four, 2, true)]);
    let last = supposing(&board, Column(3), Answer::Unknown);
    assert_eq!(stand(&last)[2..], [(one, 0, false), (Answer::Unknown, 3, true)]);
    assert_eq!(figures(&board).tally(MEASURE).counts(), [0, 1, 0, 1, 0]);
    assert_eq!(figures(&heir).tally(MEASURE).counts(), [0, 1, 0, 1, 1]);
}

#[test]
fn a_supposed_level_is_seen_through_every_lens_and_carries_no_doubt_of_the_position() {
    let position = "EU 1 status=proposed confidence=low approach=0 contested=3 next=2027:2";
    let board = Draft::new("EU US").area("1").measure("1", &format!("{position}, US 4 approach=1")).build();
    let recorded = figures(&board);
    assert_eq!(recorded.gap(MEASURE).tags.iter().count(), 4);
    assert!(recorded.gap(MEASURE).could_be.is_some());
    let supposed = supposing(&board, FIRST, known(3));
    let date = t12::scorecard::PartialDate::parse("2028").unwrap();
    for lens in [Lens::AsRecorded, Lens::InForce, Lens::AtLeast(Confidence::High), Lens::On(date)] {
        assert_eq!(lens.answer(&supposed, supposed.cell(MEASURE, FIRST)), known(3));
    }
    let gap = *figures(&supposed).gap(MEASURE);
    assert_eq!((gap.gap, gap.could_be, gap.tags.iter().count()), (Some(1), None, 0));
    assert!(!gap.tags.has(Tag::LowConfidence));
    assert_eq!(supposed.recorded(MEASURE, FIRST), board.cell(MEASURE, FIRST));
    assert_eq!(figures(&supposed).instruments(&supposed, FIRST, SECOND).common, 0);
}

#[test]
fn supposed_weights_and_members_hold_whichever_are_in_use() {
    let mut board = Draft::new("EU US JP")
        .group("EU US")
        .area("1")
        .measure("1", "EU 1, US 3, JP 3")
        .measure("2", "EU 1, US 1, JP 1")
        .build();
    let weight = |text| Weight::parse(text).unwrap();
    board.suppose(Suppositions {
        weights: [(MEASURE, weight("3"))].into(),
        areas: [(0, weight("0.5"))].into(),
        members: [(Column(2), true), (FIRST, false)].into(),
        ..Suppositions::default()
    });
    for choice in [t12::scorecard::WeightChoice::Authored, t12::scorecard::WeightChoice::Equal] {
        let figures = Figures::compute(&board, &Comparison { weights: choice, ..Comparison::of(&board) });
        assert_eq!(figures.grid().weights().measure(MEASURE), 3000);
        assert_eq!(figures.grid().weights().area(0), 500);
        assert_eq!(figures.comparison().group, [SECOND, Column(2)]);
        assert_eq!(figures.chosen().group, [FIRST, SECOND]);
    }
    assert_eq!(board.supposed().len(), 4);
}

#[test]
fn what_is_not_on_the_board_cannot_be_supposed() {
    let mut board = Draft::new("EU US").area("1").measure("1", "EU 1, US 3").build();
    let touched = board.suppose(Suppositions {
        levels: [((MeasureIndex(7), FIRST), known(1)), ((MEASURE, Column(9)), known(1))].into(),
        weights: [(MeasureIndex(1), Weight::ONE)].into(),
        areas: [(1, Weight::ONE)].into(),
        members: [(Column(2), true)].into(),
    });
    assert!(touched.is_nothing() && board.supposed().is_empty());
}
