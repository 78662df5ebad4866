//! The themes that are part of the program. Only the one in use is read.

use super::ThemeError;
use crate::format::{self, Content, ThemeFile};

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

/// Reads the theme of that name.
pub(super) fn read(id: &str) -> Result<ThemeFile, ThemeError> {
    let (id, text) = EMBEDDED
        .iter()
        .find(|(known, _)| *known == id)
        .ok_or_else(|| ThemeError::Unknown { id: id.to_owned() })?;
    let document = format::read(text, 0);
    match document.content {
        Some(Content::Theme(theme)) if document.problems.is_empty() => Ok(theme),
        _ => {
            let reason =
                document.problems.first().map_or("it is not a theme", |problem| problem.message.as_str());
            Err(ThemeError::Unreadable { id: (*id).to_owned(), reason: reason.to_owned() })
        }
    }
}
