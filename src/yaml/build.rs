use std::borrow::Cow;
use std::collections::BTreeMap;

use granit_parser::{Event, ScalarStyle, StructureStyle, Tag};

use super::anchors::Anchors;
use super::arena::{BROKEN, Cell, Form, Merged, Parsed, TEXT, VERBATIM};
use super::fault::{Fault, FaultKind, Related};
use super::frames::{Frame, NO_COLUMN, Opening};
use super::keys::Key;
use super::{MAX_FAULTS, MAX_NODES};
use crate::text::Span;

/// What the parser is to do after an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    GoOn,
    /// A limit is reached or the document has ended.
    Stop,
    /// The text does not go on with the collection it was expected to go on with.
    Lost,
}

/// Builds the arena from the parser's events.
#[derive(Debug)]
pub(super) struct Builder<'t> {
    pub(super) text: &'t str,
    pub(super) cells: Vec<Cell>,
    pub(super) merged: BTreeMap<u32, Vec<Merged>>,
    pub(super) faults: Vec<Fault>,
    pub(super) gaps: Vec<Span>,
    pub(super) frames: Vec<Frame>,
    pub(super) keys: Vec<Key>,
    pub(super) anchors: Anchors<'t>,
    /// What the aliases so far stand for, in bytes.
    pub(super) aliased: u64,
    /// Where the last thing that was understood ends.
    pub(super) last_end: u32,
    /// Open collections to pass over without building them.
    pub(super) skipping: u32,
    /// Frames that stay open when this part of the text ends its outermost collection.
    pub(super) floor: usize,
    /// The first collection of this part goes on with the last frame.
    pub(super) goes_on: bool,
    /// The collections that ended at `closed_at`, the innermost first.
    pub(super) closed: Vec<Frame>,
    pub(super) closed_at: u32,
    /// The first collection of this part lost its beginning.
    pub(super) begins_broken: bool,
    documents: u32,
}

