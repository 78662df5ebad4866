//! Who is listed where: rows, lists, presets that follow the poles, evidence and sources.

use t12::tui::model::{Subject, View};

use super::{Program, SHIPPED, SMALL};

/// The line of the headings.
fn heading_of(program: &mut Program) -> String {
    let text = program.text();
    text.lines().find(|line| line.contains("  entity ")).unwrap_or_else(|| panic!("{text}")).to_owned()
}

/// The ids of the entities shown.
fn shown(program: &Program) -> Vec<String> {
    let (state, rows) = (&program.model.sheets.entities, program.rows());
    let things = (0..rows.len()).map(|row| t12::analysis::EntityIndex(rows.thing(row).unwrap()));
    things.map(|entity| state.listings().entity(&program.model.board, entity).id.to_string()).collect()
}

#[test]
fn rows_are_entities_and_columns_the_lists_of_the_poles_first() {
    let mut program = Program::after(&SMALL, "7");
    assert_eq!(shown(&program), ["salt-crew", "fog-company", "reef-brothers"]);
    let heading = heading_of(&mut program);
    let codes: Vec<&str> = heading
        .split_whitespace()
        .filter(|word| word.bytes().all(|byte| byte.is_ascii_uppercase()))
        .collect();
    assert_eq!(codes, ["UNI", "ORB", "ZED"]);
    program.press(": \"poles zed uni\" <enter>");
    let heading = heading_of(&mut program);
    let codes: Vec<&str> = heading
        .split_whitespace()
        .filter(|word| word.bytes().all(|byte| byte.is_ascii_uppercase()))
        .collect();
    assert_eq!(codes, ["ZED", "UNI", "ORB"]);
}

#[test]
fn the_list_of_the_cursor_is_named_and_told_first() {
    let mut program = Program::after(&SMALL, "7 l l");
    assert!(matches!(program.model.subject(), Some(Subject::Entity(_, Some(_)))));
    let text = program.text();
    assert!(text.contains("ORB Roll of Wreckers listed, since 2019-10"), "{text}");
    assert!(text.contains("Nobody may sell oil to them"), "{text}");
}

#[test]
fn presets_ask_of_the_poles_in_use() {
    let found = |keys: &str| shown(&Program::after(&SMALL, keys));
    assert_eq!(found("7 p"), Vec::<String>::new());
    assert_eq!(found("7 p p"), ["fog-company"]);
    assert_eq!(found(": \"poles zed uni\" <enter> 7 p"), ["fog-company"]);
    let program = Program::after(&SMALL, "7 : \"preset removed from a list\" <enter>");
    assert_eq!(shown(&program), ["salt-crew", "reef-brothers"]);
    assert!(program.notice().contains("2 of 3"), "{}", program.notice());
}

#[test]
fn a_term_that_says_nothing_about_entities_is_passed_over_and_told() {
    let mut program = Program::after(&SHIPPED, "f \"gap>=2\" <enter> 7");
    assert_eq!(shown(&program).len(), 45);
    assert!(program.text().contains("says nothing about entities: gap>=2"), "{}", program.text());
}

#[test]
fn a_list_sorts_by_how_entities_stand_on_it() {
    let program = Program::after(&SMALL, "7 l l l s");
    // Removed from the board; nothing is known of the others there.
    assert_eq!(shown(&program)[0], "salt-crew");
    assert_eq!(shown(&Program::after(&SMALL, "7 s")), ["reef-brothers", "fog-company", "salt-crew"]);
}

#[test]
fn sources_and_copies_are_those_of_the_listings() {
    let mut program = Program::after(&SMALL, "7 o");
    assert!(program.text().contains("https://orbis.example/1"), "{}", program.text());
    let mut program = Program::after(&SMALL, "7");
    let (_, copied) = super::copying::copied(&mut program, "y");
    assert!(
        copied.contains("ORB Roll of Wreckers: listed since 2019-10, https://orbis.example/1"),
        "{copied}"
    );
    let (_, row) = super::copying::copied(&mut program, "Y");
    assert!(row.starts_with("Entity\tCountry\tUNI\tORB\tZED\tListed on\n"), "{row}");
}

#[test]
fn a_workspace_without_a_register_says_so() {
    let mut program = Program::after(&super::HOSTILE, "7");
    assert_eq!(program.model.view, View::Entities);
    assert!(program.text().contains("No file of this workspace is a register"), "{}", program.text());
}

#[test]
fn the_order_and_the_cursor_stay_with_their_list_when_the_registers_change() {
    let mut program = Program::after(&SHIPPED, "7 l l l s");
    let list = |program: &Program| {
        let state = &program.model.sheets.entities;
        let sorted = state.lists()[state.table.sorted.unwrap().0 - 1];
        let id = |list| state.listings().list(&program.model.board, list).id.to_string();
        (id(state.list().unwrap()), id(sorted))
    };
    let before = list(&program);
    let mut board = SHIPPED.clone();
    board.registers[0].lists.reverse();
    program.reload_board(board);
    assert_eq!(list(&program), before);
}
