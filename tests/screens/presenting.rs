//! The presentation: its closed set of keys, what it shows, and that nothing leads from it to the desk by accident.

use std::path::PathBuf;

use t12::scorecard::{Answer, Board, Position};
use t12::tui::model::Slide;
use t12::workspace::Workspace;

use super::{Program, SHIPPED, SMALL, today};

fn slide(program: &Program) -> Option<(Slide, usize)> {
    program.model.presentation.as_ref().map(|shown| (shown.slide, shown.at))
}

fn after(keys: &str) -> Program {
    Program::after(&SHIPPED, keys)
}

#[test]
fn it_goes_from_the_opening_gap_by_gap_to_the_closing_and_back() {
    let mut program = after("P");
    assert_eq!(slide(&program), Some((Slide::Opening, 0)));
    program.press("<space> <right> <pgdn>");
    assert_eq!(slide(&program), Some((Slide::Gap, 2)));
    program.press("<bs> <left>");
    assert_eq!(slide(&program), Some((Slide::Gap, 0)));
    program.press("<pgup>");
    assert_eq!(slide(&program), Some((Slide::Opening, 0)));
    let mut program = Program::after(&SMALL, "P <space> <space> <space>");
    assert_eq!(slide(&program).map(|(slide, _)| slide), Some(Slide::Closing));
    assert!(program.text().contains("2 of 2 gaps looked at"), "{}", program.text());
    program.press("<space>");
    assert_eq!(slide(&program).map(|(slide, _)| slide), Some(Slide::Closing));
}

#[test]
fn a_number_goes_to_its_gap_and_the_overview_to_the_marked_one() {
    let mut program = after("P 1 2 <enter>");
    assert_eq!(slide(&program), Some((Slide::Gap, 11)));
    program.press("<tab> <pgdn>");
    assert_eq!(slide(&program), Some((Slide::Overview, 12)));
    program.press("<enter>");
    assert_eq!(slide(&program), Some((Slide::Gap, 12)));
    program.press("9 9 9 <enter>");
    assert_eq!(program.model.presentation.as_ref().map(|shown| shown.at + 1), Some(program_gaps(&program)));
}

fn program_gaps(program: &Program) -> usize {
    program.model.presentation.as_ref().map_or(0, |shown| shown.measures().len())
}

#[test]
fn what_a_remote_sends_never_leads_to_the_desk() {
    for keys in
        ["<f5>", "<esc> <esc>", "<esc> <pgdn>", "b b", ". .", "<esc> <f5> <esc> b", "3 <esc>", "? x", "4"]
    {
        let mut program = after(&format!("P <space> {keys} <pgup> <pgdn>"));
        assert!(program.model.presentation.is_some(), "{keys}");
        let text = program.text();
        assert!(!text.contains("Board") && !text.contains("Matrix"), "{keys}\n{text}");
    }
    assert!(after("P <space> q").model.presentation.is_none());
    assert!(after("P <space> <esc> <enter>").model.presentation.is_none());
}

#[test]
fn a_blank_screen_is_blank() {
    let mut program = after("P <space> b");
    assert_eq!(program.text().trim(), "");
    program.press("<pgdn>");
    assert_eq!(slide(&program), Some((Slide::Gap, 0)), "the first key brings the screen back");
    assert!(!program.text().trim().is_empty());
}

#[test]
fn a_gap_shows_question_strip_headlines_and_rubric_and_no_advice() {
    let mut program = Program::after(&SMALL, "P <space>");
    let text = program.text();
    for told in [
        "Least brightness of a lamp",
        "How bright does a lamp",
        "Every lamp shines",
        "with inspections",
        "level 1",
    ] {
        assert!(text.contains(told), "{told}\n{text}");
    }
    program.press("v");
    assert!(program.text().contains("Lamp Act"), "{}", program.text());
    assert!(!program.text().contains("https"), "{}", program.text());
}

#[test]
fn the_room_sees_a_what_if_and_it_stays_for_the_desk() {
    let mut program = Program::after(&SMALL, "P <space>");
    assert!(program.text().contains("UNI fuller by 3") || program.text().contains("fuller by 3"));
    program.press("w 2");
    let text = program.text();
    assert!(text.contains("fuller by 1") && text.contains("What if"), "{text}");
    let (measure, column) = program.model.supposed_whom().unwrap();
    let supposed = program.model.figures.cell(&program.model.board, measure, column).answer;
    assert!(matches!(supposed, Answer::Known(level) if level.number() == 2));
    program.press("<right> + w q");
    assert!(program.model.presentation.is_none());
    assert_eq!(program.model.what_ifs(), 2);
}

#[test]
fn the_theme_is_light_until_it_is_changed_and_the_desk_keeps_its_own() {
    let mut program = after("P");
    assert_eq!(program.model.theme_on_screen().id(), "paper");
    program.press("t");
    assert_eq!(program.model.theme_on_screen().id(), "dark");
    program.press("t q");
    assert_eq!(program.model.theme_on_screen().id(), "dark");
}

#[test]
fn nothing_private_is_shown_though_the_desk_shows_it() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small");
    let board: Board = Workspace::open(&[folder], today()).board;
    let mut program = Program::after(&board, "2 L");
    let mut shown = String::new();
    program.press("P");
    for keys in ["", "<tab>", "<enter>", "v", "<pgdn>", "v", "<pgdn>", "<pgdn>", "w 1", "<esc>", "x"] {
        program.press(keys);
        shown += &program.text();
    }
    for secret in ["SECRET", "2026-12-24", "1999-09-09"] {
        assert!(!shown.contains(secret), "{secret}\n{shown}");
    }
    program.press("q");
    assert!(program.model.presentation.is_none());
    let withheld = |board: &Board| {
        board.measure_indexes().any(|measure| {
            board
                .columns()
                .any(|column| board.position(board.cell(measure, column)).is_some_and(Position::is_withheld))
        })
    };
    assert!(!withheld(&program.model.board), "the desk has everything again");
}

#[test]
fn every_screen_of_it_fits_every_size() {
    for (width, height) in [(60, 15), (80, 24), (100, 30), (200, 60)] {
        let mut program = after(&format!("<resize:{width}x{height}> P"));
        for keys in ["", "<tab>", "<enter>", "<pgdn>", "v", "w 2", "<esc>", "<esc>"] {
            program.press(keys);
            assert!(!program.text().trim().is_empty(), "{width}x{height} {keys}");
        }
    }
}
