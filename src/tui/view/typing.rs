//! The line being typed, for a search or a filter; above the line of a filter what is wrong in it and what may go on.

use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;
use unicode_width::UnicodeWidthStr;

use super::layout::Layout;
use crate::report::words;
use crate::text::visible;
use crate::tui::model::{Model, Typing, first_visible};
use crate::tui::prompt::Prompt;
use crate::tui::theme::Role;
use crate::tui::widget::line::{self, Shown};
use crate::tui::widget::pen::{Pen, width};

/// The most offers shown at once.
const OFFERS: usize = 6;

/// Draws the line into the status line's room and tells where the cursor is.
pub(super) fn draw(pen: &mut Pen<'_>, model: &Model, prompt: &Prompt, y: u16, room: u16) -> Position {
    let (sign, found) = match &model.filtering.typing {
        Some(_) => ("filter: ", found_by_filter(model)),
        None => ("/", model.search.as_ref().map_or(String::new(), |search| matches(search.found()))),
    };
    let found = if found.is_empty() { found } else { format!("  {found}") };
    let taken = pen.say(1, y, room, sign, Role::Key);
    let text_room = room.saturating_sub(taken + width(&found));
    let Shown { hidden, taken: typed, cursor } = line::draw(pen, prompt, (1 + taken, y), text_room);
    pen.say(1 + taken + typed, y, room.saturating_sub(taken + typed), &found, Role::Muted);
    if let Some(typing) = &model.filtering.typing {
        mark_faults(pen, typing, prompt.text(), (1 + taken, y), hidden, typed);
    }
    cursor
}

/// How much the filter leaves.
fn found_by_filter(model: &Model) -> String {
    model.found().map_or(String::new(), |(found, of)| format!("{found} of {of}"))
}

/// Underlines what cannot be understood, in the colour of errors.
fn mark_faults(pen: &mut Pen<'_>, typing: &Typing, line: &str, (x, y): (u16, u16), hidden: u16, shown: u16) {
    let style = pen.theme.style(Role::Error).add_modifier(Modifier::UNDERLINED);
    for fault in typing.faults.iter().filter(|fault| !fault.unfinished) {
        let column = |byte: u32| {
            let before = line.get(..byte as usize).map_or(0, |before| before.width() as u16);
            before.saturating_sub(hidden).min(shown)
        };
        let (start, end) = (column(fault.span.start), column(fault.span.end));
        pen.paint(Rect::new(x + start, y, end - start, 1), style);
    }
}

/// Draws what is wrong and what may go on, over the lines above the status line.
pub(super) fn draw_offers(pen: &mut Pen<'_>, model: &Model, layout: &Layout) {
    let Some(typing) = &model.filtering.typing else { return };
    let fault = typing.faults.iter().find(|fault| !fault.unfinished);
    let offers = &typing.completion.offers;
    let lines = if fault.is_some() { 2 } else { 0 } + offers.len().min(OFFERS);
    if lines == 0 {
        return;
    }
    let room = layout.status.width;
    let top = layout.status.y.saturating_sub(lines as u16 + 1);
    pen.clear(Rect::new(0, top, room, lines as u16 + 1), pen.theme.style(Role::Canvas));
    pen.rule(0, top, room);
    let mut y = top + 1;
    if let Some(fault) = fault {
        let sentence = format!("{}.", words::capitalised(&fault.message));
        pen.say(1, y, room.saturating_sub(2), &sentence, Role::Error);
        pen.say(1, y + 1, room.saturating_sub(2), &fault.help(), Role::Text);
        y += 2;
    }
    let chosen = typing.taken.as_ref().map(|taken| taken.at);
    let first = first_visible(0, chosen.unwrap_or(0), offers.len(), OFFERS);
    for (at, offer) in offers.iter().enumerate().skip(first).take(OFFERS) {
        let style = pen.theme.style(if chosen == Some(at) { Role::Selection } else { Role::Text });
        if chosen == Some(at) {
            pen.paint(Rect::new(0, y, room, 1), style);
            pen.text(0, y, 1, pen.glyphs.pointer, style);
        }
        pen.text(2, y, 24, &visible(&offer.word), style);
        let muted = if chosen == Some(at) { style } else { pen.theme.style(Role::Muted) };
        pen.text(28, y, room.saturating_sub(30), &visible(&offer.meaning), muted);
        if at == first + OFFERS - 1 && at + 1 < offers.len() {
            let rest = format!("{} more", offers.len() - at - 1);
            pen.right(0, y, room.saturating_sub(1), &rest, muted);
        }
        y += 1;
    }
}

/// How many places a search found.
pub(super) fn matches(count: usize) -> String {
    if count == 1 { "1 match".to_owned() } else { format!("{count} matches") }
}
