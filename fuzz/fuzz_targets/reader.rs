//! Any text through the whole reader: it must end, and every problem must point at a place that exists.
//!
//! `cargo fuzz run reader fuzz/corpus/reader scorecards`.

#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use t12::text::Span;

fuzz_target!(|data: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(data) else {
        return Corpus::Reject;
    };
    let exists = |span: Span| text.get(span.range()).is_some();
    for problem in t12::format::read(text, 0).problems {
        assert!(exists(problem.span), "{problem:?}");
        assert!(problem.related.iter().all(|related| exists(related.span)), "{problem:?}");
    }
    Corpus::Keep
});
