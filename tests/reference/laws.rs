//! What must hold for any board.

use super::model::{Area, COMPLETE, MIXED, Model, Says, models};
use super::naive::same_estimates;
use super::{figures, figures_by_members, same};
use proptest::prelude::*;
use t12::analysis::{Figures, PairArea};
use t12::scorecard::{Column, Level, MeasureIndex};

fn columns(model: &Model) -> Vec<Column> {
    (0..model.columns()).map(|column| Column(column as u16)).collect()
}

fn measures(model: &Model) -> Vec<MeasureIndex> {
    let rows: usize = model.areas.iter().map(|area| area.rows.len()).sum();
    (0..rows).map(|index| MeasureIndex(index as u32)).collect()
}

fn parts(figures: &Figures, first: Column, second: Column) -> Vec<PairArea> {
    let pair = figures.pair(first, second);
    pair.areas.into_iter().chain([pair.overall]).collect()
}

fn same_pair(a: &PairArea, b: &PairArea) -> bool {
    same_estimates(&a.alignment, &b.alignment) && same(a.same_answer, b.same_answer)
}

fn reversed(says: Says) -> Says {
    match says {
        Says::Level(level) => Says::Level(4 - level),
        other => other,
    }
}

/// Lijphart's index of agreement (1963) of two voting records, yes 0, abstention 2, no 4: full agreements and half of the
/// agreements with an abstention, over all votes.
fn lijphart(votes: &[(u8, u8)]) -> f64 {
    let full = votes.iter().filter(|(a, b)| a == b).count() as f64;
    let half = votes.iter().filter(|&&(a, b)| a != b && (a == 2 || b == 2)).count() as f64;
    (full + half / 2.0) / votes.len() as f64
}

/// Gower's similarity (1971) of ordered characters with the range fixed at 4.
fn gower(area: &Area) -> f64 {
    let level = |says| if let Says::Level(level) = says { f64::from(level) } else { unreachable!() };
    let rows = || area.rows.iter().map(|row| (f64::from(row.weight), row));
    let scores = rows().map(|(w, row)| w * (1.0 - (level(row.says[0]) - level(row.says[1])).abs() / 4.0));
    scores.sum::<f64>() / rows().map(|(w, _)| w).sum::<f64>()
}

