//! The shipped workspace, inside the program.

use include_dir::{Dir, include_dir};

use super::load::{Bytes, Source};

static SCORECARDS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scorecards");

/// The embedded files, by name.
pub(super) fn sources() -> Vec<Source> {
    let mut sources: Vec<Source> = SCORECARDS
        .files()
        .filter_map(|file| {
            let name = file.path().to_str()?;
            let text = super::find::is_yaml(file.path()).then(|| file.contents_utf8())??;
            Some(Source { name: format!("scorecards/{name}"), bytes: Bytes::Embedded(text) })
        })
        .collect();
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    sources
}
