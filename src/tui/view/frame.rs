//! The frame around every view: place, views, status and hints.

use ratatui::layout::{Position, Rect};

use super::layout::{Layout, Pane};
use super::tabs::Tabs;
use super::{standing, table, typing};
use crate::report::words::{FULLER_IS_NOT_BETTER, plural};
use crate::text::visible;
use crate::tui::command::{self, Command, MODE_KEYS};
use crate::tui::keymap;
use crate::tui::message::Tone;
use crate::tui::model::{Detail, MatrixColumn, Model, Subject, View};
use crate::tui::theme::Role;
use crate::tui::widget::pen::{Pen, width};
use crate::tui::widget::spots::Spot;

/// Draws the lines above and below the view.
pub(super) fn draw(pen: &mut Pen<'_>, model: &Model, tabs: &Tabs<'_>, layout: &Layout) {
    place(pen, model, layout);
    tabs.draw(pen, model, layout);
    pen.rule(layout.rule.x, layout.rule.y, layout.rule.width);
    hints(pen, model, layout);
}

/// One line of place: where the cursor is, and how much there is. The board's title stands before an area only where
/// the whole place fits.
fn place(pen: &mut Pen<'_>, model: &Model, layout: &Layout) {
    let y = layout.place.y;
    let (dot, step) = (pen.glyphs.dot, pen.glyphs.step);
    let board = &model.board;
    let size =
        format!("{} {dot} {}", plural(board.areas.len(), "area"), plural(board.measures.len(), "measure"));
    let size_at = layout.place.right().saturating_sub(width(&size) + 1);
    pen.say(size_at, y, width(&size), &size, Role::Muted);
    let mut parts = vec![&*board.title];
    let (area, measure) = model.named_place();
    if let Some(area) = area.filter(|_| model.view != View::Board) {
        parts.push(board.areas[area].short_title());
        parts.extend(measure.map(|measure| &*board.measure(measure).title));
    }
    let mut x = 1 + pen.say(1, y, 5, "t12", Role::Accent) + 2;
    let end = size_at.saturating_sub(2);
    let needed: u16 = parts.iter().map(|part| width(part) + 3).sum();
    if parts.len() > 1 && x + needed > end + 3 {
        parts.remove(0);
    }
    let last = parts.len() - 1;
    for (at, part) in parts.into_iter().enumerate() {
        let role = if at == last { Role::Title } else { Role::Text };
        x += pen.say(x, y, end.saturating_sub(x), part, role);
        if at < last {
            x += 1 + pen.say(x + 1, y, end.saturating_sub(x + 1), step, Role::Muted) + 1;
        }
    }
}

/// The details: the one of the cursor, and the second one below a short table.
pub(super) fn draw_details(pen: &mut Pen<'_>, model: &Model, layout: &Layout) {
    if let Some(pane) = &layout.detail {
        pen.spots.note(pane.area(), Spot::Detail);
        let beside = layout.detail_is_beside();
        if beside {
            let style = pen.theme.style(Role::Frame);
            for y in pane.title.top()..pane.columns[0].bottom() {
                pen.text(pane.title.x - 1, y, 1, pen.glyphs.bar, style);
            }
            pen.text(pane.title.x - 1, layout.rule.y, 1, pen.glyphs.tee, style);
        } else if layout.table.height > 0 {
            pen.rule(pane.title.x, pane.title.y, pane.title.width);
        }
        let role = if model.detail_has_focus() { Role::Focus } else { Role::Title };
        let indent = u16::from(!beside);
        draw_pane(
            pen,
            pane,
            &model.detail,
            indent,
            (role, &title(model, model.detail.subject(), title_room(pane))),
        );
    }
    if let Some(pane) = &layout.companion {
        pen.spots.note(pane.area(), Spot::Companion);
        pen.rule(pane.title.x, pane.title.y, pane.title.width);
        let subject = title(model, model.companion.subject(), title_room(pane));
        let title = if model.view == View::Board { format!("Widest gap: {subject}") } else { subject };
        draw_pane(pen, pane, &model.companion, 1, (Role::Title, &title));
    }
}

