use crate::scorecard::{Answer, Board, Cell, Column, Position, Status};

/// Which characters draw marks, boxes and blocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Glyphs {
    /// Geometric shapes of the Unicode block every terminal font carries.
    #[default]
    Unicode,
    /// Nothing beyond ASCII.
    Ascii,
}

impl Glyphs {
    /// Both sets.
    pub const ALL: [Self; 2] = [Self::Unicode, Self::Ascii];

    /// The word options and the config use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Unicode => "unicode",
            Self::Ascii => "ascii",
        }
    }
}

/// The one character beside a level that says what kind of knowledge it is. The disc fills as an instrument's life
/// goes on: proposed, adopted, partly in force, in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// The instrument applies.
    InForce,
    /// Parts of it apply.
    PartlyInForce,
    /// Adopted, not yet applied.
    Adopted,
    /// Tabled, not adopted.
    Proposed,
    /// Its application is suspended.
    Suspended,
    /// No longer law.
    Repealed,
    /// Another jurisdiction's position, taken whole.
    Inherited,
    /// Looked for and not found, or not yet looked for.
    Unknown,
    /// The question does not apply.
    NotApplicable,
    /// The level could be one step off.
    LowConfidence,
    /// A second level is argued for.
    Contested,
    /// Marked above clear and not shown.
    Withheld,
    /// A level that is supposed.
    Supposed,
}

impl Mark {
    /// Every mark, in the order of the legend.
    pub const ALL: [Self; 13] = [
        Self::InForce,
        Self::PartlyInForce,
        Self::Adopted,
        Self::Proposed,
        Self::Suspended,
        Self::Repealed,
        Self::Inherited,
        Self::Unknown,
        Self::NotApplicable,
        Self::LowConfidence,
        Self::Contested,
        Self::Withheld,
        Self::Supposed,
    ];

    /// The mark of a status; none where there is no instrument.
    pub fn of_status(status: Status) -> Option<Self> {
        match status {
            Status::None => None,
            Status::Proposed => Some(Self::Proposed),
            Status::Adopted => Some(Self::Adopted),
            Status::PartlyInForce => Some(Self::PartlyInForce),
            Status::InForce => Some(Self::InForce),
            Status::Suspended => Some(Self::Suspended),
            Status::Repealed => Some(Self::Repealed),
        }
    }

    /// The mark of the cell that `column` shows: inherited before status, because the status is then another's.
    pub fn of_cell(board: &Board, column: Column, cell: Cell) -> Option<Self> {
        let position = board.position(cell);
        match cell.answer {
            Answer::Unknown if position.is_some_and(Position::is_withheld) => Some(Self::Withheld),
            Answer::Unknown => Some(Self::Unknown),
            Answer::NotApplicable => Some(Self::NotApplicable),
            Answer::Known(_) if cell.root != column => Some(Self::Inherited),
            Answer::Known(_) if cell.supposed => Some(Self::Supposed),
            Answer::Known(_) => position?.status.and_then(Self::of_status),
        }
    }

    /// The character, one terminal column wide.
    pub fn glyph(self, glyphs: Glyphs) -> char {
        let (unicode, ascii) = match self {
            Self::InForce => ('●', '*'),
            Self::PartlyInForce => ('◐', 'p'),
            Self::Adopted => ('◔', 'a'),
            Self::Proposed => ('○', 'o'),
            Self::Suspended => ('⊘', 's'),
            Self::Repealed => ('×', 'x'),
            Self::Inherited => ('↑', '^'),
            Self::Unknown => ('?', '?'),
            Self::NotApplicable => ('–', '-'),
            Self::LowConfidence => ('~', '~'),
            Self::Contested => ('≠', '!'),
            Self::Withheld => ('▪', '#'),
            Self::Supposed => ('◇', '='),
        };
        match glyphs {
            Glyphs::Unicode => unicode,
            Glyphs::Ascii => ascii,
        }
    }

    /// What the legend says beside the character.
    pub fn words(self) -> &'static str {
        match self {
            Self::InForce => Status::InForce.words(),
            Self::PartlyInForce => Status::PartlyInForce.words(),
            Self::Adopted => Status::Adopted.words(),
            Self::Proposed => Status::Proposed.words(),
            Self::Suspended => Status::Suspended.words(),
            Self::Repealed => Status::Repealed.words(),
            Self::Inherited => "inherited",
            Self::Unknown => "unknown",
            Self::NotApplicable => "not applicable",
            Self::LowConfidence => "low confidence",
            Self::Contested => "contested",
            Self::Withheld => "not public",
            Self::Supposed => "what-if",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use unicode_width::UnicodeWidthChar;

    #[test]
    fn every_mark_is_one_column_wide_and_no_two_look_alike() {
        for glyphs in Glyphs::ALL {
            let drawn: BTreeSet<char> = Mark::ALL.iter().map(|mark| mark.glyph(glyphs)).collect();
            assert_eq!(drawn.len(), Mark::ALL.len());
            assert!(drawn.iter().all(|glyph| glyph.width() == Some(1)));
            assert!(glyphs == Glyphs::Unicode || drawn.iter().all(char::is_ascii));
        }
    }

    #[test]
    fn every_status_with_an_instrument_has_a_mark_with_its_own_words() {
        for status in Status::ALL {
            let mark = Mark::of_status(status);
            assert_eq!(mark.is_none(), status == Status::None);
            assert!(mark.is_none_or(|mark| mark.words() == status.words()));
        }
    }
}
