//! Keys that move, sort, search and set: what the model is afterwards.

use t12::tui::model::{BoardForm, Direction, Focus, GapColumn};

use super::board::Draft;
use super::{Program, SHIPPED, SMALL, place_after};

#[test]
fn moving_stops_at_both_ends() {
    assert_eq!(place_after(""), "board lamps");
    assert_eq!(place_after("j"), "board ropes");
    assert_eq!(place_after("j j <down> k k <up>"), "board lamps");
    assert_eq!(place_after("3 G"), "gaps ropes/knots");
    assert_eq!(place_after("3 <end> g g"), "gaps lamps/brightness");
    assert_eq!(place_after("3 G <home>"), "gaps lamps/brightness");
    assert_eq!(place_after("3 <pgdn>"), "gaps ropes/knots");
    assert_eq!(place_after("3 <c-d> <c-u>"), "gaps lamps/brightness");
}

#[test]
fn columns_go_from_the_title_over_the_poles_to_the_members() {
    assert_eq!(place_after("2"), "matrix lamps/brightness UNI");
    assert_eq!(place_after("2 l"), "matrix lamps/brightness ORB");
    assert_eq!(place_after("2 l l"), "matrix lamps/brightness gap");
    assert_eq!(place_after("2 l l <right>"), "matrix lamps/brightness KES");
    assert_eq!(place_after("2 $ l"), "matrix lamps/brightness ZED");
    assert_eq!(place_after("2 $ ^ h"), "matrix lamps/brightness title");
    assert_eq!(place_after("2 j l l l"), "matrix lamps/colour KES");
}

#[test]
fn a_number_goes_to_that_row() {
    assert_eq!(place_after("3 : \"3\" <enter>"), "gaps ropes/strength");
    assert_eq!(place_after("3 : \"42\" <enter>"), "gaps ropes/knots");
    assert_eq!(place_after("3 : \"row 2\" <enter>"), "gaps lamps/colour");
    let program = Program::after(&SMALL, "3 j : \"0\" <enter>");
    assert_eq!((program.place().as_str(), program.notice()), ("gaps lamps/colour", "Not a row number: 0"));
}

#[test]
fn sorting_turns_down_up_and_off_and_the_cursor_stays_on_its_measure() {
    let mut program = Program::after(&SMALL, "3 j l l");
    let own = program.measures();
    assert_eq!(own, ["brightness", "colour", "strength", "knots"]);
    program.press("s");
    assert_eq!(program.model.sorted.gaps, Some((GapColumn::Measure, Direction::Down)));
    assert_eq!(program.measures(), ["brightness", "colour", "strength", "knots"], "by their titles");
    program.press("s");
    assert_eq!(program.measures(), ["knots", "strength", "colour", "brightness"]);
    assert_eq!((program.place().as_str(), program.rows().row()), ("gaps lamps/colour", 2));
    program.press("s");
    assert_eq!((program.model.sorted.gaps, program.measures()), (None, own));
    assert_eq!(program.place(), "gaps lamps/colour");
}

#[test]
fn a_matrix_sorts_by_the_levels_of_a_jurisdiction() {
    let mut program = Program::after(&SMALL, "2 l s");
    assert_eq!(program.measures(), ["colour", "brightness"]);
    assert_eq!(program.place(), "matrix lamps/brightness ORB");
    program.press("s");
    assert_eq!(program.measures(), ["brightness", "colour"]);
}

#[test]
fn search_finds_as_one_types_and_goes_round() {
    let mut program = Program::after(&SMALL, "3 / \"rope\"");
    assert_eq!(program.place(), "gaps ropes/strength");
    assert!(program.model.prompt.is_some());
    program.press("<enter>");
    let search = program.model.search.as_ref().unwrap();
    assert_eq!(search.query(), "rope");
    let found = search.found();
    assert!(found > 0 && program.model.prompt.is_none());
    program.press("g g n");
    assert_eq!(program.place(), "gaps ropes/strength");
    program.press("G N");
    assert!(program.place().starts_with("gaps ropes/"), "{}", program.place());
    program.press("/ <up>");
    assert_eq!(program.model.prompt.as_ref().unwrap().text(), "rope", "the history brings it back");
}

