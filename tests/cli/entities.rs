use serde_json::Value;

use super::{on, t12, written};

/// The ids of the entities a filter leaves.
fn found(filter: &str) -> Vec<String> {
    let told = written(&mut on("small", &["entities", "--format", "json", "--filter", filter]));
    let told: Value = serde_json::from_str(&told).unwrap();
    let ids = told["entities"].as_array().unwrap().iter();
    ids.map(|entity| entity["entity"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn each_term_finds_what_it_says() {
    let everything = ["salt-crew", "fog-company", "reef-brothers"];
    let expected: [(&str, &[&str]); 19] = [
        ("", &everything),
        ("by:ORB", &["salt-crew", "fog-company"]),
        ("by:ORB -by:UNI", &["fog-company"]),
        ("only:ORB", &[]),
        ("poles:2", &["salt-crew"]),
        ("poles:1", &["fog-company"]),
        ("poles<1", &["reef-brothers"]),
        ("listing:removed", &["salt-crew", "reef-brothers"]),
        ("listing:removed jurisdiction:UNI", &["reef-brothers"]),
        ("listing:removed list:orbis", &["salt-crew"]),
        // Together for one list: the crew was removed from one list of Orbis and is on the other.
        ("listing:removed list:orbis-roll", &[]),
        // Nobody has looked where nothing is written.
        ("listing:unknown jurisdiction:ZED", &["salt-crew", "reef-brothers"]),
        ("-listing:listed", &["reef-brothers"]),
        // Naming a list without more asks who is on it.
        ("list:zed", &["fog-company"]),
        ("country:sx", &["salt-crew", "reef-brothers"]),
        ("salters", &["salt-crew"]),
        ("BRANCH", &["fog-company"]),
        ("-fog", &["salt-crew", "reef-brothers"]),
        ("cliffs", &["salt-crew"]),
    ];
    for (filter, ids) in expected {
        assert_eq!(found(filter), ids, "{filter}");
    }
}

#[test]
fn the_lists_follow_the_poles_in_use() {
    let heading = |poles: &str| {
        let told = written(&mut on("small", &["entities", "--poles", poles]));
        let line = told.lines().find(|line| line.starts_with("Entity")).unwrap().to_owned();
        line.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(heading("UNI,ORB")[2..5], ["UNI", "ORB", "ZED"]);
    assert_eq!(heading("ZED,TIR")[2..5], ["ZED", "UNI", "ORB"]);
    let told = written(&mut on("small", &["entities", "--poles", "ORB,ZED"]));
    let counts =
        "3 entities: 1 listed by ORB and ZED, 1 by ORB and not ZED, 0 by ZED and not ORB, 1 by neither";
    assert!(told.contains(counts), "{told}");
}

#[test]
fn an_entity_is_found_by_each_of_its_names() {
    for name in ["salt-crew", "salt", "Salt Crew Ltd", "the salters", "sel & fils"] {
        let told = written(&mut on("small", &["entities", name]));
        assert!(told.starts_with("Salt Crew Ltd"), "{name}: {told}");
    }
    let output = on("small", &["entities", "salt-crow"]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("there is no entity `salt-crow`. Did you mean `salt-crew`?"), "{said}");
}

#[test]
fn a_term_that_says_nothing_about_what_is_listed_is_told() {
    for (arguments, message) in [
        (["entities", "--filter", "-fog gap>=2"], "gap says nothing about entities"),
        (["gaps", "--filter", "poles:1"], "poles says nothing about measures"),
    ] {
        let output = on("small", &arguments).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(said.contains(message) && said.contains("^^^") && said.contains("Allowed:"), "{said}");
    }
}

#[test]
fn a_workspace_without_a_register_says_so() {
    let told = written(&mut on("hostile", &["entities"]));
    assert!(told.contains("No file of this workspace is a register"), "{told}");
}

#[test]
fn the_shipped_register_is_told_with_how_it_was_chosen() {
    let told = written(t12().args(["entities", "--filter", "listing:removed"]));
    assert!(told.contains("Filter listing:removed: 4 of 45 entities"), "{told}");
    assert!(told.contains("How they were chosen") && told.contains("Unknown says that nobody has looked"));
}
