use std::ops::Range;

use crate::text::{Lines, Span, visible};

/// Characters that are shown behind the last mark's beginning.
const AFTER: usize = 160;
/// A mark further right than this is told without its line: nobody reads such lines.
const FURTHEST: usize = 10_000;

/// A line as it may be shown, and the bytes of it to mark.
pub(super) struct Excerpt {
    /// The line, hidden characters made visible, cut some way behind the last mark.
    pub(super) line: String,
    /// The marked bytes of it, one range a span, to the end of the line where the span goes on after it.
    pub(super) marks: Vec<Range<usize>>,
    /// The number of the line, from 1.
    pub(super) number: u32,
}

impl Excerpt {
    /// The excerpt for spans that begin on one line; nothing where there is no line to show.
    pub(super) fn new(lines: &Lines<'_>, spans: &[Span]) -> Option<Self> {
        let first = spans.first()?;
        let number = lines.place(first.start).line;
        let line = lines.line(number).trim_start_matches('\u{feff}');
        let columns: Vec<usize> =
            spans.iter().map(|span| lines.place(span.start).column as usize - 1).collect();
        let last = columns.iter().copied().max()?;
        if last > FURTHEST || line.is_empty() {
            return None;
        }
        let cut = byte_at(line, last + AFTER);
        let marks = spans.iter().zip(columns).map(|(span, column)| {
            let start = byte_at(line, column);
            let end = (start + span.end.saturating_sub(span.start) as usize).min(cut);
            shown_bytes(line, start)..shown_bytes(line, end)
        });
        Some(Self { marks: marks.collect(), line: visible(&line[..cut]).into_owned(), number })
    }
}

/// The byte at which a character stands; the end for one behind it.
fn byte_at(line: &str, character: usize) -> usize {
    line.char_indices().nth(character).map_or(line.len(), |(byte, _)| byte)
}

/// How many bytes the beginning of a line takes once it is visible.
fn shown_bytes(line: &str, bytes: usize) -> usize {
    visible(line.get(..bytes).unwrap_or(line)).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_survive_hidden_characters_and_line_ends() {
        let text = "a: 1\nb: \u{202e}\"x\n  y\"\n";
        let excerpt = Excerpt::new(&Lines::new(text), &[Span::new(11, 18), Span::new(5, 6)]).unwrap();
        assert_eq!(excerpt.line, "b: \u{fffd}\"x");
        assert_eq!(&excerpt.line[excerpt.marks[0].clone()], "\"x");
        assert_eq!(&excerpt.line[excerpt.marks[1].clone()], "b");
        assert_eq!(excerpt.number, 2);
    }

    #[test]
    fn very_long_lines_are_cut_behind_the_mark_and_not_shown_where_it_is_far_off() {
        let text = format!("{}MARK{}", "x".repeat(50), "y".repeat(5000));
        let excerpt = Excerpt::new(&Lines::new(&text), &[Span::new(50, 54)]).unwrap();
        assert_eq!(&excerpt.line[excerpt.marks[0].clone()], "MARK");
        assert_eq!(excerpt.line.len(), 50 + AFTER);
        let text = "x".repeat(FURTHEST + 9);
        assert!(Excerpt::new(&Lines::new(&text), &[Span::at(FURTHEST as u32 + 2)]).is_none());
    }
}
