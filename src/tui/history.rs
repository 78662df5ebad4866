//! The file that keeps the lines people typed, for the next run. Where it cannot be read or written there is no
//! history, and nothing is said of it: it is a comfort, and nobody's work depends on it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::model::{Asked, History};
use crate::text::is_hidden;

/// The file in its folder. One line of it is one that was typed: `search: licence`.
const FILE: &str = "history";
/// Whoever writes the file holds a lock on this one, which is never taken away, as the other is when it is trimmed.
const LOCK: &str = "history.lock";
/// From this size on, in bytes, the file is trimmed to what is remembered.
const TRIMMED_FROM: u64 = 64 * 1024;
/// As much of its end is read, in bytes, should it be larger than that all the same.
const READ: u64 = 4 * TRIMMED_FROM;
/// The longest line that is kept, in bytes.
const LONGEST: usize = 1000;
/// Where lines are kept; nowhere on a machine without a folder for it.
#[derive(Clone, Debug)]
pub(super) struct HistoryFile {
    folder: Option<PathBuf>,
}

impl HistoryFile {
    /// The file in the folder of `T12_STATE_DIR`, else where the machine keeps such things.
    pub(super) fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let told = variable("T12_STATE_DIR").filter(|folder| !folder.is_empty()).map(PathBuf::from);
        let usual = || {
            let folders = ProjectDirs::from("", "", "t12")?;
            Some(folders.state_dir().unwrap_or_else(|| folders.data_local_dir()).to_owned())
        };
        Self { folder: told.or_else(usual) }
    }

    /// Brings the lines of earlier runs into a history.
    pub(super) fn load(&self, history: &mut History) {
        let text = self.folder.as_deref().and_then(|folder| read(&folder.join(FILE)).ok());
        for (asked, line) in text.iter().flat_map(|text| lines(text)) {
            history.restore(asked, line);
        }
    }

    /// Adds a line. What another program adds at the same time stays.
    pub(super) fn append(&self, asked: Asked, line: &str) {
        if let Some(folder) = &self.folder
            && is_kept(line)
        {
            // A history that cannot be written is not worth a word.
            let _ = append(folder, &entry(asked, line));
        }
    }
}

fn entry(asked: Asked, line: &str) -> String {
    let name = Asked::ALL.iter().find(|(known, _)| *known == asked).map_or("", |(_, name)| name);
    format!("{name}: {line}\n")
}

/// Whether a line may be kept and taken back: neither too long nor with anything a terminal would obey.
fn is_kept(line: &str) -> bool {
    line.len() <= LONGEST && !line.chars().any(is_hidden)
}

/// The lines of a file, oldest first, without what is none.
fn lines(text: &str) -> impl Iterator<Item = (Asked, &str)> {
    text.lines().filter_map(|entry| {
        let (name, line) = entry.split_once(": ")?;
        let (asked, _) = Asked::ALL.into_iter().find(|(_, known)| *known == name)?;
        is_kept(line).then_some((asked, line))
    })
}

