use ratatui::layout::{Position, Rect};

use super::COLUMNS;
use crate::analysis::{Event, Period, Phase};
use crate::filter::OrderColumn;
use crate::tui::model::{Model, first_visible};
use crate::tui::theme::Role;
use crate::tui::view::layout::Layout;
use crate::tui::view::table;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::spots::TableColumn;

/// The columns of a date, of a code, and of the mark of a phase, each with a blank behind it.
const DATE: u16 = 11;
const WHO: u16 = 4;
const MARK: u16 = 2;
/// The columns of a period on the axis, with the blank behind it.
const PERIOD: u16 = 8;

/// The columns of the table, as places and widths.
struct Places {
    mark: u16,
    date: (u16, u16),
    who: (u16, u16),
    what: (u16, u16),
    subject: (u16, u16),
}

impl Places {
    fn new(area: Rect) -> Self {
        let room = area.width.saturating_sub(table::INDENT + 1);
        let spare = room.saturating_sub(MARK + DATE + WHO);
        let subject = if spare >= 52 { (spare / 3).min(40) } else { 0 };
        let what = spare.saturating_sub(subject + u16::from(subject > 0));
        let mut across = table::Across::new(area);
        Self {
            mark: across.next(MARK - 1).0,
            date: across.next(DATE - 1),
            who: across.next(WHO - 1),
            what: across.next(what),
            subject: across.next(subject),
        }
    }
}

/// Draws the axis and the table.
pub(super) fn draw(pen: &mut Pen<'_>, model: &Model, layout: &Layout) -> Option<Position> {
    if layout.above.height > 0 {
        axis(pen, model, layout.above);
    }
    let table = layout.table;
    let places = Places::new(table);
    headings(pen, model, table, &places);
    let state = &model.sheets.timeline;
    let mut cursor = None;
    let mut before = None;
    for (at, (row, thing)) in state.table.rows.visible(usize::from(layout.rows())).enumerate() {
        let y = table.y + 1 + at as u16;
        let here = row == state.table.rows.row();
        table::note_row(pen, table, y, row);
        if let Some(event) = state.event(thing) {
            draw_row(pen, model, (table, y), (row, event), here, &places, before != Some(event.phase));
            before = Some(event.phase);
        }
        if here {
            cursor = Some(table::cursor_of(table, y));
        }
    }
    table::emptied(pen, model, table);
    table::foot(pen, model, table);
    cursor
}

/// The periods around the cursor: how many changes lie in each, and where today is.
fn axis(pen: &mut Pen<'_>, model: &Model, area: Rect) {
    let state = &model.sheets.timeline;
    let periods = state.periods();
    let room = area.width.saturating_sub(table::INDENT + 1);
    let fits = usize::from(room / PERIOD).max(1);
    let now = Period::of(model.today, state.zoom);
    let here = state.here().map(|event| Period::of(event.date, state.zoom));
    let centre = periods.partition_point(|(period, _)| *period < here.unwrap_or(now));
    // The axis stands still while the cursor goes through its middle, and goes on by half of what is seen.
    let half = (fits / 2).max(1);
    let first = first_visible(
        (centre / half * half).saturating_sub(half / 2),
        centre.min(periods.len().saturating_sub(1)),
        periods.len(),
        fits,
    );
    let most = periods.iter().map(|&(_, count)| count).max().unwrap_or(1);
    for (at, &(period, count)) in periods.iter().skip(first).take(fits).enumerate() {
        let x = area.x + table::INDENT + at as u16 * PERIOD;
        let role = match () {
            () if Some(period) == here => Role::Accent,
            () if period < now => Role::Muted,
            () => Role::Text,
        };
        let style = pen.theme.style(role);
        let height = (count * 8).div_ceil(most.max(1)).clamp(1, 8);
        pen.text(x, area.y, PERIOD - 1, &count.to_string(), style);
        let bar = pen.glyphs.bars[height].repeat(usize::from(PERIOD) - 2);
        pen.text(x, area.y + 1, PERIOD - 2, &bar, style);
        pen.text(x, area.y + 2, PERIOD - 1, &period.to_string(), style);
        let is_today = period <= now && periods.get(first + at + 1).is_none_or(|(next, _)| *next > now);
        if is_today {
            let today = pen.theme.style(Role::Notice);
            for line in 0..area.height {
                pen.text(x + PERIOD - 1, area.y + line, 1, pen.glyphs.bar, today);
            }
        }
    }
    let style = pen.theme.style(Role::Accent);
    if first > 0 {
        pen.text(area.x, area.y + 1, 1, pen.glyphs.more[0], style);
    }
    if first + fits < periods.len() {
        pen.text(area.right().saturating_sub(1), area.y + 1, 1, pen.glyphs.more[1], style);
    }
}

fn headings(pen: &mut Pen<'_>, model: &Model, table: Rect, places: &Places) {
    let state = &model.sheets.timeline.table;
    for (number, column) in COLUMNS.into_iter().enumerate() {
        let ((x, room), title) = match column {
            OrderColumn::Date => (places.date, "date"),
            OrderColumn::Who => (places.who, "who"),
            _ => (places.subject, "measure or list"),
        };
        if room > 0 {
            table::heading(
                pen,
                (x, table.y),
                room,
                title,
                state.column == number,
                state.sorted_by(number),
                false,
            );
            table::note(pen, table, (x, room), TableColumn::Sheet(number));
        }
    }
    table::heading(pen, (places.what.0, table.y), places.what.1, "what", false, None, false);
}

/// The mark and the role of a phase: what is overdue catches the eye, what has come steps back.
fn phase(pen: &Pen<'_>, phase: Phase) -> (&'static str, Role) {
    match phase {
        Phase::Past => (" ", Role::Muted),
        Phase::Overdue => ("!", Role::Notice),
        Phase::Coming => (pen.glyphs.step, Role::Accent),
    }
}

fn draw_row(
    pen: &mut Pen<'_>,
    model: &Model,
    (table, y): (Rect, u16),
    (row, event): (usize, &Event),
    here: bool,
    places: &Places,
    begins: bool,
) {
    let style = table::row(pen, model, table, y, here);
    let (mark, role) = phase(pen, event.phase);
    let muted = table::over(pen, style, Role::Muted, here);
    let own = table::over(pen, style, role, here);
    let told = model.told(event);
    pen.text(places.mark, y, 1, mark, own);
    pen.text(places.date.0, y, places.date.1, &event.date.to_string(), own);
    pen.text(places.who.0, y, places.who.1, told.who.as_str(), style);
    let (x, room) = places.what;
    // The first of a phase that is visible says which phase begins.
    let lead =
        if begins && event.phase != Phase::Past { format!("{}: ", event.phase.key()) } else { String::new() };
    let taken = pen.text(x, y, room, &lead, own);
    pen.text(
        x + taken,
        y,
        room.saturating_sub(taken),
        &told.what,
        match event.phase {
            // Where there is no room for a column of subjects, the words alone say what was found.
            _ if places.subject.1 == 0 => table::name(pen, model, row, style, here),
            Phase::Past => muted,
            _ => style,
        },
    );
    let name = table::name(pen, model, row, muted, here);
    pen.text(places.subject.0, y, places.subject.1, &told.subject, name);
}
