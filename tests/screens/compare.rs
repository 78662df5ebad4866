//! Any two side by side: choosing them, what is listed, and where it leads.

use t12::analysis::{Finding, Lens};
use t12::scorecard::{Code, Column, MeasureIndex};
use t12::tui::model::{Model, View};

use super::{Program, SHIPPED, SMALL};

fn column(model: &Model, code: &str) -> Column {
    model.board.column(Code::parse(code).unwrap()).unwrap()
}

fn two(program: &Program) -> [(String, Option<Lens>); 2] {
    let code = |column| program.model.board.jurisdiction(column).code.to_string();
    program.model.compared().map(|seen| (code(seen.column), seen.lens))
}

fn plainly(first: &str, second: &str) -> [(String, Option<Lens>); 2] {
    [first, second].map(|code| (code.to_owned(), None))
}

fn findings(program: &Program) -> Vec<Finding> {
    let rows = program.rows();
    let compare = &program.model.sheets.compare;
    (0..rows.len())
        .map(|row| Finding::of(compare.gap(MeasureIndex(rows.thing(row).unwrap())).unwrap()))
        .collect()
}

#[test]
fn it_opens_on_the_poles_with_the_differences_first() {
    let mut program = Program::after(&SHIPPED, "4");
    assert_eq!(two(&program), plainly("EU", "US"));
    let found = findings(&program);
    assert!(found.is_sorted() && found.len() == SHIPPED.measures.len());
    assert!(found.contains(&Finding::Different) && found.contains(&Finding::OtherInstrument));
    let text = program.text();
    for told in ["EU European Union", "US United States", "EU fuller on", "Alignment 64 %", "coverage"] {
        assert!(text.contains(told), "{told}\n{text}");
    }
}

#[test]
fn the_two_are_chosen_by_name_swapped_and_given_back_to_the_poles() {
    let mut program = Program::after(&SMALL, ": \"compare tir zed\" <enter>");
    assert_eq!((program.model.view, two(&program)), (View::Compare, plainly("TIR", "ZED")));
    program.press("v");
    assert_eq!(two(&program), plainly("ZED", "TIR"));
    program.press(": \"compare uni orb\" <enter> : \"poles tir zed\" <enter>");
    assert_eq!(two(&program), plainly("TIR", "ZED"), "the poles again: the view follows them");
    program.press(": \"compare tir nowhere\" <enter>");
    assert!(program.notice().starts_with("Name two of UNI ORB"), "{}", program.notice());
}

#[test]
fn one_stands_beside_itself_through_two_lenses() {
    let mut program = Program::after(&SMALL, ": \"compare uni uni@in-force\" <enter>");
    assert_eq!(two(&program)[1], ("UNI".to_owned(), Some(Lens::InForce)));
    let text = program.text();
    assert!(text.contains("as recorded") && text.contains("UNI Union of Norlanda · in force"), "{text}");
    program.press("y");
    // A lens that makes both the same puts the other in its place.
    program.press("c j <enter> j j <enter> <esc>");
    assert_eq!(two(&program).map(|(_, lens)| lens), [Some(Lens::InForce), None], "{}", program.text());
}

#[test]
fn the_two_are_chosen_in_the_list_of_columns() {
    let mut program = Program::after(&SMALL, "4 c");
    assert!(program.text().contains("First here"), "{}", program.text());
    // UNI, ORB, KES: the third.
    program.press("<enter> j j <enter> <esc>");
    assert_eq!(two(&program), plainly("KES", "ORB"));
    program.press("3 c");
    assert!(!program.text().contains("First here"));
}

#[test]
fn the_filter_asks_of_the_gaps_between_the_two() {
    let mut program = Program::after(&SHIPPED, ": \"compare JP KR\" <enter> f \"gap>=2 fuller:JP\" <enter>");
    let compare = &program.model.sheets.compare;
    let rows = program.rows();
    assert!(!rows.is_empty());
    for row in 0..rows.len() {
        let gap = compare.gap(MeasureIndex(rows.thing(row).unwrap())).unwrap();
        assert!(gap.gap.is_some_and(|steps| steps <= -2));
    }
    let counts = *compare.shown();
    assert_eq!(counts.first_fuller as usize, program.rows().len());
    let said = format!("JP fuller on {}, KR fuller on 0", counts.first_fuller);
    assert!(program.text().contains(&said), "{}", program.text());
}

