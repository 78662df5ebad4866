//! A theme of the terminal program.

use super::super::shape::PAINT;
use super::super::theme::{
    Background, CHANGED_ROLES, Colour, Colour16, Extends, Paint, Painted, ROLES, ThemeFile,
};
use super::reader::{Fields, Reader, Value, quoted};
use crate::diagnostic::catalogue::UNKNOWN_VALUE;

pub(super) fn theme(reader: &mut Reader<'_>, fields: &Fields<'_>) -> ThemeFile {
    let id = fields.get("id").and_then(|id| reader.id(id)).unwrap_or_default();
    let title = fields.get("title").and_then(|title| reader.text(title)).unwrap_or_default();
    let background = fields.get("background").and_then(|word| reader.choice(word)).unwrap_or(Background::Any);
    let extends = fields.get("extends").and_then(|name| extends(reader, name));
    let shape = if fields.lacks("extends") { &ROLES } else { &CHANGED_ROLES };
    let roles =
        fields.get("roles").and_then(|roles| reader.fields(roles.node, shape, fields.key_place("roles")));
    let nothing = || vec![None; ROLES.fields.len()];
    let painted = roles.map_or_else(nothing, |roles| painted(reader, &roles));
    ThemeFile::new(id, title, background, extends, painted)
}

fn extends(reader: &mut Reader<'_>, name: Value<'_>) -> Option<Extends> {
    Some(Extends { name: reader.text(name)?, at: name.node.place() })
}

fn painted(reader: &mut Reader<'_>, roles: &Fields<'_>) -> Vec<Option<Painted>> {
    ROLES
        .names()
        .map(|name| {
            let value = roles.get(name)?;
            let at = roles.key_place(name);
            let fields = reader.fields(value.node, &PAINT, at)?;
            Some(Painted { paint: paint(reader, &fields), at })
        })
        .collect()
}

fn paint(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Paint {
    let mut flag = |name| fields.get(name).and_then(|word| reader.choice(word)).unwrap_or_default();
    let mut paint = Paint {
        bold: flag("bold"),
        italic: flag("italic"),
        underline: flag("underline"),
        reverse: flag("reverse"),
        dim: flag("dim"),
        ..Paint::default()
    };
    paint.fg = colour(reader, fields, "fg", "fg16");
    paint.bg = colour(reader, fields, "bg", "bg16");
    paint
}

/// A colour with its twin. The twin may stand alone, never the colour for terminals with true colour only.
fn colour(
    reader: &mut Reader<'_>,
    fields: &Fields<'_>,
    name: &'static str,
    twin: &'static str,
) -> Option<Colour> {
    let rgb = fields.get(name).and_then(|value| rgb(reader, value));
    if fields.get(name).is_some() && fields.get(twin).is_none() {
        reader.missing([twin].into_iter(), "a role with a colour", fields.key_place(name));
    }
    let twin = fields.get(twin).and_then(|word| reader.choice::<Colour16>(word))?;
    Some(Colour { rgb, twin })
}

fn rgb(reader: &mut Reader<'_>, value: Value<'_>) -> Option<[u8; 3]> {
    let text = reader.text(value)?;
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii());
    let byte = |at: usize| u8::from_str_radix(digits?.get(at..at + 2)?, 16).ok();
    if let (Some(red), Some(green), Some(blue)) = (byte(0), byte(2), byte(4)) {
        return Some([red, green, blue]);
    }
    let problem = reader
        .problem_at(&UNKNOWN_VALUE, value.node, format!("{} is not a colour", quoted(&text)))
        .label("not a colour")
        .help("write it as \"#rrggbb\", in quotes, with hexadecimal digits");
    reader.say(problem);
    None
}
