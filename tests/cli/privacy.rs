use super::{FORMATS, TWINS, on, written};

/// Every call that shows something of the small workspace.
fn calls() -> Vec<Vec<&'static str>> {
    let mut calls: Vec<Vec<&str>> = TWINS.iter().map(|arguments| arguments.to_vec()).collect();
    calls.push(vec!["matrix", "ropes"]);
    for place in ["lamps", "lamps/brightness", "lamps/brightness/UNI", "lamps/brightness/KES"] {
        calls.push(vec!["show", place]);
    }
    for place in ["ropes/knots", "ropes/knots/ORB", "ropes/knots/UNI"] {
        calls.push(vec!["show", place]);
    }
    calls
}

#[test]
fn nothing_private_is_written_in_any_form() {
    for arguments in calls() {
        for format in FORMATS {
            let told = written(on("small", &arguments).args(["--format", format]));
            for secret in ["SECRET", "2026-12-24", "1999-09-09"] {
                assert!(!told.contains(secret), "{arguments:?} {format}: {told}");
            }
        }
    }
}

#[test]
fn whoever_asks_for_private_fields_gets_them() {
    let position = |place: &str| written(&mut on("small", &["show", place, "--private"]));
    let marked = position("ropes/strength/TIR");
    let parts = [
        "NOTE-TWO",
        "INSTRUMENT",
        "STEP",
        "HEADLINE",
        "SUMMARY",
        "SOURCE",
        "PUBLISHER",
        "URL",
        "REPLY",
        "REASON",
        "REVIEWER",
    ];
    for part in parts {
        assert!(marked.contains(&format!("SECRET-{part}")), "{part}: {marked}");
    }
    assert!(position("lamps/brightness/UNI").contains("SECRET-NOTE-ONE"));
}

#[test]
fn a_marked_position_is_unknown_to_every_figure() {
    let gaps = |more: &[&str]| {
        let told = written(on("small", &["gaps", "--format", "json"]).args(more));
        serde_json::from_str::<serde_json::Value>(&told).unwrap()
    };
    assert_eq!(gaps(&[])["counts"]["open"], 1);
    assert_eq!(gaps(&["--private"])["counts"]["open"], 0);
    let shown = written(&mut on("small", &["show", "ropes/strength/TIR", "--format", "json"]));
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!((&shown["state"], &shown["marking"]), (&"unknown".into(), &"amber".into()));
    assert!(shown["level"].is_null() && shown["confidence"].is_null() && shown["status"].is_null());
}

/// Every cell of the small workspace in the terminal program, one after the other, with its detail in full.
fn walked(more: &[&str]) -> String {
    let mut told = String::new();
    for area in ["<enter>", "<enter> L"] {
        for row in 0..4 {
            for column in 0..7 {
                let keys = format!("{area} {} {} z", "j ".repeat(row), "l ".repeat(column));
                told += &written(on("small", &["--keys", &keys, "--size", "160x60"]).args(more));
            }
        }
    }
    told
}

#[test]
fn the_terminal_program_shows_nothing_private_unless_asked() {
    let told = walked(&[]);
    for secret in ["SECRET", "2026-12-24", "1999-09-09"] {
        assert!(!told.contains(secret), "{secret}");
    }
    assert!(told.contains("not public") && told.contains("--private"), "{told}");
    let asked = walked(&["--private"]);
    for part in ["SECRET-NOTE-TWO", "SECRET-SUMMARY", "SECRET-NOTE-ONE"] {
        assert!(asked.contains(part), "{part}");
    }
}

#[test]
fn a_presentation_shows_nothing_private() {
    let keys = "<tab> <enter> v <pgdn> v <pgdn>";
    for played in (0..=6).map(|steps| keys.split(' ').take(steps).collect::<Vec<_>>().join(" ")) {
        let told = written(&mut on("small", &["present", "--size", "120x40", "--keys", &played]));
        assert!(!told.contains("SECRET") && !told.contains("1999-09-09"), "{played}\n{told}");
    }
}

#[test]
fn a_check_quotes_nothing_private_unless_asked() {
    let forms = ["human", "concise", "json", "github", "sarif"];
    let told = |form: &str, more: &[&str]| {
        let mut command = super::t12();
        command.args(["check", "tests/fixtures/faulty-secret", "--format", form]).args(more);
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stdout).unwrap()
    };
    for form in forms {
        let said = told(form, &[]);
        assert!(!said.contains("SECRET"), "{form}: {said}");
        assert!(told(form, &["--private"]).contains("SECRET"), "{form}");
    }
    let said = told("human", &[]);
    assert!(said.contains("A value is none of those its key takes") || said.contains("private"), "{said}");
}