#[test]
fn presets_narrow_the_list_to_one_finding() {
    for (preset, finding) in [
        ("different levels", Finding::Different),
        ("same level, different instrument", Finding::OtherInstrument),
        ("open questions", Finding::Open),
    ] {
        let keys = format!(": \"compare JP IN\" <enter> : \"preset {preset}\" <enter>");
        let found = findings(&Program::after(&SHIPPED, &keys));
        assert!(found.iter().all(|&other| other == finding), "{preset}: {found:?}");
        assert!(!found.is_empty(), "{preset}");
    }
}

#[test]
fn the_next_gap_is_the_next_of_the_two_and_enter_goes_to_its_row() {
    let mut program = Program::after(&SMALL, "4 J");
    let first = program.place();
    assert!(first.starts_with("compare "), "{first}");
    program.press("J");
    assert_ne!(program.place(), first);
    program.press("J J");
    assert!(program.notice().contains("last gap to the first"), "{}", program.notice());
    let there = program.place().replace("compare", "matrix");
    program.press("<enter>");
    assert!(program.place().starts_with(&there), "{} {there}", program.place());
    program.press("<c-o>");
    assert_eq!(program.model.view, View::Compare);
}

#[test]
fn sorting_by_the_gap_goes_from_one_side_to_the_other() {
    let mut program = Program::after(&SHIPPED, "4 l l l s");
    let rows = program.rows();
    let compare = &program.model.sheets.compare;
    let gaps: Vec<Option<i8>> =
        (0..rows.len()).map(|row| compare.gap(MeasureIndex(rows.thing(row).unwrap())).unwrap().gap).collect();
    assert!(gaps.is_sorted(), "{gaps:?}");
    assert!(program.text().contains("fuller"));
    program.press(": \"sort\" <enter> : \"sort\" <enter>");
    assert!(findings(&program).is_sorted());
}

#[test]
fn another_view_opens_two_here() {
    let mut program = Program::after(&SHIPPED, "5");
    let [first, second] = ["JP", "KR"].map(|code| column(&program.model, code));
    program.model.open_pair(first, second);
    assert_eq!((program.model.view, two(&program)), (View::Compare, plainly("JP", "KR")));
    let text = program.text();
    assert!(text.contains("JP Japan") && text.contains("KR Republic of Korea"), "{text}");
}

#[test]
fn both_headlines_and_both_sentences_stand_side_by_side() {
    let mut program = Program::after(&SMALL, "4 z");
    let text = program.text();
    let line = text.lines().find(|line| line.contains("Norlanda: level")).unwrap();
    assert!(line.contains("Republic of Orbis: level"), "{text}");
    assert!(text.contains("Every lamp shines") && text.contains("A bill would"), "{text}");
    assert!(text.contains("Level 4: ") && text.contains("Level 1: "), "{text}");
}

#[test]
fn a_what_if_is_made_in_the_column_of_a_side_and_only_its_measure_is_measured_again() {
    let mut program = Program::after(&SHIPPED, "4 w");
    assert!(program.notice().starts_with("What if EU stood elsewhere on "), "{}", program.notice());
    let computed = |program: &Program| {
        let model = &program.model;
        format!("{:?}", model.figures.side_by_side(&model.board, model.profiles()))
    };
    let shown = |program: &Program| format!("{:?}", program.model.sheets.compare.beside().unwrap());
    for keys in ["4", "l l 0", "j 1 j 2 k 3", "<bs>", "u", "u <c-r>", "h h 2", "<del>"] {
        program.press(keys);
        assert_eq!(shown(&program), computed(&program), "{keys}");
    }
    assert!(program.model.what_ifs() > 1);
    program.press("h 1");
    assert_eq!(program.notice(), "Move to the column of a jurisdiction to suppose a level of it");
    program.press("<esc> =");
    assert_eq!(shown(&program), computed(&program), "other weights");
}
