mod aliases;
mod laws;
mod odd_input;
mod recovery;

use std::fmt::Write as _;
use std::path::Path;

use super::arena::Form;
use super::*;
use granit_parser::{Event, Parser, ScalarStyle};

/// The tree as one line: `!` before what is broken, `~` for nothing.
fn tree(node: Node<'_>) -> String {
    let mut out = String::new();
    write_tree(node, &mut out);
    out
}

fn write_tree(node: Node<'_>, out: &mut String) {
    if node.is_broken() {
        out.push('!');
    }
    match node.kind() {
        Kind::Null => out.push('~'),
        Kind::Scalar => write!(out, "{:?}", node.text()).unwrap(),
        Kind::Mapping => {
            out.push('{');
            for (nth, entry) in node.entries().enumerate() {
                let comma = if nth == 0 { "" } else { ", " };
                write!(out, "{comma}{}: ", entry.key.text()).unwrap();
                write_tree(entry.value, out);
            }
            out.push('}');
        }
        Kind::Sequence => {
            out.push('[');
            for (nth, item) in node.items().enumerate() {
                out.push_str(if nth == 0 { "" } else { ", " });
                write_tree(item, out);
            }
            out.push(']');
        }
    }
}

/// Every fault as `line:column message`.
fn told(parsed: &Parsed<'_>) -> Vec<String> {
    let lines = crate::text::Lines::new(parsed.text());
    parsed.faults().iter().map(|fault| format!("{} {}", lines.place(fault.span.start), fault.kind)).collect()
}

/// The values of all scalars as the parser gives them, up to the first error.
fn parser_values(text: &str) -> Vec<String> {
    let mut values = Vec::new();
    for event in Parser::new_from_str_with_options(text, options()) {
        let Ok((event, place)) = event else { break };
        if let Event::Scalar(value, style, ..) = event {
            let nothing = style == ScalarStyle::Plain && place.is_empty();
            values.push(if nothing { String::new() } else { value.into_owned() });
        }
    }
    values
}

/// The values of all scalars as the arena decodes them.
fn arena_values(parsed: &Parsed<'_>) -> Vec<String> {
    let stands_in = |cell: &super::arena::Cell| cell.form == Form::Null && cell.has(super::arena::BROKEN);
    let is_scalar = |cell: &super::arena::Cell| !cell.form.is_collection() && cell.form != Form::Alias;
    let scalars = parsed.cells.iter().filter(|cell| is_scalar(cell) && !stands_in(cell));
    scalars.map(|cell| decode(parsed.text(), cell.span()).into_owned()).collect()
}

/// What must hold for every text whatsoever.
fn check_laws(text: &str) {
    let parsed = parse(text);
    let places = parsed.cells.iter().map(super::arena::Cell::span);
    let faults =
        parsed.faults.iter().flat_map(|fault| [Some(fault.span), fault.related.map(|related| related.span)]);
    for span in places.chain(faults.flatten()).chain(parsed.gaps.iter().copied()) {
        assert!(span.start <= span.end && text.get(span.range()).is_some(), "{span:?} in {text:?}");
    }
    if text.len() <= 4096 {
        tree(parsed.root());
        reads_as_decoded(text, parsed.root());
    }
    for fault in parsed.faults() {
        let said = format!("{}{:?}", fault.kind, fault.kind.help());
        assert!(!said.chars().any(crate::text::is_hidden), "{said:?}");
    }
    let structural =
        |fault: &Fault| !matches!(fault.kind, FaultKind::Syntax(_) | FaultKind::DuplicateKey { .. });
    if parsed.faults().iter().any(structural) || parsed.root().kind() == Kind::Null {
        return;
    }
    let (mut expected, mut found) = (parser_values(text), arena_values(&parsed));
    if !parsed.faults().is_empty() {
        // The scalar before an error may be taken back, and what comes after it is read in parts.
        expected.pop();
        found.truncate(expected.len());
    }
    assert_eq!(found, expected, "{text:?}");
}

/// Every scalar reads the same from the arena and from the text it was left in.
fn reads_as_decoded(text: &str, node: Node<'_>) {
    match node.kind() {
        Kind::Null => {}
        Kind::Scalar => assert_eq!(node.text(), decode(text, node.span()), "{node:?} in {text:?}"),
        Kind::Sequence => node.items().for_each(|item| reads_as_decoded(text, item)),
        Kind::Mapping => node.entries().for_each(|entry| {
            reads_as_decoded(text, entry.key);
            reads_as_decoded(text, entry.value);
        }),
    }
}

fn scorecards() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scorecards");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}
