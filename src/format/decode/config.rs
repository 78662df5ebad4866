//! A config file.

use super::super::config::{ConfigFile, KeyEntry, Named, ThemeEntry};
use super::super::shape::THEME_BY_BACKGROUND;
use super::super::word::Words;
use super::reader::{Fields, Reader, Value, list, quoted};
use crate::diagnostic::Problem;
use crate::diagnostic::catalogue::{OUT_OF_RANGE, SAME_POLES, UNKNOWN_PLACEHOLDER};
use crate::scorecard::Code;
use crate::text::{Span, nearest};
use crate::yaml::Kind;

pub(super) fn config(reader: &mut Reader<'_>, fields: &Fields<'_>) -> ConfigFile {
    ConfigFile {
        theme: theme(reader, fields),
        glyphs: choice(reader, fields, "glyphs"),
        mouse: choice(reader, fields, "mouse"),
        links: choice(reader, fields, "links"),
        editor: editor(reader, fields),
        poles: poles(reader, fields),
        group: named(reader, fields, "group"),
        weights: named(reader, fields, "weights"),
        lens: named(reader, fields, "lens"),
        units: named(reader, fields, "units"),
        reviewer: named(reader, fields, "reviewer"),
        keys: keys(reader, fields),
    }
}

fn named(reader: &mut Reader<'_>, fields: &Fields<'_>, name: &'static str) -> Option<Named> {
    let value = fields.get(name)?;
    Some((reader.text(value)?, value.node.place()))
}

fn choice<T: Words>(reader: &mut Reader<'_>, fields: &Fields<'_>, name: &'static str) -> Option<(T, Span)> {
    let value = fields.get(name)?;
    Some((reader.choice(value)?, value.node.place()))
}

fn theme(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<ThemeEntry> {
    let value = fields.get("theme")?;
    if value.node.kind() != Kind::Mapping {
        return named(reader, fields, "theme").map(ThemeEntry::Always);
    }
    let by = reader.fields(value.node, &THEME_BY_BACKGROUND, fields.key_place("theme"))?;
    let light = named(reader, &by, "light");
    Some(ThemeEntry::ByBackground { light, dark: named(reader, &by, "dark") })
}

/// The template of the editor, whose words in braces have to be known.
fn editor(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<Named> {
    let (template, at) = named(reader, fields, "editor")?;
    let words = template.match_indices('{').map(|(start, _)| {
        let end = template[start..].find('}').map_or(template.len(), |length| start + length + 1);
        &template[start..end]
    });
    let unknown = words.into_iter().find(|word| !ConfigFile::PLACEHOLDERS.contains(word));
    let Some(word) = unknown else { return Some((template, at)) };
    let help = match nearest(word, ConfigFile::PLACEHOLDERS) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("it is one of {}", list(ConfigFile::PLACEHOLDERS.into_iter())),
    };
    let message = format!("{} stands for nothing", quoted(word));
    let problem = Problem::new(&UNKNOWN_PLACEHOLDER, reader.file, at, message).label("in this template");
    reader.say(problem.help(help));
    None
}

fn poles(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<([Code; 2], Span)> {
    let value = fields.get("poles")?;
    let items: Vec<Value<'_>> = reader.items(Some(value)).collect();
    let codes: Vec<(Code, Span)> =
        items.iter().filter_map(|&item| Some((reader.code(item)?, item.node.place()))).collect();
    if value.node.kind() != Kind::Sequence || codes.len() < items.len() {
        return None;
    }
    let [(first, _), (second, again)] = codes[..] else {
        let message = format!("there are two poles, not {}", items.len());
        let problem = reader.problem_at(&OUT_OF_RANGE, value.node, message);
        reader.say(problem.help("write two codes, such as `poles: [EU, US]`"));
        return None;
    };
    if first == second {
        let message = format!("both poles are `{first}`");
        reader.say(Problem::new(&SAME_POLES, reader.file, again, message).label("the same again"));
        return None;
    }
    Some(([first, second], value.node.place()))
}

/// The commands with their keys. One whose list cannot be read keeps its own keys.
fn keys(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Vec<KeyEntry> {
    let mut found = Vec::new();
    for entry in reader.entries(fields.get("keys")) {
        let id = reader.text(Value { node: entry.key, name: "keys" });
        let value = Value { node: entry.value, name: "keys" };
        let items: Vec<Value<'_>> = reader.items(Some(value)).collect();
        let sequences: Vec<Named> =
            items.iter().filter_map(|&item| Some((reader.text(item)?, item.node.place()))).collect();
        let whole = entry.value.kind() == Kind::Sequence && sequences.len() == items.len();
        if let Some(id) = id.filter(|_| whole) {
            found.push(KeyEntry { command: (id, entry.key.place()), sequences });
        }
    }
    found
}