#[test]
fn search_goes_to_the_cell_in_a_matrix_and_round_with_a_notice() {
    let mut program = Program::after(&SMALL, "2 / \"kes\" <enter>");
    assert_eq!(program.place(), "matrix lamps/brightness KES");
    let found = program.model.search.as_ref().unwrap().found();
    for _ in 1..found {
        program.press("n");
        assert_eq!(program.notice(), "");
    }
    program.press("n");
    assert_eq!(program.notice(), "From the last match to the first.");
    assert_eq!(program.place(), "matrix lamps/brightness KES");
    program.press("N");
    assert_eq!(program.notice(), "From the first match to the last.");
}

#[test]
fn a_search_given_up_leaves_cursor_zoom_and_trail_as_they_were() {
    let program = Program::after(&SMALL, "2 j z / \"rope\" <esc>");
    assert_eq!(program.place(), "matrix lamps/colour UNI");
    assert!(program.model.zoomed && program.model.search.is_none());
    assert_eq!(program.model.trail.len(), 1, "the jump from the board");
    assert_eq!(place_after("3 / \"rope\" <bs> <bs> <bs> <bs>"), "gaps lamps/brightness");
}

#[test]
fn a_search_without_a_match_says_so_and_leaves_nothing_behind() {
    let program = Program::after(&SMALL, "3 j / \"zzzz\" <enter>");
    assert!(program.model.search.is_none());
    assert_eq!((program.place().as_str(), program.notice()), ("gaps lamps/colour", "Nothing found for zzzz"));
}

#[test]
fn one_key_goes_through_the_weights_and_says_which_count() {
    let mut program = Program::after(&SMALL, "=");
    assert!(program.text().contains("equal weights"), "{}", program.text());
    assert_eq!(program.notice(), "Weights: equal, 2 of 3");
    program.press("=");
    assert_eq!(program.notice(), "Weights: bright, 3 of 3");
    program.press("=");
    assert_eq!(program.notice(), "Weights: authored, 1 of 3");
    assert!(program.text().contains("authored weights"), "{}", program.text());
}

#[test]
fn the_palette_takes_arguments() {
    let mut program = Program::after(&SMALL, ": \"theme paper\" <enter>");
    assert_eq!(program.model.theme.id(), "paper");
    program.press(": \"poles orb tir\" <enter>");
    let codes = |program: &Program| {
        let poles = program.model.figures.comparison().poles;
        poles.map(|pole| program.model.board.jurisdiction(pole).code.to_string())
    };
    assert_eq!(codes(&program), ["ORB", "TIR"]);
    program.press(": \"group islands\" <enter>");
    assert_eq!(program.model.figures.comparison().group.len(), 2);
    program.press(": \"weights bright\" <enter>");
    assert_eq!(
        program.model.figures.comparison().weights,
        t12::scorecard::WeightChoice::Named("bright".into())
    );
    for (wrong, said) in [
        ("theme beige", "there is no theme `beige`"),
        ("poles ORB ORB", "Name two different jurisdictions"),
        ("poles ORB XYZ", "Name two different jurisdictions"),
        ("group towers", "The groups are"),
        ("weights heavy", "The weights are"),
        ("units towers", "The units are: decision, members"),
        ("goto towers", "There is no area `towers`"),
        ("goto lmaps/colour", "There is no area `lmaps`; did you mean lamps?"),
        ("goto lamps/color", "There is no measure `color`; did you mean colour?"),
        ("goto lamps/colour/XX", "There is no jurisdiction `XX`"),
        ("goto a/b/c/d", "A place is written AREA"),
    ] {
        program.press(&format!(": \"{wrong}\" <enter>"));
        assert!(program.notice().starts_with(said), "{wrong}: {}", program.notice());
        assert_eq!(program.model.layers.len(), 1, "{wrong}: the line waits to be put right");
        program.press("<esc>");
    }
    assert_eq!(program.model.theme.id(), "paper");
    assert_eq!(codes(&program), ["ORB", "TIR"]);
    assert_eq!(program.model.figures.comparison().group.len(), 2);
}

