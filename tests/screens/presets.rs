//! Presets, lenses and saved views: the ways a view is arranged at once.

use t12::analysis::Lens;
use t12::tui::model::{Direction, GapColumn, View, presets};

use super::{Program, SHIPPED, SMALL};

#[test]
fn presets_follow_one_another_say_their_names_and_come_back_to_all() {
    for (view, key) in [(View::Board, "1"), (View::Matrix, "2"), (View::Gaps, "3")] {
        let mut program = Program::after(&SHIPPED, key);
        let whole = program.rows().len();
        for preset in presets(view).iter().skip(1).chain(&presets(view)[..1]) {
            program.press("p");
            assert!(program.notice().starts_with(&format!("Preset {}", preset.name)), "{}", program.notice());
            let arranged = !program.model.filtering.filter().is_empty() || program.model.order().is_some();
            assert_eq!(arranged, preset.name != "all", "{}", preset.name);
        }
        assert_eq!(program.rows().len(), whole);
    }
}

#[test]
fn a_preset_sets_filter_and_order() {
    let program = Program::after(&SMALL, "3 : \"preset what changes within a year\" <enter>");
    assert_eq!(program.model.filtering.filter().to_string(), "next<=2027-11");
    assert_eq!(program.model.sorted.gaps, Some((GapColumn::Next, Direction::Down)));
    let program = Program::after(&SMALL, "3 : \"preset low confidense\" <enter>");
    assert!(program.notice().contains("Did you mean low confidence?"), "{}", program.notice());
}

#[test]
fn terms_somebody_typed_give_way_to_the_first_preset() {
    let program = Program::after(&SMALL, "3 f \"knots\" <enter> p");
    assert_eq!(program.model.filtering.filter().to_string(), "gap>=2");
}

#[test]
fn another_lens_changes_the_cells_the_figures_and_the_standing_comparison() {
    let mut program = Program::after(&SMALL, "2 l");
    assert!(program.text().contains("as recorded") && program.text().contains("Level 1 "));
    program.press(": \"lens in force\" <enter>");
    assert_eq!(program.model.figures.comparison().lens, Lens::InForce);
    let text = program.text();
    assert!(text.contains("in force ·") && text.contains("Level 0 · recorded 1"), "{text}");
    assert!(text.contains("UNI 4"), "the gap follows: {text}");
    for (word, shown) in
        [("2027-06", "on 2027-06"), ("high", "confidence high or higher"), ("As-recorded", "as recorded")]
    {
        program.press(&format!(": \"lens {word}\" <enter>"));
        assert!(program.text().contains(shown), "{}", program.text());
    }
    program.press(": \"lens tomorrow\" <enter>");
    assert!(program.notice().contains("in force"), "{}", program.notice());
}
