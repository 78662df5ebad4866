//! Key scripts on the real program without a terminal: `--keys`, `--size`, `--snapshot`.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;

/// Runs the program in an environment where nothing else is set, on the shipped workspace.
fn t12(arguments: &[&str]) -> Output {
    let mut command = Command::cargo_bin("t12").unwrap();
    command
        .env_clear()
        .env("T12_CONFIG_DIR", "tests/no-settings")
        .env("T12_TODAY", "2026-11-21")
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    command.args(arguments).output().unwrap()
}

fn screen(arguments: &[&str]) -> String {
    let output = t12(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn refused(arguments: &[&str]) -> String {
    let output = t12(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).unwrap()
}

/// A new empty folder that is gone with the value.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("t12-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(path)).unwrap()
}

#[test]
fn the_last_screen_is_printed_as_wide_and_high_as_asked() {
    let board = screen(&["--keys", "", "--size", "90x28"]);
    assert_eq!(board.lines().count(), 28);
    assert!(board.lines().all(|line| line.chars().count() <= 90));
    assert!(board.contains("Export controls"));
    assert_eq!(board, screen(&["--keys", "", "--size", "90x28"]));
}

#[test]
fn keys_do_what_they_do_in_a_terminal() {
    let matrix = screen(&["--keys", "j <enter>"]);
    assert!(matrix.contains("› AI regulation ›") && !screen(&["--keys", "j"]).contains("› AI regulation ›"));
    assert_eq!(matrix, screen(&["--keys", "<down> <c-m> <wait:5000>"]));
    assert!(screen(&["--keys", "/ \"catch-all\" <enter>"]).contains("catch-all"));
}

#[test]
fn a_script_ends_where_the_program_does() {
    assert_eq!(screen(&["--keys", "j q <enter>"]), screen(&["--keys", "j"]));
}

#[test]
fn screens_are_saved_on_the_way_and_at_the_end() {
    let folder = Folder::new("shots");
    let [first, last, picture] = ["first.txt", "last.txt", "picture.svg"].map(|name| folder.file(name));
    let keys = format!("<shot:{first}> j <enter> <resize:80x24> <shot:{picture}>");
    assert_eq!(screen(&["--keys", &keys, "--snapshot", &last]), "");
    assert_eq!(read(&first), screen(&["--keys", ""]));
    assert_eq!(read(&last).lines().count(), 24);
    let picture = read(&picture);
    assert!(picture.starts_with("<svg ") && picture.contains("AI regulation"));
}

#[test]
fn the_theme_is_the_one_asked_for() {
    let folder = Folder::new("themes");
    let picture = |theme: &str| {
        let file = folder.file(&format!("{theme}.svg"));
        screen(&["--theme", theme, "--snapshot", &file]);
        read(&file)
    };
    let pictures: Vec<_> = t12::tui::theme::ids().map(picture).collect();
    for (at, one) in pictures.iter().enumerate() {
        assert!(pictures[..at].iter().all(|other| other != one));
    }
}

#[test]
fn what_cannot_be_followed_is_named_and_nothing_is_saved() {
    let folder = Folder::new("refused");
    let file = folder.file("never.txt");
    assert!(refused(&["--keys", "j <entre>", "--snapshot", &file]).contains("`<entre>`"));
    assert!(refused(&["--keys", "j \"open"]).contains("no closing quote"));
    assert!(refused(&["--keys", "j", "--snapshot", "picture.png"]).contains(".svg or .txt"));
    assert!(refused(&["--keys", "<shot:picture>"]).contains(".svg or .txt"));
    assert!(refused(&["--keys", "j", "--theme", "drak"]).contains("there is no theme `drak`"));
    assert!(refused(&["--keys", "j", "--size", "0x4"]).contains("120x36"));
    let nowhere = folder.file("no/such/folder.txt");
    assert!(refused(&["--keys", "j", "--snapshot", &nowhere]).contains("could not be saved"));
    assert!(!Path::new(&file).exists());
}
