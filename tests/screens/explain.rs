//! `x`: how the figure of the cursor came about.

use t12::tui::layer::Layer;
use t12::tui::{Effect, Message, update};

use super::{Program, SMALL};

#[test]
fn every_column_with_a_figure_explains_that_figure() {
    for (keys, said) in [
        ("x", "The alignment of the group: harbour, Lamps"),
        ("l x", "The two sides of an area: UNI and ORB, Lamps"),
        ("l l x", "The counts of measures: UNI and ORB"),
        ("l l l l x", "The gap between the poles: UNI and ORB"),
        ("v x", "The agreement of a jurisdiction with the group: UNI with harbour"),
        ("2 ^ x", "The spread of the group on a measure"),
        ("2 $ x", "The agreement of a jurisdiction with the group: ZED with harbour"),
        ("3 x", "The share and the rank of a gap"),
        ("3 l x", "The gap between the poles"),
    ] {
        let mut program = Program::after(&SMALL, keys);
        assert!(program.text().contains(said), "{keys}: {}", program.text());
        assert!(matches!(program.model.layers.as_slice(), [Layer::Explain(_)]), "{keys}");
    }
}

#[test]
fn where_there_is_no_figure_it_says_so() {
    for keys in ["$ x", "3 $ x"] {
        let program = Program::after(&SMALL, keys);
        assert_eq!(program.notice(), "There is no figure to explain here", "{keys}");
        assert!(program.model.layers.is_empty());
    }
}

#[test]
fn it_scrolls_to_its_end_and_closes_by_the_key_that_opened_it() {
    let mut program = Program::after(&SMALL, "x");
    let top = program.text();
    program.press("G");
    let bottom = program.text();
    assert!(top != bottom && bottom.contains("Source of the method"), "{bottom}");
    program.press("g");
    assert_eq!(program.text(), top);
    program.press("x");
    assert!(program.model.layers.is_empty());
}

#[test]
fn it_follows_the_size_of_the_screen_and_is_copied_whole() {
    let mut program = Program::after(&SMALL, "x");
    update(&mut program.model, Message::Resize(64, 20));
    let Some(Layer::Explain(_)) = program.model.layers.last() else { unreachable!() };
    let effects = update(&mut program.model, Message::Key(t12::tui::key::Key::parse("y").unwrap()));
    let [Effect::Copy { text, .. }] = effects.as_slice() else { unreachable!() };
    assert!(
        text.starts_with("The alignment of the group") && text.contains("Source of the method"),
        "{text}"
    );
}
