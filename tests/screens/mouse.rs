//! The mouse: off until it is turned on; then clicks choose, sort and open, and the wheel moves what is under it.

use t12::tui::model::{BoardColumn, BoardForm, Direction, Focus, GapColumn, MatrixColumn, View};
use t12::tui::snapshot;
use unicode_width::UnicodeWidthStr;

use super::{Program, SHIPPED, SMALL, Start};

/// The place of a text on the screen, as scripts write it; the first one from above.
fn place_of(program: &mut Program, wanted: &str) -> String {
    let text = snapshot::text(&program.press(""));
    let found = text.lines().zip(1..).find_map(|(line, y)| {
        let at = line.find(wanted)?;
        Some(format!("{},{y}", line[..at].width() + 1))
    });
    found.unwrap_or_else(|| panic!("no `{wanted}` on the screen:\n{text}"))
}

fn do_at(program: &mut Program, act: &str, wanted: &str) {
    let place = place_of(program, wanted);
    program.press(&format!("<{act}:{place}>"));
}

/// The shipped scorecards with the mouse on, after some keys.
fn with_mouse(keys: &str) -> Program {
    Program::after(&SHIPPED, &format!("M {keys}"))
}

#[test]
fn the_mouse_is_off_until_it_is_turned_on() {
    let mut program = Program::after(&SMALL, "");
    do_at(&mut program, "click", "Gaps");
    assert_eq!(program.model.view, View::Board);
    program.press("M");
    assert!(program.notice().contains("Shift"), "how to select text now: {}", program.notice());
    assert!(program.text().contains("mouse"), "the status line says so");
    do_at(&mut program, "click", "Gaps");
    assert_eq!(program.model.view, View::Gaps);
    program.press("M");
    assert!(!program.press("j").content.is_empty() && !program.text().contains("mouse"));
}

#[test]
fn a_click_selects_row_and_column() {
    let mut program = with_mouse("2");
    do_at(&mut program, "click", "Licensing transparency");
    assert_eq!(program.model.matrix.column, MatrixColumn::Measure);
    assert_eq!(program.model.matrix.rows.row(), 8);
    let (x, y) = {
        let place = place_of(&mut program, "JP");
        let (x, _) = place.split_once(',').unwrap();
        (x.to_owned(), 7)
    };
    program.press(&format!("<click:{x},{y}>"));
    assert_eq!((program.column(), program.model.matrix.rows.row()), ("JP".to_owned(), 2));
    let mut program = with_mouse("v");
    do_at(&mut program, "click", "IN");
    assert!(matches!(program.model.board_column, BoardColumn::Jurisdiction(_)));
}

#[test]
fn a_click_on_a_heading_sorts_by_it_and_again_the_other_way() {
    let mut program = with_mouse("3");
    let sorted = |program: &Program| program.model.sorted.gaps;
    // In the standing comparison: no heading.
    do_at(&mut program, "click", "authored weights");
    assert_eq!(sorted(&program), None);
    do_at(&mut program, "click", "next step");
    assert_eq!(sorted(&program), Some((GapColumn::Next, Direction::Down)));
    do_at(&mut program, "click", "next step");
    assert_eq!(sorted(&program), Some((GapColumn::Next, Direction::Up)));
    let mut matrix = with_mouse("2");
    do_at(&mut matrix, "double-click", "gap ");
    assert_eq!(matrix.model.sorted.matrix, Some((MatrixColumn::Gap, Direction::Down)));
}