/// The end of a file. Anything but a file is not opened: a pipe would wait for somebody to write.
fn read(path: &Path) -> io::Result<String> {
    let length = path.metadata().ok().filter(fs::Metadata::is_file).ok_or(io::ErrorKind::InvalidInput)?.len();
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(length.saturating_sub(READ)))?;
    let mut bytes = Vec::new();
    file.take(READ).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn append(folder: &Path, entry: &str) -> io::Result<()> {
    create_private_folder(folder)?;
    let _lock = lock(&folder.join(LOCK))?;
    let path = folder.join(FILE);
    if path.metadata().is_ok_and(|known| !known.is_file()) {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut file = private().append(true).create(true).open(&path)?;
    file.write_all(entry.as_bytes())?;
    if file.metadata()?.len() > TRIMMED_FROM { trim(&path) } else { Ok(()) }
}

/// Writes only what is remembered, beside the file, and puts it in its place as a whole.
fn trim(path: &Path) -> io::Result<()> {
    let mut history = History::default();
    let text = read(path)?;
    lines(&text).for_each(|(asked, line)| history.restore(asked, line));
    let kept: String = Asked::ALL
        .iter()
        .flat_map(|(asked, _)| history.of(*asked).iter().map(|line| entry(*asked, line)))
        .collect();
    let beside = path.with_extension("new");
    let mut file = private().write(true).create(true).truncate(true).open(&beside)?;
    file.write_all(kept.as_bytes())?;
    fs::rename(beside, path)
}

/// The lock of whoever writes, until it is dropped. It is held for one line, so nobody waits for it to speak of.
fn lock(path: &Path) -> io::Result<File> {
    let file = private().write(true).create(true).truncate(false).open(path)?;
    file.lock()?;
    Ok(file)
}

/// How files are opened that nobody else may read.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

fn create_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::model::REMEMBERED;

    /// An empty folder of its own for a test.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("t12-history-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    fn file_in(folder: &Path) -> HistoryFile {
        HistoryFile::of(|_| Some(folder.to_string_lossy().into_owned()))
    }

    fn loaded(file: &HistoryFile) -> History {
        let mut history = History::default();
        file.load(&mut history);
        history
    }

    #[test]
    fn lines_come_back_by_their_kind() {
        let folder = folder("kinds");
        let file = file_in(&folder.join("below"));
        file.append(Asked::Search, "licence: any");
        file.append(Asked::Command, "poles EU JP");
        file.append(Asked::Search, "chips");
        let history = loaded(&file);
        assert_eq!(history.of(Asked::Search), ["licence: any", "chips"]);
        assert_eq!(history.of(Asked::Command), ["poles EU JP"]);
        assert!(history.of(Asked::Filter).is_empty());
        fs::remove_dir_all(folder).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = folder("private");
        file_in(&folder).append(Asked::Search, "chips");
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&folder.join(FILE))), (0o700, 0o600));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn programs_at_once_lose_nothing_while_the_file_is_trimmed() {
        let folder = folder("at-once");
        let long = "x".repeat(900);
        let threads: Vec<_> = (0..2)
            .map(|number| {
                let (file, long) = (file_in(&folder), long.clone());
                std::thread::spawn(move || {
                    for line in 0..90 {
                        file.append(Asked::Search, &format!("{number} {line} {long}"));
                    }
                })
            })
            .collect();
        for thread in threads {
            thread.join().unwrap();
        }
        assert_eq!(loaded(&file_in(&folder)).of(Asked::Search).len(), 180);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn the_file_stays_small() {
        let folder = folder("small");
        fs::create_dir_all(&folder).unwrap();
        let many: Vec<String> = (0..20_000).map(|number| format!("filter: gap>={number}\n")).collect();
        fs::write(folder.join(FILE), many.concat()).unwrap();
        file_in(&folder).append(Asked::Filter, "open:yes");
        assert!(folder.join(FILE).metadata().unwrap().len() < 8_000);
        let history = loaded(&file_in(&folder));
        let filters = history.of(Asked::Filter);
        assert_eq!((filters.len(), filters.last().unwrap().as_str()), (REMEMBERED, "open:yes"));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_is_no_line_is_left_out_and_what_cannot_be_used_is_silent() {
        let folder = folder("broken");
        fs::create_dir_all(&folder).unwrap();
        let text = b"search: good\nnothing\nother: x\nsearch: \x1b[2J\n\xff\xfe\nsearch: last";
        fs::write(folder.join(FILE), text).unwrap();
        assert_eq!(loaded(&file_in(&folder)).of(Asked::Search), ["good", "last"]);
        file_in(&folder).append(Asked::Search, "two\nlines");
        assert_eq!(loaded(&file_in(&folder)).of(Asked::Search).len(), 2);
        let in_a_file = file_in(&folder.join(FILE));
        in_a_file.append(Asked::Search, "lost");
        assert!(loaded(&in_a_file).of(Asked::Search).is_empty());
        fs::create_dir_all(folder.join("other").join(FILE)).unwrap();
        let a_folder = file_in(&folder.join("other"));
        a_folder.append(Asked::Search, "lost");
        assert!(loaded(&a_folder).of(Asked::Search).is_empty());
        fs::remove_dir_all(folder).unwrap();
    }
}
