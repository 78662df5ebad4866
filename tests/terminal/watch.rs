//! `t12 check --watch` beside an editor: it says what is wrong, clears and says it again after every save.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use super::desk::Desk;
use super::pty::{DARK, Terminal};

#[test]
fn it_clears_and_tells_again_after_every_save() {
    let desk = Desk::new("watch");
    let cards = desk.cards();
    let terminal = Terminal::start(&["check", "--watch", cards.to_str().unwrap()], &[], DARK);
    terminal.wait_for(" clean: 4 files");
    let good = fs::read_to_string(desk.file()).unwrap();
    fs::write(desk.file(), good.replace("title: Ropes", "titel: Ropes")).unwrap();
    terminal.wait_for("did you mean `title`?");
    fs::write(desk.file(), &good).unwrap();
    terminal.wait_until("only the line that all is well", |screen| {
        let text = screen.contents();
        text.contains(" clean: 4 files") && text.trim_end().lines().count() == 1
    });
    terminal.press("\x03");
    // What the terminal of the tests says of a program that a signal ended.
    assert_eq!(terminal.left().code, 1);
}

#[test]
fn without_a_terminal_nothing_is_cleared_and_a_reader_that_goes_ends_it() {
    let desk = Desk::new("watch-pipe");
    let mut program = Command::new(env!("CARGO_BIN_EXE_t12"))
        .args(["check", "--watch", "--poll", "--format", "concise"])
        .arg(desk.cards())
        .env_clear()
        .env("T12_TODAY", "2026-11-21")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(program.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.next().unwrap().contains(" clean: 4 files"));
    fs::write(desk.file(), "kind: scorecard\n").unwrap();
    assert!(lines.next().unwrap().ends_with(" problems:"));
    assert!(lines.any(|line| line.contains("ropes.yaml:1:1: error")));
    drop(lines);
    fs::write(desk.file(), "kind: scorecard\nversion: 1\n").unwrap();
    assert_eq!(program.wait().unwrap().code(), Some(1));
}
