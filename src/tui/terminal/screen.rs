//! What the terminal shows, and the one write that turns it into the next frame.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::links::Links;
use super::look::{Clusters, Look};
use super::paint::{Painter, push_move};
use crate::tui::widget::spots::Link;

/// Begins and ends an update that the terminal shows at once.
const UPDATE: [&[u8]; 2] = [b"\x1b[?2026h", b"\x1b[?2026l"];
const HIDE_CURSOR: &[u8] = b"\x1b[?25l";
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";

/// The screen of a terminal: what it shows and the frame that comes next.
#[derive(Debug)]
pub struct Screen {
    next: Buffer,
    /// What the terminal shows, row by row.
    shown: Vec<Look>,
    clusters: Clusters,
    links: Links,
    /// Where the cursor stands; nothing while it is hidden.
    cursor: Option<Position>,
    /// Whether `shown` is what the terminal shows.
    known: bool,
    bytes: Vec<u8>,
}

impl Screen {
    /// A screen of so many columns and rows of which nothing is known.
    pub fn new(width: u16, height: u16) -> Self {
        let mut screen = Self {
            next: Buffer::default(),
            shown: Vec::new(),
            clusters: Clusters::default(),
            links: Links::default(),
            cursor: None,
            known: false,
            bytes: Vec::new(),
        };
        screen.resize(width, height);
        screen
    }

    /// The size in columns and rows.
    pub fn size(&self) -> (u16, u16) {
        (self.next.area.width, self.next.area.height)
    }

    /// The terminal has another size, so nothing is known any more.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.next.resize(Rect::new(0, 0, width, height));
        self.shown.clear();
        self.shown.resize(self.next.content.len(), Look::BLANK);
        self.known = false;
    }

    /// Something else wrote to the terminal: the next frame is drawn whole.
    pub fn forget(&mut self) {
        self.known = false;
    }

    /// Draws a frame and gives the bytes that bring the terminal to it; none where it shows that already. `draw`
    /// gets a buffer with an earlier frame in it, draws every cell and says where the cursor belongs.
    pub fn frame(&mut self, draw: impl FnOnce(&mut Buffer) -> Option<Position>) -> &[u8] {
        self.frame_with_links(|buffer| (draw(buffer), Vec::new()))
    }

    /// As [`Self::frame`]; `draw` also says which cells are links, row by row.
    pub fn frame_with_links(
        &mut self,
        draw: impl FnOnce(&mut Buffer) -> (Option<Position>, Vec<Link>),
    ) -> &[u8] {
        let (cursor, linked) = draw(&mut self.next);
        let cursor = cursor.filter(|place| self.next.area.contains(*place));
        self.bytes.clear();
        self.bytes.extend_from_slice(UPDATE[0]);
        let begun = self.bytes.len();
        self.cells(&linked);
        let changed = self.bytes.len() > begun;
        if changed || !self.known || cursor != self.cursor {
            self.cursor_bytes(cursor, changed);
        }
        if self.bytes.len() == begun {
            self.bytes.clear();
        } else {
            self.bytes.extend_from_slice(UPDATE[1]);
        }
        self.cursor = cursor;
        self.known = true;
        &self.bytes
    }

    fn cells(&mut self, linked: &[Link]) {
        if self.clusters.forget_too_many() | self.links.make_room(linked.len()) {
            self.known = false;
        }
        if !self.known {
            self.bytes.extend_from_slice(b"\x1b[m\x1b[2J");
        }
        let Self { next, shown, clusters, links, known, bytes, .. } = self;
        let mut painter = Painter::new(bytes);
        let columns = usize::from(next.area.width).max(1);
        let mut looks = Vec::with_capacity(columns);
        for (y, (shown, next)) in shown.chunks_mut(columns).zip(next.content.chunks(columns)).enumerate() {
            looks.clear();
            looks.extend(next.iter().map(|cell| Look::of(cell, clusters)));
            for link in of_row(linked, y as u16) {
                let number = links.number(&link.url);
                let columns = usize::from(link.columns.start)..usize::from(link.columns.end);
                looks.get_mut(columns).unwrap_or_default().iter_mut().for_each(|look| look.link = number);
            }
            if *known && looks == shown {
                continue;
            }
            let before = if *known { &*shown } else { &[] };
            changed_cells(before, &looks, |x| painter.cell(x, y as u16, &looks, clusters, links));
            shown.copy_from_slice(&looks);
        }
        painter.finish(links);
    }

    fn cursor_bytes(&mut self, cursor: Option<Position>, moved: bool) {
        match cursor {
            Some(place) => {
                if moved || self.cursor != cursor || !self.known {
                    push_move(&mut self.bytes, place.x, place.y);
                }
                if self.cursor.is_none() || !self.known {
                    self.bytes.extend_from_slice(SHOW_CURSOR);
                }
            }
            None if self.cursor.is_some() || !self.known => self.bytes.extend_from_slice(HIDE_CURSOR),
            None => {}
        }
    }
}

/// The links of a row.
fn of_row(links: &[Link], row: u16) -> &[Link] {
    let start = links.partition_point(|link| link.row < row);
    let end = links.partition_point(|link| link.row <= row);
    links.get(start..end).unwrap_or_default()
}

/// Calls `each` with the column of every cell of a row that has to be written; with all where nothing is known of what
/// is `shown`.
///
/// A wide character that goes or is written over leaves its other half in a state terminals disagree about, so
/// everything it covered is written again. (The difference of ratatui's buffers leaves some of it.)
fn changed_cells(shown: &[Look], next: &[Look], mut each: impl FnMut(u16)) {
    let mut x = 0;
    let mut unsure_until = 0;
    while let Some(look) = next.get(x) {
        let end = x + usize::from(look.width);
        if x < unsure_until || shown.get(x) != Some(look) {
            each(x as u16);
            for (at, covered) in shown.iter().enumerate().take(end).skip(x) {
                if covered.width > 1 {
                    unsure_until = unsure_until.max(at + usize::from(covered.width));
                }
            }
        }
        x = end;
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests;
