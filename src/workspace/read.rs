use std::fs::{File, FileType, Metadata, OpenOptions};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use thiserror::Error;

use crate::text::{Lines, visible};
use crate::yaml::MAX_BYTES;

/// How many bytes at the start of a file are looked at to guess its encoding.
const SAMPLE: usize = 64 << 10;

/// How many bytes of a line are kept behind the first that is not UTF-8.
const LINE: usize = 200;

/// A path that could not be read as text: which, and why. The message names the file.
#[derive(Debug, Error)]
#[error("{}: {cause}", visible(&path.to_string_lossy()))]
pub struct ReadProblem {
    /// The path as it was asked for.
    pub path: PathBuf,
    /// Why it could not be read.
    #[source]
    pub cause: ReadCause,
}

/// Why a path could not be read as text.
#[derive(Debug, Error)]
pub enum ReadCause {
    /// Nothing is there, or no longer.
    #[error("there is no such file")]
    Missing,
    /// The file may not be read.
    #[error("no permission to read this file")]
    Denied,
    /// Symbolic links lead in a circle.
    #[error("the symbolic links lead in a circle")]
    Loop,
    /// Something other than a file.
    #[error("this is {what}, not a file")]
    NotAFile {
        /// A directory, a named pipe, a socket, a device, with its article.
        what: &'static str,
    },
    /// More than [`MAX_BYTES`].
    #[error("the file is larger than {} MiB", MAX_BYTES >> 20)]
    TooLarge,
    /// Text in an encoding with two or four bytes a character.
    #[error("the file is encoded as {encoding}, not as UTF-8")]
    Wide {
        /// The name of the encoding.
        encoding: &'static str,
    },
    /// Bytes that are not UTF-8.
    #[error("line {line}, byte {offset}: not UTF-8{}", likely(*.encoding))]
    NotUtf8 {
        /// The text up to the end of that line, with a mark for what is not UTF-8.
        readable: Arc<str>,
        /// The first byte that is not, from 0.
        offset: usize,
        /// Its line, from 1.
        line: u32,
        /// The encoding it looks like, if it looks like one.
        encoding: Option<&'static str>,
    },
    /// Anything else the system says.
    #[error("cannot be read: {0}")]
    Other(#[source] io::Error),
}

impl ReadCause {
    /// What to do about it, as a sentence without full stop; nothing where the message says it.
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Self::Missing => Some("check the name; it may have been moved or deleted meanwhile"),
            Self::Denied => Some("ask its owner, or change its mode"),
            Self::Loop => Some("make the link point at the file itself"),
            Self::NotAFile { .. } => {
                Some("move it away or rename it; only files and folders of files are read")
            }
            Self::TooLarge => Some("split it into several files"),
            Self::Wide { .. } | Self::NotUtf8 { .. } => Some("save it as UTF-8 in your editor"),
            Self::Other(_) => None,
        }
    }
}

pub(super) fn likely(encoding: Option<&'static str>) -> String {
    encoding.map(|name| format!(", it looks like {name}")).unwrap_or_default()
}

/// Reads one file as UTF-8 text.
///
/// Only regular files are opened, so that a pipe or a device can neither hang the program nor notice it. A byte
/// order mark stays in the text: places in the text are places in the file.
///
/// # Errors
/// Whatever [`ReadCause`] names.
pub fn read(path: &Path) -> Result<Arc<str>, ReadProblem> {
    read_bytes(path).and_then(text).map_err(|cause| ReadProblem { path: path.to_owned(), cause })
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, ReadCause> {
    check(&std::fs::metadata(path).map_err(cause)?)?;
    let file = open(path).map_err(cause)?;
    // The path may name something else by now; what was opened decides.
    let metadata = file.metadata().map_err(cause)?;
    check(&metadata)?;
    let mut bytes = Vec::with_capacity(metadata.len() as usize + 1);
    file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(cause)?;
    if bytes.len() > MAX_BYTES { Err(ReadCause::TooLarge) } else { Ok(bytes) }
}

fn check(metadata: &Metadata) -> Result<(), ReadCause> {
    if !metadata.is_file() {
        return Err(ReadCause::NotAFile { what: what_it_is(metadata.file_type()) });
    }
    if metadata.len() > MAX_BYTES as u64 {
        return Err(ReadCause::TooLarge);
    }
    Ok(())
}

#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;

    // Opening a pipe without a writer would wait for one.
    let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY;
    OpenOptions::new().read(true).custom_flags(flags.bits().cast_signed()).open(path)
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).open(path)
}

fn what_it_is(file_type: FileType) -> &'static str {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;

        if file_type.is_fifo() {
            return "a named pipe";
        }
        if file_type.is_socket() {
            return "a socket";
        }
        if file_type.is_char_device() || file_type.is_block_device() {
            return "a device";
        }
    }
    if file_type.is_dir() { "a folder" } else { "something else" }
}

