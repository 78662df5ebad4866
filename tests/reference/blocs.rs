//! All pairs at once against each pair alone, and the structure they make.

use super::model::{MIXED, Model, models};
use super::{figures, same};
use proptest::prelude::*;
use t12::analysis::{Distances, Pairs, Tree};
use t12::scorecard::{Board, Column, MeasureIndex};

fn all_pairs(board: &Board) -> Pairs {
    figures(board).pairing(board.columns().collect()).compare()
}

/// The model with every other measure of each area alone.
fn every_other(model: &Model) -> Model {
    let mut model = model.clone();
    for area in &mut model.areas {
        let mut number = 0;
        area.rows.retain(|_| {
            number += 1;
            number % 2 == 1
        });
    }
    model
}

proptest! {
    #[test]
    fn all_pairs_at_once_are_each_pair_alone(model in models(MIXED)) {
        let board = model.board();
        let (figures, pairs) = (figures(&board), all_pairs(&board));
        for a in board.columns() {
            for b in board.columns().filter(|&b| b != a) {
                prop_assert_eq!(pairs.get(a, b), Some(figures.pair(a, b).overall));
            }
            prop_assert_eq!(pairs.get(a, a), None);
        }
        let structure = pairs.structure();
        for (a, &first) in structure.columns().iter().enumerate() {
            for (b, &second) in structure.columns().iter().enumerate().filter(|&(b, _)| b != a) {
                let alignment = figures.alignment(first, second).unwrap();
                prop_assert!(same(Some(structure.distances().between(a, b)), Some(1.0 - alignment)));
            }
        }
        for &[first, second] in structure.missing() {
            prop_assert_eq!(figures.alignment(first, second), None);
        }
        prop_assert_eq!(structure.left_out().is_empty(), structure.missing().is_empty());
    }

    #[test]
    fn pairs_over_some_measures_are_those_of_a_board_with_no_others(model in models(MIXED)) {
        let board = model.board();
        let first_of = |measure: MeasureIndex| board.areas[board.measure(measure).area].measures.start;
        let accepts = |measure: MeasureIndex| (measure.0 - first_of(measure)).is_multiple_of(2);
        let narrowed = figures(&board).pairing_over(&board, board.columns().collect(), accepts).compare();
        let expected = all_pairs(&every_other(&model).board());
        for a in board.columns() {
            for b in board.columns().filter(|b| b.0 > a.0) {
                prop_assert_eq!(narrowed.get(a, b), expected.get(a, b));
            }
        }
    }
}

#[test]
fn a_pair_turned_round_has_its_sides_turned_round() {
    let board = super::board::Draft::new("EU US").area("1").measure("1", "EU 4, US 1").build();
    let pairs = all_pairs(&board);
    let found = pairs.get(Column(1), Column(0)).unwrap();
    assert_eq!((found.first_fuller, found.second_fuller), (Some(0.0), Some(0.75)));
    assert_eq!((found.counts.first_fuller, found.counts.second_fuller), (0, 1));
}

/// Sneath and Sokal, "Numerical Taxonomy" (1973), figure 5-29, page 279: the example of the help page of `cophenetic` in R
/// (package stats), which gives `cor(d0, d.coph) # 0.9911` for UPGMA.
#[test]
fn a_published_tree_and_its_cophenetic_correlation() {
    // Below the diagonal, column by column, as R writes distances.
    let published = [1.0, 3.8, 4.4, 5.1, 4.0, 4.2, 5.0, 2.6, 5.3, 5.4];
    let place = |a: usize, b: usize| a * (9 - a) / 2 + b - a - 1;
    let distances = Distances::new(5, |a, b| published[place(a, b)]);
    let tree = Tree::average_linkage(&distances);
    // Joined by hand: a with b, c with d, then (3.8 + 4.4 + 4.0 + 4.2) / 4 and (5.1 + 5.0 + 5.3 + 5.4) / 4.
    let heights: Vec<String> = tree.merges().iter().map(|merge| format!("{:.6}", merge.height)).collect();
    assert_eq!(heights, ["1.000000", "2.600000", "4.100000", "5.200000"]);
    assert_eq!(format!("{:.4}", tree.cophenetic_correlation(&distances).unwrap()), "0.9911");
}
