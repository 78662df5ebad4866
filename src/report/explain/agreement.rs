//! A jurisdiction's agreement with the group.

use super::case::{Case, share_words};
use super::explanation::{Explanation, Inputs, Outcome, Value, Working};
use super::expression::Expression;
use super::group::units;
use super::kind::Kind;
use super::mean::{areas, over_areas};
use super::two::answer;
use crate::analysis::Baseline;
use crate::report::words;
use crate::scorecard::{Column, Level, MeasureIndex};

/// What a jurisdiction's agreement is asked over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// The whole board.
    Board,
    /// An area.
    Area(usize),
    /// One measure.
    Measure(MeasureIndex),
}

pub(super) fn explain(case: &Case<'_>, column: Column, over: Over) -> Explanation {
    let (board, figures) = (case.basis.board, case.basis.figures);
    let mut working = Working::default();
    let mut inputs = Vec::new();
    let (value, place, about) = match over {
        Over::Board => {
            let all = areas(case, [("agreement", "Agreement")], |number| {
                [figures.areas()[number].agreement[column.index()]]
            });
            over_areas(&mut working, &all, "agreement", "agreement", "Agreement, the mean by weight");
            inputs.push(all);
            inputs.push(measures(case, column, case.measures(None)));
            (figures.overall().agreement[column.index()], None, case.area_words(None))
        }
        Over::Area(area) => {
            let rows = measures(case, column, case.measures(Some(area)));
            let weight = working.sum("weight", "Weight of what has an r", &rows, "own_weight");
            let near = working.sum("weighted", "Weight × r", &rows, "weighted");
            if weight.value() > 0.0 {
                working.step("agreement", "Agreement", &(near / weight));
            }
            inputs.push(rows);
            (
                figures.areas()[area].agreement[column.index()],
                Some(case.area_id(area)),
                case.area_words(Some(area)),
            )
        }
        Over::Measure(measure) => {
            let own = OnMeasure::of(case, column, measure);
            let value = own.as_ref().map(|own| own.explain(&mut working));
            inputs.push(measures(case, column, Box::new([measure].into_iter())));
            (value, Some(case.id(measure)), case.measure_words(measure))
        }
    };
    let area = match over {
        Over::Board => Some(None),
        Over::Area(area) => Some(Some(area)),
        Over::Measure(_) => None,
    };
    let baseline = value.zip(area).and_then(|(_, area)| Baseline::of_agreement(figures, board, column, area));
    let group = words::group(board, &figures.comparison().group);
    let outside = !figures.comparison().group.contains(&column);
    let reference = if outside { "It is not of the group: a reference beside it." } else { "" };
    let code = case.code(column);
    Explanation {
        inputs,
        steps: working.steps,
        result: Outcome { value: value.into(), words: share_words(value) },
        ..Explanation::new(
            Kind::Agreement,
            [code.to_owned()].into_iter().chain(place),
            format!("{code} with {group}, {about}"),
        )
    }
    .against_chance(baseline)
    .remarked([units(case), reference.to_owned()])
}

/// How a jurisdiction stands to the other units of the group on a measure.
struct OnMeasure {
    level: Level,
    /// The other known units by level.
    others: [u32; 5],
}

impl OnMeasure {
    fn of(case: &Case<'_>, column: Column, measure: MeasureIndex) -> Option<Self> {
        let figures = case.basis.figures;
        let level = Level::new(case.level(measure, column)?)?;
        let mut others = figures.tally(measure).counts();
        others[usize::from(level.number())] -= u32::from(figures.counts_own(measure, column));
        (others.iter().sum::<u32>() > 0).then_some(Self { level, others })
    }

    fn steps(&self) -> u32 {
        let by_level = Level::all().zip(self.others);
        by_level.map(|(at, units)| units * u32::from(at.number().abs_diff(self.level.number()))).sum()
    }

    fn count(&self) -> u32 {
        self.others.iter().sum()
    }

    fn agreement(&self) -> f64 {
        1.0 - f64::from(self.steps()) / f64::from(4 * self.count())
    }

    fn explain(&self, working: &mut Working) -> f64 {
        let steps = Level::all().zip(self.others).map(|(at, units)| {
            Expression::whole(units)
                * (Expression::whole(at.number()) - Expression::whole(self.level.number())).abs()
        });
        let steps = working.step("steps", "Steps to the other units", &Expression::sum(steps));
        let others =
            working.step("others", "Other units", &Expression::sum(self.others.map(Expression::whole)));
        let one = Expression::whole(1);
        working.step("agreement", "Agreement r", &(one - steps / (Expression::whole(4) * others))).value()
    }
}

fn measures<'a>(
    case: &Case<'_>,
    column: Column,
    measures: Box<dyn Iterator<Item = MeasureIndex> + 'a>,
) -> Inputs {
    let columns = [
        ("measure", "Measure"),
        ("weight", "Weight"),
        ("level", case.code(column)),
        ("others_at_0", "Others at 0"),
        ("others_at_1", "1"),
        ("others_at_2", "2"),
        ("others_at_3", "3"),
        ("others_at_4", "4"),
        ("steps", "Steps"),
        ("most", "of"),
        ("agreement", "r"),
        ("own_weight", "Weight with r"),
        ("weighted", "Weight × r"),
    ];
    let mut inputs = Inputs::new("measures", "Measures", columns);
    let mut supposed = Vec::new();
    for measure in measures {
        supposed.push(case.supposed_in_group(measure, Some(column)));
        let own = OnMeasure::of(case, column, measure);
        let weight = case.weight(measure);
        let agreement = own.as_ref().map(OnMeasure::agreement);
        let mut row: Vec<Value> = vec![
            case.id(measure).into(),
            weight.into(),
            answer(case.basis.figures.grid().standing(measure, column)),
        ];
        let at = |level: usize| Value::from(own.as_ref().map(|own| own.others[level]));
        row.extend((0..5).map(at));
        row.extend([
            own.as_ref().map(OnMeasure::steps).into(),
            own.as_ref().map(|own| 4 * own.count()).into(),
            agreement.into(),
            agreement.map(|_| weight).into(),
            agreement.map(|agreement| weight * agreement).into(),
        ]);
        inputs.rows.push(row);
    }
    inputs.supposing(supposed)
}
