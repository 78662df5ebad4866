//! What changed between two editions of the invented world.

use insta::assert_snapshot;
use serde_json::Value;

use super::{on, t12, written};

const EARLIER: &str = "tests/fixtures/small-earlier";

fn since(arguments: &[&str]) -> String {
    written(on("small", &["change", EARLIER]).args(arguments))
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&since(&[&["--format", "json"], arguments].concat())).unwrap()
}

/// What a call that is refused says.
fn refused(arguments: &[&str]) -> String {
    let output = t12().arg("change").args(arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn what_changed_is_told_in_every_form() {
    assert_snapshot!("change", since(&[]));
    assert_snapshot!("change_ascii", since(&["--filter", "area:lamps", "--glyphs", "ascii"]));
    for format in ["markdown", "csv", "json"] {
        assert_snapshot!(format!("change_{format}"), since(&["--format", format]));
    }
}

#[test]
fn the_later_edition_is_named_or_read_as_everywhere() {
    let named = written(t12().args(["change", EARLIER, "tests/fixtures/small"]));
    assert_eq!(named, since(&[]));
    let backwards = written(t12().args(["change", "tests/fixtures/small", EARLIER]));
    assert!(backwards.contains("2 diverging") && backwards.contains("Only in the later edition: MOR."));
}

#[test]
fn an_edition_beside_itself_shows_no_change() {
    let told = written(&mut on("small", &["change", "tests/fixtures/small", "--format", "json"]));
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["alignment"]["before"], told["alignment"]["now"]);
    let moved = |measure: &Value| !measure["moved"].as_array().unwrap().is_empty();
    assert!(!told["measures"].as_array().unwrap().iter().any(moved), "{told}");
    assert_eq!((&told["counts"]["converging"], &told["counts"]["diverging"]), (&0.into(), &0.into()));
}

#[test]
fn a_filter_is_one_of_the_later_edition() {
    let told = json(&["--filter", "area:ropes"]);
    assert_eq!((&told["filter"]["found"], &told["filter"]["of"]), (&2.into(), &4.into()));
    assert_eq!(told["measures"].as_array().unwrap().len(), 1);
    assert_eq!(told["added"].as_array().unwrap().len(), 1);
    assert!(told["removed"].as_array().unwrap().is_empty(), "no filter can be put on what is gone");
}

#[test]
fn a_marked_position_moves_for_those_alone_who_asked() {
    assert!(!since(&[]).contains("SECRET"));
    let asked = since(&["--private"]);
    assert!(asked.contains("2026-01") && asked.contains("SECRET-STEP-ONCE"), "{asked}");
}

#[test]
fn what_cannot_be_compared_is_told() {
    assert!(refused(&["tests/nowhere"]).contains("no file or folder `tests/nowhere`"));
    assert!(refused(&["src", "tests/fixtures/small"]).contains("no scorecards in `src`"));
    let said = refused(&["scorecards", "tests/fixtures/small"]);
    assert!(said.contains("does not have UNI and ORB"), "{said}");
    let said = refused(&[EARLIER, "tests/fixtures/small", "--poles", "UNI,ZED"]);
    assert!(said.contains("does not have ZED"), "{said}");
}

#[test]
fn an_edition_with_errors_is_compared_as_far_as_it_goes() {
    let folder = std::env::temp_dir().join(format!("t12-change-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for file in ["board.yaml", "lamps.yaml"] {
        std::fs::copy(format!("{EARLIER}/{file}"), folder.join(file)).unwrap();
    }
    std::fs::write(folder.join("ropes.yaml"), "kind: scorecard\nversion: 1\nid: ropes\n").unwrap();
    let output = on("small", &["change"]).arg(&folder).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("2 measures in both editions"), "{told}");
    assert!(String::from_utf8(output.stderr).unwrap().contains("files with errors are left out"));
    std::fs::remove_dir_all(&folder).unwrap();
}
