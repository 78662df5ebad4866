//! The view Entities: one company, many lists.

mod draw;

use super::Sheet;
use crate::analysis::EntityIndex;
use crate::filter::OrderColumn;
use crate::report::Basis;
use crate::report::document::Table;
use crate::report::entities::{Entities, entities};
use crate::tui::model::{Model, Preset, Subject};
use crate::tui::widget::pen::width;

pub(super) static SHEET: Sheet = Sheet {
    gather: Model::gather_entities,
    columns: |model| model.sheets.entities.lists().len() + 1,
    order: |_, column| (column == 0).then_some(OrderColumn::Entity),
    key: Model::entity_key,
    figure: |_| Err("Nothing is computed here: these are names, lists and dates"),
    subject: |model| Some(Subject::Entity(model.sheets.entities.entity()?, model.sheets.entities.list())),
    finds: |model, names, entity| model.means_entity(names, EntityIndex(entity)),
    above: 1,
    width: draw::natural_width,
    draw: draw::draw,
    foot,
    emptied: "No entity fits the filter.",
    row,
    renumber: |model, _| {
        model.forget_registers();
        true
    },
    presets: &[
        Preset::ALL,
        Preset::new("by the first pole and not the second", |_| "poles:first".to_owned(), ""),
        Preset::new("by the second pole and not the first", |_| "poles:second".to_owned(), ""),
        Preset::new("by one pole only", |_| "poles:1".to_owned(), ""),
        Preset::new("by both poles", |_| "poles:2".to_owned(), ""),
        Preset::new("removed from a list", |_| "listing:removed".to_owned(), ""),
    ],
    ..Sheet::PLAIN
};

/// How many are shown, by whom they are listed, as far as it fits.
fn foot(model: &Model, room: u16) -> String {
    let state = &model.sheets.entities;
    let shown = entities(state.table.rows.len());
    let terms = model.filtering.filter().silent_on(crate::filter::Listed::Entities);
    let silent: Vec<String> = terms.map(ToString::to_string).collect();
    let passed_over = match &*silent {
        [] => String::new(),
        [only] => format!(" Passed over, as it says nothing about entities: {only}."),
        many => format!(" Passed over, as they say nothing about entities: {}.", many.join(" ")),
    };
    let unknown = crate::report::entities::UNKNOWN_IS_NOT_NO;
    let forms = [format!("{shown}.{passed_over} {unknown}"), format!("{shown}.{passed_over}")];
    forms.into_iter().find(|text| width(text) + 2 <= room).unwrap_or(shown)
}

fn row(model: &Model) -> Option<Table> {
    let Model { board, figures, today, glyphs, .. } = model;
    let basis = Basis { board, figures, today: *today, glyphs: *glyphs };
    let entity: EntityIndex = model.sheets.entities.entity()?;
    Some(Entities::one(basis, model.sheets.entities.listings(), entity).overview())
}
