use ratatui::layout::Rect;

use crate::tui::theme::Role;
use crate::tui::view::layout::Layout;
use crate::tui::widget::pen::{Pen, width};
use crate::tui::widget::spots::Spot;

/// Draws a box of at most that many columns and lines over the middle of the view and gives its inside.
pub(super) fn open(pen: &mut Pen<'_>, layout: &Layout, title: &str, columns: u16, lines: u16) -> Rect {
    let room = outside(pen, layout, columns, lines);
    let x = (pen.canvas.area().width - room.width) / 2;
    fill(pen, Rect { x, ..room }, title)
}

/// Draws such a box against the right side, where it leaves the beginning of the view to be seen.
pub(super) fn open_beside(pen: &mut Pen<'_>, layout: &Layout, title: &str, columns: u16, lines: u16) -> Rect {
    let room = outside(pen, layout, columns, lines);
    let x = pen.canvas.area().width - room.width - 1;
    fill(pen, Rect { x, ..room }, title)
}

/// How many of that many lines fit into a box.
pub(super) fn lines_inside(layout: &Layout, lines: usize) -> u16 {
    let lines = u16::try_from(lines).unwrap_or(u16::MAX);
    height(layout, lines).saturating_sub(2)
}

fn height(layout: &Layout, lines: u16) -> u16 {
    let y = layout.rule.y + 1;
    lines.saturating_add(2).min(layout.status.y.saturating_sub(layout.banner.height + y))
}

/// A box for that many columns and lines, as far as they fit between the rule and the status line.
fn outside(pen: &Pen<'_>, layout: &Layout, columns: u16, lines: u16) -> Rect {
    let width = (columns + 4).min(pen.canvas.area().width.saturating_sub(2));
    let y = layout.rule.y + 1;
    Rect::new(0, y, width, height(layout, lines))
}

/// Empties an area, draws a frame with a title around it and gives its inside.
pub(in crate::tui) fn fill(pen: &mut Pen<'_>, outer: Rect, title: &str) -> Rect {
    pen.clear(outer, pen.theme.style(Role::Canvas));
    pen.spots.note(outer, Spot::Layer);
    border(pen, outer);
    let title = format!(" {title} ");
    let room = width(&title).min(outer.width.saturating_sub(4));
    pen.say(outer.x + 2, outer.y, room, &title, Role::Title);
    let (width, height) = (outer.width.saturating_sub(4), outer.height.saturating_sub(2));
    Rect { x: outer.x + 2, y: outer.y + 1, width, height }
}

fn border(pen: &mut Pen<'_>, area: Rect) {
    let style = pen.theme.style(Role::Frame);
    let [top_left, top_right, bottom_left, bottom_right] = pen.glyphs.corners;
    let (left, right, top, bottom) = (area.x, area.right() - 1, area.y, area.bottom() - 1);
    for y in [top, bottom] {
        pen.repeat(left, y, area.width, pen.glyphs.rule, style);
    }
    for y in top + 1..bottom {
        pen.text(left, y, 1, pen.glyphs.bar, style);
        pen.text(right, y, 1, pen.glyphs.bar, style);
    }
    let corners = [
        (left, top, top_left),
        (right, top, top_right),
        (left, bottom, bottom_left),
        (right, bottom, bottom_right),
    ];
    for (x, y, corner) in corners {
        pen.text(x, y, 1, corner, style);
    }
}
