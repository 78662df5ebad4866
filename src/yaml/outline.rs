use super::decode::after_break;

/// What a line looks like it begins, judged without its context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing, or a comment.
    Blank,
    /// `- item`.
    Item,
    /// `key:` or `key: value`.
    Key,
    /// `---` or `...`.
    Marker,
    /// Anything else.
    Other,
}

/// One line of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// The first byte of the line.
    pub(super) start: usize,
    /// The first byte of the next line, or the end of the text.
    pub(super) next: usize,
    /// The spaces before the first other character.
    pub(super) column: usize,
    /// The first byte that is no space of indentation.
    pub(super) content: usize,
    pub(super) shape: Shape,
}

/// The first byte of the line that holds `at`.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind(['\n', '\r']).map_or(0, |i| i + 1)
}

/// The end of the line that holds `at`, before its line break.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find(['\n', '\r']).map_or(text.len(), |length| at + length)
}

/// The first byte after the line that holds `at`.
pub(super) fn next_line(text: &str, at: usize) -> usize {
    let end = line_end(text, at);
    if end == text.len() { end } else { after_break(text.as_bytes(), end) }
}

/// The lines of a text from the one that begins at `start`.
pub(super) fn lines(text: &str, start: usize) -> impl Iterator<Item = Line> {
    let mut at = start;
    std::iter::from_fn(move || {
        if at >= text.len() {
            return None;
        }
        let line = line(text, at);
        at = line.next;
        Some(line)
    })
}

/// The line that begins at `start`.
pub(super) fn line(text: &str, start: usize) -> Line {
    let end = line_end(text, start);
    let written = &text[start..end];
    let written = if start == 0 { written.strip_prefix('\u{feff}').unwrap_or(written) } else { written };
    let content = written.trim_start_matches(' ');
    let column = written.len() - content.len();
    Line {
        start,
        next: next_line(text, start),
        column,
        content: end - content.len(),
        shape: shape(content, column),
    }
}

fn shape(content: &str, column: usize) -> Shape {
    if content.is_empty() || content.starts_with('#') {
        Shape::Blank
    } else if column == 0 && (content.starts_with("---") || content.starts_with("...")) {
        Shape::Marker
    } else if content == "-" || content.starts_with("- ") {
        Shape::Item
    } else if key_length(content).is_some() {
        Shape::Key
    } else {
        Shape::Other
    }
}

/// The length of the key with which a line begins, without the colon.
pub(super) fn key_length(content: &str) -> Option<usize> {
    let bytes = content.as_bytes();
    let is_colon =
        |at: usize| bytes.get(at) == Some(&b':') && matches!(bytes.get(at + 1), None | Some(b' ' | b'\t'));
    match bytes.first()? {
        quote @ (b'"' | b'\'') => {
            let closing = bytes[1..].iter().position(|byte| byte == quote)? + 2;
            is_colon(closing).then_some(closing)
        }
        first if first.is_ascii_alphanumeric() || matches!(first, b'_' | b'<') || !first.is_ascii() => {
            (1..bytes.len()).find(|&at| is_colon(at))
        }
        _ => None,
    }
}

/// Whether a line ends with the header of a block scalar.
pub(super) fn is_block_header(line: &str) -> bool {
    let word = line.trim_end().rsplit(' ').next().unwrap_or_default();
    word.starts_with(['>', '|'])
        && word.len() <= 3
        && word[1..].bytes().all(|byte| matches!(byte, b'+' | b'-' | b'1'..=b'9'))
}

/// Whether the lines after this one, further right, belong to it.
pub(super) fn opens_block(content: &str) -> bool {
    let content = content.split(" #").next().unwrap_or_default().trim_end();
    content.ends_with(':') || is_block_header(content)
}

/// Where a line writes `key:value` without the space: the place of the colon.
pub(super) fn missing_space(content: &str) -> Option<usize> {
    let colon = content.find(':')?;
    let key = &content[..colon];
    let is_word = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    let follows =
        content[colon + 1..].chars().next().is_some_and(|c| !c.is_whitespace() && !matches!(c, ':' | '/'));
    (!key.is_empty() && is_word && follows).then_some(colon)
}
