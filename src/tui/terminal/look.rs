//! How a cell looks, in a few numbers: a screen has ten thousand cells, and each is compared with what the terminal
//! shows on every frame.

use std::collections::BTreeMap;

use ratatui::buffer::{Cell, CellWidth};
use ratatui::style::{Color, Modifier};

/// The modifiers that are drawn and their numbers.
pub(super) const MODIFIERS: [(Modifier, u8); 6] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::REVERSED, 7),
    (Modifier::CROSSED_OUT, 9),
];

const DRAWN: Modifier = Modifier::BOLD
    .union(Modifier::DIM)
    .union(Modifier::ITALIC)
    .union(Modifier::UNDERLINED)
    .union(Modifier::REVERSED)
    .union(Modifier::CROSSED_OUT);

/// The modifiers that are seen where nothing is written.
pub(super) const SEEN_ON_BLANKS: Modifier =
    Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);

/// How a cell looks. Two cells that nobody can tell apart have the same look: nobody sees the colour of a blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) symbol: Symbol,
    pub(super) fg: Colour,
    pub(super) bg: Colour,
    pub(super) modifiers: Modifier,
    /// The columns it takes, at least 1.
    pub(super) width: u8,
    /// The number of the address it leads to; 0 for none.
    pub(super) link: u8,
}

impl Look {
    /// A blank on the terminal's own ground.
    pub(super) const BLANK: Self = Self {
        symbol: Symbol(' ' as u32),
        fg: Colour::RESET,
        bg: Colour::RESET,
        modifiers: Modifier::empty(),
        width: 1,
        link: 0,
    };

    /// How a cell looks.
    #[inline]
    pub(super) fn of(cell: &Cell, clusters: &mut Clusters) -> Self {
        let bg = Colour::of(cell.bg);
        let modifiers = cell.modifier.intersection(DRAWN);
        if let [byte @ 0x20..=0x7e] = cell.symbol().as_bytes() {
            if *byte == b' ' && !modifiers.intersects(SEEN_ON_BLANKS) {
                return Self { bg, ..Self::BLANK };
            }
            return Self {
                symbol: Symbol(u32::from(*byte)),
                fg: Colour::of(cell.fg),
                bg,
                modifiers,
                width: 1,
                link: 0,
            };
        }
        let width = cell.cell_width().clamp(1, u16::from(u8::MAX)) as u8;
        Self {
            symbol: clusters.symbol(cell.symbol()),
            fg: Colour::of(cell.fg),
            bg,
            modifiers,
            width,
            link: 0,
        }
    }

    /// Whether nothing of it is seen but its ground.
    pub(super) fn is_blank(&self) -> bool {
        self.symbol == Self::BLANK.symbol && !self.modifiers.intersects(SEEN_ON_BLANKS)
    }
}

/// What a cell holds: a character, or the number of a cluster of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Symbol(u32);

/// Above all characters.
const CLUSTER: u32 = 1 << 31;

impl Symbol {
    /// The byte of a printable ASCII character.
    #[inline]
    pub(super) fn ascii(self) -> Option<u8> {
        if (0x20..=0x7e).contains(&self.0) { Some(self.0 as u8) } else { None }
    }
}

/// The clusters of several characters that were seen on the screen. Few scripts have any.
#[derive(Debug, Default)]
pub(super) struct Clusters {
    numbers: BTreeMap<Box<str>, u32>,
    texts: Vec<Box<str>>,
}

impl Clusters {
    /// More than so many are not remembered from one frame to the next: a file may hold any number of them.
    const MOST: usize = 10_000;

    fn symbol(&mut self, text: &str) -> Symbol {
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (Some(only), None) => Symbol(u32::from(only)),
            (None, _) => Look::BLANK.symbol,
            _ => Symbol(CLUSTER | self.number(text)),
        }
    }

    fn number(&mut self, text: &str) -> u32 {
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        let number = self.texts.len() as u32;
        self.numbers.insert(text.into(), number);
        self.texts.push(text.into());
        number
    }

    /// What a symbol holds, appended to `text`.
    pub(super) fn push(&self, symbol: Symbol, text: &mut String) {
        if symbol.0 & CLUSTER == 0 {
            text.extend(char::from_u32(symbol.0));
        } else if let Some(cluster) = self.texts.get((symbol.0 & !CLUSTER) as usize) {
            text.push_str(cluster);
        }
    }

    /// Forgets all of them where there are too many; tells whether it did, for then no look means anything any more.
    pub(super) fn forget_too_many(&mut self) -> bool {
        let too_many = self.texts.len() > Self::MOST;
        if too_many {
            *self = Self::default();
        }
        too_many
    }
}

/// A colour as one number: what kind it is, then which one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Colour(u32);

const RGB: u32 = 1 << 24;
const INDEXED: u32 = 2 << 24;
const NAMED: u32 = 3 << 24;

impl Colour {
    /// The terminal's own.
    pub(super) const RESET: Self = Self(0);

    #[inline]
    fn of(colour: Color) -> Self {
        Self(match colour {
            Color::Rgb(r, g, b) => RGB | u32::from(r) << 16 | u32::from(g) << 8 | u32::from(b),
            Color::Indexed(number) => INDEXED | u32::from(number),
            Color::Reset => 0,
            named => NAMED | u32::from(named_offset(named)),
        })
    }

    /// The sequence for text (`base` 30) or its ground (`base` 40), with a `;` after it.
    pub(super) fn push(self, bytes: &mut Vec<u8>, base: u8) {
        let [kind, r, g, b] = self.0.to_be_bytes().map(u16::from);
        let base = u16::from(base);
        match u32::from(kind) << 24 {
            RGB => {
                push_number(bytes, base + 8);
                bytes.extend_from_slice(b";2");
                for channel in [r, g, b] {
                    bytes.push(b';');
                    push_number(bytes, channel);
                }
            }
            INDEXED => {
                push_number(bytes, base + 8);
                bytes.extend_from_slice(b";5;");
                push_number(bytes, b);
            }
            NAMED => push_number(bytes, base + b),
            _ => push_number(bytes, base + 9),
        }
        bytes.push(b';');
    }
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

/// A number in digits. The machinery of formatting costs more than all else that is done for a cell.
pub(super) fn push_number(bytes: &mut Vec<u8>, number: u16) {
    if number >= 10 {
        push_number(bytes, number / 10);
    }
    bytes.push(b'0' + (number % 10) as u8);
}
