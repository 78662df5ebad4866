use std::fmt;

/// A place as people count it: line and column from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

impl fmt::Display for LineColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// The line starts of one text. Made only when a place has to be told to a person.
#[derive(Clone, Debug)]
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<u32>,
}

impl<'t> Lines<'t> {
    /// Finds the lines of `text`. A line ends with LF, CRLF or a lone CR.
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let ends_line = |&at: &usize| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n');
        let after_break = memchr::memchr2_iter(b'\n', b'\r', bytes).filter(ends_line).map(|at| at as u32 + 1);
        let starts = std::iter::once(0).chain(after_break).collect();
        Self { text, starts }
    }

    /// Line and column of the byte at `offset`; past the end counts as the end. A byte order mark has no column.
    pub fn place(&self, offset: u32) -> LineColumn {
        let index = self.starts.partition_point(|&start| start <= offset) - 1;
        let start = self.starts[index] as usize;
        let end = (offset as usize).clamp(start, self.text.len());
        let line = self.text.get(start..end).unwrap_or_default().trim_start_matches('\u{feff}');
        LineColumn { line: index as u32 + 1, column: line.chars().count() as u32 + 1 }
    }

    /// The text of a line counted from 1, without its line end; empty where there is no such line.
    pub fn line(&self, line: u32) -> &'t str {
        let index = (line as usize).wrapping_sub(1);
        let Some(&start) = self.starts.get(index) else { return "" };
        let end = self.starts.get(index + 1).map_or(self.text.len(), |&next| next as usize);
        self.text.get(start as usize..end).unwrap_or_default().trim_end_matches(['\n', '\r'])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, offset: u32) -> (u32, u32) {
        let found = Lines::new(text).place(offset);
        (found.line, found.column)
    }

    #[test]
    fn counts_lines_for_all_line_ends_and_columns_in_characters() {
        assert_eq!(place("a\nbc", 3), (2, 2));
        assert_eq!(place("a\r\nbc", 4), (2, 2));
        assert_eq!(place("a\rbc", 3), (2, 2));
        assert_eq!(place("é: x", 4), (1, 4));
        assert_eq!(place("\u{feff}k: x", 3), (1, 1));
        assert_eq!(place("a\n", 99), (2, 1));
    }

    #[test]
    fn gives_lines_without_their_ends() {
        let lines = Lines::new("one\r\ntwo\nthree");
        assert_eq!([lines.line(1), lines.line(2), lines.line(3), lines.line(4)], ["one", "two", "three", ""]);
    }
}
