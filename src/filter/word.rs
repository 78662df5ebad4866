//! A typed line cut into words, and a word into its parts, each with its place.

use super::Compare;
use crate::text::Span;

/// A word of the line as it is built: `-status:proposed,adopted`.
#[derive(Debug)]
pub(super) struct Word {
    /// Where it is.
    pub(super) span: Span,
    /// Whether it begins with an odd number of hyphens.
    pub(super) not: bool,
    /// The name before a sign, the place of the name, and the sign.
    pub(super) head: Option<(String, Span, Compare)>,
    /// What is between the commas, without quotes; empty ones too.
    pub(super) parts: Vec<Part>,
}

/// A value as it is typed.
#[derive(Debug)]
pub(super) struct Part {
    /// What it says.
    pub(super) text: String,
    /// Where it is, with its quotes.
    pub(super) span: Span,
}

/// The words of a line. Blanks end a word, commas a part; between quotes neither does.
pub(super) fn words(line: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(start) = line[at..].find(|c: char| !c.is_whitespace()).map(|blanks| at + blanks) {
        let end = end_of_word(line, start);
        words.push(word(line, start, end));
        at = end;
    }
    words
}

fn end_of_word(line: &str, start: usize) -> usize {
    let mut quoted = false;
    for (offset, c) in line[start..].char_indices() {
        match c {
            '"' => quoted = !quoted,
            c if c.is_whitespace() && !quoted => return start + offset,
            _ => {}
        }
    }
    line.len()
}

fn word(line: &str, start: usize, end: usize) -> Word {
    let hyphens = line[start..end].bytes().take_while(|&byte| byte == b'-').count();
    let body = start + hyphens;
    let name_length = line[body..end].bytes().take_while(u8::is_ascii_alphabetic).count();
    let after_name = &line[body + name_length..end];
    let sign = Compare::SIGNS.into_iter().find(|(sign, _)| name_length > 0 && after_name.starts_with(sign));
    let head = sign.map(|(_, compare)| {
        let place = span(body, body + name_length);
        (place.of(line).to_owned(), place, compare)
    });
    let values = body + sign.map_or(0, |(sign, _)| name_length + sign.len());
    Word { span: span(start, end), not: hyphens % 2 == 1, head, parts: parts(line, values, end) }
}

fn parts(line: &str, start: usize, end: usize) -> Vec<Part> {
    let mut parts = Vec::new();
    let (mut text, mut from) = (String::new(), start);
    let mut quoted = false;
    let mut characters = line[start..end].char_indices().peekable();
    while let Some((offset, c)) = characters.next() {
        match c {
            // Twice the quote inside quotes is the quote itself.
            '"' if quoted && characters.next_if(|&(_, next)| next == '"').is_some() => text.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => {
                let part = Part { text: std::mem::take(&mut text), span: span(from, start + offset) };
                parts.push(part);
                from = start + offset + 1;
            }
            c => text.push(c),
        }
    }
    parts.push(Part { text, span: span(from, end) });
    parts
}

fn span(start: usize, end: usize) -> Span {
    Span::new(start as u32, end as u32)
}
