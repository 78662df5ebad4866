use std::collections::BTreeSet;

use serde_json::Value;

use super::{TWINS, on, t12, written};

const DOCUMENTED: &str = include_str!("../../docs/json.md");

/// The counts, wherever they stand, have their own table.
const COUNTS: [&str; 7] = ["same", "both", "neither", "one", "two_or_more", "open", "not_comparable"];

fn json(arguments: &[&str]) -> Value {
    let told = written(on("small", arguments).args(["--format", "json"]));
    serde_json::from_str(&told).unwrap()
}

/// The paths of all keys, codes written as `CODE` and list entries as `[]`.
fn paths(value: &Value, at: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let is_code = key.chars().all(|c| c.is_ascii_uppercase());
                let is_list = at.ends_with(".listings");
                let key = if is_code { "CODE" } else { key };
                let key = if is_list { "LIST" } else { key };
                let path = if at.is_empty() { key.to_owned() } else { format!("{at}.{key}") };
                found.insert(path.clone());
                paths(value, &path, found);
            }
        }
        Value::Array(entries) => entries.iter().for_each(|entry| paths(entry, &format!("{at}[]"), found)),
        _ => {}
    }
}

fn keys(value: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    paths(value, "", &mut found);
    found.retain(|path| {
        let (above, last) = path.rsplit_once('.').unwrap_or(("", path));
        !(above.ends_with("counts") && COUNTS.contains(&last))
    });
    found
}

/// The keys that a part of the document names, from its heading or sentence to the next one.
fn documented(start: &str) -> BTreeSet<String> {
    let after = DOCUMENTED.split_once(start).unwrap_or_else(|| panic!("{start} is not documented")).1;
    let rows =
        after.lines().skip_while(|line| !line.starts_with("| `")).take_while(|line| line.starts_with("| `"));
    let keys = rows.map(|line| line.split('`').nth(1).unwrap().to_owned());
    // There only where something is supposed, and nothing is here.
    keys.filter(|key| key != "comparison.what_ifs").collect()
}

fn assert_documented(arguments: &[&str], parts: &[&str]) {
    let told: BTreeSet<String> = parts.iter().flat_map(|part| documented(part)).collect();
    assert_eq!(keys(&json(arguments)), told, "{arguments:?}");
}

const EVERYWHERE: &str = "## Everywhere";

#[test]
fn the_document_names_exactly_the_keys_that_are_written() {
    let mut gaps = documented(EVERYWHERE);
    gaps.extend(documented("## gaps"));
    assert_eq!(keys(&json(&["gaps", "--filter", "area:lamps"])), gaps);
    assert_documented(&["compare", "--filter", "area:lamps"], &[EVERYWHERE, "## compare"]);
    let mut blocs = keys(&json(&["blocs", "--filter", "area:lamps"]));
    blocs.extend(keys(&json(&["blocs"])));
    let told: BTreeSet<String> = [EVERYWHERE, "## blocs"].iter().flat_map(|part| documented(part)).collect();
    assert_eq!(blocs, told);
    assert_documented(&["entities", "--filter", "by:ORB"], &[EVERYWHERE, "## entities"]);
    assert_documented(&["timeline"], &[EVERYWHERE, "## timeline"]);
    let earlier = "tests/fixtures/small-earlier";
    let mut change = keys(&json(&["change", earlier, "--filter", "area:lamps"]));
    change.extend(keys(&json(&["change", earlier])));
    let told: BTreeSet<String> = [EVERYWHERE, "## change"].iter().flat_map(|part| documented(part)).collect();
    assert_eq!(change, told);
    assert_documented(&["align"], &[EVERYWHERE, "## align"]);
    assert_documented(&["moves", "--filter", "gap>=0"], &[EVERYWHERE, "## moves"]);
    let mut position = documented("## show");
    position.extend(documented("goes on with the position"));
    position.remove("note");
    position.retain(|key| !key.contains(['.', '[']));
    let shown = json(&["show", "lamps/brightness/TIR"]);
    let own: BTreeSet<String> = shown.as_object().unwrap().keys().cloned().collect();
    assert_eq!(own, position);
}

#[test]
fn a_board_has_the_documented_keys_and_overall_those_of_an_area() {
    let board = json(&["board"]);
    let mut written = keys(&board);
    let overall: BTreeSet<String> =
        written.iter().filter_map(|key| Some(format!("areas[].{}", key.strip_prefix("overall.")?))).collect();
    written.retain(|key| !key.starts_with("overall."));
    let mut told = documented(EVERYWHERE);
    told.extend(documented("## board"));
    assert_eq!(written, told);
    let of_area = told.into_iter().filter(|key| key.starts_with("areas[].")).collect();
    assert_eq!(overall, of_area);
}

