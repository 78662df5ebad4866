//! The pages on editing and on checks are true: every command in them runs, and the hook for pre-commit does its work.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of a test")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_yaml::Value;

const CI: &str = include_str!("../docs/ci.md");
const EDITING: &str = include_str!("../docs/editing.md");
const HOOKS: &str = include_str!("../.pre-commit-hooks.yaml");

/// The blocks of code in a language.
fn blocks<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("```{language}\n");
    page.split(&fence).skip(1).map(|rest| rest.split_once("```").unwrap().0).collect()
}

/// A place of its own, gone at the end, with the shipped scorecards in `scorecards`.
struct Clone(PathBuf);

impl Clone {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("t12-guides-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let clone = Self(folder);
        assert!(clone.run("t12 init").status.success());
        clone
    }

    /// Runs a line of a shell where `t12` is on the path.
    fn run(&self, line: &str) -> Output {
        self.command(line).output().unwrap()
    }

    /// The first line of a command that goes on and on.
    fn first_line(&self, line: &str) -> String {
        let mut program = self.command(&format!("exec {line}")).stdout(Stdio::piped()).spawn().unwrap();
        let first = BufReader::new(program.stdout.take().unwrap()).lines().next().unwrap().unwrap();
        program.kill().unwrap();
        program.wait().unwrap();
        first
    }

    fn command(&self, line: &str) -> Command {
        let program = Path::new(env!("CARGO_BIN_EXE_t12")).parent().unwrap();
        let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap_or_default());
        let mut command = Command::new("sh");
        command.args(["-c", line]).env_clear().env("PATH", path).env("T12_TODAY", "2026-11-21");
        command.current_dir(&self.0);
        command
    }

    /// Runs a line that has to work and gives what it writes.
    fn written(&self, line: &str) -> String {
        let output = self.run(line);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.is_empty(), "{line}: {said}");
        String::from_utf8(output.stdout).unwrap()
    }
}

impl Drop for Clone {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The hook with its call as one line.
fn hook() -> (Value, String) {
    let hooks: Vec<Value> = serde_yaml::from_str(HOOKS).unwrap();
    let [hook] = hooks.try_into().unwrap();
    let arguments = hook["args"].as_sequence().unwrap().iter().map(|argument| argument.as_str().unwrap());
    let call =
        std::iter::once(hook["entry"].as_str().unwrap()).chain(arguments).collect::<Vec<_>>().join(" ");
    (hook, call)
}

#[test]
fn the_hook_passes_what_is_sound_and_stops_what_is_not() {
    let clone = Clone::new("hook");
    let (hook, call) = hook();
    assert_eq!(hook["pass_filenames"], Value::from(false));
    clone.written(&call);
    let file = clone.0.join("scorecards/due-diligence.yaml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("title:", "titel:", 1)).unwrap();
    let output = clone.run(&call);
    let told = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(told.contains("due-diligence.yaml") && told.contains("did you mean `title`?"), "{told}");
    assert_eq!(Clone::new("no-folder").run(&call.replace("scorecards", "elsewhere")).status.code(), Some(1));
}

#[test]
fn the_page_names_the_hook_that_there_is() {
    let (hook, _) = hook();
    let told: Value = serde_yaml::from_str(blocks(CI, "yaml")[0]).unwrap();
    assert_eq!(told["repos"][0]["hooks"][0]["id"], hook["id"]);
    let version = format!("v{}", env!("CARGO_PKG_VERSION"));
    assert_eq!(told["repos"][0]["rev"], Value::from(version));
}

#[test]
fn every_check_of_the_page_runs() {
    let clone = Clone::new("ci");
    let yaml = blocks(CI, "yaml");
    let github: Value = serde_yaml::from_str(yaml[1]).unwrap();
    let gitlab: Value = serde_yaml::from_str(yaml[2]).unwrap();
    let steps = github["jobs"]["check"]["steps"].as_sequence().unwrap();
    let steps = steps.iter().filter_map(|step| step.get("run"));
    let script = gitlab["scorecards"]["script"].as_sequence().unwrap();
    let run = steps.chain(script).map(|line| line.as_str().unwrap());
    let lines = blocks(CI, "sh").into_iter().flat_map(str::lines).chain(run);
    let lines: Vec<&str> = lines.filter(|line| line.starts_with("t12 ")).collect();
    assert!(lines.len() > 4, "{lines:?}");
    for line in lines {
        clone.written(line);
    }
    let sarif = fs::read_to_string(clone.0.join("t12.sarif")).unwrap();
    assert_eq!(serde_json::from_str::<serde_json::Value>(&sarif).unwrap()["version"], "2.1.0");
}

#[test]
fn every_command_on_editing_runs() {
    let clone = Clone::new("editing");
    let lines: Vec<&str> = blocks(EDITING, "sh").into_iter().flat_map(str::lines).collect();
    assert!(lines.len() > 5, "{lines:?}");
    for line in lines {
        match line {
            "t12 ours" => clone.written("t12 ours --keys q"),
            "t12 check ours --watch" => clone.first_line(line),
            _ => clone.written(line),
        };
    }
}

#[test]
fn the_first_line_of_every_file_is_what_the_page_says() {
    let said = EDITING.split('`').find(|code| code.starts_with("# yaml-language-server")).unwrap();
    let file = include_str!("../scorecards/due-diligence.yaml");
    assert_eq!(file.lines().next(), Some(said));
    let schema = said.split_once('=').unwrap().1;
    assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join("scorecards").join(schema).is_file());
}

#[test]
fn every_view_that_can_be_saved_is_named() {
    let page = include_str!("../docs/filter.md");
    let row = page.lines().find(|line| line.starts_with("| `view` |")).unwrap();
    for view in t12::scorecard::ViewName::ALL {
        assert!(row.contains(&format!("`{}`", view.key())), "{view:?}");
    }
}
