//! The characters the screen is drawn with: one set for every terminal, one for those with ASCII only.

use crate::report::words::Glyphs;

/// A set of characters, each one column wide.
#[derive(Debug, PartialEq, Eq)]
pub struct GlyphSet {
    /// Marks the row of the cursor.
    pub pointer: &'static str,
    /// A horizontal rule.
    pub rule: &'static str,
    /// A vertical rule.
    pub bar: &'static str,
    /// Where the two rules cross or meet.
    pub cross: &'static str,
    /// Where a vertical rule begins under a horizontal one.
    pub tee: &'static str,
    /// Where what is above and below goes on to the right.
    pub branch: &'static str,
    /// A gap of 1, 2, 3 and 4 levels, lighter to darker.
    pub shades: [&'static str; 4],
    /// A share from nothing to all, in nine steps.
    pub bars: [&'static str; 9],
    /// Text goes on where it was cut.
    pub ellipsis: &'static str,
    /// More columns on the left, on the right.
    pub more: [&'static str; 2],
    /// Sorted down, sorted up.
    pub sorted: [&'static str; 2],
    /// Between the parts of a place.
    pub step: &'static str,
    /// From one level to another.
    pub becomes: &'static str,
    /// Between parts of a line.
    pub dot: &'static str,
    /// Between the poles.
    pub poles: &'static str,
    /// Times, before a weight.
    pub times: &'static str,
    /// Something changed since it was looked at.
    pub changed: &'static str,
    /// A point in a list.
    pub bullet: &'static str,
    /// Left end, line and right end of a bracket below a scale.
    pub bracket: [&'static str; 3],
    /// The upper half of a cell, the lower half, all of it: dots of large digits.
    pub halves: [&'static str; 3],
    /// Corners and sides of a layer's frame: top left, top right, bottom left, bottom right.
    pub corners: [&'static str; 4],
}

/// The set for terminals with a Unicode font. No private-use characters, no emoji.
pub static UNICODE: GlyphSet = GlyphSet {
    pointer: "▸",
    rule: "─",
    bar: "│",
    cross: "┼",
    tee: "┬",
    branch: "├",
    shades: ["░", "▒", "▓", "█"],
    bars: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    ellipsis: "…",
    more: ["‹", "›"],
    sorted: ["▾", "▴"],
    step: "›",
    becomes: "→",
    dot: "·",
    poles: "⇄",
    times: "×",
    changed: "◆",
    bullet: "•",
    bracket: ["└", "─", "┘"],
    halves: ["▀", "▄", "█"],
    corners: ["┌", "┐", "└", "┘"],
};

/// The set for terminals and fonts that have ASCII only.
pub static ASCII: GlyphSet = GlyphSet {
    pointer: ">",
    rule: "-",
    bar: "|",
    cross: "+",
    tee: "+",
    branch: "+",
    shades: [".", "o", "O", "#"],
    bars: [" ", ".", ":", "-", "=", "+", "*", "%", "#"],
    ellipsis: "~",
    more: ["<", ">"],
    sorted: ["v", "^"],
    step: ">",
    becomes: ">",
    dot: "-",
    poles: "<>",
    times: "x",
    changed: "@",
    bullet: "*",
    bracket: ["'", "-", "'"],
    halves: ["\"", ",", "#"],
    corners: ["+", "+", "+", "+"],
};

impl GlyphSet {
    /// The set for a choice of glyphs.
    pub fn of(glyphs: Glyphs) -> &'static Self {
        match glyphs {
            Glyphs::Unicode => &UNICODE,
            Glyphs::Ascii => &ASCII,
        }
    }

    /// The bar for a share from 0 to 1.
    pub fn share(&self, share: f64) -> &'static str {
        self.bars[(share.clamp(0.0, 1.0) * 8.0).round() as usize]
    }

    /// The bar for a part of a whole: nothing only for none, full only for all.
    pub fn part(&self, part: usize, whole: usize) -> &'static str {
        match (part, whole) {
            (0, _) | (_, 0) => self.bars[0],
            (part, whole) if part >= whole => self.bars[8],
            (part, whole) => self.bars[(part * 8 / whole).clamp(1, 7)],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr;

    fn all(glyphs: &GlyphSet) -> Vec<&'static str> {
        let mut all =
            vec![glyphs.pointer, glyphs.rule, glyphs.bar, glyphs.cross, glyphs.tee, glyphs.ellipsis];
        all.extend([glyphs.branch, glyphs.step, glyphs.becomes, glyphs.dot, glyphs.times, glyphs.bullet]);
        all.extend(glyphs.shades.iter().chain(&glyphs.bars).chain(&glyphs.more).chain(&glyphs.sorted));
        all.extend(glyphs.bracket.iter().chain(&glyphs.corners).chain(&glyphs.halves));
        all
    }

    #[test]
    fn every_glyph_is_one_column_wide_and_the_ascii_set_is_ascii() {
        for glyph in all(&UNICODE).into_iter().chain(all(&ASCII)) {
            assert_eq!(glyph.width(), 1, "{glyph}");
        }
        assert!(all(&ASCII).iter().all(|glyph| glyph.is_ascii()) && ASCII.poles.is_ascii());
    }

    #[test]
    fn bars_are_empty_for_nothing_and_full_only_for_all() {
        assert_eq!(
            [UNICODE.part(0, 9), UNICODE.part(1, 99), UNICODE.part(8, 9), UNICODE.part(9, 9)],
            [" ", "▁", "▇", "█"]
        );
        assert_eq!([UNICODE.share(0.0), UNICODE.share(1.0)], [" ", "█"]);
    }
}
