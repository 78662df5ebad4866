use granit_parser::{ErrorKind, ScanError};

use super::MAX_SYNTAX_FAULTS;
use super::build::Builder;
use super::fault::{FaultKind, Syntax};
use super::frames::{Awaits, NO_COLUMN};
use super::hint::{Finding, Scene};
use super::loss::Loss;
use super::outline::{self, Line, Shape};

/// How far the text may be read again after syntax errors, in lengths of the text and in bytes.
const REREAD_FACTOR: usize = 8;
const REREAD_ALLOWANCE: usize = 1 << 20;
/// How far a line may be from where it was meant to begin, in columns.
const SLIP: usize = 2;

/// Where reading goes on after a syntax error.
#[derive(Clone, Copy, Debug)]
pub(super) struct Restart {
    pub(super) line: usize,
    /// The frame that the line goes on with; nothing where it begins a new collection inside the last frame.
    pub(super) frame: Option<usize>,
    /// The new collection takes the place of the last scalar.
    pub(super) replaces_last: bool,
}

/// From where on, and under which conditions, reading may go on.
#[derive(Clone, Copy, Debug)]
struct Search {
    from: usize,
    /// Lines from this column on belong to what was lost.
    limit: usize,
    /// The column of a value that was taken back and may begin again as a collection.
    spoiled: Option<usize>,
}

/// Which text may still be read again.
#[derive(Debug, Default)]
pub(super) struct Effort {
    reread: usize,
    syntax_faults: usize,
}

impl Effort {
    fn is_spent(&self, text: &str) -> bool {
        let limit = REREAD_FACTOR * text.len() + REREAD_ALLOWANCE;
        self.syntax_faults > MAX_SYNTAX_FAULTS || self.reread > limit
    }
}

impl Builder<'_> {
    /// Takes a syntax error of the part that begins at `part` and returns where the next part begins; nothing where
    /// the rest of the text is lost.
    pub(super) fn recover(&mut self, error: &ScanError, part: usize, effort: &mut Effort) -> Option<usize> {
        let at = part + error.marker().byte_offset().unwrap_or(0);
        let at = self.text.floor_char_boundary(at.min(self.text.len()));
        effort.reread += at - part;
        if let Some(restart) = self.end_of_part(error.kind(), at, part) {
            self.close_whole(restart.frame.map_or(0, |frame| frame + 1));
            return Some(self.go_on(restart, Loss { culprit: at, slip: 0 }));
        }
        effort.syntax_faults += 1;
        if effort.is_spent(self.text) {
            self.fault_once(FaultKind::TooMany, self.word_at(at as u32));
            return self.give_up(Loss { culprit: at, slip: 0 });
        }
        self.reopen(at as u32);
        let finding = Scene::new(self).look(error, at);
        self.recover_from(finding, part)
    }

    fn recover_from(&mut self, finding: Finding, part: usize) -> Option<usize> {
        let Finding { kind, span, related, culprit, spoils_last, swallowed, rescued } = finding;
        let slips =
            matches!(kind, FaultKind::Syntax(Syntax::Indentation | Syntax::Tab | Syntax::NoBreakSpace));
        let loss = Loss { culprit, slip: if slips { SLIP } else { 0 } };
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
        let limit = self.limit(culprit, spoils_last);
        let restart = self.find_restart(Search { from, limit, spoiled });
        if let Some(line) = swallowed {
            self.cut_last(line);
        } else if spoils_last && !restart.is_some_and(|restart| restart.replaces_last) {
            self.note_swallowed_lines();
        }
        match restart {
            Some(restart) => Some(self.go_on(restart, loss)),
            None => self.give_up(loss),
        }
    }

    /// Goes on after a part that did not begin with the collection it was taken for.
    pub(super) fn recover_lost(&mut self, part: usize) -> Option<usize> {
        let from = outline::next_line(self.text, part);
        let loss = Loss { culprit: part, slip: 0 };
        match self.find_restart(Search { from, limit: usize::MAX, spoiled: None }) {
            Some(restart) => Some(self.go_on(restart, loss)),
            None => self.give_up(loss),
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
        let is_outer = frame + 1 < self.floor;
        (begins_line && is_outer).then_some(Restart {
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

    /// The first column of the lines that belong to the line of `culprit`: where that line was lost, so are they.
    fn limit(&self, culprit: usize, spoils_last: bool) -> usize {
        let line = outline::line(self.text, outline::line_start(self.text, culprit));
        let written = &self.text[line.content..outline::line_end(self.text, line.content)];
        let spoiled =
            spoils_last && self.cells.last().is_some_and(|cell| cell.start as usize >= line.content);
        if line.content < self.last_end as usize && !spoiled {
            return usize::MAX;
        }
        let column = self.meant_column(&line);
        let content = written.trim_start_matches([' ', '\t']);
        if !spoiled && (content == "-" || content.starts_with("- ")) {
            let lists = self.frames.iter().filter(|frame| !frame.is_mapping() && frame.column != NO_COLUMN);
            let nearest = lists.map(|frame| frame.column as usize).min_by_key(|list| list.abs_diff(column));
            return nearest.map_or(usize::MAX, |list| list + 1);
        }
        let mut following = outline::lines(self.text, line.next).filter(|line| line.shape != Shape::Blank);
        let next = following.next().map_or(0, |line| line.column);
        if outline::opens_block(content) && next > column { next } else { usize::MAX }
    }

    /// The first line with which reading can go on.
    fn find_restart(&self, search: Search) -> Option<Restart> {
        let lines = outline::lines(self.text, search.from)
            .filter(|line| line.shape != Shape::Blank && line.column < search.limit);
        for (nth, line) in lines.enumerate() {
            if line.shape == Shape::Marker {
                return None;
            }
            if let Some(frame) = self.matching_frame(&line) {
                return Some(Restart { line: line.start, frame: Some(frame), replaces_last: false });
            }
            let begins = matches!(line.shape, Shape::Item | Shape::Key);
            let replaces_last = search.spoiled == Some(line.column);
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
}
