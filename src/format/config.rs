//! A config file: how a person likes the program to be.

use super::theme::named;
use crate::scorecard::Code;
use crate::text::Span;

/// A text of the file with its place.
pub type Named = (Box<str>, Span);

/// A config as its file says it. What is not written is as the program has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConfigFile {
    /// Which theme.
    pub theme: Option<ThemeEntry>,
    /// The characters for marks and lines.
    pub glyphs: Option<(Characters, Span)>,
    /// Whether the mouse works from the start.
    pub mouse: Option<(bool, Span)>,
    /// Whether addresses are links of the terminal.
    pub links: Option<(bool, Span)>,
    /// How the editor is called.
    pub editor: Option<Named>,
    /// The two jurisdictions that gaps are measured between.
    pub poles: Option<([Code; 2], Span)>,
    /// The group whose spread is measured.
    pub group: Option<Named>,
    /// The weights of measures.
    pub weights: Option<Named>,
    /// Which levels are looked at.
    pub lens: Option<Named>,
    /// Who counts once in the group.
    pub units: Option<Named>,
    /// The name that stands beside what the person adds to shared files.
    pub reviewer: Option<Named>,
    /// The keys of commands, in the order of the file.
    pub keys: Vec<KeyEntry>,
}

impl ConfigFile {
    /// What stands for a part of a place in the template of the editor.
    pub const PLACEHOLDERS: [&str; 3] = ["{file}", "{line}", "{column}"];
}

/// Which theme a config asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThemeEntry {
    /// The same on every terminal.
    Always(Named),
    /// By the background of the terminal.
    ByBackground {
        /// On light ones.
        light: Option<Named>,
        /// On dark ones.
        dark: Option<Named>,
    },
}

impl ThemeEntry {
    /// Where it says so first.
    pub fn place(&self) -> Span {
        match self {
            Self::Always((_, at)) => *at,
            Self::ByBackground { light, dark } => {
                light.iter().chain(dark).map(|(_, at)| *at).min().unwrap_or_default()
            }
        }
    }
}

/// The keys of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyEntry {
    /// The id of the command.
    pub command: Named,
    /// Its sequences of keys; none where it has no keys.
    pub sequences: Vec<Named>,
}

named! {
    /// The characters for marks and lines.
    Characters { Unicode = "unicode", Ascii = "ascii" }
}
