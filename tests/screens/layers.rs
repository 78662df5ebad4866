//! What lies over a view takes the keys: help, palette, sources, and the line being typed.

use t12::tui::layer::Layer;

use super::{Program, SHIPPED, SMALL, Start};

#[test]
fn help_filters_as_one_types_and_no_key_gets_through() {
    let mut program = Program::after(&SMALL, "3 ? \"jump\"");
    assert!(matches!(program.model.layers.as_slice(), [Layer::Help(_)]));
    assert_eq!(program.place(), "gaps lamps/brightness", "j is a letter here");
    let text = program.text();
    assert!(text.contains("Jump back") && !text.contains("Half a page"), "{text}");
    program.press("<c-u> \"q\"");
    assert_eq!(program.model.layers.len(), 1, "q is a letter here");
    program.press("<esc> j");
    assert_eq!(program.place(), "gaps lamps/colour");
}

#[test]
fn help_tells_what_a_key_does() {
    let mut program = Program::after(&SMALL, "3 ? \"@J\"");
    let text = program.text();
    assert!(text.contains("Next gap") && text.contains("1 found"), "{text}");
    assert!(!text.contains("Moves down by one row") && !text.contains("Levels"), "j is another key: {text}");
    let text = Program::after(&SMALL, "3 <f1> \"@]\"").text();
    assert!(
        text.contains("Next gap") && text.contains("Next area") && !text.contains("Previous gap"),
        "{text}"
    );
    let text = Program::after(&SMALL, "3 ? \"@ENTER\"").text();
    assert!(text.contains("Open") && text.contains("1 found"), "{text}");
}

#[test]
fn keys_that_were_begun_show_what_follows_and_esc_drops_them() {
    let mut program = Program::after(&SMALL, "3 g");
    let text = program.text();
    assert!(text.contains("First row") && text.contains("Matrix") && text.contains("Last column"), "{text}");
    assert!(text.contains("┌─ g ─"), "{text}");
    program.press("<esc>");
    assert!(!program.text().contains("First row"));
    assert_eq!(program.place(), "gaps lamps/brightness");
    program.press("g 2");
    assert_eq!(program.place(), "matrix lamps/brightness UNI");
}

#[test]
fn what_follows_does_not_cover_the_line_of_the_cursor() {
    for keys in ["3 G g", "3 g g g", "2 L L G ]", "j j j j j g"] {
        for size in [(60, 15), (80, 24), (120, 36)] {
            let mut program = Program::start(&SHIPPED, Start { size, ..Start::default() });
            program.press(keys);
            let (text, row) = (program.text(), program.rows().row());
            let pointer = text.lines().position(|line| line.starts_with('▸'));
            assert!(pointer.is_some(), "{keys} at {size:?}: row {row} is covered\n{text}");
        }
    }
}

#[test]
fn help_shows_what_works_here() {
    let board = Program::after(&SMALL, "? \"other form\"").text();
    assert!(board.contains("Turns the view"), "{board}");
    let matrix = Program::after(&SMALL, "2 ? \"other form\"").text();
    assert!(!matrix.contains("Turns the view"), "{matrix}");
}

#[test]
fn help_explains_every_mark_of_the_matrix() {
    let mut program = Program::after(&SMALL, "2 <resize:200x140> ?");
    let text = program.text();
    for words in
        ["in force", "proposed", "suspended", "inherited", "unknown", "not applicable", "low confidence"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn the_palette_runs_what_is_chosen_and_q_is_a_letter() {
    let mut program = Program::after(&SMALL, ": \"gaps\" <enter>");
    assert_eq!(program.place(), "gaps lamps/brightness");
    program.press("<c-p> \"matrix\" <enter>");
    assert_eq!(program.place(), "matrix lamps/brightness UNI");
    program.press(": \"q\"");
    assert_eq!(program.model.layers.len(), 1);
    program.press("<c-c>");
    assert!(program.model.layers.is_empty());
}

#[test]
fn a_command_that_takes_something_waits_for_it() {
    let mut program = Program::after(&SMALL, ": \"theme\" <enter>");
    assert_eq!(program.model.layers.len(), 1);
    program.press("\"mono\" <enter>");
    assert!(program.model.layers.is_empty());
    assert_eq!(program.model.theme.id(), "mono");
}

#[test]
fn a_name_that_no_command_has_is_said_to_have_none() {
    let mut program = Program::after(&SMALL, ": \"zzzz\"");
    assert!(program.text().contains("No command of that name here."));
    program.press("<enter>");
    assert_eq!(program.place(), "board lamps");
}

#[test]
fn sources_take_the_keys_and_show_the_address_before_it_opens() {
    let mut program = Program::after(&SHIPPED, "J o");
    let place = program.place();
    let first = program.text();
    assert!(first.contains("https://"), "{first}");
    program.press("j");
    assert_ne!(program.text(), first);
    assert_eq!(program.place(), place);
    program.press("q");
    assert!(program.model.layers.is_empty());
    program.press("1 o");
    assert_eq!(program.notice(), "There are no sources here.");
}

#[test]
fn a_line_being_typed_takes_every_key() {
    let mut program = Program::after(&SMALL, "3 / q J 2 ?");
    assert_eq!(program.model.prompt.as_ref().unwrap().text(), "qJ2?");
    assert!(program.model.layers.is_empty());
    program.press("<c-u> a b <left> c <bs>");
    assert_eq!(program.model.prompt.as_ref().unwrap().text(), "ab");
}

#[test]
fn where_there_are_no_files_e_asks_before_it_writes_any() {
    let mut program = Program::after(&SMALL, "");
    program.model.embedded = true;
    program.press("e");
    assert!(matches!(program.model.layers.as_slice(), [Layer::Init(_)]));
    assert!(program.text().contains("writes them to ./scorecards"));
    program.press("j <esc>");
    assert!(program.model.layers.is_empty() && program.notice().is_empty(), "nobody said yes");
    program.press("e <enter>");
    assert!(program.model.layers.is_empty());
    assert_eq!(program.notice(), "Without a terminal nothing is written");
}
