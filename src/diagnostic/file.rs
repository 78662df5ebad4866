use std::path::Path;
use std::sync::Arc;

use crate::text::Span;

/// A file that problems point into: its name as people know it, and its text.
///
/// A file that could not be read has the text up to there or none, so that its problem still has a place to stand.
#[derive(Clone, Debug)]
pub struct File {
    /// The path as it was given or found, for people and for tools that open it.
    pub name: Arc<str>,
    /// Where it can be opened, exactly; none where it is no file on disk.
    pub path: Option<Arc<Path>>,
    /// The text that spans point into.
    pub text: Arc<str>,
    /// Where it holds what only those may see who ask for private fields.
    pub private: Arc<[Span]>,
}
