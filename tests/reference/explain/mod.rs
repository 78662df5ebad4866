//! What `explain` prints is enough to redo every figure by hand: each step from its arithmetic, and each figure from
//! the levels and weights that go in.

#![expect(clippy::panic, clippy::float_cmp, reason = "tests; levels and counts are whole numbers")]

mod arithmetic;
mod redo;
mod redo_group;
mod redo_order;
mod redo_tree;

use std::collections::HashSet;
use std::mem::discriminant;

use super::model::{MIXED, models};
use super::{figures, figures_by_members, same};
use arithmetic::evaluate;
use proptest::prelude::*;
use redo::redo;
use serde_json::Value;
use t12::analysis::robustness::GapRanking;
use t12::analysis::{Baseline, Comparison, Figures, Lens, Objective, Profile, Standing};
use t12::report::explain::{Explain, Figure, Kind, Order, Over, Step};
use t12::report::words::Glyphs;
use t12::report::{Basis, Twin};
use t12::scorecard::{Board, Column, Level, PartialDate, WeightChoice};
use t12::workspace::Workspace;

/// Every figure of a board that can be explained, of pairs those with the first column.
fn all(board: &Board) -> Vec<Figure> {
    let measures = board.measure_indexes().flat_map(|measure| {
        [
            Figure::Gap(measure),
            Figure::Share(measure),
            Figure::Spread(measure),
            Figure::Middle(measure),
            Figure::Weight(measure),
        ]
    });
    let areas = || (0..board.areas.len()).map(Some).chain([None]);
    let of_areas = areas().flat_map(|area| [Figure::Sides(area), Figure::Counts(area), Figure::Group(area)]);
    let pairs = || board.columns().skip(1).map(|column| [Column(0), column]);
    let seen = |column, lens| Profile { column, lens };
    let lenses = board.columns().flat_map(|column| {
        let profiles = [seen(column, Lens::AsRecorded), seen(column, Lens::InForce)];
        areas().map(move |area| Figure::Profiles(profiles, area))
    });
    let of_pairs = pairs().flat_map(|pair| {
        areas().flat_map(move |area| [Figure::Pair(pair, area), Figure::Stress(pair, area)])
    });
    let overs = || {
        let measures = board.measure_indexes().map(Over::Measure);
        (0..board.areas.len()).map(Over::Area).chain([Over::Board]).chain(measures)
    };
    let agreements =
        board.columns().flat_map(|column| overs().map(move |over| Figure::Agreement(column, over)));
    measures
        .chain(of_areas)
        .chain(of_pairs)
        .chain(pairs().map(Figure::Instruments))
        .chain(lenses)
        .chain(agreements)
        .chain(of_group(board))
        .chain(moves(board))
        .collect()
}

/// Everyone in the group and in the tree.
fn of_group(board: &Board) -> impl Iterator<Item = Figure> {
    let last = Column(board.jurisdictions.len() as u16 - 1);
    let of_one = board.columns().flat_map(|column| {
        [
            Figure::Without(column),
            Figure::Bridge(column),
            Figure::Closeness(column),
            Figure::Silhouette(Some(column)),
        ]
    });
    let joins = board.columns().flat_map(move |column| {
        [Column(0), last].into_iter().filter(move |&other| other != column).map(move |other| [other, column])
    });
    let orders = [
        Order::Gaps(GapRanking::Width),
        Order::Gaps(GapRanking::Weighted),
        Order::Moves(Objective::Group),
        Order::Moves(Objective::Mean(last)),
        Order::Pairs,
        Order::Closeness,
        Order::Agreement,
    ];
    of_one.chain(joins.map(Figure::Join)).chain(orders.map(Figure::Robustness)).chain([
        Figure::Closest,
        Figure::Tree,
        Figure::Silhouette(None),
    ])
}

/// A move of everyone on every measure, up or down, each objective in turn.
fn moves(board: &Board) -> impl Iterator<Item = Figure> {
    let last = Column(board.jurisdictions.len() as u16 - 1);
    let objectives = [
        Objective::Group,
        Objective::Pair([Column(0), last]),
        Objective::Mean(Column(0)),
        Objective::Mean(last),
    ];
    let cells =
        board.measure_indexes().flat_map(|measure| board.columns().map(move |column| (measure, column)));
    cells.enumerate().map(move |(number, (measure, column))| {
        let to = Level::new((number % 5) as u8).unwrap();
        Figure::Move(Step { measure, column, to, objective: objectives[number / 3 % 4] })
    })
}

fn told(board: &Board, figures: &Figures, figure: Figure) -> Value {
    let today = PartialDate::parse("2026-11-21").unwrap();
    let basis = Basis { board, figures, today, glyphs: Glyphs::Unicode };
    serde_json::to_value(Explain::new(basis, figure).json()).unwrap()
}

