use granit_parser::{ErrorKind, ScanError};

use super::arena::{Cell, Form};
use super::build::Builder;
use super::conflict;
use super::fault::{FaultKind, Related, Syntax};
use super::frames::NO_COLUMN;
use super::outline::{self, Shape};
use crate::text::Span;

const NO_BREAK_SPACE: char = '\u{a0}';

/// The most bytes that are marked where only a point is known.
const LONGEST_MARK: usize = 80;
/// The most lines in which a tab is searched for.
const TAB_LINES: usize = 200;

/// What a syntax error turned out to be.
pub(super) struct Finding {
    pub(super) kind: FaultKind,
    pub(super) span: Span,
    pub(super) related: Option<Related>,
    /// A place on the line at fault: reading may go on with the next one.
    pub(super) culprit: usize,
    /// The last scalar swallowed what did not belong to it.
    pub(super) spoils_last: bool,
    /// Where the line begins that the last scalar swallowed, which is whole without it.
    pub(super) swallowed: Option<usize>,
    /// A scalar that was whole before the error and that the parser did not give.
    pub(super) rescued: Option<Span>,
}

impl Finding {
    fn new(syntax: Syntax, span: Span) -> Self {
        let culprit = span.start as usize;
        Self {
            kind: FaultKind::Syntax(syntax),
            span,
            related: None,
            culprit,
            spoils_last: false,
            swallowed: None,
            rescued: None,
        }
    }

    fn spoiling(self) -> Self {
        self.spoiling_if(true)
    }

    fn spoiling_if(self, spoils_last: bool) -> Self {
        Self { spoils_last, ..self }
    }
}

/// What was understood when the error came.
pub(super) struct Scene<'s> {
    text: &'s str,
    /// The last node, where it is a scalar.
    last: Option<Cell>,
    last_end: usize,
    /// Where the outermost open bracket stands.
    bracket: Option<usize>,
    columns: Vec<usize>,
}

impl<'s> Scene<'s> {
    pub(super) fn new(builder: &Builder<'s>) -> Self {
        let bracket = builder.frames.iter().find(|frame| frame.column == NO_COLUMN);
        let columns = builder.frames.iter().filter(|frame| frame.column != NO_COLUMN);
        Self {
            text: builder.text,
            last: builder
                .cells
                .last()
                .copied()
                .filter(|cell| matches!(cell.form, Form::Plain | Form::Quoted)),
            last_end: builder.last_end as usize,
            bracket: bracket.map(|frame| builder.cells[frame.cell as usize].start as usize),
            columns: columns.map(|frame| frame.column as usize).collect(),
        }
    }

    /// Says what the error at `at` is, in the words of people who write these files.
    pub(super) fn look(&self, error: &ScanError, at: usize) -> Finding {
        match error.kind() {
            ErrorKind::RecursionLimitExceeded => {
                let syntax = Syntax::Indentation;
                return Finding { kind: FaultKind::Depth, ..Finding::new(syntax, word_at(self.text, at)) };
            }
            ErrorKind::UnexpectedCharacter { character } if character.is_control() => {
                return self.control(*character, at);
            }
            ErrorKind::UnexpectedCharacter { character } if matches!(character, '@' | '`' | '%') => {
                return Finding::new(Syntax::ReservedStart { character: *character }, word_at(self.text, at));
            }
            _ => {}
        }
        self.conflict(at)
            .or_else(|| self.odd_space(at))
            .or_else(|| self.quote(error.kind(), at))
            .or_else(|| self.tab(error.kind(), at))
            .or_else(|| self.open_bracket(error.kind(), at))
            .or_else(|| self.colon(error.kind(), at))
            .or_else(|| self.line(error.kind(), at))
            .unwrap_or_else(|| self.other(error, at))
    }

    fn control(&self, character: char, at: usize) -> Finding {
        let start = self.text[at..].find(character).map_or(at, |offset| at + offset);
        let span = Span::new(start as u32, (start + character.len_utf8()) as u32);
        Finding { kind: FaultKind::ControlCharacter(character), ..Finding::new(Syntax::Escape, span) }
    }

