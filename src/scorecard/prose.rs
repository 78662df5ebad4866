use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use crate::text::{Span, visible};

/// Text that stays in its file and is decoded when shown: which file of the board, and where in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Prose {
    /// The file's number in [`Texts`].
    pub file: u16,
    /// The scalar in the file's text; empty where there is no text.
    pub span: Span,
}

impl Prose {
    /// Whether nothing is written.
    pub fn is_empty(self) -> bool {
        self.span.is_empty()
    }
}

/// The text of one file that knows how to decode a scalar of it.
pub trait ProseSource: Send + Sync + fmt::Debug {
    /// The scalar at `span` as the file means it: unquoted, unfolded, escapes resolved.
    fn decode(&self, span: Span) -> Cow<'_, str>;
}

/// The texts of all files of a board, by file number.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    sources: Vec<Arc<dyn ProseSource>>,
}

impl Texts {
    /// The texts in the order of their file numbers.
    pub fn new(sources: Vec<Arc<dyn ProseSource>>) -> Self {
        Self { sources }
    }

    /// The prose as it may be shown: decoded, hidden characters made visible, without white space at its ends.
    pub fn get(&self, prose: Prose) -> Cow<'_, str> {
        if prose.is_empty() {
            return Cow::Borrowed("");
        }
        match self.sources.get(usize::from(prose.file)).map(|source| source.decode(prose.span)) {
            Some(Cow::Borrowed(text)) => visible(text.trim()),
            Some(Cow::Owned(text)) => Cow::Owned(visible(text.trim()).into_owned()),
            None => Cow::Borrowed(""),
        }
    }
}
