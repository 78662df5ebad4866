//! What-ifs: keys suppose, everything on screen follows, undo and redo lead back, files that change keep them.

use proptest::prelude::*;
use t12::analysis::Figures;
use t12::scorecard::Suppositions;
use t12::tui::layer::Layer;

use super::reload::edited;
use super::{Program, SHIPPED, SMALL};

impl Program {
    /// The figures on screen, to the last bit.
    fn figures(&self) -> String {
        format!("{:?}", self.model.figures)
    }

    /// The figures of the board and the comparison on screen, computed at once.
    fn computed(&self) -> String {
        format!("{:?}", Figures::compute(&self.model.board, self.model.figures.chosen()))
    }
}

#[test]
fn a_key_supposes_the_level_of_the_cell_and_every_figure_follows() {
    let mut program = Program::after(&SMALL, "2 w 1");
    assert_eq!(program.notice(), "What-if: UNI from 4 to 1 on Brightness");
    assert_eq!(program.figures(), program.computed());
    let text = program.text();
    assert!(text.contains("what-if: 1") && text.contains("1◇") && text.contains("◇Least"), "{text}");
    assert!(text.contains("The file says: 4"), "{text}");
    program.press("+ +");
    assert_eq!(program.notice(), "What-if: UNI from 2 to 3 on Brightness");
    program.press("<bs>");
    assert_eq!(program.notice(), "What-if: UNI from 3 to unknown on Brightness");
    assert!(program.text().contains("open"), "{}", program.text());
    program.press("<del>");
    assert_eq!(program.model.what_ifs(), 0);
    program.press("<del>");
    assert_eq!(program.notice(), "Nothing is supposed here.");
}

#[test]
fn in_the_gaps_the_column_of_a_pole_says_whose_level_it_is() {
    let mut program = Program::after(&SMALL, "3 w");
    assert_eq!(program.notice(), "What if UNI stood elsewhere on Brightness? 0 to 4 sets a level");
    program.press("l 4");
    assert_eq!(program.notice(), "What-if: ORB from 1 to 4 on Brightness");
    // The gap is gone, so the measure comes last of those that are known, and the cursor went with it.
    assert_eq!(program.place(), "gaps lamps/brightness");
    assert_ne!(program.rows().row(), 0);
    let text = program.text();
    assert!(text.contains("without what-ifs") && text.contains("1›"), "{text}");
    program.press("l 2");
    assert_eq!(program.notice(), "Move to the column of a jurisdiction to suppose a level of it");
    program.press("1");
    assert!(program.place().starts_with("gaps"), "digits are levels here");
    program.press("g 1");
    assert!(program.place().starts_with("board"), "views have a second key");
    program.press("3");
    assert_eq!(program.notice(), "A what-if changes a level: go to Matrix, Gaps or Compare");
}

#[test]
fn what_the_members_decide_is_not_the_unions_to_suppose() {
    let program = Program::after(&SMALL, "2 j w 3");
    assert!(program.notice().starts_with("The members of "), "{}", program.notice());
    assert_eq!(program.model.what_ifs(), 0);
}

#[test]
fn leaving_the_mode_keeps_what_is_supposed_and_comes_before_the_search() {
    let mut program = Program::after(&SMALL, "2 / \"light\" <enter> w 1 <esc>");
    assert!(!program.model.what_if.is_on() && program.model.search.is_some());
    assert_eq!(program.model.what_ifs(), 1);
    program.press("<esc>");
    assert!(program.model.search.is_none());
    program.press("w 2 w");
    assert!(!program.model.what_if.is_on());
    program.press("3");
    assert!(program.place().starts_with("gaps"), "digits are views again");
}

#[test]
fn undo_and_redo_say_what_they_did() {
    let mut program = Program::after(&SMALL, "2 w 1 2");
    let last = program.figures();
    program.press("u");
    assert_eq!(program.notice(), "Undone: UNI from 1 to 2 on Brightness");
    program.press("u");
    assert_eq!((program.notice(), program.model.what_ifs()), ("Undone: UNI from 4 to 1 on Brightness", 0));
    program.press("u");
    assert_eq!(program.notice(), "There is nothing to undo.");
    program.press("<c-r> <c-r>");
    assert_eq!(program.notice(), "Done again: UNI from 1 to 2 on Brightness");
    assert_eq!(program.figures(), last);
    program.press("<c-r>");
    assert_eq!(program.notice(), "There is nothing to do again.");
}

