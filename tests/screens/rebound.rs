//! What people read about keys is about the keys that work, whoever chose them.

use t12::tui::command;
use t12::tui::key::Key;
use t12::tui::keymap::Keymap;

use super::{Program, SMALL};

/// The program with other keys for a few commands, after these keys.
fn after(keys: &str) -> Program {
    let bind = |keymap: Keymap, id: &str, sequences: &[&[&str]]| {
        let sequences =
            sequences.iter().map(|tokens| tokens.iter().map(|key| Key::parse(key).unwrap()).collect());
        keymap.rebound(command::find(id).unwrap(), sequences.collect())
    };
    let mut keymap = Keymap::default();
    for (id, sequences) in [
        ("quit", &[&["<c-q>"][..], &["Z", "Z"]][..]),
        ("help", &[&["<f2>"]]),
        ("zoom", &[]),
        ("gaps", &[&["V", "g"]]),
        ("previous-gap", &[&["V", "k"]]),
        ("next-gap", &[&["<f11>"]]),
        ("theme", &[&["T"]]),
    ] {
        keymap = bind(keymap, id, sequences);
    }
    let mut program = Program::after(&SMALL, "");
    program.model.keymap = keymap;
    program.press(keys);
    program
}

#[test]
fn the_keys_that_are_told_are_the_keys_that_work() {
    let mut program = after("V g");
    assert_eq!(program.place(), "gaps lamps/brightness");
    program.press("3 z q");
    assert_eq!(program.place(), "gaps lamps/brightness", "the keys of the table are free");
    assert_eq!(program.notice(), "q does nothing here; F2 shows the keys");
}

#[test]
fn hints_and_views_show_the_own_keys() {
    let screen = after("").text();
    let (tabs, hints) = (screen.lines().nth(1).unwrap(), screen.lines().last().unwrap());
    assert!(tabs.contains("1 Board") && tabs.contains("Vg Gaps"), "{tabs}");
    assert!(hints.contains("ctrl-q quit") && hints.contains("F2 help"), "{hints}");
    assert!(!hints.contains("zoom") && !hints.contains("? help"), "{hints}");
}

#[test]
fn the_detail_names_the_own_keys() {
    let mut program = after("2 1");
    program.press("<resize:120x40>");
    let screen = program.text();
    assert!(screen.contains("Widest gaps (F11 goes there)"), "{screen}");
}

#[test]
fn after_a_prefix_the_own_keys_go_on() {
    let screen = after("V").text();
    assert!(screen.contains("┌─ V ─"), "{screen}");
    assert!(screen.contains("g Gaps") && screen.contains("k Previous gap"), "{screen}");
}

#[test]
fn help_shows_the_own_keys_and_the_name_where_there_are_none() {
    let help = |filter: &str| after(&format!("<f2> \"{filter}\"")).text();
    assert!(help("leaves the program").contains("ctrl-q ZZ"), "{}", help("leaves the program"));
    assert!(help("gives the whole view").contains(":zoom"), "{}", help("gives the whole view"));
}

#[test]
fn the_palette_shows_the_own_keys() {
    let palette = |typed: &str| after(&format!(": \"{typed}\"")).text();
    assert!(palette("quit").contains("ctrl-q ZZ"), "{}", palette("quit"));
    assert!(palette("zoom").contains(":zoom"), "{}", palette("zoom"));
}

/// Every command in turn gets a key that no command has: help tells it and nothing of the keys it had.
#[test]
fn no_command_is_told_with_keys_it_does_not_have() {
    for told in command::all() {
        let mut program = Program::after(&SMALL, "2");
        let free = Key::parse("<a-q>").unwrap();
        program.model.keymap = Keymap::default().rebound(told, vec![vec![free]]);
        if (told.available)(&program.model) && told.id != "help" {
            let text = program.press(&format!("? \"{}\" <resize:200x60>", told.help));
            let text = t12::tui::snapshot::text(&text);
            let line = text.lines().rfind(|line| line.contains(told.help)).unwrap();
            assert!(line.contains("alt-q  "), "{}: {line}", told.id);
        }
    }
}
