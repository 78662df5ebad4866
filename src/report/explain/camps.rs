//! How far the group falls into camps: the silhouette of a cut of the tree, and of one jurisdiction in it.

use super::case::Case;
use super::explanation::{Explanation, Inputs, Outcome, Value, Working};
use super::expression::Expression;
use super::kind::Kind;
use super::tree::{left_out, missing};
use crate::analysis::{Camps, Silhouette, Structure};
use crate::report::words;
use crate::scorecard::Column;

pub(super) fn explain(case: &Case<'_>, column: Option<Column>) -> Explanation {
    let pairs = case.pairs();
    let structure = pairs.structure();
    let mut working = Working::default();
    let (of, about, (inputs, result)) = match (structure.camps(), column) {
        (None, _) => (None, String::new(), (Vec::new(), too_few())),
        (Some(camps), None) => (None, String::new(), of_cut(case, structure, camps, &mut working)),
        (Some(camps), Some(column)) => {
            let code = case.code(column).to_owned();
            let about = format!("{code} among ");
            (Some(code), about, of_one(case, structure, camps, column, &mut working))
        }
    };
    let all = words::plural(structure.columns().len(), "jurisdiction");
    Explanation {
        inputs,
        steps: working.steps,
        result,
        yardsticks: vec![
            "1: far nearer to its own camp than to the next one; 0: between the two; below 0: nearer to the next. A mean \
             from 0.25 on is told as camps (Kaufman and Rousseeuw, Finding groups in data, 1990: up to 0.25 no \
             substantial structure)."
                .to_owned(),
        ],
        ..Explanation::new(Kind::Silhouette, of, format!("{about}{all}"))
    }
    .remarked([missing(case, structure), case.narrowed()])
}

fn too_few() -> Outcome {
    Outcome { value: Value::Nothing, words: "no value: too few for camps".to_owned() }
}

/// The mean over all of the best cut.
fn of_cut(
    case: &Case<'_>,
    structure: &Structure,
    camps: &Camps,
    working: &mut Working,
) -> (Vec<Inputs>, Outcome) {
    let members = members(case, structure, camps);
    let sum = working.sum("sum", "Silhouettes", &members, "silhouette");
    let count = Expression::count(structure.columns().len());
    working.step("silhouette", "Mean silhouette", &(sum / count));
    working.finding("parts", "Camps of this cut, the best of those below", camps.parts.len() as f64);
    let silhouette = words::hundredths(camps.silhouette);
    let parts = words::plural(camps.parts.len(), "camp");
    let words = if camps.are_clear() {
        format!("{silhouette}: {parts}")
    } else {
        format!("{silhouette}: no clear camps; the best cut has {parts}")
    };
    let inputs = vec![members, cuts(structure), distances(case, structure)];
    (inputs, Outcome { value: camps.silhouette.into(), words })
}

/// Everyone with the mean distances to the own camp and to the next one.
fn members(case: &Case<'_>, structure: &Structure, camps: &Camps) -> Inputs {
    let columns = [
        ("jurisdiction", "Jurisdiction"),
        ("camp", "Camp"),
        ("inside", "Mean distance inside it"),
        ("next", "Next camp"),
        ("outside", "Mean distance to that"),
        ("silhouette", "Silhouette"),
    ];
    let mut inputs = Inputs::new("members", "Who is in which camp", columns);
    for &thing in camps.parts.iter().flatten() {
        let Some(found) = camps.silhouette_of(thing, structure.distances()) else { continue };
        inputs.rows.push(vec![
            case.code(structure.columns()[thing]).into(),
            letter(found.own).into(),
            found.inside.into(),
            letter(found.next).into(),
            found.outside.into(),
            found.width().into(),
        ]);
    }
    inputs
}

/// A camp by its letter, as it is marked on the screen: `a` is the first in the order of the tree.
fn letter(place: usize) -> String {
    ('a'..='z').nth(place).map(String::from).unwrap_or_default()
}

/// Every cut that was looked at.
fn cuts(structure: &Structure) -> Inputs {
    let columns = [("parts", "Camps"), ("silhouette", "Mean silhouette")];
    let mut inputs = Inputs::new("cuts", "The cuts of the tree", columns);
    for cut in Camps::cuts(structure.tree(), structure.distances()) {
        inputs.rows.push(vec![(cut.parts.len() as u32).into(), cut.silhouette.into()]);
    }
    inputs
}

