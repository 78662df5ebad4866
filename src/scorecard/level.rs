use std::fmt;

/// How much regime there is on a measure: an ordinal from 0 to 4, worded by the measure's scale. Fuller is not better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(u8);

impl Level {
    /// The highest level, K in the formulas.
    pub const HIGHEST: u8 = 4;

    /// The level of that number; nothing above 4.
    pub fn new(number: u8) -> Option<Self> {
        (number <= Self::HIGHEST).then_some(Self(number))
    }

    /// All levels, lowest first.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> {
        (0..=Self::HIGHEST).map(Self)
    }

    /// The number, 0 to 4.
    pub fn number(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// What a position says about its level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// A level that is known.
    Known(Level),
    /// Looked for and not found, or not yet looked for. Never counted as zero.
    Unknown,
    /// The question does not apply.
    NotApplicable,
}

impl Answer {
    /// The level where it is known.
    pub fn level(self) -> Option<Level> {
        match self {
            Self::Known(level) => Some(level),
            Self::Unknown | Self::NotApplicable => None,
        }
    }
}

/// How far the instrument behind a position has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// There is no instrument.
    None,
    /// Tabled, not adopted.
    Proposed,
    /// Adopted, not yet applied.
    Adopted,
    /// Parts apply.
    PartlyInForce,
    /// Applies.
    InForce,
    /// Adopted but its application is suspended.
    Suspended,
    /// No longer law.
    Repealed,
}

impl Status {
    /// Every status, in the order of an instrument's life.
    pub const ALL: [Self; 7] = [
        Self::None,
        Self::Proposed,
        Self::Adopted,
        Self::PartlyInForce,
        Self::InForce,
        Self::Suspended,
        Self::Repealed,
    ];

    /// The word the files use.
    pub fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Proposed => "proposed",
            Self::Adopted => "adopted",
            Self::PartlyInForce => "partly_in_force",
            Self::InForce => "in_force",
            Self::Suspended => "suspended",
            Self::Repealed => "repealed",
        }
    }

    /// The words people read.
    pub fn words(self) -> &'static str {
        match self {
            Self::None => "no instrument",
            Self::Proposed => "proposed",
            Self::Adopted => "adopted",
            Self::PartlyInForce => "partly in force",
            Self::InForce => "in force",
            Self::Suspended => "suspended",
            Self::Repealed => "repealed",
        }
    }

    /// Whether the level as recorded is also what applies today (4.1: in force, or no instrument).
    pub fn applies_as_recorded(self) -> bool {
        matches!(self, Self::InForce | Self::None)
    }
}

/// How sure the authors are of a level. Never a weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Could be one step off either way.
    Low,
    /// Good evidence with gaps.
    Medium,
    /// Read in the instrument or several agreeing accounts.
    High,
}

impl Confidence {
    /// Every confidence, lowest first.
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];

    /// The word the files and people use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// How often an instrument is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Use {
    /// Never used so far.
    Unused,
    /// Used now and then.
    Some,
    /// Used regularly.
    Regular,
}

impl Use {
    /// Every use, least first.
    pub const ALL: [Self; 3] = [Self::Unused, Self::Some, Self::Regular];

    /// The word the files and people use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Unused => "unused",
            Self::Some => "some",
            Self::Regular => "regular",
        }
    }
}
