//! Files that change beside the program, in every way editors and people change them. Every test waits for what the
//! screen says, never for a time.

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use super::desk::Desk;
use super::pty::{DARK, Terminal};
use super::quit;

/// The program on the first measure of the ropes.
fn start(desk: &Desk, arguments: &[&str]) -> Terminal {
    let cards = desk.cards();
    let mut command = vec![cards.to_str().unwrap()];
    command.extend(arguments);
    let terminal = Terminal::start(&command, &[], DARK);
    terminal.wait_for("Lighthouse rules");
    terminal.press("2L");
    terminal.wait_for("Who may tie knots");
    terminal
}

/// The ropes with another headline in the cell of the cursor.
fn saying(desk: &Desk, headline: &str) -> String {
    let small = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/small/ropes.yaml");
    assert!(desk.file().starts_with(desk.cards()));
    fs::read_to_string(small).unwrap().replacen("Ferries need strong ropes\n", &format!("{headline}\n"), 1)
}

fn save_over(desk: &Desk, text: &str) {
    let beside = desk.cards().join("4913");
    fs::write(&beside, text).unwrap();
    fs::rename(beside, desk.file()).unwrap();
}

#[test]
fn a_save_by_renaming_is_on_the_screen() {
    let desk = Desk::new("save-rename");
    let terminal = start(&desk, &[]);
    for headline in ["Saved once", "Saved twice"] {
        save_over(&desk, &saying(&desk, headline));
        terminal.wait_for(headline);
    }
    terminal.wait_for("reloaded");
    quit(terminal);
}