fn draw_pane(pen: &mut Pen<'_>, pane: &Pane, detail: &Detail, indent: u16, (role, title): (Role, &str)) {
    let room = title_room(pane) + 2;
    let taken = pen.say(pane.title.x + indent, pane.title.y, room, &format!(" {title} "), role);
    if detail.has_more() || detail.first() > 0 {
        let seen = (detail.first() + detail.height()).min(detail.page().len());
        let more = format!(" {seen} of {} lines ", detail.page().len());
        let room = pane.title.width.saturating_sub(taken + 2);
        pen.right(pane.title.x + taken + 1, pane.title.y, room, &more, pen.theme.style(Role::Muted));
    }
    detail.page().draw(pen, &pane.columns, detail.first());
}

/// The columns a detail's title has: what the count of lines leaves.
fn title_room(pane: &Pane) -> u16 {
    pane.title.width.saturating_sub(20)
}

/// What a detail is about, in a few words.
fn title(model: &Model, subject: Option<Subject>, room: u16) -> String {
    match subject {
        None => "Nothing here".to_owned(),
        Some(Subject::Area(area)) => model.board.areas[area].title.to_string(),
        Some(Subject::Agreement(area, column)) => {
            format!("{}: {}", model.board.jurisdiction(column).name, model.board.areas[area].short_title())
        }
        Some(Subject::Pair(first, second)) => {
            let [first, second] = [first, second].map(|column| model.board.jurisdiction(column));
            let whole = format!("{} and {}", first.name, second.name);
            if width(&whole) <= room { whole } else { format!("{} and {}", first.code, second.code) }
        }
        Some(Subject::Jurisdiction(column)) => model.board.jurisdiction(column).name.to_string(),
        Some(Subject::Measure(measure) | Subject::Compared(measure, _)) => {
            model.board.measure(measure).title.to_string()
        }
        Some(Subject::Entity(entity, _)) => {
            model.sheets.entities.listings().entity(&model.board, entity).name.to_string()
        }
        Some(Subject::Cell(measure, column) | Subject::Move(measure, column, _)) => {
            let (jurisdiction, measure) = (model.board.jurisdiction(column), model.board.measure(measure));
            let whole = format!("{}: {}", jurisdiction.name, measure.title);
            if width(&whole) <= room {
                whole
            } else {
                format!("{}: {}", jurisdiction.short_name(), measure.title)
            }
        }
    }
}

/// The status line: what is being typed, else a notice, else the search; on the right what stands for long.
pub(super) fn draw_status(
    pen: &mut Pen<'_>,
    model: &Model,
    tabs: &Tabs<'_>,
    layout: &Layout,
) -> Option<Position> {
    let y = layout.status.y;
    let standing = standing::status(model, tabs, layout.is_narrow());
    // A notice goes with the next key and may say what to do; what stands for long is there again then.
    let fits = |text: &str| width(text) + width(&standing) + 4 <= layout.status.right();
    let gives_way = model.prompt.is_none() && model.notice.as_ref().is_some_and(|notice| !fits(&notice.text));
    let standing = if gives_way { String::new() } else { standing };
    let right = layout.status.right().saturating_sub(width(&standing) + 1);
    pen.right(right, y, width(&standing), &standing, pen.theme.style(Role::Muted));
    let room = right.saturating_sub(3);
    if let Some(prompt) = &model.prompt {
        return Some(typing::draw(pen, model, prompt, y, room));
    }
    if let Some(notice) = &model.notice {
        let role = match notice.tone {
            Tone::Notice => Role::Notice,
            Tone::Warning => Role::Warning,
            Tone::Error => Role::Error,
        };
        pen.say(1, y, room, &notice.text, role);
    } else if !model.pending.is_empty() {
        pen.say(1, y, room, &format!("{} …", keymap::spelled(&model.pending)), Role::Key);
    } else if model.search.is_some() || model.found().is_some() {
        let taken = search(pen, model, y, room);
        chips(pen, model, (1 + taken, y), room.saturating_sub(taken));
    } else if let Some(trouble) = &model.settings.trouble {
        pen.say(1, y, room, &trouble.first, Role::Warning);
    } else if model.view == View::Matrix && layout.detail.is_none() {
        cell_in_words(pen, model, y, room);
    } else if layout.table.height > 0 && !table::caution_is_shown(model, layout.table) {
        pen.say(1, y, room, FULLER_IS_NOT_BETTER, Role::Muted);
    }
    None
}

