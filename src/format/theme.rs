//! A theme file: how each meaning is painted.

use super::shape::{Field, Shape, role};

/// A theme as its file says it: every role of [`ROLES`] with its paint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFile {
    /// Its id.
    pub id: Box<str>,
    /// Its title.
    pub title: Box<str>,
    /// The terminal background it is made for.
    pub background: Background,
    /// The paint of each role, in the order of [`ROLES`].
    paints: Vec<Paint>,
}

impl ThemeFile {
    pub(super) fn new(id: Box<str>, title: Box<str>, background: Background, paints: Vec<Paint>) -> Self {
        Self { id, title, background, paints }
    }

    /// The paint of a role by its name; nothing for a name that is no role.
    pub fn paint(&self, role: &str) -> Option<Paint> {
        let place = ROLES.names().position(|name| name == role)?;
        self.paints.get(place).copied()
    }

    /// Every role with its paint, in the order of the table.
    pub fn paints(&self) -> impl Iterator<Item = (&'static str, Paint)> {
        ROLES.names().zip(self.paints.iter().copied())
    }
}

/// How a role is painted. What is not set is as the canvas has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a key of the file and independent of the others")]
pub struct Paint {
    /// The colour of the text.
    pub fg: Option<Colour>,
    /// The colour behind the text.
    pub bg: Option<Colour>,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
    /// Text and background swapped.
    pub reverse: bool,
    /// Dimmed.
    pub dim: bool,
}

/// A colour for terminals with true colour and its twin for those with sixteen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// Red, green and blue, 0 to 255 each, where the theme gives one.
    pub rgb: Option<[u8; 3]>,
    /// Its twin.
    pub twin: Colour16,
}

macro_rules! named {
    ($(#[$doc:meta])* $set:ident { $($item:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $set {
            $(#[doc = concat!("`", $word, "`")] $item),*
        }

        impl $set {
            /// Every value.
            pub const ALL: [Self; [$($word),*].len()] = [$(Self::$item),*];

            /// The word files use.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$item => $word),*
                }
            }
        }
    };
}

named! {
    /// The terminal background a theme is made for.
    Background { Dark = "dark", Light = "light", Any = "any" }
}

named! {
    /// One of the terminal's own colours.
    Colour16 {
        Default = "default",
        Black = "black",
        Red = "red",
        Green = "green",
        Yellow = "yellow",
        Blue = "blue",
        Magenta = "magenta",
        Cyan = "cyan",
        Gray = "gray",
        DarkGray = "dark-gray",
        LightRed = "light-red",
        LightGreen = "light-green",
        LightYellow = "light-yellow",
        LightBlue = "light-blue",
        LightMagenta = "light-magenta",
        LightCyan = "light-cyan",
        White = "white",
    }
}

macro_rules! roles {
    ($($name:literal)*) => { &[$(role($name)),*] };
}

const ROLE_FIELDS: &[Field] = roles! {
    "canvas" "text" "muted" "title" "accent" "key" "frame" "link"
    "selection" "cursor" "focus" "match" "tab-active" "tab"
    "level-0" "level-1" "level-2" "level-3" "level-4" "level-unknown" "level-na"
    "band-same" "band-narrow" "band-material" "band-wide" "band-opposite"
    "side-first" "side-second"
    "low-confidence" "changed"
    "notice" "warning" "error"
};

/// The roles of a theme, by meaning. Every theme paints all of them.
pub static ROLES: Shape = Shape { noun: "the roles of a theme", fields: ROLE_FIELDS, otherwise: None };
