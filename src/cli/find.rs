//! Names of the command line, found on the board.

use crate::analysis::{Comparison, EntityIndex, Lens, Listings, Objective, Profile, Units};
use crate::check::Preference;
use crate::filter::{Fault, Filter, Listed, Parsed};
use crate::report::show::Place;
use crate::scorecard::{Board, BoardPlan, Code, Column, MeasureIndex, SavedView, Scenario, WeightChoice};
use crate::text::by_beginning;

use super::error::Error;
use super::options::{Compared, Seen};

/// Finds `AREA`, `AREA/MEASURE` or `AREA/MEASURE/JURISDICTION`.
///
/// # Errors
/// Where a part names nothing, or there are more than three.
pub(super) fn place(board: &Board, text: &str) -> Result<Place, Error> {
    let parts: Vec<&str> = text.trim_end_matches('/').split('/').collect();
    match *parts.as_slice() {
        [id] => Ok(Place::Area(area(board, id)?)),
        [area, id] => Ok(Place::Measure(measure(board, area, id)?)),
        [area, id, code] => Ok(Place::Position(measure(board, area, id)?, column(board, code)?)),
        _ => {
            Err(Error::Usage("a place is written AREA, AREA/MEASURE or AREA/MEASURE/JURISDICTION".to_owned()))
        }
    }
}

/// Finds an area by its id or the beginning that only its id has.
///
/// # Errors
/// Where no area, or more than one, is meant.
pub(super) fn area(board: &Board, name: &str) -> Result<usize, Error> {
    let areas: Vec<usize> = (0..board.areas.len()).collect();
    let id = |number: usize| &*board.areas[number].id;
    by_beginning(&areas, name, id)
        .ok_or_else(|| no_such("area", name, areas.iter().map(|&number| id(number))))
}

/// Finds an entity by its id or one of its names, in capitals or not, or by the beginning that only its id has.
///
/// # Errors
/// Where no entity, or more than one, is meant.
pub(super) fn entity(board: &Board, listings: &Listings, name: &str) -> Result<EntityIndex, Error> {
    let entities: Vec<EntityIndex> = listings.entities().collect();
    let lower = name.to_lowercase();
    let is_called = |entity: &&EntityIndex| {
        let found = listings.entity(board, **entity);
        let aliases = found.aliases.iter().any(|&alias| board.text(alias).to_lowercase() == lower);
        aliases || found.name.to_lowercase() == lower
    };
    let id = |entity: EntityIndex| &*listings.entity(board, entity).id;
    let by_id = by_beginning(&entities, &lower, id);
    let found = by_id.or_else(|| entities.iter().find(is_called).copied());
    found.ok_or_else(|| no_such("entity", name, entities.iter().map(|&entity| id(entity))))
}

fn measure(board: &Board, in_area: &str, name: &str) -> Result<MeasureIndex, Error> {
    let measures: Vec<MeasureIndex> = board.areas[area(board, in_area)?].measures().collect();
    let id = |index: MeasureIndex| &*board.measure(index).id;
    by_beginning(&measures, name, id)
        .ok_or_else(|| no_such("measure", name, measures.iter().map(|&index| id(index))))
}

/// Finds a jurisdiction by its code, in capitals or not.
///
/// # Errors
/// Where the board has none of that code.
pub(super) fn column(board: &Board, name: &str) -> Result<Column, Error> {
    let found = Code::parse(&name.to_ascii_uppercase()).and_then(|code| board.column(code));
    found.ok_or_else(|| {
        no_such(
            "jurisdiction",
            name,
            board.jurisdictions.iter().map(|jurisdiction| jurisdiction.code.as_str()),
        )
    })
}

/// Finds a jurisdiction to be looked at, through `lens` where it names none of its own.
///
/// # Errors
/// Where the board has no such jurisdiction.
pub(super) fn profile(board: &Board, seen: &Seen, lens: Lens) -> Result<Profile, Error> {
    Ok(Profile { column: column(board, &seen.code)?, lens: seen.lens.unwrap_or(lens) })
}

/// What moves are to raise: `group`, `pair` for that of the poles, or the code of one to be closer to the others.
///
/// # Errors
/// Where the board has no such jurisdiction.
pub(super) fn objective(board: &Board, poles: [Column; 2], name: &str) -> Result<Objective, Error> {
    match name {
        "group" => Ok(Objective::Group),
        "pair" => Ok(Objective::Pair(poles)),
        code => column(board, code).map(Objective::Mean),
    }
}

