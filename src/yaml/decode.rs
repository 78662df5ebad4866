use std::borrow::Cow;

use super::block;
use crate::text::Span;

/// The value of the scalar that stands at `span` in `text`, exactly as the parser gives it.
///
/// `span` is the [`super::Node::span`] of a scalar; its first character tells the style. Borrowed where the value
/// is written as it reads. For any other span the result is some text, never a panic.
pub fn decode(text: &str, span: Span) -> Cow<'_, str> {
    let raw = span.of(text);
    match raw.as_bytes() {
        [b'"', .., b'"'] if raw.len() > 1 => unfold(&raw[1..raw.len() - 1], Some(b'"')),
        [b'\'', .., b'\''] if raw.len() > 1 => unfold(&raw[1..raw.len() - 1], Some(b'\'')),
        [b'|' | b'>', ..] => Cow::Owned(block::decode(text, span)),
        _ => unfold(raw, None),
    }
}

/// Joins the lines of a plain or quoted scalar and resolves what its quotes escape.
fn unfold(content: &str, quote: Option<u8>) -> Cow<'_, str> {
    let special = |byte: u8| match byte {
        b'\n' | b'\r' => true,
        b'\\' => quote == Some(b'"'),
        b'\'' => quote == Some(b'\''),
        _ => false,
    };
    if !content.bytes().any(special) {
        return Cow::Borrowed(content);
    }
    let bytes = content.as_bytes();
    let mut value = String::with_capacity(content.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at = match byte {
            b' ' | b'\t' | b'\n' | b'\r' => join(content, at, &mut value),
            b'\\' if quote == Some(b'"') => escape(content, at + 1, &mut value),
            b'\'' if quote == Some(b'\'') => {
                value.push('\'');
                at + if bytes.get(at + 1) == Some(&b'\'') { 2 } else { 1 }
            }
            _ => {
                let rest = &bytes[at + 1..];
                let stop = |&byte: &u8| matches!(byte, b' ' | b'\t') || special(byte);
                let end = rest.iter().position(stop).map_or(bytes.len(), |length| at + 1 + length);
                value.push_str(&content[at..end]);
                end
            }
        };
    }
    Cow::Owned(value)
}

/// A run of white space: kept without a line break; one break is a space, more are one line feed fewer.
fn join(content: &str, start: usize, value: &mut String) -> usize {
    let (end, breaks) = white_space(content.as_bytes(), start);
    match breaks {
        0 => value.push_str(&content[start..end]),
        1 => value.push(' '),
        _ => value.extend(std::iter::repeat_n('\n', breaks - 1)),
    }
    end
}

/// The end of the white space at `start`, and the line breaks in it.
fn white_space(bytes: &[u8], start: usize) -> (usize, usize) {
    let mut at = start;
    let mut breaks = 0;
    loop {
        match bytes.get(at) {
            Some(b' ' | b'\t') => at += 1,
            Some(b'\n' | b'\r') => {
                at = after_break(bytes, at);
                breaks += 1;
            }
            _ => return (at, breaks),
        }
    }
}

/// The place after the line break at `at`, CRLF being one.
pub(super) fn after_break(bytes: &[u8], at: usize) -> usize {
    if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') { at + 2 } else { at + 1 }
}

/// Resolves the escape whose letter stands at `at` and returns the place after it.
fn escape(content: &str, at: usize, value: &mut String) -> usize {
    let bytes = content.as_bytes();
    let Some(&letter) = bytes.get(at) else {
        return at;
    };
    let resolved = match letter {
        b'\n' | b'\r' => {
            let (end, breaks) = white_space(bytes, after_break(bytes, at));
            value.extend(std::iter::repeat_n('\n', breaks));
            return end;
        }
        b'x' => return code_point(content, at + 1, 2, value),
        b'u' => return code_point(content, at + 1, 4, value),
        b'U' => return code_point(content, at + 1, 8, value),
        b'0' => '\0',
        b'a' => '\u{7}',
        b'b' => '\u{8}',
        b't' | b'\t' => '\t',
        b'n' => '\n',
        b'v' => '\u{b}',
        b'f' => '\u{c}',
        b'r' => '\r',
        b'e' => '\u{1b}',
        b'N' => '\u{85}',
        b'_' => '\u{a0}',
        b'L' => '\u{2028}',
        b'P' => '\u{2029}',
        b' ' | b'"' | b'/' | b'\\' => char::from(letter),
        _ => return at,
    };
    value.push(resolved);
    at + 1
}

/// Resolves `length` hexadecimal digits at `at`, joining a pair of surrogates as JSON writes them.
fn code_point(content: &str, at: usize, length: usize, value: &mut String) -> usize {
    let number =
        |at: usize| content.get(at..at + length).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let Some(first) = number(at) else {
        return at;
    };
    let end = at + length;
    if length == 4
        && (0xd800..0xdc00).contains(&first)
        && content[end..].starts_with("\\u")
        && let Some(second @ 0xdc00..0xe000) = number(end + 2)
    {
        let joined = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
        value.push(char::from_u32(joined).unwrap_or(char::REPLACEMENT_CHARACTER));
        return end + 6;
    }
    value.push(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER));
    end
}
