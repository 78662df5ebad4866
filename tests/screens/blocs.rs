//! The view Blocs: both forms, its cursor, and what is computed off the drawing thread.

use insta::assert_snapshot;
use t12::report::words::Glyphs;
use t12::scorecard::ViewName;
use t12::tui::background::Outcome;
use t12::tui::key::Key;
use t12::tui::model::{Seen, View};
use t12::tui::{Effect, Message, snapshot, update};

use super::board::Draft;
use super::{Program, SHIPPED, SMALL, Start};

fn pictured(size: (u16, u16), glyphs: Glyphs, keys: &str) -> String {
    let mut program = Program::start(&SHIPPED, Start { glyphs, size, ..Start::default() });
    snapshot::text(&program.press(keys))
}

#[test]
fn every_two_in_the_order_of_their_tree() {
    assert_snapshot!("blocs_80x24", pictured((80, 24), Glyphs::Unicode, "5 j l l"));
    assert_snapshot!("blocs_120x36", pictured((120, 36), Glyphs::Unicode, "5 j l l"));
    assert_snapshot!("blocs_60x24_ascii", pictured((60, 24), Glyphs::Ascii, "5 $"));
}

#[test]
fn the_plane_of_both_poles() {
    assert_snapshot!("blocs_plane_120x36", pictured((120, 36), Glyphs::Unicode, "5 v j j j"));
    assert_snapshot!("blocs_plane_80x24_ascii", pictured((80, 24), Glyphs::Ascii, "5 v"));
}

#[test]
fn the_filter_narrows_what_is_compared() {
    let mut program = Program::after(&SHIPPED, "5 f \"area:ai\" <enter>");
    assert!(program.text().contains("13 jurisdictions, 10 of 56 measures"), "{}", program.text());
}

#[test]
fn a_pair_opens_side_by_side() {
    let mut program = Program::after(&SHIPPED, "5 j l <enter>");
    assert_eq!(program.model.view, View::Compare);
    let code = |seen: Seen| program.model.board.jurisdiction(seen.column).code.to_string();
    assert_eq!(program.model.compared().map(code), ["FI", "EU"]);
    program.press("<c-o>");
    assert_eq!(program.model.view, View::Blocs);
}

#[test]
fn sorted_by_a_column_the_tree_gives_way() {
    let mut program = Program::after(&SMALL, "5 l");
    assert!(program.text().contains('┐'));
    program.press("s");
    assert!(!program.text().contains('┐'), "{}", program.text());
}

/// A board on which comparing every pair is too much for the drawing thread.
fn large() -> t12::scorecard::Board {
    let codes: Vec<String> = (0..200).map(|number| format!("C{number}")).collect();
    let mut draft = Draft::new(&codes.join(" ")).area("1");
    for measure in 0..60_usize {
        let position =
            |(place, code): (usize, &String)| format!("{code} {}", (place * (measure + 3) / 7) % 5);
        let positions: Vec<String> = codes.iter().enumerate().map(position).collect();
        draft = draft.measure("1", &positions.join(","));
    }
    draft.build()
}

fn jobs(effects: Vec<Effect>) -> Vec<Outcome> {
    let run = |effect| if let Effect::Compute(job) = effect { Some(job.run()) } else { None };
    effects.into_iter().filter_map(run).collect()
}

#[test]
fn much_work_is_done_in_the_background_and_dropped_where_it_is_out_of_date() {
    let mut program = Program::start(&large(), Start::default());
    let key = |program: &mut Program, key: &str| {
        jobs(update(&mut program.model, Message::Key(Key::parse(key).unwrap())))
    };
    let mut first = key(&mut program, "5");
    assert_eq!(first.len(), 1);
    assert!(program.text().contains("Computing 19900 pairs"), "{}", program.text());
    assert!(key(&mut program, "j").is_empty(), "asked for once");
    assert!(key(&mut program, "=").is_empty(), "one of a kind at a time");
    let mut second = jobs(update(&mut program.model, Message::Computed(first.remove(0))));
    assert_eq!(second.len(), 1, "what is out of date is asked for anew");
    assert!(program.model.sheets.blocs.pairs().is_none());
    assert!(jobs(update(&mut program.model, Message::Computed(second.remove(0)))).is_empty());
    assert!(program.text().contains("200 jurisdictions"), "{}", program.text());
}

#[test]
fn many_columns_scroll_and_say_so() {
    let mut program = Program::start(&large(), Start::default());
    let text = snapshot::text(&program.press("5"));
    assert!(text.contains('›') && !text.contains('‹'));
    let text = snapshot::text(&program.press("$"));
    assert!(text.contains('‹'), "{text}");
    let plane = snapshot::text(&program.press("v"));
    assert!(plane.contains("No room for the names of"), "{plane}");
}

#[test]
fn the_order_by_a_jurisdiction_is_kept_in_saved_views_and_stays_with_it() {
    let mut program = Program::after(&SHIPPED, "5 l l s");
    let column = |program: &Program| {
        let blocs = &program.model.sheets.blocs;
        blocs.column_at(blocs.table.sorted.unwrap().0).unwrap()
    };
    let sorted = column(&program);
    let code = program.model.board.jurisdiction(sorted).code;
    assert!(program.model.view_as_yaml("Ours").contains(&format!("    sort: {code}\n")));
    // Under other weights the tree is another, and so are the columns.
    program.press("f \"area:ai\" <enter>");
    assert_eq!(column(&program), sorted);
    let order = t12::filter::Order::parse(code.as_str(), ViewName::Blocs, &program.model.board);
    let mut other = Program::after(&SHIPPED, "5");
    other.model.set_order(order);
    assert_eq!(column(&other), sorted);
    other.press("h h s");
    assert!(other.model.view_as_yaml("Ours").contains("    sort: who\n"), "by the codes themselves");
}
