//! Filters typed, kept, peeled and cleared.

use super::{Program, SHIPPED, SMALL, place_after};

impl Program {
    /// The terms in force.
    fn terms(&self) -> String {
        self.model.filtering.filter().to_string()
    }

    /// The line above the hints.
    fn status(&mut self) -> String {
        let text = self.text();
        text.lines().rev().nth(1).unwrap().trim_end().to_owned()
    }
}

#[test]
fn rows_follow_while_a_filter_is_typed_and_the_cursor_stays_on_its_thing() {
    let mut program = Program::after(&SMALL, "3 j f");
    assert_eq!(program.place(), "gaps lamps/colour");
    program.press("\"gap>=2\"");
    assert_eq!(program.measures(), ["brightness"]);
    assert_eq!(program.place(), "gaps lamps/brightness");
    assert!(program.status().contains("filter: gap>=2  1 of 4"), "{}", program.status());
    program.press("<bs>");
    assert_eq!((program.measures().len(), program.place().as_str()), (4, "gaps lamps/colour"));
    program.press("1 <enter>");
    assert_eq!((program.terms().as_str(), program.place().as_str()), ("gap>=1", "gaps lamps/colour"));
}

#[test]
fn the_board_shows_areas_with_a_measure_that_fits_and_counts_them() {
    let mut program = Program::after(&SMALL, "f \"knots\" <enter>");
    assert_eq!((program.place().as_str(), program.rows().len()), ("board ropes", 1));
    assert!(program.status().contains("filter: knots   1 of 4"), "{}", program.status());
    assert!(program.text().contains("1 measure: "), "{}", program.text());
    program.press("F");
    assert_eq!(program.rows().len(), 2);
}

#[test]
fn a_matrix_asks_every_column_and_the_list_of_gaps_the_poles() {
    let mut program = Program::after(&SMALL, "2 f \"status:suspended\" <enter>");
    assert_eq!(program.measures(), ["colour"]);
    assert!(program.status().contains("1 of 2"), "{}", program.status());
    program.press("F f \"confidence:medium\" <enter>");
    assert_eq!(program.measures(), ["brightness", "colour"]);
    program.press("3");
    assert!(!program.measures().contains(&"brightness".to_owned()));
}

#[test]
fn escape_restores_what_was_in_force_before_the_typing() {
    let mut program = Program::after(&SMALL, "3 f \"gap>=1\" <enter> j f \"weight>100\"");
    assert!(program.rows().is_empty());
    program.press("<esc>");
    assert_eq!((program.terms().as_str(), program.place().as_str()), ("gap>=1", "gaps lamps/colour"));
}

#[test]
fn escape_peels_the_search_then_term_by_term_then_the_view() {
    let mut program = Program::after(&SMALL, "3 f \"gap>=0 -knots\" <enter> / \"lamp\" <enter>");
    assert!(program.model.search.is_some());
    for (terms, view) in
        [("gap>=0 -knots", "gaps"), ("gap>=0", "gaps"), ("", "gaps"), ("", "board"), ("", "board")]
    {
        program.press("<esc>");
        assert!(program.model.search.is_none());
        assert_eq!(program.terms(), terms);
        assert!(program.place().starts_with(view), "{}", program.place());
    }
}

#[test]
fn an_existing_filter_is_edited_from_its_text_and_earlier_ones_come_back() {
    let mut program = Program::after(&SMALL, "3 f \"gap>=1\" <enter> f \"area:ropes\" <enter>");
    assert_eq!(program.terms(), "gap>=1 area:ropes");
    program.press("f <c-u> <up> <up> <enter>");
    assert_eq!(program.terms(), "gap>=1");
}