proptest! {
    #[test]
    fn alignment_is_symmetric_bounded_and_full_with_oneself(model in models(MIXED)) {
        let figures = figures(&model.board());
        for &a in &columns(&model) {
            for &b in &columns(&model) {
                for (one, other) in parts(&figures, a, b).iter().zip(&parts(&figures, b, a)) {
                    prop_assert!(same_pair(one, other));
                    prop_assert_eq!(one.counts.first_fuller, other.counts.second_fuller);
                    prop_assert!(same(one.first_fuller, other.second_fuller));
                    if let (Some(shown), Some(lo), Some(hi)) =
                        (one.alignment.shown(), one.alignment.lo, one.alignment.hi)
                    {
                        prop_assert!(0.0 <= lo && lo <= shown && shown <= hi && hi <= 1.0);
                    }
                    if a == b {
                        prop_assert!(one.alignment.available.is_none_or(|value| same(Some(value), Some(1.0))));
                        prop_assert_eq!(one.alignment.lo.is_some(), one.alignment.available.is_some());
                    }
                }
            }
        }
    }

    #[test]
    fn only_the_proportions_of_weights_in_an_area_matter(model in models(MIXED), factor in 2..9_u32) {
        let mut scaled = model.clone();
        let heaviest = model.areas[0].rows.iter().map(|row| row.weight).max().unwrap_or(0);
        prop_assume!(heaviest * factor <= 100_000);
        scaled.areas[0].rows.iter_mut().for_each(|row| row.weight *= factor);
        let (before, after) = (figures(&model.board()), figures(&scaled.board()));
        for &a in &columns(&model) {
            for &b in &columns(&model) {
                for (one, other) in parts(&before, a, b).iter().zip(&parts(&after, a, b)) {
                    prop_assert!(same_pair(one, other));
                }
            }
        }
        for (one, other) in before.areas().iter().zip(after.areas()) {
            prop_assert!(same_estimates(&one.alignment, &other.alignment));
            prop_assert!(same(one.first_fuller, other.first_fuller) && same(one.second_fuller, other.second_fuller));
        }
    }

    #[test]
    fn reversing_the_scales_changes_no_distance(model in models(MIXED)) {
        let (before, after) = (figures(&model.board()), figures(&model.map(reversed).board()));
        for &a in &columns(&model) {
            for &b in &columns(&model) {
                for (one, other) in parts(&before, a, b).iter().zip(&parts(&after, a, b)) {
                    prop_assert!(same_pair(one, other));
                }
            }
        }
        for measure in measures(&model) {
            let (one, other) = (before.tally(measure), after.tally(measure));
            prop_assert!(same(one.dispersion(), other.dispersion()));
            prop_assert_eq!(one.label(), other.label());
            for level in Level::all() {
                let mirrored = Level::new(4 - level.number()).unwrap();
                prop_assert_eq!(one.cost(level), other.cost(mirrored));
            }
            prop_assert_eq!(before.gap(measure).gap, after.gap(measure).gap.map(|gap| -gap));
        }
        prop_assert!(same_estimates(&before.overall().alignment, &after.overall().alignment));
    }

    #[test]
    fn the_group_alignment_of_complete_data_is_the_mean_of_all_pairs(mut model in models(COMPLETE)) {
        model.in_group.fill(true);
        let figures = figures_by_members(&model.board());
        let mut pairs = Vec::new();
        for &a in &columns(&model) {
            pairs.extend(columns(&model).into_iter().filter(|&b| b > a).map(|b| figures.pair(a, b)));
        }
        let values: Option<Vec<f64>> = pairs.iter().map(|pair| pair.overall.alignment.available).collect();
        let mean = values.map(|values| values.iter().sum::<f64>() / values.len() as f64);
        prop_assert!(same(figures.overall().alignment.available, mean));
    }

    #[test]
    fn agreement_of_a_measure_is_the_mean_of_its_units(mut model in models(COMPLETE)) {
        model.areas.truncate(1);
        model.areas[0].rows.truncate(1);
        model.areas[0].rows[0].weight = 1000;
        model.in_group.fill(true);
        let figures = figures_by_members(&model.board());
        let of_units = &figures.areas()[0].agreement;
        let mean = of_units.iter().flatten().sum::<f64>() / of_units.len() as f64;
        prop_assert!(same(figures.tally(MeasureIndex(0)).agreement(), Some(mean)));
    }

    #[test]
    fn votes_have_lijpharts_agreement(votes in prop::collection::vec((0..3_u8, 0..3_u8), 1..60)) {
        let votes: Vec<(u8, u8)> = votes.into_iter().map(|(a, b)| (a * 2, b * 2)).collect();
        let mut draft = super::board::Draft::new("A B").area("1");
        for (a, b) in &votes {
            draft = draft.measure("1", &format!("A {a}, B {b}"));
        }
        let alignment = figures(&draft.build()).pair(Column(0), Column(1)).overall.alignment;
        prop_assert!(same(alignment.available, Some(lijphart(&votes))));
        prop_assert!(same(alignment.signorino_ritter(), Some(2.0 * lijphart(&votes) - 1.0)));
    }

    #[test]
    fn alignment_is_gowers_similarity_with_a_fixed_range(model in models(COMPLETE)) {
        let area = &model.areas[0];
        prop_assume!(area.rows.iter().any(|row| row.weight > 0));
        let pair = figures(&model.board()).pair(Column(0), Column(1));
        prop_assert!(same(pair.areas[0].alignment.available, Some(gower(area))));
    }

    #[test]
    fn the_median_interval_is_the_cheapest(counts in prop::array::uniform5(0..6_u32)) {
        let tally = t12::analysis::Tally::new(counts, &[]);
        let cheapest = Level::all().map(|level| tally.cost(level).steps).min();
        prop_assert_eq!(tally.median().is_none(), counts == [0; 5]);
        for (level, [lower, upper]) in Level::all().filter_map(|level| Some((level, tally.median()?))) {
            let middle = lower <= level && level <= upper;
            prop_assert_eq!(Some(tally.cost(level).steps) == cheapest, middle);
        }
    }
}
