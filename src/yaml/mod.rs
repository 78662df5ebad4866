//! YAML text to an arena with spans, decoded generically. Knows YAML, knows no scorecard.
//!
//! [`parse`] never fails: what cannot be read is a [`Fault`], and everything before and after it is still there to
//! be looked at. Scalars keep their place only; [`Node::text`] decodes them when asked, and [`decode`] does the same
//! later with nothing but the text and the place.

mod alias;
mod anchors;
mod arena;
mod block;
mod build;
mod conflict;
mod decode;
mod fault;
mod frames;
mod hint;
mod keys;
mod loss;
mod merge;
mod node;
mod outline;
mod resync;
#[cfg(test)]
mod tests;

use granit_parser::{Options, Parser, ScanError};

pub use arena::Parsed;
pub use decode::decode;
pub use fault::{Fault, FaultKind, Related, Syntax};
pub use node::{Entries, Entry, Items, Kind, Node};

use crate::text::Span;
use build::{Builder, Next};
use resync::Effort;

/// The largest text that is read, in bytes.
pub const MAX_BYTES: usize = 64 << 20;
/// The deepest nesting, aliases followed.
pub const MAX_DEPTH: usize = 64;
/// The most values in one text.
pub const MAX_NODES: usize = 2_000_000;
/// What aliases may stand for in all, in lengths of the text.
pub const ALIAS_FACTOR: u64 = 10;
/// What aliases may stand for beyond that, in bytes, so that small files may repeat themselves.
pub const ALIAS_ALLOWANCE: u64 = 64 << 10;
/// The most aliases that lead through each other.
pub const MAX_ALIAS_CHAIN: u32 = 32;
/// The most faults that are told of one text.
pub const MAX_FAULTS: usize = 1_000;
/// The most syntax errors after which reading goes on.
const MAX_SYNTAX_FAULTS: usize = 200;

/// Reads a text as YAML.
pub fn parse(text: &str) -> Parsed<'_> {
    if text.len() > MAX_BYTES {
        let mut builder = Builder::new("");
        builder.fault(FaultKind::Size, Span::at(0), None);
        return Parsed { text, ..builder.finish() };
    }
    let mut builder = Builder::new(text);
    let mut effort = Effort::default();
    let mut part = Some(0);
    while let Some(start) = part {
        part = match read_part(&mut builder, start) {
            End::Done => None,
            End::Lost => builder.recover_lost(start),
            End::Error(error) => builder.recover(&error, start, &mut effort),
        };
    }
    builder.finish()
}

/// How a part of the text ended.
enum End {
    Done,
    Lost,
    Error(ScanError),
}

/// Feeds the events of the text from `start` on to the builder.
fn read_part(builder: &mut Builder<'_>, start: usize) -> End {
    for event in Parser::new_from_str_with_options(&builder.text[start..], options()) {
        let (event, place) = match event {
            Ok(found) => found,
            Err(error) => return End::Error(error),
        };
        let range = place.byte_range().unwrap_or_default();
        let span = Span::new((start + range.start) as u32, (start + range.end) as u32);
        match builder.event(event, span, place.start.col() as u32) {
            Next::GoOn => {}
            Next::Stop => return End::Done,
            Next::Lost => return End::Lost,
        }
    }
    End::Done
}

fn options() -> Options {
    granit_parser::options! { emit_comments: false, emit_anchor_events: true, emit_unresolved_aliases: true }
}
