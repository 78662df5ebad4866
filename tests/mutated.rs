//! Shipped files with pieces cut out, doubled and replaced, through the whole reader: it ends, and every problem
//! points at a place that exists, with words that can be shown.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use t12::diagnostic::{File, Problem};
use t12::format::read;
use t12::report::problems::{Form, Look, write};
use t12::text::{Span, is_hidden};

/// A stretch of each shipped file: the beginning, so that it stays a file of its kind, and not so much that a case
/// takes long.
fn shipped() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    [
        "scorecards/board.yaml",
        "scorecards/export-controls.yaml",
        "scorecards/entities.yaml",
        "themes/dark.yaml",
    ]
    .iter()
    .map(|name| {
        let text = fs::read_to_string(root.join(name)).unwrap();
        let whole_lines = text.split_inclusive('\n').scan(0, |length, line| {
            *length += line.len();
            (*length < 12_000).then_some(line)
        });
        whole_lines.collect()
    })
    .collect()
}

/// What a slip of the hand or of another program puts in.
const PIECES: [&str; 16] = [
    "",
    "\n",
    "\t",
    ": ",
    "- ",
    "\"",
    "'",
    "[",
    "}",
    "*a",
    "&a ",
    "<<: *a",
    "\u{1b}",
    "\u{202e}",
    "\r\n",
    "inherit: EU",
];

#[derive(Debug, Clone)]
struct Change {
    at: prop::sample::Index,
    cut: usize,
    piece: &'static str,
}

fn change() -> impl Strategy<Value = Change> {
    (any::<prop::sample::Index>(), 0..40_usize, prop::sample::select(&PIECES[..]))
        .prop_map(|(at, cut, piece)| Change { at, cut, piece })
}

fn changed(text: &str, changes: &[Change]) -> String {
    let mut text: Vec<char> = text.chars().collect();
    for Change { at, cut, piece } in changes {
        let start = at.index(text.len() + 1);
        let end = (start + cut).min(text.len());
        text.splice(start..end, piece.chars());
    }
    text.into_iter().collect()
}

fn exists(text: &str, span: Span) -> bool {
    text.get(span.range()).is_some()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_changed_file_is_read_and_told_without_harm(
        which in 0..4_usize,
        changes in prop::collection::vec(change(), 0..8),
    ) {
        let text = changed(&shipped()[which], &changes);
        let document = read(&text, 0);
        for Problem { span, related, .. } in &document.problems {
            prop_assert!(exists(&text, *span), "{:?}", span);
            prop_assert!(related.iter().all(|place| exists(&text, place.span)));
        }
        let files = [File { name: "changed.yaml".into(), path: None, text: text.as_str().into(), private: [].into() }];
        let mut out = Vec::new();
        write(Form::Human, Look::default(), &files, &document.problems, &mut out).unwrap();
        let said = String::from_utf8(out).unwrap();
        prop_assert!(!said.chars().any(|c| is_hidden(c) && c != '\n'));
    }
}
