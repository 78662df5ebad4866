//! JSON Schemas of the files, for completion and checking in any editor.
//!
//! They are made from types of their own, so that keys carry the words an editor shows beside them. A test holds
//! these types and the decoder's table of keys together.

pub mod board;
pub mod config;
pub mod entities;
pub mod scenario;
pub mod scorecard;
pub mod theme;
pub mod value;

use schemars::generate::SchemaSettings;
use schemars::transform::transform_subschemas;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use super::Kind;

/// The schema of a kind of file, as JSON Schema 2020-12 with a line end behind it.
pub fn schema(kind: Kind) -> String {
    let schema = match kind {
        Kind::Board => of::<board::BoardFile>(),
        Kind::Scorecard => of::<scorecard::ScorecardFile>(),
        Kind::Entities => of::<entities::EntitiesFile>(),
        Kind::Scenario => of::<scenario::ScenarioFile>(),
        Kind::Theme => of::<theme::ThemeFile>(),
        Kind::Config => of::<config::ConfigFile>(),
    };
    format!("{:#}\n", schema.to_value())
}

fn of<T: JsonSchema>() -> Schema {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    refuse_null(&mut schema);
    schema
}

/// A key that may be left out may not be given nothing instead.
fn refuse_null(schema: &mut Schema) {
    if let Some(options) = schema.get_mut("anyOf").and_then(Value::as_array_mut) {
        options.retain(|option| option.get("type").and_then(Value::as_str) != Some("null"));
        if let [Value::Object(only)] = options.as_mut_slice() {
            let only = std::mem::take(only);
            schema.remove("anyOf");
            for (key, value) in only {
                schema.insert(key, value);
            }
        }
    }
    if let Some(types) = schema.get_mut("type").and_then(Value::as_array_mut) {
        types.retain(|name| name != "null");
        if let [only] = types.as_mut_slice() {
            let only = only.take();
            schema.insert("type".into(), only);
        }
    }
    if let Some(values) = schema.get_mut("enum").and_then(Value::as_array_mut) {
        values.retain(|value| !value.is_null());
    }
    transform_subschemas(&mut refuse_null, schema);
}
