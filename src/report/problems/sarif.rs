//! SARIF 2.1.0 (OASIS, 2020), for code scanning services. Columns count characters.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde_json::{Value, json};

use super::place::{Place, Places};
use crate::diagnostic::{Problem, Rule, catalogue};
use crate::text::visible;

pub(super) fn write(places: &Places<'_>, problems: &[Problem], out: &mut dyn Write) -> io::Result<()> {
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "t12",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": catalogue::all().map(rule).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": problems.iter().map(|problem| result(places, problem)).collect::<Vec<_>>(),
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn rule(rule: &Rule) -> Value {
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.why, "markdown": rule.page()},
        "defaultConfiguration": {"level": rule.severity.word()},
    })
}

fn result(places: &Places<'_>, problem: &Problem) -> Value {
    let help = problem.help.as_deref().map(|help| format!("; {help}")).unwrap_or_default();
    let message = format!("{}{help}", problem.message);
    let related: Vec<Value> = problem
        .related
        .iter()
        .map(|related| {
            let mut location = location(&places.place(related.file, related.span));
            location["message"] = json!({"text": visible(&related.label)});
            location
        })
        .collect();
    json!({
        "ruleId": problem.rule.code,
        "ruleIndex": catalogue::all().position(|rule| rule == problem.rule),
        "level": problem.severity().word(),
        "message": {"text": visible(&message)},
        "locations": [location(&places.of(problem))],
        "relatedLocations": related,
    })
}

fn location(place: &Place<'_>) -> Value {
    json!({"physicalLocation": {
        "artifactLocation": {"uri": uri(&place.file)},
        "region": {
            "startLine": place.start.line,
            "startColumn": place.start.column,
            "endLine": place.end.line,
            "endColumn": place.end.column,
        },
    }})
}

/// A path as a reference of RFC 3986: everything but unreserved characters and slashes as percent escapes. One that
/// begins at a root is a reference of its own; any other is relative to where the program runs.
fn uri(path: &str) -> String {
    let mut uri = if path.starts_with('/') { String::from("file://") } else { String::new() };
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            b'\\' => uri.push('/'),
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}