#[test]
fn next_and_previous_gap_go_through_what_the_filter_leaves() {
    let mut program = Program::after(&SMALL, "f \"area:lamps\" <enter> J J");
    assert_eq!(program.place(), "gaps lamps/colour");
    program.press("J");
    assert_eq!(
        (program.place().as_str(), program.notice()),
        ("gaps lamps/brightness", "From the last gap to the first.")
    );
    program.press("F f \"weight>100\" <enter> J");
    assert_eq!(program.notice(), "The filter leaves no gap between the poles.");
    // A matrix asks every column: a gap that only the list of gaps shows is passed over.
    let mut program = Program::after(&SMALL, "2 f \"-level:na\" <enter>");
    assert_eq!(program.measures(), ["brightness"]);
    program.press("3");
    assert!(program.measures().contains(&"colour".to_owned()));
    program.press("2 J");
    assert_ne!(program.place(), "matrix lamps/colour UNI");
}

#[test]
fn areas_that_the_filter_empties_are_passed_over() {
    assert_eq!(place_after("f \"knots\" <enter> L"), "board ropes");
    assert_eq!(place_after("2 f \"gap>=0\" <enter> L"), "matrix ropes/strength UNI");
}

#[test]
fn an_empty_list_says_so_and_how_to_get_out() {
    for keys in ["", "v", "2", "3"] {
        let mut program = Program::after(&SMALL, &format!("{keys} f \"weight>100\" <enter>"));
        let text = program.text();
        assert!(
            text.contains("fits the filter.") && text.contains("Esc takes the last term away, F all."),
            "{text}"
        );
        program.press("j J <enter> o y L n s <esc> <esc>");
        assert_eq!(program.terms(), "");
    }
}

#[test]
fn a_wrong_word_is_marked_and_told_and_enter_waits_until_it_is_right() {
    let mut program = Program::after(&SMALL, "3 f \"gap>=1 status:propsed\"");
    let text = program.text();
    assert!(text.contains("Status does not take `propsed`"), "{text}");
    assert!(text.contains("Did you mean `proposed`?") && text.contains("in_force"), "{text}");
    assert_eq!(program.terms(), "gap>=1");
    program.press("<enter>");
    assert!(program.model.prompt.is_some());
    program.press("<bs> <bs> <bs> \"osed\"");
    program.press("<enter>");
    assert!(program.model.prompt.is_none());
    assert_eq!(program.terms(), "gap>=1 status:proposed");
}

#[test]
fn tab_takes_the_only_offer_and_goes_through_several() {
    let mut program = Program::after(&SMALL, "3 f \"stat\" <tab>");
    let line = |program: &Program| program.model.prompt.as_ref().unwrap().text().to_owned();
    assert_eq!(line(&program), "status:");
    program.press("<tab>");
    assert_eq!(line(&program), "status:none");
    program.press("<tab>");
    assert_eq!((line(&program).as_str(), program.terms().as_str()), ("status:proposed", "status:proposed"));
    program.press("<s-tab> <s-tab>");
    assert_eq!(line(&program), "status:repealed");
    program.press("\",ad\" <tab> <enter>");
    assert_eq!(program.terms(), "status:repealed,adopted");
}

#[test]
fn a_search_finds_only_what_the_filter_leaves() {
    let mut program = Program::after(&SHIPPED, "3 / \"law\" <enter>");
    let all = program.model.search.as_ref().unwrap().found();
    program.press("f \"area:ai\" <enter>");
    let some = program.model.search.as_ref().unwrap().found();
    assert!(0 < some && some < all, "{some} of {all}");
    program.press("n n n");
    assert!(program.place().starts_with("gaps ai-regulation/"), "{}", program.place());
}

#[test]
fn another_comparison_is_filtered_anew() {
    let mut program = Program::after(&SMALL, "3 f \"fuller:TIR\" <enter>");
    assert!(program.rows().is_empty());
    program.press(": \"poles ORB TIR\" <enter>");
    assert_eq!(program.measures().first().map(String::as_str), Some("brightness"));
}

#[test]
fn a_pasted_filter_counts_at_once_and_hides_nothing() {
    let mut program = Program::after(&SMALL, "3 f");
    t12::tui::update(&mut program.model, t12::tui::Message::Paste("x\u{202e}y\u{1b}[2J".to_owned()));
    let text = program.text();
    assert!(!text.contains(['\u{202e}', '\u{1b}']), "{text:?}");
}
