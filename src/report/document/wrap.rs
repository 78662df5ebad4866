use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Breaks a text into lines of at most `width` terminal columns: at its spaces, where that is not enough behind the
/// hyphens and slashes inside words, and in the last resort between characters. Nothing but spaces is lost.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = vec![String::new()];
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        for (number, piece) in pieces(word).enumerate() {
            add_piece(&mut lines, if number == 0 { " " } else { "" }, piece, width);
        }
    }
    lines
}

/// The parts of a word that may stand on different lines. A hyphen ends a part only between letters, so that dates
/// and numbers stay whole; a slash always.
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let end = break_in(rest).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

fn break_in(word: &str) -> Option<usize> {
    let mut before = ' ';
    let mut characters = word.char_indices().peekable();
    while let Some((place, c)) = characters.next() {
        let after = characters.peek().map(|&(_, after)| after)?;
        let breaks = match c {
            '/' => after != '/',
            '-' => before.is_alphabetic() && after.is_alphabetic(),
            _ => false,
        };
        if breaks {
            return Some(place + c.len_utf8());
        }
        before = c;
    }
    None
}

fn add_piece(lines: &mut Vec<String>, space: &str, piece: &str, width: usize) {
    let used = lines.last().map_or(0, |line| line.width());
    let space = if used > 0 { space } else { "" };
    if used + space.width() + piece.width() <= width {
        return extend(lines, space, piece);
    }
    if used > 0 {
        lines.push(String::new());
    }
    for character in piece.graphemes(true) {
        let used = lines.last().map_or(0, |line| line.width());
        if used > 0 && used + character.width() > width {
            lines.push(String::new());
        }
        extend(lines, "", character);
    }
}

fn extend(lines: &mut [String], gap: &str, text: &str) {
    if let Some(line) = lines.last_mut() {
        line.push_str(gap);
        line.push_str(text);
    }
}

/// The terminal columns of the widest part of a text that is broken only in the last resort.
pub(super) fn widest_piece(text: &str) -> usize {
    text.split(' ').flat_map(pieces).map(UnicodeWidthStr::width).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn breaks_at_spaces_and_only_then_inside_words() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrap("", 5), [""]);
        assert_eq!(wrap("cyber-surveillance on 2026-11-21", 14), ["cyber-", "surveillance", "on 2026-11-21"]);
        assert_eq!(wrap("https://a.eu/bc/def", 13), ["https://a.eu/", "bc/def"]);
    }

    proptest! {
        #[test]
        fn every_line_fits_and_nothing_but_spaces_is_lost(text in "[a-zé猫 /-]{0,60}", width in 2usize..30) {
            let lines = wrap(&text, width);
            prop_assert!(lines.iter().all(|line| line.width() <= width));
            let bare = |text: &str| text.replace(' ', "");
            prop_assert_eq!(bare(&lines.concat()), bare(&text));
        }
    }
}
