//! Cells to the bytes of a terminal.
//!
//! Written out instead of using ratatui's crossterm backend: crossterm 0.29 resets bold and reverse where `NO_COLOR`
//! is set, writes both colours whenever one changes, and passes on whatever a cell holds. Here nothing leaves that
//! could command the terminal.

use ratatui::buffer::{Cell, CellWidth};
use ratatui::style::{Color, Modifier};

use crate::text::visible;

/// The modifiers that are drawn and their numbers.
const MODIFIERS: [(Modifier, u8); 6] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::REVERSED, 7),
    (Modifier::CROSSED_OUT, 9),
];

/// The modifiers that are seen where nothing is written.
const SEEN_ON_BLANKS: Modifier = Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);

/// So many characters are shorter than the sequence that passes over them.
const LONGEST_REPEAT: usize = 4;

/// Whether nothing of a cell is seen but its ground.
#[inline]
pub(super) fn is_blank(cell: &Cell) -> bool {
    ascii(cell) == Some(b' ') && !cell.modifier.intersects(SEEN_ON_BLANKS)
}

/// The byte of a cell that holds one printable ASCII character, as nearly all do.
#[inline]
pub(super) fn ascii(cell: &Cell) -> Option<u8> {
    match cell.symbol().as_bytes() {
        [byte @ 0x20..=0x7e] => Some(*byte),
        _ => None,
    }
}

/// Writes cells and remembers what the terminal has been told, so that nothing is said twice.
#[derive(Debug)]
pub(super) struct Painter<'b> {
    bytes: &'b mut Vec<u8>,
    fg: Color,
    bg: Color,
    modifiers: Modifier,
    /// Where the next character will stand, if that is sure.
    place: Option<(u16, u16)>,
}

impl<'b> Painter<'b> {
    /// A painter on a terminal whose style is reset.
    pub(super) fn new(bytes: &'b mut Vec<u8>) -> Self {
        Self { bytes, fg: Color::Reset, bg: Color::Reset, modifiers: Modifier::empty(), place: None }
    }

    /// Writes the cell at column `x` of row `y`, both from 0.
    pub(super) fn cell(&mut self, x: u16, y: u16, row: &[Cell]) {
        let Some(cell) = row.get(usize::from(x)) else { return };
        self.move_to(x, y, row);
        self.style(cell);
        if let Some(byte) = ascii(cell) {
            self.bytes.push(byte);
            self.place = Some((x + 1, y));
        } else {
            let symbol = cell.symbol();
            let shown = visible(symbol);
            self.bytes.extend_from_slice(shown.as_bytes());
            // Terminals disagree about the width of clusters and wide characters.
            let sure =
                shown.len() == symbol.len() && symbol.chars().nth(1).is_none() && symbol.cell_width() == 1;
            self.place = sure.then_some((x + 1, y));
        }
        // At the right edge some terminals wrap at once and some wait.
        self.place = self.place.filter(|&(next, _)| usize::from(next) < row.len());
    }

    /// Resets the style.
    pub(super) fn finish(self) {
        if (self.fg, self.bg, self.modifiers) != (Color::Reset, Color::Reset, Modifier::empty()) {
            self.bytes.extend_from_slice(b"\x1b[m");
        }
    }

    fn move_to(&mut self, x: u16, y: u16, row: &[Cell]) {
        match self.place {
            Some(place) if place == (x, y) => {}
            Some((from, line)) if line == y && from < x => {
                let between = &row[usize::from(from)..usize::from(x)];
                if between.len() <= LONGEST_REPEAT
                    && between.iter().all(|cell| ascii(cell).is_some() && self.has_style(cell))
                {
                    // To write again what stands there is shorter than to pass over it.
                    self.bytes.extend(between.iter().filter_map(ascii));
                } else if between.len() == 1 {
                    self.bytes.extend_from_slice(b"\x1b[C");
                } else {
                    self.bytes.extend_from_slice(b"\x1b[");
                    push_number(self.bytes, x - from);
                    self.bytes.push(b'C');
                }
            }
            _ => push_move(self.bytes, x, y),
        }
    }

    /// Whether a cell looks right in the style the terminal has now. Nobody sees the colour of a blank.
    fn has_style(&self, cell: &Cell) -> bool {
        let same = |modifiers: Modifier| (self.modifiers ^ cell.modifier) & modifiers == Modifier::empty();
        cell.bg == self.bg
            && (is_blank(cell) && same(SEEN_ON_BLANKS) || (cell.fg == self.fg && same(Modifier::all())))
    }

    fn style(&mut self, cell: &Cell) {
        if self.has_style(cell) {
            return;
        }
        // A blank needs nothing but its ground.
        let keep = is_blank(cell) && !self.modifiers.intersects(SEEN_ON_BLANKS);
        let (fg, modifiers) = if keep { (self.fg, self.modifiers) } else { (cell.fg, cell.modifier) };
        self.bytes.extend_from_slice(b"\x1b[");
        let start = self.bytes.len();
        if !modifiers.contains(self.modifiers) {
            self.bytes.extend_from_slice(b"0;");
            (self.fg, self.bg, self.modifiers) = (Color::Reset, Color::Reset, Modifier::empty());
        }
        for (_, number) in MODIFIERS.iter().filter(|(it, _)| (modifiers - self.modifiers).contains(*it)) {
            self.bytes.extend_from_slice(&[b'0' + number, b';']);
        }
        if fg != self.fg {
            push_colour(self.bytes, fg, 30);
        }
        if cell.bg != self.bg {
            push_colour(self.bytes, cell.bg, 40);
        }
        (self.fg, self.bg, self.modifiers) = (fg, cell.bg, modifiers);
        if self.bytes.len() == start {
            // Only modifiers that are not drawn differ.
            self.bytes.truncate(start - 2);
        } else if let Some(last) = self.bytes.last_mut() {
            *last = b'm';
        }
    }
}

/// Puts the cursor at column `x` of row `y`, both from 0.
pub(super) fn push_move(bytes: &mut Vec<u8>, x: u16, y: u16) {
    bytes.extend_from_slice(b"\x1b[");
    push_number(bytes, y + 1);
    bytes.push(b';');
    push_number(bytes, x + 1);
    bytes.push(b'H');
}

/// A colour of the text (`base` 30) or its ground (`base` 40), with a `;` after it.
fn push_colour(bytes: &mut Vec<u8>, colour: Color, base: u8) {
    match colour {
        Color::Rgb(r, g, b) => {
            push_number(bytes, u16::from(base + 8));
            bytes.extend_from_slice(b";2");
            for channel in [r, g, b] {
                bytes.push(b';');
                push_number(bytes, u16::from(channel));
            }
        }
        Color::Indexed(number) => {
            push_number(bytes, u16::from(base + 8));
            bytes.extend_from_slice(b";5;");
            push_number(bytes, u16::from(number));
        }
        named => push_number(bytes, u16::from(base + named_offset(named))),
    }
    bytes.push(b';');
}

/// A number in digits. The machinery of formatting costs more than all else that is done for a cell.
fn push_number(bytes: &mut Vec<u8>, number: u16) {
    if number >= 10 {
        push_number(bytes, number / 10);
    }
    bytes.push(b'0' + (number % 10) as u8);
}

/// From the first of the eight dark colours to a named colour; 9 is the terminal's own.
fn named_offset(colour: Color) -> u8 {
    match colour {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => 9,
    }
}
