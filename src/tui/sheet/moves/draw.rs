use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::columns::MoveColumn;
use crate::analysis::{Decider, RankedMove};
use crate::report::moves::upcoming;
use crate::report::words::{self, Mark};
use crate::scorecard::{Competence, MeasureIndex};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::view::layout::Layout;
use crate::tui::view::table;
use crate::tui::widget::pen::{Pen, width};
use crate::tui::widget::spots::TableColumn;

/// A column on the screen: its number for the cursor, where it begins and how wide it is.
struct Placed {
    number: usize,
    column: MoveColumn,
    x: u16,
    room: u16,
}

/// Where the columns are. The measure goes before all else; what does not fit stands in the detail.
fn place(model: &Model, table: Rect) -> Vec<Placed> {
    let room = table.width.saturating_sub(table::INDENT + 1);
    let fixed = |column| match column {
        MoveColumn::Rank => 4,
        MoveColumn::Who => 8,
        MoveColumn::Step | MoveColumn::Closer | MoveColumn::Points | MoveColumn::Total => 6,
        MoveColumn::Further => 7,
        MoveColumn::Decides if room >= 96 => 13,
        MoveColumn::Next if room >= 76 => 10,
        _ => 0,
    };
    let taken: u16 =
        MoveColumn::shown(model).map(fixed).filter(|&width| width > 0).map(|width| width + 1).sum();
    let spare = room.saturating_sub(taken);
    let to = if spare >= 56 { spare - spare * 2 / 5 - 1 } else { 0 };
    let mut across = table::Across::new(table);
    let mut placed = Vec::new();
    for (number, column) in MoveColumn::shown(model).enumerate() {
        let room = match column {
            MoveColumn::Measure => spare - to - u16::from(to > 0),
            MoveColumn::To => to,
            column => fixed(column),
        };
        if room > 0 {
            let (x, room) = across.next(room);
            placed.push(Placed { number, column, x, room });
        }
    }
    placed
}

/// Draws the moves.
pub(super) fn draw(pen: &mut Pen<'_>, model: &Model, layout: &Layout) -> Option<Position> {
    let table = layout.table;
    let (columns, state) = (place(model, table), &model.sheets.moves.table);
    for placed in &columns {
        let (here, sorted) = (state.column == placed.number, state.sorted_by(placed.number));
        let at = (placed.x, table.y);
        table::heading(pen, at, placed.room, placed.column.title(), here, sorted, placed.column.is_figure());
        table::note(pen, table, (placed.x, placed.room), TableColumn::Sheet(placed.number));
    }
    let mut cursor = None;
    for (at, (row, thing)) in state.rows.visible(usize::from(layout.rows())).enumerate() {
        let Some(ranked) = model.sheets.moves.of_row(thing) else { continue };
        let (y, here) = (table.y + 1 + at as u16, row == state.rows.row());
        table::note_row(pen, table, y, row);
        let style = table::row(pen, model, table, y, here);
        let measure = ranked.step.measure.0;
        table::mark(pen, model, table, y, measure..measure + 1, style);
        let name = table::name(pen, model, row, style, here);
        for placed in &columns {
            draw_field(pen, model, placed, y, (thing, ranked), (style, name, here));
        }
        if here {
            cursor = Some(table::cursor_of(table, y));
        }
    }
    none_found(pen, model, table);
    table::emptied(pen, model, table);
    table::foot(pen, model, table);
    cursor
}

/// Says so where no move gives anything.
fn none_found(pen: &mut Pen<'_>, model: &Model, table: Rect) {
    if model.rows().is_empty() && model.filtering.filter().is_empty() {
        let room = table.width.saturating_sub(table::INDENT);
        let x = table.x + table::INDENT;
        pen.say(x, table.y + 2, room, "No single step that raises a level brings them closer.", Role::Text);
        pen.say(x, table.y + 3, room, ":lowering lists steps that lower one too.", Role::Muted);
    }
}

fn draw_field(
    pen: &mut Pen<'_>,
    model: &Model,
    &Placed { column, x, room, .. }: &Placed,
    y: u16,
    (thing, ranked): (u32, &RankedMove),
    (style, name, here): (Style, Style, bool),
) {
    let (board, step) = (&model.board, &ranked.step);
    let muted = table::over(pen, style, Role::Muted, here);
    match column {
        MoveColumn::Rank => {
            pen.right(x, y, room, &words::move_rank(ranked), muted);
        }
        MoveColumn::Who => {
            pen.text(x, y, room, &words::carrying(board, &model.figures, step.measure, step.column), style);
        }
        MoveColumn::Measure => {
            let measure = board.measure(step.measure);
            let title = if width(&measure.title) <= room { &measure.title } else { measure.short_title() };
            pen.text(x, y, room, title, name);
        }
        MoveColumn::Step => draw_step(pen, model, (x, y), ranked, (style, here)),
        MoveColumn::Closer => {
            pen.right(x, y, room, &step.closer.to_string(), style);
        }
        MoveColumn::Further => {
            pen.right(x, y, room, &step.further.to_string(), style);
        }
        MoveColumn::Points => {
            pen.right(x, y, room, &in_short(step.gain), muted);
        }
        MoveColumn::Total => {
            let total = model.sheets.moves.total(thing).map(in_short).unwrap_or_default();
            pen.right(x, y, room, &total, style);
        }
        MoveColumn::Decides => {
            pen.text(x, y, room, decides(model, step.measure, Decider::of(board, step.column)), muted);
        }
        MoveColumn::Next => {
            if let Some(next) = upcoming(board, step.measure, step.column, model.today) {
                let accent = table::over(pen, style, Role::Accent, here);
                pen.text(x, y, room, &next.date.to_string(), accent);
            }
        }
        MoveColumn::To => {
            let sentence = board.measure(step.measure).scale[usize::from(step.to.number())];
            pen.text(x, y, room, &board.text(sentence), muted);
        }
    }
}

/// The level with its mark, and the level it would be: `2● → 3`.
fn draw_step(
    pen: &mut Pen<'_>,
    model: &Model,
    (x, y): (u16, u16),
    ranked: &RankedMove,
    (style, here): (Style, bool),
) {
    let step = &ranked.step;
    let cell = model.figures.cell(&model.board, step.measure, step.column);
    let mark = Mark::of_cell(&model.board, step.column, cell).map_or(' ', |mark| mark.glyph(model.glyphs));
    let level = |level| table::over(pen, style, Role::level(level), here);
    let (from, to) = (level(step.from), level(step.to));
    pen.text(x, y, 2, &format!("{}{mark}", step.from), from);
    pen.text(x + 3, y, 1, pen.glyphs.becomes, style);
    pen.text(x + 5, y, 1, &step.to.to_string(), to);
}

/// A difference in six columns.
fn in_short(difference: f64) -> String {
    let points = words::points(difference);
    if points.starts_with(char::is_alphabetic) { "<0.1".to_owned() } else { points }
}

/// Who decides, beside the code of the one that moves.
fn decides(model: &Model, measure: MeasureIndex, decider: Decider) -> &'static str {
    match (decider, model.board.measure(measure).competence) {
        (Decider::Single, _) => "on its own",
        (_, Competence::Eu) => "the union",
        (_, Competence::Shared) => "shared",
        (_, Competence::MemberState) => "member states",
    }
}
