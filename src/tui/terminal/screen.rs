//! What the terminal shows, and the one write that turns it into the next frame.

use std::ops::{BitOr, Range};

use ratatui::layout::Position;

use super::links::Links;
use super::paint::{Painter, push_move};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::look::Look;
use crate::tui::widget::spots::Link;

/// Begins and ends an update that the terminal shows at once.
const UPDATE: [&[u8]; 2] = [b"\x1b[?2026h", b"\x1b[?2026l"];
const HIDE_CURSOR: &[u8] = b"\x1b[?25l";
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";

/// The screen of a terminal: what it shows and the frame that comes next.
#[derive(Debug)]
pub struct Screen {
    next: Canvas,
    /// What the terminal shows, row by row.
    shown: Vec<Look>,
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
            next: Canvas::default(),
            shown: Vec::new(),
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
        let area = self.next.area();
        (area.width, area.height)
    }

    /// The terminal has another size, so nothing is known any more.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.next.resize(width, height);
        self.shown.clear();
        self.shown.resize(self.next.cells().len(), Look::BLANK);
        self.known = false;
    }

    /// Something else wrote to the terminal: the next frame is drawn whole.
    pub fn forget(&mut self) {
        self.known = false;
    }

    /// Draws a frame and gives the bytes that bring the terminal to it; none where it shows that already. `draw`
    /// gets a canvas with an earlier frame on it, draws every cell and says where the cursor belongs.
    pub fn frame(&mut self, draw: impl FnOnce(&mut Canvas) -> Option<Position>) -> &[u8] {
        self.frame_with_links(|canvas| (draw(canvas), Vec::new()))
    }

    /// As [`Self::frame`]; `draw` also says which cells are links, row by row.
    pub fn frame_with_links(
        &mut self,
        draw: impl FnOnce(&mut Canvas) -> (Option<Position>, Vec<Link>),
    ) -> &[u8] {
        // A cluster means nothing once it is forgotten, so nothing of an earlier frame does.
        if self.next.forget_too_many_clusters() {
            self.known = false;
        }
        let (cursor, linked) = draw(&mut self.next);
        let cursor = cursor.filter(|place| self.next.area().contains(*place));
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
        if self.links.make_room(linked.len()) {
            self.known = false;
        }
        if !self.known {
            self.bytes.extend_from_slice(b"\x1b[m\x1b[2J");
        }
        let columns = usize::from(self.next.area().width).max(1);
        let Self { next, shown, links, known, bytes, .. } = self;
        let (next, clusters) = next.parts();
        for link in linked {
            let number = links.number(&link.url);
            let start = usize::from(link.row) * columns;
            let cells = start + usize::from(link.columns.start)..start + usize::from(link.columns.end);
            next.get_mut(cells).unwrap_or_default().iter_mut().for_each(|look| look.lead_to(number));
        }
        let mut painter = Painter::new(bytes);
        for (y, (shown, next)) in shown.chunks_mut(columns).zip(next.chunks(columns)).enumerate() {
            let mut cell = |x| painter.cell(x, y as u16, next, clusters, links);
            if !*known {
                changed_cells(&[], next, 0..columns, &mut cell);
            } else if let Some(differing) = differing(shown, next) {
                changed_cells(shown, next, differing, &mut cell);
            } else {
                continue;
            }
            shown.copy_from_slice(next);
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

/// So many cells are compared at once.
const STRETCH: usize = 16;

/// Whether any cell differs. To compare all of them is faster than to stop at the first one that does.
fn any_differs(shown: &[Look], next: &[Look]) -> bool {
    let differs = |(shown, next): (&Look, &Look)| shown != next;
    shown.iter().zip(next).map(differs).fold(false, BitOr::bitor)
}

/// The columns between which a row differs from what is shown: those before and after are the same. Begins where a
/// character does.
fn differing(shown: &[Look], next: &[Look]) -> Option<Range<usize>> {
    let stretches = || shown.chunks(STRETCH).zip(next.chunks(STRETCH)).enumerate();
    let (at, (before, after)) = stretches().find(|(_, (shown, next))| any_differs(shown, next))?;
    let first = at * STRETCH + before.iter().zip(after).position(|(shown, next)| shown != next)?;
    let (at, (before, after)) = stretches().rfind(|(_, (shown, next))| any_differs(shown, next))?;
    let last = at * STRETCH + before.iter().zip(after).rposition(|(shown, next)| shown != next)?;
    let wide = next.get(..first)?.iter().enumerate().rfind(|(_, look)| look.width() > 1);
    let begun = wide.filter(|(at, look)| at + usize::from(look.width()) > first).map(|(at, _)| at);
    Some(begun.unwrap_or(first)..last + 1)
}

/// Calls `each` with the column of every cell of a row that has to be written, where it differs in some columns only;
/// with all of these where nothing is known of what is `shown`.
///
/// A wide character that goes or is written over leaves its other half in a state terminals disagree about, so
/// everything it covered is written again, beyond those columns too. (The difference of ratatui's buffers leaves some of it.)
fn changed_cells(shown: &[Look], next: &[Look], columns: Range<usize>, each: &mut impl FnMut(u16)) {
    let mut x = columns.start;
    let mut unsure_until = 0;
    while let Some(look) = next.get(x).filter(|_| x < columns.end || x < unsure_until) {
        let end = x + usize::from(look.width());
        if x < unsure_until || !shown.get(x).is_some_and(|shown| shown.looks_like(*look)) {
            each(x as u16);
            for at in x..end {
                let covered = shown.get(at).map_or(1, |look| look.width());
                if covered > 1 {
                    unsure_until = unsure_until.max(at + usize::from(covered));
                }
            }
        }
        x = end;
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests;
