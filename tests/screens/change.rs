//! `:change FOLDER`: what changed since an earlier edition of the workspace.

use std::path::Path;

use t12::tui::key::Key;
use t12::tui::layer::Layer;
use t12::tui::{Edition, Effect, Message, command, update};

use super::reload::edited;
use super::{HOSTILE, Program, SMALL, today};

/// The small world beside its earlier edition, after these keys in the list.
fn listed(keys: &str) -> Program {
    Program::after(&SMALL, &format!(": \"change tests/fixtures/small-earlier\" <enter> {keys}"))
}

fn is_open(program: &Program) -> bool {
    matches!(program.model.layers.as_slice(), [Layer::Change(_)])
}

#[test]
fn it_leads_with_counts_and_tells_all_of_the_chosen_measure() {
    let mut program = listed("");
    let text = program.text();
    assert!(is_open(&program) && text.contains("3 measures in both editions: 2 converging"), "{text}");
    assert!(text.contains("Delayed: 2020 UNI: A step long past") && text.contains("TIR 2 → 3"), "{text}");
    let text = listed("j").text();
    assert!(text.contains("levels are not compared"), "{text}");
}

#[test]
fn enter_goes_to_the_measure_and_only_to_one_that_is_there() {
    let program = listed("j j <enter>");
    assert!(program.model.layers.is_empty());
    assert_eq!(program.place(), "matrix ropes/strength UNI");
    let program = listed("G <enter>");
    assert!(is_open(&program));
    assert_eq!(program.notice(), "This measure is not in the edition on screen.");
    let program = listed("<esc>");
    assert_eq!((program.model.layers.len(), program.place().as_str()), (0, "board lamps"));
}

#[test]
fn the_chosen_measure_is_copied_with_all_that_is_told_of_it() {
    let mut program = listed("");
    let effects = update(&mut program.model, Message::Key(Key::parse("y").unwrap()));
    let [Effect::Copy { text, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(
        text.starts_with("Lamps: Brightness (converging)\nGap: UNI fuller by 4 → UNI fuller by 3."),
        "{text}"
    );
    assert!(text.ends_with("A step long past"), "{text}");
}

#[test]
fn the_filter_in_force_holds_in_the_list() {
    let mut program =
        Program::after(&SMALL, "f \"area:ropes\" <enter> : \"change tests/fixtures/small-earlier\" <enter>");
    let text = program.text();
    assert!(text.contains("1 measure in both editions") && !text.contains("Brightness"), "{text}");
}

#[test]
fn what_cannot_be_compared_is_told_and_nothing_else_happens() {
    for (folder, said) in [
        ("tests/nowhere", "There is no folder tests/nowhere"),
        ("src", "There are no scorecards in src; t12 check src tells why"),
        ("scorecards", "The earlier edition does not have UNI and ORB: take other poles"),
    ] {
        let program = Program::after(&SMALL, &format!(": \"change {folder}\" <enter>"));
        assert_eq!(program.notice(), said);
        assert_eq!((program.model.layers.len(), program.place().as_str()), (0, "board lamps"));
    }
    let mut program = Program::after(&SMALL, "");
    let effects = (command::find("change").unwrap().run)(&mut program.model, " ");
    assert!(effects.is_empty());
    assert!(program.notice().starts_with("Which folder"), "{}", program.notice());
}

#[test]
fn the_list_follows_the_files() {
    let mut program = listed("");
    program.reload(edited(&[(
        "lamps.yaml",
        "level: 4\n        approach: law",
        "level: 3\n        approach: law",
    )]));
    let text = program.text();
    assert!(is_open(&program) && text.contains("UNI fuller by 4 → UNI fuller by 2"), "{text}");
}

#[test]
fn nothing_opens_in_front_of_a_room() {
    let mut program = Program::after(&SMALL, ": \"change tests/fixtures/small-earlier\"");
    let effects = update(&mut program.model, Message::Key(Key::parse("<enter>").unwrap()));
    assert!(matches!(effects.as_slice(), [.., Effect::ReadEdition(_)]), "{effects:?}");
    program.press("P");
    // What was read meanwhile comes when nobody may see it.
    let edition = Edition::read(Path::new("tests/fixtures/small-earlier"), today(), false).unwrap();
    update(&mut program.model, Message::Edition(edition));
    assert!(program.model.layers.is_empty() && program.model.presentation.is_some());
}

#[test]
fn hostile_texts_stay_texts() {
    let mut program = Program::after(&HOSTILE, ": \"change tests/fixtures/hostile\" <enter>");
    let text = program.text();
    assert!(is_open(&program) && !text.chars().any(|c| c != '\n' && t12::text::is_hidden(c)), "{text}");
}
