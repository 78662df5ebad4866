//! Where themes come from: the ones that are part of the program, and a person's own. Only the one in use is read.

use super::ThemeError;
use crate::format::{self, Content, ThemeFile};
use crate::text::Lines;
use crate::workspace;

const EMBEDDED: [(&str, &str); 5] = [
    ("dark", include_str!("../../../themes/dark.yaml")),
    ("paper", include_str!("../../../themes/paper.yaml")),
    ("contrast", include_str!("../../../themes/contrast.yaml")),
    ("cvd", include_str!("../../../themes/cvd.yaml")),
    ("mono", include_str!("../../../themes/mono.yaml")),
];

/// The names of the shipped themes, in the order they are offered.
pub fn ids() -> impl Iterator<Item = &'static str> {
    EMBEDDED.iter().map(|(id, _)| *id)
}

/// Reads the theme of that name: one of the program's, else a person's own.
pub(super) fn read(id: &str) -> Result<ThemeFile, ThemeError> {
    if let Some((id, text)) = EMBEDDED.iter().find(|(known, _)| *known == id) {
        return decode(text).map_err(|reason| ThemeError::Unreadable { id: (*id).to_owned(), reason });
    }
    let file = workspace::theme_file(id).ok_or_else(|| ThemeError::Unknown { id: id.to_owned() })?;
    let text = workspace::read(&file).map_err(ThemeError::File)?;
    let name = file.to_string_lossy().into_owned();
    decode(&text).map_err(|reason| ThemeError::Unreadable { id: name, reason })
}

/// A theme's text as a theme, or the first thing that is wrong with it and where.
fn decode(text: &str) -> Result<ThemeFile, String> {
    let document = format::read(text, 0);
    match document.content {
        Some(Content::Theme(theme)) if document.problems.is_empty() => Ok(theme),
        _ => Err(document.problems.first().map_or_else(
            || "it is not a theme; its `kind` is another".to_owned(),
            |problem| format!("{} {}", Lines::new(text).place(problem.span.start), problem.message),
        )),
    }
}
