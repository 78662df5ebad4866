//! Writes text straight into the cells of the screen: no widget objects, nothing allocated for what is visible.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::tui::glyph::GlyphSet;
use crate::tui::theme::{Role, Theme};

/// A pen on one screen, with its colours and characters.
pub struct Pen<'a> {
    /// The cells.
    pub buffer: &'a mut Buffer,
    /// The colours by meaning.
    pub theme: &'a Theme,
    /// The characters.
    pub glyphs: &'static GlyphSet,
}

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

    /// Empties an area and gives it a style.
    pub fn clear(&mut self, area: Rect, style: Style) {
        let area = area.intersection(self.buffer.area);
        if area.is_empty() {
            return;
        }
        let mut blank = Cell::default();
        blank.set_style(style);
        for y in area.top()..area.bottom() {
            let start = self.buffer.index_of(area.left(), y);
            self.buffer.content[start..start + usize::from(area.width)].fill(blank.clone());
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
        if text.is_ascii() {
            return self.write_ascii(x, y, room, text, style);
        }
        let mut taken = 0;
        for grapheme in text.graphemes(true) {
            let wide = grapheme.width() as u16;
            if wide == 0 {
                continue;
            }
            if taken + wide > room {
                break;
            }
            self.buffer[(x + taken, y)].set_symbol(grapheme).set_style(style);
            for covered in 1..wide {
                self.buffer[(x + taken + covered, y)].reset();
            }
            taken += wide;
        }
        taken
    }

    fn write_ascii(&mut self, x: u16, y: u16, room: u16, text: &str, style: Style) -> u16 {
        let mut taken = 0;
        for character in text.chars().take(usize::from(room)) {
            self.buffer[(x + taken, y)].set_char(character).set_style(style);
            taken += 1;
        }
        taken
    }
}