impl<'t> Builder<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            cells: Vec::with_capacity((text.len() / 24 + 16).min(MAX_NODES + 1)),
            merged: BTreeMap::new(),
            faults: Vec::new(),
            gaps: Vec::new(),
            frames: Vec::with_capacity(16),
            keys: Vec::with_capacity(64),
            anchors: Anchors::default(),
            aliased: 0,
            last_end: 0,
            skipping: 0,
            floor: 1,
            goes_on: false,
            closed: Vec::new(),
            closed_at: 0,
            begins_broken: false,
            documents: 0,
        }
    }

    /// Begins a part of the text that the parser reads on its own.
    pub(super) fn begin_part(&mut self, floor: usize, goes_on: bool) {
        self.anchors.begin_part();
        self.skipping = 0;
        self.floor = floor;
        self.goes_on = goes_on;
        self.documents = 0;
    }

    /// Takes one event that stands at `at` and, counting characters from 0, in `column`.
    pub(super) fn event(&mut self, event: Event<'t>, at: Span, column: u32) -> Next {
        match event {
            Event::Scalar(value, style, anchor, tag) => {
                let verbatim = matches!(value, Cow::Borrowed(_));
                return self.scalar(&value, verbatim, style, at, anchor, tag.as_deref());
            }
            Event::MappingStart(style, anchor, tag) => {
                let column = if style == StructureStyle::Flow { NO_COLUMN } else { column };
                return self.open(Opening { form: Form::Mapping, at, column, anchor }, tag.as_deref());
            }
            Event::SequenceStart(style, anchor, tag) => {
                let column = if style == StructureStyle::Flow { NO_COLUMN } else { column };
                return self.open(Opening { form: Form::Sequence, at, column, anchor }, tag.as_deref());
            }
            Event::MappingEnd | Event::SequenceEnd => self.end_collection(at),
            Event::Alias(id) if self.skipping == 0 => return self.alias(self.anchors.by_id(id), at),
            Event::UnresolvedAlias(name) if self.skipping == 0 => return self.alias_by_name(&name, at),
            Event::Anchor(id, _) => {
                let name = at.of(self.text).trim_start_matches('&');
                self.anchors.name(id, name, at);
            }
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.fault(FaultKind::SecondDocument, self.word_at(at.start), None);
                    return Next::Stop;
                }
            }
            _ => {}
        }
        Next::GoOn
    }

    fn scalar(
        &mut self,
        value: &str,
        verbatim: bool,
        style: ScalarStyle,
        at: Span,
        anchor: usize,
        tag: Option<&Tag>,
    ) -> Next {
        if self.skipping > 0 {
            return Next::GoOn;
        }
        let mut cell = match style {
            ScalarStyle::Plain if at.is_empty() => self.null(at.start),
            ScalarStyle::Plain => Cell::new(Form::Plain, at.start, at.end),
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                Cell::new(Form::Quoted, at.start, at.end)
            }
            ScalarStyle::Literal | ScalarStyle::Folded => self.block(at),
        };
        if verbatim && matches!(cell.form, Form::Plain | Form::Quoted) {
            cell.flags |= VERBATIM;
        }
        if let Some(tag) = tag {
            cell.flags |= self.tag(tag, at);
        }
        self.last_end = cell.end;
        let (next, placed) = self.place(cell);
        if let (Some(index), true) = (placed, anchor > 0) {
            // A block scalar may be longer than its span: it keeps the empty lines after it.
            let bytes = value.len().max(cell.span().range().len()) as u64;
            self.anchors.define(anchor, index, bytes, false);
        }
        next
    }

    /// An empty value; where it follows `key:` it stands after the colon.
    fn null(&self, at: u32) -> Cell {
        let colon = self.text.as_bytes().get(at as usize) == Some(&b':');
        Cell::new(Form::Null, at + u32::from(colon), at + u32::from(colon))
    }

    /// A block scalar from its header on; the parser's span begins at the content and ends in later white space.
    fn block(&self, at: Span) -> Cell {
        let start = self.block_header(at.start);
        let written = Span::new(start, at.end.max(start + 1)).of(self.text);
        let end = start + written.trim_end_matches([' ', '\n', '\r']).len() as u32;
        Cell::new(Form::Block, start, end)
    }

    /// Finds `|` or `>` between the last thing understood and the content of a block scalar.
    fn block_header(&self, content: u32) -> u32 {
        let bytes = self.text.as_bytes();
        let mut at = self.last_end as usize;
        while at < content as usize {
            match bytes[at] {
                b'|' | b'>' => return at as u32,
                b'#' => at += bytes[at..].iter().take_while(|byte| !matches!(byte, b'\n' | b'\r')).count(),
                b'&' | b'!' => {
                    at += bytes[at..].iter().take_while(|byte| !byte.is_ascii_whitespace()).count();
                }
                _ => at += 1,
            }
        }
        content
    }

    /// The flags a tag gives a scalar; a tag outside YAML's own is a fault.
    pub(super) fn tag(&mut self, tag: &Tag, at: Span) -> u8 {
        match tag.core_suffix() {
            Some("str") => TEXT,
            Some(_) => 0,
            None if tag.original() == "!" => TEXT,
            None => {
                let written = &self.text[self.last_end as usize..at.start as usize];
                let start = written.rfind('!').map_or(at.start, |i| self.last_end + i as u32);
                self.fault(FaultKind::Tag, self.word_at(start), None);
                BROKEN
            }
        }
    }

    pub(super) fn fault(&mut self, kind: FaultKind, span: Span, related: Option<Related>) {
        match self.faults.len() {
            count if count < MAX_FAULTS => self.faults.push(Fault { kind, span, related }),
            MAX_FAULTS => self.faults.push(Fault { kind: FaultKind::TooMany, span, related: None }),
            _ => {}
        }
    }

    /// A fault that is told only the first time.
    pub(super) fn fault_once(&mut self, kind: FaultKind, span: Span) {
        if !self.is_told(&kind) {
            self.fault(kind, span, None);
        }
    }

    /// Whether a fault of this kind is told already, or no more can be told.
    pub(super) fn is_told(&self, kind: &FaultKind) -> bool {
        let same = |fault: &Fault| std::mem::discriminant(&fault.kind) == std::mem::discriminant(kind);
        self.faults.len() > MAX_FAULTS || self.faults.iter().any(same)
    }

    /// Closes everything and hands over the result.
    pub(super) fn finish(mut self) -> Parsed<'t> {
        while !self.frames.is_empty() {
            self.close_frame(self.last_end);
        }
        if self.cells.is_empty() {
            let broken = if self.faults.is_empty() { 0 } else { BROKEN };
            self.cells.push(Cell { flags: broken, ..Cell::new(Form::Null, 0, 0) });
        }
        self.faults.sort_by_key(|fault| fault.span);
        Parsed {
            text: self.text,
            cells: self.cells,
            merged: self.merged,
            faults: self.faults,
            gaps: self.gaps,
        }
    }
}
