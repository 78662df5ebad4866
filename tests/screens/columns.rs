//! The list of columns: what is shown, in which order, and what is compared, all while it is looked at.

use t12::tui::layer::Layer;
use t12::tui::model::{Columns, GapColumn, Model};

use super::{Program, SHIPPED, SMALL};

/// The codes of the jurisdictions beside the poles, left to right.
fn members(model: &Model) -> String {
    let code = |&column| model.board.jurisdiction(column).code.to_string();
    model.matrix.members.iter().map(code).collect::<Vec<_>>().join(" ")
}

fn poles(model: &Model) -> String {
    let code = |column| model.board.jurisdiction(column).code.to_string();
    model.figures.comparison().poles.map(code).join(" ")
}

#[test]
fn a_jurisdiction_is_hidden_and_shown_again_and_the_heading_counts_it() {
    let mut program = Program::after(&SMALL, "2 $");
    assert_eq!(members(&program.model), "KES VAL TIR ZED");
    program.press("c <space>");
    assert_eq!(members(&program.model), "KES VAL TIR", "at once, behind the list");
    assert_eq!(program.model.layers.len(), 1);
    program.press("k <space> <esc>");
    assert_eq!(members(&program.model), "KES VAL");
    assert!(program.text().contains("2 hidden"), "{}", program.text());
    assert_eq!(program.column(), "UNI", "a cursor whose column is gone goes to the first pole");
    program.press("v 1 v");
    assert!(program.text().contains("2 hidden"), "{}", program.text());
    assert!(!program.text().contains("ZED"), "{}", program.text());
    program.press("c G <enter> <esc>");
    assert_eq!(members(&program.model), "KES VAL TIR ZED");
    assert!(!program.text().contains("hidden"));
}

#[test]
fn a_pole_is_always_shown_and_first() {
    let mut program = Program::after(&SMALL, "2 c <space>");
    assert_eq!(program.notice(), "UNI is a pole, which is always shown");
    program.press("> > <esc>");
    assert_eq!(members(&program.model), "KES VAL TIR ZED");
    program.press("c \"/kes\" <enter> <space> <esc> <esc> : \"poles kes zed\" <enter>");
    assert_eq!(
        (poles(&program.model).as_str(), members(&program.model).as_str()),
        ("KES ZED", "ORB VAL TIR UNI")
    );
    assert_eq!(program.model.hidden_columns(), 0, "hidden or not, a pole is shown");
}

#[test]
fn columns_move_with_the_cursor_and_stop_at_both_ends() {
    let mut program = Program::after(&SMALL, "2 l l l c > >");
    assert_eq!(members(&program.model), "VAL TIR KES ZED");
    program.press("<right> >");
    assert_eq!(members(&program.model), "VAL TIR ZED KES");
    program.press("< H <left> <left> <left>");
    assert_eq!(members(&program.model), "KES VAL TIR ZED");
    program.press("L <esc> l");
    assert_eq!(members(&program.model), "VAL KES TIR ZED");
    assert_eq!(program.column(), "TIR", "right of the column that moved");
    program.press("c G <enter> q");
    assert_eq!(members(&program.model), "KES VAL TIR ZED");
}

#[test]
fn only_the_group_hides_everyone_else() {
    let mut program = Program::after(&SMALL, "2 : \"group islands\" <enter> c G k <enter> <esc>");
    assert_eq!(members(&program.model), "TIR ZED");
    assert!(program.text().contains("2 hidden"));
}

#[test]
fn poles_group_and_weights_are_chosen_from_the_list_and_the_frame_follows() {
    let mut program = Program::after(&SMALL, "c <enter> G <enter>");
    assert_eq!(poles(&program.model), "ZED ORB");
    assert!(program.text().contains("ZED ⇄ ORB"), "{}", program.text());
    program.press("j <enter> G <enter>");
    assert_eq!(poles(&program.model), "ORB ZED", "the other pole swaps the two");
    program.press("j <enter> j <enter> j <enter> G <enter> <esc>");
    let text = program.text();
    assert!(text.contains("islands") && text.contains("bright weights"), "{text}");
    program.press("c <enter> <esc> j j j j <enter> j <enter> <esc>");
    assert!(program.text().contains("in force"), "{}", program.text());
    program.press("c <enter> <esc> j j j j j <enter> j <enter> <esc>");
    assert!(program.text().contains("members counted"), "{}", program.text());
    program.press("c <enter> G <esc> <esc>");
    assert_eq!(poles(&program.model), "ORB ZED", "Esc leaves it as it was");
}

