//! Cells to the bytes of a terminal.
//!
//! Written out instead of using ratatui's crossterm backend: crossterm 0.29 resets bold and reverse where `NO_COLOR`
//! is set, writes both colours whenever one changes, and passes on whatever a cell holds. Here nothing leaves that
//! could command the terminal.

use ratatui::style::Modifier;

use super::links::Links;
use crate::text::visible;
use crate::tui::widget::look::{Clusters, Colour, Look, MODIFIERS, SEEN_ON_BLANKS, push_number};

/// So many characters are shorter than the sequence that passes over them.
const LONGEST_REPEAT: usize = 4;

/// Writes cells and remembers what the terminal has been told, so that nothing is said twice.
#[derive(Debug)]
pub(super) struct Painter<'b> {
    bytes: &'b mut Vec<u8>,
    fg: Colour,
    bg: Colour,
    modifiers: Modifier,
    /// The number of the address that what is written now leads to; 0 for none.
    link: u8,
    /// Where the next character will stand, if that is sure.
    place: Option<(u16, u16)>,
    /// The last cell, where the terminal has its ink now.
    last: Option<Look>,
}

impl<'b> Painter<'b> {
    /// A painter on a terminal whose style is reset.
    pub(super) fn new(bytes: &'b mut Vec<u8>) -> Self {
        Self {
            bytes,
            fg: Colour::RESET,
            bg: Colour::RESET,
            modifiers: Modifier::empty(),
            link: 0,
            place: None,
            last: None,
        }
    }

    /// Writes the cell at column `x` of row `y`, both from 0.
    #[inline]
    pub(super) fn cell(&mut self, x: u16, y: u16, row: &[Look], clusters: &Clusters, links: &Links) {
        let Some(&look) = row.get(usize::from(x)) else { return };
        match look.symbol().ascii() {
            // Most cells go on where the one before them ended, and look like it.
            Some(byte)
                if self.place == Some((x, y)) && self.last.is_some_and(|last| last.has_ink_of(look)) =>
            {
                self.bytes.push(byte);
                self.place = (usize::from(x) + 1 < row.len()).then_some((x + 1, y));
            }
            _ => self.any_cell(x, y, look, row, (clusters, links)),
        }
    }

    fn any_cell(&mut self, x: u16, y: u16, look: Look, row: &[Look], (clusters, links): (&Clusters, &Links)) {
        self.move_to(x, y, row);
        self.link_to(look.link(), links);
        self.style(look);
        let sure = if let Some(byte) = look.symbol().ascii() {
            self.bytes.push(byte);
            true
        } else {
            let mut room = [0; 4];
            let symbol = clusters.text(look.symbol(), &mut room);
            let shown = visible(symbol);
            self.bytes.extend_from_slice(shown.as_bytes());
            // Terminals disagree about the width of clusters and wide characters.
            shown.len() == symbol.len() && symbol.chars().nth(1).is_none() && look.width() == 1
        };
        let told = (look.fg(), look.bg(), look.modifiers()) == (self.fg, self.bg, self.modifiers);
        self.last = told.then_some(look);
        // At the right edge some terminals wrap at once and some wait.
        self.place = (sure && usize::from(x) + 1 < row.len()).then_some((x + 1, y));
    }

    /// Ends the link and resets the style.
    pub(super) fn finish(mut self, links: &Links) {
        self.link_to(0, links);
        if (self.fg, self.bg, self.modifiers) != (Colour::RESET, Colour::RESET, Modifier::empty()) {
            self.bytes.extend_from_slice(b"\x1b[m");
        }
    }

    fn move_to(&mut self, x: u16, y: u16, row: &[Look]) {
        match self.place {
            Some(place) if place == (x, y) => {}
            Some((from, line)) if line == y && from < x => {
                let between = row.get(usize::from(from)..usize::from(x)).unwrap_or_default();
                if between.len() <= LONGEST_REPEAT
                    && between.iter().all(|&look| {
                        look.symbol().ascii().is_some() && look.link() == self.link && self.has_style(look)
                    })
                {
                    // To write again what stands there is shorter than to pass over it.
                    self.bytes.extend(between.iter().filter_map(|look| look.symbol().ascii()));
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

    /// Begins or ends a link. All have one id, so that a terminal shows the lines of one address as one link.
    fn link_to(&mut self, link: u8, links: &Links) {
        if link == self.link {
            return;
        }
        self.link = link;
        self.bytes.extend_from_slice(b"\x1b]8;");
        match links.address(link) {
            Some(address) => {
                self.bytes.extend_from_slice(b"id=t12;");
                self.bytes.extend_from_slice(visible(address).as_bytes());
            }
            None => self.bytes.push(b';'),
        }
        self.bytes.extend_from_slice(b"\x1b\\");
    }

    /// Whether a cell looks right in the style the terminal has now. Nobody sees the colour of a blank.
    fn has_style(&self, look: Look) -> bool {
        let all = look.fg() == self.fg && look.modifiers() == self.modifiers;
        let blank = look.is_blank() && !self.modifiers.intersects(SEEN_ON_BLANKS);
        look.bg() == self.bg && (all || blank)
    }

    /// Ends modifiers and leaves the colours, which take more bytes to say again. Some end together.
    fn end_modifiers(&mut self, over: Modifier) {
        for (together, number) in ENDED {
            if together.intersects(over) {
                self.bytes.extend_from_slice(number);
                self.modifiers -= together;
            }
        }
    }

    fn style(&mut self, look: Look) {
        if self.has_style(look) {
            return;
        }
        // A blank needs nothing but its ground.
        let keep = look.is_blank() && !self.modifiers.intersects(SEEN_ON_BLANKS);
        let (fg, modifiers) = if keep { (self.fg, self.modifiers) } else { (look.fg(), look.modifiers()) };
        self.bytes.extend_from_slice(b"\x1b[");
        if !modifiers.contains(self.modifiers) {
            if (fg, look.bg()) == (Colour::RESET, Colour::RESET) {
                self.bytes.extend_from_slice(b"0;");
                (self.fg, self.bg, self.modifiers) = (Colour::RESET, Colour::RESET, Modifier::empty());
            } else {
                self.end_modifiers(self.modifiers - modifiers);
            }
        }
        for (_, number) in MODIFIERS.iter().filter(|(it, _)| (modifiers - self.modifiers).contains(*it)) {
            self.bytes.extend_from_slice(&[b'0' + number, b';']);
        }
        if fg != self.fg {
            fg.push(self.bytes, 30);
        }
        if look.bg() != self.bg {
            look.bg().push(self.bytes, 40);
        }
        (self.fg, self.bg, self.modifiers) = (fg, look.bg(), modifiers);
        if let Some(last) = self.bytes.last_mut() {
            *last = b'm';
        }
    }
}

/// The modifiers that one number ends together.
const ENDED: [(Modifier, &[u8]); 5] = [
    (Modifier::BOLD.union(Modifier::DIM), b"22;"),
    (Modifier::ITALIC, b"23;"),
    (Modifier::UNDERLINED, b"24;"),
    (Modifier::REVERSED, b"27;"),
    (Modifier::CROSSED_OUT, b"29;"),
];

/// Puts the cursor at column `x` of row `y`, both from 0.
pub(super) fn push_move(bytes: &mut Vec<u8>, x: u16, y: u16) {
    bytes.extend_from_slice(b"\x1b[");
    push_number(bytes, y + 1);
    bytes.push(b';');
    push_number(bytes, x + 1);
    bytes.push(b'H');
}
