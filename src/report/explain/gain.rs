//! What a move would give: by its closed formula, and by computing the figure again on the changed board.

use super::case::Case;
use super::explanation::{Explanation, Inputs, Outcome, Value, Working};
use super::expression::Expression;
use super::group::units;
use super::kind::Kind;
use crate::analysis::{Figures, Move, Objective, Standing, Units};
use crate::report::moves::objective as objective_words;
use crate::report::words;
use crate::scorecard::{Answer, Column, Level, MeasureIndex};

/// A change of a jurisdiction's own level on a measure, and what it is to raise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The measure.
    pub measure: MeasureIndex,
    /// Whose own level it is.
    pub column: Column,
    /// The level it leads to.
    pub to: Level,
    /// The figure it is to raise.
    pub objective: Objective,
}

pub(super) fn explain(case: &Case<'_>, step: Step) -> Explanation {
    let found = case.basis.figures.moves(step.objective).to(step.measure, step.column, step.to);
    let mut working = Working::default();
    let mut inputs = Vec::new();
    if let Some(found) = &found {
        let pairs = words::closer_and_further(found);
        working.finding("pairs", "Pairs, one for each step they come closer or go further", pairs);
        inputs = match step.objective {
            Objective::Group => of_group(case, &mut working, found),
            Objective::Pair(_) | Objective::Mean(_) => of_pairs(case, &mut working, found, step.objective),
        };
        again(case, &mut working, step);
    }
    let code = case.code(step.column);
    let from = found.map_or_else(String::new, |found| format!(" from {}", found.from));
    let goal = objective_words(&case.basis, step.objective);
    let about = format!("{code}{from} to {} on {}; {goal}", step.to, case.measure_words(step.measure));
    let result = Outcome {
        value: found.map(|found| found.gain).into(),
        words: found.map_or_else(
            || format!("no value: {code} has no level of its own there that counts"),
            |found| format!("{} points: {}", words::points(found.gain), words::closer_and_further(&found)),
        ),
    };
    let counted = if step.objective == Objective::Group { units(case) } else { String::new() };
    Explanation {
        inputs,
        steps: working.steps,
        result,
        ..Explanation::new(Kind::Move, of(case, step), about)
    }
    .remarked([carried(case, step), counted])
}

/// The move as the command line takes it.
fn of(case: &Case<'_>, step: Step) -> Vec<String> {
    let cell = format!("{}/{}", case.id(step.measure), case.code(step.column));
    let goal = match step.objective {
        Objective::Group => None,
        Objective::Pair(_) => Some("pair".to_owned()),
        Objective::Mean(column) => Some(case.code(column).to_owned()),
    };
    [cell, step.to.to_string()].into_iter().chain(goal).collect()
}

fn carried(case: &Case<'_>, step: Step) -> String {
    let carried: Vec<&str> =
        case.basis.figures.carried(step.measure, step.column).map(|column| case.code(column)).collect();
    if carried.is_empty() {
        String::new()
    } else {
        format!("What inherits moves with it: {}.", carried.join(", "))
    }
}

/// Steps between the level that moves and another, before and after.
fn steps_to(found: &Move, level: Level) -> [u8; 2] {
    [found.from, found.to].map(|own| own.number().abs_diff(level.number()))
}

/// The units that move as one, and their pairs with all others by level.
fn of_group(case: &Case<'_>, working: &mut Working, found: &Move) -> Vec<Inputs> {
    let figures = case.basis.figures;
    let moving = moving(figures, found);
    let mut others = figures.tally(found.measure).counts();
    others[usize::from(found.from.number())] -= moving;
    let columns = [
        ("level", "Level"),
        ("others", "Other units"),
        ("before", "Steps before"),
        ("after", "Steps after"),
        ("net", "Units × steps closer"),
    ];
    let mut levels = Inputs::new("levels", "The other units by level", columns);
    for (level, others) in Level::all().zip(others) {
        let [before, after] = steps_to(found, level);
        let closer = i64::from(others) * (i64::from(before) - i64::from(after));
        levels.rows.push(vec![
            level.number().into(),
            others.into(),
            before.into(),
            after.into(),
            closer.into(),
        ]);
    }
    let [areas, measures] = [areas(case), measures(case, found.measure)];
    let moving = working.known("moving", "Units that move", moving);
    let closer = working.sum("closer", "Units × steps closer, further ones subtracted", &levels, "net");
    let net = working.step("net", "Net pairs, one for each step", &(moving * closer));
    let n = working.known("n", "Known units n", figures.tally(found.measure).known());
    let one = Expression::whole(1);
    let most = Expression::whole(2) * n.clone() * (n - one);
    let most = working.step("most", "If each pair stood at opposite ends, 4 n (n - 1) / 2", &most);
    let known = working.sum("weight", "Weight of what has an agreement in the area", &measures, "own_weight");
    let all = working.sum("area_weights", "Weight of the areas that have an alignment", &areas, "own_weight");
    let area = case.basis.board.measure(found.measure).area;
    let [own, own_area] = [case.weight(found.measure), case.area_weight(area)].map(Expression::of);
    working.step("gain", "Gain", &(net / most * (own / known) * (own_area / all)));
    vec![levels, measures, areas]
}

/// How many units of the group stand and fall with the moving level.
fn moving(figures: &Figures, found: &Move) -> u32 {
    let moves = |&&column: &&Column| figures.grid().root(found.measure, column) == found.column;
    let users = figures.comparison().group.iter().filter(moves).count() as u32;
    match figures.comparison().units {
        Units::Decision => users.min(1),
        Units::Members => users,
    }
}

