//! The config: where it is, what counts, what is told when it is wrong. Nothing in it is ignored silently.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use t12::tui::command;

use super::{t12, written};

/// A folder for settings of its own for each test, with this config in it.
fn folder(test: &str, config: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("config").join(test);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("config.yaml"), format!("kind: config\nversion: 1\n{config}")).unwrap();
    folder
}

/// The program with the settings of that folder.
fn with(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = t12();
    command.env("T12_CONFIG_DIR", folder).args(arguments);
    command
}

/// Exit code, standard output and standard error.
fn ran(command: &mut Command) -> (i32, String, String) {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// The value of a setting and where it comes from, as `t12 config show` tells it.
fn shown(command: &mut Command, setting: &str) -> (String, String) {
    let text = written(command);
    let row = text.lines().find(|line| line.starts_with(&format!("{setting}  "))).unwrap().to_owned();
    let cells: Vec<&str> = row.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
    let from = cells[2].rsplit(['/', '\\']).next().unwrap();
    (cells[1].to_owned(), from.to_owned())
}

#[test]
fn an_option_comes_before_the_environment_and_that_before_the_config_and_that_before_the_default() {
    let own = folder("precedence", "theme: cvd\nglyphs: ascii\npoles: [EU, JP]\ngroup: all\n");
    let none = Path::new("tests/no-settings");
    let show = |folder: &Path, setting: &str, options: &[&str], variables: &[(&str, &str)]| {
        let mut command = with(folder, &["config", "show"]);
        let (value, from) = shown(command.args(options).envs(variables.iter().copied()), setting);
        format!("{value} | {from}")
    };
    let [theme, quiet] = [("T12_THEME", "contrast"), ("NO_COLOR", "1")];
    assert_eq!(show(&own, "theme", &["--theme", "paper"], &[theme, quiet]), "paper | --theme");
    assert_eq!(show(&own, "theme", &[], &[theme, quiet]), "contrast | T12_THEME");
    assert_eq!(show(&own, "theme", &[], &[quiet]), "mono | NO_COLOR");
    assert_eq!(show(&own, "theme", &[], &[]), "cvd | config.yaml:3");
    assert_eq!(show(none, "theme", &[], &[]), "light: paper, dark: dark | default");
    assert_eq!(show(&own, "glyphs", &["--glyphs", "unicode"], &[]), "unicode | --glyphs");
    assert_eq!(show(&own, "glyphs", &[], &[]), "ascii | config.yaml:4");
    assert_eq!(show(none, "glyphs", &[], &[]), "unicode | default");
    assert_eq!(show(&own, "poles", &["--poles", "US,KR"], &[]), "US, KR | --poles");
    assert_eq!(show(&own, "poles", &[], &[]), "EU, JP | config.yaml:5");
    assert_eq!(show(none, "poles", &[], &[]), "EU, US | board");
    assert_eq!(show(&own, "group", &[], &[]), "all | config.yaml:6");
    assert_eq!(show(none, "weights", &[], &[]), "authored | board");
    assert_eq!(show(none, "lens", &["--lens", "in-force"], &[]), "in force | --lens");
    assert_eq!(show(none, "units", &[], &[]), "decision | default");
    assert_eq!(show(none, "links", &[], &[("T12_LINKS", "0")]), "false | T12_LINKS");
    assert_eq!(show(none, "links", &[], &[("T12_LINKS", "perhaps")]), "true | default");
    assert_eq!(show(none, "reviewer", &[], &[]), "nobody | default");
}

#[test]
fn what_the_config_says_is_what_the_commands_do() {
    let own = folder("followed", "glyphs: ascii\npoles: [EU, JP]\ngroup: all\nweights: equal\ntheme: cvd\n");
    let gaps = written(&mut with(&own, &["gaps"]));
    assert!(gaps.contains("EU and JP") && gaps.contains("equal weights"), "{gaps}");
    assert!(written(&mut with(&own, &["gaps", "--poles", "EU,US"])).contains("EU and US"));
    let matrix = written(&mut with(&own, &["matrix", "export-controls"]));
    assert_eq!(
        matrix,
        written(t12().args(["matrix", "export-controls", "--glyphs", "ascii", "--poles", "EU,JP"]).args([
            "--group",
            "all",
            "--weights",
            "equal"
        ]))
    );
    let counted = folder("counted", "lens: medium\nunits: members\n");
    let gaps = written(&mut with(&counted, &["gaps"]));
    assert!(gaps.contains("members counted · confidence medium or higher"), "{gaps}");
    let told = written(&mut with(&counted, &["gaps", "--units", "decision", "--lens", "as-recorded"]));
    assert!(!told.contains("members counted") && told.contains("as recorded"), "{told}");
    let screen = written(&mut with(&own, &["--keys", "j"]));
    assert!(screen.is_ascii() || !screen.contains('▸'), "{screen}");
    assert!(screen.contains("EU <> JP") || screen.contains("JP"), "{screen}");
    assert!(screen.contains("cvd"), "{screen}");
}

/// The complaint that settings are ignored without a word.
#[test]
fn a_wrong_key_in_the_config_is_told_with_its_place_and_the_nearest() {
    let own = folder("wrong", "glyph: ascii\nkeys:\n  quitt: [Q]\n");
    let (code, told, _) = ran(&mut with(&own, &["config", "check"]));
    assert_eq!(code, 1);
    assert!(told.contains("config.yaml:3:1") && told.contains("did you mean `glyphs`?"), "{told}");
    assert!(told.contains("config.yaml:5:3") && told.contains("did you mean `quit`?"), "{told}");
    let (code, _, said) = ran(&mut with(&own, &["gaps"]));
    assert_eq!((code, said.lines().count()), (0, 1), "{said}");
    assert!(said.starts_with("t12: config.yaml:3:1: `glyph` is not a key of a config (2 problems"), "{said}");
    for size in ["80x24", "120x36"] {
        let screen = written(&mut with(&own, &["--keys", "j", "--size", size]));
        let status = screen.lines().rev().nth(1).unwrap();
        assert!(status.contains("config.yaml:3:1: `glyph` is not a key of a config"), "{status}");
        assert!(status.contains("2 config problems"), "{status}");
    }
    let listed = written(&mut with(&own, &["--keys", "!", "--size", "120x36"]));
    for wrong in ["`glyph` is not a key of a config", "there is no command `quitt`"] {
        assert!(listed.lines().any(|line| line.contains(" E ") && line.contains(wrong)), "{listed}");
    }
    assert!(listed.contains("help: did you mean `glyphs`?"), "{listed}");
}

#[test]
fn a_config_that_does_not_say_what_it_is_is_told_to_be_a_config() {
    let own = folder("kindless", "");
    for text in ["", "# only a remark\n", "mouse: true\n", "- mouse\n"] {
        fs::write(own.join("config.yaml"), text).unwrap();
        let (code, told, _) = ran(&mut with(&own, &["config", "check"]));
        assert_eq!(code, 1, "{text}");
        assert!(told.contains("begin it with `kind: config`") && !told.contains("scorecard"), "{told}");
    }
}

#[test]
fn what_is_right_in_a_wrong_config_counts() {
    let own = folder("half", "theme: papper\nglyphs: ascii\nkeys:\n  quit: [Q]\n  zoom: [nope]\n");
    let keys = written(&mut with(&own, &["keys"]));
    assert!(keys.lines().any(|line| line.contains("Quit") && line.contains(" Q ")), "{keys}");
    assert!(keys.lines().any(|line| line.contains("Zoom") && line.contains(" z ")), "{keys}");
    assert_eq!(shown(&mut with(&own, &["config", "show"]), "glyphs").0, "ascii");
    assert_eq!(shown(&mut with(&own, &["config", "show"]), "theme").1, "default");
}

#[test]
fn a_config_that_is_told_is_the_only_one_and_has_to_be_there() {
    let own = folder("told", "glyphs: ascii\n");
    let file = own.join("config.yaml");
    let other = folder("not-told", "glyphs: unicode\n");
    let show = ["config", "show", "--config", file.to_str().unwrap()];
    assert_eq!(shown(&mut with(&other, &show), "glyphs"), ("ascii".to_owned(), "config.yaml:3".to_owned()));
    let (code, _, said) = ran(t12().args(["gaps", "--config", "tests/no.yaml"]));
    assert_eq!((code, said.as_str()), (2, "t12: there is no config `tests/no.yaml`\n"));
}

#[test]
fn every_place_is_listed_with_the_one_in_use() {
    let first = folder("places/t12", "");
    let home = folder("places/home/.config/t12", "");
    let paths = |xdg: &Path| {
        let mut command = t12();
        command.env_remove("T12_CONFIG_DIR").env("XDG_CONFIG_HOME", xdg.parent().unwrap());
        command.env("HOME", home.ancestors().nth(2).unwrap());
        written(command.args(["config", "path"]))
    };
    let both = paths(&first);
    let states: Vec<&str> = both.lines().skip(2).map(|line| line.rsplit("  ").next().unwrap()).collect();
    assert_eq!(states[..2], ["in use", "not used: the one above comes first"], "{both}");
    let second = paths(Path::new("/nowhere/t12"));
    assert!(second.lines().nth(2).unwrap().ends_with("not there"), "{second}");
    assert!(second.lines().nth(3).unwrap().ends_with("in use"), "{second}");
}

#[test]
fn a_config_with_the_other_ending_is_not_passed_over() {
    let own = folder("ending", "glyphs: ascii\n");
    fs::rename(own.join("config.yaml"), own.join("config.yml")).unwrap();
    assert_eq!(
        shown(&mut with(&own, &["config", "show"]), "glyphs"),
        ("ascii".to_owned(), "config.yml:3".to_owned())
    );
    fs::write(own.join("config.yaml"), "kind: config\nversion: 1\n").unwrap();
    let places = written(&mut with(&own, &["config", "path"]));
    fs::remove_file(own.join("config.yaml")).unwrap();
    assert!(places.lines().any(|it| it.contains("config.yml") && it.contains("not used")), "{places}");
}

#[cfg(unix)]
#[test]
fn a_config_that_cannot_be_read_is_not_passed_over() {
    let own = folder("link", "");
    fs::remove_file(own.join("config.yaml")).unwrap();
    std::os::unix::fs::symlink("nowhere.yaml", own.join("config.yaml")).unwrap();
    let (code, told, _) = ran(&mut with(&own, &["config", "check", "--format", "concise"]));
    fs::remove_file(own.join("config.yaml")).unwrap();
    assert_eq!(code, 1);
    assert!(told.contains("error[T012]"), "{told}");
}

#[test]
fn what_the_board_does_not_have_is_a_warning_where_it_is_used() {
    let own = folder("board", "group: T12\n");
    let (code, told, _) = ran(&mut with(&own, &["config", "check", "--format", "concise"]));
    assert_eq!(code, 0);
    assert!(told.contains("config.yaml:3:8: warning[T606] the board has no group `T12`"), "{told}");
    assert_eq!(ran(&mut with(&own, &["config", "check", "--strict"])).0, 1);
    let (code, gaps, said) = ran(&mut with(&own, &["gaps"]));
    assert!(code == 0 && gaps.contains("group T-12") && said.contains("no group `T12`"), "{said}");
    let own = folder("words", "lens: medum\nunits: member\n");
    let (code, told, _) = ran(&mut with(&own, &["config", "check", "--format", "concise"]));
    assert_eq!(code, 1);
    assert!(told.contains("config.yaml:3:7: error[T104] `medum` is not a value of `lens`"), "{told}");
    assert!(told.contains("config.yaml:4:8: error[T104] `member` is not a value of `units`"), "{told}");
}

#[test]
fn without_a_config_the_check_says_so() {
    let (code, told, said) = ran(t12().args(["config", "check"]));
    assert_eq!((code, told.as_str()), (0, "0 files checked: no problems\n"));
    assert!(said.contains("there is no config"), "{said}");
}

/// The file of the defaults, and the same with every setting made to count.
fn defaults() -> (String, String) {
    let printed = written(t12().args(["config", "default"]));
    let counting = printed.lines().map(|line| match line.strip_prefix('#') {
        Some(rest) if !rest.starts_with(' ') || rest.starts_with("  ") => rest,
        _ => line,
    });
    let counting = counting.collect::<Vec<_>>().join("\n");
    (printed, counting)
}

#[test]
fn the_defaults_are_complete_and_those_of_the_program() {
    let (printed, counting) = defaults();
    let (settings, keys) = printed.split_once("#keys:\n").unwrap();
    insta::assert_snapshot!("config_default", settings);
    for command in command::all() {
        assert!(keys.contains(&format!("\n#  {}: [", command.id)), "{} is missing", command.id);
    }
    let keys = written(t12().arg("keys"));
    let show = |folder: &Path| {
        let text = written(&mut with(folder, &["config", "show"]));
        let rows = text.lines().map(|line| line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()));
        let told: Vec<String> = rows
            .map(|cells| cells.take(2).collect::<Vec<_>>().join(" "))
            .filter(|row| {
                !row.starts_with("keys: ")
                    && !row.starts_with("editor")
                    && !row.starts_with("reviewer")
                    && !row.starts_with("--")
            })
            .collect();
        told
    };
    for (test, text) in [("printed", &printed), ("counting", &counting)] {
        let own = folder(test, "");
        fs::write(own.join("config.yaml"), text).unwrap();
        assert_eq!(ran(&mut with(&own, &["config", "check", "--strict"])).0, 0, "{text}");
        assert_eq!(written(&mut with(&own, &["keys"])), keys, "{test}");
        assert_eq!(show(&own), show(Path::new("tests/no-settings")), "{test}");
    }
    let own = folder("counted", "");
    fs::write(own.join("config.yaml"), &counting).unwrap();
    let shown = written(&mut with(&own, &["config", "show"]));
    assert!(shown.lines().skip(2).all(|line| line.contains("config.yaml:")), "a setting is missing: {shown}");
}
