//! The README is true: its picture, its key table, its numbers, its links, and every command line in it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of a test")]

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const README: &str = include_str!("../README.md");

/// How the pages are made anew.
const REMEDY: &str = "run `T12_REGENERATE=1 cargo test --test readme`";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn regenerates() -> bool {
    std::env::var_os("T12_REGENERATE").is_some()
}

/// The program in the repository, without any setting of this machine.
fn t12(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_t12"))
        .args(arguments)
        .env_clear()
        .env("T12_CONFIG_DIR", "tests/no-settings")
        .current_dir(root())
        .output()
        .unwrap()
}

fn written(arguments: &[&str]) -> String {
    let output = t12(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    text.split_once(start).unwrap().1.split_once(end).unwrap().0
}

#[test]
fn the_picture_is_the_screen_that_its_command_saves() {
    let command = between(README, "<!-- t12 ", " -->");
    let arguments: Vec<&str> = command.split(' ').collect();
    let (&picture, arguments) = arguments.split_last().unwrap();
    assert!(README.contains(&format!("]({picture})")), "{picture} is not shown");
    let made = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme.svg");
    written(&[arguments, &[made.to_str().unwrap()]].concat());
    if regenerates() {
        fs::create_dir_all(root().join(picture).parent().unwrap()).unwrap();
        fs::copy(&made, root().join(picture)).unwrap();
    }
    let kept = fs::read_to_string(root().join(picture)).unwrap_or_default();
    let made = fs::read_to_string(made).unwrap();
    assert!(kept.replace("\r\n", "\n") == made, "{picture} is not current: {REMEDY}");
}

#[test]
fn the_key_table_is_that_of_the_program() {
    const MARKS: (&str, &str) = ("<!-- keys -->\n", "<!-- /keys -->");
    let readme = README.replace("\r\n", "\n");
    let kept = between(&readme, MARKS.0, MARKS.1);
    let table = written(&["keys", "--format", "markdown"]);
    let made = format!("\n{table}\n");
    if regenerates() {
        let (before, rest) = readme.split_once(MARKS.0).unwrap();
        let after = rest.split_once(MARKS.1).unwrap().1;
        fs::write(root().join("README.md"), [before, MARKS.0, &made, MARKS.1, after].concat()).unwrap();
    } else {
        assert_eq!(kept, made, "the key table is not current: {REMEDY}");
    }
}

/// Writes a table anew between its marks in a page, or holds what is there to it.
fn hold(page: &str, mark: &str, table: &str) {
    let text = fs::read_to_string(root().join(page)).unwrap().replace("\r\n", "\n");
    let (start, end) = (format!("<!-- {mark} -->\n"), format!("<!-- /{mark} -->"));
    let made = format!("\n{table}\n");
    if regenerates() {
        let (before, rest) = text.split_once(&start).unwrap();
        let after = rest.split_once(&end).unwrap().1;
        fs::write(root().join(page), [before, &start, &made, &end, after].concat()).unwrap();
    } else {
        assert_eq!(between(&text, &start, &end), made, "{page} is not current: {REMEDY}");
    }
}

/// The settings come from the schema, their defaults from `t12 config default`, the commands from their table.
#[test]
fn the_settings_and_commands_of_the_config_are_those_of_the_program() {
    let schema: serde_json::Value = serde_json::from_str(&written(&["schema", "config"])).unwrap();
    let printed = written(&["config", "default"]);
    let mut settings = "| key | what it says | for example |\n| --- | --- | --- |\n".to_owned();
    for name in t12::format::Kind::Config.shape().names().skip(2) {
        let words = schema["properties"][name]["description"].as_str().unwrap().replace('\n', " ");
        let line = printed.lines().find_map(|line| line.strip_prefix(&format!("#{name}:"))).unwrap();
        let example = if line.is_empty() { "{quit: [Q, <c-c>]}" } else { line.trim() };
        writeln!(settings, "| `{name}` | {words} | `{example}` |").unwrap();
    }
    hold("docs/config.md", "settings", &settings);
    let mut commands = "| command | what it does | keys |\n| --- | --- | --- |\n".to_owned();
    for command in t12::tui::command::all() {
        let keys: Vec<String> =
            command.keys.iter().map(|keys| format!("`{}`", keys.replace('|', "\\|"))).collect();
        writeln!(commands, "| `{}` | {} | {} |", command.id, command.help, keys.join(" ")).unwrap();
    }
    hold("docs/config.md", "commands", &commands);
}

/// The example of the page is a config without problems.
#[test]
fn the_example_of_a_config_is_clean() {
    let page = fs::read_to_string(root().join("docs/config.md")).unwrap();
    let example = between(&page, "For example:\n\n```yaml\n", "```");
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("example-config.yaml");
    fs::write(&file, example).unwrap();
    let told = written(&["config", "check", "--strict", file.to_str().unwrap()]);
    assert_eq!(told, "1 file checked: no problems\n");
}

#[test]
fn areas_and_measures_are_as_many_as_the_readme_says() {
    let gaps: serde_json::Value = serde_json::from_str(&written(&["gaps", "--format", "json"])).unwrap();
    let board: serde_json::Value = serde_json::from_str(&written(&["board", "--format", "json"])).unwrap();
    let count = |value: &serde_json::Value| value.as_array().unwrap().len();
    let said = format!("{} policy areas, {} measures", count(&board["areas"]), count(&gaps["gaps"]));
    assert!(README.contains(&said), "{said}");
}

#[test]
fn what_it_needs_is_what_the_readme_says() {
    let rust = between(include_str!("../Cargo.toml"), "rust-version = \"", "\"");
    assert!(README.contains(&format!("needs Rust {rust} or later")), "{rust}");
    let smallest = t12::tui::view::layout::SMALLEST;
    let said = format!("from {} columns and {} rows on", smallest.width, smallest.height);
    assert!(README.contains(&said), "{said}");
}

#[test]
fn every_link_leads_to_a_file() {
    let links: Vec<&str> = README
        .split("](")
        .skip(1)
        .map(|rest| rest.split_once(')').unwrap().0)
        .filter(|link| !link.contains("://"))
        .collect();
    assert!(links.len() > 5, "{links:?}");
    for link in links {
        assert!(root().join(link).is_file(), "{link}");
    }
}

#[test]
fn the_plain_commands_have_the_forms_that_are_named() {
    let part = between(README, "## Without a terminal", "## ");
    let forms: Vec<&str> =
        between(part, "`--format ", "(").split('`').filter(|word| !word.contains([' ', ','])).collect();
    assert_eq!(forms, ["markdown", "csv", "json"]);
    let lines = between(part, "```sh\n", "```").lines();
    let commands: Vec<&str> = lines.map(|line| line.split('#').next().unwrap().trim()).collect();
    assert!(commands.len() > 4, "{commands:?}");
    for command in commands {
        for form in &forms {
            let mut arguments: Vec<&str> = command.split(' ').skip(1).collect();
            arguments.extend(["--format", form]);
            assert!(!written(&arguments).is_empty(), "{arguments:?}");
        }
    }
}

#[test]
fn the_named_rule_and_themes_exist() {
    let explained = README.split("t12 check --explain ").nth(1).unwrap().split('`').next().unwrap();
    assert!(written(&["check", "--explain", explained]).starts_with(&format!("## {explained} ")));
    let looks = between(README, "`--theme dark`", ";");
    let named: Vec<&str> = looks.split('`').skip(1).step_by(2).collect();
    let shipped: Vec<&str> = t12::tui::theme::ids().filter(|id| *id != "dark").collect();
    assert_eq!(named, shipped);
}

/// The command lines are those of a Unix shell.
#[cfg(unix)]
mod shell {
    use std::path::PathBuf;

    use super::*;

    /// The lines of the blocks of shell commands.
    fn command_lines() -> Vec<&'static str> {
        let blocks = README.split("```sh").skip(1).map(|rest| rest.split_once("```").unwrap().0);
        blocks.flat_map(str::lines).map(str::trim).filter(|line| !line.is_empty()).collect()
    }

    /// A line as it can be run without a terminal and without building: the program that would open leaves at once.
    fn runnable(line: &str) -> Option<String> {
        let line = line.split_once(" #").map_or(line, |(command, _)| command).trim_end();
        if line == "cargo test" {
            return None;
        }
        let line = line.replacen("cargo run --release", "t12", 1);
        let is_of_program =
            |rest: &str| rest.is_empty() || [" -", " present"].iter().any(|one| rest.starts_with(one));
        let opens = line.strip_prefix("t12").is_some_and(is_of_program);
        Some(if opens { format!("{line} --keys q") } else { line })
    }

    fn copy_folder(from: &Path, to: &Path) {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let path = entry.unwrap().path();
            let copy = to.join(path.file_name().unwrap());
            if path.is_dir() {
                copy_folder(&path, &copy);
            } else {
                fs::copy(&path, &copy).unwrap();
            }
        }
    }

    /// A folder with the scorecards in it, as in a clone.
    fn clone() -> PathBuf {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
        let _ = fs::remove_dir_all(&folder);
        copy_folder(&root().join("scorecards"), &folder.join("scorecards"));
        folder
    }

    #[test]
    fn every_command_line_runs() {
        let folder = clone();
        let program = Path::new(env!("CARGO_BIN_EXE_t12")).parent().unwrap();
        let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap_or_default());
        let lines: Vec<String> = command_lines().into_iter().filter_map(runnable).collect();
        assert!(lines.iter().filter(|line| line.starts_with("t12")).count() > 8, "{lines:?}");
        for line in lines {
            let output = Command::new("sh")
                .args(["-c", &line])
                .env_clear()
                .env("T12_CONFIG_DIR", "tests/no-settings")
                .env("PATH", &path)
                .current_dir(&folder)
                .output()
                .unwrap();
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success() && said.is_empty(), "{line}: {said}");
        }
    }
}
