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

/// Five points whose tree by average linkage over city block distances is worked out in the guide to MATLAB's Statistics
/// Toolbox (Hierarchical clustering, "Verify the cluster tree").
#[test]
fn a_published_tree_and_its_cophenetic_correlation() {
    let points = [[1.0, 2.0], [2.5, 4.5], [2.0, 2.0], [4.0, 1.5], [4.0, 2.5_f64]];
    let distances =
        Distances::new(5, |a, b| (points[a][0] - points[b][0]).abs() + (points[a][1] - points[b][1]).abs());
    let found = Tree::average_linkage(&distances).cophenetic_correlation(&distances).unwrap();
    assert_eq!(format!("{found:.4}"), "0.9047");
}
