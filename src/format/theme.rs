//! A theme file: how each meaning is painted.

use super::shape::{Field, Shape, maybe_role, role};
use crate::text::Span;

/// A theme as its file says it: a theme of its own, or changes to another one that it extends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFile {
    /// Its id.
    pub id: Box<str>,
    /// Its title.
    pub title: Box<str>,
    /// The terminal background it is made for.
    pub background: Background,
    /// The theme that paints the roles this file does not.
    pub extends: Option<Extends>,
    /// What the file paints, in the order of [`ROLES`].
    painted: Vec<Option<Painted>>,
}

/// The theme that another one extends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extends {
    /// Its name.
    pub name: Box<str>,
    /// Where it is named.
    pub at: Span,
}

/// The paint of a role and where it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Painted {
    /// The paint.
    pub paint: Paint,
    /// The place of the role's name in the file.
    pub at: Span,
}

impl ThemeFile {
    pub(super) fn new(
        id: Box<str>,
        title: Box<str>,
        background: Background,
        extends: Option<Extends>,
        painted: Vec<Option<Painted>>,
    ) -> Self {
        Self { id, title, background, extends, painted }
    }

    /// The paint of a role by its name; nothing where the file does not paint it, or the name is no role.
    pub fn paint(&self, role: &str) -> Option<Paint> {
        self.painted(role).map(|painted| painted.paint)
    }

    /// The paint of a role with its place; nothing where the file does not paint it, or the name is no role.
    pub fn painted(&self, role: &str) -> Option<Painted> {
        let place = ROLES.names().position(|name| name == role)?;
        self.painted.get(place).copied().flatten()
    }

    /// The theme with every role it does not paint as another one has it.
    #[must_use]
    pub fn completed_by(&self, base: &Self) -> Self {
        let painted = self.painted.iter().zip(&base.painted).map(|(own, other)| own.or(*other)).collect();
        Self { painted, ..self.clone() }
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

pub(super) use named;

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
    ($($name:literal)*) => {
        const ALL_ROLES: &[Field] = &[$(role($name)),*];
        const SOME_ROLES: &[Field] = &[$(maybe_role($name)),*];
    };
}

roles! {
    "canvas" "text" "muted" "title" "accent" "key" "frame" "link"
    "selection" "cursor" "focus" "match" "tab-active" "tab"
    "level-0" "level-1" "level-2" "level-3" "level-4" "level-unknown" "level-na"
    "band-same" "band-narrow" "band-material" "band-wide" "band-opposite"
    "side-first" "side-second"
    "low-confidence" "changed"
    "notice" "warning" "error"
}

/// The roles of a theme, by meaning. A theme that extends no other paints all of them.
pub static ROLES: Shape = Shape { noun: "the roles of a theme", fields: ALL_ROLES, otherwise: None };

/// The roles of a theme that extends another: those that look otherwise.
pub(super) static CHANGED_ROLES: Shape =
    Shape { noun: "the roles of a theme", fields: SOME_ROLES, otherwise: None };
