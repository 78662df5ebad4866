//! Search: what it finds, how it goes from match to match, and that typing it letter by letter finds the same.

use t12::tui::model::Search;
use t12::tui::{Message, update};

use super::board::Draft;
use super::{Program, SHIPPED, SMALL};

fn found(program: &Program) -> usize {
    program.model.search.as_ref().map_or(0, Search::found)
}

#[test]
fn letter_by_letter_finds_what_the_whole_line_finds() {
    for query in ["licence", "export licence", "licence export", "chips", "eu", "KR", "zzz", "a b", "  act"] {
        let typed = Program::after(&SHIPPED, &format!("3 / \"{query}\""));
        let mut pasted = Program::after(&SHIPPED, "3 /");
        update(&mut pasted.model, Message::Paste(query.to_owned()));
        assert_eq!(found(&typed), found(&pasted), "{query}");
        assert_eq!(typed.place(), pasted.place(), "{query}");
        let corrected = Program::after(&SHIPPED, &format!("3 / \"x\" <c-u> \"{query}x\" <bs>"));
        assert_eq!(found(&corrected), found(&pasted), "{query} after other letters");
    }
}

#[test]
fn in_a_list_of_measures_each_step_goes_to_another_row() {
    let mut program = Program::after(&SHIPPED, "3 / \"licence\" <enter>");
    while program.notice().is_empty() {
        program.press("n");
    }
    let mut seen = vec![program.place()];
    loop {
        program.press("n");
        if program.notice() == "From the last match to the first." {
            break;
        }
        assert!(!seen.contains(&program.place()), "{} again", program.place());
        seen.push(program.place());
        assert!(seen.len() <= found(&program));
    }
    assert!(seen.len() > 2, "{seen:?}");
    assert_eq!(program.place(), seen[0]);
    program.press("N N");
    assert_eq!(program.place(), seen[seen.len() - 2], "and back over the end");
}

#[test]
fn an_area_is_found_by_its_title() {
    let board =
        Draft::new("EU US").area("1").measure("1 shared", "EU 3, US 1").area("1").measure("1 shared", "EU 0");
    let mut program = Program::after(&board.build(), "/ \"area-1\" <enter>");
    assert_eq!((program.place().as_str(), found(&program)), ("board area-1", 1));
    program.press("k n");
    assert_eq!(program.place(), "board area-1");
}

#[test]
fn hidden_columns_are_not_searched_until_they_are_shown() {
    let mut program = Program::after(&SMALL, "2 $ c <space> <esc> / \"zed\" <enter>");
    assert_eq!(program.notice(), "Nothing found for zed");
    program.press("c G <enter> <esc> / \"zed\" <enter>");
    assert_eq!(program.place(), "matrix lamps/brightness ZED");
    let before = found(&program);
    program.press("c <space> <esc>");
    assert_eq!((found(&program), program.column().as_str()), (0, "UNI"), "the search follows the columns");
    program.press("n N c G <enter> <esc>");
    assert_eq!(found(&program), before);
}

#[test]
fn many_measures_by_many_jurisdictions_are_searched() {
    let codes: Vec<String> =
        (0..60u8).map(|n| format!("{}{}", char::from(b'A' + n / 20), char::from(b'A' + n % 20))).collect();
    let mut draft = Draft::new(&codes.join(" ")).area("1");
    for _ in 0..1_000 {
        draft = draft.measure("1 shared", "AA 3, AB 1");
    }
    let mut program = Program::after(&draft.build(), "2 / \"ct\" <enter>");
    assert_eq!(found(&program), 1_000);
    assert_eq!(program.column(), "CT");
    program.press("n n");
    assert_eq!((program.rows().row(), program.model.match_number()), (2, Some(3)));
    program.press("G");
    assert_eq!(program.model.match_number(), Some(1_000));
}
