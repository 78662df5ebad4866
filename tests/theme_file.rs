//! A person's own theme: found by its name in the settings or by its path, and told about where it is wrong.

#![allow(clippy::unwrap_used, reason = "helpers of a test")]

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

const PAPER: &str = include_str!("../themes/paper.yaml");

/// A folder of its own for each test, away from the settings of whoever runs it.
fn settings(test: &str, theme: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(folder.join("themes")).unwrap();
    fs::write(folder.join("themes/ours.yaml"), theme).unwrap();
    folder
}

/// The screen with a theme, and what was said on standard error.
fn screen(settings: &Path, theme: &str) -> (String, String) {
    let mut t12 = Command::cargo_bin("t12").unwrap();
    t12.env_clear().env("T12_CONFIG_DIR", settings).args(["--keys", "j", "--theme", theme]);
    let told = t12.output().unwrap();
    (String::from_utf8(told.stdout).unwrap(), String::from_utf8(told.stderr).unwrap())
}

#[test]
fn a_theme_is_found_by_name_and_by_path() {
    let settings = settings("found", &PAPER.replace("id: paper", "id: ours"));
    let file = settings.join("themes/ours.yaml");
    for theme in ["ours", file.to_str().unwrap()] {
        let (screen, said) = screen(&settings, theme);
        let status = screen.lines().rev().nth(1).unwrap_or_default();
        assert!(status.trim_end().ends_with("ours"), "{theme}: {screen}{said}");
    }
}

#[test]
fn a_theme_with_a_mistake_says_where_it_is() {
    let settings = settings("mistake", &PAPER.replace("  cursor:", "  cursro:"));
    let line = PAPER.lines().position(|line| line.starts_with("  cursor:")).unwrap() + 1;
    let (_, said) = screen(&settings, "ours");
    assert!(
        said.contains(&format!("{line}:3")) && said.contains("cursro") && said.contains("t12 check"),
        "{said}"
    );
}

#[test]
fn a_name_nobody_knows_lists_what_there_is() {
    let settings = settings("unknown", PAPER);
    let (screen, said) = screen(&settings, "theirs");
    assert!(screen.is_empty() && said.contains("theirs") && said.contains("contrast"), "{said}");
}
