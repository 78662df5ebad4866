//! What a version control system leaves in a file where two people changed the same lines.

use super::outline::{line_end, line_start};
use crate::text::Span;

/// The marker of a merge conflict on the line that holds `at`, at its beginning as Git writes it.
pub(super) fn marker(text: &str, at: usize) -> Option<Span> {
    let start = line_start(text, at);
    let line = &text[start..line_end(text, start)];
    let is_marker = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"]
        .iter()
        .any(|sign| line.strip_prefix(sign).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')));
    is_marker.then(|| Span::new(start as u32, (start + line.len()) as u32))
}
