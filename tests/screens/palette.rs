//! The palette: values of arguments, places by their names, and what was typed before.

use t12::tui::key::Key;
use t12::tui::layer::Layer;
use t12::tui::model::Asked;
use t12::tui::{Effect, Message, update};

use super::{Program, SHIPPED, SMALL, place_after};

fn key(token: &str) -> Key {
    Key::parse(token).unwrap()
}

/// What the palette shows, line by line, without its frame.
fn lines(program: &mut Program) -> Vec<String> {
    let text = program.text();
    let inside = text.lines().filter_map(|line| Some(line.split_once('│')?.1.rsplit_once('│')?.0));
    inside.map(|line| line.trim().trim_start_matches('▸').trim().to_owned()).collect()
}

fn first_words(program: &mut Program) -> Vec<String> {
    let words = lines(program).into_iter().skip(2).filter(|line| !line.is_empty());
    words.map(|line| line.split("  ").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn the_values_of_a_command_stand_below_it_once_it_is_named() {
    let mut program = Program::after(&SMALL, ": \"theme \"");
    assert_eq!(first_words(&mut program), ["dark", "paper", "contrast", "cvd", "mono"]);
    program.press("<c-u> \"group \"");
    assert_eq!(first_words(&mut program), ["harbour", "islands", "all"]);
    program.press("\"is\"");
    assert_eq!(first_words(&mut program), ["islands"]);
    program.press("<enter>");
    assert_eq!(program.model.figures.comparison().group.len(), 2);
    program.press(": \"weights e\" <enter>");
    assert_eq!(program.model.figures.comparison().weights, t12::scorecard::WeightChoice::Equal);
}

#[test]
fn poles_are_chosen_one_after_the_other() {
    let mut program = Program::after(&SMALL, ": \"poles t\"");
    assert_eq!(first_words(&mut program)[0], "TIR");
    program.press("<enter>");
    assert_eq!(program.model.layers.len(), 1, "one pole is not enough");
    assert_eq!(first_words(&mut program), ["TIR UNI", "TIR ORB", "TIR KES", "TIR VAL", "TIR ZED"]);
    program.press("\"kestria\" <tab>");
    assert_eq!(lines(&mut program)[0], ":poles TIR KES");
    program.press("<enter>");
    let codes =
        program.model.figures.comparison().poles.map(|pole| program.model.board.jurisdiction(pole).code);
    assert_eq!(codes.map(|code| code.to_string()), ["TIR", "KES"]);
}

#[test]
fn a_place_is_gone_to_by_its_name_or_its_beginning() {
    assert_eq!(place_after(": \"goto ropes\" <enter>"), "matrix ropes/strength UNI");
    assert_eq!(place_after("3 : \"goto ropes\" <enter>"), "gaps ropes/strength");
    assert_eq!(place_after(": \"goto l/c\" <enter>"), "matrix lamps/colour UNI");
    assert_eq!(place_after("3 : \"goto lamps/colour\" <enter>"), "gaps lamps/colour");
    assert_eq!(place_after("3 : \"goto lamps/colour/zed\" <enter>"), "matrix lamps/colour ZED");
    assert_eq!(place_after(": \"goto knots\" <enter>"), "matrix ropes/knots UNI", "a measure of any area");
    assert_eq!(place_after(": \"goto l\" <tab> \"c\" <tab> \"tir\" <enter>"), "matrix lamps/colour TIR");
    assert_eq!(place_after(": \"goto ropes\" <enter> <c-o>"), "board lamps", "one jump");
    let mut shipped = Program::after(&SHIPPED, ": \"goto ai-regulation/horizontal-ai-law/KR\" <enter>");
    assert_eq!(shipped.place(), "matrix ai-regulation/horizontal-ai-law KR");
    assert!(shipped.text().contains("Republic of Korea"));
}

#[test]
fn a_place_in_a_hidden_column_shows_it_again() {
    let program = Program::after(&SMALL, "2 $ c <space> <esc> : \"goto lamps/colour/ZED\" <enter>");
    assert_eq!(program.place(), "matrix lamps/colour ZED");
    assert_eq!((program.model.hidden_columns(), program.notice()), (0, "ZED was hidden and is shown again"));
}

#[test]
fn what_was_typed_before_lies_above_the_list() {
    let mut program = Program::after(&SMALL, ": \"theme pa\" <enter> : \"gaps\" <enter> : <up>");
    assert_eq!(lines(&mut program)[0], ":gaps");
    program.press("<up>");
    assert_eq!(lines(&mut program)[0], ":theme paper", "as it ran");
    program.press("<down> <down> <down>");
    let Some(Layer::Palette(_)) = program.model.layers.last() else { panic!("the palette is open") };
    assert_eq!(lines(&mut program)[0], ":");
    program.press("<up> <up> <bs> <bs> <down> <esc>");
    assert_eq!(program.model.history.of(Asked::Command), ["theme paper", "gaps"]);
}

#[test]
fn what_is_typed_is_handed_out_once_to_be_kept() {
    let mut program = Program::after(&SMALL, "3 / \"rope\"");
    let effects = update(&mut program.model, Message::Key(key("<enter>")));
    assert_eq!(effects, [Effect::Remember(Asked::Search, "rope".to_owned())]);
    assert!(update(&mut program.model, Message::Key(key("j"))).is_empty());
}

#[test]
fn a_place_that_the_filter_leaves_out_is_told() {
    let mut program = Program::after(&SMALL, "3 f \"area:ropes\" <enter> : \"goto lamps/colour\" <enter>");
    assert_eq!(program.notice(), "The filter leaves it out; F shows everything again");
    assert!(program.place().starts_with("gaps ropes/"), "{}", program.place());
    program.press("<esc> F : <up> <up> <esc> : \"goto lamps/colour/zed\" <enter>");
    assert_eq!(program.place(), "matrix lamps/colour ZED");
    assert_eq!(program.model.history.of(Asked::Filter), ["area:ropes"]);
}
