//! Large letters made of half cells, for what is to be read from far away.

use ratatui::style::Style;

use crate::tui::widget::pen::Pen;

/// How large a dot of a letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Size {
    /// In columns.
    pub(super) across: u16,
    /// In half rows.
    pub(super) down: u16,
}

impl Size {
    /// Every dot a square, as small as they come.
    pub(super) const LARGE: Self = Self { across: 1, down: 1 };
    /// Twice as wide, for a digit by itself.
    pub(super) const WIDE: Self = Self { across: 2, down: 1 };
    /// Twice as large both ways.
    pub(super) const HUGE: Self = Self { across: 2, down: 2 };

    /// The rows a line of letters takes, with half a row free above it.
    pub(super) fn rows(self) -> u16 {
        (DOTS * self.down + 1).div_ceil(2)
    }
}

/// How many dots high letters are.
const DOTS: u16 = 5;

/// A letter's dots, row by row from the left. Between two letters is an empty column of dots.
type Letter = [&'static str; DOTS as usize];

/// Capitals, digits and the signs of titles.
const LETTERS: &[(char, Letter)] = &[
    (' ', [" ", " ", " ", " ", " "]),
    ('A', [" # ", "# #", "###", "# #", "# #"]),
    ('B', ["## ", "# #", "## ", "# #", "## "]),
    ('C', [" ##", "#  ", "#  ", "#  ", " ##"]),
    ('D', ["## ", "# #", "# #", "# #", "## "]),
    ('E', ["###", "#  ", "## ", "#  ", "###"]),
    ('F', ["###", "#  ", "## ", "#  ", "#  "]),
    ('G', [" ###", "#   ", "# ##", "#  #", " ## "]),
    ('H', ["# #", "# #", "###", "# #", "# #"]),
    ('I', ["#", "#", "#", "#", "#"]),
    ('J', ["  #", "  #", "  #", "# #", " # "]),
    ('K', ["#  #", "# # ", "##  ", "# # ", "#  #"]),
    ('L', ["#  ", "#  ", "#  ", "#  ", "###"]),
    ('M', ["#   #", "## ##", "# # #", "#   #", "#   #"]),
    ('N', ["#   #", "##  #", "# # #", "#  ##", "#   #"]),
    ('O', [" # ", "# #", "# #", "# #", " # "]),
    ('P', ["## ", "# #", "## ", "#  ", "#  "]),
    ('Q', [" ## ", "#  #", "#  #", "# # ", " # #"]),
    ('R', ["## ", "# #", "## ", "# #", "# #"]),
    ('S', [" ##", "#  ", " # ", "  #", "## "]),
    ('T', ["###", " # ", " # ", " # ", " # "]),
    ('U', ["# #", "# #", "# #", "# #", "###"]),
    ('V', ["#   #", "#   #", " # # ", " # # ", "  #  "]),
    ('W', ["#   #", "#   #", "# # #", "# # #", " # # "]),
    ('X', ["# #", "# #", " # ", "# #", "# #"]),
    ('Y', ["# #", "# #", " # ", " # ", " # "]),
    ('Z', ["###", "  #", " # ", "#  ", "###"]),
    ('0', ["###", "# #", "# #", "# #", "###"]),
    ('1', [" # ", "## ", " # ", " # ", "###"]),
    ('2', ["###", "  #", "###", "#  ", "###"]),
    ('3', ["###", "  #", " ##", "  #", "###"]),
    ('4', ["# #", "# #", "###", "  #", "  #"]),
    ('5', ["###", "#  ", "###", "  #", "###"]),
    ('6', ["###", "#  ", "###", "# #", "###"]),
    ('7', ["###", "  #", "  #", "  #", "  #"]),
    ('8', ["###", "# #", "###", "# #", "###"]),
    ('9', ["###", "# #", "###", "  #", "###"]),
    ('-', ["  ", "  ", "##", "  ", "  "]),
    ('+', ["   ", " # ", "###", " # ", "   "]),
    ('.', [" ", " ", " ", " ", "#"]),
    ('?', ["###", "  #", " # ", "   ", " # "]),
    ('!', ["#", "#", "#", " ", "#"]),
    (',', [" ", " ", " ", "#", "#"]),
    (':', [" ", "#", " ", "#", " "]),
    ('\'', ["#", "#", " ", " ", " "]),
    ('’', ["#", "#", " ", " ", " "]),
    ('(', [" #", "# ", "# ", "# ", " #"]),
    (')', ["# ", " #", " #", " #", "# "]),
    ('/', ["  #", "  #", " # ", "#  ", "#  "]),
    ('&', [" #  ", "# # ", " #  ", "# # ", " # #"]),
];

fn letter(character: char) -> Option<&'static Letter> {
    let capital = character.to_ascii_uppercase();
    LETTERS.iter().find(|(own, _)| *own == capital).map(|(_, letter)| letter)
}