fn distances(case: &Case<'_>, structure: &Structure) -> Inputs {
    let columns = [("first", "One"), ("second", "Other"), ("distance", "Distance, 1 - alignment")];
    let mut inputs = Inputs::new("pairs", "Pairs", columns);
    for (one, other) in structure.distances().pairs() {
        let codes = [one, other].map(|thing| Value::from(case.code(structure.columns()[thing])));
        let distance = structure.distances().between(one, other);
        inputs.rows.push(codes.into_iter().chain([distance.into()]).collect());
    }
    inputs
}

/// One of them in the best cut.
fn of_one(
    case: &Case<'_>,
    structure: &Structure,
    camps: &Camps,
    column: Column,
    working: &mut Working,
) -> (Vec<Inputs>, Outcome) {
    let place = structure.columns().iter().position(|&other| other == column);
    let found = place.and_then(|thing| Some((thing, camps.silhouette_of(thing, structure.distances())?)));
    let Some((thing, found)) = found else {
        let words = format!("no value: {}", left_out(case, structure, &[column]));
        return (Vec::new(), Outcome { value: Value::Nothing, words });
    };
    let others = others(case, structure, camps, thing);
    arithmetic(working, &others, camps, &found);
    let width = words::hundredths(found.width());
    let camp = |place: usize| {
        let codes = camps.parts[place].iter().map(|&thing| case.code(structure.columns()[thing]));
        codes.collect::<Vec<_>>().join(" ")
    };
    let unclear = if camps.are_clear() { "" } else { "; there are no clear camps" };
    let words = match found.inside {
        Some(_) => format!("{width} in {}, next {}{unclear}", camp(found.own), camp(found.next)),
        None => format!("{width}: alone in its camp, next {}{unclear}", camp(found.next)),
    };
    (vec![others, cuts(structure)], Outcome { value: found.width().into(), words })
}

/// Every other with its camp and the distance.
fn others(case: &Case<'_>, structure: &Structure, camps: &Camps, thing: usize) -> Inputs {
    let columns = [("jurisdiction", "Other"), ("camp", "Camp"), ("distance", "Distance, 1 - alignment")];
    let mut inputs = Inputs::new("others", "The others", columns);
    for (camp, part) in camps.parts.iter().enumerate() {
        for &other in part.iter().filter(|&&other| other != thing) {
            let code = Value::from(case.code(structure.columns()[other]));
            let distance = structure.distances().between(thing, other);
            inputs.rows.push(vec![code, letter(camp).into(), distance.into()]);
        }
    }
    inputs
}

fn arithmetic(working: &mut Working, others: &Inputs, camps: &Camps, found: &Silhouette) {
    let mut outside = None;
    for place in 0..camps.parts.len() {
        let own = others.rows.iter().filter(|row| row.get(1) == Some(&letter(place).into()));
        let distances: Vec<f64> = own.filter_map(|row| row.get(2)?.as_number()).collect();
        if distances.is_empty() {
            continue;
        }
        let count = Expression::count(distances.len());
        let mean = Expression::sum(distances.into_iter().map(Expression::of)) / count;
        if place == found.own {
            working.step("inside", format!("Mean distance inside its camp {}", letter(place)), &mean);
        } else {
            let mean = working.step("camp", format!("Mean distance to camp {}", letter(place)), &mean);
            outside = Some(outside.map_or(mean.clone(), |least: Expression| least.min(mean)));
        }
    }
    let Some(outside) = outside else { return };
    let outside = working.step("outside", "The nearest of the other camps", &outside);
    match found.inside {
        Some(inside) if inside.max(found.outside) > 0.0 => {
            let inside = Expression::of(inside);
            let width = (outside.clone() - inside.clone()) / inside.max(outside);
            working.step("silhouette", "Silhouette", &width);
        }
        Some(_) => working.finding("silhouette", "All are in one place", 0.0),
        None => working.finding("silhouette", "Alone in its camp", 0.0),
    }
}
