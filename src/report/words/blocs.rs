use super::{Glyphs, NO_VALUE, plural};
use crate::analysis::{Camps, Structure};
use crate::scorecard::{Board, Code, Column};

/// Stands behind an alignment that rests mostly on absence.
pub fn absence(glyphs: Glyphs) -> &'static str {
    match glyphs {
        Glyphs::Unicode => "░",
        Glyphs::Ascii => ":",
    }
}

/// What [`absence`] means.
pub const ABSENCE_NOTE: &str = "mostly absence: of their same levels, more are 0 or 1 than 2 or more";

/// A correlation or silhouette: `0.83`.
pub fn hundredths(value: f64) -> String {
    format!("{value:.2}")
}

/// What the tree was made by and how faithful it is.
pub fn tree_sentence(structure: &Structure) -> String {
    let faithful = structure.cophenetic_correlation().map_or(NO_VALUE.to_owned(), hundredths);
    format!("Order and tree by average linkage on 1 minus alignment, cophenetic correlation {faithful}.")
}

/// The camps, or that there are none to speak of.
pub fn camps_sentence(board: &Board, structure: &Structure) -> String {
    let Some(camps) = structure.camps() else { return "Too few for camps.".to_owned() };
    let (parts, silhouette) = (camps.parts.len(), hundredths(camps.silhouette));
    if !camps.are_clear() {
        return format!("No clear camps: the best cut, into {parts}, has a mean silhouette of {silhouette}.");
    }
    let named: Vec<String> = camp_codes(board, structure, camps)
        .map(|codes| codes.iter().map(Code::as_str).collect::<Vec<_>>().join(" "))
        .collect();
    format!("{} with a mean silhouette of {silhouette}: {}.", plural(parts, "camp"), named.join("; "))
}

/// The codes of each camp, in the order of the tree.
pub fn camp_codes<'b>(
    board: &'b Board,
    structure: &'b Structure,
    camps: &'b Camps,
) -> impl Iterator<Item = Vec<Code>> + 'b {
    let code = |&thing: &usize| board.jurisdiction(structure.columns()[thing]).code;
    camps.parts.iter().map(move |part| part.iter().map(code).collect())
}

/// Who is not in the tree, and how many pairs have no value; empty where nothing is missing.
pub fn missing_sentence(board: &Board, structure: &Structure) -> String {
    if structure.missing().is_empty() {
        return String::new();
    }
    let code = |column: Column| board.jurisdiction(column).code;
    let left_out: Vec<String> = structure.left_out().iter().map(|&column| code(column).to_string()).collect();
    let pairs: Vec<String> =
        structure.missing().iter().map(|&[a, b]| format!("{} {}", code(a), code(b))).collect();
    format!(
        "Not in the tree: {}. It needs every pair, and too little is known of {}: {}.",
        left_out.join(", "),
        plural(pairs.len(), "pair"),
        pairs.join(", ")
    )
}
