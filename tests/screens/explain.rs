//! `x`: how the figure of the cursor came about.

use insta::assert_snapshot;
use t12::tui::command;
use t12::tui::layer::Layer;
use t12::tui::{Effect, Message, snapshot, update};

use super::board::Draft;
use super::{Program, SHIPPED, SMALL, Start};

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
fn the_views_of_one_table_explain_theirs() {
    for (keys, said) in [
        ("4 x", "The gap between the poles"),
        ("5 x", "The silhouette of the camps: UNI among 5 jurisdictions"),
        ("5 l x", "Where two meet in the tree: UNI and KES"),
        ("5 l l x", "The alignment of two jurisdictions: UNI and KES, all areas"),
        ("5 v x", "The alignment of two jurisdictions: UNI and ORB"),
        ("5 v j x", "Between the poles: KES between UNI and ORB"),
        ("6 x", "The gain of a move: ZED from 0 to 1"),
        ("6 v x", "The gain of a move: ZED from 0 to 1"),
    ] {
        let mut program = Program::after(&SMALL, keys);
        assert!(program.text().contains(said), "{keys}: {}", program.text());
    }
}

#[test]
fn two_lenses_of_one_are_explained_beside_each_other() {
    let mut program = Program::after(&SMALL, "4 : \"compare UNI UNI@in-force\" <enter> x");
    let text = program.text();
    assert!(text.contains("The alignment of two jurisdictions: UNI@as-recorded and UNI@in-force"), "{text}");
}

#[test]
fn under_a_filter_a_pair_is_explained_over_what_is_left() {
    let mut program = Program::after(&SMALL, "5 f \"area:lamps\" <enter> l l x G");
    assert!(
        program.text().contains("Over the 2 of 4 measures that the filter leaves."),
        "{}",
        program.text()
    );
    let mut program = Program::after(&SMALL, "5 f \"area:lamps\" <enter> v j x");
    assert!(program.text().contains("The alignment of two jurisdictions: UNI and"), "{}", program.text());
}

#[test]
fn the_gain_of_a_move_and_the_camps_as_pictures() {
    let pictured = |keys: &str| {
        let mut program = Program::start(&SHIPPED, Start { size: (120, 36), ..Start::default() });
        snapshot::text(&program.press(keys))
    };
    assert_snapshot!("explain_move_120x36", pictured("6 x"));
    assert_snapshot!("explain_camps_120x36", pictured("5 j x"));
    assert_snapshot!("explain_join_120x36", pictured("5 j l l x"));
}

#[test]
fn where_there_is_no_figure_it_says_why() {
    for (keys, said) in [
        ("$ x", "There is no figure to explain here"),
        ("3 $ x", "There is no figure to explain here"),
        ("6 v j x", "A step of a sequence builds on those before it; v lists single moves"),
        ("7 x", "Nothing is computed here: these are names, lists and dates"),
        ("8 x", "Nothing is computed here: these are dates and what they bring"),
    ] {
        let program = Program::after(&SMALL, keys);
        assert_eq!(program.notice(), said, "{keys}");
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

/// Every whole value that the palette offers behind `explain` and what is typed, those behind a blank too.
fn offered(program: &Program, typed: &str) -> Vec<String> {
    let taken = command::find("explain").unwrap().argument.unwrap();
    let values = (taken.values)(&program.model, typed);
    let behind = values.iter().filter_map(|value| Some(format!("{}{}", value.text, value.then?)));
    let behind: Vec<String> = behind.flat_map(|typed| offered(program, &typed)).collect();
    values.into_iter().filter(|value| value.is_whole).map(|value| value.text).chain(behind).collect()
}

#[test]
fn every_figure_that_the_palette_offers_is_explained() {
    let program = Program::after(&SMALL, "3");
    let offered = offered(&program, "");
    for named in ["here", "tree", "without ORB", "join UNI KES", "robustness moves pair", "middle"] {
        assert!(offered.iter().any(|value| value == named), "{named}: {offered:?}");
    }
    for value in offered {
        let mut program = Program::after(&SMALL, &format!("3 : \"explain {value}\" <enter>"));
        assert!(matches!(program.model.layers.as_slice(), [Layer::Explain(_)]), "{value}");
        assert!(program.text().contains("Result"), "{value}: {}", program.text());
    }
}

#[test]
fn a_figure_by_name_is_the_same_as_on_the_command_line() {
    for (typed, said) in [
        ("explain tree", "The cophenetic correlation of the tree"),
        ("explain closest", "Who is closest to the rest"),
        ("explain without orb", "The group without one of it: harbour without ORB"),
        ("explain closeness KES", "The mean alignment with the others: KES"),
        ("explain silhouette", "The silhouette of the camps"),
        ("explain robustness weighted-gaps", "The gaps by weight × steps"),
        ("explain stress UNI ORB", "The alignment under stress: UNI and ORB"),
        ("explain middle", "The middle of the group and its cost"),
        ("explain here", "The share and the rank of a gap"),
        ("explain robustness moves kes", "The raising moves by gain; The mean alignment of KES"),
    ] {
        let mut program = Program::after(&SMALL, &format!("3 : \"{typed}\" <enter>"));
        assert!(program.text().contains(said), "{typed}: {}", program.text());
    }
}

#[test]
fn a_figure_that_cannot_be_meant_is_told_with_what_can() {
    for (typed, said) in [
        ("teer", "There is no figure `teer`; did you mean tree?"),
        ("xyz", "There is no figure `xyz`"),
        ("gap lamps", "The gap between the poles: x explains it where the cursor stands on it"),
        ("tree UNI", "It is written: explain tree"),
        ("without QQ", "There is no jurisdiction `QQ`"),
        ("stress UNI UNI", "Name two different jurisdictions"),
        ("stress UNI ORB lamps", "It is written: explain stress CODE CODE"),
        ("robustness pears", "There is no order `pears`; did you mean pairs?"),
        ("robustness pairs UNI", "It is written: explain robustness pairs"),
        ("robustness moves QQ", "Moves can raise the alignment of the group"),
    ] {
        let program = Program::after(&SMALL, &format!("3 : \"explain {typed}\" <enter>"));
        assert!(program.notice().starts_with(said), "{typed}: {}", program.notice());
        let stays = matches!(program.model.layers.as_slice(), [Layer::Palette(_)]);
        assert!(stays, "{typed} can be put right");
    }
}

#[test]
fn on_a_very_large_board_what_takes_long_is_left_to_the_command_line() {
    let codes: Vec<String> =
        (0..250u8).map(|n| format!("{}{}", char::from(b'A' + n / 26), char::from(b'A' + n % 26))).collect();
    let positions: Vec<String> = codes.iter().map(|code| format!("{code} 1")).collect();
    let board = (0..7).fold(Draft::new(&codes.join(" ")).area("1"), |draft, _| {
        draft.measure("1 shared", &positions.join(", "))
    });
    let mut program = Program::after(&board.build(), "3 : \"explain tree\" <enter>");
    let told = "That takes long on so large a board: t12 explain tree computes it";
    assert_eq!(program.notice(), told);
    program.press("<esc> : \"explain counts\" <enter>");
    assert!(program.text().contains("The counts of measures"), "{}", program.text());
}

#[test]
fn the_figures_of_the_palette_as_a_picture() {
    let mut program = Program::start(&SHIPPED, Start { size: (120, 36), ..Start::default() });
    assert_snapshot!("explain_palette_120x36", snapshot::text(&program.press(": \"explain \"")));
}
