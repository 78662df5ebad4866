//! How a cell looks, in sixteen bytes: a screen has ten thousand cells, and each is written and compared with what the
//! terminal shows on every frame.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};

/// The modifiers that are drawn and their numbers.
pub const MODIFIERS: [(Modifier, u8); 6] = [
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
pub const SEEN_ON_BLANKS: Modifier =
    Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);

/// How a cell looks.
#[derive(Clone, Copy, Debug, Eq)]
#[repr(C)]
pub struct Look {
    /// What it holds.
    pub symbol: Symbol,
    /// The colour of the text.
    pub fg: Colour,
    /// The colour of the ground.
    pub bg: Colour,
    /// Bold and the like, as far as it is drawn.
    pub modifiers: Modifier,
    /// The columns it takes, at least 1.
    pub width: u8,
    /// The number of the address it leads to; 0 for none.
    pub link: u8,
}

/// As one number: field by field costs three times as much.
impl PartialEq for Look {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.bits() == other.bits()
    }
}

impl Look {
    /// All fields in the order they lie in memory, so that this is one load.
    #[inline]
    fn bits(&self) -> u128 {
        u128::from(self.symbol.0)
            | u128::from(self.fg.0) << 32
            | u128::from(self.bg.0) << 64
            | u128::from(self.modifiers.bits()) << 96
            | u128::from(self.width) << 112
            | u128::from(self.link) << 120
    }

    /// A blank on the terminal's own ground.
    pub const BLANK: Self = Self {
        symbol: Symbol(' ' as u32),
        fg: Colour::RESET,
        bg: Colour::RESET,
        modifiers: Modifier::empty(),
        width: 1,
        link: 0,
    };

    /// Whether nothing of it is seen but its ground.
    pub fn is_blank(&self) -> bool {
        self.symbol == Self::BLANK.symbol && !self.modifiers.intersects(SEEN_ON_BLANKS)
    }

    /// Whether nobody can tell it apart from another: nobody sees the colour of a blank.
    #[inline]
    pub fn looks_like(&self, other: &Self) -> bool {
        let as_ground = |look: &Self| look.is_blank().then_some((look.bg, look.link));
        self == other || as_ground(self).is_some_and(|ground| as_ground(other) == Some(ground))
    }
}

/// What a cell holds: a character, or the number of a cluster of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Symbol(u32);

/// Above all characters.
const CLUSTER: u32 = 1 << 31;

impl Symbol {
    /// A printable ASCII character by its byte.
    #[inline]
    pub(super) fn printed(byte: u8) -> Self {
        Self(u32::from(byte))
    }

    /// The byte of a printable ASCII character.
    #[inline]
    pub fn ascii(self) -> Option<u8> {
        if (0x20..=0x7e).contains(&self.0) { Some(self.0 as u8) } else { None }
    }
}

/// The clusters of several characters that were seen on the screen. Few scripts have any.
#[derive(Debug, Default)]
pub struct Clusters {
    numbers: BTreeMap<Box<str>, u32>,
    texts: Vec<Box<str>>,
}

impl Clusters {
    /// More than so many are not remembered from one frame to the next: a file may hold any number of them.
    const MOST: usize = 10_000;

    /// The symbol of a cluster; a blank where it is empty.
    pub(super) fn symbol(&mut self, text: &str) -> Symbol {
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
    pub fn push(&self, symbol: Symbol, text: &mut String) {
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
pub struct Colour(u32);

const RGB: u32 = 1 << 24;
const INDEXED: u32 = 2 << 24;
const NAMED: u32 = 3 << 24;

/// The colours with names, each with its distance from the first of the eight dark ones.
const NAMES: [(Color, u8); 16] = [
    (Color::Black, 0),
    (Color::Red, 1),
    (Color::Green, 2),
    (Color::Yellow, 3),
    (Color::Blue, 4),
    (Color::Magenta, 5),
    (Color::Cyan, 6),
    (Color::Gray, 7),
    (Color::DarkGray, 60),
    (Color::LightRed, 61),
    (Color::LightGreen, 62),
    (Color::LightYellow, 63),
    (Color::LightBlue, 64),
    (Color::LightMagenta, 65),
    (Color::LightCyan, 66),
    (Color::White, 67),
];

impl Colour {
    /// The terminal's own.
    pub const RESET: Self = Self(0);

    #[inline]
    fn of(colour: Color) -> Self {
        Self(match colour {
            Color::Rgb(r, g, b) => RGB | u32::from(r) << 16 | u32::from(g) << 8 | u32::from(b),
            Color::Indexed(number) => INDEXED | u32::from(number),
            named => {
                let found = NAMES.iter().find(|(colour, _)| *colour == named);
                found.map_or(0, |&(_, offset)| NAMED | u32::from(offset))
            }
        })
    }

    /// The colour as ratatui writes it.
    pub fn color(self) -> Color {
        let [kind, r, g, b] = self.0.to_be_bytes();
        match u32::from(kind) << 24 {
            RGB => Color::Rgb(r, g, b),
            INDEXED => Color::Indexed(b),
            NAMED => {
                NAMES.iter().find(|(_, offset)| *offset == b).map_or(Color::Reset, |(colour, _)| *colour)
            }
            _ => Color::Reset,
        }
    }

    /// The sequence for text (`base` 30) or its ground (`base` 40), with a `;` after it.
    pub fn push(self, bytes: &mut Vec<u8>, base: u8) {
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

/// What a style does to a cell, worked out once for all cells it is laid over.
#[derive(Clone, Copy, Debug)]
pub(in crate::tui) struct Ink {
    fg: Option<Colour>,
    bg: Option<Colour>,
    added: Modifier,
    taken: Modifier,
}

impl Ink {
    pub(in crate::tui) fn of(style: Style) -> Self {
        Self {
            fg: style.fg.map(Colour::of),
            bg: style.bg.map(Colour::of),
            added: style.add_modifier.intersection(DRAWN),
            taken: style.sub_modifier,
        }
    }

    /// Lays the style over a cell.
    #[inline]
    pub(super) fn lay_over(self, look: &mut Look) {
        look.fg = self.fg.unwrap_or(look.fg);
        look.bg = self.bg.unwrap_or(look.bg);
        look.modifiers = (look.modifiers | self.added) - self.taken;
    }
}

/// A number in digits. The machinery of formatting costs more than all else that is done for a cell.
pub fn push_number(bytes: &mut Vec<u8>, number: u16) {
    if number >= 10 {
        push_number(bytes, number / 10);
    }
    bytes.push(b'0' + (number % 10) as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_comes_back_as_it_was() {
        let named = NAMES.map(|(colour, _)| colour);
        for colour in [Color::Reset, Color::Rgb(1, 2, 3), Color::Indexed(7)].into_iter().chain(named) {
            assert_eq!(Colour::of(colour).color(), colour);
        }
    }

    #[test]
    fn nobody_sees_the_colour_of_a_blank() {
        let red = Look { fg: Colour::of(Color::Red), ..Look::BLANK };
        assert!(red.looks_like(&Look::BLANK));
        assert!(!Look { bg: red.fg, ..red }.looks_like(&Look::BLANK), "but its ground");
        let underlined = Look { modifiers: Modifier::UNDERLINED, ..red };
        assert!(!underlined.looks_like(&Look { fg: Colour::RESET, ..underlined }), "and the line below it");
        let letter = Look { symbol: Symbol::printed(b'a'), ..red };
        assert!(!letter.looks_like(&Look { fg: Colour::RESET, ..letter }));
    }
}
