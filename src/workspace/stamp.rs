//! Whether a file may have changed, told without reading it.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::{Duration, SystemTime};

/// Within so much time a file may change twice without its stamp changing: clocks of file systems are coarse.
const COARSE: Duration = Duration::from_secs(2);

/// What the system says of a file without opening it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    modified: Option<SystemTime>,
    length: u64,
    identity: Identity,
}

/// Which file or folder a name stands for: another one of the same name has another identity. Nothing where the system
/// does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Identity(Option<(u64, u64)>);

impl Stamp {
    /// The stamp of what is at a path; nothing where there is nothing.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok()?;
        let modified = metadata.modified().ok();
        Some(Self { modified, length: metadata.len(), identity: Identity::of(&metadata) })
    }

    /// Whether a file that was read at `now` and has this stamp later on is still the same: its last change is too
    /// long ago for another one to hide behind the same time.
    pub(super) fn is_settled(&self, now: SystemTime) -> bool {
        self.modified.and_then(|modified| now.duration_since(modified).ok()).is_some_and(|age| age > COARSE)
    }
}

impl Identity {
    /// The identity of what is at a path; nothing where there is nothing.
    pub(super) fn at(path: &Path) -> Option<Self> {
        fs::metadata(path).ok().map(|metadata| Self::of(&metadata))
    }

    #[cfg(unix)]
    fn of(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;

        Self(Some((metadata.dev(), metadata.ino())))
    }

    #[cfg(not(unix))]
    fn of(_: &Metadata) -> Self {
        Self(None)
    }
}
