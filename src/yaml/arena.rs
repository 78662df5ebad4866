use std::collections::BTreeMap;

use super::fault::Fault;
use super::node::Node;
use crate::text::Span;

/// How a node is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Null,
    Plain,
    Quoted,
    Block,
    Mapping,
    Sequence,
    Alias,
}

impl Form {
    pub(super) fn is_collection(self) -> bool {
        matches!(self, Self::Mapping | Self::Sequence)
    }
}

/// The node has lost something to a fault, or stands in for something lost.
pub(super) const BROKEN: u8 = 1;
/// The scalar's value is its source text without the quotes.
pub(super) const VERBATIM: u8 = 2;
/// The scalar is text by its tag, however it looks.
pub(super) const TEXT: u8 = 4;
/// The key stands in the mapping for the second time.
pub(super) const REPEATED: u8 = 8;

/// One node: 20 bytes, so that the arena of a file stays below the size of the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub(super) start: u32,
    pub(super) end: u32,
    /// The next sibling; 0 (the root, nobody's sibling) for none. Mappings alternate keys and values.
    pub(super) next: u32,
    /// The first child of a collection, the target of an alias; 0 for none.
    pub(super) link: u32,
    pub(super) form: Form,
    pub(super) flags: u8,
}

impl Cell {
    pub(super) fn new(form: Form, start: u32, end: u32) -> Self {
        Self { start, end, next: 0, link: 0, form, flags: 0 }
    }

    pub(super) fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }

    pub(super) fn has(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }
}

/// An entry of a mapping that has merge keys, after the merge.
#[derive(Clone, Copy, Debug)]
pub(super) struct Merged {
    pub(super) key: u32,
    pub(super) value: u32,
    /// The alias that brought the entry, 0 for the mapping's own.
    pub(super) alias: u32,
}

/// A text read as YAML: its nodes and everything wrong with it.
#[derive(Debug)]
pub struct Parsed<'t> {
    pub(super) text: &'t str,
    /// Never empty: the root comes first.
    pub(super) cells: Vec<Cell>,
    pub(super) merged: BTreeMap<u32, Vec<Merged>>,
    pub(super) faults: Vec<Fault>,
    pub(super) gaps: Vec<Span>,
}

impl<'t> Parsed<'t> {
    /// The text that was read.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The value of the whole file; of kind null where the file says nothing.
    pub fn root(&self) -> Node<'_> {
        Node::new(self, 0, 0)
    }

    /// All faults, in the order of their places.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Takes the faults out, to pass them on.
    pub fn take_faults(&mut self) -> Vec<Fault> {
        std::mem::take(&mut self.faults)
    }

    /// The parts of the text that a syntax error kept from being read, in order.
    pub fn gaps(&self) -> &[Span] {
        &self.gaps
    }

    /// Whether something inside `span` could not be read, so that what seems missing there may not be.
    pub fn has_gap_in(&self, span: Span) -> bool {
        self.gaps.iter().any(|gap| gap.start < span.end && span.start < gap.end)
    }
}
