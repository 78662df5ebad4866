use super::arena::{BROKEN, Cell, Form, VERBATIM};
use super::build::Builder;
use super::frames::{Awaits, Frame};
use super::outline::{self, Line, Shape};
use super::resync::Restart;
use crate::text::Span;

/// What a tab in the indentation stands for, in columns.
const TAB: usize = 2;

/// What a syntax error took away.
#[derive(Clone, Copy, Debug)]
pub(super) struct Loss {
    /// A place on the line at fault.
    pub(super) culprit: usize,
    /// How far that line may be from where it was meant to begin, in columns.
    pub(super) slip: usize,
}

impl Loss {
    /// Whether a line in column `lowest`, which could not be read, may have been an entry of the collection.
    fn touches(self, frame: &Frame, lowest: Option<usize>) -> bool {
        frame.is_flow() || lowest.is_some_and(|lowest| lowest <= frame.column as usize + self.slip)
    }
}

impl Builder<'_> {
    /// Closes what the restart leaves, marks what lost something, and prepares the next part.
    pub(super) fn go_on(&mut self, restart: Restart, loss: Loss) -> usize {
        let lowest = self.lowest_lost_column(loss.culprit, restart.line);
        self.goes_on = false;
        if let Some(frame) = restart.frame {
            self.close_frames(frame + 1, |frame| loss.touches(frame, lowest));
            self.fill_missing_value();
        }
        if restart.replaces_last {
            self.take_back_last();
        }
        let lost_from = self.last_end;
        self.mark_losers(loss, lowest);
        self.note_gap(Span::new(lost_from, restart.line as u32));
        self.begins_broken = restart.frame.is_none();
        let floor = self.frames.len() + usize::from(restart.frame.is_none());
        self.begin_part(floor, restart.frame.is_some());
        restart.line
    }

    /// Leaves the rest of the text unread.
    pub(super) fn give_up(&mut self, loss: Loss) -> Option<usize> {
        let lost_from = self.last_end;
        let lowest = self.lowest_lost_column(loss.culprit, self.text.len());
        self.goes_on = false;
        self.mark_losers(loss, lowest);
        self.close_frames(0, |frame| loss.touches(frame, lowest));
        self.note_gap(Span::new(lost_from, self.text.len() as u32));
        None
    }

    /// Marks the innermost collection and its last child, as far as the lost lines may have belonged to them.
    fn mark_losers(&mut self, loss: Loss, lowest: Option<usize>) {
        let (Some(lowest), Some(frame)) = (lowest, self.frames.last()) else { return };
        if loss.touches(frame, Some(lowest)) {
            self.cells[frame.cell as usize].flags |= BROKEN;
        }
        let last = &mut self.cells[frame.last as usize];
        if lowest > frame.column as usize && frame.last != 0 && last.form.is_collection() {
            last.flags |= BROKEN;
        }
    }

    /// The lowest column of a line between the culprit and the restart of which nothing was understood.
    fn lowest_lost_column(&self, culprit: usize, restart: usize) -> Option<usize> {
        let first = outline::line_start(self.text, culprit.min(self.last_end as usize));
        outline::lines(self.text, first)
            .take_while(|line| line.start < restart)
            .filter(|line| line.shape != Shape::Blank && line.content >= self.last_end as usize)
            .map(|line| self.meant_column(&line))
            .min()
    }

    /// Where a line was meant to begin, tabs counted.
    pub(super) fn meant_column(&self, line: &Line) -> usize {
        let rest = self.text[line.content..].bytes().take_while(|byte| matches!(byte, b' ' | b'\t'));
        line.column + rest.map(|byte| if byte == b'\t' { TAB } else { 1 }).sum::<usize>()
    }

    /// Closes all frames but the first `keep`, which have lost nothing.
    pub(super) fn close_whole(&mut self, keep: usize) {
        self.close_frames(keep, |_| false);
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

    /// Takes the scalar that the parser did not give because of what comes after it.
    pub(super) fn rescue(&mut self, scalar: Span) {
        let awaits_value = |frame: &Frame| matches!(frame.awaits, Awaits::Item | Awaits::Value);
        if !scalar.is_empty() && self.frames.last().is_some_and(awaits_value) {
            self.goes_on = false;
            let flags = verbatim_flag(scalar.of(self.text));
            self.place(Cell { flags, ..Cell::new(Form::Plain, scalar.start, scalar.end) });
            self.last_end = scalar.end;
        }
    }

    /// Marks the last scalar as broken, which swallowed more than it should: its column if it began its line and
    /// may be taken back.
    pub(super) fn spoil_last(&mut self) -> Option<usize> {
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
    pub(super) fn cut_last(&mut self, line: usize) {
        if let Some(cell) = self.cells.last_mut() {
            let written = self.text[cell.start as usize..line].trim_end_matches([' ', '\t', '\n', '\r']);
            cell.end = cell.start + written.len() as u32;
            // A quoted scalar loses its closing quote here, so it does not read as it is written.
            cell.flags &= !VERBATIM;
            if cell.form == Form::Plain {
                cell.flags |= verbatim_flag(written);
            }
            self.last_end = cell.end;
        }
        self.break_innermost();
    }

    /// Where the last scalar goes over several lines, entries of its collection are among them.
    pub(super) fn note_swallowed_lines(&mut self) {
        if self.cells.last().is_some_and(|cell| verbatim_flag(cell.span().of(self.text)) == 0) {
            self.break_innermost();
        }
    }

    fn break_innermost(&mut self) {
        if let Some(frame) = self.frames.last() {
            self.cells[frame.cell as usize].flags |= BROKEN;
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
}

/// The flag of a plain scalar by how it is written: on one line it reads as it is.
fn verbatim_flag(written: &str) -> u8 {
    if written.contains(['\n', '\r']) { 0 } else { VERBATIM }
}
