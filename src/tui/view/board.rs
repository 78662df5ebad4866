//! Where do we stand? One row an area: blocks on the side that is fuller, the count of same levels between them, the
//! widest difference in words, the next dated step.

use ratatui::layout::{Position, Rect};

use super::layout::Layout;
use super::table;
use crate::scorecard::{Board, Column, MeasureIndex};
use crate::tui::model::{BoardColumn, Direction, Model};
use crate::tui::theme::Role;
use crate::tui::widget::blocks::{self, SideOf};
use crate::tui::widget::pen::{Pen, width};
use crate::tui::widget::spots::TableColumn;

/// The columns of the table, as places and widths.
struct Columns {
    area: (u16, u16),
    first: (u16, u16),
    same: (u16, u16),
    second: (u16, u16),
    widest: (u16, u16),
    next: (u16, u16),
}

impl Columns {
    fn new(table: Rect, most_blocks: u16) -> Self {
        let spare = table.width.saturating_sub(78);
        let side = most_blocks.clamp(9, 11 + spare / 8);
        let area = 26 + (spare / 8).min(4);
        // A date is always whole: on the narrowest screens it stands in the detail, and what happens then stands
        // here only where there is room for words.
        let next = match spare {
            0..16 => 0,
            16..20 => 10,
            20..66 => 13,
            wide => wide - 40,
        };
        let mut across = table::Across::new(table);
        let mut column = |width: u16, blanks: u16| across.column(width, blanks);
        let area = column(area, 1);
        let first = column(side, 1);
        let same = column(5, 1);
        let second = column(side, 2);
        let blank = if next > 0 { 2 } else { 0 };
        let widest = column(table.right().saturating_sub(second.0 + side + 2 + next + blank + 1), blank);
        Self { area, first, same, second, widest, next: column(next, 0) }
    }
}

/// Draws the board.
pub(super) fn draw(pen: &mut Pen<'_>, model: &Model, layout: &Layout) -> Option<Position> {
    let table = layout.table;
    let columns = Columns::new(table, model.overview.most_blocks());
    headings(pen, model, table, &columns);
    let mut cursor = None;
    for (at, (row, area)) in model.areas.visible(usize::from(layout.rows())).enumerate() {
        let y = table.y + 1 + at as u16;
        let here = row == model.areas.row();
        table::note_row(pen, table, y, row);
        draw_row(pen, model, table, y, area as usize, here, &columns);
        if here {
            cursor = Some(table::cursor_of(table, y));
        }
    }
    table::emptied(pen, model, table);
    table::foot(pen, model, table);
    cursor
}

fn headings(pen: &mut Pen<'_>, model: &Model, table: Rect, columns: &Columns) {
    let y = table.y;
    let code = |column: Column| model.board.jurisdiction(column).code;
    let [first, second] = model.figures.comparison().poles.map(code);
    let mut heading = |(x, room): (u16, u16), title: &str, column: BoardColumn, right: bool| {
        let here = model.board_column == column;
        let sorted = sorted_by(model, column);
        table::heading(pen, (x, y), room, title, here, sorted, right);
        table::note(pen, table, (x, room), TableColumn::Board(column));
    };
    heading(columns.area, "Area", BoardColumn::Area, false);
    heading(columns.first, &format!("{first} fuller"), BoardColumn::FirstFuller, true);
    heading(columns.same, "same", BoardColumn::Same, true);
    heading(columns.second, &format!("{second} fuller"), BoardColumn::SecondFuller, false);
    heading(columns.widest, "widest difference", BoardColumn::Widest, false);
    if columns.next.1 > 0 {
        heading(columns.next, "next step", BoardColumn::Next, false);
    }
}

/// Which way the board is sorted by a column.
pub(super) fn sorted_by(model: &Model, column: BoardColumn) -> Option<Direction> {
    model.sorted.board.filter(|(sorted, _)| *sorted == column).map(|(_, direction)| direction)
}

fn draw_row(
    pen: &mut Pen<'_>,
    model: &Model,
    table: Rect,
    y: u16,
    area: usize,
    here: bool,
    columns: &Columns,
) {
    let style = table::row(pen, model, table, y, here);
    table::mark(pen, model, table, y, model.board.areas[area].measures.clone(), style);
    let overview = model.overview.area(area);
    let found = model.search.as_ref().is_some_and(|search| search.in_area(area as u32));
    let title_style = if found && !here { pen.theme.style(Role::Match) } else { style };
    pen.text(columns.area.0, y, columns.area.1, model.board.areas[area].short_title(), title_style);
    blocks::draw(pen, (columns.first.0, y), columns.first.1, overview.blocks[0], SideOf::First);
    pen.right(columns.same.0, y, 4, &overview.counts.same.to_string(), style);
    blocks::draw(pen, (columns.second.0, y), columns.second.1, overview.blocks[1], SideOf::Second);
    if let Some(measure) = overview.widest {
        let words = widest_in_words(model, measure);
        let levels = widest_in_levels(model, measure);
        let short = model.board.measure(measure).short_title();
        // The longest way to say it that is not cut.
        let said = [words.as_str(), levels.as_str()].into_iter().find(|said| width(said) <= columns.widest.1);
        pen.text(columns.widest.0, y, columns.widest.1, said.unwrap_or(short), style);
    }
    if let Some((measure, step)) =
        overview.next.and_then(|measure| Some((measure, model.overview.upcoming(measure)?)))
    {
        let (x, room) = columns.next;
        let taken = pen.text(x, y, room, &step.date.to_string(), table::over(pen, style, Role::Accent, here));
        if room > 10 {
            let cell = model.board.cell(measure, step.column);
            let what = model.board.position(cell).and_then(|position| position.next.get(step.step));
            let what = what.map(|next| model.board.text(next.what)).unwrap_or_default();
            let code = model.board.jurisdiction(step.column).code;
            let taken =
                taken + 1 + pen.text(x + taken + 1, y, room.saturating_sub(taken + 1), code.as_str(), style);
            if room > 20 {
                pen.text(x + taken + 1, y, room.saturating_sub(taken + 1), &what, style);
            }
        }
    }
}

/// A gap in the words of its instruments: `General AI law: binding law / general law`. The poles' levels stand in
/// where an instrument is not named or both are of one kind.
pub(super) fn widest_in_words(model: &Model, measure: MeasureIndex) -> String {
    let (board, poles) = (&model.board, model.figures.comparison().poles);
    let [first, second] = poles.map(|pole| approach(board, measure, pole));
    match (first, second) {
        (Some(first), Some(second)) if first != second => {
            format!("{}: {first} / {second}", board.measure(measure).short_title())
        }
        _ => widest_in_levels(model, measure),
    }
}

/// A gap in the levels of its poles: `General AI law: EU 4 / US 2`.
fn widest_in_levels(model: &Model, measure: MeasureIndex) -> String {
    let board = &model.board;
    let [first, second] = model.figures.comparison().poles.map(|pole| {
        let level = model
            .figures
            .cell(board, measure, pole)
            .answer
            .level()
            .map_or("?".to_owned(), |level| level.to_string());
        format!("{} {level}", board.jurisdiction(pole).code)
    });
    format!("{}: {first} / {second}", board.measure(measure).short_title())
}

/// The kind of instrument of a position, as words.
fn approach(board: &Board, measure: MeasureIndex, column: Column) -> Option<String> {
    let approach = board.position(board.cell(measure, column))?.approach?;
    let name = &board.measure(measure).approaches.get(usize::from(approach))?.name;
    Some(name.replace('-', " "))
}
