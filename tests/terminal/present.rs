//! The presentation in front of a room: a presenter's remote in the real terminal.

use super::assert_clean;
use super::pty::{DARK, Terminal};

/// What the remote's buttons and slips of the hand send.
const NEXT: [&str; 4] = ["\x1b[6~", "\x1b[C", "\x1b[B", " "];
const BACK: [&str; 4] = ["\x1b[5~", "\x1b[D", "\x1b[A", "\x7f"];
const START: [&str; 3] = ["\x1b[15~", "\x1b[15;2~", "\x1b[15;5~"];

fn wait_for_blank(terminal: &Terminal) {
    terminal.wait_until("nothing on the screen", |screen| screen.contents().trim().is_empty());
}

fn leaves_without_a_desk(terminal: Terminal) {
    terminal.press("q");
    terminal.wait_for("Enter or q leaves it.");
    terminal.press("q");
    let left = terminal.left();
    assert_eq!(left.code, 0);
    assert_clean(&left);
    assert!(!left.output.contains("Matrix"), "the desk was on the screen");
}

#[test]
fn a_remote_goes_forward_and_back_and_blanks_and_never_shows_the_desk() {
    let terminal = Terminal::start(&["present"], &[], DARK);
    terminal.wait_for("gaps between");
    for (next, back) in NEXT.into_iter().zip(BACK) {
        terminal.press(next);
        terminal.wait_for("1 of 45");
        terminal.press(next);
        terminal.wait_for("2 of 45");
        terminal.press(back);
        terminal.wait_for("1 of 45");
        terminal.press(back);
        terminal.wait_for("gaps between");
    }
    terminal.press(NEXT[0]);
    for blank in ["b", "."] {
        terminal.wait_for("1 of 45");
        terminal.press(blank);
        wait_for_blank(&terminal);
        terminal.press(blank);
    }
    for start in START {
        terminal.press(start);
        terminal.press(NEXT[0]);
        terminal.wait_for("2 of 45");
        terminal.press(BACK[0]);
        terminal.wait_for("1 of 45");
    }
    terminal.press("\t");
    terminal.wait_for("Enter show");
    terminal.press("\t");
    terminal.wait_for("1 of 45");
    // Escape asks, and whatever a remote sends then goes on.
    terminal.press("\x1b");
    terminal.wait_for("Enter or q leaves it.");
    terminal.press(NEXT[0]);
    terminal.wait_for("1 of 45");
    leaves_without_a_desk(terminal);
}

#[test]
fn no_control_key_ends_it_or_leads_to_the_desk() {
    let terminal = Terminal::start(&["present"], &[], DARK);
    terminal.wait_for("gaps between");
    terminal.press(NEXT[0]);
    terminal.wait_for("1 of 45");
    // All but those that terminals send for Backspace, Tab, Enter and Escape.
    for letter in (1..=31u8).filter(|letter| !matches!(letter, 8..=10 | 13 | 27)) {
        terminal.press(&char::from(letter).to_string());
    }
    terminal.press("\x1b[1;5C\x1b[1;5D\x1b[3;5~\x1bx\x1bq");
    terminal.press(NEXT[0]);
    terminal.wait_for("2 of 45");
    leaves_without_a_desk(terminal);
}

#[test]
fn from_the_desk_it_leads_back_to_where_one_was() {
    let terminal = Terminal::start(&[], &[], DARK);
    terminal.wait_for(super::DRAWN);
    terminal.press("3");
    terminal.wait_for("weight group");
    terminal.press("P");
    terminal.wait_for("gaps between");
    terminal.press(NEXT[0]);
    terminal.wait_for("1 of 45");
    terminal.press("\x1b");
    terminal.wait_for("Enter or q leaves it.");
    terminal.press("q");
    terminal.wait_for("Presented 1 of 45 gaps.");
    terminal.wait_for("weight group");
    terminal.press("q");
    assert_eq!(terminal.left().code, 0);
}
