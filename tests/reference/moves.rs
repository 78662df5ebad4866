//! A listed gain is the figure computed anew on the changed board minus the figure before, and no gain is left out.

use super::board::Draft;
use super::model::{Area, COMPLETE, MIXED, Model, Row, Says, models};
use super::{MEASURE, figures, same};
use proptest::prelude::*;
use t12::analysis::{Comparison, Figures, Lens, Move, Objective, Units, Wanted};
use t12::scorecard::{Answer, Board, Column, Competence, Level, MeasureIndex};
use t12::workspace::Workspace;

/// Whatever gives something, up and down by any number of steps.
const EVERYTHING: Wanted<'static> = Wanted { lowering: true, steps: 4, ..Wanted::RAISING };

fn figures_by(board: &Board, units: Units) -> Figures {
    Figures::compute(board, &Comparison { units, ..Comparison::of(board) })
}

fn value(figures: &Figures, objective: Objective) -> Option<f64> {
    match objective {
        Objective::Group => figures.overall().alignment.available,
        Objective::Pair([a, b]) => figures.pair(a, b).overall.alignment.available,
        Objective::Mean(column) => {
            let group = figures.comparison().group.iter().filter(|&&other| other != column);
            let with = |&other| figures.pair(column, other).overall.alignment.available;
            let values: Vec<f64> = group.filter_map(with).collect();
            (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
        }
    }
}

/// The place of a measure in the model: area and row.
fn place(model: &Model, MeasureIndex(mut index): MeasureIndex) -> [usize; 2] {
    for (number, area) in model.areas.iter().enumerate() {
        let rows = area.rows.len() as u32;
        if index < rows {
            return [number, index as usize];
        }
        index -= rows;
    }
    unreachable!("a measure of the model")
}

fn moved(model: &Model, step: &Move) -> Model {
    let [area, row] = place(model, step.measure);
    let column = step.column.index();
    assert_eq!(model.areas[area].rows[row].says[column], Says::Level(step.from.number()), "its own level");
    model.with([area, row, column], Says::Level(step.to.number()))
}

/// Every change of an own level with what it gives when everything is computed anew.
fn every_gain(model: &Model, units: Units, objective: Objective) -> Vec<(MeasureIndex, Column, Level, f64)> {
    let before = value(&figures_by(&model.board(), units), objective).unwrap_or_default();
    let rows: usize = model.areas.iter().map(|area| area.rows.len()).sum();
    let mut gains = Vec::new();
    for measure in (0..rows).map(|index| MeasureIndex(index as u32)) {
        let [area, row] = place(model, measure);
        for column in 0..model.columns() {
            let Says::Level(from) = model.areas[area].rows[row].says[column] else { continue };
            for to in Level::all().filter(|to| to.number() != from) {
                let changed = model.with([area, row, column], Says::Level(to.number()));
                let after = value(&figures_by(&changed.board(), units), objective).unwrap_or_default();
                gains.push((measure, Column(column as u16), to, after - before));
            }
        }
    }
    gains
}

fn check(model: &Model, units: Units, objective: Objective) -> Result<(), TestCaseError> {
    let figures = figures_by(&model.board(), units);
    let moves = figures.moves(objective);
    prop_assert!(same(moves.value(), value(&figures, objective)));
    let listed = moves.list(&EVERYTHING).moves;
    for (measure, column, to, gain) in every_gain(model, units, objective) {
        let fits = |step: &Move| (step.measure, step.column, step.to) == (measure, column, to);
        let found = listed.iter().find(|ranked| fits(&ranked.step)).map(|ranked| ranked.step.gain);
        match found {
            Some(listed) => prop_assert!((listed - gain).abs() < 1e-12, "{listed} listed, {gain} gained"),
            None => prop_assert!(gain < 1e-12, "{measure:?} {column:?} {to:?} gives {gain}, not listed"),
        }
    }
    Ok(())
}

fn objectives(model: &Model) -> Vec<Objective> {
    let last = Column(model.columns() as u16 - 1);
    let first = Column(0);
    vec![Objective::Group, Objective::Pair([first, last]), Objective::Mean(first), Objective::Mean(last)]
}

/// The board as a model: its levels, its inheritance and its weights.
fn model_of(board: &Board) -> Model {
    let group = &board.groups[board.group.unwrap()].members;
    let row = |measure: MeasureIndex| Row {
        weight: board.measure(measure).weight.thousandths(),
        members_decide: board.measure(measure).competence == Competence::MemberState,
        says: board.columns().map(|column| says(board, measure, column)).collect(),
    };
    let area = |area: &t12::scorecard::Area| Area {
        weight: area.weight.thousandths(),
        rows: area.measures().map(row).collect(),
    };
    Model {
        member: board.columns().map(|column| board.jurisdiction(column).member_of.is_some()).collect(),
        in_group: board.columns().map(|column| group.contains(&column)).collect(),
        areas: board.areas.iter().map(area).collect(),
    }
}

fn says(board: &Board, measure: MeasureIndex, column: Column) -> Says {
    let cell = board.cell(measure, column);
    match cell.answer {
        _ if cell.root != column => Says::Inherits(cell.root.index()),
        Answer::Known(level) => Says::Level(level.number()),
        Answer::Unknown => Says::Unknown,
        Answer::NotApplicable => Says::NotApplicable,
    }
}

fn shipped() -> Board {
    Workspace::embedded(t12::scorecard::PartialDate::parse("2026-11-21").unwrap()).board
}

proptest! {
    // Every change of every model is computed anew.
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn gains_are_the_recomputed_differences(model in models(MIXED), members in any::<bool>()) {
        let units = if members { Units::Members } else { Units::Decision };
        for objective in objectives(&model) {
            check(&model, units, objective)?;
        }
    }

    #[test]
    fn reversing_the_scales_changes_no_gain(model in models(COMPLETE)) {
        let reversed = model.map(|says| match says {
            Says::Level(level) => Says::Level(4 - level),
            other => other,
        });
        let gains = |model: &Model| -> Vec<i64> {
            let found = figures(&model.board()).moves(Objective::Group).list(&EVERYTHING).moves;
            found.iter().map(|ranked| (ranked.step.gain * 1e12).round() as i64).collect()
        };
        prop_assert_eq!(gains(&model), gains(&reversed));
    }

    #[test]
    fn a_sequence_takes_the_first_of_the_list_each_time(model in models(MIXED), which in 0..4_usize) {
        let objective = objectives(&model)[which];
        let sequence = figures(&model.board()).moves(objective).greedy(&Wanted::RAISING, 6);
        let mut now = model;
        for step in &sequence {
            let figures = figures(&now.board());
            let moves = figures.moves(objective).list(&Wanted::RAISING).moves;
            let first = moves[0].step;
            prop_assert_eq!((first.measure, first.column, first.to), (step.measure, step.column, step.to));
            prop_assert!((first.gain - step.gain).abs() < 1e-12);
            now = moved(&now, step);
        }
        let left = figures(&now.board()).moves(objective).list(&Wanted::RAISING).found;
        prop_assert!(sequence.len() == 6 || left == 0);
    }

    #[test]
    fn steps_to_a_target_add_up_to_the_move_there(model in models(MIXED), to in 0..5_u8) {
        let figures = figures(&model.board());
        let to = Level::new(to).unwrap();
        for objective in objectives(&model) {
            let moves = figures.moves(objective);
            for ranked in moves.list(&EVERYTHING).moves {
                let (measure, column) = (ranked.step.measure, ranked.step.column);
                let Some(whole) = moves.to(measure, column, to) else { continue };
                let steps = moves.steps_to(measure, column, to);
                prop_assert_eq!(steps.len(), usize::from(whole.steps()));
                prop_assert!((steps.iter().map(|step| step.gain).sum::<f64>() - whole.gain).abs() < 1e-12);
                let closer: u32 = steps.iter().map(|step| step.closer).sum();
                let further: u32 = steps.iter().map(|step| step.further).sum();
                prop_assert_eq!((closer, further), (whole.closer, whole.further));
            }
        }
    }
}

#[test]
fn gains_on_the_shipped_board_are_the_recomputed_differences() {
    let board = shipped();
    let model = model_of(&board);
    let poles = Objective::Pair(board.poles);
    for (units, objective) in [
        (Units::Decision, Objective::Group),
        (Units::Members, Objective::Group),
        (Units::Decision, poles),
        (Units::Decision, Objective::Mean(board.poles[1])),
    ] {
        let figures = figures_by(&board, units);
        let before = value(&figures, objective).unwrap();
        let list = figures.moves(objective).list(&Wanted::RAISING);
        assert!(list.found > 10 && list.found == list.moves.len());
        for ranked in list.moves.iter().step_by(7) {
            let after = value(&figures_by(&moved(&model, &ranked.step).board(), units), objective).unwrap();
            assert!((after - before - ranked.step.gain).abs() < 1e-12, "{ranked:?} {before} {after}");
        }
    }
}

fn level(number: u8) -> Level {
    Level::new(number).unwrap()
}

/// The formula of one step up: (others above x) - (others at or below x), over 4 n(n-1)/2.
#[test]
fn one_step_up_gains_by_those_above_and_loses_by_the_others() {
    let board = Draft::new("A B C D E").area("1").measure("1", "A 0, B 2, C 3, D 3, E 0").build();
    let figures = figures(&board);
    let step = figures.moves(Objective::Group).to(MEASURE, Column(0), level(1)).unwrap();
    assert_eq!((step.closer, step.further), (3, 1));
    assert!((step.gain - 2.0 / 40.0).abs() < 1e-15);
    let list = figures.moves(Objective::Group).list(&Wanted::RAISING);
    let found: Vec<(u16, u32, bool)> = list.moves.iter().map(|m| (m.step.column.0, m.rank, m.tied)).collect();
    assert_eq!(found, [(0, 1, true), (4, 1, true)], "B at 2 has two above and two at or below");
}

#[test]
fn a_limit_keeps_the_first_and_tells_how_many_there_are() {
    let board = Draft::new("A B C D E")
        .area("1")
        .measure("1", "A 0, B 2, C 3, D 3, E 0")
        .measure("2", "A 4, B 4, C 4, D 4, E 0")
        .build();
    let figures = figures(&board);
    let moves = figures.moves(Objective::Group);
    let all = moves.list(&Wanted::RAISING);
    let two = moves.list(&Wanted { most: Some(2), ..Wanted::RAISING });
    assert_eq!(two.found, 3);
    assert_eq!(two.moves, all.moves[..2]);
    assert!(two.moves[1].tied, "the third, not listed, shares its rank");
}

#[test]
fn lowering_is_listed_only_when_asked_for() {
    let board = Draft::new("A B C D").area("1").measure("1", "A 4, B 0, C 0, D 0").build();
    let figures = figures(&board);
    let moves = figures.moves(Objective::Group);
    assert_eq!(moves.list(&Wanted::RAISING).found, 0);
    let lowered = moves.list(&Wanted { lowering: true, ..Wanted::RAISING });
    assert_eq!(
        lowered.moves.iter().map(|m| (m.step.column.0, m.step.to)).collect::<Vec<_>>(),
        [(0, level(3))]
    );
}

#[test]
fn a_union_moves_with_those_who_inherit_and_they_not_without_it() {
    let board = Draft::new("EU US FI<EU FR<EU JP")
        .group("US FI FR JP")
        .area("1")
        .measure("1", "EU 1, US 3, FI ^EU, FR ^EU, JP 3")
        .build();
    let listed = |units| {
        let figures = figures_by(&board, units);
        let listed = figures.moves(Objective::Group).list(&Wanted::RAISING).moves;
        listed.iter().map(|m| (m.step.column.0, m.step.closer, m.step.further)).collect::<Vec<_>>()
    };
    assert_eq!(listed(Units::Decision), [(0, 2, 0)], "the EU counts once");
    assert_eq!(listed(Units::Members), [(0, 4, 0)], "both members come closer to both others");
}

#[test]
fn on_its_members_matters_a_union_has_no_level_to_move() {
    let board =
        Draft::new("EU US FI<EU FR<EU").area("1").measure("1 member-state", "EU 0, US 3, FI 1, FR 3").build();
    let figures = figures(&board);
    for objective in [Objective::Group, Objective::Pair(board.poles), Objective::Mean(Column(1))] {
        let list = figures.moves(objective).list(&EVERYTHING);
        assert!(list.moves.iter().all(|ranked| ranked.step.column != Column(0)), "{objective:?} {list:?}");
    }
}

#[test]
fn moves_follow_the_lens() {
    let board = Draft::new("A B")
        .area("1")
        .measure("1", "A 3 now=0 status=partly_in_force, B 3 status=in_force")
        .build();
    let found = |lens| {
        let figures = Figures::compute(&board, &Comparison { lens, ..Comparison::of(&board) });
        figures.moves(Objective::Group).list(&Wanted { steps: 4, ..Wanted::RAISING }).found
    };
    assert_eq!((found(Lens::AsRecorded), found(Lens::InForce)), (0, 4));
}
