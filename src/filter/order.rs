//! The words for how a table is ordered: a column, with a hyphen in front the other way round.

use std::fmt;

use super::Vocabulary;
use crate::scorecard::{Code, ViewName};

/// How a table is ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// By which column.
    pub column: OrderColumn,
    /// Whether the least comes first: the narrowest, the last in the alphabet, the farthest away.
    pub up: bool,
}

/// A column that a table can be ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderColumn {
    /// The area.
    Area,
    /// Measures on which the first pole is fuller; in the list of gaps its level.
    First,
    /// Measures at the same level.
    Same,
    /// Measures on which the second pole is fuller; in the list of gaps its level.
    Second,
    /// The widest gap.
    Widest,
    /// The next dated step of a pole.
    Next,
    /// The place in the list of gaps.
    Rank,
    /// The gap, its sign counting.
    Width,
    /// The measure.
    Measure,
    /// Weight times width.
    Weight,
    /// How far the group stands apart.
    Group,
    /// The gap.
    Gap,
    /// Whose level, position or list it is.
    Who,
    /// The level before a move.
    Level,
    /// Pairs that come closer.
    Closer,
    /// Pairs that go further apart.
    Further,
    /// Who decides.
    Decides,
    /// The level of a jurisdiction; among blocs how far they agree with it.
    Jurisdiction(Code),
    /// The entity.
    Entity,
    /// The date.
    Date,
}

use OrderColumn as Column;

/// The words of each view.
const fn words(view: ViewName) -> &'static [(&'static str, OrderColumn)] {
    match view {
        ViewName::Board => &[
            ("area", Column::Area),
            ("first", Column::First),
            ("same", Column::Same),
            ("second", Column::Second),
            ("widest", Column::Widest),
            ("next", Column::Next),
        ],
        ViewName::Matrix => &[("measure", Column::Measure), ("gap", Column::Gap)],
        ViewName::Gaps => &[
            ("rank", Column::Rank),
            ("width", Column::Width),
            ("first", Column::First),
            ("second", Column::Second),
            ("measure", Column::Measure),
            ("area", Column::Area),
            ("weight", Column::Weight),
            ("group", Column::Group),
            ("next", Column::Next),
        ],
        ViewName::Compare => &[
            ("measure", Column::Measure),
            ("area", Column::Area),
            ("first", Column::First),
            ("gap", Column::Gap),
            ("second", Column::Second),
            ("weight", Column::Weight),
        ],
        ViewName::Moves => &[
            ("rank", Column::Rank),
            ("who", Column::Who),
            ("measure", Column::Measure),
            ("level", Column::Level),
            ("closer", Column::Closer),
            ("further", Column::Further),
            ("decides", Column::Decides),
            ("next", Column::Next),
        ],
        ViewName::Entities => &[("entity", Column::Entity)],
        ViewName::Timeline => &[("date", Column::Date), ("who", Column::Who), ("measure", Column::Measure)],
        ViewName::Blocs => &[("who", Column::Who)],
    }
}

/// Whether a view has a column for each jurisdiction to be ordered by.
fn has_jurisdictions(view: ViewName) -> bool {
    matches!(view, ViewName::Matrix | ViewName::Blocs)
}

impl Order {
    /// Reads a word for the order of a view.
    pub fn parse(text: &str, view: ViewName, board: &dyn Vocabulary) -> Option<Self> {
        let (word, up) = text.strip_prefix('-').map_or((text, false), |word| (word, true));
        let named = words(view).iter().find(|(name, _)| name.eq_ignore_ascii_case(word));
        let jurisdiction = || {
            let code = Code::parse(&word.to_ascii_uppercase())
                .filter(|&code| board.jurisdictions().any(|(own, _)| own == code))?;
            has_jurisdictions(view).then_some(Column::Jurisdiction(code))
        };
        Some(Self { column: named.map(|&(_, column)| column).or_else(jurisdiction)?, up })
    }

    /// The words for the order of a view.
    pub fn words(view: ViewName, board: &dyn Vocabulary) -> Vec<String> {
        let named = words(view).iter().map(|(name, _)| (*name).to_owned());
        let codes = board.jurisdictions().map(|(code, _)| code.to_string());
        named.chain(codes.filter(|_| has_jurisdictions(view))).collect()
    }
}

/// As it is typed.
impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.up { "-" } else { "" })?;
        if let Column::Jurisdiction(code) = self.column {
            return write!(f, "{code}");
        }
        let mut all = ViewName::ALL.into_iter().flat_map(words);
        f.write_str(all.find(|(_, column)| *column == self.column).map_or("", |(name, _)| name))
    }
}
