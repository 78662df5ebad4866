use ratatui::layout::{Position, Rect};

use crate::analysis::{EntityIndex, ListIndex};
use crate::report::entities::mark;
use crate::scorecard::ListingStatus;
use crate::tui::model::{Model, first_visible};
use crate::tui::theme::Role;
use crate::tui::view::layout::Layout;
use crate::tui::view::table;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::spots::TableColumn;

/// The columns a list takes, with the blank after it.
const LIST: u16 = 2;
/// The columns of a country, with the blank before it.
const COUNTRY: u16 = 3;
/// The columns a name has at least, where the table may choose, and at most.
const NAME: (u16, u16, u16) = (20, 30, 60);
/// The columns the table has at least before the detail may stand beside it.
const LEAST: u16 = 76;
/// The blanks between the lists of two jurisdictions.
const BETWEEN: u16 = 2;

/// The columns the table wants before the detail may stand beside it.
pub(super) fn natural_width(model: &Model) -> u16 {
    let lists = lists_width(model, model.sheets.entities.lists());
    (table::INDENT + NAME.1 + COUNTRY + 2).saturating_add(lists).max(LEAST)
}

/// The columns of some lists with the blanks between jurisdictions.
fn lists_width(model: &Model, lists: &[ListIndex]) -> u16 {
    let groups = lists.chunk_by(|a, b| jurisdiction(model, *a) == jurisdiction(model, *b));
    groups
        .map(|group| (group.len() as u16).saturating_mul(LIST).saturating_add(BETWEEN))
        .fold(0, u16::saturating_add)
}

fn jurisdiction(model: &Model, list: ListIndex) -> &str {
    model.sheets.entities.listings().list(&model.board, list).jurisdiction.as_str()
}

/// Where each part of the table is.
struct Places {
    name: (u16, u16),
    country: u16,
    /// The lists that are visible, by their places among all, with their columns.
    lists: Vec<(usize, u16)>,
    /// Whether lists are hidden on the left and on the right.
    more: [bool; 2],
}

impl Places {
    fn new(model: &Model, table: Rect) -> Self {
        let state = &model.sheets.entities;
        let lists = state.lists();
        let room = table.width.saturating_sub(table::INDENT + COUNTRY + 2);
        let wanted = lists_width(model, lists);
        let name = room.saturating_sub(wanted).clamp(NAME.0, NAME.2);
        let left = room.saturating_sub(name);
        let fits = (1..=lists.len()).rev().find(|&count| {
            // Every list may be its jurisdiction's only one: what surely fits.
            wanted <= left || (count as u16) * (LIST + BETWEEN) <= left
        });
        let fits = if wanted <= left { lists.len() } else { fits.unwrap_or(1) };
        let cursor = state.table.column.saturating_sub(1);
        let first = first_visible(0, cursor, lists.len(), fits);
        let start = table.x + table::INDENT;
        let mut x = start + name + COUNTRY + 1;
        let mut places = Vec::new();
        for place in first..(first + fits).min(lists.len()) {
            let begins =
                place > first && jurisdiction(model, lists[place]) != jurisdiction(model, lists[place - 1]);
            x += if begins { BETWEEN } else { 0 };
            places.push((place, x));
            x += LIST;
        }
        let more = [first > 0, first + fits < lists.len()];
        Self { name: (start, name), country: start + name + 1, lists: places, more }
    }
}

/// Draws the legend and the table.
pub(super) fn draw(pen: &mut Pen<'_>, model: &Model, layout: &Layout) -> Option<Position> {
    if layout.above.height > 0 {
        legend(pen, model, layout.above);
    }
    let table = layout.table;
    let places = Places::new(model, table);
    headings(pen, model, table, &places);
    let state = &model.sheets.entities;
    let mut cursor = None;
    for (at, (row, entity)) in state.table.rows.visible(usize::from(layout.rows())).enumerate() {
        let y = table.y + 1 + at as u16;
        let here = row == state.table.rows.row();
        table::note_row(pen, table, y, row);
        let x = draw_row(pen, model, (table, y), (row, EntityIndex(entity)), here, &places);
        if here {
            cursor = Some(Position::new(x, y));
        }
    }
    if state.listings().entities().len() == 0 {
        let text = "No file of this workspace is a register of entities (kind: entities).";
        pen.say(table.x + table::INDENT, table.y + 2, table.width - table::INDENT, text, Role::Text);
    } else {
        table::emptied(pen, model, table);
    }
    table::foot(pen, model, table);
    cursor
}

