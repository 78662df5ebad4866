//! A config.

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::super::config::Characters;
use super::super::word::Version;
use super::value::{Code, ConfigKind, OneOf, Text};

/// How a person likes the program to be. What is not written is as the program has it.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ConfigFile {
    /// What the file is.
    pub kind: ConfigKind,
    /// The version of the file's shape.
    pub version: OneOf<Version>,
    /// The theme: a name, or one for light and one for dark terminals.
    pub theme: Option<Theme>,
    /// The characters for marks and lines.
    pub glyphs: Option<OneOf<Characters>>,
    /// Whether the mouse works from the start.
    pub mouse: Option<OneOf<bool>>,
    /// Whether addresses are links of the terminal, where it knows such links.
    pub links: Option<OneOf<bool>>,
    /// How the editor is called; {file}, {line} and {column} stand for the place to open.
    pub editor: Option<Text>,
    /// The two jurisdictions that gaps are measured between.
    pub poles: Option<[Code; 2]>,
    /// The group whose spread is measured: a group of the board, or all.
    pub group: Option<Text>,
    /// The weights of measures: authored, equal, or a weight set of the board.
    pub weights: Option<Text>,
    /// Which levels are looked at: as recorded, in force, the least confidence, or a date.
    pub lens: Option<Text>,
    /// Who counts once in the group: decision (a union and those who inherit from it once) or members (everyone).
    pub units: Option<Text>,
    /// Your name, as it stands beside what you add to shared files, such as a saved view.
    pub reviewer: Option<Text>,
    /// The keys of commands by the command's id; an empty list leaves a command to the palette.
    pub keys: Option<BTreeMap<String, Vec<Text>>>,
}

/// A name, or one for each background of the terminal.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub enum Theme {
    /// The same on every terminal.
    Always(Text),
    /// By the background of the terminal.
    ByBackground(ByBackground),
}

/// A theme for light and one for dark terminals.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ByBackground {
    /// On light terminals.
    pub light: Option<Text>,
    /// On dark terminals.
    pub dark: Option<Text>,
}
