//! What goes to the clipboard: citations with source and date, rows as a spreadsheet takes them.

use t12::tui::key::Key;
use t12::tui::{Effect, Message, update};

use super::{HOSTILE, Program, SHIPPED, SMALL};

/// What the last of the keys copies: its name and the text.
pub(super) fn copied(program: &mut Program, key: &str) -> (&'static str, String) {
    let effects = update(&mut program.model, Message::Key(Key::parse(key).unwrap()));
    let [Effect::Copy { what, text }] = effects.as_slice() else { panic!("not one copy: {effects:?}") };
    (what, text.clone())
}

#[test]
fn a_citation_has_its_source_and_its_date() {
    let mut program = Program::after(&SHIPPED, "J <enter>");
    let (what, text) = copied(&mut program, "y");
    assert_eq!(what, "the citation");
    assert!(text.contains("https://"), "{text}");
    assert!(text.contains("as of 2026-"), "{text}");
    let (_, of_area) = copied(&mut Program::after(&SHIPPED, "j"), "y");
    assert!(of_area.contains("as of 2026-"), "{of_area}");
}

#[test]
fn a_row_is_copied_below_its_headings_with_tabs_between() {
    for (keys, first, cell) in [
        ("", "Area", "Lamps"),
        ("v l", "Area", "Lamps"),
        ("2", "Measure", "Brightness"),
        ("3", "Rank", "Brightness"),
    ] {
        let (what, text) = copied(&mut Program::after(&SMALL, keys), "Y");
        assert_eq!(what, "the row");
        let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
        assert_eq!(lines.len(), 2, "{text}");
        assert_eq!(lines[0].len(), lines[1].len(), "{text}");
        assert_eq!(lines[0][0], first, "{text}");
        assert!(lines[1].contains(&cell), "{keys}: {text}");
    }
}

#[test]
fn a_row_holds_the_columns_that_do_not_fit_on_the_screen() {
    let (_, narrow) = copied(&mut Program::after(&SHIPPED, "2 <resize:80x24>"), "Y");
    let (_, wide) = copied(&mut Program::after(&SHIPPED, "2 <resize:200x60>"), "Y");
    assert_eq!(narrow, wide);
    assert!(narrow.lines().next().unwrap().contains("\tJP"), "{narrow}");
}

#[test]
fn a_hostile_row_stays_one_row() {
    for keys in ["", "v", "2", "3"] {
        let (_, text) = copied(&mut Program::after(&HOSTILE, keys), "Y");
        assert_eq!(text.lines().count(), 2, "{text:?}");
    }
}
