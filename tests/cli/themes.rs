//! `t12 theme`: what there is, how it can be read, what is wrong in a file.

use std::fs;
use std::path::{Path, PathBuf};

use super::{t12, written};

/// Settings with a theme that extends one of the program's, one that extends it, and two that extend each other.
fn settings() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli-themes");
    fs::create_dir_all(folder.join("themes")).unwrap();
    let theme = |id: &str, base: &str, role: &str| {
        let text = format!(
            "kind: theme\nversion: 1\nid: {id}\ntitle: Ours {id}\nbackground: dark\nextends: {base}\nroles:\n  {role}\n"
        );
        let ending = if id == "warm" { "yml" } else { "yaml" };
        fs::write(folder.join(format!("themes/{id}.{ending}")), text).unwrap();
    };
    theme("warm", "dark", "accent: {fg: \"#ffd787\", fg16: light-yellow}");
    theme("warmer", "warm", "key: {fg: \"#ffd787\", fg16: light-yellow}");
    theme("chicken", "egg", "key: {}");
    theme("egg", "chicken", "key: {}");
    theme("faint", "dark", "muted: {fg: \"#48515b\", fg16: gray}");
    folder
}

#[test]
fn all_themes_are_listed_with_where_they_come_from_or_why_not() {
    let listed = written(t12().env("T12_CONFIG_DIR", settings()).args(["theme", "list"]));
    let line = |name: &str| listed.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
    assert!(line("paper ").contains("light terminals") && line("paper ").contains("the program"));
    assert!(line("warmer ").contains("Ours warmer") && line("warmer ").contains("your settings"));
    assert!(line("warm ").contains("your settings"), "the other ending: {listed}");
    assert!(line("egg ").contains("6:10 the themes extend each other"), "{listed}");
}

#[test]
fn a_theme_has_the_roles_of_all_it_extends() {
    let shown = written(t12().env("T12_CONFIG_DIR", settings()).args(["theme", "show", "warmer"]));
    let colour = |role: &str| {
        let line = shown.lines().find(|line| line.starts_with(role)).unwrap();
        line.split_whitespace().nth(2).unwrap().to_owned()
    };
    assert_eq!([colour("key "), colour("accent ")], ["#ffd787", "#ffd787"], "its own, and its base's own");
    assert_eq!(colour("title "), "#f7fafc", "the program's");
}

#[test]
fn a_check_fails_on_what_is_too_faint_and_says_how_much() {
    let settings = settings();
    let check = |name: &str| {
        let ending = if name == "warm" { "yml" } else { "yaml" };
        let file = settings.join(format!("themes/{name}.{ending}"));
        t12().env("T12_CONFIG_DIR", &settings).args(["theme", "check"]).arg(file).output().unwrap()
    };
    assert_eq!(check("warm").status.code(), Some(0));
    let faint = check("faint");
    let told = String::from_utf8(faint.stdout).unwrap();
    assert_eq!(faint.status.code(), Some(1));
    assert!(told.contains("faint.yaml:8:3") && told.contains("2.3:1, and text needs 7.0:1"), "{told}");
    let egg = String::from_utf8(check("egg").stdout).unwrap();
    assert!(egg.contains("egg.yaml:6:10") && egg.contains("egg -> chicken -> egg"), "{egg}");
}

#[test]
fn what_is_no_theme_is_said_to_be_none() {
    let output = t12().args(["theme", "check", "scorecards/board.yaml"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("there is no theme in what was given"));
    let output = t12().args(["theme", "show", "drak"]).output().unwrap();
    assert!(String::from_utf8(output.stderr).unwrap().contains("dark"));
}
