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

/// The rows that `n` visits from the first match on, until it is round.
fn visited(program: &mut Program) -> Vec<usize> {
    program.press("G n");
    let mut rows = vec![program.rows().row()];
    for _ in 1..found(program) {
        program.press("n");
        rows.push(program.rows().row());
    }
    program.press("n");
    assert_eq!(program.notice(), "From the last match to the first.");
    rows
}

#[test]
fn the_next_match_is_further_down_the_list_in_every_view_and_order() {
    for (view, query) in [
        ("1", "export"),
        ("3", "licence"),
        ("3 l l s", "licence"),
        ("3 l l s s", "licence"),
        ("4", "licence"),
        ("4 s", "licence"),
        ("5", "united"),
        ("6", "licence"),
        ("6 l s", "licence"),
        ("7", "semiconductor"),
        ("8", "licence"),
        ("8", "huawei"),
    ] {
        let mut program = Program::after(&SHIPPED, &format!("{view} / \"{query}\" <enter>"));
        assert!(found(&program) > 0, "{view} {query}");
        let rows = visited(&mut program);
        assert!(rows.is_sorted_by(|a, b| a < b), "{view} {query} {rows:?}");
        let search = program.model.search.as_ref().unwrap();
        let all: Vec<usize> = (0..program.rows().len()).filter(|&row| search.in_row(row)).collect();
        assert_eq!(rows, all, "{view} {query}");
    }
}

#[test]
fn in_a_matrix_it_goes_along_the_columns_as_they_stand_and_down_the_rows_as_sorted() {
    // The last column goes to the front of the others.
    let mut program = Program::after(&SHIPPED, "2 l l l l c G k k < < < < < < < < < < < < < <esc>");
    program.press("s / \"licence\" <enter>");
    let first = program.place();
    let mut before = None;
    for _ in 0..found(&program) {
        let matrix = &program.model.matrix;
        let columns: Vec<_> = program.model.agreement_columns().collect();
        let column = match matrix.column {
            t12::tui::model::MatrixColumn::Jurisdiction(column) => {
                columns.iter().position(|&other| other == column).map(|at| at + 1)
            }
            _ => Some(0),
        };
        let here = (matrix.area, matrix.rows.row(), column);
        let is_round = program.notice() == "From the last match to the first.";
        assert!(is_round || before < Some(here), "{before:?} {here:?}");
        before = Some(here);
        program.press("n");
    }
    assert_eq!(program.place(), first, "round");
}

#[test]
fn an_entity_is_found_by_its_other_names() {
    let listings = t12::analysis::Listings::of(&SHIPPED);
    let has_alias = |entity: &t12::analysis::EntityIndex| {
        let entity = listings.entity(&SHIPPED, *entity);
        entity.aliases.iter().any(|&alias| !entity.name.contains(&*SHIPPED.text(alias)))
    };
    let index = listings.entities().rfind(has_alias).unwrap();
    let entity = listings.entity(&SHIPPED, index);
    let alias = SHIPPED.text(entity.aliases[0]).to_string();
    let mut program = Program::after(&SHIPPED, &format!("7 / \"{alias}\" <enter>"));
    let names = |program: &Program| {
        let entity = program.model.sheets.entities.entity().unwrap();
        program.model.sheets.entities.listings().entity(&program.model.board, entity).name.to_string()
    };
    let mut visited: Vec<String> = Vec::new();
    for _ in 0..found(&program) {
        visited.push(names(&program));
        program.press("n");
    }
    assert!(visited.contains(&entity.name.to_string()), "{alias}: {visited:?}");
}

#[test]
fn what_is_found_elsewhere_only_is_told() {
    let program = Program::after(&SMALL, "7 / \"lamp\" <enter>");
    assert!(
        program.notice().starts_with("Nothing found here for lamp; in the matrix "),
        "{}",
        program.notice()
    );
    let mut program = Program::after(&SMALL, "7 / \"lamp\" <enter> 3");
    assert!(found(&program) > 0, "the search stays in force: {}", program.text());
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