/// Drawing weights adds the documented keys below these two, and no others.
fn assert_drawn(arguments: &[&str], robustness: &str, ranks: &str) {
    let with = keys(&json(&[arguments, &["--robust"]].concat()));
    let without = keys(&json(arguments));
    let named = format!("{robustness}.without_one.");
    let added: BTreeSet<String> = with
        .difference(&without)
        .filter(|key| !key.starts_with(&named) && key.strip_suffix(".CODE").is_none())
        .cloned()
        .collect();
    let told = documented("## Robustness").into_iter().map(|key| match key.split_once('.') {
        Some(("ranks", last)) => format!("{ranks}.{last}"),
        Some((_, last)) => format!("{robustness}.{last}"),
        None => key,
    });
    let told: BTreeSet<String> = told.filter(|key| !key.starts_with(&named)).collect();
    assert_eq!(added, told, "{arguments:?}");
    assert!(without.contains(robustness), "{arguments:?}");
}

#[test]
fn drawn_weights_have_the_documented_keys() {
    assert_drawn(&["gaps"], "robustness", "gaps[].ranks");
    assert_drawn(&["moves"], "robustness", "moves[].ranks");
    assert_drawn(&["blocs"], "group.robustness", "group.members[].ranks");
    assert_drawn(&["board"], "robustness", "ranks.CODE");
    assert_drawn(&["align"], "robustness", "pairs[].ranks");
    let shift = &json(&["board", "--robust"])["robustness"]["without_one"];
    assert!(shift["left_out"]["measure"].is_string() && shift["from"] != shift["to"], "{shift}");
}

#[test]
fn a_matrix_has_the_documented_keys() {
    let mut written = keys(&json(&["matrix", "lamps", "--filter", "gap>=0"]));
    written.remove("measures[].positions.CODE");
    let mut told = documented(EVERYWHERE);
    told.extend(documented("## matrix"));
    assert_eq!(written, told);
}

#[test]
fn a_full_position_a_measure_and_an_area_have_the_documented_keys() {
    let mut position = documented("goes on with the position");
    let full =
        written(on("small", &["show", "lamps/brightness/UNI"]).args(["--format", "json", "--private"]));
    let mut own = keys(&serde_json::from_str(&full).unwrap());
    for key in documented("## show") {
        assert!(own.remove(&key), "{key}");
    }
    assert_eq!(own, position);

    position.remove("note");
    let below = |at: &str, key: &str| format!("{at}.{key}");
    let mut measure = documented("goes on with the measure");
    measure.extend(position.iter().map(|key| below("positions.CODE", key)));
    let mut own = keys(&json(&["show", "lamps/brightness"]));
    own.retain(|key| !documented("## show").contains(key));
    assert_eq!(own, measure);

    let mut area = documented("goes on with the area");
    area.remove("measures[]");
    area.extend(measure.iter().map(|key| below("measures[]", key)));
    let mut own = keys(&json(&["show", "lamps"]));
    own.retain(|key| !documented("## show").contains(key));
    assert_eq!(own, area);
}

#[test]
fn every_count_has_the_documented_keys_and_every_share_lies_between_its_bounds() {
    let told: BTreeSet<String> = documented("Their counts are numbers").into_iter().collect();
    let expected: BTreeSet<String> = COUNTS.iter().map(|&key| key.to_owned()).collect();
    assert_eq!(told, expected);
    let align = json(&["align"]);
    for pair in align["pairs"].as_array().unwrap() {
        let counts: BTreeSet<String> = pair["counts"].as_object().unwrap().keys().cloned().collect();
        assert_eq!(counts, expected);
        let (lo, hi) = (pair["lo"].as_f64().unwrap(), pair["hi"].as_f64().unwrap());
        assert!((0.0..=1.0).contains(&lo) && lo <= hi && hi <= 1.0, "{pair}");
        if let Some(shown) = pair["alignment"].as_f64() {
            assert!(lo <= shown && shown <= hi, "{pair}");
        }
    }
    assert_eq!(align["pairs"].as_array().unwrap().len(), 15);
}

