//! The view Timeline: what changed, what is coming.

mod draw;

use super::Sheet;
use crate::analysis::Phase;
use crate::filter::OrderColumn;
use crate::report::Basis;
use crate::report::document::Table;
use crate::report::timeline::{OVERDUE_NOTE, PARTIAL_NOTE, Timeline, counts_sentence};
use crate::scorecard::{MeasureIndex, PartialDate};
use crate::tui::model::{MatrixColumn, Model, Names, Preset, Subject, View};
use crate::tui::widget::pen::width;

/// The columns of the table from left to right.
const COLUMNS: [OrderColumn; 3] = [OrderColumn::Date, OrderColumn::Who, OrderColumn::Measure];

pub(super) static SHEET: Sheet = Sheet {
    gather: Model::gather_timeline,
    columns: |_| COLUMNS.len(),
    order: |_, column| COLUMNS.get(column).copied(),
    key: Model::change_key,
    measure: |model| model.sheets.timeline.here()?.what.cell().map(|(measure, _)| measure),
    show,
    subject,
    figure: |_| Err("Nothing is computed here: these are dates and what they bring"),
    finds,
    open,
    turn: Some(|model| model.zoom_timeline(model.sheets.timeline.zoom.next())),
    above: 3,
    width: |_| 76,
    draw: draw::draw,
    foot,
    emptied: "No dated change fits the filter.",
    row,
    renumber: Model::renumber_timeline,
    presets: &[
        Preset::ALL,
        Preset::new("coming", |_| "phase:coming".to_owned(), ""),
        Preset::new("overdue", |_| "phase:overdue".to_owned(), ""),
        Preset::new("past", |_| "phase:past".to_owned(), ""),
        Preset::new("the last three months", three_months, ""),
    ],
};

/// Stands on the first change to come of a measure, else on its last.
fn show(model: &mut Model, _area: Option<usize>, measure: Option<MeasureIndex>) -> bool {
    let Some(measure) = measure else { return false };
    let state = &model.sheets.timeline;
    let is_of = |thing: &u32| {
        let cell = state.event(*thing).and_then(|event| event.what.cell());
        cell.is_some_and(|(found, _)| found == measure)
    };
    let things = || (0..state.table.rows.len()).filter_map(|row| state.table.rows.thing(row)).filter(is_of);
    let is_coming = |thing: &u32| state.event(*thing).is_some_and(|event| event.phase == Phase::Coming);
    let found = things().find(is_coming).or_else(|| things().next_back());
    found.is_some_and(|thing| model.sheets.timeline.table.rows.set(thing))
}

/// What was found of the position that changes, or the entity by a name.
fn finds(model: &Model, names: &mut Names<'_>, thing: u32) -> bool {
    let Some(what) = model.sheets.timeline.event(thing).map(|event| event.what) else { return false };
    match (what.cell(), what.listing()) {
        (Some((measure, column)), _) => names.search.in_cell(measure, column),
        (_, Some((entity, _))) => model.means_entity(names, entity),
        _ => false,
    }
}

fn subject(model: &Model) -> Option<Subject> {
    let what = model.sheets.timeline.here()?.what;
    what.cell()
        .map(|(measure, column)| Subject::Cell(measure, column))
        .or_else(|| what.listing().map(|(entity, list)| Subject::Entity(entity, Some(list))))
}

/// To the cell in its matrix, or to the entity.
fn open(model: &mut Model) {
    let Some(what) = model.sheets.timeline.here().map(|event| event.what) else { return };
    if let Some((measure, column)) = what.cell() {
        model.jump_to_measure(View::Matrix, measure);
        model.matrix.column = MatrixColumn::Jurisdiction(column);
    } else if let Some((entity, list)) = what.listing() {
        model.jump_to_entity(entity, list);
    }
}

/// What has come, or should have, since the month three months before.
fn three_months(today: PartialDate) -> String {
    let months = u32::from(today.year()) * 12 + u32::from(today.month().unwrap_or(1)) - 1;
    let before = months.saturating_sub(3);
    since(&format!("{:04}-{:02}", before / 12, before % 12 + 1))
}

/// The filter for what has come, or should have, since a date.
pub(in crate::tui) fn since(date: &str) -> String {
    format!("phase:past,overdue date>={date}")
}

fn foot(model: &Model, room: u16) -> String {
    let counts = counts_sentence(model.sheets.timeline.counts());
    let forms = [format!("{counts}. {OVERDUE_NOTE} {PARTIAL_NOTE}"), format!("{counts}. {OVERDUE_NOTE}")];
    forms.into_iter().find(|text| width(text) + 2 <= room).unwrap_or(counts)
}

fn row(model: &Model) -> Option<Table> {
    let Model { board, figures, today, glyphs, .. } = model;
    let basis = Basis { board, figures, today: *today, glyphs: *glyphs };
    let event = *model.sheets.timeline.here()?;
    Some(Timeline::one(basis, model.sheets.entities.listings(), event).of_phase(event.phase))
}
