use granit_parser::{ErrorKind, ScanError};

use super::MAX_SYNTAX_FAULTS;
use super::arena::{BROKEN, Cell, Form, VERBATIM};
use super::build::Builder;
use super::fault::FaultKind;
use super::frames::{Awaits, Frame, NO_COLUMN};
use super::hint::{Finding, Scene};
use super::outline::{self, Line, Shape};
use crate::text::Span;

/// How far the text may be read again after syntax errors, in lengths of the text and in bytes.
const REREAD_FACTOR: usize = 8;
const REREAD_ALLOWANCE: usize = 1 << 20;

/// Where reading goes on after a syntax error.
#[derive(Clone, Copy, Debug)]
struct Restart {
    line: usize,
    /// The frame that the line goes on with; nothing where it begins a new collection inside the last frame.
    frame: Option<usize>,
    /// The new collection takes the place of the last scalar.
    replaces_last: bool,
}

/// Which text may still be read again.
#[derive(Debug, Default)]
pub(super) struct Effort {
    reread: usize,
    syntax_faults: usize,
}

impl Builder<'_> {
    /// Takes a syntax error of the part that begins at `part` and returns where the next part begins; nothing where
    /// the rest of the text is lost.
    pub(super) fn recover(&mut self, error: &ScanError, part: usize, effort: &mut Effort) -> Option<usize> {
        let at = part + error.marker().byte_offset().unwrap_or(0);
        let at = self.text.floor_char_boundary(at.min(self.text.len()));
        effort.reread += at - part;
        if let Some(restart) = self.end_of_part(error.kind(), at, part) {
            self.close_frames(restart.frame.map_or(0, |frame| frame + 1), |_| false);
            return Some(self.go_on(restart, at));
        }
        effort.syntax_faults += 1;
        let limit = REREAD_FACTOR * self.text.len() + REREAD_ALLOWANCE;
        if effort.syntax_faults > MAX_SYNTAX_FAULTS || effort.reread > limit {
            self.fault_once(FaultKind::TooMany, self.word_at(at as u32));
            return self.give_up(at);
        }
        self.reopen(at as u32);
        let Finding { kind, span, related, culprit, spoils_last, swallowed, rescued } =
            Scene::new(self).look(error, at);
        if kind == FaultKind::Depth {
            self.fault_once(kind, span);
        } else {
            self.faults
                .pop_if(|last| last.span == span && matches!(last.kind, FaultKind::UnknownAlias { .. }));
            self.fault(kind, span, related);
        }
        if let Some(scalar) = rescued {
            self.rescue(scalar);
        }
        let spoiled = if spoils_last { self.spoil_last() } else { None };
        let from = outline::next_line(self.text, culprit.max(part));
        let restart = self.find_restart(from, spoiled);
        if let Some(line) = swallowed {
            self.cut_last(line);
        } else if spoils_last && !restart.is_some_and(|restart| restart.replaces_last) {
            self.note_swallowed_lines();
        }
        match restart {
            Some(restart) => Some(self.go_on(restart, culprit)),
            None => self.give_up(culprit),
        }
    }

    /// Goes on after a part that did not begin with the collection it was taken for.
    pub(super) fn recover_lost(&mut self, part: usize) -> Option<usize> {
        let from = outline::next_line(self.text, part);
        match self.find_restart(from, None) {
            Some(restart) => Some(self.go_on(restart, part)),
            None => self.give_up(part),
        }
    }

    /// A part ends without fault where a line goes on with a collection further out than the part itself.
    fn end_of_part(&self, kind: &ErrorKind, at: usize, part: usize) -> Option<Restart> {
        let ends = matches!(
            kind,
            ErrorKind::ExpectedDocumentStart
                | ErrorKind::ExpectedBlockSequenceEntry
                | ErrorKind::ExpectedBlockMappingKey
        );
        if part == 0 || !ends {
            return None;
        }
        let line = outline::line(self.text, outline::line_start(self.text, at));
        let frame = self.matching_frame(&line)?;
        let begins_line = at == line.content && at > part;
        (begins_line && frame + 1 < self.floor).then_some(Restart {
            line: line.start,
            frame: Some(frame),
            replaces_last: false,
        })
    }

    /// The innermost open collection with whose entries a line goes on.
    fn matching_frame(&self, line: &Line) -> Option<usize> {
        let is_mapping = match line.shape {
            Shape::Item => false,
            Shape::Key => true,
            Shape::Blank | Shape::Marker | Shape::Other => return None,
        };
        self.frames
            .iter()
            .rposition(|frame| frame.column as usize == line.column && frame.is_mapping() == is_mapping)
    }

    /// The first line from `from` on with which reading can go on. `spoiled` is the column of a value that was
    /// taken back and may begin again as a collection.
    fn find_restart(&self, from: usize, spoiled: Option<usize>) -> Option<Restart> {
        for (nth, line) in
            outline::lines(self.text, from).filter(|line| line.shape != Shape::Blank).enumerate()
        {
            if line.shape == Shape::Marker {
                return None;
            }
            if let Some(frame) = self.matching_frame(&line) {
                return Some(Restart { line: line.start, frame: Some(frame), replaces_last: false });
            }
            let begins = matches!(line.shape, Shape::Item | Shape::Key);
            let replaces_last = spoiled == Some(line.column);
            if begins && nth == 0 && (replaces_last || self.awaits_collection(&line)) {
                return Some(Restart { line: line.start, frame: None, replaces_last });
            }
        }
        None
    }

    /// Whether a line can begin the value that the innermost mapping still waits for, or the whole file.
    fn awaits_collection(&self, line: &Line) -> bool {
        match self.frames.last() {
            None => self.cells.is_empty() && line.column == 0,
            Some(frame) => {
                let after_key =
                    self.text[self.last_end as usize..].trim_start_matches(':').trim_start_matches(' ');
                frame.awaits == Awaits::Value
                    && frame.column != NO_COLUMN
                    && line.column > frame.column as usize
                    && after_key.starts_with(['\n', '\r', '#'])
            }
        }
    }

    /// Marks the last scalar as broken, which swallowed more than it should: its column if it began its line and
    /// may be taken back.
    fn spoil_last(&mut self) -> Option<usize> {
        let last = self.cells.len().checked_sub(1)? as u32;
        let cell = &mut self.cells[last as usize];
        cell.flags |= BROKEN;
        let start = cell.start as usize;
        let lead = &self.text[outline::line_start(self.text, start)..start];
        let begins_line = lead.bytes().all(|byte| matches!(byte, b' ' | b'-'));
        let is_value =
            self.frames.last().is_none_or(|frame| frame.last == last && frame.awaits != Awaits::Value);
        (begins_line && is_value && !self.anchors.marks(last)).then_some(lead.len())
    }

    /// Ends the last scalar before the line at `line`, which is no part of it but a lost entry of its collection.
    fn cut_last(&mut self, line: usize) {
        if let Some(cell) = self.cells.last_mut() {
            let written = self.text[cell.start as usize..line].trim_end_matches([' ', '\t', '\n', '\r']);
            cell.end = cell.start + written.len() as u32;
            cell.flags |= if written.contains(['\n', '\r']) { 0 } else { VERBATIM };
            self.last_end = cell.end;
        }
        if let Some(frame) = self.frames.last() {
            self.cells[frame.cell as usize].flags |= BROKEN;
        }
    }

    /// Takes the scalar that the parser did not give because of what comes after it.
    fn rescue(&mut self, scalar: Span) {
        let awaits_value = |frame: &Frame| matches!(frame.awaits, Awaits::Item | Awaits::Value);
        if !scalar.is_empty() && self.frames.last().is_some_and(awaits_value) {
            let flags = if scalar.of(self.text).contains(['\n', '\r']) { 0 } else { VERBATIM };
            self.place(Cell { flags, ..Cell::new(Form::Plain, scalar.start, scalar.end) });
            self.last_end = scalar.end;
        }
    }

    /// Where the last scalar goes over several lines, entries of its collection are among them.
    fn note_swallowed_lines(&mut self) {
        let swallowed =
            self.cells.last().is_some_and(|cell| cell.span().of(self.text).contains(['\n', '\r']));
        if let (true, Some(frame)) = (swallowed, self.frames.last()) {
            self.cells[frame.cell as usize].flags |= BROKEN;
        }
    }

    /// Closes what the restart leaves, marks what lost something, and prepares the next part.
    fn go_on(&mut self, restart: Restart, culprit: usize) -> usize {
        let lowest = self.lowest_lost_column(culprit, restart.line);
        self.goes_on = false;
        if let Some(frame) = restart.frame {
            self.close_frames(frame + 1, |frame| frame.lost_line(lowest));
            self.fill_missing_value();
        }
        if restart.replaces_last {
            self.take_back_last();
        }
        let lost_from = self.last_end;
        if let (Some(lowest), Some(frame)) = (lowest, self.frames.last()) {
            let loser = if frame.lost_line(Some(lowest)) { frame.cell } else { frame.last };
            if self.cells[loser as usize].form.is_collection() && (loser != 0 || frame.cell == 0) {
                self.cells[loser as usize].flags |= BROKEN;
            }
        }
        self.note_gap(Span::new(lost_from, restart.line as u32));
        self.begins_broken = restart.frame.is_none();
        let floor = self.frames.len() + usize::from(restart.frame.is_none());
        self.begin_part(floor, restart.frame.is_some());
        restart.line
    }

    /// The lowest column of a line between the culprit and the restart of which nothing was understood.
    fn lowest_lost_column(&self, culprit: usize, restart: usize) -> Option<usize> {
        let first = outline::line_start(self.text, culprit.min(self.last_end as usize));
        outline::lines(self.text, first)
            .take_while(|line| line.start < restart)
            .filter(|line| line.shape != Shape::Blank && line.content >= self.last_end as usize)
            // A tab means deeper, whatever it is worth.
            .map(|line| line.column + usize::from(self.text[line.content..].starts_with('\t')))
            .min()
    }

    /// Closes all frames but the first `keep`, as broken where `is_broken`.
    fn close_frames(&mut self, keep: usize, is_broken: impl Fn(&Frame) -> bool) {
        while self.frames.len() > keep {
            self.fill_missing_value();
            if let Some(frame) = self.frames.last().filter(|frame| is_broken(frame)) {
                self.cells[frame.cell as usize].flags |= BROKEN;
            }
            self.close_frame(self.last_end);
        }
    }

    /// Gives a key whose value was lost a broken one.
    fn fill_missing_value(&mut self) {
        let Some(frame) = self.frames.last_mut() else { return };
        match frame.awaits {
            Awaits::Item | Awaits::Key => {}
            Awaits::UselessValue => frame.awaits = Awaits::Key,
            Awaits::Value => {
                let at = self.last_end;
                self.place(Cell { flags: BROKEN, ..Cell::new(Form::Null, at, at) });
            }
        }
    }

    /// Takes back the last scalar, in whose place a collection begins.
    fn take_back_last(&mut self) {
        if let Some(frame) = self.frames.last_mut() {
            let (parent, before) = (frame.cell as usize, frame.before_last as usize);
            frame.last = frame.before_last;
            if frame.awaits == Awaits::Key {
                frame.awaits = Awaits::Value;
            }
            match before {
                0 => self.cells[parent].link = 0,
                _ => self.cells[before].next = 0,
            }
        }
        if let Some(cell) = self.cells.pop() {
            self.last_end = cell.start;
        }
    }

    fn note_gap(&mut self, gap: Span) {
        if !outline::lines(gap.of(self.text), 0).all(|line| line.shape == Shape::Blank) {
            self.anchors.lose(gap.of(self.text));
            self.gaps.push(gap);
        }
        self.last_end = self.last_end.max(gap.end);
    }

    /// Leaves the rest of the text unread.
    fn give_up(&mut self, culprit: usize) -> Option<usize> {
        let lost_from = self.last_end;
        let lowest = self.lowest_lost_column(culprit, self.text.len());
        self.goes_on = false;
        self.close_frames(0, |frame| frame.lost_line(lowest));
        self.note_gap(Span::new(lost_from, self.text.len() as u32));
        None
    }
}
