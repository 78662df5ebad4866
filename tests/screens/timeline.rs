//! What changed and what is coming: the axis, the phases, and where a row leads.

use t12::analysis::Phase;
use t12::tui::model::{MatrixColumn, View};

use super::{Program, SHIPPED, SMALL};

fn dates(program: &Program) -> Vec<String> {
    let (state, rows) = (&program.model.sheets.timeline, program.rows());
    (0..rows.len()).map(|row| state.event(rows.thing(row).unwrap()).unwrap().date.to_string()).collect()
}

#[test]
fn it_opens_on_what_comes_next_with_what_is_overdue_apart() {
    let mut program = Program::after(&SMALL, "8");
    let here = program.model.sheets.timeline.here().unwrap();
    assert_eq!((here.phase, here.date.to_string().as_str()), (Phase::Coming, "2027-01-01"));
    let expected = [
        "1851-03",
        "2001",
        "2018",
        "2019-10",
        "2020-02-01",
        "2024-07",
        "2025-11-30",
        "2020",
        "2027-01-01",
        "2027-02",
        "2027-05-01",
    ];
    assert_eq!(dates(&program), expected);
    let text = program.text();
    assert!(text.contains("overdue: A step long past"), "{text}");
    assert!(text.contains("11 dated changes: 7 past, 1 overdue, 3 coming"), "{text}");
}

#[test]
fn the_axis_is_as_fine_as_asked_and_never_finer_than_what_is_known() {
    let mut program = Program::after(&SMALL, "8");
    let axis = |program: &mut Program| {
        let text = program.text();
        text.lines().nth(5).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert!(
        axis(&mut program).contains("2025 Q4") && axis(&mut program).contains("2018 2019 Q4"),
        "{}",
        axis(&mut program)
    );
    program.press("v");
    assert!(
        axis(&mut program).contains("2027-01") && axis(&mut program).contains("2018 2019-10"),
        "{}",
        axis(&mut program)
    );
    program.press("v");
    assert!(!axis(&mut program).contains('-') && !axis(&mut program).contains('Q'), "{}", axis(&mut program));
    program.press(": \"period month\" <enter>");
    assert!(axis(&mut program).contains("2027-01"), "{}", axis(&mut program));
}

#[test]
fn enter_leads_to_the_cell_and_to_the_entity() {
    let program = Program::after(&SMALL, "8 j <enter>");
    assert_eq!(program.model.view, View::Matrix);
    let MatrixColumn::Jurisdiction(column) = program.model.matrix.column else { panic!("a cell") };
    assert_eq!(program.model.board.jurisdiction(column).code.as_str(), "ORB");
    let program = Program::after(&SMALL, "8 <enter>");
    assert_eq!(program.model.view, View::Entities);
    let state = &program.model.sheets.entities;
    let list = state.listings().list(&program.model.board, state.list().unwrap());
    assert_eq!(&*list.id, "union-list");
}

#[test]
fn presets_and_since_leave_what_they_say() {
    let found = |keys: &str| dates(&Program::after(&SMALL, keys));
    assert_eq!(found("8 p"), ["2027-01-01", "2027-02", "2027-05-01"]);
    assert_eq!(found("8 p p"), ["2020"]);
    assert_eq!(found(": \"since 2024\" <enter>"), ["2024-07", "2025-11-30"]);
    assert_eq!(found("8 f \"area:lamps phase:coming\" <enter>"), ["2027-02", "2027-05-01"]);
    let program = Program::after(&SMALL, ": \"since yesterday\" <enter>");
    assert!(program.notice().starts_with("Since when?"), "{}", program.notice());
}

#[test]
fn a_measure_is_found_at_its_next_change() {
    let mut program = Program::after(&SHIPPED, "3 j j j 8");
    let measure = program.model.measure();
    assert!(measure.is_some());
    program.press("3");
    assert_eq!(program.model.measure(), measure);
}

#[test]
fn the_cursor_stays_on_its_listing_when_the_registers_change() {
    let mut program = Program::after(&SHIPPED, "8 f \"phase:past\" <enter> G");
    while program.model.sheets.timeline.here().unwrap().what.listing().is_none() {
        program.press("k");
    }
    let told = |program: &Program| {
        let what = program.model.sheets.timeline.here().unwrap().what;
        let (entity, list) = what.listing().unwrap();
        let listings = program.model.sheets.entities.listings();
        let board = &program.model.board;
        format!("{} {} {}", what.key(), listings.entity(board, entity).id, listings.list(board, list).id)
    };
    let before = told(&program);
    let mut board = SHIPPED.clone();
    for register in &mut board.registers {
        register.entities.reverse();
        register.lists.reverse();
    }
    program.reload_board(board);
    assert_eq!(told(&program), before);
    program.press("<enter>");
    assert_eq!(program.model.view, View::Entities);
}
