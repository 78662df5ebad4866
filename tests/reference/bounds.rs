//! Bounds are the lowest and the highest value over every way to answer what is unknown.

use super::figures;
use super::model::{Model, NEARLY, Says, models};
use super::naive::pair;
use proptest::prelude::*;
use t12::analysis::Estimate;
use t12::scorecard::Column;

/// The overall estimates of all pairs, and of the group.
fn estimates(model: &Model) -> Vec<Estimate> {
    let figures = figures(&model.board());
    let columns = model.columns() as u16;
    (0..columns)
        .flat_map(|a| (0..columns).map(move |b| (Column(a), Column(b))))
        .map(|(a, b)| figures.pair(a, b).overall.alignment)
        .chain([figures.overall().alignment])
        .collect()
}

fn within(inner: &Estimate, outer: &Estimate) -> bool {
    match (inner.lo, inner.hi, outer.lo, outer.hi) {
        (Some(lo), Some(hi), Some(outer_lo), Some(outer_hi)) => {
            lo >= outer_lo - 1e-12 && hi <= outer_hi + 1e-12
        }
        (None, None, None, None) => true,
        _ => false,
    }
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-12
}

proptest! {
    #[test]
    fn bounds_of_a_pair_are_reached_and_never_passed(model in models(NEARLY)) {
        prop_assume!((1..=4).contains(&model.unknowns().len()));
        let (board, completions) = (model.board(), model.completions());
        let figures = figures(&board);
        for a in 0..model.columns() {
            for b in 0..a {
                let bounds = figures.pair(Column(a as u16), Column(b as u16)).overall.alignment;
                let values: Vec<f64> = completions
                    .iter()
                    .filter_map(|complete| pair(complete, a, b, 0.0).alignment.available)
                    .collect();
                let reached = (values.iter().copied().reduce(f64::min), values.iter().copied().reduce(f64::max));
                match (reached, bounds.lo, bounds.hi) {
                    ((Some(least), Some(most)), Some(lo), Some(hi)) => {
                        prop_assert!(close(least, lo) && close(most, hi), "{least} {most} {bounds:?}");
                    }
                    (reached, lo, hi) => prop_assert_eq!(reached, (lo, hi)),
                }
            }
        }
    }

    #[test]
    fn an_answer_never_widens_bounds(model in models(super::model::MIXED), level in 0..5_u8, which in any::<prop::sample::Index>()) {
        let unknowns = model.unknowns();
        prop_assume!(!unknowns.is_empty());
        let answered = model.with(*which.get(&unknowns), Says::Level(level));
        for (before, after) in estimates(&model).iter().zip(&estimates(&answered)) {
            prop_assert!(within(after, before), "{before:?} {after:?}");
        }
    }

    #[test]
    fn without_unknowns_bounds_are_the_value(model in models([8, 0, 1, 2])) {
        for estimate in estimates(&model) {
            match (estimate.available, estimate.lo, estimate.hi) {
                (Some(value), Some(lo), Some(hi)) => prop_assert!(close(value, lo) && close(value, hi)),
                other => prop_assert_eq!(other, (None, None, None)),
            }
            prop_assert!(!estimate.is_clamped());
        }
    }
}
