//! Where to go in a file that somebody is about to edit.

use std::path::Path;

use super::read::{ReadCause, ReadProblem, read};
use crate::format::{Landmark, Sought, locate};
use crate::text::{LineColumn, Lines};

/// What to go to in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A line and a column, as a problem has them.
    At(LineColumn),
    /// Something by its ids.
    Sought(Sought),
}

/// A place in a file as editors take it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Line and column from 1, the column in characters.
    pub at: LineColumn,
    /// The same column in bytes, from 1: some editors count these.
    pub byte_column: u32,
    /// What stands there, where something was looked for.
    pub landmark: Option<Landmark>,
}

/// Finds a place in a file as it is on disk now.
///
/// In a file that is not UTF-8 it is looked for up to the first byte that is not.
///
/// # Errors
/// The file cannot be read.
pub fn place(file: &Path, target: &Target) -> Result<Place, ReadProblem> {
    match read(file) {
        Ok(text) => Ok(place_in(&text, target)),
        Err(ReadProblem { cause: ReadCause::NotUtf8 { readable, .. }, .. }) => {
            Ok(place_in(&readable, target))
        }
        Err(problem) => Err(problem),
    }
}

fn place_in(text: &str, target: &Target) -> Place {
    let lines = Lines::new(text);
    let (at, landmark) = match target {
        Target::At(at) => (*at, None),
        Target::Sought(sought) => {
            let (landmark, offset) = locate(text, sought);
            (lines.place(offset), Some(landmark))
        }
    };
    Place { at, byte_column: byte_column(lines.line(at.line), at.column), landmark }
}

/// The column in bytes of a column in characters. A byte order mark has none.
fn byte_column(line: &str, column: u32) -> u32 {
    let before = line.trim_start_matches('\u{feff}').chars().take((column as usize).saturating_sub(1));
    before.map(char::len_utf8).sum::<usize>() as u32 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: u32, column: u32) -> Target {
        Target::At(LineColumn { line, column })
    }

    #[test]
    fn columns_are_counted_in_characters_and_in_bytes() {
        let text = "\u{feff}a: é, b: 1\r\nc: \"日本\" # x\r\n";
        assert_eq!(place_in(text, &at(1, 7)).byte_column, 8);
        assert_eq!(place_in(text, &at(2, 7)).byte_column, 11);
        assert_eq!(place_in(text, &at(9, 4)).byte_column, 1, "no such line");
    }

    #[test]
    fn a_file_is_read_as_it_is_now_and_as_far_as_it_is_text() {
        let file = std::env::temp_dir().join(format!("t12-place-{}.yaml", std::process::id()));
        let text = "measures:\n  - id: a\n    positions: {EU: {}, US: {}}\n";
        let target = Target::Sought(Sought::Position("a".into(), "US".into()));
        std::fs::write(&file, text).unwrap();
        let before = place(&file, &target).unwrap();
        std::fs::write(&file, [b"# new\n", text.as_bytes(), b"\nnote: \xff\n"].concat()).unwrap();
        let after = place(&file, &target).unwrap();
        std::fs::remove_file(&file).unwrap();
        assert_eq!((before.at.to_string(), before.landmark), ("3:25".to_owned(), Some(Landmark::Found)));
        assert_eq!(after.at.to_string(), "4:25");
        assert!(place(&file, &target).is_err());
    }
}
