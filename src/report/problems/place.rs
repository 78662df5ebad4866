use std::borrow::Cow;
use std::cell::OnceCell;

use crate::diagnostic::{File, Problem};
use crate::text::{LineColumn, Lines, Span, visible};

/// Where problems are, as people count it. Lines are found once a file, and only where one has a problem.
pub(super) struct Places<'f> {
    files: &'f [File],
    lines: Vec<OnceCell<Lines<'f>>>,
}

/// A place with its file's name.
pub(super) struct Place<'f> {
    pub(super) file: Cow<'f, str>,
    pub(super) start: LineColumn,
    pub(super) end: LineColumn,
}

impl<'f> Places<'f> {
    pub(super) fn new(files: &'f [File]) -> Self {
        Self { files, lines: files.iter().map(|_| OnceCell::new()).collect() }
    }

    /// How many files there are.
    pub(super) fn files(&self) -> usize {
        self.files.len()
    }

    /// The lines of a file; nothing for a file there is not.
    pub(super) fn lines(&self, file: u16) -> Option<&Lines<'f>> {
        let number = usize::from(file);
        let text: &'f str = &self.files.get(number)?.text;
        Some(self.lines.get(number)?.get_or_init(|| Lines::new(text)))
    }

    /// Where a span of a file is.
    pub(super) fn place(&self, file: u16, span: Span) -> Place<'f> {
        let name = self.files.get(usize::from(file)).map_or("", |file| &*file.name);
        let place =
            |offset| self.lines(file).map_or(LineColumn { line: 1, column: 1 }, |lines| lines.place(offset));
        Place { file: visible(name), start: place(span.start), end: place(span.end) }
    }

    /// Where a problem is.
    pub(super) fn of(&self, problem: &Problem) -> Place<'f> {
        self.place(problem.file, problem.span)
    }
}
