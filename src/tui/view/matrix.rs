//! One area, every measure by every jurisdiction: the poles first and frozen, then the gap, then the members, which
//! scroll sideways, then who stands where.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::layout::Layout;
use super::table;
use crate::analysis::{Band, Gap, Tag};
use crate::scorecard::{Column, MeasureIndex, Weight};
use crate::tui::model::{Direction, MatrixColumn, Model};
use crate::tui::theme::Role;
use crate::tui::widget::pen::{Pen, width};
use crate::tui::widget::spots::TableColumn;
use crate::tui::widget::{cell, strip};

/// The columns a jurisdiction takes, with the blank after it.
const CELL: u16 = cell::WIDTH + 1;
/// The columns of the gap.
const GAP: u16 = 8;
/// A vertical rule with its blanks.
const RULE: u16 = 3;
/// The columns of a weight that is not 1.
const WEIGHT: u16 = 5;
/// The columns a measure's title has at least, and at most.
const TITLE: (u16, u16) = (24, 60);
/// The columns the title has where the table may choose.
const COMFORTABLE_TITLE: u16 = 30;

/// How the table's columns share its width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Widths {
    title: u16,
    /// How many scrolling jurisdictions fit.
    pub members: usize,
    strip: bool,
}

impl Widths {
    /// The columns the table wants for that many scrolling jurisdictions.
    pub(super) fn natural(members: usize) -> u16 {
        let members = u16::try_from(members).unwrap_or(u16::MAX).saturating_mul(CELL);
        fixed(COMFORTABLE_TITLE).saturating_add(members).saturating_add(RULE + strip::WIDTH + 1)
    }

    /// Shares out a width: first every jurisdiction, then the strip, then longer titles.
    pub(super) fn fit(width: u16, members: usize) -> Self {
        let room = width.saturating_sub(fixed(TITLE.0));
        let wanted = u16::try_from(members).unwrap_or(u16::MAX).saturating_mul(CELL);
        if wanted > room {
            return Self { title: TITLE.0, members: usize::from(room / CELL).max(1), strip: false };
        }
        let mut spare = room - wanted;
        let strip = spare > RULE + strip::WIDTH;
        if strip {
            spare -= RULE + strip::WIDTH + 1;
        }
        Self { title: (TITLE.0 + spare).min(TITLE.1), members, strip }
    }
}

/// The columns of everything but the scrolling jurisdictions and the strip.
fn fixed(title: u16) -> u16 {
    table::INDENT + title + WEIGHT + RULE + 2 * CELL + RULE + GAP + RULE
}

/// Where each part of the table is.
struct Places {
    widths: Widths,
    title: u16,
    weight: u16,
    poles: [u16; 2],
    gap: u16,
    members: u16,
    strip: u16,
}

impl Places {
    fn new(table: Rect, members: usize) -> Self {
        let widths = Widths::fit(table.width, members);
        let title = table.x + table::INDENT;
        let weight = title + widths.title;
        let first = weight + WEIGHT + RULE;
        let gap = first + 2 * CELL + RULE - 1;
        let members = gap + GAP + RULE;
        let strip = members + CELL * widths.members as u16 + RULE - 1;
        Self { widths, title, weight, poles: [first, first + CELL], gap, members, strip }
    }
}

/// Draws the matrix.
pub(super) fn draw(pen: &mut Pen<'_>, model: &Model, layout: &Layout) -> Option<Position> {
    let table = layout.table;
    let places = Places::new(table, model.matrix.members.len());
    headings(pen, model, table, &places);
    let mut cursor = None;
    for (at, (row, measure)) in model.matrix.rows.visible(usize::from(layout.rows())).enumerate() {
        let y = table.y + 1 + at as u16;
        let here = row == model.matrix.rows.row();
        table::note_row(pen, table, y, row);
        let x = draw_row(pen, model, table, y, MeasureIndex(measure), here, &places);
        if here {
            cursor = Some(Position::new(x, y));
        }
    }
    table::emptied(pen, model, table);
    table::foot(pen, model, table);
    cursor
}

fn headings(pen: &mut Pen<'_>, model: &Model, table: Rect, places: &Places) {
    let y = table.y;
    let mut heading = |x: u16, room: u16, title: &str, column: MatrixColumn| {
        let here = model.matrix.column == column;
        table::heading(pen, (x, y), room, title, here, sorted_by(model, column), false);
        table::note(pen, table, (x, room), TableColumn::Matrix(column));
    };
    heading(places.title, places.widths.title, "Measure", MatrixColumn::Measure);
    for (x, pole) in places.poles.into_iter().zip(model.figures.comparison().poles) {
        heading(x, CELL - 1, model.board.jurisdiction(pole).code.as_str(), MatrixColumn::Jurisdiction(pole));
    }
    heading(places.gap, GAP, "gap", MatrixColumn::Gap);
    for (place, column) in shown(model, &places.widths).enumerate() {
        let x = places.members + CELL * place as u16;
        heading(
            x,
            CELL - 1,
            model.board.jurisdiction(column).code.as_str(),
            MatrixColumn::Jurisdiction(column),
        );
    }
    table::hidden(pen, model, (places.title, y), places.widths.title + WEIGHT);
    let bars = [places.poles[0] - 2, places.gap - 2, places.members - 2];
    rules(pen, places, bars, y);
    let key = pen.theme.style(Role::Key);
    if model.matrix.first > 0 {
        pen.text(places.members - 1, y, 1, pen.glyphs.more[0], key);
    }
    if model.matrix.first + places.widths.members < model.matrix.members.len() {
        pen.text(table.right() - 1, y, 1, pen.glyphs.more[1], key);
    }
    if places.widths.strip {
        for (at, digit) in ["0", "1", "2", "3", "4"].into_iter().enumerate() {
            pen.say(places.strip + 2 * at as u16, y, 1, digit, Role::Muted);
        }
    }
}