#[test]
fn other_poles_keep_the_cursor_on_its_measure() {
    let program = Program::after(&SMALL, "3 j : \"poles ORB TIR\" <enter>");
    assert_eq!(program.place(), "gaps lamps/colour");
}

#[test]
fn the_board_turns_to_its_other_form_and_back() {
    let mut program = Program::after(&SMALL, "v");
    assert_eq!(program.model.board_form, BoardForm::Agreement);
    assert!(program.text().contains("Agreement with the group"));
    program.press("v");
    assert_eq!(program.model.board_form, BoardForm::Sides);
}

#[test]
fn the_focus_moves_the_keys_to_the_detail_and_back() {
    let mut program = Program::start(&SHIPPED, super::Start { size: (80, 24), ..super::Start::default() });
    program.press("3 <tab>");
    assert_eq!(program.model.focus, Focus::Detail);
    let before = program.place();
    program.press("j j j");
    assert_eq!((program.place(), program.model.detail.first()), (before, 3));
    program.press("k <tab>");
    assert_eq!((program.model.focus, program.model.detail.first()), (Focus::Table, 2));
    program.press("j");
    assert_eq!(program.model.detail.first(), 0, "another subject begins at its top");
}

#[test]
fn a_key_without_meaning_says_so_and_so_does_one_for_another_place() {
    assert_eq!(Program::after(&SMALL, "Q").notice(), "Q does nothing here; ? shows the keys");
    assert_eq!(Program::after(&SMALL, "g x").notice(), "gx does nothing here; ? shows the keys");
    assert_eq!(Program::after(&SMALL, "2 v").notice(), "Other form is not for this place");
    assert_eq!(Program::after(&SMALL, "<c-o>").notice(), "Jump back is not for this place");
}

#[test]
fn quit_ends_the_script_and_looking_changes_nothing() {
    for quit in ["q", "<c-c>"] {
        assert_eq!(place_after(&format!("j {quit} k")), "board ropes");
    }
    let program = Program::after(&SMALL, "2 L j l z <esc> v / \"rope\" <enter> s y");
    let before = format!("{:?}", Program::after(&SMALL, "").model.board);
    assert_eq!(format!("{:?}", program.model.board), before);
}

#[test]
fn without_a_terminal_nothing_is_copied_or_opened_and_both_say_so() {
    assert_eq!(Program::after(&SHIPPED, "J y").notice(), "Without a terminal the citation is not copied");
    let opened = Program::after(&SHIPPED, "J o <enter>");
    assert!(opened.notice().starts_with("Without a terminal nothing is opened; the link is https://"));
}

#[test]
fn ten_thousand_measures_scroll() {
    let mut draft = Draft::new("EU US FI<EU").group("US FI").area("1");
    for _ in 0..10_000 {
        draft = draft.measure("1 shared", "EU 3, US 1, FI 2");
    }
    let board = draft.build();
    let mut program = Program::after(&board, "3");
    let height = program.model.table_height();
    assert!((10..36).contains(&height));
    let mut at = |keys: &str| {
        program.press(keys);
        let (row, top) = (program.rows().row(), program.rows().top());
        assert!(top <= row && row < top + height, "{keys}: row {row} is not visible from {top}");
        (row, top)
    };
    assert_eq!(at("G"), (9_999, 10_000 - height));
    assert_eq!(at("k"), (9_998, 10_000 - height));
    assert_eq!(at("<c-u>").0, 9_998 - height / 2);
    assert_eq!(at(": \"5000\" <enter>").0, 4_999);
    assert_eq!(at("<pgdn>").0, 4_999 + height);
    assert_eq!(at("g g"), (0, 0));
    assert_eq!(at("J").0, 1);
    assert_eq!(at("K K").0, 9_999);
}
