use std::borrow::Cow;
use std::fmt;

use super::arena::{BROKEN, Cell, Form, Merged, Parsed, REPEATED, TEXT, VERBATIM};
use super::decode::decode;
use crate::text::Span;

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing is written where a value could stand.
    Null,
    /// Text of any style; `~` and `null` too, see [`Node::is_null`].
    Scalar,
    /// Keys and values.
    Mapping,
    /// A list.
    Sequence,
}

/// A value of a parsed text, with aliases already followed.
///
/// The whole tree, aliases followed, is bounded: depth by [`super::MAX_DEPTH`], size by [`super::ALIAS_FACTOR`].
#[derive(Clone, Copy)]
pub struct Node<'a> {
    parsed: &'a Parsed<'a>,
    cell: u32,
    alias: u32,
}

/// A key with its value.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The key, always a scalar.
    pub key: Node<'a>,
    /// The value.
    pub value: Node<'a>,
}

impl<'a> Node<'a> {
    pub(super) fn new(parsed: &'a Parsed<'a>, index: u32, alias: u32) -> Self {
        let node = Self { parsed, cell: index, alias };
        let cell = node.cell();
        if cell.form == Form::Alias { Self { parsed, cell: cell.link, alias: index } } else { node }
    }

    fn cell(self) -> &'a Cell {
        &self.parsed.cells[self.cell as usize]
    }

    /// What the node is.
    pub fn kind(self) -> Kind {
        match self.cell().form {
            Form::Mapping => Kind::Mapping,
            Form::Sequence => Kind::Sequence,
            Form::Null | Form::Alias => Kind::Null,
            Form::Plain | Form::Quoted | Form::Block => Kind::Scalar,
        }
    }

    /// Where the value itself is written: with its quotes or its `>-`, without white space after it. For a value
    /// reached through an alias this is the place of the anchor's value.
    pub fn span(self) -> Span {
        self.cell().span()
    }

    /// The alias through which the value was reached, if any: `*name`, also one given to `<<`.
    pub fn alias_of(self) -> Option<Span> {
        (self.alias != 0).then(|| self.parsed.cells[self.alias as usize].span())
    }

    /// Where a person should look: the alias if there is one, else the value.
    pub fn place(self) -> Span {
        self.alias_of().unwrap_or_else(|| self.span())
    }

    /// The source of [`Node::span`], as written.
    pub fn raw(self) -> &'a str {
        self.span().of(self.parsed.text)
    }

    /// The text of a scalar: unquoted, unfolded, escapes resolved. Empty for everything else.
    pub fn text(self) -> Cow<'a, str> {
        let cell = self.cell();
        match cell.form {
            Form::Plain | Form::Quoted if cell.has(VERBATIM) => {
                let quote = u32::from(cell.form == Form::Quoted);
                Cow::Borrowed(Span::new(cell.start + quote, cell.end - quote).of(self.parsed.text))
            }
            Form::Plain | Form::Quoted | Form::Block => decode(self.parsed.text, cell.span()),
            Form::Null | Form::Mapping | Form::Sequence | Form::Alias => Cow::Borrowed(""),
        }
    }

    /// Whether [`Node::text`] costs nothing because the value is written as it reads.
    pub fn is_verbatim(self) -> bool {
        self.cell().has(VERBATIM)
    }

    /// Whether the scalar is written without quotes or block header, so that it may mean a number or nothing.
    pub fn is_plain(self) -> bool {
        let cell = self.cell();
        cell.form == Form::Plain && !cell.has(TEXT)
    }

    /// Whether nothing is meant: an empty value, or `~` or `null` without quotes.
    pub fn is_null(self) -> bool {
        self.kind() == Kind::Null || self.is_plain() && matches!(self.raw(), "~" | "null" | "Null" | "NULL")
    }

    /// Whether a fault took something from this value, so that what is missing in it, or odd about it, is no
    /// problem of its own. A collection is broken only where its own entries were lost.
    pub fn is_broken(self) -> bool {
        self.cell().has(BROKEN)
    }

    /// The entries of a mapping in the order of the file, merge keys applied (explicit keys win, earlier merges
    /// before later ones), repeated keys left out. Empty for everything else.
    pub fn entries(self) -> Entries<'a> {
        let (next, merged) = match self.parsed.merged.get(&self.cell) {
            Some(merged) => (0, merged.as_slice()),
            None if self.kind() == Kind::Mapping => (self.cell().link, Default::default()),
            None => (0, Default::default()),
        };
        Entries { parsed: self.parsed, next, merged: merged.iter() }
    }

    /// The items of a sequence. Empty for everything else.
    pub fn items(self) -> Items<'a> {
        let next = if self.kind() == Kind::Sequence { self.cell().link } else { 0 };
        Items { parsed: self.parsed, next }
    }

    /// The value of a key of a mapping, found by walking its entries.
    pub fn get(self, key: &str) -> Option<Node<'a>> {
        self.entries().find(|entry| entry.key.text() == key).map(|entry| entry.value)
    }
}

impl fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} at {:?}", self.kind(), self.span())
    }
}

/// See [`Node::entries`].
#[derive(Clone, Debug)]
pub struct Entries<'a> {
    parsed: &'a Parsed<'a>,
    next: u32,
    merged: std::slice::Iter<'a, Merged>,
}

impl<'a> Iterator for Entries<'a> {
    type Item = Entry<'a>;

    fn next(&mut self) -> Option<Entry<'a>> {
        let parsed = self.parsed;
        while self.next != 0 {
            let key = self.next;
            let cell = &parsed.cells[key as usize];
            let value = cell.next;
            self.next = parsed.cells[value as usize].next;
            if !cell.has(REPEATED) {
                return Some(Entry { key: Node::new(parsed, key, 0), value: Node::new(parsed, value, 0) });
            }
        }
        let Merged { key, value, alias } = *self.merged.next()?;
        Some(Entry { key: Node::new(parsed, key, alias), value: Node::new(parsed, value, alias) })
    }
}

/// See [`Node::items`].
#[derive(Clone, Debug)]
pub struct Items<'a> {
    parsed: &'a Parsed<'a>,
    next: u32,
}

impl<'a> Iterator for Items<'a> {
    type Item = Node<'a>;

    fn next(&mut self) -> Option<Node<'a>> {
        if self.next == 0 {
            return None;
        }
        let index = self.next;
        self.next = self.parsed.cells[index as usize].next;
        Some(Node::new(self.parsed, index, 0))
    }
}
