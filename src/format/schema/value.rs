//! The scalars of the files as schemas.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::super::Kind;
use super::super::word::{Words, words_of};

/// A text. What YAML takes for a number or a truth is text here too.
#[derive(Debug)]
pub struct Text(pub String);

/// An id: a-z, 0-9 and hyphens.
#[derive(Debug)]
pub struct Id;

/// A jurisdiction's code: 1 to 8 of A-Z, 0-9 and hyphens.
#[derive(Debug)]
pub struct Code;

/// A date as exact as it is known: 2021, 2021-09 or 2021-09-09.
#[derive(Debug)]
pub struct Date;

/// A weight: 0 to 100 with at most three decimals.
#[derive(Debug)]
pub struct Weight(pub f64);

/// A whole number of days, 1 to 36,500.
#[derive(Debug)]
pub struct Days;

/// A colour as `#rrggbb`.
#[derive(Debug)]
pub struct Rgb;

/// The area's id, a slash and the measure's id.
#[derive(Debug)]
pub struct MeasurePath;

/// The area's id, the measure's id and a jurisdiction's code, with slashes between.
#[derive(Debug)]
pub struct PositionPath;

/// A word of a set.
#[derive(Debug)]
pub struct OneOf<T>(PhantomData<T>);

macro_rules! scalar {
    ($($type:ident $schema:tt)*) => {$(
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )*};
}

scalar! {
    Text {"type": ["string", "number", "boolean"]}
    Id {"type": "string", "pattern": "^[a-z0-9-]+$"}
    Code {"type": "string", "pattern": "^[A-Z0-9-]{1,8}$"}
    Date {
        "type": ["string", "integer"],
        "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
        "minimum": 1000,
        "maximum": 9999
    }
    Weight {
        "type": ["number", "string"],
        "minimum": 0,
        "maximum": 100,
        "pattern": "^[0-9]{1,3}(\\.[0-9]*)?$"
    }
    Days {"type": ["integer", "string"], "minimum": 1, "maximum": 36_500, "pattern": "^[1-9][0-9]{0,4}$"}
    Rgb {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"}
    MeasurePath {"type": "string", "pattern": "^[a-z0-9-]+/[a-z0-9-]+$"}
    PositionPath {"type": "string", "pattern": "^[a-z0-9-]+/[a-z0-9-]+/[A-Z0-9-]{1,8}$"}
}

impl<T: Words> JsonSchema for OneOf<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        words_of::<T>().join("_or_").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words = words_of::<T>();
        // What YAML reads as a number or a truth may be written as either.
        let typed = words.iter().filter_map(|word| serde_json::from_str::<Value>(word).ok());
        let values: Vec<Value> = typed.chain(words.iter().map(|&word| word.into())).collect();
        json_schema!({"enum": values})
    }
}

macro_rules! kinds {
    ($($type:ident $kind:ident)*) => {$(
        #[doc = concat!("The kind of this file: ", stringify!($kind))]
        #[derive(Debug)]
        pub struct $type;

        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let kind = json!(Kind::$kind.key());
                json_schema!({"const": kind})
            }
        }
    )*};
}

kinds! {
    BoardKind Board
    ScorecardKind Scorecard
    EntitiesKind Entities
    ScenarioKind Scenario
    ThemeKind Theme
    ConfigKind Config
}