/// The columns a text takes; nothing where a character of it has no letter.
pub(super) fn width(text: &str, size: Size) -> Option<u16> {
    let dots = text.chars().map(|character| Some(letter(character)?[0].len() as u16 + 1));
    let dots = dots.sum::<Option<u16>>()?;
    Some(dots.saturating_sub(1).saturating_mul(size.across))
}

/// A text in lines of so many columns at most; nothing where a word does not fit or a character has no letter.
pub(super) fn wrapped(text: &str, room: u16, size: Size) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        if width(word, size)? > room {
            return None;
        }
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match longer.filter(|longer| width(longer, size).is_some_and(|width| width <= room)) {
            Some(longer) => {
                lines.pop();
                lines.push(longer);
            }
            None => lines.push(word.to_owned()),
        }
    }
    Some(lines)
}

/// Draws a text from its upper left corner and tells the columns it took. What has no letter is left out: ask for the
/// [`width`] first.
pub(super) fn draw(pen: &mut Pen<'_>, (x, y): (u16, u16), text: &str, size: Size, style: Style) -> u16 {
    let mut at = x;
    for letter in text.chars().filter_map(letter) {
        draw_letter(pen, (at, y), letter, size, style);
        at += (letter[0].len() as u16 + 1) * size.across;
    }
    (at - x).saturating_sub(size.across)
}

fn draw_letter(pen: &mut Pen<'_>, (x, y): (u16, u16), letter: &Letter, size: Size, style: Style) {
    let area = pen.canvas.area();
    let [upper, lower, full] = pen.glyphs.halves;
    for row in 0..size.rows() {
        // The first half row is free.
        let dots =
            [2 * row, 2 * row + 1].map(|half: u16| letter.get(usize::from(half.checked_sub(1)? / size.down)));
        for column in 0..letter[0].len() {
            let is_set = |dots: Option<&&str>| dots.is_some_and(|dots| dots.as_bytes()[column] == b'#');
            let glyph = match dots.map(is_set) {
                [true, true] => full,
                [true, false] => upper,
                [false, true] => lower,
                [false, false] => continue,
            };
            let (x, y) = (x + column as u16 * size.across, y + row);
            if y < area.bottom() {
                pen.repeat(x, y, size.across.min(area.right().saturating_sub(x)), glyph, style);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_as_wide_in_every_row_and_there_once() {
        for (at, (character, letter)) in LETTERS.iter().enumerate() {
            assert!(letter.iter().all(|row| row.len() == letter[0].len()), "{character}");
            assert!(
                letter.iter().all(|row| row.bytes().all(|dot| matches!(dot, b'#' | b' '))),
                "{character}"
            );
            let same =
                |(other, dots): &(char, Letter)| other == character || (dots == letter && *other != '\'');
            assert!(!LETTERS[..at].iter().any(same), "{character} looks like another");
        }
    }

    #[test]
    fn lines_break_between_words_and_never_inside() {
        let wide = |text: &str| width(text, Size::LARGE).unwrap();
        assert_eq!((wide("EU"), wide("I"), wide("IN")), (7, 1, 7));
        assert_eq!(width("EU", Size::HUGE), Some(14));
        assert_eq!(wrapped("EU US", wide("EU US"), Size::LARGE), Some(vec!["EU US".to_owned()]));
        assert_eq!(
            wrapped("EU US", wide("EU US") - 1, Size::LARGE),
            Some(vec!["EU".to_owned(), "US".to_owned()])
        );
        assert_eq!(wrapped("EU", 6, Size::LARGE), None);
        assert_eq!(wrapped("Ö", 60, Size::LARGE), None);
    }
}