/// The comparison that is asked for, where nothing is asked the preferred one, else the board's own.
///
/// # Errors
/// Where a jurisdiction, group or weight set is not the board's.
pub(super) fn comparison(
    board: &Board,
    preference: &Preference,
    compared: &Compared,
) -> Result<Comparison, Error> {
    let mut comparison = Comparison::of(board);
    let Preference { poles, group: members, weights: choice, lens, units } = preference.clone();
    comparison.poles = poles.unwrap_or(comparison.poles);
    comparison.group = members.unwrap_or(comparison.group);
    comparison.weights = choice.unwrap_or(comparison.weights);
    comparison.lens = compared.lens.or(lens).unwrap_or(comparison.lens);
    comparison.units = compared.units.map(Units::from).or(units).unwrap_or(comparison.units);
    if let Some([first, second]) = compared.poles {
        comparison.poles = [column(board, first.as_str())?, column(board, second.as_str())?];
    }
    if let Some(name) = &compared.group {
        comparison.group = group(board, name)?;
    }
    if let Some(name) = &compared.weights {
        comparison.weights = weights(board, name)?;
    }
    Ok(comparison)
}

/// Finds a scenario of the workspace by its id, or the beginning that only its id has.
///
/// # Errors
/// Where no scenario, or more than one, is meant.
pub(super) fn scenario<'b>(board: &'b Board, name: &str) -> Result<&'b Scenario, Error> {
    let all: Vec<&'b Scenario> = board.scenarios.iter().collect();
    by_beginning(&all, name, |scenario: &'b Scenario| &*scenario.id)
        .ok_or_else(|| no_such("scenario", name, all.iter().map(|scenario| &*scenario.id)))
}

/// Supposes on the board what the scenario says that is asked for.
///
/// # Errors
/// Where there is no such scenario.
pub(super) fn suppose(board: &mut Board, name: Option<&str>) -> Result<(), Error> {
    if let Some(name) = name {
        let supposed = board.suppositions_of(scenario(board, name)?);
        board.suppose(supposed);
    }
    Ok(())
}

/// Finds a saved view of the board by its name, in capitals or not.
///
/// # Errors
/// Where the board has no view of that name.
pub(super) fn view<'b>(board: &'b Board, name: &str) -> Result<&'b SavedView, Error> {
    let found = board.views.iter().find(|view| view.name.eq_ignore_ascii_case(name));
    found.ok_or_else(|| no_such("view", name, board.views.iter().map(|view| &*view.name)))
}

/// The filter of measures that is asked for; everything where none is.
///
/// # Errors
/// Where a word of it cannot be understood, or says nothing about measures.
pub(super) fn filter(board: &Board, line: Option<&str>) -> Result<Filter, Error> {
    filter_on(&[Listed::Measures], board, line)
}

/// The filter that is asked for, put on things of these kinds; everything where none is.
///
/// # Errors
/// Where a word of it cannot be understood, or says nothing about any of them.
pub(super) fn filter_on(listed: &[Listed], board: &Board, line: Option<&str>) -> Result<Filter, Error> {
    let line = line.unwrap_or_default();
    let Parsed { filter, mut faults } = Filter::parse(line, board);
    if let [only] = *listed {
        faults.extend(filter.silent_on(only).map(|term| Fault::silent_on(only, term)));
    }
    if faults.is_empty() { Ok(filter) } else { Err(Error::Filter { line: line.to_owned(), faults }) }
}

fn group(board: &Board, name: &str) -> Result<Vec<Column>, Error> {
    let known = board.groups.iter().map(|group| &*group.name).chain([BoardPlan::ALL]);
    match board.groups.iter().find(|group| *group.name == *name) {
        Some(group) => Ok(group.members.clone()),
        None if name == BoardPlan::ALL => Ok(board.columns().collect()),
        None => Err(no_such("group", name, known)),
    }
}

fn weights(board: &Board, name: &str) -> Result<WeightChoice, Error> {
    let sets = board.weight_sets.iter().map(|set| &*set.name);
    match name {
        "authored" => Ok(WeightChoice::Authored),
        "equal" => Ok(WeightChoice::Equal),
        name if sets.clone().any(|set| set == name) => Ok(WeightChoice::Named(name.into())),
        name => Err(no_such("weight set", name, ["authored", "equal"].into_iter().chain(sets))),
    }
}

fn no_such<'n>(kind: &'static str, name: &str, known: impl Iterator<Item = &'n str>) -> Error {
    Error::no_such(kind, name, &known.collect::<Vec<_>>())
}
