use super::decode::after_break;
use crate::text::Span;

/// What happens to the line breaks at the end of a block scalar.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Chomping {
    Clip,
    Strip,
    Keep,
}

/// The line after `|` or `>`.
struct Header {
    literal: bool,
    chomping: Chomping,
    /// The indentation indicator, 0 for none.
    indicator: usize,
    /// The first byte of the next line.
    end: usize,
}

/// The value of the block scalar whose header stands at the start of `span`. White space after the span belongs to
/// the scalar as far as YAML says so.
pub(super) fn decode(text: &str, span: Span) -> String {
    let bytes = text.as_bytes();
    let Some(header) = header(bytes, span.start as usize) else {
        return String::new();
    };
    let mut reader = Reader { bytes, at: header.end, line: header.end, breaks: 0 };
    let indent = match header.indicator {
        0 => reader.find_indent(span.end as usize),
        indicator => {
            let indent = enclosing_column(text, span.start as usize).unwrap_or(0) + indicator;
            reader.skip_indent(indent);
            Some(indent)
        }
    };
    if reader.at == bytes.len() {
        let spaces_only = reader.breaks == 0 && reader.column() > 0;
        return match header.chomping {
            Chomping::Keep => "\n".repeat(if spaces_only { 1 } else { reader.breaks }),
            Chomping::Clip | Chomping::Strip => String::new(),
        };
    }
    let mut value = String::with_capacity(span.range().len());
    let line_open = indent.is_some_and(|indent| reader.lines(text, indent, header.literal, &mut value));
    if line_open && header.chomping != Chomping::Strip {
        value.push('\n');
    }
    if header.chomping == Chomping::Keep {
        value.extend(std::iter::repeat_n('\n', reader.breaks));
    }
    value
}

/// Reads the header at `at`; nothing where the text ends with it.
fn header(bytes: &[u8], at: usize) -> Option<Header> {
    let mut header =
        Header { literal: bytes.get(at) == Some(&b'|'), chomping: Chomping::Clip, indicator: 0, end: at + 1 };
    loop {
        match bytes.get(header.end)? {
            b'+' => header.chomping = Chomping::Keep,
            b'-' => header.chomping = Chomping::Strip,
            digit @ b'1'..=b'9' => header.indicator = usize::from(digit - b'0'),
            _ => break,
        }
        header.end += 1;
    }
    let rest = &bytes[header.end..];
    let line_end = header.end + rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'))?;
    header.end = after_break(bytes, line_end);
    Some(header)
}

struct Reader<'t> {
    bytes: &'t [u8],
    at: usize,
    /// Where the current line begins.
    line: usize,
    /// Empty lines passed since the last line of content.
    breaks: usize,
}

impl Reader<'_> {
    fn column(&self) -> usize {
        self.at - self.line
    }

    fn at_break(&self) -> bool {
        matches!(self.bytes.get(self.at), Some(b'\n' | b'\r'))
    }

    fn skip_break(&mut self) {
        self.at = after_break(self.bytes, self.at);
        self.line = self.at;
    }

    /// Skips empty lines and at most `indent` spaces of the line after them.
    fn skip_indent(&mut self, indent: usize) {
        loop {
            while self.column() < indent && self.bytes.get(self.at) == Some(&b' ') {
                self.at += 1;
            }
            if !self.at_break() {
                return;
            }
            self.skip_break();
            self.breaks += 1;
        }
    }

    /// The indentation by the first line of content, which must begin before `end`; nothing where there is none.
    fn find_indent(&mut self, end: usize) -> Option<usize> {
        loop {
            while self.bytes.get(self.at) == Some(&b' ') {
                self.at += 1;
            }
            if !self.at_break() {
                return (self.at < end).then(|| self.column());
            }
            self.skip_break();
            self.breaks += 1;
        }
    }

    /// Reads the lines of content, folding them unless `literal`; true where the last one still owes its line break.
    fn lines(&mut self, text: &str, indent: usize, literal: bool, value: &mut String) -> bool {
        let mut line_open = false;
        let mut after_blank = false;
        while self.column() == indent && self.at < self.bytes.len() && !self.at_marker(indent) {
            let blank = matches!(self.bytes[self.at], b' ' | b'\t');
            let folds = !literal && line_open && !after_blank && !blank;
            match (folds, self.breaks) {
                (true, 0) => value.push(' '),
                (true, breaks) => value.extend(std::iter::repeat_n('\n', breaks)),
                (false, breaks) => value.extend(std::iter::repeat_n('\n', breaks + usize::from(line_open))),
            }
            self.breaks = 0;
            after_blank = blank;
            let rest = &self.bytes[self.at..];
            let length = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
            value.push_str(&text[self.at..self.at + length]);
            self.at += length;
            line_open = true;
            if self.at < self.bytes.len() {
                self.skip_break();
                self.skip_indent(indent);
            }
        }
        line_open
    }

    fn at_marker(&self, indent: usize) -> bool {
        let rest = &self.bytes[self.at..];
        indent == 0
            && (rest.starts_with(b"---") || rest.starts_with(b"..."))
            && matches!(rest.get(3), None | Some(b' ' | b'\t' | b'\n' | b'\r'))
    }
}

/// The column of the block collection that holds the value at `at`, from 0; nothing at the top of a document.
fn enclosing_column(text: &str, at: usize) -> Option<usize> {
    let mut end = at;
    loop {
        let start = text[..end].rfind(['\n', '\r']).map_or(0, |i| i + 1);
        let line = text[start..end].trim_start_matches('\u{feff}');
        if line.starts_with("---") {
            return None;
        }
        if let Some(column) = collection_column(line) {
            return Some(column);
        }
        if start == 0 {
            return None;
        }
        end = start - 1;
    }
}

/// The column of the innermost collection that a line begins; nothing for a line that begins none.
fn collection_column(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let blank = |at: usize| matches!(bytes.get(at), None | Some(b' ' | b'\t'));
    let mut column = None;
    let mut at = 0;
    loop {
        match bytes.get(at)? {
            b' ' | b'\t' => at += 1,
            b'-' | b'?' | b':' if blank(at + 1) => {
                column = Some(at);
                at += 1;
            }
            _ => break,
        }
        if at == bytes.len() {
            return column;
        }
    }
    let only_properties = line[at..].split_whitespace().all(|word| word.starts_with(['&', '!']));
    if only_properties || bytes[at] == b'#' { column } else { Some(at) }
}
