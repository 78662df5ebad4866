//! Characters that would act on a terminal or hide what a person reads, found where they are written.

use crate::diagnostic::Problem;
use crate::diagnostic::catalogue::HIDDEN_CHARACTER;
use crate::text::{Span, is_hidden};

/// How many bytes are looked at in one go.
const CHUNK: usize = 64;
/// As many are told; a file with more of them is no text.
const MOST_PROBLEMS: usize = 500;

/// A warning for each run of hidden characters that are written as they are, where no problem stands already. A byte
/// order mark at the very beginning is none.
pub(super) fn written(text: &str, file: u16, problems: &mut Vec<Problem>) {
    let mut told_to = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    for (number, chunk) in text.as_bytes().chunks(CHUNK).enumerate() {
        // Without a way out of the loop the compiler looks at many bytes at once. Nearly every chunk ends a line.
        let plain = |byte: u8| u32::from((b' '..0x7f).contains(&byte)) + u32::from(byte == b'\n');
        let odd = chunk.len() as u32 - chunk.iter().map(|&byte| plain(byte)).sum::<u32>();
        if odd == 0 || problems.len() >= MOST_PROBLEMS {
            continue;
        }
        let start = number * CHUNK;
        for at in start..start + chunk.len() {
            if at >= told_to && suspicious(text.as_bytes(), at) {
                told_to = run_end(text, at);
                if told_to > at && problems.iter().all(|problem| problem.span.start as usize != at) {
                    problems.push(problem(file, Span::new(at as u32, told_to as u32), &text[at..told_to]));
                }
            }
        }
    }
}

/// A warning where a double-quoted scalar holds hidden characters as escapes.
pub(super) fn escaped(value: &str, file: u16, span: Span) -> Option<Problem> {
    let hidden: String = value.chars().filter(|&c| counts(c)).take(1).collect();
    (!hidden.is_empty()).then(|| problem(file, span, &hidden))
}

fn problem(file: u16, span: Span, hidden: &str) -> Problem {
    let first = hidden.chars().next().map_or(0, u32::from);
    Problem::new(&HIDDEN_CHARACTER, file, span, format!("the text holds the hidden character U+{first:04X}"))
        .label("shown as a visible mark")
        .help("remove it, unless the text cannot be read without it")
}

/// Whether a hidden character can begin here: a control character, or the first byte of one beyond ASCII.
fn suspicious(bytes: &[u8], at: usize) -> bool {
    let next = bytes.get(at + 1).copied().unwrap_or(0);
    match bytes[at] {
        b'\n' | b'\r' | b'\t' => false,
        byte if byte < b' ' => true,
        0x7f | 0xf3 | 0xef | 0xd8 => true,
        0xc2 => next < 0xa0,
        0xe2 => matches!(next, 0x80 | 0x81),
        _ => false,
    }
}

/// The end of the run of hidden characters at `at`; `at` itself where there is none.
fn run_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.find(|c| !counts(c)).unwrap_or(rest.len())
}

fn counts(c: char) -> bool {
    is_hidden(c) && !matches!(c, '\n' | '\r' | '\t')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn places(text: &str) -> Vec<(u32, u32)> {
        let mut problems = Vec::new();
        written(text, 0, &mut problems);
        problems.iter().map(|problem| (problem.span.start, problem.span.end)).collect()
    }

    #[test]
    fn finds_runs_and_leaves_typography_alone() {
        assert_eq!(places("\u{feff}a: “b” – c\u{202e}\u{202d}d\n\te: \u{9b}"), [(19, 25), (31, 33)]);
        assert_eq!(places("plain: text\r\n\tmore"), []);
    }

    proptest! {
        #[test]
        fn finds_every_hidden_character(text in "[a-z–\n\u{85}\u{200b}\u{202e}\u{feff}\u{e0041}é]{0,200}") {
            let found = places(&text);
            for (at, c) in text.char_indices().skip_while(|&(at, c)| at == 0 && c == '\u{feff}') {
                let told = found.iter().any(|&(start, end)| (start as usize..end as usize).contains(&at));
                prop_assert_eq!(told, counts(c), "{:?} at {}", c, at);
            }
        }
    }
}
