//! The shipped workspace, inside the program.

use std::path::Path;

use include_dir::{Dir, include_dir};

use super::load::{Bytes, Source};

static SCORECARDS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scorecards");

/// Every embedded file with what it holds, the schemas too, by its path below the folder.
pub(super) fn files() -> Vec<(&'static Path, &'static [u8])> {
    let mut files = Vec::new();
    let mut folders = vec![&SCORECARDS];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        files.extend(folder.files().map(|file| (file.path(), file.contents())));
    }
    files.sort_unstable();
    files
}

/// The embedded files that make up the workspace, by name.
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