/// The search in force and which of its places the cursor is at; tells the columns it takes with the blanks after it.
fn search(pen: &mut Pen<'_>, model: &Model, y: u16, room: u16) -> u16 {
    let Some(search) = &model.search else { return 0 };
    let at = model.match_number().map_or(String::new(), |at| format!("{at} of "));
    let text = format!("/{}  {at}{}", search.query(), typing::matches(search.found()));
    pen.say(1, y, room, &text, Role::Notice) + 3
}

/// The terms of the filter in force, in the order they are peeled from their end, and how much they leave.
fn chips(pen: &mut Pen<'_>, model: &Model, (x, y): (u16, u16), room: u16) {
    let Some((found, of)) = model.found() else { return };
    let found = format!("   {found} of {of}");
    let room = room.saturating_sub(width(&found));
    let mut taken = pen.say(x, y, room, "filter: ", Role::Muted);
    for (at, term) in model.filtering.filter().terms.iter().enumerate() {
        let blank = if at > 0 { 2 } else { 0 };
        let term = term.to_string();
        let left = room.saturating_sub(taken + blank);
        taken += blank + pen.say(x + taken + blank, y, left, &visible(&term), Role::Accent);
    }
    pen.say(x + taken.min(room), y, width(&found), &found, Role::Notice);
}

/// The cell of the cursor in words, for readers who cannot tell the column by its place.
fn cell_in_words(pen: &mut Pen<'_>, model: &Model, y: u16, room: u16) {
    let MatrixColumn::Jurisdiction(column) = model.matrix.column else { return };
    pen.say(1, y, room, &model.board.jurisdiction(column).name, Role::Muted);
}

/// One line of the keys that work here, or of those that go on from a prefix.
fn hints(pen: &mut Pen<'_>, model: &Model, layout: &Layout) {
    let y = layout.hints.y;
    let mut x = 1;
    let mut end = layout.hints.right();
    if model.prompt.is_some() {
        let earlier = if model.filtering.typing.is_some() {
            x += hint(pen, (x, y), end, "Tab S-Tab", "complete");
            "earlier filters"
        } else {
            "earlier searches"
        };
        for (keys, word) in [("Enter", "keep"), ("Esc", "cancel"), ("Up Down", earlier), ("ctrl-u", "clear")]
        {
            x += hint(pen, (x, y), end, keys, word);
        }
        return;
    }
    if let Some(top) = model.layers.last() {
        for (keys, word) in top.hints() {
            x += hint(pen, (x, y), end, keys, word);
        }
        return;
    }
    if model.what_if.is_on() && model.pending.is_empty() {
        for own in &MODE_KEYS {
            x += hint(pen, (x, y), end, &own.in_short(), own.words);
        }
        for (id, word) in [("undo", "undo"), ("what-if", "leave")] {
            x += hint(pen, (x, y), end, &model.keymap.first_of(id), word);
        }
    }
    if !model.pending.is_empty() {
        hint(pen, (x, y), end, "Esc", "drop these keys");
        return;
    }
    // What does not fit is what help tells; the last one, the way out, is always there.
    let hinted = command::all().filter(|command| command.hint.is_some() && (command.available)(model));
    let keys =
        |command: &'static Command| Some((model.keymap.first_keys(command.id)?, command.hint?, command));
    let mut hinted: Vec<(&str, &str, &'static Command)> = hinted.filter_map(keys).collect();
    let last = hinted.pop();
    end = end.saturating_sub(last.as_ref().map_or(0, |(keys, word, _)| width(keys) + width(word) + 3));
    let ends = hinted.iter().map(|hinted| (hinted, end));
    for ((keys, word, command), end) in ends.chain(last.iter().map(|last| (last, layout.hints.right()))) {
        let taken = hint(pen, (x, y), end, keys, word);
        pen.spots.note(Rect::new(x, y, taken, 1), Spot::Command(command));
        x += taken;
    }
}

/// Keys and what they do, where that fits; tells the columns it takes with the blanks after it.
fn hint(pen: &mut Pen<'_>, (x, y): (u16, u16), end: u16, keys: &str, word: &str) -> u16 {
    let needed = width(keys) + 1 + width(word);
    if word.is_empty() || x + needed >= end {
        return 0;
    }
    let taken = pen.say(x, y, needed, keys, Role::Key) + 1;
    taken + pen.say(x + taken, y, needed, word, Role::Muted) + 2
}