/// Redoes every step from what stands in it.
fn steps_hold(told: &Value) {
    for step in told["steps"].as_array().unwrap() {
        let Some(value) = step["value"].as_f64() else { continue };
        let redone = match (step["sum_of"].as_array(), step["arithmetic"].as_str()) {
            (Some(of), _) => {
                let rows = told["inputs"][of[0].as_str().unwrap()].as_array().unwrap();
                rows.iter().filter_map(|row| row[of[1].as_str().unwrap()].as_f64()).sum()
            }
            (None, Some(arithmetic)) => evaluate(arithmetic),
            (None, None) => continue,
        };
        // Numbers are printed with ten digits: those above 1 are as exact as they are large.
        assert!((redone - value).abs() < 1e-8 * value.abs().max(1.0), "{redone} is not {value}: {step}");
    }
}

/// Redoes the figure from what goes in.
fn figure_holds(told: &Value) {
    for (name, redone) in redo(told) {
        let printed = if name == "result" {
            told["result"]["value"].as_f64()
        } else {
            let steps = told["steps"].as_array().unwrap();
            let Some(step) = steps.iter().rev().find(|step| step["step"] == name) else { continue };
            step["value"].as_f64()
        };
        assert!(same(printed, redone), "{name}: printed {printed:?}, redone {redone:?}: {told:#}");
    }
}

fn everything_holds(board: &Board, figures: &Figures) {
    all_hold(board, figures, all(board));
}

fn all_hold(board: &Board, figures: &Figures, all: impl IntoIterator<Item = Figure>) {
    for figure in all {
        let told = told(board, figures, figure);
        steps_hold(&told);
        figure_holds(&told);
    }
}

#[test]
fn every_figure_of_the_shipped_board_is_redone_from_what_is_printed() {
    let board = Workspace::open(&[], PartialDate::parse("2026-11-21").unwrap()).board;
    everything_holds(&board, &figures(&board));
}

#[test]
fn moves_are_redone_through_another_lens_too() {
    let board = Workspace::open(&[], PartialDate::parse("2026-11-21").unwrap()).board;
    let comparison = Comparison { lens: Lens::InForce, ..Comparison::of(&board) };
    all_hold(&board, &Figures::compute(&board, &comparison), moves(&board).chain(of_group(&board)));
}

/// Where levels are dealt out anew, each level of one meets each of the other as often.
#[test]
fn the_baseline_of_a_pair_is_what_chance_gives() {
    let board = Workspace::open(&[], PartialDate::parse("2026-11-21").unwrap()).board;
    let comparison = Comparison { weights: WeightChoice::Equal, ..Comparison::of(&board) };
    let figures = Figures::compute(&board, &comparison);
    let pair = comparison.poles;
    let (mut levels, grid) = ([Vec::new(), Vec::new()], figures.grid());
    for measure in board.areas[0].measures() {
        if let [Standing::Known(first), Standing::Known(second)] =
            pair.map(|column| grid.standing(measure, column))
        {
            levels[0].push(first.number());
            levels[1].push(second.number());
        }
    }
    let n = levels[0].len() as f64;
    let steps: u32 = levels[0].iter().flat_map(|a| levels[1].iter().map(|b| u32::from(a.abs_diff(*b)))).sum();
    let chance = 1.0 - f64::from(steps) / (4.0 * n * n);
    let baseline = Baseline::of_pair(&figures, &board, pair, Some(0)).unwrap();
    assert!((baseline.mean - chance).abs() < 0.005, "{} is not {chance}", baseline.mean);
    assert!(baseline.low < baseline.mean && baseline.mean < baseline.high);
    assert_eq!(Baseline::of_pair(&figures, &board, pair, Some(0)), Some(baseline), "the same again");
}

#[test]
fn every_kind_is_among_those_redone() {
    let board = Workspace::open(&[], PartialDate::parse("2026-11-21").unwrap()).board;
    let figures = figures(&board);
    let mut of_each = all(&board);
    let mut met = HashSet::new();
    of_each.retain(|figure| met.insert(discriminant(figure)));
    let redone: Vec<String> = of_each
        .into_iter()
        .map(|figure| told(&board, &figures, figure)["figure"].as_str().unwrap().into())
        .collect();
    for kind in Kind::ALL {
        assert!(redone.iter().any(|found| found == kind.key()), "{}", kind.key());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    #[test]
    fn so_are_those_of_random_boards(model in models(MIXED)) {
        let board = model.board();
        everything_holds(&board, &figures(&board));
        everything_holds(&board, &figures_by_members(&board));
    }
}
