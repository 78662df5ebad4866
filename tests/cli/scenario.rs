//! What-ifs with a name: shown, side by side, and under every figure.

use super::{FORMATS, on, t12, written};

const FILES: [&str; 4] = [
    "--workspace",
    "tests/fixtures/scenarios/brighter.yaml",
    "--workspace",
    "tests/fixtures/scenarios/dimmer.yaml",
];

fn small(arguments: &[&str]) -> String {
    written(on("small", arguments).args(FILES))
}

#[test]
fn scenarios_are_listed_with_why() {
    let listed = small(&["scenario", "list"]);
    assert!(listed.contains("brighter") && listed.contains("What if the bill passed"), "{listed}");
    assert!(written(on("small", &["scenario", "list"]).args([""; 0])).contains("There is no scenario"));
}

#[test]
fn scenarios_are_listed_in_every_form() {
    for format in ["markdown", "csv", "json", "yaml"] {
        let listed = small(&["scenario", "list", "--format", format]);
        insta::assert_snapshot!(format!("scenario_list_{format}"), listed);
    }
    let none = written(&mut on("small", &["scenario", "list", "--format", "json"]));
    assert!(none.contains("\"scenarios\": []"), "{none}");
}

/// The JSON of a command under the scenario that supposes ORB on both areas.
fn supposed(arguments: &[&str]) -> serde_json::Value {
    let told = small(&[arguments, &["--scenario", "brighter", "--format", "json"]].concat());
    serde_json::from_str(&told).unwrap()
}

#[test]
fn a_supposed_level_is_told_as_one_wherever_levels_are() {
    let matrix = supposed(&["matrix", "lamps"]);
    let row = &matrix["measures"][0]["positions"];
    assert_eq!((&row["ORB"]["supposed"], &row["UNI"]["supposed"]), (&true.into(), &false.into()), "{row}");
    assert!(
        row["ORB"]["status"].is_null() && row["UNI"]["status"].is_string(),
        "nothing speaks for it: {row}"
    );
    let gaps = supposed(&["gaps", "--filter", "area:lamps"]);
    let gap = gaps["gaps"].as_array().unwrap().iter().find(|gap| gap["measure"] == "brightness").unwrap();
    assert_eq!(gap["supposed"], serde_json::json!(["ORB"]));
    let compare = supposed(&["compare", "ORB", "TIR"]);
    let flags = compare["measures"].as_array().unwrap().iter().map(|measure| {
        let sides = [&measure["sides"][0], &measure["sides"][1]];
        (measure["measure"].as_str().unwrap(), sides.map(|side| side["supposed"].as_bool().unwrap()))
    });
    let flags: std::collections::BTreeMap<_, _> = flags.collect();
    assert_eq!((flags["brightness"], flags["colour"]), ([true, false], [false, false]));
    let shown = supposed(&["show", "lamps/brightness/ORB"]);
    assert_eq!((&shown["level"], &shown["supposed"]), (&4.into(), &true.into()));
    let marked = ["--scenario", "marked", "--workspace", "tests/fixtures/scenarios/marked.yaml"];
    let moves = written(on("small", &["moves", "--format", "json"]).args(marked));
    let moves: serde_json::Value = serde_json::from_str(&moves).unwrap();
    let moves = moves["moves"].as_array().unwrap().iter();
    let of_tir = |own: &&serde_json::Value| own["jurisdiction"] == "TIR" && own["measure"] == "strength";
    let (of_tir, others): (Vec<_>, Vec<_>) = moves.partition(of_tir);
    assert!(!of_tir.is_empty() && of_tir.iter().all(|own| own["supposed"] == true), "{of_tir:?}");
    assert!(others.iter().any(|own| own["supposed"] == false), "{others:?}");
}

#[test]
fn what_goes_into_an_explanation_says_which_levels_are_supposed() {
    for (arguments, table, rows) in [
        (&["gap", "lamps/brightness"][..], "positions", &[0, 1][..]),
        (&["share", "lamps/brightness"], "gaps", &[0, 1]),
        (&["sides", "lamps"], "measures", &[1, 0]),
        (&["counts", "lamps"], "measures", &[1, 0]),
        (&["pair", "ORB", "TIR", "lamps"], "measures", &[1, 0]),
        (&["instruments", "TIR", "ORB"], "measures", &[1, 0, 1, 0]),
        (&["agreement", "TIR", "lamps"], "measures", &[1, 0]),
        (&["group", "lamps"], "measures", &[1, 0]),
        (&["without", "TIR"], "measures", &[1, 0, 1, 0]),
        (&["bridge", "TIR"], "measures", &[1, 0, 1, 0]),
        (&["spread", "lamps/brightness"], "levels", &[0, 0, 0, 0, 1, 0]),
    ] {
        let told = supposed(&[&["explain"], arguments].concat());
        let marked: Vec<usize> = told["inputs"][table]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["supposed"].as_array().unwrap().iter().filter(|code| *code == "ORB").count())
            .collect();
        assert_eq!(marked, rows, "{arguments:?}");
    }
    let gap = supposed(&["explain", "gap", "lamps/brightness"]);
    let row = &gap["inputs"]["positions"][1];
    assert!(row["confidence"].is_null() && row["could_be_lo"] == 4, "nothing speaks for it: {row}");
    let stress = supposed(&["explain", "stress", "ORB", "TIR", "lamps"]);
    assert_eq!(stress["inputs"]["measures"][0]["first_could_be"], "4 to 4", "{stress}");
    let kinds = supposed(&["explain", "instruments", "ORB", "TIR"]);
    assert!(kinds["inputs"]["measures"][0]["first"].is_null(), "{kinds}");
    let others = supposed(&["explain", "pair", "UNI", "TIR"]);
    assert!(!others.to_string().contains("supposed"), "neither of them is supposed");
    let told = small(&["explain", "gap", "lamps/brightness", "--scenario", "brighter"]);
    assert!(told.contains("to  What-if") && told.contains("4  ORB"), "{told}");
}

