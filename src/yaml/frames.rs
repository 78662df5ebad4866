use granit_parser::Tag;

use super::arena::{BROKEN, Cell, Form, REPEATED};
use super::build::{Builder, Next};
use super::fault::{FaultKind, Related};
use super::keys::{self, Key};
use super::{MAX_DEPTH, MAX_NODES};
use crate::text::Span;

/// The column of a collection in brackets: no line can go on with it.
pub(super) const NO_COLUMN: u32 = u32::MAX;

/// What a node behind an alias counts for at least, so that small values cannot stand for very many.
const BYTES_A_CELL: u64 = 8;

/// What an open collection expects next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Awaits {
    /// An item of a sequence.
    Item,
    Key,
    Value,
    /// The value of a key that was refused.
    UselessValue,
}

/// A collection that is still open.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) cell: u32,
    /// The last child, 0 for none.
    pub(super) last: u32,
    /// The child before the last, 0 for none.
    pub(super) before_last: u32,
    /// Where the lines of its entries begin.
    pub(super) column: u32,
    pub(super) awaits: Awaits,
    has_merge: bool,
    /// Where its keys begin in the stack of keys.
    keys_from: usize,
    /// Its index among the anchors.
    anchor: Option<u32>,
    /// What the aliases before it stood for.
    aliased_before: u64,
    pub(super) height: u32,
    pub(super) chain: u32,
}

impl Frame {
    pub(super) fn is_mapping(&self) -> bool {
        self.awaits != Awaits::Item
    }

    /// Whether the collection stands in brackets.
    pub(super) fn is_flow(&self) -> bool {
        self.column == NO_COLUMN
    }
}

/// A collection as the parser announces it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opening {
    pub(super) form: Form,
    pub(super) at: Span,
    /// See [`Frame::column`].
    pub(super) column: u32,
    /// The parser's number of its anchor, 0 for none.
    pub(super) anchor: usize,
}