/// The measures of the area with the weight of those on which the group has an agreement.
fn measures(case: &Case<'_>, of: MeasureIndex) -> Inputs {
    let columns = [("measure", "Measure"), ("weight", "Weight"), ("own_weight", "Weight with a")];
    let mut inputs = Inputs::new("measures", "Measures of its area", columns);
    for measure in case.measures(Some(case.basis.board.measure(of).area)) {
        let has_agreement = case.basis.figures.tally(measure).known() >= 2;
        let weight = case.weight(measure);
        inputs.rows.push(vec![
            case.id(measure).into(),
            weight.into(),
            has_agreement.then_some(weight).into(),
        ]);
    }
    inputs
}

fn areas(case: &Case<'_>) -> Inputs {
    super::mean::areas(case, [("own_weight", "Weight with an alignment")], |area| {
        let alignment = case.basis.figures.areas()[area].alignment;
        [alignment.available.map(|_| case.area_weight(area))]
    })
}

/// The pairs whose alignment the move changes.
fn of_pairs(case: &Case<'_>, working: &mut Working, found: &Move, objective: Objective) -> Vec<Inputs> {
    let columns = [
        ("first", "Pair"),
        ("second", "with"),
        ("level", "Level that stays"),
        ("before", "Steps before"),
        ("after", "Steps after"),
        ("known_weight", "Weight known in the area"),
        ("area_weights", "Weight of the areas with a value"),
        ("gain", "Gain of the pair"),
    ];
    let mut inputs = Inputs::new("pairs", "Pairs", columns);
    let area = case.basis.board.measure(found.measure).area;
    for (pair, level) in pairs(case, found, objective) {
        let [before, after] = steps_to(found, level);
        let Some([known, areas]) = weights(case, pair, area) else { continue };
        let closer = f64::from(before) - f64::from(after);
        let gain = closer / 4.0 * (case.weight(found.measure) / known) * (case.area_weight(area) / areas);
        let [first, second] = pair.map(|column| Value::from(case.code(column)));
        inputs.rows.push(vec![
            first,
            second,
            level.number().into(),
            before.into(),
            after.into(),
            known.into(),
            areas.into(),
            gain.into(),
        ]);
    }
    let weight = case.weight(found.measure);
    working.known("weight", "Weight of the measure w", weight);
    working.known("area_weight", "Weight of its area W", case.area_weight(area));
    let sum = working.sum(
        "sum",
        "Gains of the pairs, each (before - after) / 4 × w / weight known × W / weight of the areas",
        &inputs,
        "gain",
    );
    let mean_of = match objective {
        Objective::Mean(column) => case.basis.figures.compared_with(column).count(),
        Objective::Group | Objective::Pair(_) => 1,
    };
    if mean_of > 0 {
        let mean_of = working.known("mean_of", "Pairs that the figure is the mean of", mean_of as f64);
        working.step("gain", "Gain", &(sum / mean_of));
    } else {
        working.step("gain", "Gain, with nobody to be compared with", &sum);
    }
    vec![inputs]
}

/// The pairs of the objective with one side that moves, and the level of the other side.
fn pairs(case: &Case<'_>, found: &Move, objective: Objective) -> Vec<([Column; 2], Level)> {
    let figures = case.basis.figures;
    let all: Vec<[Column; 2]> = match objective {
        Objective::Group => Vec::new(),
        Objective::Pair(pair) => vec![pair],
        Objective::Mean(column) => figures.compared_with(column).map(|(other, _)| [column, other]).collect(),
    };
    let staying = |pair: &[Column; 2]| {
        let moves = pair.map(|column| figures.grid().root(found.measure, column) == found.column);
        let stays = match moves {
            [true, false] => pair[1],
            [false, true] => pair[0],
            _ => return None,
        };
        match figures.grid().standing(found.measure, stays) {
            Standing::Known(level) => Some(level),
            Standing::Unknown | Standing::NotApplicable => None,
        }
    };
    all.into_iter().filter_map(|pair| Some((pair, staying(&pair)?))).collect()
}

/// The weight that is known of a pair in an area, and that of the areas in which it has a value. Nothing where it has none
/// in this area, whose levels then count for nothing.
fn weights(case: &Case<'_>, pair: [Column; 2], area: usize) -> Option<[f64; 2]> {
    let grid = case.basis.figures.grid();
    let is_known = |&measure: &MeasureIndex| grid.steps(measure, pair[0], pair[1]).is_some();
    let known = case.measures(Some(area)).filter(is_known).map(|measure| case.weight(measure)).sum();
    let areas = case.basis.figures.pair(pair[0], pair[1]).areas;
    let has_value = |area: usize| areas[area].alignment.available.is_some();
    let valued = (0..areas.len()).filter(|&area| has_value(area)).map(|area| case.area_weight(area));
    has_value(area).then(|| [known, valued.sum()])
}

/// The figure before the move, and on a board where it is made.
fn again(case: &Case<'_>, working: &mut Working, step: Step) {
    let mut board = case.basis.board.clone();
    let mut wanted = board.supposed().clone();
    wanted.levels.insert((step.measure, step.column), Answer::Known(step.to));
    let touched = board.suppose(wanted);
    let mut figures = case.basis.figures.clone();
    figures.follow(&board, &touched);
    let value = |figures: &Figures| figures.moves(step.objective).value();
    if let (Some(before), Some(after)) = (value(case.basis.figures), value(&figures)) {
        let before = working.known("before", "The figure before the move", before);
        let after = working.known("after", "The same computed anew after it", after);
        working.step("difference", "Difference, which is the gain again", &(after - before));
    }
}
