use crate::text::{Lines, Span, visible};

/// Characters of the mark that are shown, and of the line after it.
const AFTER: usize = 160;
/// A mark further right than this is told without its line: nobody reads such lines.
const FURTHEST: usize = 10_000;

/// The line a span begins on as it may be shown, and the bytes of it to mark.
pub(super) struct Excerpt {
    /// The line, hidden characters made visible, cut some way behind the mark.
    pub(super) line: String,
    /// The marked bytes of it, to the end of the line where the span goes on after it.
    pub(super) mark: std::ops::Range<usize>,
    /// The number of the line, from 1.
    pub(super) number: u32,
}

impl Excerpt {
    /// The excerpt for a span; nothing where there is no line to show.
    pub(super) fn new(lines: &Lines<'_>, span: Span) -> Option<Self> {
        let place = lines.place(span.start);
        let line = lines.line(place.line).trim_start_matches('\u{feff}');
        let column = place.column as usize - 1;
        if column > FURTHEST || line.is_empty() {
            return None;
        }
        let before: String = line.chars().take(column).collect();
        let rest = &line[before.len()..];
        let marked = rest.get(..span.end.saturating_sub(span.start) as usize).unwrap_or(rest);
        let after: String = rest[marked.len()..].chars().take(AFTER).collect();
        let marked: String = marked.chars().take(AFTER).collect();
        let [before, marked, after] = [before, marked, after].map(|part| visible(&part).into_owned());
        let mark = before.len()..before.len() + marked.len();
        let line = format!("{before}{marked}{after}");
        Some(Self { line, mark, number: place.line })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_survive_hidden_characters_and_line_ends() {
        let text = "a: 1\nb: \u{202e}\"x\n  y\"\n";
        let excerpt = Excerpt::new(&Lines::new(text), Span::new(11, 18)).unwrap();
        assert_eq!(excerpt.line, "b: \u{fffd}\"x");
        assert_eq!(&excerpt.line[excerpt.mark.clone()], "\"x");
        assert_eq!(excerpt.number, 2);
    }

    #[test]
    fn very_long_lines_are_cut_behind_the_mark_and_not_shown_where_it_is_far_off() {
        let text = format!("{}MARK{}", "x".repeat(50), "y".repeat(5000));
        let excerpt = Excerpt::new(&Lines::new(&text), Span::new(50, 54)).unwrap();
        assert_eq!(&excerpt.line[excerpt.mark.clone()], "MARK");
        assert_eq!(excerpt.line.len(), 54 + AFTER);
        let text = "x".repeat(FURTHEST + 9);
        assert!(
            Excerpt::new(&Lines::new(&text), Span::new(FURTHEST as u32 + 2, FURTHEST as u32 + 4)).is_none()
        );
    }
}