fn cause(error: io::Error) -> ReadCause {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => ReadCause::Missing,
        io::ErrorKind::PermissionDenied => ReadCause::Denied,
        _ if is_link_loop(&error) => ReadCause::Loop,
        _ => ReadCause::Other(error),
    }
}

#[cfg(unix)]
fn is_link_loop(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error())
}

#[cfg(not(unix))]
fn is_link_loop(_: &io::Error) -> bool {
    false
}

fn text(bytes: Vec<u8>) -> Result<Arc<str>, ReadCause> {
    if let Some(encoding) = wide_encoding(&bytes) {
        return Err(ReadCause::Wide { encoding });
    }
    String::from_utf8(bytes).map(Arc::from).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let before = std::str::from_utf8(&bytes[..offset]).unwrap_or_default();
        let line = Lines::new(before).place(offset as u32).line;
        ReadCause::NotUtf8 {
            readable: readable(bytes, offset),
            offset,
            line,
            encoding: narrow_encoding(bytes, offset),
        }
    })
}

/// The text to the end of the line at `offset`, as far as people look at a line.
fn readable(bytes: &[u8], offset: usize) -> Arc<str> {
    let rest = &bytes[offset..bytes.len().min(offset + LINE)];
    let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
    String::from_utf8_lossy(&bytes[..offset + end]).into()
}

/// The encoding with two or four bytes a character that the bytes are in: by the byte order mark, or by every
/// other byte being zero as in plain English.
fn wide_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => return Some("UTF-32"),
        [0xff, 0xfe, ..] => return Some("UTF-16 (little-endian)"),
        [0xfe, 0xff, ..] => return Some("UTF-16 (big-endian)"),
        _ => {}
    }
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let pairs = sample.len() / 2;
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if pairs == 0 || even.max(odd) * 2 < pairs {
        None
    } else if odd > even {
        Some("UTF-16 (little-endian)")
    } else if even > odd {
        Some("UTF-16 (big-endian)")
    } else {
        None
    }
}

/// The encoding with one byte a character that the bytes around `offset` look like: Western European text has
/// few bytes above 127, and Windows-1252 leaves five of them unused.
fn narrow_encoding(bytes: &[u8], offset: usize) -> Option<&'static str> {
    let sample = &bytes[offset..bytes.len().min(offset + SAMPLE)];
    let high = sample.iter().filter(|&&byte| byte >= 0x80).count();
    let unused = sample.iter().any(|byte| matches!(byte, 0 | 0x81 | 0x8d | 0x8f | 0x90 | 0x9d));
    let windows = sample.iter().any(|byte| matches!(byte, 0x80..=0x9f));
    if unused || high * 3 > sample.len() && sample.len() > 16 {
        None
    } else if windows {
        Some("Windows-1252")
    } else {
        Some("Latin-1 or Windows-1252")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(bytes: &[u8]) -> String {
        match text(bytes.to_vec()) {
            Ok(text) => text.to_string(),
            Err(cause) => cause.to_string(),
        }
    }

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn names_the_encoding() {
        let wanted = "kind: scorecard\n# né\n";
        let little = "the file is encoded as UTF-16 (little-endian), not as UTF-8";
        let big = "the file is encoded as UTF-16 (big-endian), not as UTF-8";
        assert_eq!(told(&utf16(wanted, u16::to_le_bytes)), little);
        assert_eq!(told(&utf16(wanted, u16::to_be_bytes)), big);
        assert_eq!(told(&utf16(&format!("\u{feff}{wanted}"), u16::to_le_bytes)), little);
        assert_eq!(told(&utf16(&format!("\u{feff}{wanted}"), u16::to_be_bytes)), big);
        assert_eq!(told(b"\xff\xfe\0\0k\0\0\0"), "the file is encoded as UTF-32, not as UTF-8");
        let latin = "line 2, byte 7: not UTF-8, it looks like Latin-1 or Windows-1252";
        assert_eq!(told(b"a: 1\nb:\xe9t\xe9\n"), latin);
        assert_eq!(told(b"b: \x93x\x94\n"), "line 1, byte 3: not UTF-8, it looks like Windows-1252");
        assert_eq!(told(b"b: \x81\n"), "line 1, byte 3: not UTF-8");
    }

    #[test]
    fn takes_utf8_with_and_without_mark_and_keeps_the_mark() {
        assert_eq!(told("\u{feff}a: é\n".as_bytes()), "\u{feff}a: é\n");
        assert_eq!(told("a: 日本\n".as_bytes()), "a: 日本\n");
        assert_eq!(told(b""), "");
        assert_eq!(told(b"a"), "a");
    }

    #[test]
    fn tells_the_errors_of_the_system_apart() {
        let told = |kind: io::ErrorKind| cause(io::Error::from(kind)).to_string();
        assert_eq!(told(io::ErrorKind::PermissionDenied), "no permission to read this file");
        assert_eq!(told(io::ErrorKind::NotFound), "there is no such file");
    }
}
