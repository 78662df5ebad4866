//! Reads and decodes the files of a workspace, several at a time.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::{fs, io};

use super::find::MOST_FILES;
use super::read::{ReadCause, ReadProblem, likely, read};
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
    fn size(&self) -> u64 {
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
pub(super) fn all(sources: Vec<Source>) -> Vec<Loaded> {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(sources.len());
    if workers < 2 {
        return sources.into_iter().zip(0..).map(|(source, file)| one(&source, file)).collect();
    }
    // The largest first: then nobody is left with a large one at the end.
    let mut order: Vec<usize> = (0..sources.len()).collect();
    order.sort_by_cached_key(|&number| Reverse(sources[number].bytes.size()));
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(sources.len()));
    let work = || {
        loop {
            let Some(&number) = order.get(next.fetch_add(1, Ordering::Relaxed)) else { return };
            let loaded = one(&sources[number], number as u16);
            done.lock().unwrap_or_else(PoisonError::into_inner).push((number, loaded));
        }
    };
    thread::scope(|scope| {
        for _ in 1..workers {
            scope.spawn(work);
        }
        work();
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|&(number, _)| number);
    done.into_iter().map(|(_, loaded)| loaded).collect()
}

fn one(source: &Source, number: u16) -> Loaded {
    let name = source.name.as_str();
    match text(&source.bytes, number) {
        Ok(text) => {
            let document = format::read(&text, number);
            Loaded { file: File { name: name.into(), text }, document }
        }
        Err(unread) => {
            let Unread { readable, problem } = *unread;
            let document = Document { content: None, kind_at: Span::default(), problems: vec![problem] };
            Loaded { file: File { name: name.into(), text: readable }, document }
        }
    }
}

/// What is left of a file that cannot be read.
struct Unread {
    /// The text up to the problem, for its place to stand in.
    readable: Arc<str>,
    problem: Problem,
}

fn text(bytes: &Bytes, number: u16) -> Result<Arc<str>, Box<Unread>> {
    let unread = |rule, message: String, help: Option<&str>| {
        let mut problem = Problem::new(rule, number, Span::default(), message);
        problem.help = help.map(str::to_owned);
        Box::new(Unread { readable: "".into(), problem })
    };
    match bytes {
        Bytes::Embedded(text) => Ok(Arc::from(*text)),
        Bytes::At(path) => read(path).map_err(|ReadProblem { cause, .. }| {
            let mut unread = unread(rule(&cause), cause.to_string(), cause.help());
            if let ReadCause::NotUtf8 { readable, offset, encoding, .. } = cause {
                // The place is marked, so that the message need not say it.
                unread.problem.message = format!("this is not UTF-8{}", likely(encoding));
                let mark = char::REPLACEMENT_CHARACTER.len_utf8();
                unread.problem.span = Span::new(offset as u32, (offset + mark) as u32);
                unread.readable = readable;
            }
            unread
        }),
        Bytes::NoFolder(error) => {
            Err(unread(&UNREADABLE, format!("the folder cannot be read: {error}"), None))
        }
        Bytes::TooManyFiles => Err(unread(
            &UNREADABLE,
            format!("the workspace has more than {MOST_FILES} files"),
            Some("the rest is not read: name fewer folders"),
        )),
        Bytes::EmptyFolder => Err(unread(
            &EMPTY_FOLDER,
            "the folder holds no YAML file".into(),
            Some("name a folder with `*.yaml` files; folders inside it are not searched"),
        )),
    }
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