#[test]
fn dropping_all_asks_once_and_can_be_undone() {
    let mut program = Program::after(&SMALL, "2 w 1 l 3 X");
    assert!(matches!(program.model.layers.last(), Some(Layer::DropWhatIfs(_))));
    assert!(program.text().contains("Drop 2 what-ifs?"), "{}", program.text());
    program.press("<esc>");
    assert_eq!(program.model.what_ifs(), 2);
    program.press("X <enter>");
    assert_eq!((program.model.what_ifs(), program.notice()), (0, "What-if: all 2 what-ifs dropped"));
    program.press("u");
    assert_eq!(program.model.what_ifs(), 2);
    program.press("u u X");
    assert_eq!((program.notice(), program.model.layers.len()), ("Nothing is supposed.", 0));
}

#[test]
fn a_level_the_filter_no_longer_takes_leaves_the_list_at_once() {
    let mut program = Program::after(&SMALL, "f \"gap>=3\" <enter> 3 w");
    assert_eq!(program.measures(), ["brightness"]);
    program.press("3");
    assert_eq!(program.measures(), [""; 0]);
    program.press("u");
    assert_eq!(program.measures(), ["brightness"]);
}

#[test]
fn after_a_reload_what_ifs_stay_by_their_ids_and_say_what_changed_beneath() {
    let mut program = Program::after(&SMALL, "2 w 2 j l l l 4");
    assert_eq!(program.model.what_ifs(), 2);
    program.press("k ^ l");
    program.reload(edited(&[("lamps.yaml", "level: 4", "level: 3")]));
    assert_eq!(program.model.what_ifs(), 2);
    let told = "Under the what-if on UNI, Brightness, the file says 3 now, 4 before";
    assert_eq!(program.notice(), told);
    let text = program.text();
    assert!(text.contains("The file says: 3, and said 4 when this was supposed"), "{text}");
    assert_eq!(program.figures(), program.computed());
    assert_eq!(program.model.news.changed.len(), 1, "the what-ifs are no change of the files");
    program.reload(edited(&[
        ("lamps.yaml", "id: colour", "id: hue"),
        ("lamps.yaml", "[colour]", "[hue]"),
        ("board.yaml", "lamps/colour", "lamps/hue"),
    ]));
    assert_eq!(program.model.what_ifs(), 1);
    assert!(program.notice().contains("A what-if was about something that is gone: dropped"));
    program.press("u u");
    assert_eq!(program.model.what_ifs(), 0);
    assert_eq!(program.figures(), program.computed());
}

#[test]
fn the_palette_supposes_too() {
    let mut program = Program::after(&SMALL, "2 : \"suppose 0\" <enter>");
    assert_eq!(program.notice(), "What-if: UNI from 4 to 0 on Brightness");
    program.press(": \"suppose recorded\" <enter>");
    assert_eq!(program.model.what_ifs(), 0);
    program.press(": \"suppose 7\" <enter>");
    assert_eq!(program.notice(), "A level is 0 to 4, + or -, unknown, or recorded");
}

#[test]
fn the_keys_for_changes_visit_supposed_cells_among_those_of_a_save() {
    let mut program = Program::after(&SMALL, "2 l w 3 j j 0 g g w 2 L h");
    assert_eq!(program.model.board.supposed().levels.len(), 2);
    program.reload(edited(&[("lamps.yaml", "level: 4", "level: 3")]));
    assert_eq!(program.model.news.changed.len(), 1);
    let mut walk = |keys: &str| {
        program.press(keys);
        program.place()
    };
    let there = [walk("g g ^ ] c"), walk("] c"), walk("] c")];
    let back = [walk("[ c"), walk("[ c"), walk("[ c")];
    let [first, second, third] = &there;
    assert!(first != second && second != third && first != third, "{there:?}");
    // The first was a change of the files, which is over once it was looked at; what is supposed stays.
    assert_eq!(back.each_ref(), [second, third, second]);
}

const KEYS: [&str; 24] = [
    "w",
    "0",
    "1",
    "2",
    "3",
    "4",
    "+",
    "-",
    "<bs>",
    "<del>",
    "u",
    "<c-r>",
    "X <enter>",
    "W 3 <tab> + <esc>",
    "W G <space> <esc>",
    "j",
    "k",
    "l",
    "h",
    "g 2",
    "g 3",
    "L",
    "<esc>",
    "J",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_is_pressed_the_figures_are_those_of_the_board(
        keys in prop::collection::vec(prop::sample::select(KEYS.as_slice()), 1..40),
    ) {
        let mut program = Program::after(&SHIPPED, "2 w");
        program.press(&keys.join(" "));
        prop_assert_eq!(program.figures(), program.computed());
        let before = program.model.what_if.before().map(|before| format!("{before:?}"));
        let mut board = program.model.board.clone();
        board.suppose(Suppositions::default());
        let recorded = format!("{:?}", Figures::compute(&board, program.model.figures.chosen()));
        prop_assert!(before.is_none_or(|before| before == recorded));
    }
}
