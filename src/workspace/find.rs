//! Which files a workspace is made of.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::load::{Bytes, Source};

/// The folder that is looked for first.
pub const FOLDER: &str = "scorecards";
/// The folder in a workspace that holds its scenarios.
pub const SCENARIOS: &str = "scenarios";
/// The file that makes a folder a workspace.
const BOARD: &str = "board.yaml";

/// The most files of a workspace; each has a number of 16 bits.
pub(super) const MOST_FILES: usize = 10_000;

/// The files that were found.
#[derive(Debug)]
pub struct Found {
    /// The places they were looked for.
    pub places: Vec<PathBuf>,
    /// Whether all places are folders, so that what is not among the files is not there.
    pub whole: bool,
    pub(super) sources: Vec<Source>,
}

impl Found {
    /// How many files there are.
    pub fn files(&self) -> usize {
        self.sources.len()
    }

    /// About how many bytes they have.
    pub fn bytes(&self) -> u64 {
        self.sources.iter().map(|source| source.bytes.size()).sum()
    }
}

/// Finds the files at the places given, or at the usual ones where none is; nothing where the embedded workspace is
/// meant.
pub fn find(given: &[PathBuf]) -> Option<Found> {
    let places = if given.is_empty() { vec![usual()?] } else { given.to_vec() };
    let mut seen = BTreeSet::new();
    let mut sources = Vec::new();
    let mut whole = true;
    for place in &places {
        if place.is_dir() {
            add_folder(place, &mut sources, &mut seen);
        } else {
            whole = false;
            add_file(place, &mut sources, &mut seen);
        }
    }
    if sources.len() > MOST_FILES {
        sources.truncate(MOST_FILES);
        let name = places.first().map(|place| name(place)).unwrap_or_default();
        sources.push(Source { name, bytes: Bytes::TooManyFiles });
    }
    Some(Found { places, whole, sources })
}

/// `./scorecards`, else the folder itself where it has a board.
fn usual() -> Option<PathBuf> {
    if Path::new(FOLDER).is_dir() {
        return Some(FOLDER.into());
    }
    Path::new(BOARD).is_file().then(|| ".".into())
}

/// The YAML files of a folder by name and those of its folder of scenarios, none of other folders in it, and no hidden
/// ones. A folder with the name of
/// such a file is among them, to be told like anything else that only looks like one.
fn add_folder(folder: &Path, sources: &mut Vec<Source>, seen: &mut BTreeSet<PathBuf>) {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            sources.push(Source { name: name(folder), bytes: Bytes::NoFolder(error) });
            return;
        }
    };
    let mut paths = yaml_files(entries);
    if paths.is_empty() {
        sources.push(Source { name: name(folder), bytes: Bytes::EmptyFolder });
    }
    paths.sort();
    let scenarios = folder.join(SCENARIOS);
    if scenarios.is_dir() {
        match std::fs::read_dir(&scenarios) {
            Ok(entries) => {
                let mut own = yaml_files(entries);
                own.sort();
                paths.extend(own);
            }
            Err(error) => sources.push(Source { name: name(&scenarios), bytes: Bytes::NoFolder(error) }),
        }
    }
    for path in paths {
        add(path, sources, seen);
    }
}

fn yaml_files(entries: std::fs::ReadDir) -> Vec<PathBuf> {
    entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| is_yaml(path)).collect()
}

/// A file with its board.
fn add_file(path: &Path, sources: &mut Vec<Source>, seen: &mut BTreeSet<PathBuf>) {
    if let Some(board) = board_of(path).filter(|board| board != path) {
        add(board, sources, seen);
    }
    add(path.to_owned(), sources, seen);
}

/// The board of a file: beside it, or above the folder of scenarios that it stands in.
fn board_of(file: &Path) -> Option<PathBuf> {
    let beside = file.with_file_name(BOARD);
    if beside.is_file() {
        return Some(beside);
    }
    let folder = file.parent()?;
    let named = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let is_of_scenarios = named.canonicalize().ok()?.file_name()? == SCENARIOS;
    let above = match folder.parent() {
        Some(above) if folder.file_name().is_some() => above.join(BOARD),
        _ => folder.join("..").join(BOARD),
    };
    (is_of_scenarios && above.is_file()).then_some(above)
}

/// Adds a file once, also where it is reached in two ways.
fn add(path: PathBuf, sources: &mut Vec<Source>, seen: &mut BTreeSet<PathBuf>) {
    if seen.insert(path.canonicalize().unwrap_or_else(|_| path.clone())) {
        let name = name(&path);
        sources.push(Source { name, bytes: Bytes::At(path) });
    }
}

/// Whether a path is that of a YAML file that is not hidden.
pub(super) fn is_yaml(path: &Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    !hidden && path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml")
}

fn name(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).to_string_lossy().into_owned()
}