#[test]
fn every_column_that_is_drawn_can_be_clicked_where_its_heading_stands() {
    for size in [(80, 24), (120, 36), (200, 60)] {
        for (keys, codes) in [("2", ["EU", "US", "AU"]), ("v", ["AU", "CA", "FI"])] {
            let mut program = Program::start(&SHIPPED, Start { size, ..Start::default() });
            program.press(&format!("M {keys}"));
            let heading = snapshot::text(&program.press("")).lines().nth(3).unwrap().to_owned();
            for code in codes {
                let x = heading[..heading.find(code).unwrap()].width() + 1;
                program.press(&format!("<click:{x},6>"));
                let column = match program.model.board_form {
                    BoardForm::Agreement => program.model.board_column,
                    BoardForm::Sides => match program.model.matrix.column {
                        MatrixColumn::Jurisdiction(column) => BoardColumn::Jurisdiction(column),
                        _ => BoardColumn::Area,
                    },
                };
                let BoardColumn::Jurisdiction(column) = column else { panic!("{code} {size:?}: {column:?}") };
                assert_eq!(program.model.board.jurisdiction(column).code.as_str(), code, "{size:?}");
            }
        }
    }
}

#[test]
fn a_double_click_opens() {
    let mut program = with_mouse("");
    do_at(&mut program, "double-click", "Export controls");
    assert!(program.place().starts_with("matrix export-controls/"), "{}", program.place());
}

#[test]
fn the_wheel_moves_what_is_under_the_pointer() {
    let mut program = with_mouse("3");
    program.press("<wheel-down:20,8> <wheel-down:20,8> <wheel-up:20,8>");
    assert_eq!(program.rows().row(), 1);
    let mut program = with_mouse("2 <resize:80x24>");
    let before = program.model.detail.first();
    program.press("<wheel-down:20,19>");
    assert_eq!(
        (program.model.detail.first(), program.rows().row()),
        (before + 3, 0),
        "the detail, not the table"
    );
    program.press("<wheel-up:20,19> <wheel-right:20,6>");
    assert_eq!((program.model.detail.first(), program.column()), (0, "US".to_owned()));
}

#[test]
fn a_click_in_the_detail_gives_it_the_keys_and_one_in_the_table_takes_them_back() {
    let mut program = with_mouse("2 <click:100,25>");
    assert_eq!(program.model.focus, Focus::Detail);
    program.press("<click:5,6>");
    assert_eq!((program.model.focus, program.rows().row()), (Focus::Table, 1));
}

#[test]
fn in_a_list_the_wheel_and_clicks_choose_and_a_click_beside_it_closes() {
    let mut program = with_mouse("2 t");
    do_at(&mut program, "click", "High contrast");
    assert!(program.text().contains("contrast"), "it is shown");
    assert_eq!((program.model.layers.len(), program.model.theme.id()), (1, "dark"));
    program.press("<wheel-up:100,10>");
    assert_eq!(program.model.theme_on_screen().id(), "paper");
    do_at(&mut program, "double-click", "Paper");
    assert_eq!((program.model.layers.len(), program.model.theme.id()), (0, "paper"));
    let mut program = with_mouse("J o <wheel-down:50,10> <click:2,30>");
    assert!(program.model.layers.is_empty());
    program.press("? <click:60,10>");
    assert_eq!(program.model.layers.len(), 1, "inside");
}

#[test]
fn a_click_on_a_hint_does_what_it_says() {
    let mut program = with_mouse("2");
    do_at(&mut program, "click", "zoom");
    assert!(program.model.zoomed);
}

#[test]
fn a_line_being_typed_is_left_alone() {
    let mut program = with_mouse("2 / \"licence\"");
    let place = program.place();
    program.press("<click:5,6> <wheel-down:5,6>");
    assert_eq!((program.place(), program.model.prompt.is_some()), (place, true));
}

#[test]
fn anywhere_on_any_screen_a_click_does_no_harm() {
    for keys in ["", "v", "2", "3", "J z", "?", ":", "J o", "t", "c", "2 /"] {
        for size in [(1, 1), (60, 15), (120, 36)] {
            for at in ["1,1", "60,2", "40,8", "1000,1000"] {
                for act in ["double-click", "wheel-left"] {
                    let mut program = Program::start(&SMALL, Start { size, ..Start::default() });
                    program.press(&format!("M {keys} <{act}:{at}>"));
                }
            }
        }
    }
}
