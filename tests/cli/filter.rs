use serde_json::Value;

use super::{on, t12, written};

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&written(on("small", arguments).args(["--format", "json"]))).unwrap()
}

fn measures(told: &Value, list: &str) -> Vec<String> {
    told[list].as_array().unwrap().iter().map(|row| row["measure"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_list_of_gaps_keeps_its_ranks_and_says_what_was_filtered() {
    let all = json(&["gaps"]);
    let some = json(&["gaps", "--filter", "-area:lamps -gap:0"]);
    assert!(all["filter"].is_null());
    assert_eq!(some["filter"]["terms"], "-area:lamps -gap:0");
    assert_eq!((&some["filter"]["of"], all["gaps"].as_array().unwrap().len()), (&Value::from(4), 4));
    assert_eq!(some["filter"]["found"], measures(&some, "gaps").len());
    for gap in some["gaps"].as_array().unwrap() {
        assert!(all["gaps"].as_array().unwrap().contains(gap), "{gap}");
        assert_eq!(gap["area"], "ropes");
    }
    let counts = some["counts"].as_object().unwrap();
    let counted: u64 = ["same", "one", "two_or_more", "open", "not_comparable"]
        .iter()
        .map(|key| counts[*key].as_u64().unwrap())
        .sum();
    assert_eq!(some["filter"]["found"], counted);
}

#[test]
fn a_matrix_is_filtered_by_any_jurisdiction() {
    let found = |terms| measures(&json(&["matrix", "lamps", "--filter", terms]), "measures");
    assert_eq!(found("status:suspended"), ["colour"]);
    assert_eq!(found("jurisdiction:TIR level:na"), ["colour"]);
    assert_eq!(found("area:ropes"), [""; 0]);
}

#[test]
fn people_read_what_the_filter_leaves() {
    let text = written(&mut on("small", &["gaps", "--filter", "gap>=3"]));
    assert!(text.contains("Filter gap>=3: 1 of 4 measures\n"), "{text}");
    let text = written(&mut on("small", &["matrix", "ropes", "--filter", "knots"]));
    assert!(text.contains("Filter knots: 1 of 2 measures\n") && !text.contains("Strength"), "{text}");
}

#[test]
fn a_saved_view_opens_by_its_name_and_an_unknown_one_is_told() {
    let view = |arguments: &[&str]| written(on("small", &["--size", "120x30", "--keys", ""]).args(arguments));
    assert!(view(&["--view", "wide lamps"]).contains("filter: gap>=2  area:lamps   1 of 4"));
    let islands = view(&["--view", "Islands", "--poles", "UNI,ORB"]);
    assert!(islands.contains("UNI ⇄ ORB · islands · in force"), "{islands}");
    let output =
        t12().args(["--view", "ilands", "--keys", "", "-w", "tests/fixtures/small"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("there is no view `ilands`. Did you mean `Islands`?"), "{said}");
}