/// What the table stands on, in the row of the cursor too.
fn ground(pen: &Pen<'_>) -> Style {
    Style::reset().patch(pen.theme.style(Role::Canvas))
}

/// The rules go through the row of the cursor as they are: they divide the table, not the row, and what does not
/// change is not sent.
fn rules(pen: &mut Pen<'_>, places: &Places, bars: [u16; 3], y: u16) {
    let style = ground(pen).patch(pen.theme.style(Role::Frame));
    for x in bars {
        pen.text(x, y, 1, pen.glyphs.bar, style);
    }
    if places.widths.strip {
        pen.text(places.strip - 2, y, 1, pen.glyphs.bar, style);
    }
}

fn sorted_by(model: &Model, column: MatrixColumn) -> Option<Direction> {
    model.sorted.matrix.filter(|(sorted, _)| *sorted == column).map(|(_, direction)| direction)
}

fn shown<'m>(model: &'m Model, widths: &Widths) -> impl Iterator<Item = Column> + 'm {
    model.matrix.members.iter().copied().skip(model.matrix.first).take(widths.members)
}

/// Draws a row and tells in which column of the screen its cursor is.
fn draw_row(
    pen: &mut Pen<'_>,
    model: &Model,
    table: Rect,
    y: u16,
    index: MeasureIndex,
    here: bool,
    places: &Places,
) -> u16 {
    let style = table::row(pen, model, table, y, here);
    table::mark(pen, model, table, y, index.0..index.0 + 1, style);
    let measure = model.board.measure(index);
    let at_column = |column: MatrixColumn| here && model.matrix.column == column;
    let cursor = pen.theme.style(Role::Cursor);
    let title =
        if width(&measure.title) <= places.widths.title { &measure.title } else { measure.short_title() };
    let found = model.search.as_ref().is_some_and(|search| search.in_measure(index.0));
    let title_style = match (at_column(MatrixColumn::Measure), found && !here) {
        (true, _) => cursor,
        (false, true) => pen.theme.style(Role::Match),
        (false, false) => style,
    };
    pen.text(places.title, y, places.widths.title, title, title_style);
    let weight = model.figures.grid().weights().measure(index);
    if let Some(weight) = Weight::from_thousandths(weight).filter(|&weight| weight != Weight::ONE) {
        let text = format!("{}{weight}", pen.glyphs.times);
        pen.right(places.weight, y, WEIGHT, &text, style);
    }
    rules(pen, places, [places.poles[0] - 2, places.gap - 2, places.members - 2], y);
    let mut cursor_x = places.title;
    let poles = places.poles.into_iter().zip(model.figures.comparison().poles);
    let members = shown(model, &places.widths).enumerate();
    let members = members.map(|(place, column)| (places.members + CELL * place as u16, column));
    for (x, column) in poles.chain(members) {
        let on_cursor = at_column(MatrixColumn::Jurisdiction(column));
        if model.news.changed.has(index, column) {
            pen.text(x - 1, y, 1, pen.glyphs.changed, style.patch(pen.theme.style(Role::Changed)));
        }
        let lens = model.figures.comparison().lens;
        cell::draw(pen, (x, y), &model.board, lens, model.glyphs, (index, column), on_cursor);
        if on_cursor {
            cursor_x = x;
        }
    }
    draw_gap(pen, model, (places.gap, y), model.figures.gap(index), here);
    if at_column(MatrixColumn::Gap) {
        pen.paint(Rect::new(places.gap, y, GAP - 1, 1), cursor);
        cursor_x = places.gap;
    }
    if places.widths.strip {
        let end = Rect::new(places.strip - 1, y, (table.right() + 1).saturating_sub(places.strip), 1);
        pen.paint(end, ground(pen));
        strip::draw(pen, (places.strip, y), model.figures.tally(index));
    }
    cursor_x
}

/// The gap in a few characters: how wide, who is fuller, by how much; or why there is none.
fn draw_gap(pen: &mut Pen<'_>, model: &Model, (x, y): (u16, u16), gap: &Gap, here: bool) {
    let row = pen.theme.style(if here { Role::Selection } else { Role::Text });
    let (Some(side), Some(steps @ 1..)) = (gap.fuller(), gap.width()) else {
        pen.text(x, y, GAP - 1, closeness(gap), table::over(pen, row, Role::Muted, here));
        return;
    };
    let role = [Role::SideFirst, Role::SideSecond][side];
    let style = row.patch(pen.theme.style(role));
    let code = model.board.jurisdiction(model.figures.comparison().poles[side]).code;
    let shade = pen.glyphs.shades[usize::from(steps) - 1];
    pen.text(x, y, 1, shade, style);
    let taken = pen.text(x + 2, y, GAP - 4, code.as_str(), style);
    pen.text(x + 3 + taken, y, 2, &steps.to_string(), style);
}

/// What is said of a gap that is not one.
pub(super) fn closeness(gap: &Gap) -> &'static str {
    match gap.band {
        Band::WithinSpan => "in span",
        Band::OpenQuestion => "open",
        Band::NotComparable => "n/a",
        _ if gap.tags.has(Tag::Neither) => "neither",
        _ => "same",
    }
}
