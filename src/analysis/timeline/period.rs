use std::fmt;

use crate::scorecard::PartialDate;

/// How fine the axis is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zoom {
    /// One period a year.
    Year,
    /// One period a quarter of a year.
    #[default]
    Quarter,
    /// One period a month.
    Month,
}

impl Zoom {
    /// Every zoom, widest first.
    pub const ALL: [Self; 3] = [Self::Year, Self::Quarter, Self::Month];

    /// The word people use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Quarter => "quarter",
            Self::Month => "month",
        }
    }

    /// The next finer one, from the finest back to the widest.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Year => Self::Quarter,
            Self::Quarter => Self::Month,
            Self::Month => Self::Year,
        }
    }
}

/// A stretch of the axis: a year, a quarter, a month.
///
/// A date known to the year alone has the year for its period in every zoom, and stands before its quarters and months:
/// it is not told to be more exact than it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    year: u16,
    part: Part,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Part {
    Year,
    Quarter(u8),
    Month(u8),
}

impl Period {
    /// The period of a date.
    pub fn of(date: PartialDate, zoom: Zoom) -> Self {
        let part = match (date.month(), zoom) {
            (None, _) | (_, Zoom::Year) => Part::Year,
            (Some(month), Zoom::Quarter) => Part::Quarter((month - 1) / 3 + 1),
            (Some(month), Zoom::Month) => Part::Month(month),
        };
        Self { year: date.year(), part }
    }
}

/// As people read it: `2027`, `2027 Q1`, `2027-01`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            Part::Year => write!(f, "{:04}", self.year),
            Part::Quarter(quarter) => write!(f, "{:04} Q{quarter}", self.year),
            Part::Month(month) => write!(f, "{:04}-{month:02}", self.year),
        }
    }
}
