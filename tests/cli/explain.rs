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
    ] {
        let refused = refused(words);
        assert!(refused.contains(said), "{words:?}: {refused}");
    }
}
