//! A folder full of odd files, through the program: each is told, the good ones are read.

use std::fs;
use std::path::Path;
use std::time::Duration;

use assert_cmd::Command;

use super::{folder, shipped};

/// Long enough for a slow machine; reached only by a hang.
const PATIENCE: Duration = Duration::from_mins(2);

/// Odd files by name, and what the program must say of each.
fn odd_files() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let utf16: Vec<u8> = "kind: scorecard\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let laughs: String = (1..12).fold("a0: &a0 [x, x, x]\n".to_owned(), |text, n| {
        let alias = format!("*a{}, ", n - 1).repeat(9);
        text + &format!("a{n}: &a{n} [{alias}]\n")
    });
    let quadratic = format!("a: &x {}\nb: [{}]\n", "y".repeat(100_000), "*x, ".repeat(20_000));
    vec![
        ("bidi.yaml", "kind: \u{202e}board\u{2066}\n".into(), "kind"),
        ("bomb.yaml", laughs.into(), "aliases stand for more"),
        ("control.yaml", b"kind: board\ntitle: \x1b[2Jx\n".into(), "U+001B"),
        ("c1.yaml", "kind: board\ntitle: \u{9b}31mx\n".into(), "U+009B"),
        ("deep.yaml", "[".repeat(50_000).into(), "levels deep"),
        ("empty.yaml", b"".into(), "empty"),
        ("escape.yaml", b"kind: \"\\e[2J\\u202e\"\n".into(), "kind"),
        (
            "latin.yaml",
            b"title: caf\xe9\n".into(),
            "latin.yaml:1:11: error[T011] this is not UTF-8, it looks like Latin-1",
        ),
        ("nul.yaml", b"kind: bo\0ard\n".into(), "U+0000"),
        ("quadratic.yaml", quadratic.into(), "aliases stand for more"),
        ("self.yaml", b"kind: &k [*k]\n".into(), "stands inside"),
        ("tab.yaml", b"kind: board\npoles:\n\t- EU\n".into(), "tab"),
        ("two.yaml", b"kind: board\n---\nkind: board\n".into(), "second document"),
        ("unclosed.yaml", b"kind: \"board\ntitle: x\n".into(), "not closed"),
        ("wide.yaml", utf16, "UTF-16"),
    ]
}

/// What the program prints about a folder, in one of its forms.
fn checked(folder: &Path, form: &str) -> String {
    let mut command = Command::cargo_bin("t12").unwrap();
    command.args(["check", "--format", form, "--today", "2026-11-21"]).arg(folder);
    let output = command.timeout(PATIENCE).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_odd_file_is_told_and_nothing_acts_on_the_terminal() {
    let folder = folder("odd");
    for name in ["board.yaml", "ai-regulation.yaml"] {
        fs::write(folder.join(name), shipped(name)).unwrap();
    }
    for (name, bytes, _) in odd_files() {
        fs::write(folder.join(name), bytes).unwrap();
    }
    fs::create_dir(folder.join("folder.yaml")).unwrap();
    #[cfg(unix)]
    {
        super::make_pipe(&folder.join("pipe.yaml"));
        std::os::unix::fs::symlink("loop.yaml", folder.join("loop.yaml")).unwrap();
        std::os::unix::fs::symlink("nowhere", folder.join("gone.yaml")).unwrap();
        fs::write(folder.join("\u{1b}[31mred\u{202e}.yaml"), "a: [\n").unwrap();
    }
    let concise = checked(&folder, "concise");
    for (name, _, said) in odd_files() {
        let told = concise.lines().any(|line| line.contains(name) && line.contains(said));
        assert!(told, "{name} should say {said:?}:\n{concise}");
    }
    assert!(
        !concise.lines().any(|line| line.contains("ai-regulation.yaml") && line.contains("error")),
        "{concise}"
    );
    assert!(concise.contains("folder.yaml:1:1: error[T012] this is a folder"), "{concise}");
    #[cfg(unix)]
    for (name, said) in [("pipe.yaml", "named pipe"), ("loop.yaml", "circle"), ("gone.yaml", "no such file")]
    {
        assert!(concise.lines().any(|line| line.contains(name) && line.contains(said)), "{name}:\n{concise}");
    }
    for form in ["human", "concise", "json", "github", "sarif"] {
        let printed = checked(&folder, form);
        let acts = printed.chars().find(|&c| c != '\n' && t12::text::is_hidden(c));
        assert_eq!(acts, None, "{form}");
    }
}

#[test]
fn an_empty_folder_and_a_missing_one_are_told() {
    let empty = folder("nothing");
    assert!(checked(&empty, "concise").contains("no YAML file"));
    let missing = empty.join("missing");
    let output =
        Command::cargo_bin("t12").unwrap().arg("check").arg(&missing).timeout(PATIENCE).output().unwrap();
    assert_ne!(output.status.code(), Some(0));
    let printed = [output.stdout, output.stderr].concat();
    assert!(String::from_utf8_lossy(&printed).contains("missing"));
}