impl Builder<'_> {
    /// Opens a collection where the next value belongs.
    pub(super) fn open(&mut self, opening: Opening, tag: Option<&Tag>) -> Next {
        let Opening { form, at, column, anchor } = opening;
        if self.skipping > 0 {
            self.skipping += 1;
            return Next::GoOn;
        }
        if self.goes_on {
            self.goes_on = false;
            let same = self.frames.last().is_some_and(|frame| frame.is_mapping() == (form == Form::Mapping));
            return if same { Next::GoOn } else { Next::Lost };
        }
        let mut cell = Cell::new(form, at.start, at.end);
        if std::mem::take(&mut self.begins_broken) {
            cell.flags |= BROKEN;
        }
        if let Some(tag) = tag {
            cell.flags |= self.tag(tag, at) & BROKEN;
        }
        self.last_end = at.end;
        if self.frames.len() >= MAX_DEPTH {
            self.skipping = 1;
            self.fault_once(FaultKind::Depth, self.word_at(at.start));
            return self.place(Cell { flags: BROKEN, ..Cell::new(Form::Null, at.start, at.start) }).0;
        }
        let (next, placed) = self.place(cell);
        let Some(index) = placed else {
            self.skipping = 1;
            return next;
        };
        let anchor = (anchor > 0).then(|| self.anchors.define(anchor, index, 0, true));
        self.frames.push(Frame {
            cell: index,
            last: 0,
            before_last: 0,
            column,
            awaits: if form == Form::Mapping { Awaits::Key } else { Awaits::Item },
            has_merge: false,
            keys_from: self.keys.len(),
            anchor,
            aliased_before: self.aliased,
            height: 0,
            chain: 0,
        });
        next
    }

    /// Takes the end of a collection, which `at` marks.
    pub(super) fn end_collection(&mut self, at: Span) {
        if self.skipping > 0 {
            self.skipping -= 1;
        } else if self.frames.len() > self.floor {
            if self.closed_at != at.start {
                self.closed.clear();
                self.closed_at = at.start;
            }
            let frame = self.close_frame(at.end);
            self.closed.extend(frame.filter(|frame| frame.column != NO_COLUMN));
        } else if let Some(frame) = self.frames.last()
            && frame.column == NO_COLUMN
        {
            self.last_end = at.end;
        }
    }

    /// Opens again what was closed at `at`, where the line there turned out to be at fault.
    pub(super) fn reopen(&mut self, at: u32) {
        if self.closed_at != at {
            return;
        }
        while let Some(frame) = self.closed.pop() {
            if let Some(anchor) = frame.anchor {
                self.anchors.reopen(anchor);
            }
            self.frames.push(Frame { keys_from: self.keys.len(), ..frame });
        }
    }

    /// Closes the innermost collection; one in brackets ends at `end`, any other with its last child.
    pub(super) fn close_frame(&mut self, end: u32) -> Option<Frame> {
        let frame = self.frames.pop()?;
        let end = if frame.column == NO_COLUMN {
            self.last_end = end;
            end
        } else {
            self.cells[frame.last.max(frame.cell) as usize].end
        };
        let cells = self.cells.len() as u32;
        let cell = &mut self.cells[frame.cell as usize];
        cell.end = end.max(cell.start);
        let written = u64::from(cell.end - cell.start).max(u64::from(cells - frame.cell) * BYTES_A_CELL);
        let bytes = written + (self.aliased - frame.aliased_before);
        if frame.is_mapping() {
            self.find_repeated_keys(frame.keys_from);
            if frame.has_merge {
                self.merge(frame.cell);
            }
        }
        let height = frame.height + 1;
        if let Some(anchor) = frame.anchor {
            self.anchors.close(anchor, bytes, height, frame.chain);
        }
        if let Some(parent) = self.frames.last_mut() {
            parent.height = parent.height.max(height);
            parent.chain = parent.chain.max(frame.chain);
        }
        Some(frame)
    }

    fn find_repeated_keys(&mut self, from: usize) {
        if self.keys.len() - from > 1 {
            for (first, later) in keys::repeated(self.text, &self.cells, &self.keys[from..]) {
                self.cells[later.cell as usize].flags |= REPEATED;
                let key = keys::key_text(self.text, &self.cells, later).into_owned();
                let span = self.cells[later.cell as usize].span();
                let related =
                    Related { span: self.cells[first.cell as usize].span(), label: "first written here" };
                self.fault(FaultKind::DuplicateKey { key }, span, Some(related));
            }
        }
        self.keys.truncate(from);
    }

    /// Puts a cell where the next value belongs: its index, or nothing where it is left out.
    pub(super) fn place(&mut self, cell: Cell) -> (Next, Option<u32>) {
        if self.cells.len() >= MAX_NODES {
            self.fault_once(FaultKind::Nodes, cell.span());
            return (Next::Stop, None);
        }
        let index = self.cells.len() as u32;
        let Some(frame) = self.frames.last_mut() else {
            self.cells.push(cell);
            return (Next::GoOn, Some(index));
        };
        if self.goes_on {
            return (Next::Lost, None);
        }
        if frame.awaits == Awaits::UselessValue {
            frame.awaits = Awaits::Key;
            return (Next::GoOn, None);
        }
        if frame.awaits == Awaits::Key {
            let holder = if cell.form == Form::Alias { cell.link } else { index };
            let form = if cell.form == Form::Alias { self.cells[holder as usize].form } else { cell.form };
            if form.is_collection() || form == Form::Null {
                return (self.refuse_key(cell), None);
            }
            frame.awaits = Awaits::Value;
            self.keys.push(Key { cell: index, holder });
            if self.is_merge_key(&cell) {
                self.note_merge();
            }
        } else if frame.awaits == Awaits::Value {
            frame.awaits = Awaits::Key;
        }
        self.cells.push(cell);
        self.link(index);
        (Next::GoOn, Some(index))
    }

    fn note_merge(&mut self) {
        if let Some(frame) = self.frames.last_mut() {
            frame.has_merge = true;
        }
    }

    fn refuse_key(&mut self, cell: Cell) -> Next {
        if let Some(frame) = self.frames.last_mut() {
            frame.awaits = Awaits::UselessValue;
            self.cells[frame.cell as usize].flags |= BROKEN;
        }
        if !cell.has(BROKEN) {
            let at = if cell.form == Form::Null { cell.start.saturating_sub(1) } else { cell.start };
            self.fault(FaultKind::KeyNotScalar, self.word_at(at), None);
        }
        Next::GoOn
    }

    fn link(&mut self, index: u32) {
        let Some(frame) = self.frames.last_mut() else { return };
        match frame.last {
            0 => self.cells[frame.cell as usize].link = index,
            last => self.cells[last as usize].next = index,
        }
        frame.before_last = frame.last;
        frame.last = index;
    }
}
