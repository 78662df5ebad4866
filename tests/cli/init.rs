use std::fs;
use std::path::{Path, PathBuf};

use super::{t12, written};

/// An empty place of its own.
struct Room(PathBuf);

impl Room {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("t12-cli-init-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What a command that works writes, called in a folder.
fn written_in(folder: &Path, arguments: &[&str]) -> String {
    written(t12().current_dir(folder).args(arguments))
}

#[test]
fn what_is_written_is_found_and_clean_and_says_the_same() {
    let room = Room::new("usual");
    let embedded = written_in(&room.0, &["gaps"]);
    insta::assert_snapshot!("init", written_in(&room.0, &["init"]));
    assert_eq!(written_in(&room.0, &["gaps"]), embedded);
    written_in(&room.0, &["check", "--strict"]);
    let schema = fs::read_to_string(room.0.join("scorecards/schema/scorecard.json")).unwrap();
    assert_eq!(written_in(&room.0, &["schema", "scorecard"]), schema.replace("\r\n", "\n"));
}

#[test]
fn the_next_steps_that_it_tells_work() {
    let room = Room::new("steps");
    let told = written_in(&room.0, &["init", "my/cards"]);
    let steps: Vec<&str> = told.lines().filter_map(|line| line.strip_prefix("  t12 ")).collect();
    assert_eq!(steps, ["my/cards", "check my/cards"]);
    assert!(room.0.join("my/cards/board.yaml").is_file());
    written_in(&room.0, &["check", "my/cards"]);
}

#[test]
fn the_second_time_it_refuses_and_changes_nothing() {
    let room = Room::new("twice");
    written_in(&room.0, &["init"]);
    fs::write(room.0.join("scorecards/board.yaml"), "mine").unwrap();
    fs::remove_file(room.0.join("scorecards/entities.yaml")).unwrap();
    let output = t12().current_dir(&room.0).arg("init").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("t12: nothing was written: scorecards/ai-regulation.yaml, "), "{said}");
    assert_eq!(fs::read(room.0.join("scorecards/board.yaml")).unwrap(), b"mine");
    assert!(!room.0.join("scorecards/entities.yaml").exists());
}
