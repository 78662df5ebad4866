//! Weights and members that are supposed, in the list of the what-if mode.

use t12::analysis::Figures;
use t12::tui::layer::Layer;

use super::reload::edited;
use super::{Program, SHIPPED, SMALL};

/// The figures on screen to the last bit, and the same computed at once.
fn figures(program: &Program) -> [String; 2] {
    let model = &program.model;
    let computed = Figures::compute(&model.board, model.figures.chosen());
    [format!("{:?}", model.figures), format!("{computed:?}")]
}

#[test]
fn a_weight_is_supposed_by_a_digit_and_every_figure_follows() {
    let mut program = Program::after(&SMALL, "2 w W");
    assert!(matches!(program.model.layers.last(), Some(Layer::Weights(_))));
    let before = figures(&program);
    program.press("5");
    assert_eq!(program.notice(), "What-if: the weight of Brightness from 1.5 to 5");
    assert_eq!(program.model.what_ifs(), 1);
    let after = figures(&program);
    assert_eq!(after[0], after[1]);
    assert_ne!(before[0], after[0]);
    let text = program.text();
    assert!(text.contains("5, was 1.5") && text.contains("Supposed: 1 weight"), "{text}");
    program.press("<enter> \"1.50\" <enter>");
    assert_eq!(program.model.what_ifs(), 0, "what it weighs anyway is no what-if");
    assert_eq!(figures(&program), before);
}

#[test]
fn a_weight_goes_by_steps_to_the_ends_and_can_be_typed() {
    let mut program = Program::after(&SMALL, "1 W");
    assert!(program.model.layers.is_empty(), "a key of the mode alone");
    program.press("w W + +");
    assert!(program.notice().ends_with("from 2 to 3"), "an area: {}", program.notice());
    program.press("0 -");
    assert_eq!(program.notice(), "That changes nothing.");
    program.press("<enter> \"1.25\" <enter>");
    assert!(program.notice().ends_with("from 0 to 1.25"), "{}", program.notice());
    program.press("- -");
    assert!(program.notice().ends_with("from 0.25 to 0"), "{}", program.notice());
    program.press("<enter> \"101\" <enter>");
    assert!(program.text().contains("A weight is 0 to 100"), "{}", program.text());
    program.press("<esc> <del>");
    assert_eq!(program.model.what_ifs(), 0);
    program.press("<del>");
    assert_eq!(program.notice(), "Nothing is supposed here.");
}

#[test]
fn whoever_is_in_the_group_can_be_out_of_it_but_the_last_one() {
    let mut program = Program::after(&SMALL, "2 w W G <space>");
    assert_eq!(program.notice(), "What-if: ZED outside the group");
    assert!(program.text().contains("out, was in"), "{}", program.text());
    let [shown, computed] = figures(&program);
    assert_eq!(shown, computed);
    program.press("<space>");
    assert_eq!(program.model.what_ifs(), 0);
    program.press("g");
    for _ in 0..8 {
        program.press("<tab>");
    }
    program.press("j <space> j <space> j <space> j <space> j <space>");
    assert!(program.notice().ends_with("is the last one in the group"), "{}", program.notice());
    assert_eq!(program.model.figures.comparison().group.len(), 1);
}

#[test]
fn each_change_is_undone_by_itself_in_the_list_and_outside_of_it() {
    let mut program = Program::after(&SMALL, "2 w W 5 j 3 G <space> u");
    assert_eq!((program.notice(), program.model.what_ifs()), ("Undone: ZED outside the group", 2));
    program.press("<c-r> <esc>");
    assert!(program.model.layers.is_empty() && program.model.what_if.is_on());
    assert!(program.text().contains("what-if: 3"), "{}", program.text());
    program.press("u u u");
    assert_eq!(program.notice(), "Undone: the weight of Brightness from 1.5 to 5");
    let [shown, computed] = figures(&program);
    assert_eq!(shown, computed);
}

#[test]
fn the_list_filters_by_name_and_esc_gives_all_back_first() {
    let mut program = Program::after(&SHIPPED, "2 w W / \"zzz\" <enter>");
    assert!(program.text().contains("Nothing of that name."), "{}", program.text());
    program.press("3 <space> <del> + <esc>");
    assert_eq!(program.model.layers.len(), 1);
    program.press("/ \"united\" <enter> <space>");
    assert_eq!(program.model.board.supposed().members.len(), 1);
    program.press("<esc> <esc>");
    assert!(program.model.layers.is_empty());
}

#[test]
fn the_list_stays_on_its_line_over_files_that_change() {
    let mut program = Program::after(&SMALL, "2 w W j 7");
    let about = program.notice().to_owned();
    let areas = ("  - lamps\n  - {id: ropes, weight: 2}", "  - {id: ropes, weight: 2}\n  - lamps");
    program.reload(edited(&[("board.yaml", areas.0, areas.1)]));
    program.press("8");
    let named = |told: &str| told.split(" from ").next().unwrap().to_owned();
    assert_eq!(named(program.notice()), named(&about));
    let [shown, computed] = figures(&program);
    assert_eq!(shown, computed);
}

#[test]
fn help_tells_the_keys_of_the_mode() {
    let text = Program::after(&SMALL, "2 w ?").text();
    let heading = text.find("What-if mode").unwrap();
    assert!(heading < text.find("Moving").unwrap_or(usize::MAX), "first while the mode lasts: {text}");
    assert!(text.contains("0 1 2 3 4") && text.contains("Weights and members"), "{text}");
    let text = Program::after(&SMALL, "2 ? \"@W\"").text();
    assert!(text.contains("Weights and members") && text.contains("1 found"), "{text}");
}
