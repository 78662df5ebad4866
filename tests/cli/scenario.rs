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
    let mut told = vec![small(&["scenario", "list"])];
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
