//! What all tables share: their heading, the row of the cursor, their foot.

use std::ops::Range;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::agreement;
use crate::report::words::{FULLER_IS_NOT_BETTER, Mark, counts_in_short, counts_sentence};
use crate::tui::model::{BoardForm, Direction, Focus, Model, View};
use crate::tui::theme::Role;
use crate::tui::widget::pen::{Pen, width};
use crate::tui::widget::spots::{Spot, TableColumn};

/// The columns before the first one: the pointer and a blank.
pub(in crate::tui) const INDENT: u16 = 2;

/// Places the columns of a table from left to right.
pub(in crate::tui) struct Across {
    x: u16,
}

impl Across {
    /// The first column of a table comes behind the pointer.
    pub(in crate::tui) fn new(table: Rect) -> Self {
        Self { x: table.x + INDENT }
    }

    /// A column with so many blanks behind it, as its place and width.
    pub(in crate::tui) fn column(&mut self, width: u16, blanks: u16) -> (u16, u16) {
        let placed = (self.x, width);
        self.x += width + blanks;
        placed
    }

    /// A column with a blank behind it; one that has no room takes none.
    pub(in crate::tui) fn next(&mut self, width: u16) -> (u16, u16) {
        self.column(width, u16::from(width > 0))
    }
}

/// The title of a column: marked where the cursor is in it, with an arrow where the table is sorted by it.
pub(in crate::tui) fn heading(
    pen: &mut Pen<'_>,
    (x, y): (u16, u16),
    room: u16,
    title: &str,
    here: bool,
    sorted: Option<Direction>,
    right: bool,
) {
    let style = pen.theme.style(if here { Role::Accent } else { Role::Muted });
    let arrow = sorted.map(|direction| pen.glyphs.sorted[usize::from(direction == Direction::Up)]);
    let needed = (width(title) + u16::from(arrow.is_some())).min(room);
    let start = if right { x + room - needed } else { x };
    let taken = pen.text(start, y, room - u16::from(arrow.is_some()).min(room), title, style);
    if let Some(arrow) = arrow {
        pen.text(start + taken, y, 1, arrow, style);
    }
}

/// Says against the right end of a heading's room how many jurisdictions are hidden: nothing is left out silently.
pub(in crate::tui) fn hidden(pen: &mut Pen<'_>, model: &Model, (x, y): (u16, u16), room: u16) {
    let count = model.hidden_columns();
    if count > 0 {
        let style = pen.theme.style(Role::Notice);
        pen.right(x, y, room, &format!("{count} hidden"), style);
    }
}

/// Takes note of where a column is: its heading, and all of it down to the foot.
pub(in crate::tui) fn note(pen: &mut Pen<'_>, table: Rect, (x, width): (u16, u16), column: TableColumn) {
    let whole = Rect { x, width, height: table.height.saturating_sub(1), ..table };
    pen.spots.note(whole, Spot::Column(column));
    pen.spots.note(Rect { height: 1.min(table.height), ..whole }, Spot::Heading(column));
}

/// Takes note of where a row is.
pub(in crate::tui) fn note_row(pen: &mut Pen<'_>, table: Rect, y: u16, row: usize) {
    pen.spots.note(Rect { y, height: 1, ..table }, Spot::Row(row));
}

/// Paints the row of the cursor and its pointer; tells the style for the text of a row.
pub(in crate::tui) fn row(pen: &mut Pen<'_>, model: &Model, table: Rect, y: u16, here: bool) -> Style {
    if !here {
        return pen.theme.style(Role::Text);
    }
    let selection = pen.theme.style(Role::Selection);
    pen.paint(Rect::new(table.x, y, table.width, 1), selection);
    let pointer = if model.focus == Focus::Table { pen.glyphs.pointer } else { " " };
    pen.text(table.x, y, 1, pointer, selection);
    selection
}

/// The rows that [`emptied`] takes, with a blank one above and below.
pub(in crate::tui) const EMPTIED: u16 = 4;

