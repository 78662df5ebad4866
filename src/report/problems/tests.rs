use super::*;
use crate::diagnostic::catalogue::{DUPLICATE_ID, UNREAD_SOURCE, UNREADABLE};
use crate::text::{Span, is_hidden};
use serde_json::Value;

const TEXT: &str = "measures:\n  - id: one\n  - id: one\u{202e}, %two\n";

fn files() -> Vec<File> {
    let file = |name: &str, text: &str| File {
        name: name.into(),
        path: None,
        text: text.into(),
        private: [].into(),
    };
    vec![file("a b.yaml", TEXT), file("gone\u{1b}.yaml", "")]
}

fn problems() -> Vec<Problem> {
    vec![
        Problem::new(&DUPLICATE_ID, 0, Span::new(30, 33), "two measures have the id `one\u{1b}[2J`")
            .label("the second time")
            .help("rename\u{202e} it")
            .related(Span::new(18, 21), "the first time"),
        Problem::new(&UNREAD_SOURCE, 0, Span::new(30, 33), "the source was not opened"),
        Problem::new(&UNREADABLE, 1, Span::default(), "there is no such file"),
    ]
}

fn written(form: Form) -> String {
    let mut out = Vec::new();
    write(form, Look::default(), &files(), &problems(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn people_see_the_line_with_the_mark_and_what_to_do() {
    insta::assert_snapshot!(written(Form::Human));
}

#[test]
fn one_line_a_problem() {
    insta::assert_snapshot!(written(Form::Concise));
}

#[test]
fn workflow_commands_are_escaped() {
    insta::assert_snapshot!(written(Form::Github));
}

#[test]
fn json_has_the_place_and_the_version() {
    let json: Value = serde_json::from_str(&written(Form::Json)).unwrap();
    assert_eq!(json["t12"], 1);
    assert_eq!(json["counts"]["errors"], 2);
    let first = &json["problems"][0];
    assert_eq!((&first["code"], &first["line"], &first["column"]), (&"T201".into(), &3.into(), &9.into()));
    assert_eq!((&first["end_line"], &first["end_column"]), (&3.into(), &12.into()));
    assert_eq!(first["related"][0]["line"], 2);
}

#[test]
fn sarif_names_the_rule_and_the_place() {
    let sarif: Value = serde_json::from_str(&written(Form::Sarif)).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"][0];
    let result = &run["results"][0];
    let index = result["ruleIndex"].as_u64().unwrap() as usize;
    assert_eq!(run["tool"]["driver"]["rules"][index]["id"], "T201");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a%20b.yaml");
    assert_eq!(place["region"]["startColumn"], 9);
}

#[test]
fn a_path_from_the_root_is_a_whole_address_in_sarif() {
    let files = [File { name: "/a b/c:d.yaml".into(), path: None, text: TEXT.into(), private: [].into() }];
    let mut out = Vec::new();
    write(Form::Sarif, Look::default(), &files, &problems()[1..2], &mut out).unwrap();
    let sarif: Value = serde_json::from_slice(&out).unwrap();
    let uri = sarif.pointer("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri");
    assert_eq!(uri, Some(&"file:///a%20b/c%3Ad.yaml".into()));
}

#[test]
fn nothing_hidden_reaches_any_output() {
    for form in [Form::Human, Form::Concise, Form::Json, Form::Github, Form::Sarif] {
        let text = written(form);
        let hidden: Vec<char> = text.chars().filter(|&c| is_hidden(c) && c != '\n').collect();
        assert!(hidden.is_empty(), "{form:?} {hidden:?}");
    }
}
