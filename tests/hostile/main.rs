//! What a workspace may hold in place of well-behaved files: a clear answer each, never a hang, a panic or a
//! control character on the terminal.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

mod broken;
mod files;
mod folder;
mod texts;

use std::fs;
use std::path::{Path, PathBuf};

/// An empty folder of its own for one test.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile").join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

/// A shipped file of the workspace.
fn shipped(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("scorecards").join(name)).unwrap()
}

#[cfg(unix)]
fn make_pipe(path: &Path) {
    assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
}
