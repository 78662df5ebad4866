//! Writes text straight into the cells of the screen: no widget objects, nothing allocated for what is visible.

use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::canvas::Canvas;
use super::look::Ink;
use super::spots::Spots;
use crate::text::is_plain;
use crate::tui::glyph::GlyphSet;
use crate::tui::link::may_be_sent;
use crate::tui::theme::{Role, Theme};

/// A pen on one screen, with its colours and characters.
pub struct Pen<'a> {
    /// The cells.
    pub canvas: &'a mut Canvas,
    /// The colours by meaning.
    pub theme: &'a Theme,
    /// The characters.
    pub glyphs: &'static GlyphSet,
    /// What is where, for the mouse.
    pub spots: &'a mut Spots,
}

/// How many columns a text takes.
pub fn width(text: &str) -> u16 {
    if text.is_ascii() {
        text.len() as u16
    } else if text.chars().all(stands_alone) {
        text.chars().count() as u16
    } else {
        text.width() as u16
    }
}

impl Pen<'_> {
    /// Writes a text into at most `room` columns and tells how many it took. What does not fit ends in an ellipsis,
    /// so nothing is cut off silently.
    pub fn text(&mut self, x: u16, y: u16, room: u16, text: &str, style: impl Into<Style>) -> u16 {
        let area = self.canvas.area();
        let room = room.min(area.right().saturating_sub(x));
        if room == 0 || y >= area.bottom() {
            return 0;
        }
        let ink = Ink::of(style.into());
        let needed = width(text);
        if needed <= room {
            return self.write(x, y, room, text, ink);
        }
        let taken = self.write(x, y, room - 1, text, ink);
        taken + self.write(x + taken, y, 1, self.glyphs.ellipsis, ink)
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
        self.canvas.paint(area.intersection(self.canvas.area()), style);
    }

    /// Makes cells of a row a link, where the address may be one.
    pub fn link(&mut self, x: u16, y: u16, width: u16, url: &str) {
        if width > 0 && may_be_sent(url) {
            self.spots.link(y, x..x.saturating_add(width), url);
        }
    }

    /// Empties an area and gives it a style.
    pub fn clear(&mut self, area: Rect, style: Style) {
        let area = area.intersection(self.canvas.area());
        if !area.is_empty() {
            self.spots.cover(area);
            self.canvas.clear(area, style);
        }
    }

    /// Draws a character again and again along a row.
    pub fn repeat(&mut self, x: u16, y: u16, times: u16, glyph: &'static str, style: impl Into<Style>) {
        self.canvas.repeat(x, y, times, glyph, Ink::of(style.into()));
    }

    /// A rule across an area's row.
    pub fn rule(&mut self, x: u16, y: u16, length: u16) {
        self.repeat(x, y, length, self.glyphs.rule, self.theme.style(Role::Frame));
    }

    fn write(&mut self, x: u16, y: u16, room: u16, text: &str, ink: Ink) -> u16 {
        if is_plain(text) {
            self.canvas.print(x, y, room, text, ink);
            return text.len().min(usize::from(room)) as u16;
        }
        let mut taken = 0;
        let mut rest = text;
        while !rest.is_empty() && taken < room {
            // The last one before anything else may be the base of a cluster.
            let plain = match rest.bytes().position(|byte| !matches!(byte, b' '..=b'~')) {
                Some(other) => other.saturating_sub(1),
                None => rest.len(),
            };
            let (printed, other) = rest.split_at(plain);
            self.canvas.print(x + taken, y, room - taken, printed, ink);
            taken += printed.len().min(usize::from(room - taken)) as u16;
            let Some(cluster) = first_cluster(other) else { break };
            rest = &other[cluster.len()..];
            let wide = cluster.width() as u16;
            if wide == 0 {
                continue;
            }
            if taken + wide > room {
                break;
            }
            self.canvas.put(x + taken, y, cluster, wide, ink);
            taken += wide;
        }
        taken
    }
}

/// Whether a character takes one column and makes no cluster with another of this kind: the letters, lines and signs
/// most screens are made of.
fn stands_alone(character: char) -> bool {
    matches!(
        character,
        ' '..='~' | '·' | '–' | '—' | '‘'..='”' | '…' | '\u{2190}'..='\u{21ff}' | '\u{2500}'..='\u{25fc}'
    )
}

/// The first cluster of a text. That of characters that stand alone is told at once, everything else is looked up.
fn first_cluster(text: &str) -> Option<&str> {
    let mut characters = text.char_indices();
    let (_, first) = characters.next()?;
    match characters.next() {
        Some((end, next)) if stands_alone(first) && stands_alone(next) => text.get(..end),
        None if stands_alone(first) => Some(text),
        _ => text.graphemes(true).next(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_stand_alone_make_no_cluster() {
        let alone: Vec<char> = (' '..='\u{2fff}').filter(|&character| stands_alone(character)).collect();
        for &first in &alone {
            assert_eq!(String::from(first).width(), 1, "{first}");
            for &next in &alone {
                let text = String::from_iter([first, next]);
                assert_eq!(text.graphemes(true).next(), Some(&text[..first.len_utf8()]), "{text}");
            }
        }
    }
}
