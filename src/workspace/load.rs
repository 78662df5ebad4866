//! Reads and decodes the files of a workspace, several at a time.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::{fs, io};

use super::find::MOST_FILES;
use super::read::{ReadCause, ReadProblem, likely, read};
use super::spread::spread;
use crate::diagnostic::catalogue::{EMPTY_FOLDER, NOT_UTF8, TOO_LARGE, UNREADABLE};
use crate::diagnostic::{File, Problem, Rule};
use crate::format::{self, Document};
use crate::scorecard::ProseSource;
use crate::text::Span;
use crate::yaml;

/// A file to read.
#[derive(Debug)]
pub(super) struct Source {
    /// Its name for people.
    pub(super) name: String,
    /// Where its bytes come from.
    pub(super) bytes: Bytes,
}

/// Where the bytes of a file come from, or why there are none.
#[derive(Debug)]
pub(super) enum Bytes {
    /// Inside the program.
    Embedded(&'static str),
    /// A path.
    At(PathBuf),
    /// A folder that could not be listed.
    NoFolder(io::Error),
    /// There are more files than a workspace can have.
    TooManyFiles,
    /// A folder without YAML files.
    EmptyFolder,
}

impl Bytes {
    /// About how many bytes there will be to read; 0 where nobody knows.
    pub(super) fn size(&self) -> u64 {
        match self {
            Self::Embedded(text) => text.len() as u64,
            Self::At(path) => fs::metadata(path).map_or(0, |metadata| metadata.len()),
            Self::NoFolder(_) | Self::TooManyFiles | Self::EmptyFolder => 0,
        }
    }
}

/// A file that was read and decoded.
pub(super) struct Loaded {
    pub(super) file: File,
    pub(super) document: Document,
}

/// The text of a loaded file, as the source of its prose.
#[derive(Debug)]
pub(super) struct FileText(pub(super) Arc<str>);

impl ProseSource for FileText {
    fn decode(&self, span: Span) -> Cow<'_, str> {
        yaml::decode(&self.0, span)
    }
}

/// Reads and decodes all files, as many at a time as there are processors. The result has the order of the sources.
/// `told` hears of every file and says whether to go on; after a no, files are empty.
pub(super) fn all(sources: &[Source], told: &(dyn Fn() -> bool + Sync)) -> Vec<Loaded> {
    let stopped = AtomicBool::new(false);
    spread(
        sources.len(),
        |number| sources[number].bytes.size(),
        |number| {
            let source = &sources[number];
            let unread = || Fetched { text: "".into(), problem: None, path: None };
            let fetched = if stopped.load(Ordering::Relaxed) { unread() } else { fetch(&source.bytes) };
            let loaded = decode(&source.name, fetched, number as u16);
            if !told() {
                stopped.store(true, Ordering::Relaxed);
            }
            loaded
        },
    )
}

/// What reading a file gave.
#[derive(Debug)]
pub(super) struct Fetched {
    /// The text; of a file that cannot be read what there is up to the problem, for its place to stand in.
    pub(super) text: Arc<str>,
    /// Why it could not be read, as a problem of no file yet.
    pub(super) problem: Option<Problem>,
    /// Where it is on disk.
    pub(super) path: Option<Arc<Path>>,
}

/// Decodes what was read as the file of that number.
pub(super) fn decode(name: &str, fetched: Fetched, number: u16) -> Loaded {
    let Fetched { text, problem, path } = fetched;
    let document = match problem {
        None => format::read(&text, number),
        Some(problem) => {
            let problems = vec![Problem { file: number, ..problem }];
            // Nobody can tell what would have been private in it.
            let private = vec![Span::new(0, text.len() as u32)];
            Document { content: None, kind_at: Span::default(), problems, private }
        }
    };
    let private = document.private.as_slice().into();
    Loaded { file: File { name: name.into(), path, text, private }, document }
}

/// Reads the bytes there are.
pub(super) fn fetch(bytes: &Bytes) -> Fetched {
    let unread = |rule, message: String, help: Option<&str>| {
        let mut problem = Problem::new(rule, 0, Span::default(), message);
        problem.help = help.map(str::to_owned);
        Fetched { text: "".into(), problem: Some(problem), path: None }
    };
    match bytes {
        Bytes::Embedded(text) => Fetched { text: Arc::from(*text), problem: None, path: None },
        Bytes::At(path) => match read(path) {
            Ok(text) => Fetched { text, problem: None, path: Some(path.as_path().into()) },
            Err(ReadProblem { cause, .. }) => {
                let mut fetched = unread(rule(&cause), cause.to_string(), cause.help());
                fetched.path = Some(path.as_path().into());
                if let (ReadCause::NotUtf8 { readable, offset, encoding, .. }, Some(problem)) =
                    (cause, &mut fetched.problem)
                {
                    // The place is marked, so that the message need not say it.
                    problem.message = format!("this is not UTF-8{}", likely(encoding));
                    let mark = char::REPLACEMENT_CHARACTER.len_utf8();
                    problem.span = Span::new(offset as u32, (offset + mark) as u32);
                    fetched.text = readable;
                }
                fetched
            }
        },
        Bytes::NoFolder(error) => unread(&UNREADABLE, format!("the folder cannot be read: {error}"), None),
        Bytes::TooManyFiles => unread(
            &UNREADABLE,
            format!("the workspace has more than {MOST_FILES} files"),
            Some("the rest is not read: name fewer folders"),
        ),
        Bytes::EmptyFolder => unread(
            &EMPTY_FOLDER,
            "the folder holds no YAML file".into(),
            Some("name a folder with `*.yaml` files; folders inside it are not searched"),
        ),
    }
}

/// Whether a problem says why a file could not be read.
pub(super) fn is_unread(problem: &Problem) -> bool {
    [&UNREADABLE, &TOO_LARGE, &NOT_UTF8, &EMPTY_FOLDER].into_iter().any(|rule| problem.rule.code == rule.code)
}

fn rule(cause: &ReadCause) -> &'static Rule {
    match cause {
        ReadCause::TooLarge => &TOO_LARGE,
        ReadCause::Wide { .. } | ReadCause::NotUtf8 { .. } => &NOT_UTF8,
        ReadCause::Missing
        | ReadCause::Denied
        | ReadCause::Loop
        | ReadCause::NotAFile { .. }
        | ReadCause::Other(_) => &UNREADABLE,
    }
}