/// Says why a table is empty and how to get out, where the filter leaves nothing of it.
pub(in crate::tui) fn emptied(pen: &mut Pen<'_>, model: &Model, table: Rect) {
    if !model.rows().is_empty() || model.filtering.filter().is_empty() {
        return;
    }
    let keys = |id| model.keymap.first_of(id);
    let what = match model.view {
        View::Board => "No area has a measure that fits the filter.",
        View::Matrix => "No measure of this area fits the filter.",
        View::Gaps => "No measure fits the filter.",
        view => view.sheet().map_or("", |sheet| sheet.emptied),
    };
    let out = format!("{} takes the last term away, {} all.", keys("step-out"), keys("clear-filter"));
    let room = table.width.saturating_sub(INDENT);
    pen.say(table.x + INDENT, table.y + 2, room, what, Role::Text);
    pen.say(table.x + INDENT, table.y + 3, room, &out, Role::Muted);
}

/// Marks the row of measures on which a save changed something, or a level is supposed.
pub(in crate::tui) fn mark(
    pen: &mut Pen<'_>,
    model: &Model,
    table: Rect,
    y: u16,
    measures: Range<u32>,
    row: Style,
) {
    let style = row.patch(pen.theme.style(Role::Changed));
    if model.news.changed.in_measures(measures.clone()) {
        pen.text(table.x + 1, y, 1, pen.glyphs.changed, style);
    } else if model.board.supposed().in_measures(measures) {
        pen.text(table.x + 1, y, 1, &Mark::Supposed.glyph(model.glyphs).to_string(), style);
    }
}

/// Where the terminal's cursor belongs for a row.
pub(in crate::tui) fn cursor_of(table: Rect, y: u16) -> Position {
    Position::new(table.x, y)
}

/// The foot of an overview: counts on the left, and on the right the standing caution where there is room for it;
/// elsewhere the status line has it.
pub(in crate::tui) fn foot(pen: &mut Pen<'_>, model: &Model, table: Rect) {
    let y = table.bottom().saturating_sub(1);
    let counts = counts(model, table);
    pen.say(table.x + INDENT, y, table.width.saturating_sub(INDENT), &counts, Role::Title);
    if holds_caution(table, &counts) {
        let style = pen.theme.style(Role::Muted);
        pen.right(table.x, y, table.width - 1, FULLER_IS_NOT_BETTER, style);
    }
}

/// Whether the standing caution is on the foot of the table.
pub(in crate::tui) fn caution_is_shown(model: &Model, table: Rect) -> bool {
    holds_caution(table, &counts(model, table))
}

fn holds_caution(table: Rect, counts: &str) -> bool {
    INDENT + width(counts) + 2 + width(FULLER_IS_NOT_BETTER) < table.width
}

/// What the foot counts: the gaps of the area in its matrix, of the whole board elsewhere.
fn counts(model: &Model, table: Rect) -> String {
    let (counts, before) = match (model.view, model.board_form) {
        (View::Board, BoardForm::Agreement) => return agreement::legend(model),
        (View::Board | View::Gaps, _) => (model.overview.counts(), model.overview.counts_before()),
        (View::Matrix, _) => (&model.matrix.counts, model.matrix.counts_before.as_ref()),
        (view, _) => return view.sheet().map_or(String::new(), |sheet| (sheet.foot)(model, table.width)),
    };
    let whole = counts_sentence(counts);
    let sentence = if INDENT + width(&whole) <= table.width { whole } else { counts_in_short(counts) };
    let before = before.filter(|before| *before != counts).map(|before| {
        let [same, one, two] = [before.same, before.one, before.two_or_more];
        format!("{sentence} (without what-ifs {same}, {one}, {two})")
    });
    before.filter(|longer| INDENT + width(longer) <= table.width).unwrap_or(sentence)
}

/// The style of the name in a row of a list: marked where the search found the row.
pub(in crate::tui) fn name(pen: &Pen<'_>, model: &Model, row: usize, style: Style, here: bool) -> Style {
    let is_found = model.search.as_ref().is_some_and(|search| search.in_row(row));
    if is_found && !here { pen.theme.style(Role::Match) } else { style }
}

/// The style of a row's text laid over what the row has: on the cursor's row its own colours give way.
pub(in crate::tui) fn over(pen: &Pen<'_>, row: Style, role: Role, here: bool) -> Style {
    if here { row } else { row.patch(pen.theme.style(role)) }
}
