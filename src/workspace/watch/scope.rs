//! Which folders are watched for a workspace, and which of their changes concern it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind};

use crate::workspace::find::{SCENARIOS, find, is_yaml};
use crate::workspace::load::Bytes;

/// What concerns a workspace, all paths from the root.
#[derive(Debug, Default)]
pub(super) struct Scope {
    places: Vec<PathBuf>,
    /// The places from the root, and what they lead to.
    roots: BTreeSet<PathBuf>,
    /// Folders whose YAML files are read, whatever they are called.
    wholly: BTreeSet<PathBuf>,
    /// Names that count wherever they are: the files, and what symbolic links lead to.
    names: BTreeSet<PathBuf>,
}

impl Scope {
    /// The scope of the places of a workspace, as they are now.
    pub(super) fn of(places: &[PathBuf]) -> Self {
        let mut scope = Self { places: places.to_vec(), ..Self::default() };
        for place in places {
            let place = rooted(place);
            let target = place.canonicalize().ok();
            for path in std::iter::once(&place).chain(&target) {
                scope.roots.insert(path.clone());
                if path.is_dir() {
                    scope.wholly.insert(path.clone());
                    let scenarios = path.join(SCENARIOS);
                    if scenarios.is_dir() {
                        scope.wholly.insert(scenarios);
                    }
                } else {
                    scope.names.insert(path.with_file_name("board.yaml"));
                }
            }
        }
        for source in find(places).map(|found| found.sources).unwrap_or_default() {
            if let Bytes::At(path) = source.bytes {
                let path = rooted(&path);
                scope.names.extend(path.canonicalize().ok().filter(|target| *target != path));
                scope.names.insert(path);
            }
        }
        scope
    }

    /// The places it was made of.
    pub(super) fn places(&self) -> Vec<PathBuf> {
        self.places.clone()
    }

    /// The folders to watch: an editor replaces a file by another one, so it is the folder that knows. Where one is not
    /// there, the nearest above it tells when it comes.
    pub(super) fn folders(&self) -> BTreeSet<PathBuf> {
        let above = self.names.iter().chain(&self.roots).filter_map(|name| name.parent());
        let nearest = |path: &Path| path.ancestors().find(|folder| folder.is_dir()).map(Path::to_path_buf);
        above.filter_map(nearest).chain(self.wholly.iter().cloned()).collect()
    }

    /// Whether what happened may have changed what the workspace reads. Reading a file is no change, so our own
    /// reading wakes nobody.
    pub(super) fn concerns(&self, event: &Event) -> bool {
        let read = match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => false,
            EventKind::Access(_) => true,
            _ => false,
        };
        !read && (event.need_rescan() || event.paths.iter().any(|path| self.holds(path)))
    }

    fn holds(&self, path: &Path) -> bool {
        let may_count = || is_yaml(path) || path.ends_with(SCENARIOS);
        let in_folder = || path.parent().is_some_and(|folder| self.wholly.contains(folder)) && may_count();
        let above = || self.roots.iter().any(|root| root.starts_with(path));
        in_folder() || self.names.contains(path) || above()
    }
}

/// A path from the root, without following links.
fn rooted(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

#[cfg(test)]
mod tests {
    use notify::event::{CreateKind, DataChange, ModifyKind};

    use super::*;

    fn event(kind: EventKind, path: &str) -> Event {
        Event::new(kind).add_path(path.into())
    }

    fn scope() -> Scope {
        Scope {
            places: vec!["/w/scorecards".into()],
            wholly: BTreeSet::from(["/w/scorecards".into()]),
            roots: BTreeSet::from(["/w/scorecards".into()]),
            names: BTreeSet::from(["/shared/ai.yaml".into()]),
        }
    }

    #[test]
    fn only_what_would_be_read_concerns() {
        let written = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        for path in
            ["/w/scorecards/ai.yaml", "/w/scorecards/new.yml", "/shared/ai.yaml", "/w/scorecards", "/w"]
        {
            assert!(scope().concerns(&event(written, path)), "{path}");
        }
        for path in
            ["/w/scorecards/.ai.yaml.swp", "/w/scorecards/4913", "/w/scorecards/.ai.yaml", "/w/notes.yaml"]
        {
            assert!(!scope().concerns(&event(written, path)), "{path}");
        }
    }

    #[test]
    fn reading_is_no_change() {
        let concerns = |kind| scope().concerns(&event(kind, "/w/scorecards/ai.yaml"));
        assert!(!concerns(EventKind::Access(AccessKind::Open(AccessMode::Any))));
        assert!(!concerns(EventKind::Access(AccessKind::Close(AccessMode::Read))));
        assert!(concerns(EventKind::Access(AccessKind::Close(AccessMode::Write))));
        assert!(concerns(EventKind::Create(CreateKind::File)));
    }
}