    fn conflict(&self, at: usize) -> Option<Finding> {
        let begins = self.last.filter(|last| last.end as usize == at).map_or(at, |last| last.start as usize);
        let marker = conflict::marker(self.text, begins)?;
        Some(Finding::new(Syntax::Conflict, marker).spoiling_if(self.spoils(at)))
    }

    /// A no-break space in the indentation or after a colon, in what could not be read.
    fn odd_space(&self, at: usize) -> Option<Finding> {
        let from = match self.last {
            Some(last) if last.end as usize == at => last.start as usize,
            _ => outline::line_start(self.text, at).max(self.last_end.min(at)),
        };
        let tried = &self.text[from..outline::line_end(self.text, at)];
        let found = tried.find(NO_BREAK_SPACE)?;
        let before = tried[..found].trim_end_matches(NO_BREAK_SPACE);
        let matters =
            before.ends_with([':', '-']) || before.trim_end_matches(' ').is_empty() || before.ends_with('\n');
        let start = (from + found) as u32;
        matters.then(|| {
            Finding::new(Syntax::NoBreakSpace, Span::new(start, start + 2)).spoiling_if(self.spoils(at))
        })
    }

    fn quote(&self, kind: &ErrorKind, at: usize) -> Option<Finding> {
        let unclosed = |start: usize| {
            let quote = self.text[start..].chars().next().unwrap_or('"');
            let end = outline::line_end(self.text, start) as u32;
            Finding::new(Syntax::UnclosedQuote { quote }, Span::new(start as u32, end))
        };
        match kind {
            ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => {
                Some(unclosed(at))
            }
            ErrorKind::InvalidQuotedScalarIndent => {
                let begins = outline::line(self.text, outline::line_start(self.text, at)).shape;
                match self.opening_quote(at) {
                    Some(start) if matches!(begins, Shape::Key | Shape::Item | Shape::Blank) => {
                        Some(unclosed(start))
                    }
                    _ => Some(Finding::new(Syntax::Indentation, word_at(self.text, at))),
                }
            }
            ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
                let opening = self.opening_quote(at);
                if let Some(start) = opening.filter(|&start| self.passes_entry(start, at)) {
                    return Some(unclosed(start));
                }
                let single = *kind == ErrorKind::InvalidTrailingSingleQuotedScalar;
                let quote = if single { '\'' } else { '"' };
                let related = opening.map(|start| Related {
                    span: Span::new(start as u32, start as u32 + 1),
                    label: "the quoted value begins here",
                });
                let finding = Finding::new(Syntax::TextAfterQuote { quote }, word_at(self.text, at));
                Some(Finding { related, ..finding })
            }
            ErrorKind::UnknownQuotedScalarEscape
            | ErrorKind::InvalidQuotedScalarHexEscape
            | ErrorKind::InvalidLowSurrogateHexEscape
            | ErrorKind::InvalidLowSurrogate
            | ErrorKind::MissingLowSurrogate
            | ErrorKind::UnpairedLowSurrogate
            | ErrorKind::InvalidUnicodeEscape => {
                let start = self.bad_escape(at);
                Some(Finding::new(Syntax::Escape, Span::new(start as u32, start as u32 + 1)))
            }
            _ => None,
        }
    }

    /// The backslash that begins no escape in the quoted text at `at`, as far as that is easily seen.
    fn bad_escape(&self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut place = at;
        while let Some(offset) = self.text[place..].find('\\') {
            place += offset;
            let known =
                bytes.get(place + 1).is_some_and(|letter| b"0abt\tnvfre \"/\\N_LP\n\r".contains(letter));
            if !known {
                return place;
            }
            place += 2;
        }
        at
    }

    /// The last quote before `at` that opens a value, among what was not understood.
    fn opening_quote(&self, at: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut place = self.last_end.min(at);
        let mut opening = None;
        while place < at {
            let byte = bytes[place];
            let opens = matches!(byte, b'"' | b'\'')
                && (place == 0
                    || matches!(bytes[place - 1], b' ' | b'\t' | b'\n' | b'\r' | b'[' | b'{' | b',' | b':'));
            if !opens {
                place += 1;
                continue;
            }
            opening = Some(place);
            let Some(length) = bytes[place + 1..at].iter().position(|&closing| closing == byte) else {
                return opening;
            };
            place += length + 2;
        }
        opening
    }

    /// Whether a line after the one of `start`, up to the one of `at`, looks like an entry of an open collection.
    fn passes_entry(&self, start: usize, at: usize) -> bool {
        self.entry_after(start, at).is_some()
    }

    /// The first line after the one of `start`, up to the one of `at`, that looks like an entry of an open
    /// collection.
    fn entry_after(&self, start: usize, at: usize) -> Option<usize> {
        outline::lines(self.text, outline::next_line(self.text, start))
            .take_while(|line| line.start <= at)
            .find(|line| {
                matches!(line.shape, Shape::Key | Shape::Item) && self.columns.contains(&line.column)
            })
            .map(|line| line.start)
    }

    fn tab(&self, kind: &ErrorKind, at: usize) -> Option<Finding> {
        let is_tab = matches!(
            kind,
            ErrorKind::TabNotAllowed
                | ErrorKind::TabInBlockIndentation
                | ErrorKind::TabInIndentation
                | ErrorKind::TabInPlainScalar
                | ErrorKind::TabAtBlockScalarStart
                | ErrorKind::InvalidBlockEntryWhitespace
                | ErrorKind::InvalidMappingValueWhitespace
        );
        if !is_tab {
            return None;
        }
        let indented = outline::lines(self.text, outline::line_start(self.text, at))
            .take(TAB_LINES)
            .find(|line| self.text[line.content..].starts_with('\t'));
        let start = indented.map_or(at, |line| line.content) as u32;
        let finding = Finding::new(Syntax::Tab, Span::new(start, (start + 1).min(self.text.len() as u32)));
        if *kind == ErrorKind::TabInPlainScalar && at < start as usize {
            let before = outline::line_start(self.text, start as usize);
            let written = self.text[at..before].trim_end_matches([' ', '\t', '\n', '\r']);
            let rescued = Span::new(at as u32, (at + written.len()) as u32);
            return Some(Finding { rescued: Some(rescued), ..finding });
        }
        Some(finding.spoiling_if(self.spoils(at)))
    }

    fn open_bracket(&self, kind: &ErrorKind, at: usize) -> Option<Finding> {
        let start = match kind {
            ErrorKind::UnclosedFlowCollection { .. } => self.bracket.unwrap_or(at),
            _ => self.bracket?,
        };
        let open = self.text[start..].chars().next().filter(|open| matches!(open, '[' | '{'))?;
        let at_end = self.text[at.max(start + 1)..].trim().is_empty();
        if at_end || *kind == (ErrorKind::UnclosedFlowCollection { open }) || self.passes_entry(start, at) {
            let end = outline::line_end(self.text, start) as u32;
            let spans = |line: &usize| self.last.is_some_and(|last| last.span().range().contains(line));
            let swallowed = self.entry_after(start, at).filter(spans);
            let finding = Finding::new(Syntax::UnclosedBracket { open }, Span::new(start as u32, end));
            return Some(Finding { swallowed, ..finding });
        }
        let is_colon = self.text[at..].starts_with(':') && self.spoils(at) && !self.last_has_space();
        let syntax = if is_colon { Syntax::UnquotedColon } else { Syntax::FlowSeparator };
        Some(Finding::new(syntax, word_at(self.text, at)).spoiling_if(self.spoils(at)))
    }

    fn colon(&self, kind: &ErrorKind, at: usize) -> Option<Finding> {
        if !matches!(kind, ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidSimpleKey) {
            return None;
        }
        let last = self.last.filter(|last| last.end as usize == at)?;
        let written = last.span().of(self.text);
        if written.starts_with(['\u{201c}', '\u{201d}', '\u{201e}', '\u{2018}', '\u{2019}', '\u{ab}']) {
            return Some(
                Finding::new(Syntax::SmartQuotes, word_at(self.text, last.start as usize)).spoiling(),
            );
        }
        let (first, rest) = written.split_once(['\n', '\r']).unwrap_or((written, ""));
        if rest.is_empty() {
            return Some(Finding::new(Syntax::UnquotedColon, Span::new(at as u32, at as u32 + 1)).spoiling());
        }
        if let Some(colon) = outline::missing_space(first) {
            let start = last.start + colon as u32;
            return Some(
                Finding::new(Syntax::MissingSpace { after: ':' }, Span::new(start, start + 1)).spoiling(),
            );
        }
        let line = outline::line(self.text, outline::line_start(self.text, at));
        let first_start = last.start as usize;
        if outline::is_block_header(first)
            || line.column == first_start - outline::line_start(self.text, first_start)
        {
            return Some(Finding::new(Syntax::MissingColon, word_at(self.text, first_start)).spoiling());
        }
        let word = &self.text[line.content..at];
        let is_word = word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
        if is_word {
            let finding = Finding::new(Syntax::Indentation, word_at(self.text, line.content));
            return Some(Finding { swallowed: Some(line.start), ..finding });
        }
        Some(Finding::new(Syntax::UnquotedColon, Span::new(at as u32, at as u32 + 1)).spoiling())
    }

    /// Errors that concern a whole line: a missing colon or space, or the indentation.
    fn line(&self, kind: &ErrorKind, at: usize) -> Option<Finding> {
        let line = outline::line(self.text, outline::line_start(self.text, at));
        let content = &self.text[line.content..outline::line_end(self.text, line.content)];
        let start = line.content as u32;
        match kind {
            ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => {
                if let Some(colon) = outline::missing_space(content) {
                    let place = start + colon as u32;
                    return Some(Finding::new(
                        Syntax::MissingSpace { after: ':' },
                        Span::new(place, place + 1),
                    ));
                }
                if content.starts_with('-') && !content.starts_with("- ") {
                    return Some(Finding::new(
                        Syntax::MissingSpace { after: '-' },
                        Span::new(start, start + 1),
                    ));
                }
                Some(Finding::new(Syntax::MissingColon, word_at(self.text, at)))
            }
            ErrorKind::ExpectedBlockMappingKey
            | ErrorKind::ExpectedBlockSequenceEntry
            | ErrorKind::ExpectedDocumentStart
            | ErrorKind::InvalidIndentation
            | ErrorKind::InvalidBlockScalarIndent
            | ErrorKind::BlockSequenceEntryNotAllowed
                if at.saturating_sub(line.content) < 3 =>
            {
                Some(Finding::new(Syntax::Indentation, word_at(self.text, line.content)))
            }
            ErrorKind::ExpectedBlockMappingKey | ErrorKind::ExpectedBlockSequenceEntry => {
                let before = self.text[line.content..at].trim_end();
                let start = line.content + before.rfind([' ', '\t'])? + 1;
                let character = self.text[start..].chars().next().filter(|c| matches!(c, '*' | '&' | '!'))?;
                Some(Finding::new(Syntax::ReservedStart { character }, word_at(self.text, start)))
            }
            _ => None,
        }
    }

    fn other(&self, error: &ScanError, at: usize) -> Finding {
        let info = error.info();
        let message = info.rsplit_once(", ").map_or(info.as_str(), |(_, message)| message);
        Finding::new(Syntax::Other { message: message.to_owned() }, word_at(self.text, at))
    }

    /// Whether the error stands right behind the last scalar.
    fn spoils(&self, at: usize) -> bool {
        self.last.is_some_and(|last| last.end as usize == at)
    }

    fn last_has_space(&self) -> bool {
        self.last.is_some_and(|last| last.span().of(self.text).contains(' '))
    }
}

/// The word at `at`, or the rest of its line's end: what to mark where only a point is known.
pub(super) fn word_at(text: &str, at: usize) -> Span {
    let rest = &text[at..text.floor_char_boundary(at + LONGEST_MARK)];
    let word = rest.find(|c: char| c.is_whitespace()).unwrap_or(rest.len());
    let end = if word == 0 { rest.chars().next().map_or(0, char::len_utf8) } else { word };
    let end = if rest.starts_with(['\n', '\r']) { 0 } else { end };
    Span::new(at as u32, (at + end) as u32)
}

impl Builder<'_> {
    /// See [`word_at`].
    pub(super) fn word_at(&self, at: u32) -> Span {
        word_at(self.text, at as usize)
    }
}
