//! Going from place to place: views, gaps, areas, in and out, back, and through other sizes.

use t12::tui::model::{Focus, View};

use super::{Program, SHIPPED, SMALL, place_after};

#[test]
fn a_view_opens_where_the_cursor_stood() {
    assert_eq!(place_after("3 j j 2"), "matrix ropes/strength UNI");
    assert_eq!(place_after("3 j j g 2 1"), "board ropes");
    assert_eq!(place_after("2 j 3"), "gaps lamps/colour");
    assert_eq!(place_after("j g 2 g 3 g 1"), "board ropes");
}

#[test]
fn enter_goes_in() {
    assert_eq!(place_after("j <enter>"), "matrix ropes/strength UNI");
    assert_eq!(place_after("3 j <enter>"), "matrix lamps/colour UNI");
    let mut program = Program::after(&SMALL, "2 l <enter>");
    assert!(program.model.zoomed);
    assert_eq!(program.place(), "matrix lamps/brightness ORB");
    program.press("<enter>");
    assert_eq!(program.notice(), "Open is not for this place");
}

#[test]
fn j_goes_to_the_widest_gap_and_round_with_a_notice() {
    let mut program = Program::after(&SMALL, "j J");
    assert_eq!((program.place().as_str(), program.notice()), ("gaps lamps/brightness", ""));
    program.press("J");
    assert_eq!((program.place().as_str(), program.notice()), ("gaps lamps/colour", ""));
    program.press("J");
    assert_eq!(program.place(), "gaps lamps/brightness");
    assert_eq!(program.notice(), "From the last gap to the first.");
    program.press("K");
    assert_eq!(program.place(), "gaps lamps/colour");
    assert_eq!(program.notice(), "From the first gap to the last.");
    assert_eq!(place_after("] g ] g [ g"), "gaps lamps/brightness");
}

#[test]
fn j_stays_in_the_matrix_and_in_the_zoom() {
    assert_eq!(place_after("2 J"), "matrix lamps/colour UNI");
    assert_eq!(place_after("2 L l J"), "matrix lamps/brightness ORB");
    let program = Program::after(&SMALL, "J z J");
    assert!(program.model.zoomed);
    assert_eq!(program.place(), "gaps lamps/colour");
}

#[test]
fn every_gap_of_the_shipped_scorecards_is_one_key_from_the_one_before() {
    let mut program = Program::after(&SHIPPED, "");
    let gaps = program.model.figures.gaps().iter().filter(|gap| gap.gap.is_some_and(|gap| gap != 0));
    let wanted: Vec<_> = gaps.map(|gap| gap.measure).collect();
    assert!(wanted.len() > 20);
    for measure in wanted {
        program.press("J");
        assert_eq!((program.model.view, program.model.measure()), (View::Gaps, Some(measure)));
        let gap = program.model.figures.gap(measure);
        assert!(gap.gap.is_some_and(|gap| gap != 0));
    }
    program.press("J");
    assert_eq!(program.notice(), "From the last gap to the first.");
}

#[test]
fn areas_follow_one_another_in_every_view() {
    assert_eq!(place_after("L"), "board ropes");
    assert_eq!(place_after("L L"), "board lamps");
    assert_eq!(place_after("H"), "board ropes");
    assert_eq!(place_after("2 ] a"), "matrix ropes/strength UNI");
    assert_eq!(place_after("3 L"), "gaps ropes/strength", "the widest gap of the area");
}

#[test]
fn jumping_back_goes_where_each_jump_began() {
    let mut program = Program::after(&SMALL, "j J j <enter> l l l j");
    assert_eq!(program.place(), "matrix lamps/colour KES");
    program.press("<c-o>");
    assert_eq!(program.place(), "gaps lamps/colour");
    program.press("<c-o>");
    assert_eq!(program.place(), "board ropes");
    program.press("<c-o>");
    assert_eq!(
        (program.place().as_str(), program.notice()),
        ("board ropes", "Jump back is not for this place")
    );
}

#[test]
fn esc_peels_one_thing_at_a_time_and_never_quits() {
    let mut program = Program::after(&SMALL, "3 / \"rope\" <enter> : / \"x\"");
    assert_eq!(program.model.layers.len(), 1);
    program.press("<esc>");
    assert!(program.model.layers.is_empty(), "the layer first");
    program.press("<tab> g <esc>");
    assert!(program.model.pending.is_empty());
    assert_eq!(program.model.focus, Focus::Detail, "then the keys that were begun, and nothing else");
    program.press("<esc>");
    assert_eq!(program.model.focus, Focus::Table);
    assert!(program.model.search.is_some(), "then the focus");
    program.press("z <esc>");
    assert!(!program.model.zoomed && program.model.search.is_some(), "or the zoom");
    program.press("/ \"kn\" <esc>");
    assert!(program.model.prompt.is_none());
    assert_eq!(program.model.view, View::Gaps, "the line being typed, with its search");
    program.press("/ \"rope\" <enter> <esc>");
    assert!(program.model.search.is_none());
    assert_eq!(program.model.view, View::Gaps, "then the search");
    program.press("<esc>");
    assert_eq!(program.model.view, View::Board, "then the view");
    program.press("<esc> <esc> j");
    assert_eq!(program.place(), "board ropes", "and the program stays");
}

#[test]
fn another_size_keeps_the_cursor() {
    for keys in ["2 L j l l l", "3 G", "v j l l"] {
        let mut program = Program::after(&SMALL, keys);
        let place = (program.place(), program.model.board_column);
        for size in ["60x15", "1x1", "200x60", "59x14", "80x24"] {
            program.press(&format!("<resize:{size}>"));
            assert_eq!((program.place(), program.model.board_column), place, "{keys} at {size}");
        }
    }
}
