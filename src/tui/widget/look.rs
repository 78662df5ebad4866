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

/// How a cell looks: all of it in one number, since field by field it costs several times as much to write and compare.
///
/// From the lowest bit: 32 for the symbol, 32 for the colour of the text, 32 for the colour of the ground, 16 for the
/// modifiers, 8 for the columns it takes, 8 for the number of the address it leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look(u128);

const SYMBOL: u128 = 0xffff_ffff;
const FG: u32 = 32;
const BG: u32 = 64;
const MODIFIERS_AT: u32 = 96;
const WIDTH: u32 = 112;
const LINK: u32 = 120;
/// A symbol, its width and its link.
const HELD: u128 = SYMBOL | 0xffff << WIDTH;
/// What is seen where nothing is written: the ground, and where it leads.
const GROUND: u128 = 0xffff_ffff << BG | 0xff << LINK;
/// Colours, modifiers and link.
const INK: u128 = !(SYMBOL | 0xff << WIDTH);
/// What tells a blank.
const BLANKNESS: u128 = SYMBOL | (SEEN_ON_BLANKS.bits() as u128) << MODIFIERS_AT;

impl Look {
    /// A blank on the terminal's own ground.
    pub const BLANK: Self = Self(' ' as u128 | 1 << WIDTH);

    /// What it holds.
    #[inline]
    pub fn symbol(self) -> Symbol {
        Symbol(self.0 as u32)
    }

    /// The colour of the text.
    #[inline]
    pub fn fg(self) -> Colour {
        Colour((self.0 >> FG) as u32)
    }

    /// The colour of the ground.
    #[inline]
    pub fn bg(self) -> Colour {
        Colour((self.0 >> BG) as u32)
    }

    /// Bold and the like, as far as it is drawn.
    #[inline]
    pub fn modifiers(self) -> Modifier {
        Modifier::from_bits_retain((self.0 >> MODIFIERS_AT) as u16)
    }

    /// The columns it takes, at least 1.
    #[inline]
    pub fn width(self) -> u8 {
        (self.0 >> WIDTH) as u8
    }

    /// The number of the address it leads to; 0 for none.
    #[inline]
    pub fn link(self) -> u8 {
        (self.0 >> LINK) as u8
    }

    /// Has it hold a symbol of so many columns that leads nowhere, in an ink.
    #[inline]
    pub(super) fn hold(&mut self, symbol: Symbol, columns: u8, ink: Ink) {
        let held = u128::from(symbol.0) | u128::from(columns) << WIDTH;
        self.0 = self.0 & ink.kept & !HELD | ink.laid | held;
    }

    /// Has it lead to an address.
    #[inline]
    pub fn lead_to(&mut self, link: u8) {
        self.0 = self.0 & !(0xff << LINK) | u128::from(link) << LINK;
    }

    /// Whether another has the same colours and modifiers and leads to the same address.
    #[inline]
    pub fn has_ink_of(self, other: Self) -> bool {
        (self.0 ^ other.0) & INK == 0
    }

    /// Whether nothing of it is seen but its ground.
    #[inline]
    pub fn is_blank(self) -> bool {
        self.0 & BLANKNESS == u128::from(b' ')
    }

    /// Whether nobody can tell it apart from another: nobody sees the colour of a blank.
    #[inline]
    pub fn looks_like(self, other: Self) -> bool {
        self == other || self.is_blank() && other.is_blank() && (self.0 ^ other.0) & GROUND == 0
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
            (None, _) => Look::BLANK.symbol(),
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

    /// What a symbol holds; `room` is where a character is written out.
    pub fn text<'t>(&'t self, symbol: Symbol, room: &'t mut [u8; 4]) -> &'t str {
        if symbol.0 & CLUSTER == 0 {
            char::from_u32(symbol.0).map_or("", |character| character.encode_utf8(room))
        } else {
            self.texts.get((symbol.0 & !CLUSTER) as usize).map_or("", |cluster| cluster)
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

/// What a style does to a cell, worked out once for all cells it is laid over: the bits it keeps and those it sets.
#[derive(Clone, Copy, Debug)]
pub(in crate::tui) struct Ink {
    kept: u128,
    laid: u128,
}

impl Ink {
    pub(in crate::tui) fn of(style: Style) -> Self {
        let taken = style.sub_modifier;
        let added = style.add_modifier.intersection(DRAWN) - taken;
        let modifiers = |them: Modifier| u128::from(them.bits()) << MODIFIERS_AT;
        let mut ink = Self { kept: !modifiers(taken | added), laid: modifiers(added) };
        for (colour, at) in [(style.fg, FG), (style.bg, BG)] {
            if let Some(colour) = colour {
                ink.kept &= !(0xffff_ffff << at);
                ink.laid |= u128::from(Colour::of(colour).0) << at;
            }
        }
        ink
    }

    /// Lays the style over a cell.
    #[inline]
    pub(super) fn lay_over(self, look: &mut Look) {
        look.0 = look.0 & self.kept | self.laid;
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

    fn look(character: u8, style: Style) -> Look {
        let mut look = Look::BLANK;
        look.hold(Symbol::printed(character), 1, Ink::of(style));
        look
    }

    #[test]
    fn what_is_laid_over_a_cell_is_read_from_it() {
        let mut look = look(b'a', Style::new().fg(Color::Red).bg(Color::Rgb(1, 2, 3)).bold().italic());
        look.lead_to(200);
        Ink::of(Style::new().fg(Color::Indexed(9)).not_bold().dim()).lay_over(&mut look);
        assert_eq!(
            (look.symbol().ascii(), look.width(), look.link(), look.modifiers()),
            (Some(b'a'), 1, 200, Modifier::ITALIC | Modifier::DIM)
        );
        assert_eq!((look.fg().color(), look.bg().color()), (Color::Indexed(9), Color::Rgb(1, 2, 3)));
        look.hold(Symbol::printed(b'b'), 2, Ink::of(Style::new()));
        assert_eq!((look.symbol().ascii(), look.width(), look.link()), (Some(b'b'), 2, 0));
        assert_eq!((look.fg().color(), look.bg().color()), (Color::Indexed(9), Color::Rgb(1, 2, 3)));
    }

    #[test]
    fn nobody_sees_the_colour_of_a_blank() {
        let red = Style::new().fg(Color::Red);
        assert!(look(b' ', red).looks_like(Look::BLANK));
        assert!(!look(b' ', red.bg(Color::Red)).looks_like(Look::BLANK), "but its ground");
        let underlined = Style::new().underlined();
        assert!(!look(b' ', red.underlined()).looks_like(look(b' ', underlined)), "and the line below it");
        assert!(!look(b'a', red).looks_like(look(b'a', Style::new())));
    }
}
