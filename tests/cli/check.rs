use serde_json::Value;

use super::t12;

/// Exit code and what is written.
fn check(arguments: &[&str]) -> (i32, String) {
    let output = t12().arg("check").args(arguments).output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

const CLEAN: &str = "tests/corpus/clean/not-yet-stale";
const NOTE: &str = "tests/corpus/T307-unread-source";
const WARNING: &str = "tests/corpus/T305-no-level-now";
const ERROR: &str = "tests/corpus/T203-unknown-jurisdiction";

#[test]
fn errors_fail_warnings_only_when_strict_and_notes_never() {
    for (folder, usual, strict) in [(CLEAN, 0, 0), (NOTE, 0, 0), (WARNING, 0, 1), (ERROR, 1, 1)] {
        assert_eq!((check(&[folder]).0, check(&[folder, "--strict"]).0), (usual, strict), "{folder}");
    }
}

#[test]
fn the_shipped_workspace_and_themes_are_strictly_clean() {
    assert_eq!(check(&["scorecards", "themes", "--strict"]).0, 0);
}

#[test]
fn people_are_told_the_place_the_nearest_name_and_the_next_step() {
    insta::assert_snapshot!("check", check(&[ERROR]).1);
}

#[test]
fn every_form_names_the_rule_and_the_place() {
    for (form, expected) in [
        ("concise", "harbours.yaml:14:7: error[T203] "),
        ("github", "::error file=tests/corpus/T203-unknown-jurisdiction/harbours.yaml,line=14,"),
    ] {
        let (code, said) = check(&[ERROR, "--format", form]);
        assert!(code == 1 && said.contains(expected), "{said}");
    }
    for (form, pointer) in [("json", "/problems/0/code"), ("sarif", "/runs/0/results/0/ruleId")] {
        let (code, said) = check(&[ERROR, "--format", form]);
        let value: Value = serde_json::from_str(&said).unwrap();
        assert_eq!((code, value.pointer(pointer).unwrap()), (1, &Value::from("T203")));
    }
}

#[test]
fn a_rule_explains_itself_by_code_or_name() {
    let (code, page) = check(&["--explain", "T203"]);
    assert_eq!(code, 0);
    assert!(page.starts_with("## T203 unknown-jurisdiction (error)"), "{page}");
    assert_eq!(check(&["--explain", "unknown-jurisdiction"]), (0, page));
    assert_eq!(check(&["--explain", "T999"]).0, 2);
    assert_eq!(check(&["--explain", "T203", "scorecards"]).0, 2);
}

#[test]
fn the_day_decides_what_is_stale() {
    let told = |today| check(&[CLEAN, "--today", today, "--format", "concise"]).1;
    assert!(!told("2026-11-21").contains("T401"));
    assert!(told("2026-11-22").contains("note[T401]"));
}

#[test]
fn the_schema_of_a_kind_is_printed_as_it_is_kept() {
    let output = t12().args(["schema", "board"]).output().unwrap();
    let kept = std::fs::read_to_string("scorecards/schema/board.json").unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), kept.replace("\r\n", "\n"));
}
