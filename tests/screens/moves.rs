//! The view Moves: what would bring the group closer, and what happens when a move is made.

use t12::analysis::{Decider, Move, Objective, Wanted};
use t12::scorecard::Answer;
use t12::tui::model::{MatrixColumn, MovesForm, View};

use super::{Program, SHIPPED, SMALL};

fn listed(program: &Program) -> Vec<Move> {
    let moves = &program.model.sheets.moves;
    let rows = (0..moves.table.rows.len()).filter_map(|row| moves.table.rows.thing(row));
    rows.map(|row| moves.of_row(row).unwrap().step).collect()
}

fn current(program: &Program) -> Move {
    program.model.sheets.moves.current().unwrap().step
}

#[test]
fn it_lists_every_move_that_raises_and_says_who_decides() {
    let mut program = Program::after(&SHIPPED, "6");
    let found = program.model.figures.moves(Objective::Group).list(&Wanted::RAISING).found;
    assert_eq!(listed(&program).len(), found);
    assert!(listed(&program).iter().all(Move::raises));
    assert!(program.text().contains("The program computes, the group decides."));
}

#[test]
fn enter_goes_to_the_cell_and_back_comes_to_the_move() {
    let mut program = Program::after(&SHIPPED, "6 g g j j");
    let step = current(&program);
    program.press("<enter>");
    assert_eq!((program.model.view, program.model.measure()), (View::Matrix, Some(step.measure)));
    assert_eq!(program.model.matrix.column, MatrixColumn::Jurisdiction(step.column));
    program.press("<c-o>");
    assert_eq!((program.model.view, current(&program)), (View::Moves, step));
}

#[test]
fn w_makes_the_move_and_undo_takes_it_back() {
    let mut program = Program::after(&SHIPPED, "6 g g j");
    let (step, before) = (current(&program), program.model.sheets.moves.value().unwrap());
    program.press("w");
    let supposed = program.model.board.supposed().levels.clone();
    assert_eq!(supposed.get(&(step.measure, step.column)), Some(&Answer::Known(step.to)));
    assert_eq!((supposed.len(), program.model.what_if.is_on()), (1, false));
    let after = program.model.sheets.moves.value().unwrap();
    assert!((after - before - step.gain).abs() < 1e-12);
    assert!(!listed(&program).contains(&step));
    program.press("u");
    assert_eq!(program.model.sheets.moves.value(), Some(before));
}

#[test]
fn the_sequence_adds_up_and_w_makes_it_up_to_the_row() {
    let mut program = Program::after(&SHIPPED, "6 v g g j j j");
    assert_eq!(program.model.sheets.moves.form, MovesForm::Sequence);
    let before = program.model.sheets.moves.value().unwrap();
    let total = program.model.sheets.moves.total(3).unwrap();
    assert!(program.text().contains("a heuristic"));
    program.press("w");
    let after = program.model.sheets.moves.value().unwrap();
    assert!((after - before - total).abs() < 1e-12, "{before} {after} {total}");
    program.press("u v");
    assert_eq!(program.model.what_ifs(), 0);
    assert_eq!(program.model.sheets.moves.form, MovesForm::List);
}

#[test]
fn a_filter_asks_the_one_that_moves() {
    let all = listed(&Program::after(&SHIPPED, "6"));
    let program = Program::after(&SHIPPED, "6 f \"decides:member\" <enter>");
    let board = &program.model.board;
    let left: Vec<Move> =
        all.iter().copied().filter(|step| Decider::of(board, step.column) == Decider::Member).collect();
    assert!(!left.is_empty());
    assert_eq!(listed(&program), left);
    assert_eq!(program.model.found(), Some((left.len(), all.len())));
    // The step to come is the mover's own, not a pole's.
    let program = Program::after(&SHIPPED, "6 f \"next<=2027-12\" <enter>");
    let has_step = |step: &Move| {
        let position = program.model.board.position(program.model.board.cell(step.measure, step.column));
        position.is_some_and(|position| !position.next.is_empty())
    };
    assert!(!listed(&program).is_empty() && listed(&program).iter().all(has_step));
    let mut none = Program::after(&SMALL, "6 f \"decides:union\" <enter>");
    assert!(listed(&none).is_empty() && none.text().contains("No move fits the filter."));
}

#[test]
fn sorting_keeps_the_cursor_on_its_move_and_all_brings_the_order_back() {
    let mut program = Program::after(&SHIPPED, "6 g g j j l");
    let (step, own) = (current(&program), listed(&program));
    program.press("s");
    assert_eq!(current(&program), step);
    assert!(listed(&program).is_sorted_by_key(|step| step.column));
    program.press("s s");
    assert_eq!(listed(&program), own);
}

#[test]
fn what_moves_raise_and_whether_they_lower_is_chosen() {
    let mut program = Program::after(&SHIPPED, "6 : \"objective pair\" <enter>");
    let poles = program.model.board.poles;
    assert_eq!(program.model.sheets.moves.objective, Objective::Pair(poles));
    assert!(!listed(&program).is_empty() && listed(&program).iter().all(|step| poles.contains(&step.column)));
    program.press(": \"objective JP\" <enter>");
    assert!(program.notice().contains("mean alignment of JP"), "{}", program.notice());
    program.press(": \"objective nobody\" <enter>");
    assert!(program.notice().contains("CODE"), "{}", program.notice());
    program.press("<esc> : \"objective group\" <enter> : \"lowering\" <enter>");
    assert!(listed(&program).iter().any(|step| !step.raises()));
}

#[test]
fn the_detail_of_a_measure_tells_who_stands_apart_and_only_there() {
    let mut program = Program::after(&SHIPPED, "3");
    let (mut told, mut untold) = (0, 0);
    for measure in program.model.board.measure_indexes() {
        program.model.jump_to_measure(View::Gaps, measure);
        program.press("z");
        let (strip, tally) = (program.model.figures.strip(measure), *program.model.figures.tally(measure));
        let apart = t12::scorecard::Level::all().zip(&strip.levels);
        let apart = apart.filter(|&(level, _)| tally.stands_apart(level)).any(|(_, units)| !units.is_empty());
        assert_eq!(program.text().contains("Stands apart:"), apart, "{measure:?}");
        (told, untold) = (told + u32::from(apart), untold + u32::from(!apart));
        program.press("z");
    }
    assert!(told > 0 && untold > 0);
}
