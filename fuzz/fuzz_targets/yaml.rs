//! Any text through the YAML reader: it must end, stay within its limits, and point only at places that exist.
//!
//! `cargo fuzz run yaml -- -max_len=65536`, with the files of `scorecards/` as a good first corpus:
//! `cargo fuzz run yaml fuzz/corpus/yaml scorecards`.

#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use t12::text::Span;
use t12::yaml::{ALIAS_ALLOWANCE, ALIAS_FACTOR, Kind, Node, decode, parse};

fuzz_target!(|data: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(data) else {
        return Corpus::Reject;
    };
    let parsed = parse(text);
    for fault in parsed.faults() {
        assert!(exists(text, fault.span), "{fault:?}");
        assert!(!fault.kind.to_string().chars().any(t12::text::is_hidden), "{fault:?}");
    }
    let budget = (ALIAS_FACTOR + 1) * text.len() as u64 + ALIAS_ALLOWANCE;
    assert!(walk(text, parsed.root()) <= budget);
    Corpus::Keep
});

/// Looks at a whole tree, aliases followed: the characters of its scalars.
fn walk(text: &str, node: Node<'_>) -> u64 {
    assert!(exists(text, node.span()) && exists(text, node.place()), "{node:?}");
    match node.kind() {
        Kind::Null => 0,
        Kind::Scalar => {
            let value = node.text();
            assert_eq!(value, decode(text, node.span()), "{node:?}");
            value.chars().count() as u64
        }
        Kind::Sequence => node.items().map(|item| walk(text, item)).sum(),
        Kind::Mapping => node.entries().map(|entry| walk(text, entry.key) + walk(text, entry.value)).sum(),
    }
}

fn exists(text: &str, span: Span) -> bool {
    text.get(span.range()).is_some()
}