#[test]
fn an_explanation_has_the_documented_keys_and_columns() {
    let told = DOCUMENTED.split_once("The columns of the inputs").unwrap().1;
    let rows =
        told.lines().skip_while(|line| !line.starts_with("| `")).take_while(|line| line.starts_with("| `"));
    let cells = rows.map(|line| line.split('|').nth(1).unwrap());
    let columns: BTreeSet<&str> = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    let mut seen = BTreeSet::new();
    let shared: BTreeSet<String> =
        documented(EVERYWHERE).into_iter().chain(documented("With a figure:")).collect();
    for of in [
        &["gap", "lamps/colour"][..],
        &["share", "lamps/colour"],
        &["sides", "lamps"],
        &["sides"],
        &["counts"],
        &["pair", "ORB", "TIR"],
        &["stress", "ORB", "TIR"],
        &["instruments", "ORB", "TIR"],
        &["group"],
        &["spread", "lamps/colour"],
        &["middle", "lamps/colour"],
        &["agreement", "TIR"],
        &["weight", "lamps/colour"],
        &["move", "lamps/brightness/ORB", "2"],
        &["move", "lamps/brightness/ORB", "2", "TIR"],
        &["without", "TIR"],
        &["bridge", "TIR"],
        &["closeness", "TIR"],
        &["closest"],
        &["robustness", "gaps"],
        &["robustness", "moves", "pair"],
        &["join", "TIR", "VAL"],
        &["tree"],
        &["silhouette"],
        &["silhouette", "TIR"],
    ] {
        let mut own = keys(&json(&[&["explain"], of].concat()));
        own.retain(|key| match key.split_once("[].").filter(|(table, _)| table.starts_with("inputs.")) {
            Some((_, column)) => {
                assert!(columns.contains(column), "{column} of {of:?}");
                seen.insert(column.to_owned());
                false
            }
            None => !key.starts_with("inputs."),
        });
        let undocumented: Vec<_> = own.difference(&shared).collect();
        assert!(undocumented.is_empty(), "{undocumented:?} of {of:?}");
        let missing: Vec<_> = shared.difference(&own).filter(|key| !key.starts_with("baseline.")).collect();
        assert!(missing.is_empty(), "{missing:?} of {of:?}");
    }
    let brighter = ["--workspace", "tests/fixtures/scenarios/brighter.yaml", "--scenario", "brighter"];
    let supposed = json(&[&["explain", "gap", "lamps/brightness"][..], &brighter].concat());
    seen.extend(
        keys(&supposed["inputs"]["positions"]).iter().map(|key| key.trim_matches(['[', ']', '.']).to_owned()),
    );
    assert!(columns.iter().all(|&column| seen.contains(column)), "{seen:?}");
}

#[test]
fn what_is_unknown_is_null_and_the_version_comes_first() {
    let told = written(&mut on("small", &["gaps", "--format", "json"]));
    assert!(told.starts_with("{\n  \"t12\": 1,"), "{told}");
    let gaps: Value = serde_json::from_str(&told).unwrap();
    let knots = gaps["gaps"].as_array().unwrap().iter().find(|row| row["measure"] == "knots").unwrap();
    for key in ["rank", "level_to", "span_to", "gap", "share", "next"] {
        assert!(knots[key].is_null(), "{key}: {knots}");
    }
    assert_eq!(knots["band"], "open-question");
}

#[test]
fn a_union_is_shown_by_the_span_of_those_who_decide() {
    let gaps = json(&["gaps"]);
    let colour = gaps["gaps"].as_array().unwrap().iter().find(|row| row["measure"] == "colour").unwrap();
    assert!(colour["level_from"].is_null());
    assert_eq!(colour["span_from"], serde_json::json!([2, 3]));
    assert_eq!((&colour["gap"], &colour["span_to"]), (&1.into(), &serde_json::json!([4, 4])));
}

#[test]
fn a_check_has_the_documented_keys() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("twice");
    std::fs::create_dir_all(&folder).unwrap();
    for copy in ["lamps.yaml", "lamps-again.yaml"] {
        std::fs::copy("tests/fixtures/hostile/lamps.yaml", folder.join(copy)).unwrap();
    }
    let output = t12().args(["check", "--format", "json"]).arg(&folder).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(keys(&told), documented("## check"));
}

#[test]
fn the_yaml_says_what_the_json_says() {
    for arguments in TWINS {
        let told = |format: &str| written(on("small", arguments).args(["--format", format]));
        let json: serde_json::Value = serde_json::from_str(&told("json")).unwrap();
        let yaml: serde_json::Value = serde_yaml::from_str(&told("yaml")).unwrap();
        assert_eq!(json, yaml, "{arguments:?}");
    }
}
