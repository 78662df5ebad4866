//! What can follow the keys that were begun, in a box above the status line. It takes no keys.

use ratatui::layout::{Position, Rect};

use super::layout::Layout;
use crate::tui::keymap;
use crate::tui::layer;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widget::pen::{Pen, width};

/// The columns of a key with its title and the blanks after it, at most.
const ENTRY: u16 = 30;
/// The blanks between a key and its title, and after an entry.
const BLANKS: u16 = 3;

/// Draws the keys that go on from those pressed, with what each does. The box keeps off the line of the cursor where
/// it can.
pub(super) fn draw(pen: &mut Pen<'_>, model: &Model, layout: &Layout, cursor: Option<Position>) {
    let entries: Vec<(String, &str)> = model
        .keymap
        .continuations(&model.pending)
        .filter(|(_, command)| (command.available)(model))
        .map(|(keys, command)| (keymap::spelled(keys), command.title))
        .collect();
    let widest = entries.iter().map(|(keys, title)| width(keys) + 1 + width(title) + BLANKS).max();
    let entry = widest.unwrap_or(0).min(ENTRY);
    if entries.is_empty() || entry == 0 {
        return;
    }
    let across = (layout.status.width.saturating_sub(6) / entry).clamp(1, entries.len() as u16);
    let lines = (entries.len() as u16).div_ceil(across);
    let across = (entries.len() as u16).div_ceil(lines);
    let title = keymap::spelled(&model.pending);
    let inside = layer::open_box(pen, place(layout, cursor, across * entry + 4, lines + 2), &title);
    let keys_room = entries.iter().map(|(keys, _)| width(keys)).max().unwrap_or(0);
    for (at, (keys, title)) in entries.iter().enumerate() {
        let (column, line) = (at as u16 / lines, at as u16 % lines);
        let (x, y) = (inside.x + column * entry, inside.y + line);
        if y < inside.bottom() {
            pen.say(x, y, keys_room, keys, Role::Key);
            let room = entry.saturating_sub(keys_room + BLANKS);
            pen.say(x + keys_room + 1, y, room, title, Role::Text);
        }
    }
}

/// A box of that size on the status line, or below the rule where it would cover the line of the cursor and there is
/// room on the other side.
fn place(layout: &Layout, cursor: Option<Position>, width: u16, height: u16) -> Rect {
    let top = layout.rule.bottom();
    let height = height.min(layout.status.y.saturating_sub(top));
    let low = Rect::new(1, layout.status.y - height, width, height);
    let high = Rect { y: top, ..low };
    let covers = |area: Rect| cursor.is_some_and(|cursor| (area.top()..area.bottom()).contains(&cursor.y));
    if covers(low) && !covers(high) { high } else { low }
}