/// What the marks mean, and the list the cursor stands on.
fn legend(pen: &mut Pen<'_>, model: &Model, area: Rect) {
    let (mut x, end) = (area.x + table::INDENT, area.right().saturating_sub(1));
    for status in ListingStatus::ALL {
        x += pen.say(x, area.y, end.saturating_sub(x), mark(status, model.glyphs), role(status)) + 1;
        x += pen.say(x, area.y, end.saturating_sub(x), status.words(), Role::Muted) + 2;
    }
    if let Some(list) = model.sheets.entities.list() {
        let list = model.sheets.entities.listings().list(&model.board, list);
        let text = format!("{} {}", list.jurisdiction, list.name);
        pen.say(x + 1, area.y, end.saturating_sub(x + 1), &text, Role::Accent);
    }
}

fn role(status: ListingStatus) -> Role {
    match status {
        ListingStatus::Listed => Role::Title,
        ListingStatus::Removed => Role::Text,
        // What is not there and what is not known are told apart by their marks.
        ListingStatus::NotListed | ListingStatus::Unknown => Role::Muted,
    }
}

fn headings(pen: &mut Pen<'_>, model: &Model, table: Rect, places: &Places) {
    let state = &model.sheets.entities;
    let (x, room) = places.name;
    table::heading(
        pen,
        (x, table.y),
        room,
        "entity",
        state.table.column == 0,
        state.table.sorted_by(0),
        false,
    );
    table::hidden(pen, model, (x, table.y), room);
    table::note(pen, table, (x, room), TableColumn::Sheet(0));
    let mut before = None;
    for &(place, x) in &places.lists {
        let code = jurisdiction(model, state.lists()[place]);
        let here = state.table.column == place + 1;
        let same = state.lists().iter().filter(|&&list| jurisdiction(model, list) == code).count() as u16;
        if before != Some(code) {
            let style = pen.theme.style(Role::Muted);
            pen.text(x, table.y, (same * LIST + 1).max(2), code, style);
        }
        let sorted = state.table.sorted_by(place + 1);
        if here || sorted.is_some() {
            // The heading is the jurisdiction's: the cursor's list is marked above its column.
            let arrow = sorted.map(|direction| {
                pen.glyphs.sorted[usize::from(direction == crate::tui::model::Direction::Up)]
            });
            let code_is_here = before != Some(code);
            let at =
                if code_is_here && arrow.is_none() { None } else { Some(arrow.unwrap_or(pen.glyphs.dot)) };
            if let Some(glyph) = at {
                pen.text(x + u16::from(code_is_here) * 2, table.y, 1, glyph, pen.theme.style(Role::Accent));
            } else {
                pen.text(x, table.y, 2, code, pen.theme.style(Role::Accent));
            }
        }
        before = Some(code);
        table::note(pen, table, (x, LIST), TableColumn::Sheet(place + 1));
    }
    let style = pen.theme.style(Role::Accent);
    if places.more[0] {
        pen.text(places.country + 2, table.y, 1, pen.glyphs.more[0], style);
    }
    if places.more[1] {
        pen.text(table.right().saturating_sub(1), table.y, 1, pen.glyphs.more[1], style);
    }
}

/// Draws a row and tells the column of the cursor in it.
fn draw_row(
    pen: &mut Pen<'_>,
    model: &Model,
    (table, y): (Rect, u16),
    (row, entity): (usize, EntityIndex),
    here: bool,
    places: &Places,
) -> u16 {
    let (board, state) = (&model.board, &model.sheets.entities);
    let style = table::row(pen, model, table, y, here);
    let cursor = pen.theme.style(Role::Cursor);
    let found = state.listings().entity(board, entity);
    let is_on = |column: usize| here && state.table.column == column;
    let (x, room) = places.name;
    let name = table::name(pen, model, row, style, here);
    pen.text(x, y, room, &found.name, if is_on(0) { cursor } else { name });
    let muted = table::over(pen, style, Role::Muted, here);
    pen.text(places.country, y, COUNTRY - 1, &board.text(found.country), muted);
    let changed = model.news.listings.of(&found.id);
    let change = style.patch(pen.theme.style(Role::Changed));
    if changed.is_some() {
        pen.text(table.x + 1, y, 1, pen.glyphs.changed, change);
    }
    let mut at = x;
    for &(place, x) in &places.lists {
        let list = &state.listings().list(board, state.lists()[place]).id;
        if changed.is_some_and(|lists| lists.contains(list)) {
            pen.text(x - 1, y, 1, pen.glyphs.changed, change);
        }
        let status = state.listings().status(board, entity, state.lists()[place]);
        let own = table::over(pen, style, role(status), here);
        let on_cursor = is_on(place + 1);
        pen.text(x, y, 1, mark(status, model.glyphs), if on_cursor { cursor } else { own });
        if on_cursor {
            at = x;
        }
    }
    at
}
