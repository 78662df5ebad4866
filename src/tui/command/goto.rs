//! Going to a place by its name: an area, a measure, a jurisdiction's position.

use super::argument::fitting;
use super::{Argument, Command, Value, always};
use crate::scorecard::{Board, Code, Column, MeasureIndex};
use crate::text::{by_beginning, nearest, visible};
use crate::tui::message::Effect;
use crate::tui::model::{MatrixColumn, Model, View};

pub(super) const COMMAND: Command = Command {
    id: "goto",
    title: "Go to",
    help: "Goes to AREA, AREA/MEASURE or AREA/MEASURE/CODE; ids may be shortened.",
    keys: &[],
    argument: Some(Argument::of("PLACE", values)),
    hint: None,
    available: always,
    run: |model, argument| go(model, argument),
};

/// As many measures are offered where no area is named.
const OFFERED: usize = 200;

/// A place that was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named {
    Area(usize),
    Measure(MeasureIndex),
    Position(MeasureIndex, Column),
}

fn go(model: &mut Model, argument: &str) -> Vec<Effect> {
    match named(&model.board, argument) {
        Ok(Named::Area(area)) => {
            let view = if model.view == View::Board { View::Matrix } else { model.view };
            model.jump_to_area_in(view, area);
        }
        Ok(Named::Measure(measure)) => {
            let view = if model.view == View::Board { View::Matrix } else { model.view };
            go_to_measure(model, view, measure);
        }
        Ok(Named::Position(measure, column)) if go_to_measure(model, View::Matrix, measure) => {
            model.matrix.column = MatrixColumn::Jurisdiction(column);
            if model.unhide_column(column) {
                let code = model.board.jurisdiction(column).code;
                model.tell(format!("{code} was hidden and is shown again"));
            }
        }
        Ok(Named::Position(..)) => {}
        Err(why) => model.warn(why),
    }
    Vec::new()
}

/// Goes to a measure of a view, unless the filter leaves it out; tells whether it went.
pub(in crate::tui) fn go_to_measure(model: &mut Model, view: View, measure: MeasureIndex) -> bool {
    let shown = match view {
        View::Matrix => model.matrix_has(measure),
        _ => model.filtering.has(measure),
    };
    if shown {
        model.jump_to_measure(view, measure);
    } else {
        let clear = model.keymap.first_of("clear-filter");
        model.warn(format!("The filter leaves it out; {clear} shows everything again"));
    }
    shown
}

/// Finds a place, its parts with `/` between them, each the id or a beginning that only one id has.
fn named(board: &Board, text: &str) -> Result<Named, String> {
    let parts: Vec<&str> = text.trim().trim_end_matches('/').split('/').collect();
    match *parts.as_slice() {
        [area] => self::area(board, area).map(Named::Area),
        [area, id] => measure(board, area, id).map(Named::Measure),
        [area, id, code] => Ok(Named::Position(measure(board, area, id)?, column(board, code)?)),
        _ => Err("A place is written AREA, AREA/MEASURE or AREA/MEASURE/CODE".to_owned()),
    }
}

fn area(board: &Board, name: &str) -> Result<usize, String> {
    let areas: Vec<usize> = (0..board.areas.len()).collect();
    let id = |number: usize| &*board.areas[number].id;
    by_beginning(&areas, name, id).ok_or_else(|| unknown("area", name, areas.iter().map(|&area| id(area))))
}

fn measure(board: &Board, in_area: &str, name: &str) -> Result<MeasureIndex, String> {
    let measures: Vec<MeasureIndex> = board.areas[area(board, in_area)?].measures().collect();
    let id = |index: MeasureIndex| &*board.measure(index).id;
    by_beginning(&measures, name, id)
        .ok_or_else(|| unknown("measure", name, measures.iter().map(|&measure| id(measure))))
}

/// Finds a jurisdiction by its code, in capitals or not.
pub(super) fn column(board: &Board, name: &str) -> Result<Column, String> {
    let found = Code::parse(&name.to_ascii_uppercase()).and_then(|code| board.column(code));
    let codes = board.jurisdictions.iter().map(|jurisdiction| jurisdiction.code.as_str());
    found.ok_or_else(|| unknown("jurisdiction", name, codes))
}

/// That there is none of that name, and which was likely meant.
pub(super) fn unknown<'n>(kind: &str, name: &str, known: impl Iterator<Item = &'n str>) -> String {
    let meant = nearest(name, known).map(|meant| format!("; did you mean {meant}?")).unwrap_or_default();
    format!("There is no {kind} `{}`{meant}", visible(name))
}

/// Areas, and the measures of an area once it is named; what is typed without an area finds measures of all.
fn values(model: &Model, typed: &str) -> Vec<Value> {
    let board = &model.board;
    let mut parts = typed.trim().splitn(3, '/');
    let (first, second, third) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let Some(second) = second else {
        let areas = fitting(first, board.areas.iter().map(|area| (&*area.id, &*area.title))).into_iter();
        let areas = areas.map(|(id, title)| Value { then: Some('/'), ..Value::whole(id, title) });
        let mut found: Vec<Value> = areas.chain(measures_of_all(board, first)).collect();
        // What begins as typed was meant, be it an area or a measure.
        let begins = |value: &Value| value.text.rsplit('/').next().is_some_and(|id| id.starts_with(first));
        found.sort_by_key(|value| !begins(value));
        return found;
    };
    let Ok(area) = area(board, first) else { return Vec::new() };
    let area_id = &board.areas[area].id;
    let Some(third) = third else {
        let measures = board.areas[area].measures().map(|index| board.measure(index));
        let found = fitting(second, measures.map(|measure| (&*measure.id, &*measure.title))).into_iter();
        let value = |id: &str, title: &str| Value::whole(format!("{area_id}/{id}"), title);
        return found.map(|(id, title)| Value { then: Some('/'), ..value(id, title) }).collect();
    };
    let Ok(index) = measure(board, first, second) else { return Vec::new() };
    let id = &board.measure(index).id;
    let codes = board.jurisdictions.iter().map(|jurisdiction| (jurisdiction.code, &*jurisdiction.name));
    let codes = codes.map(|(code, name)| (code.to_string(), name));
    let found = fitting(third, codes).into_iter();
    found.map(|(code, name)| Value::whole(format!("{area_id}/{id}/{code}"), name)).collect()
}

fn measures_of_all<'b>(board: &'b Board, typed: &str) -> impl Iterator<Item = Value> + use<'b> {
    let typed = typed.to_lowercase();
    let holds = move |index: &MeasureIndex| {
        let measure = board.measure(*index);
        measure.id.contains(&typed) || measure.title.to_lowercase().contains(&typed)
    };
    let found = board.measure_indexes().filter(holds).take(OFFERED);
    found.map(|index| {
        let measure = board.measure(index);
        let text = format!("{}/{}", board.area_of(index).id, measure.id);
        Value { then: Some('/'), ..Value::whole(text, &*measure.title) }
    })
}
