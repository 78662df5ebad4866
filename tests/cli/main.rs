//! The commands as people and scripts call them: the real binary, with nothing of this machine's settings.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a helper of a test fails by panicking")]
mod change;
mod check;
mod config;
mod entities;
mod errors;
mod explain;
mod filter;
mod init;
mod json;
mod moves;
mod order;
mod privacy;
mod scenario;
mod shells;
mod spoken;
mod themes;
mod timeline;
mod twins;

use assert_cmd::Command;

/// The day that counts as today in these tests.
const TODAY: &str = "2026-11-21";

/// The commands with what they take, on the small workspace.
const TWINS: [&[&str]; 26] = [
    &["board"],
    &["gaps"],
    &["compare"],
    &["compare", "UNI", "UNI@in-force"],
    &["blocs"],
    &["moves"],
    &["moves", "--greedy", "3"],
    &["align"],
    &["matrix", "lamps"],
    &["entities"],
    &["entities", "salt-crew"],
    &["timeline"],
    &["change", "tests/fixtures/small-earlier"],
    &["explain"],
    &["explain", "pair", "UNI", "ORB"],
    &["explain", "gap", "lamps/colour"],
    &["explain", "agreement", "TIR", "ropes"],
    &["explain", "spread", "ropes/strength"],
    &["explain", "move", "lamps/brightness/ORB", "2"],
    &["explain", "without", "TIR"],
    &["explain", "robustness", "moves"],
    &["explain", "tree"],
    &["explain", "silhouette"],
    &["show", "ropes"],
    &["show", "ropes/strength"],
    &["show", "ropes/strength/TIR"],
];

const FORMATS: [&str; 5] = ["table", "markdown", "csv", "json", "yaml"];

/// The program without any environment but a fixed day, and without settings.
fn t12() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_t12"));
    command
        .env_clear()
        .env("T12_TODAY", TODAY)
        .env("T12_CONFIG_DIR", "tests/no-settings")
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

/// The program on a workspace of `tests/fixtures`.
fn on(workspace: &str, arguments: &[&str]) -> Command {
    let mut command = t12();
    command.args(arguments).args(["--workspace", &format!("tests/fixtures/{workspace}")]);
    command
}

/// What a command that works writes.
fn written(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    String::from_utf8(output.stdout).unwrap()
}
