//! What the group is without one of it.

use super::case::{Case, share_words};
use super::explanation::{Explanation, Inputs, Outcome, Value, Working};
use super::group::units;
use super::kind::Kind;
use super::mean::{areas, over_areas};
use crate::analysis::{Tally, WithoutEach};
use crate::report::words;
use crate::scorecard::{Column, Level, MeasureIndex};

pub(super) fn explain(case: &Case<'_>, column: Column) -> Explanation {
    let figures = case.basis.figures;
    let in_group = figures.comparison().group.contains(&column);
    let left: Vec<OnMeasure> = if in_group { OnMeasure::all(case, column) } else { Vec::new() };
    let found = figures.without_each();
    let difference = found.difference(column);
    let mut working = Working::default();
    let mut inputs = Vec::new();
    if in_group {
        let columns = [("with", "Alignment with it"), ("without", "Alignment without it")];
        let all = areas(case, columns, |area| {
            [figures.areas()[area].alignment.available, OnMeasure::mean(case, &left, area)]
        });
        let with = over_areas(&mut working, &all, "with", "with", "The group with it, the mean by weight");
        let what = "The group without it, the mean by weight";
        let without = over_areas(&mut working, &all, "without", "without", what);
        if let (Some(with), Some(without)) = (with, without) {
            working.step("difference", "Difference", &(without - with));
        }
        inputs.extend([all, measures(case, column, &left)]);
    }
    let code = case.code(column);
    let group = words::group(case.basis.board, &figures.comparison().group);
    let result = Outcome {
        value: difference.into(),
        words: match (difference, found.with_all) {
            (Some(difference), Some(with)) => format!(
                "{} points: {} without it, {} with it",
                words::points(difference),
                words::share(with + difference),
                words::share(with)
            ),
            _ if in_group => share_words(None),
            _ => format!("no value: {code} is not of the group"),
        },
    };
    let about = format!("{group} without {code}");
    Explanation {
        inputs,
        steps: working.steps,
        result,
        yardsticks: vec![
            "Above 0 the others are closer to each other than the whole group is; below 0 it holds them together."
                .to_owned(),
        ],
        ..Explanation::new(Kind::Without, [code.to_owned()], about)
    }
    .remarked([units(case)])
}

/// The units on one measure with a jurisdiction and without it.
struct OnMeasure {
    measure: MeasureIndex,
    with: [u32; 5],
    without: [u32; 5],
}

impl OnMeasure {
    fn all(case: &Case<'_>, column: Column) -> Vec<Self> {
        let leaving = WithoutEach::leaving(case.basis.figures, column);
        let on = |(measure, leaving): (MeasureIndex, Option<Level>)| {
            let with = case.basis.figures.tally(measure).counts();
            let mut without = with;
            if let Some(level) = leaving {
                without[usize::from(level.number())] -= 1;
            }
            Self { measure, with, without }
        };
        case.basis.figures.measures().zip(leaving).map(on).collect()
    }

    fn agreement(counts: [u32; 5]) -> Option<f64> {
        Tally::new(counts, &[]).agreement()
    }

    /// The alignment of an area without it.
    fn mean(case: &Case<'_>, left: &[Self], area: usize) -> Option<f64> {
        let own = case.basis.board.areas[area].measures().filter_map(|measure| left.get(measure.index()));
        let weighed = own.filter_map(|on| Some((case.weight(on.measure), Self::agreement(on.without)?)));
        let (near, all) = weighed
            .fold((0.0, 0.0), |(near, all), (weight, agreement)| (near + weight * agreement, all + weight));
        (all > 0.0).then(|| near / all)
    }
}

fn measures(case: &Case<'_>, column: Column, left: &[OnMeasure]) -> Inputs {
    let columns = [
        ("measure", "Measure"),
        ("weight", "Weight"),
        ("level", case.code(column)),
        ("at_0", "0"),
        ("at_1", "1"),
        ("at_2", "2"),
        ("at_3", "3"),
        ("at_4", "4"),
        ("agreement", "a"),
        ("left_at_0", "Without it at 0"),
        ("left_at_1", "1"),
        ("left_at_2", "2"),
        ("left_at_3", "3"),
        ("left_at_4", "4"),
        ("left_agreement", "a"),
    ];
    let mut inputs = Inputs::new("measures", "Measures", columns);
    for on in left {
        let mut row: Vec<Value> = vec![
            case.id(on.measure).into(),
            case.weight(on.measure).into(),
            case.level(on.measure, column).into(),
        ];
        for counts in [on.with, on.without] {
            row.extend(counts.map(Value::from));
            row.push(OnMeasure::agreement(counts).into());
        }
        inputs.rows.push(row);
    }
    inputs.supposing(left.iter().map(|on| case.supposed_in_group(on.measure, None)))
}
