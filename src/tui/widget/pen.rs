//! Writes text straight into the cells of the screen: no widget objects, nothing allocated for what is visible.

use std::sync::LazyLock;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::spots::Spots;
use crate::tui::glyph::GlyphSet;
use crate::tui::link::may_be_sent;
use crate::tui::theme::{Role, Theme};

/// A pen on one screen, with its colours and characters.
pub struct Pen<'a> {
    /// The cells.
    pub buffer: &'a mut Buffer,
    /// The colours by meaning.
    pub theme: &'a Theme,
    /// The characters.
    pub glyphs: &'static GlyphSet,
    /// What is where, for the mouse.
    pub spots: &'a mut Spots,
}

/// A cell for each printable ASCII character, from the blank on. To copy one is cheaper than to make one.
static PRINTED: LazyLock<Vec<Cell>> = LazyLock::new(|| (' '..='~').map(Cell::from).collect());

/// How many columns a text takes.
pub fn width(text: &str) -> u16 {
    if text.is_ascii() { text.len() as u16 } else { text.width() as u16 }
}

impl Pen<'_> {
    /// Writes a text into at most `room` columns and tells how many it took. What does not fit ends in an ellipsis,
    /// so nothing is cut off silently.
    pub fn text(&mut self, x: u16, y: u16, room: u16, text: &str, style: impl Into<Style>) -> u16 {
        let area = self.buffer.area;
        let room = room.min(area.right().saturating_sub(x));
        if room == 0 || y >= area.bottom() {
            return 0;
        }
        let style = style.into();
        let needed = width(text);
        if needed <= room {
            return self.write(x, y, room, text, style);
        }
        let taken = self.write(x, y, room - 1, text, style);
        taken + self.write(x + taken, y, 1, self.glyphs.ellipsis, style)
    }

    /// Writes a text by its role.
    pub fn say(&mut self, x: u16, y: u16, room: u16, text: &str, role: Role) -> u16 {
        self.text(x, y, room, text, self.theme.style(role))
    }

    /// Writes a text against the right end of its room.
    pub fn right(&mut self, x: u16, y: u16, room: u16, text: &str, style: impl Into<Style>) -> u16 {
        let needed = width(text).min(room);
        self.text(x + room - needed, y, needed, text, style)
    }

    /// Lays a style over all cells of an area, leaving their characters.
    pub fn paint(&mut self, area: Rect, style: Style) {
        self.buffer.set_style(area, style);
    }

    /// Makes cells of a row a link, where the address may be one.
    pub fn link(&mut self, x: u16, y: u16, width: u16, url: &str) {
        if width > 0 && may_be_sent(url) {
            self.spots.link(y, x..x.saturating_add(width), url);
        }
    }

    /// Empties an area and gives it a style.
    pub fn clear(&mut self, area: Rect, style: Style) {
        let area = area.intersection(self.buffer.area);
        if area.is_empty() {
            return;
        }
        self.spots.cover(area);
        let mut blank = Cell::default();
        blank.set_style(style);
        for y in area.top()..area.bottom() {
            let start = self.buffer.index_of(area.left(), y);
            for cell in &mut self.buffer.content[start..start + usize::from(area.width)] {
                cell.reset();
                (cell.fg, cell.bg, cell.modifier) = (blank.fg, blank.bg, blank.modifier);
            }
        }
    }

    /// Draws a character again and again along a row.
    pub fn repeat(&mut self, x: u16, y: u16, times: u16, glyph: &'static str, style: impl Into<Style>) {
        let style = style.into();
        let end = x.saturating_add(times).min(self.buffer.area.right());
        if y < self.buffer.area.bottom() {
            for x in x..end {
                self.buffer[(x, y)].set_symbol(glyph).set_style(style);
            }
        }
    }

    /// A rule across an area's row.
    pub fn rule(&mut self, x: u16, y: u16, length: u16) {
        self.repeat(x, y, length, self.glyphs.rule, self.theme.style(Role::Frame));
    }

    fn write(&mut self, x: u16, y: u16, room: u16, text: &str, style: Style) -> u16 {
        let mut taken = 0;
        let mut rest = text;
        while !rest.is_empty() && taken < room {
            // The last one before anything else may be the base of a cluster.
            let plain = match rest.bytes().position(|byte| !matches!(byte, b' '..=b'~')) {
                Some(other) => other.saturating_sub(1),
                None => rest.len(),
            };
            let (printed, other) = rest.split_at(plain);
            taken += self.write_printed(x + taken, y, room - taken, printed, style);
            let Some(cluster) = other.graphemes(true).next() else { break };
            rest = &other[cluster.len()..];
            let wide = cluster.width() as u16;
            if wide == 0 {
                continue;
            }
            if taken + wide > room {
                break;
            }
            self.buffer[(x + taken, y)].set_symbol(cluster).set_style(style);
            for covered in 1..wide {
                self.buffer[(x + taken + covered, y)].reset();
            }
            taken += wide;
        }
        taken
    }

    /// Writes printable ASCII, which nearly all text is: no clusters to look for, one column each.
    fn write_printed(&mut self, x: u16, y: u16, room: u16, text: &str, style: Style) -> u16 {
        if text.is_empty() {
            return 0;
        }
        let start = self.buffer.index_of(x, y);
        let cells = self.buffer.content.get_mut(start..).unwrap_or_default();
        let printed = &*PRINTED;
        for (cell, byte) in cells.iter_mut().zip(text.bytes()).take(usize::from(room)) {
            if let Some(character) = printed.get(usize::from(byte - b' ')) {
                let (fg, bg, modifier) = (cell.fg, cell.bg, cell.modifier);
                cell.clone_from(character);
                cell.fg = style.fg.unwrap_or(fg);
                cell.bg = style.bg.unwrap_or(bg);
                cell.modifier = (modifier | style.add_modifier) - style.sub_modifier;
            }
        }
        text.len().min(usize::from(room)) as u16
    }
}
