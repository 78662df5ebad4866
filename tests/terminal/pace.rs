//! How the program keeps up: with many keys at once, and with a workspace that takes long to read.

use std::fs;
use std::thread;
use std::time::Duration;

use super::desk::Desk;
use super::pty::{DARK, Terminal};
use super::quit;

/// What begins every frame.
const FRAME: &str = "\x1b[?2026h";
/// As long as the cursor stands still before the evidence follows.
const REST: Duration = Duration::from_millis(50);
/// What is larger is read in sight.
const LARGE: usize = 2 << 20;

fn frames(output: &str) -> usize {
    output.matches(FRAME).count()
}

#[test]
fn two_hundred_keys_at_once_cost_one_or_two_frames() {
    let terminal = Terminal::start(&[], &[], DARK);
    terminal.press("3");
    terminal.wait_for("group 0-4");
    let before = frames(&terminal.output());
    // Up and down, and at the end where nothing was before, so that the last frame is known.
    let keys = format!("{}{}", "jk".repeat(99), "1v");
    terminal.press(&keys);
    terminal.wait_for("Agreement with the group");
    let drawn = frames(&terminal.output()) - before;
    assert!((1..=2).contains(&drawn), "{drawn} frames");
}

#[test]
fn the_evidence_follows_the_cursor_once_when_that_rests() {
    // Nothing but the evidence of the second measure says so.
    let evidence = "exporters must report";
    let terminal = Terminal::start(&[], &[], DARK);
    terminal.press("2");
    terminal.wait_for("─ European Union: ");
    let before = frames(&terminal.output());
    terminal.press("j");
    terminal.wait_for(evidence);
    let output = terminal.output();
    assert_eq!(frames(&output) - before, 2, "the cursor, then what it stands on");
    let [.., cursor, followed] = output.split(FRAME).collect::<Vec<_>>()[..] else { panic!("{output:?}") };
    assert!(!cursor.contains("exporters") && followed.contains("exporters"), "{output:?}");
    thread::sleep(4 * REST);
    assert_eq!(terminal.output()[output.len()..], *"", "nothing follows where nothing moves");
}

/// The small workspace, one file of it so long that reading takes its time.
fn long_desk(name: &str) -> Desk {
    let desk = Desk::new(name);
    let text = fs::read_to_string(desk.file()).unwrap();
    fs::write(desk.file(), text + &"# nothing to read here, and it takes its time\n".repeat(LARGE / 46))
        .unwrap();
    desk
}

#[test]
fn a_large_workspace_is_read_in_sight_and_keys_wait_for_the_board() {
    let desk = long_desk("large");
    let terminal = Terminal::start(&["-w", desk.cards().to_str().unwrap()], &[], DARK);
    terminal.press("3");
    terminal.wait_until("the gaps that were asked for while it read", |screen| {
        screen.contents().contains("group 0-4")
    });
    let output = terminal.output();
    let (reading, board) = (output.find("Reading:").unwrap(), output.find("group 0-4").unwrap());
    assert!(reading < board, "{output:?}");
    terminal.press("q");
    assert_eq!(terminal.left().code, 0);
}

#[test]
fn whoever_does_not_want_to_wait_leaves() {
    let desk = long_desk("leave");
    let terminal = Terminal::start(&["-w", desk.cards().to_str().unwrap()], &[], DARK);
    quit(terminal);
}
