use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Breaks a text at its spaces into lines of at most `width` terminal columns; a word that is wider is broken
/// between characters. Nothing but spaces at the breaks is lost.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = vec![String::new()];
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        add_word(&mut lines, word, width);
    }
    lines
}

fn add_word(lines: &mut Vec<String>, word: &str, width: usize) {
    let used = lines.last().map_or(0, |line| line.width());
    let gap = usize::from(used > 0);
    if used + gap + word.width() <= width {
        return extend(lines, if gap > 0 { " " } else { "" }, word);
    }
    if used > 0 {
        lines.push(String::new());
    }
    if word.width() <= width {
        return extend(lines, "", word);
    }
    for character in word.graphemes(true) {
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

/// The terminal columns of a text's widest word.
pub(super) fn widest_word(text: &str) -> usize {
    text.split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0)
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
    }

    proptest! {
        #[test]
        fn every_line_fits_and_nothing_but_spaces_is_lost(text in "[a-zé猫 ]{0,60}", width in 2usize..30) {
            let lines = wrap(&text, width);
            prop_assert!(lines.iter().all(|line| line.width() <= width));
            let bare = |text: &str| text.replace(' ', "");
            prop_assert_eq!(bare(&lines.concat()), bare(&text));
        }
    }
}
