//! The detail: what is behind a cell, a measure, an area. Written once for a subject, then only shown.

mod area;
mod cell;
mod compared;
mod entity;
mod measure;
mod moves;
mod pair;
mod scale;
mod what_if;

use crate::scorecard::{Board, Caveat, Column, MeasureIndex, Position, Prose, Standing};
use crate::tui::model::{Model, Subject};
use crate::tui::theme::Role;
use crate::tui::widget::page::{Page, Writer};

/// The page about a subject, for a pane of that width.
pub fn page(model: &Model, subject: Subject, width: u16) -> Page {
    let mut page = Writer::new(width);
    match subject {
        Subject::Area(area) => area::write(&mut page, model, area),
        Subject::Agreement(area, column) => area::write_agreement(&mut page, model, area, column),
        Subject::Measure(measure) => measure::write(&mut page, model, measure),
        Subject::Compared(measure, _) => compared::write(&mut page, model, measure),
        Subject::Cell(measure, column) => cell::write(&mut page, model, measure, column),
        Subject::Move(measure, column, to) => moves::write(&mut page, model, measure, column, to),
        Subject::Pair(first, second) => pair::write(&mut page, model, first, second),
        Subject::Jurisdiction(column) => pair::write_jurisdiction(&mut page, model, column),
        Subject::Entity(entity, list) => entity::write(&mut page, model, entity, list),
    }
    page.finish()
}

/// A small heading above what belongs together.
fn heading(page: &mut Writer, text: &str) {
    page.gap();
    page.paragraph(Role::Accent, text);
}

/// A prose field with its label.
fn field(page: &mut Writer, board: &Board, label: &str, prose: Prose) {
    page.field(label, &board.text(prose));
}

/// The sources of a position, one line each where they fit.
fn sources(page: &mut Writer, model: &Model, position: &Position) {
    let glyph = model.glyph_set().bullet;
    for source in &position.sources {
        let text = |prose| model.board.text(prose);
        let mut line = text(source.title).into_owned();
        for part in
            [text(source.publisher).into_owned(), source.date.map_or(String::new(), |date| date.to_string())]
        {
            if !part.is_empty() {
                line = format!("{line}, {part}");
            }
        }
        if source.unread {
            line.push_str(" (cited, not opened)");
        }
        let lead = [(Role::Muted, glyph), (Role::Muted, " ")];
        page.hanging_link(&lead, Role::Text, &line, &text(source.url));
    }
}

/// The caveats of an area that apply to a measure, or to one cell of it.
fn caveats(page: &mut Writer, board: &Board, measure: MeasureIndex, column: Option<Column>) {
    let area = board.area_of(measure);
    let id = &board.measure(measure).id;
    let code = column.map(|column| board.jurisdiction(column).code);
    let applies = |standing: &Standing| {
        standing.row == *id
            && match (&standing.cell, code) {
                (Some(cell), Some(code)) => **cell == *code.as_str(),
                (None, _) | (Some(_), None) => true,
            }
    };
    let found: Vec<&Caveat> =
        area.caveats.iter().filter(|caveat| caveat.applies_to.iter().any(applies)).collect();
    if !found.is_empty() {
        heading(page, "Caveats");
        for caveat in found {
            page.paragraph(Role::Text, &board.text(caveat.text));
        }
    }
}
