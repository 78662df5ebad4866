//! The second form of the board: areas by jurisdictions, the agreement of each with the group. Depth of one hue and a
//! bar in every cell; the number is in the detail, on demand.

use ratatui::layout::{Position, Rect};

use super::board::sorted_by;
use super::layout::Layout;
use super::table;
use crate::report::words::NO_VALUE;
use crate::scorecard::{Column, Level};
use crate::tui::model::{BoardColumn, Model};
use crate::tui::theme::Role;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::spots::TableColumn;

/// The columns a jurisdiction takes, with the blank after it.
const CELL: u16 = 4;
/// The columns the area's title has.
const AREA: u16 = 28;
/// The columns of the marker for jurisdictions that do not fit.
const MORE: u16 = 3;

/// How many of `all` jurisdictions fit into a table of that width.
pub(super) fn fits(width: u16, all: usize) -> usize {
    let room = width.saturating_sub(table::INDENT + AREA + 1);
    let whole = usize::from(room / CELL);
    if whole >= all { all } else { usize::from(room.saturating_sub(MORE) / CELL).max(1) }
}

/// Draws the agreement of each jurisdiction with the group.
pub(super) fn draw(pen: &mut Pen<'_>, model: &Model, layout: &Layout) -> Option<Position> {
    let table = layout.table;
    let shown = shown(model, layout);
    headings(pen, model, table, shown.clone());
    let mut cursor = None;
    for (at, (row, area)) in model.areas.visible(usize::from(layout.rows())).enumerate() {
        let y = table.y + 1 + at as u16;
        let here = row == model.areas.row();
        table::note_row(pen, table, y, row);
        let style = table::row(pen, model, table, y, here);
        table::mark(pen, model, table, y, model.board.areas[area as usize].measures.clone(), style);
        pen.text(table.x + table::INDENT, y, AREA, model.board.areas[area as usize].short_title(), style);
        for (place, column) in shown.clone().enumerate() {
            let agreement = model.figures.areas()[area as usize].agreement[column.index()];
            let on_cursor = here && model.board_column == BoardColumn::Jurisdiction(column);
            let x = cell_x(table, place);
            draw_cell(pen, x, y, agreement, on_cursor);
            if on_cursor {
                cursor = Some(Position::new(x, y));
            }
        }
        if here && cursor.is_none() {
            cursor = Some(table::cursor_of(table, y));
        }
    }
    table::emptied(pen, model, table);
    table::foot(pen, model, table);
    cursor
}

fn shown<'m>(model: &'m Model, layout: &Layout) -> impl Iterator<Item = Column> + Clone + use<'m> {
    model.agreement_columns().skip(model.agreement_first).take(layout.agreements(model))
}

fn cell_x(table: Rect, place: usize) -> u16 {
    table.x + table::INDENT + AREA + 1 + CELL * place as u16
}

fn headings(pen: &mut Pen<'_>, model: &Model, table: Rect, shown: impl Iterator<Item = Column>) {
    let here = model.board_column == BoardColumn::Area;
    let sorted = sorted_by(model, BoardColumn::Area);
    table::heading(pen, (table.x + table::INDENT, table.y), AREA, "Area", here, sorted, false);
    table::note(pen, table, (table.x + table::INDENT, AREA), TableColumn::Board(BoardColumn::Area));
    table::hidden(pen, model, (table.x + table::INDENT, table.y), AREA);
    let mut after = model.agreement_first;
    for (place, column) in shown.enumerate() {
        let here = model.board_column == BoardColumn::Jurisdiction(column);
        let sorted = sorted_by(model, BoardColumn::Jurisdiction(column));
        let code = model.board.jurisdiction(column).code;
        let mut title = code.as_str().to_owned();
        if !model.figures.comparison().group.contains(&column) {
            title.push('*');
        }
        table::heading(pen, (cell_x(table, place), table.y), CELL - 1, &title, here, sorted, false);
        let column = TableColumn::Board(BoardColumn::Jurisdiction(column));
        table::note(pen, table, (cell_x(table, place), CELL - 1), column);
        after += 1;
    }
    let style = pen.theme.style(Role::Key);
    if model.agreement_first > 0 {
        pen.text(cell_x(table, 0) - 1, table.y, 1, pen.glyphs.more[0], style);
    }
    if after < model.agreement_columns().count() {
        pen.text(table.right() - 2, table.y, 1, pen.glyphs.more[1], style);
    }
}

/// A cell as deep in hue as the agreement is close, with a bar for terminals without colours.
fn draw_cell(pen: &mut Pen<'_>, x: u16, y: u16, agreement: Option<f64>, on_cursor: bool) {
    let cursor = pen.theme.style(Role::Cursor);
    let Some(share) = agreement else {
        let style = pen.theme.style(Role::LevelUnknown);
        let style = if on_cursor { style.patch(cursor) } else { style };
        pen.text(x, y, CELL - 1, &format!(" {NO_VALUE} "), style);
        return;
    };
    let step = ((share - LOWEST) / (1.0 - LOWEST) * f64::from(Level::HIGHEST)).round();
    let level = Level::all().nth(step.clamp(0.0, f64::from(Level::HIGHEST)) as usize);
    let style =
        level.map_or_else(|| pen.theme.style(Role::Text), |level| pen.theme.style(Role::level(level)));
    let style = if on_cursor { style.patch(cursor) } else { style };
    pen.repeat(x, y, CELL - 1, " ", style);
    pen.text(x + 1, y, 1, pen.glyphs.share(((share - LOWEST) / (1.0 - LOWEST)).max(0.0)), style);
}

/// The agreement drawn as nothing: below it rows of random levels lie, which agree to about 60 percent.
const LOWEST: f64 = 0.4;

/// What the cells say, and what a star means.
pub(super) fn legend(model: &Model) -> String {
    let outside = model.board.columns().any(|column| !model.figures.comparison().group.contains(&column));
    let marked = if outside { ", * from outside it" } else { "" };
    format!("Agreement with the group by decision units{marked}")
}
