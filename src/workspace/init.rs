//! Writing the embedded workspace into a folder, where it can be edited.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::embedded;
use crate::text::visible;

/// As many names are listed; a long list helps nobody.
const LISTED: usize = 6;

/// Why the workspace was not written. Nothing is left of it.
#[derive(Debug, Error)]
pub enum InitProblem {
    /// Files of these names are there already. They are left as they are.
    #[error("nothing was written: {} there already; name another folder", taken(.0))]
    Taken(Vec<PathBuf>),
    /// The system does not let us write.
    #[error("nothing was written: `{}`: {cause}", visible(&.path.to_string_lossy()))]
    System {
        /// The folder or file.
        path: PathBuf,
        /// Why not.
        cause: io::Error,
    },
}

/// Writes the shipped scorecards and their schemas into a folder, which is made where it is missing, and gives the
/// files. Never writes over anything: where a file of one of their names is there, nothing is written at all.
///
/// # Errors
/// Files are there already, or the folder cannot be written to. What was written until then is taken away again.
pub fn init(folder: &Path) -> Result<Vec<PathBuf>, InitProblem> {
    let files: Vec<(PathBuf, &[u8])> =
        embedded::files().into_iter().map(|(path, bytes)| (folder.join(path), bytes)).collect();
    let taken: Vec<PathBuf> =
        files.iter().map(|(path, _)| path).filter(|path| path.symlink_metadata().is_ok()).cloned().collect();
    if !taken.is_empty() {
        return Err(InitProblem::Taken(taken));
    }
    let mut done = Done::default();
    for (path, bytes) in &files {
        done.write(path, bytes)?;
    }
    Ok(done.keep())
}

/// What was made so far. Taken away again, the last first, where it is not kept.
#[derive(Default)]
struct Done {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Done {
    fn write(&mut self, path: &Path, bytes: &[u8]) -> Result<(), InitProblem> {
        if let Some(folder) = path.parent() {
            self.make(folder).map_err(|cause| InitProblem::System { path: folder.to_owned(), cause })?;
        }
        let failed = |cause: io::Error| match cause.kind() {
            // Somebody was faster.
            io::ErrorKind::AlreadyExists => InitProblem::Taken(vec![path.to_owned()]),
            _ => InitProblem::System { path: path.to_owned(), cause },
        };
        let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(failed)?;
        self.files.push(path.to_owned());
        file.write_all(bytes).map_err(failed)
    }

    /// Makes a folder and those above it where they are missing.
    fn make(&mut self, folder: &Path) -> io::Result<()> {
        if folder.as_os_str().is_empty() || folder.is_dir() {
            return Ok(());
        }
        if let Some(above) = folder.parent() {
            self.make(above)?;
        }
        fs::create_dir(folder)?;
        self.folders.push(folder.to_owned());
        Ok(())
    }

    fn keep(mut self) -> Vec<PathBuf> {
        self.folders.clear();
        std::mem::take(&mut self.files)
    }
}

impl Drop for Done {
    fn drop(&mut self) {
        for file in self.files.drain(..) {
            let _ = fs::remove_file(file);
        }
        // One that somebody put something into meanwhile is not empty and stays.
        for folder in self.folders.drain(..).rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

fn taken(files: &[PathBuf]) -> String {
    let names: Vec<String> =
        files.iter().take(LISTED).map(|file| visible(&file.to_string_lossy()).into_owned()).collect();
    let rest = match files.len().saturating_sub(LISTED) {
        0 => String::new(),
        rest => format!(" and {rest} more"),
    };
    let is = if files.len() == 1 { "is" } else { "are" };
    format!("{}{rest} {is}", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A place of its own for a test, empty at the beginning and gone at the end.
    struct Room(PathBuf);

    impl Room {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("t12-init-{}-{name}", std::process::id()));
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        /// Everything below it, by name.
        fn holds(&self) -> Vec<PathBuf> {
            let (mut found, mut folders) = (Vec::new(), vec![self.0.clone()]);
            while let Some(folder) = folders.pop() {
                for entry in fs::read_dir(folder).unwrap() {
                    let path = entry.unwrap().path();
                    found.push(path.clone());
                    if path.is_dir() && !path.is_symlink() {
                        folders.push(path);
                    }
                }
            }
            found
        }
    }

    impl Drop for Room {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn it_is_the_shipped_folder_byte_for_byte() {
        let room = Room::new("whole");
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("scorecards");
        let folder = room.0.join("new/scorecards");
        let written = init(&folder).unwrap();
        assert!(written.len() > 10 && written.contains(&folder.join("schema/board.json")));
        for file in written {
            let original = shipped.join(file.strip_prefix(&folder).unwrap());
            assert_eq!(fs::read(&file).unwrap(), fs::read(original).unwrap(), "{}", file.display());
        }
    }

    #[test]
    fn files_that_are_there_are_named_and_nothing_is_written() {
        let room = Room::new("taken");
        fs::write(room.0.join("board.yaml"), "mine").unwrap();
        let told = init(&room.0).unwrap_err().to_string();
        assert!(told.contains("board.yaml is there already"), "{told}");
        assert_eq!(room.holds().len(), 1);
        assert_eq!(fs::read(room.0.join("board.yaml")).unwrap(), b"mine");
    }

    #[test]
    #[cfg(unix)]
    fn a_link_that_leads_nowhere_is_not_followed() {
        let room = Room::new("link");
        std::os::unix::fs::symlink(room.0.join("elsewhere"), room.0.join("board.yaml")).unwrap();
        assert!(matches!(init(&room.0), Err(InitProblem::Taken(files)) if files.len() == 1));
        assert_eq!(room.holds().len(), 1);
    }

    #[test]
    fn what_fails_halfway_leaves_nothing() {
        let room = Room::new("halfway");
        // The folder of the schemas, which come after the first scorecards, cannot be made.
        fs::write(room.0.join("schema"), "a file").unwrap();
        assert!(matches!(init(&room.0), Err(InitProblem::System { .. })));
        assert_eq!(room.holds(), [room.0.join("schema")]);
        let below = room.0.join("schema/new");
        assert!(init(&below).unwrap_err().to_string().starts_with("nothing was written"));
        assert_eq!(room.holds().len(), 1);
    }

    #[test]
    fn a_long_list_is_cut() {
        let files: Vec<PathBuf> = (0..9).map(|n| PathBuf::from(format!("{n}.yaml"))).collect();
        assert!(taken(&files).ends_with("5.yaml and 3 more are"));
    }
}