#[test]
fn an_earlier_edition_is_read_beside_the_program() {
    let desk = Desk::new("edition");
    let terminal = start(&desk, &[]);
    terminal.press(concat!(":change ", env!("CARGO_MANIFEST_DIR"), "/tests/nowhere\r"));
    terminal.wait_for("There is no folder");
    terminal.press(concat!(":change ", env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/small-earlier\r"));
    terminal.wait_for("2 converging");
    save_over(&desk, &saying(&desk, "Saved meanwhile").replacen("level: 2", "level: 4", 1));
    terminal.wait_for("1 crossing");
    terminal.press("\u{1b}");
    terminal.wait_for("Saved meanwhile");
    quit(terminal);
}

#[test]
fn a_folder_of_scenarios_that_comes_while_the_program_runs_is_seen() {
    let desk = Desk::new("scenarios");
    let terminal = start(&desk, &[]);
    let folder = desk.cards().join("scenarios");
    fs::create_dir(&folder).unwrap();
    let text = "kind: scenario\nversion: 1\nid: dim\ntitle: Dim\nlevels: {lamps/brightness/UNI: 1}\n";
    fs::write(folder.join("dim.yaml"), text).unwrap();
    terminal.wait_for("reloaded");
    terminal.press(":scenario dim\r");
    terminal.wait_for("what-if: 1");
    quit(terminal);
}

#[test]
fn a_what_if_that_was_saved_under_a_name_is_read_again() {
    let desk = Desk::new("saved-scenario");
    let terminal = start(&desk, &[]);
    terminal.press("w3:save-scenario no\r");
    terminal.wait_for("Wrote");
    terminal.press("X\r");
    terminal.wait_for("the only one dropped");
    terminal.press("j");
    terminal.wait_for("reloaded");
    terminal.press(":scenario no\r");
    let screen = terminal.wait_for("what-if: 1");
    assert!(!screen.contains("problem"), "{screen}");
    quit(terminal);
}

#[test]
fn a_save_with_a_backup_and_one_over_the_file_are_on_the_screen() {
    let desk = Desk::new("save-backup");
    let terminal = start(&desk, &[]);
    fs::rename(desk.file(), desk.file().with_extension("yaml~")).unwrap();
    fs::write(desk.file(), saying(&desk, "With a backup")).unwrap();
    terminal.wait_for("With a backup");
    fs::write(desk.file(), saying(&desk, "Written over")).unwrap();
    terminal.wait_for("Written over");
    quit(terminal);
}

#[test]
fn polling_sees_a_save_too() {
    let desk = Desk::new("save-poll");
    let terminal = start(&desk, &["--poll"]);
    save_over(&desk, &saying(&desk, "Seen by looking"));
    terminal.wait_for("Seen by looking");
    quit(terminal);
}

#[test]
fn a_broken_save_keeps_what_was_and_says_where() {
    let desk = Desk::new("save-broken");
    let terminal = start(&desk, &[]);
    save_over(&desk, &saying(&desk, "Good").replacen("status: in_force", "staus: in_force", 1));
    terminal.wait_for("error ropes.yaml:21: `staus` is not a key");
    terminal.wait_for("last good version shown");
    terminal.wait_for("Ferries need strong ropes");
    save_over(&desk, &saying(&desk, "Repaired"));
    terminal.wait_for("Repaired");
    terminal.wait_until("no error", |screen| !screen.contents().contains("staus"));
    quit(terminal);
}

#[test]
fn a_folder_that_is_deleted_and_made_again_is_followed() {
    let desk = Desk::new("save-folder");
    let terminal = start(&desk, &[]);
    let away = desk.0.join("away");
    fs::rename(desk.cards(), &away).unwrap();
    terminal.wait_for("last good version shown");
    terminal.wait_for("Ferries need strong ropes");
    fs::create_dir(desk.cards()).unwrap();
    for file in ["board.yaml", "lamps.yaml"] {
        fs::copy(away.join(file), desk.cards().join(file)).unwrap();
    }
    save_over(&desk, &saying(&desk, "In a new folder"));
    terminal.wait_for("In a new folder");
    save_over(&desk, &saying(&desk, "And again"));
    terminal.wait_for("And again");
    quit(terminal);
}

#[test]
fn a_file_that_is_emptied_first_and_written_then_is_whole_in_the_end() {
    let desk = Desk::new("save-truncate");
    let terminal = start(&desk, &[]);
    let mut file = fs::OpenOptions::new().write(true).truncate(true).open(desk.file()).unwrap();
    terminal.wait_for("last good version shown");
    terminal.wait_for("Ferries need strong ropes");
    let text = saying(&desk, "Written in two steps");
    let (first, rest) = text.split_at(text.len() / 2);
    file.write_all(first.as_bytes()).unwrap();
    terminal.wait_for("last good version shown");
    file.write_all(rest.as_bytes()).unwrap();
    terminal.wait_for("Written in two steps");
    terminal.wait_until("no error", |screen| !screen.contents().contains("last good version"));
    quit(terminal);
}

#[test]
fn a_folder_that_is_deleted_for_good_keeps_its_board_and_may_come_back() {
    let desk = Desk::new("save-deleted");
    let terminal = start(&desk, &[]);
    let text = saying(&desk, "Back again");
    let others = ["board.yaml", "lamps.yaml"].map(|name| {
        let file = desk.cards().join(name);
        (fs::read_to_string(&file).unwrap(), file)
    });
    fs::remove_dir_all(desk.cards()).unwrap();
    terminal.wait_for("last good version shown");
    terminal.wait_for("Ferries need strong ropes");
    fs::create_dir(desk.cards()).unwrap();
    for (text, file) in others {
        fs::write(file, text).unwrap();
    }
    fs::write(desk.file(), text).unwrap();
    terminal.wait_for("Back again");
    quit(terminal);
}

#[test]
fn files_that_appear_and_vanish_are_on_the_board_and_off_it() {
    let desk = Desk::new("save-appears");
    let terminal = start(&desk, &[]);
    terminal.wait_for("2 areas");
    let text = fs::read_to_string(desk.file()).unwrap();
    let another = desk.cards().join("winches.yaml");
    fs::write(&another, text.replacen("id: ropes", "id: winches", 1)).unwrap();
    terminal.wait_for("3 areas");
    fs::remove_file(another).unwrap();
    terminal.wait_for("2 areas");
    quit(terminal);
}

#[test]
fn two_programs_follow_one_folder() {
    let desk = Desk::new("save-two");
    let terminals = [start(&desk, &[]), start(&desk, &[])];
    save_over(&desk, &saying(&desk, "For both"));
    for terminal in terminals {
        terminal.wait_for("For both");
        quit(terminal);
    }
}

#[test]
fn a_folder_that_may_only_be_read_is_followed() {
    let desk = Desk::new("save-read-only");
    let mode = |mode| fs::set_permissions(desk.cards(), fs::Permissions::from_mode(mode)).unwrap();
    mode(0o555);
    let terminal = start(&desk, &[]);
    // A file in it may still be written.
    fs::write(desk.file(), saying(&desk, "Written in place")).unwrap();
    terminal.wait_for("Written in place");
    mode(0o755);
    quit(terminal);
}

#[test]
fn a_pipe_that_appears_is_a_problem_and_nothing_hangs() {
    let desk = Desk::new("save-pipe");
    let terminal = start(&desk, &[]);
    assert!(Command::new("mkfifo").arg(desk.cards().join("pipe.yaml")).status().unwrap().success());
    terminal.wait_for("this is a named pipe, not a file");
    save_over(&desk, &saying(&desk, "Still awake"));
    terminal.wait_for("Still awake");
    quit(terminal);
}

#[test]
fn a_burst_of_saves_ends_with_the_last() {
    let desk = Desk::new("save-burst");
    let terminal = start(&desk, &[]);
    for round in 0..50 {
        save_over(&desk, &saying(&desk, &format!("Round {round} of many")));
    }
    terminal.wait_for("Round 49 of many");
    quit(terminal);
}
