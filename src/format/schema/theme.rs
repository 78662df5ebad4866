//! A theme.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::super::theme::{Background, Colour16, ROLES};
use super::super::word::Version;
use super::value::{Id, OneOf, Rgb, Text, ThemeKind};

/// How each meaning is painted on the terminal.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields, extend("if" = {"not": {"required": ["extends"]}}, "then" = every_role()))]
pub struct ThemeFile {
    /// What the file is.
    pub kind: ThemeKind,
    /// The version of the file's shape.
    pub version: OneOf<Version>,
    /// The name it is asked for by.
    pub id: Id,
    /// The name people read.
    pub title: Text,
    /// The terminal background it is made for.
    pub background: OneOf<Background>,
    /// The theme that paints what this one does not: one of the program's, one beside this file, or one of your own.
    pub extends: Option<Text>,
    /// The paint of each role; `{}` leaves it as the canvas has it. Every role must be there, unless another theme is
    /// extended.
    pub roles: Roles,
}

/// What a theme without another one behind it needs.
fn every_role() -> Value {
    let names: Vec<&str> = ROLES.names().collect();
    json!({"properties": {"roles": {"required": names}}})
}

/// The roles with their paint.
#[derive(Debug)]
pub struct Roles;

impl JsonSchema for Roles {
    fn schema_name() -> Cow<'static, str> {
        "Roles".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let paint = generator.subschema_for::<Paint>();
        let properties: Map<String, Value> =
            ROLES.names().map(|name| (name.to_owned(), paint.clone().to_value())).collect();
        json_schema!({
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
        })
    }
}

/// How a role is painted. A colour for true colour always has its twin among the sixteen.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields, extend("dependentRequired" = {"fg": ["fg16"], "bg": ["bg16"]}))]
pub struct Paint {
    /// The colour of the text.
    pub fg: Option<Rgb>,
    /// Its twin where there are sixteen colours.
    pub fg16: Option<OneOf<Colour16>>,
    /// The colour behind the text.
    pub bg: Option<Rgb>,
    /// Its twin where there are sixteen colours.
    pub bg16: Option<OneOf<Colour16>>,
    /// Bold.
    pub bold: Option<OneOf<bool>>,
    /// Italic.
    pub italic: Option<OneOf<bool>>,
    /// Underlined.
    pub underline: Option<OneOf<bool>>,
    /// Text and background swapped.
    pub reverse: Option<OneOf<bool>>,
    /// Dimmed.
    pub dim: Option<OneOf<bool>>,
}