#[test]
fn a_supposed_level_is_marked_in_tables_with_what_the_mark_means() {
    for (arguments, level) in [
        (&["matrix", "lamps"][..], "4◇"),
        (&["gaps"], "4◇"),
        (&["compare", "ORB", "TIR"], "4◇"),
        (&["show", "lamps/brightness"], "4◇"),
    ] {
        for format in ["table", "markdown"] {
            let told = small(&[arguments, &["--scenario", "brighter", "--format", format]].concat());
            assert!(told.contains(level) && told.contains("◇ what-if"), "{arguments:?}: {told}");
            let without = small(&[arguments, &["--format", format]].concat());
            assert!(!without.contains('◇'), "{arguments:?}: {without}");
        }
    }
    let marked = ["--scenario", "marked", "--workspace", "tests/fixtures/scenarios/marked.yaml"];
    let moves = written(on("small", &["moves"]).args(marked));
    assert!(moves.contains("1◇ → 2") && moves.contains("◇ what-if"), "{moves}");
    let position = small(&["show", "lamps/brightness/ORB", "--scenario", "brighter"]);
    assert!(position.contains("the level is supposed") && position.contains("level 1"), "{position}");
    let mut spoken = on("small", &marked);
    let spoken = written(spoken.env("T12_ACCESSIBLE", "1").write_stdin("next\nnext\nnext\nnext\n"));
    assert!(spoken.contains("Union of Norlanda: level 2, a what-if."), "{spoken}");
}

#[test]
fn a_scenario_file_alone_finds_the_board_of_its_workspace() {
    let folder = std::env::temp_dir().join(format!("t12-alone-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("scenarios")).unwrap();
    std::fs::copy("tests/fixtures/small/board.yaml", folder.join("board.yaml")).unwrap();
    let text = "kind: scenario\nversion: 1\nid: one\ntitle: One\nmembers: {ORB: out, XXX: in}\n";
    let file = folder.join("scenarios/one.yaml");
    std::fs::write(&file, text).unwrap();
    let checked = |at: &std::path::Path, file: &std::path::Path| {
        let output = t12().current_dir(at).args(["check", "--format", "concise"]).arg(file).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for (at, file) in [(root, &*file), (&folder.join("scenarios"), "one.yaml".as_ref())] {
        let told = checked(at, file);
        assert!(told.contains("one.yaml:5:") && told.contains("XXX") && !told.contains("`ORB`"), "{told}");
        assert!(told.contains("2 files checked"), "{told}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_scenario_is_shown_beside_what_the_files_say() {
    let shown = small(&["scenario", "show", "bright"]);
    insta::assert_snapshot!("scenario_show", shown);
    assert!(shown.contains("nothing here is a fact"));
    insta::assert_snapshot!("scenario_compare", small(&["scenario", "compare", "brighter", "dimmer"]));
    insta::assert_snapshot!("scenario_json", small(&["scenario", "show", "dimmer", "--format", "json"]));
}

#[test]
fn no_form_of_a_scenario_writes_what_is_private() {
    let shown = [&["scenario", "show", "brighter"][..], &["scenario", "compare", "brighter", "dimmer"]];
    let mut told: Vec<String> =
        FORMATS.iter().map(|format| small(&["scenario", "list", "--format", format])).collect();
    for arguments in shown {
        told.extend(FORMATS.map(|format| small(&[arguments, &["--format", format]].concat())));
    }
    for told in told {
        for secret in ["SECRET", "2026-12-24", "1999-09-09"] {
            assert!(!told.contains(secret), "{secret}: {told}");
        }
    }
}

#[test]
fn every_figure_follows_a_scenario_and_says_so() {
    let gaps = small(&["gaps", "--scenario", "brighter"]);
    assert!(gaps.contains("what-if: 5"), "{gaps}");
    assert_ne!(gaps, small(&["gaps"]));
    let json = small(&["board", "--scenario", "brighter", "--format", "json"]);
    assert!(json.contains("\"what_ifs\": 5"), "{json}");
    assert!(!small(&["board", "--format", "json"]).contains("what_ifs"));
    let screen = small(&["--scenario", "dimmer", "--keys", "2", "--size", "120x36"]);
    assert!(screen.contains("what-if: 1") && screen.contains("1◇"), "{screen}");
}

#[test]
fn a_scenario_that_is_not_there_is_told_with_those_that_are() {
    let output = on("small", &["gaps", "--scenario", "brigter"]).args(FILES).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("brighter"), "{said}");
}

#[test]
fn a_scenario_that_was_written_is_one_that_is_read() {
    let folder = std::env::temp_dir().join(format!("t12-scenario-{}", std::process::id()));
    let path = folder.to_str().unwrap();
    written(t12().args(["init", path]));
    std::fs::create_dir(folder.join("scenarios")).unwrap();
    let text = "kind: scenario\nversion: 1\nid: one\ntitle: One\nlevels:\n  \
                export-controls/human-rights-criterion/US: 0\n  export-controls/nothing/US: 1\n";
    std::fs::write(folder.join("scenarios/one.yaml"), text).unwrap();
    let output = t12().args(["check", path, "--format", "concise"]).output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("one.yaml:7:3") && told.contains("T205"), "{told}");
    std::fs::remove_dir_all(&folder).unwrap();
}