#[test]
fn the_list_is_filtered_and_esc_peels_it() {
    let mut program = Program::after(&SMALL, "c \"/tir\" <enter>");
    let text = program.text();
    assert!(text.contains("Tirnach") && !text.contains("Zedonia"), "{text}");
    program.press("<esc>");
    assert!(program.text().contains("Zedonia"));
    assert!(matches!(program.model.layers.as_slice(), [Layer::Columns(_)]));
    program.press("\"/zzz\" <enter> <space> j <");
    assert!(program.text().contains("Nothing of that name."));
    program.press("<esc> <esc>");
    assert!(program.model.layers.is_empty());
    assert_eq!(members(&program.model), "KES VAL TIR ZED");
}

#[test]
fn the_cursor_keeps_its_column_where_it_is_still_shown() {
    let mut program = Program::after(&SMALL, "2 $ c G k <esc> : \"weights equal\" <enter>");
    assert_eq!(program.column(), "ZED");
    program.press(": \"poles tir val\" <enter>");
    assert_eq!(program.column(), "ZED");
}

#[test]
fn columns_keep_their_jurisdictions_when_the_numbers_change() {
    let model = Program::after(&SHIPPED, "").model;
    let (board, comparison) = (&model.board, model.figures.comparison());
    let shown: Vec<_> = model.columns.members(board, comparison).into_iter().rev().take(4).collect();
    let columns = Columns::only(board, shown.clone());
    assert_eq!(columns.shown(board, comparison), shown);
    assert_eq!(columns.renumbered(Some), columns);
    let without_one = columns.renumbered(|column| (column != shown[0]).then_some(column));
    assert_eq!(without_one.shown(board, comparison), [&shown[1..], &shown[..1]].concat());
}

#[test]
fn columns_of_the_list_of_gaps_are_hidden_and_shown_again() {
    let mut program = Program::after(&SHIPPED, "<resize:160x40> 3");
    let heading = |program: &mut Program| program.text().lines().nth(3).unwrap().to_owned();
    assert!(heading(&mut program).contains("weight"), "{}", heading(&mut program));
    program.press("c / \"weight column\" <enter> <space> <esc> <esc>");
    assert!(!heading(&mut program).contains("weight"), "{}", heading(&mut program));
    program.press("l l l l");
    assert_eq!(program.model.gap_column, GapColumn::Group, "the cursor passes over it");
    program.press("c / \"group 0-4\" <enter> <space> <esc> <esc>");
    assert_eq!(program.model.gap_column, GapColumn::Rank);
    program.press("c / \"weight column\" <enter> <space> <esc> <esc>");
    assert!(heading(&mut program).contains("weight") && !heading(&mut program).contains("group 0-4"));
}

#[test]
fn lists_of_hidden_jurisdictions_are_hidden_and_those_of_others_stand_in_their_order() {
    let lists = |keys: &str| {
        let program = Program::after(&SMALL, keys);
        let state = &program.model.sheets.entities;
        let ids = state
            .lists()
            .iter()
            .map(|&list| state.listings().list(&program.model.board, list).id.to_string());
        ids.collect::<Vec<String>>()
    };
    let all = ["union-list", "orbis-roll", "orbis-board", "zedonian-list"];
    assert_eq!(lists("7"), all);
    let hide = "c / \"Zedonia\" <enter> <space> <esc> <esc>";
    assert_eq!(lists(&format!("7 {hide}")), all[..3], "in the view");
    assert_eq!(lists(&format!("2 {hide} 7")), all[..3], "before it is opened");
    let mut program = Program::after(&SMALL, &format!("7 {hide}"));
    assert!(program.text().contains("1 hidden"), "{}", program.text());
}
