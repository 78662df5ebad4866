//! The cells of the screen as they are drawn.
//!
//! ratatui's buffer keeps a string in each cell, which costs more to write and to compare than all else that is done
//! for a frame. Here a cell is a few numbers. [`Canvas::to_buffer`] gives the screen as ratatui has it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::look::{Clusters, Ink, Look, Symbol};

/// The cells of a screen.
#[derive(Debug, Default)]
pub struct Canvas {
    area: Rect,
    cells: Vec<Look>,
    clusters: Clusters,
}

impl Canvas {
    /// A blank canvas of so many columns and rows.
    pub fn new(width: u16, height: u16) -> Self {
        let mut canvas = Self::default();
        canvas.resize(width, height);
        canvas
    }

    /// Gives it another size. What was drawn is gone.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.area = Rect::new(0, 0, width, height);
        self.cells.clear();
        self.cells.resize(usize::from(width) * usize::from(height), Look::BLANK);
    }

    /// All of it.
    pub fn area(&self) -> Rect {
        self.area
    }

    /// The cells, row by row.
    pub fn cells(&self) -> &[Look] {
        &self.cells
    }

    /// The cells and the clusters they hold, to take note of links.
    pub(in crate::tui) fn parts(&mut self) -> (&mut [Look], &Clusters) {
        (&mut self.cells, &self.clusters)
    }

    /// Forgets the clusters where there are too many; tells whether it did, for then nothing drawn before means
    /// anything any more.
    pub(in crate::tui) fn forget_too_many_clusters(&mut self) -> bool {
        self.clusters.forget_too_many()
    }

    /// Empties an area and gives it a style.
    pub(in crate::tui) fn clear(&mut self, area: Rect, style: Style) {
        let mut blank = Look::BLANK;
        Ink::of(style).lay_over(&mut blank);
        for y in area.top()..area.bottom() {
            self.row_mut(area.left(), y, area.width).fill(blank);
        }
    }

    /// Lays a style over the cells of an area, leaving what they hold.
    pub(super) fn paint(&mut self, area: Rect, style: Style) {
        let ink = Ink::of(style);
        for y in area.top()..area.bottom() {
            self.row_mut(area.left(), y, area.width).iter_mut().for_each(|look| ink.lay_over(look));
        }
    }

    /// Writes printable ASCII into at most `room` cells: one column each.
    pub(super) fn print(&mut self, x: u16, y: u16, room: u16, text: &str, ink: Ink) {
        for (look, byte) in self.row_mut(x, y, room).iter_mut().zip(text.bytes()) {
            look.hold(Symbol::printed(byte), 1, ink);
        }
    }

    /// Puts a cluster that takes `wide` columns into a cell; those it covers are emptied.
    pub(in crate::tui) fn put(&mut self, x: u16, y: u16, cluster: &str, wide: u16, ink: Ink) {
        let symbol = self.clusters.symbol(cluster);
        if let Some((look, covered)) = self.row_mut(x, y, wide).split_first_mut() {
            look.hold(symbol, wide as u8, ink);
            covered.fill(Look::BLANK);
        }
    }

    /// Puts a character of one column into `times` cells.
    pub(super) fn repeat(&mut self, x: u16, y: u16, times: u16, glyph: &str, ink: Ink) {
        let symbol = self.clusters.symbol(glyph);
        for look in self.row_mut(x, y, times) {
            look.hold(symbol, 1, ink);
        }
    }

    /// The screen as ratatui has it.
    pub fn to_buffer(&self) -> Buffer {
        let mut buffer = Buffer::empty(self.area);
        for (cell, look) in buffer.content.iter_mut().zip(&self.cells) {
            cell.set_symbol(self.clusters.text(look.symbol(), &mut [0; 4]));
            (cell.fg, cell.bg, cell.modifier) = (look.fg().color(), look.bg().color(), look.modifiers());
        }
        buffer
    }

    /// The cells of a row from a column on, at most `room` of them; none outside of the canvas.
    fn row_mut(&mut self, x: u16, y: u16, room: u16) -> &mut [Look] {
        let Rect { width, height, .. } = self.area;
        if y >= height || x >= width {
            return &mut [];
        }
        let start = usize::from(y) * usize::from(width) + usize::from(x);
        let room = usize::from(room.min(width - x));
        self.cells.get_mut(start..start + room).unwrap_or_default()
    }
}
