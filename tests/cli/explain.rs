//! `t12 explain`: what is asked for by which words, and what is said of wrong ones.

use super::{on, written};

fn told(words: &[&str]) -> String {
    written(&mut on("small", words))
}

fn refused(words: &[&str]) -> String {
    let output = on("small", words).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn a_gap_is_told_with_its_arithmetic() {
    insta::assert_snapshot!("explain_gap", told(&["explain", "gap", "lamps/bright"]));
}

#[test]
fn a_pair_is_told_with_its_arithmetic() {
    insta::assert_snapshot!(
        "explain_pair",
        told(&["explain", "pair", "orb", "tir", "lamps", "--weights", "bright"])
    );
}

#[test]
fn a_move_is_told_with_its_formula_and_computed_again() {
    insta::assert_snapshot!("explain_move", told(&["explain", "move", "lamps/brightness/ORB", "2"]));
}

#[test]
fn an_order_is_told_with_its_rule_and_its_draws() {
    insta::assert_snapshot!("explain_robustness", told(&["explain", "robustness", "gaps"]));
}

#[test]
fn who_is_in_which_camp_is_told_with_the_distances() {
    insta::assert_snapshot!("explain_silhouette", told(&["explain", "silhouette", "TIR"]));
}

#[test]
fn where_a_figure_has_no_value_it_says_why() {
    for (words, said) in [
        (&["explain", "without", "UNI"][..], "no value: UNI is not of the group"),
        (&["explain", "bridge", "UNI"], "no value: UNI is a pole itself"),
        (
            &["explain", "join", "UNI", "ZED"],
            "no value: not in the tree, which needs a value for every pair: ZED",
        ),
        (&["explain", "silhouette", "ZED"], "no value: not in the tree"),
        (&["explain", "move", "lamps/colour/UNI", "2"], "no value: UNI has no level of its own there"),
        (&["explain", "robustness", "moves", "TIR"], "no value: weights cannot be drawn for it"),
    ] {
        let told = told(words);
        assert!(told.contains(said), "{words:?}: {told}");
    }
}

#[test]
fn one_jurisdiction_is_told_through_two_lenses() {
    let told = told(&["explain", "pair", "UNI", "UNI@in-force"]);
    assert!(told.contains("The alignment of two jurisdictions: UNI@as-recorded and UNI@in-force"), "{told}");
    assert!(refused(&["explain", "pair", "UNI@in-force", "UNI@in-force"]).contains("it is written"));
    assert!(refused(&["explain", "pair", "UNI", "UNI@later"]).contains("the lenses are as-recorded"));
}

#[test]
fn where_weights_cannot_be_drawn_it_says_why_and_what_to_do() {
    for words in
        [&["explain", "robustness", "moves", "TIR"][..], &["moves", "--objective", "TIR", "--robust"]]
    {
        let told = told(words);
        assert!(told.contains("Take the objective group or pair."), "{words:?}: {told}");
    }
    assert!(!told(&["moves", "--objective", "TIR"]).contains("objective group or pair"), "not asked for");
}

#[test]
fn every_figure_is_listed_with_what_it_takes() {
    insta::assert_snapshot!("explain_list", told(&["explain"]));
}

#[test]
fn the_comparison_is_the_one_asked_for() {
    let said = told(&["explain", "group", "--units", "members", "--lens", "in-force", "--group", "all"]);
    assert!(said.contains("group all · members counted · in force"), "{said}");
    assert!(said.contains("Every jurisdiction counts"), "{said}");
}

#[test]
fn wrong_words_are_told_with_the_right_ones() {
    for (words, said) in [
        (&["explain", "gaps"][..], "the figures are gap, share"),
        (&["explain", "gap"], "it is written: t12 explain gap AREA/MEASURE"),
        (&["explain", "gap", "lamps"], "it is written: t12 explain gap AREA/MEASURE"),
        (&["explain", "pair", "UNI"], "it is written: t12 explain pair CODE CODE [AREA]"),
        (&["explain", "pair", "UNI", "UNI"], "it is written: t12 explain pair CODE CODE [AREA]"),
        (
            &["explain", "pair", "UNI", "ORB", "lamps", "more"],
            "it is written: t12 explain pair CODE CODE [AREA]",
        ),
        (&["explain", "agreement", "UNI", "lamps/colour/TIR"], "it is written: t12 explain agreement CODE"),
        (&["explain", "weight", "lamps/color"], "colour"),
        (
            &["explain", "move", "lamps/colour", "2"],
            "it is written: t12 explain move AREA/MEASURE/CODE LEVEL",
        ),
        (
            &["explain", "move", "lamps/colour/TIR", "5"],
            "it is written: t12 explain move AREA/MEASURE/CODE LEVEL",
        ),
        (&["explain", "closest", "TIR"], "it is written: t12 explain closest"),
        (&["explain", "join", "TIR"], "it is written: t12 explain join CODE CODE"),
        (&["explain", "join", "TIR", "ORB", "lamps"], "it is written: t12 explain join CODE CODE"),
        (&["explain", "robustness"], "it is written: t12 explain robustness ORDER"),
        (&["explain", "robustness", "gap"], "the orders are gaps, weighted-gaps, moves"),
        (&["explain", "robustness", "gaps", "pair"], "it is written: t12 explain robustness ORDER"),
    ] {
        let refused = refused(words);
        assert!(refused.contains(said), "{words:?}: {refused}");
    }
}
