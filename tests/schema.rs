//! The JSON Schemas: the committed files are those the program prints, every shipped file is valid for an independent
//! validator, and the schemas know the same keys and values as the decoder.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use t12::format::schema::schema;
use t12::format::{Kind, Shape, Takes};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn schema_of(kind: Kind) -> Value {
    serde_json::from_str(&schema(kind)).unwrap()
}

#[test]
fn the_committed_schemas_are_current() {
    let folder = root().join("scorecards/schema");
    for kind in Kind::ALL {
        let path = folder.join(format!("{}.json", kind.key()));
        let made = schema(kind);
        if std::env::var_os("T12_REGENERATE").is_some() {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, &made).unwrap();
        }
        let committed = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            committed.replace("\r\n", "\n") == made,
            "{} is not current: run `T12_REGENERATE=1 cargo test --test schema`",
            path.display()
        );
    }
}

fn yaml_files(folder: &str) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(root().join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty());
    paths
}

/// YAML as JSON, with every key as text.
fn json(value: serde_yaml::Value) -> Value {
    match value {
        serde_yaml::Value::Sequence(items) => items.into_iter().map(json).collect(),
        serde_yaml::Value::Mapping(entries) => {
            entries.into_iter().map(|(key, value)| (key_text(&key), json(value))).collect()
        }
        scalar => serde_json::to_value(scalar).unwrap(),
    }
}

fn key_text(key: &serde_yaml::Value) -> String {
    match key {
        serde_yaml::Value::String(text) => text.clone(),
        other => serde_yaml::to_string(other).unwrap().trim().to_owned(),
    }
}

fn read(path: &Path) -> Value {
    json(serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap())
}

#[test]
fn every_shipped_file_is_valid_and_names_its_schema() {
    for path in yaml_files("scorecards").into_iter().chain(yaml_files("themes")) {
        let instance = read(&path);
        let kind = instance["kind"].as_str().unwrap().to_owned();
        let kind = Kind::ALL.into_iter().find(|known| known.key() == kind).unwrap();
        let validator = jsonschema::validator_for(&schema_of(kind)).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&instance)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
        let text = fs::read_to_string(&path).unwrap();
        let named = text.lines().next().unwrap().split_once("$schema=").unwrap().1.trim().to_owned();
        let target = path.with_file_name(&named);
        assert!(target.is_file(), "{} names {named}", path.display());
        assert!(named.ends_with(&format!("{}.json", kind.key())));
    }
}

#[test]
fn the_schemas_refuse_what_the_decoder_refuses() {
    let validator = jsonschema::validator_for(&schema_of(Kind::Scorecard)).unwrap();
    let good = read(&root().join("scorecards/export-controls.yaml"));
    assert!(validator.is_valid(&good));
    let position = |file: &mut Value| file["measures"][0]["positions"]["US"].take();
    let broken = |change: &dyn Fn(&mut Value)| {
        let mut file = good.clone();
        let mut own = position(&mut file);
        change(&mut own);
        file["measures"][0]["positions"]["US"] = own;
        !validator.is_valid(&file)
    };
    assert!(!broken(&|_| ()));
    assert!(broken(&|own| own["level"] = 5.into()));
    assert!(broken(&|own| own["sumary"] = "x".into()));
    assert!(broken(&|own| own["summary"] = Value::Null));
    assert!(broken(&|own| own["since"] = "2021-13".into()));
    assert!(broken(&|own| own["inherit"] = "EU".into()));
    assert!(broken(&|own| {
        own.as_object_mut().unwrap().remove("confidence").unwrap();
    }));
}

/// What is known about one key, as `path`, `path!` where it is required, and `path=value` for each value of a set.
type Facts = BTreeSet<String>;

fn of_shape(shape: &Shape, path: &str, facts: &mut Facts) {
    for field in shape.fields {
        let path = format!("{path}.{}", field.name);
        let mark = if field.required { "!" } else { "" };
        facts.insert(format!("{path}{mark}"));
        of_takes(&field.takes, &path, facts);
    }
}

fn of_takes(takes: &Takes, path: &str, facts: &mut Facts) {
    match takes {
        Takes::Text => {}
        // Each file's schema knows its own kind only.
        Takes::OneOf(_) if path == ".kind" => {}
        Takes::OneOf(words) => facts.extend(words().into_iter().map(|word| format!("{path}={word}"))),
        Takes::List(item) => of_takes(item, &format!("{path}[]"), facts),
        Takes::Free(value) => of_takes(value, &format!("{path}{{}}"), facts),
        Takes::Map(shape) => of_shape(shape, path, facts),
        Takes::Either(one, other) => {
            of_takes(one, path, facts);
            of_takes(other, path, facts);
        }
    }
}

fn of_schema(schema: &Value, root: &Value, path: &str, facts: &mut Facts) {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = root.pointer(reference.strip_prefix('#').unwrap()).unwrap();
        return of_schema(target, root, path, facts);
    }
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (name, value) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{path}.{name}");
        let mark = if required.contains(&name.as_str()) { "!" } else { "" };
        facts.insert(format!("{path}{mark}"));
        of_schema(value, root, &path, facts);
    }
    for word in schema["enum"].as_array().into_iter().flatten() {
        let word = word.as_str().map_or_else(|| word.to_string(), str::to_owned);
        facts.insert(format!("{path}={word}"));
    }
    for option in schema["anyOf"].as_array().into_iter().flatten() {
        of_schema(option, root, path, facts);
    }
    if schema["items"].is_object() {
        of_schema(&schema["items"], root, &format!("{path}[]"), facts);
    }
    if schema["additionalProperties"].is_object() {
        of_schema(&schema["additionalProperties"], root, &format!("{path}{{}}"), facts);
    }
    for value in schema["patternProperties"].as_object().into_iter().flatten().map(|(_, value)| value) {
        of_schema(value, root, &format!("{path}{{}}"), facts);
    }
}

#[test]
fn schema_and_decoder_know_the_same_keys_and_values() {
    for kind in Kind::ALL {
        let (mut decoder, mut editor) = (Facts::new(), Facts::new());
        of_shape(kind.shape(), "", &mut decoder);
        let schema = schema_of(kind);
        of_schema(&schema, &schema, "", &mut editor);
        let apart: Vec<&String> = decoder.symmetric_difference(&editor).collect();
        assert!(apart.is_empty(), "{}: {apart:#?}", kind.key());
        assert!(decoder.len() > 10);
    }
}
