//! Presets, lenses and saved views: the ways a view is arranged at once.

use t12::analysis::Lens;
use t12::scorecard::SavedView;
use t12::tui::model::{Direction, GapColumn, View, presets};

use super::{Program, SHIPPED, SMALL};

#[test]
fn presets_follow_one_another_say_their_names_and_come_back_to_all() {
    for (view, key) in
        [(View::Board, "1"), (View::Matrix, "2"), (View::Gaps, "3"), (View::Compare, "4"), (View::Moves, "6")]
    {
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

#[test]
fn a_saved_view_sets_all_that_it_says_and_clears_the_rest() {
    let mut program = Program::after(&SMALL, "f \"knots\" <enter> : \"view wide lamps\" <enter>");
    assert_eq!((program.place().as_str(), program.notice()), ("gaps lamps/brightness", "View Wide lamps"));
    assert_eq!(program.model.filtering.filter().to_string(), "gap>=2 area:lamps");
    assert_eq!(program.model.sorted.gaps, Some((GapColumn::Weight, Direction::Up)));
    program.press(": \"view islands\" <enter>");
    assert_eq!((program.place().as_str(), program.rows().len()), ("matrix ropes/strength TIR", 2));
    let text = program.text();
    assert!(text.contains("TIR ⇄ ZED · islands"), "{text}");
    assert!(text.contains("in force · bright weights"), "{text}");
    assert_eq!(program.model.hidden_columns(), 3);
    assert!(program.model.filtering.filter().is_empty());
}

#[test]
fn a_saved_view_begins_at_its_first_row_and_is_found_by_its_name() {
    let mut program = Program::after(&SMALL, "3 G : \"wide l\" <enter>");
    assert_eq!(program.notice(), "View Wide lamps");
    program.press(": \"islands\" <enter>");
    assert_eq!(program.notice(), "View Islands");
    let first = program.place();
    program.press("G");
    assert_ne!(program.place(), first, "there are two rows");
    program.press(": \"view islands\" <enter>");
    assert_eq!(program.place(), first);
}

#[test]
fn the_two_of_compare_are_saved_with_it() {
    let mut program = Program::after(&SMALL, ": \"compare TIR ORB@in-force\" <enter>");
    let yaml = program.model.view_as_yaml("Two");
    assert!(yaml.ends_with("    sides: [TIR, ORB@in-force]\n"), "{yaml}");
    let mut other = Program::after(&SMALL, ": \"compare UNI UNI@in-force\" <enter> 1");
    other.model.take_view(&read_back(&yaml));
    other.model.notice = None;
    other.model.prepare();
    assert_eq!(other.text(), program.text());
    let plain = Program::after(&SMALL, "4").model.view_as_yaml("Poles");
    assert!(!plain.contains("sides"), "{plain}");
    other.model.take_view(&read_back(&plain));
    assert_eq!(other.model.view_as_yaml("Poles"), plain, "the poles again");
    program.press("3");
    assert!(!program.model.view_as_yaml("Gaps").contains("sides"), "the list of gaps has no sides");
}

/// A view as it is read from the end of the board's file.
fn read_back(yaml: &str) -> SavedView {
    let kept = format!("{}\n{yaml}", include_str!("../fixtures/small/board.yaml"));
    let document = t12::format::read(&kept, 0);
    assert!(document.problems.is_empty(), "{yaml}");
    let Some(t12::format::Content::Board(plan)) = document.content else { unreachable!() };
    plan.views.last().unwrap().clone()
}

#[test]
fn what_is_saved_reads_back_as_the_view_it_was() {
    let keys = "3 f \"gap>=1 \\\"it's\\\"\" <enter> : \"lens 2027-06\" <enter> : \"poles TIR ORB\" <enter> \
                : \"units members\" <enter> l l s s";
    let mut program = Program::after(&SMALL, &keys.replace("\\\"it's\\\"", "-knots"));
    let yaml = program.model.view_as_yaml("Ours: it's");
    let view = read_back(&yaml);
    assert_eq!(&*view.name, "Ours: it's");
    let screen = program.text();
    let mut other = Program::after(&SMALL, "");
    other.model.take_view(&view);
    other.model.notice = None;
    assert_eq!(other.model.view_as_yaml("Ours: it's"), yaml);
    assert_eq!(other.model.figures.comparison(), program.model.figures.comparison());
    assert_eq!(other.measures(), program.measures(), "{screen}");
}

#[test]
fn what_is_hidden_of_the_list_of_gaps_is_saved_with_it() {
    let hide = "c / \"weight column\" <enter> <space> <esc> <esc>";
    let mut program = Program::after(&SMALL, &format!("3 {hide}"));
    assert!(!program.text().contains("weight group"), "{}", program.text());
    let yaml = program.model.view_as_yaml("Narrow");
    assert!(yaml.ends_with("    hidden: [weight]\n"), "{yaml}");
    let mut other = Program::after(&SMALL, "3");
    other.model.toggle_gap_column(GapColumn::Next);
    other.model.take_view(&read_back(&yaml));
    assert_eq!(other.model.view_as_yaml("Narrow"), yaml);
    other.model.notice = None;
    other.model.prepare();
    assert_eq!(other.text(), program.text());
    other.press(": \"view wide lamps\" <enter>");
    assert!(!other.model.view_as_yaml("Narrow").contains("hidden"), "it names none: all are shown");
    program.press("2");
    assert!(!program.model.view_as_yaml("Matrix").contains("hidden"), "the matrix has no such columns");
}

#[test]
fn saving_a_view_shows_and_copies_what_to_add_and_writes_nothing() {
    let mut program = Program::after(&SMALL, "3 f \"gap>=2\" <enter> : \"save-view Wide ones\" <enter>");
    let text = program.text();
    assert!(text.contains("- name: 'Wide ones'") && text.contains("filter: 'gap>=2'"), "{text}");
    assert!(text.contains("below `views:` in the board's file, board.yaml"), "{text}");
    program.press("<esc>");
    assert!(program.model.layers.is_empty());
    program.model.settings.reviewer = Some("Ada \u{1b}[1m".into());
    program.press(": \"save-view Wide ones\" <enter>");
    let text = program.text();
    assert!(text.contains("# Ada ␛[1m, 2026-11-21"), "{text}");
}
