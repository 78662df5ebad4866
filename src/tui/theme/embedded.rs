//! The themes that are part of the program. Only the one in use is read.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier};
use serde::Deserialize;

use super::{Look, Paint, ThemeError};

const EMBEDDED: [(&str, &str); 5] = [
    ("dark", include_str!("../../../themes/dark.yaml")),
    ("paper", include_str!("../../../themes/paper.yaml")),
    ("contrast", include_str!("../../../themes/contrast.yaml")),
    ("cvd", include_str!("../../../themes/cvd.yaml")),
    ("mono", include_str!("../../../themes/mono.yaml")),
];

/// The names of the shipped themes, in the order they are offered.
pub fn ids() -> impl Iterator<Item = &'static str> {
    EMBEDDED.iter().map(|(id, _)| *id)
}

/// A theme file as far as it is drawn with.
#[derive(Deserialize)]
pub(super) struct File {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) roles: BTreeMap<String, Look>,
}

pub(super) fn read(id: &str) -> Result<File, ThemeError> {
    let (_, text) = EMBEDDED
        .iter()
        .find(|(known, _)| *known == id)
        .ok_or_else(|| ThemeError::Unknown { id: id.to_owned() })?;
    serde_yaml::from_str(text)
        .map_err(|error| ThemeError::Unreadable { id: id.to_owned(), reason: error.to_string() })
}

/// A role as files write it.
#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "the file has one switch a modifier")]
struct Written {
    fg: Option<String>,
    fg16: Option<String>,
    bg: Option<String>,
    bg16: Option<String>,
    bold: bool,
    italic: bool,
    underline: bool,
    reverse: bool,
    dim: bool,
}

impl<'de> Deserialize<'de> for Look {
    fn deserialize<D: serde::Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let written = Written::deserialize(reader)?;
        let modifiers = [
            (written.bold, Modifier::BOLD),
            (written.italic, Modifier::ITALIC),
            (written.underline, Modifier::UNDERLINED),
            (written.reverse, Modifier::REVERSED),
            (written.dim, Modifier::DIM),
        ];
        Ok(Self {
            text: Paint {
                rgb: written.fg.as_deref().and_then(rgb),
                ansi: written.fg16.as_deref().and_then(ansi),
            },
            ground: Paint {
                rgb: written.bg.as_deref().and_then(rgb),
                ansi: written.bg16.as_deref().and_then(ansi),
            },
            modifiers: modifiers.into_iter().filter(|(set, _)| *set).map(|(_, modifier)| modifier).collect(),
        })
    }
}

fn rgb(text: &str) -> Option<(u8, u8, u8)> {
    let number = u32::from_str_radix(text.strip_prefix('#')?, 16).ok()?;
    let [_, r, g, b] = number.to_be_bytes();
    Some((r, g, b))
}

fn ansi(name: &str) -> Option<Color> {
    Some(match name {
        "default" => Color::Reset,
        "black" => Color::Black,
        "red" => Color::Red,
        "green" => Color::Green,
        "yellow" => Color::Yellow,
        "blue" => Color::Blue,
        "magenta" => Color::Magenta,
        "cyan" => Color::Cyan,
        "gray" => Color::Gray,
        "dark-gray" => Color::DarkGray,
        "light-red" => Color::LightRed,
        "light-green" => Color::LightGreen,
        "light-yellow" => Color::LightYellow,
        "light-blue" => Color::LightBlue,
        "light-magenta" => Color::LightMagenta,
        "light-cyan" => Color::LightCyan,
        "white" => Color::White,
        _ => return None,
    })
}
