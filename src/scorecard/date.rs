use std::fmt;

/// A date known to the year, the month or the day: `2021`, `2021-09` or `2021-09-09`.
///
/// Years 1 to 9999 of the Gregorian calendar. Ordering is by the first day the date can mean, then the more exact
/// one last, so it is total and stable.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: u16,
    month: u8,
    day: u8,
}

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not written as a year, a month or a day.
    #[error("a date is written 2021, 2021-09 or 2021-09-09")]
    Form,
    /// The month is not 1 to 12.
    #[error("there is no month {0}")]
    Month(u8),
    /// The month does not have this day.
    #[error("{year}-{month:02} has {last} days")]
    Day {
        /// The year given.
        year: u16,
        /// The month given.
        month: u8,
        /// The last day the month has.
        last: u8,
    },
}

impl PartialDate {
    /// The last day of the calendar.
    pub const LAST: Self = Self { year: 9999, month: 12, day: 31 };

    /// Reads a date.
    ///
    /// # Errors
    /// Where the text has another form, or names a day the calendar does not have.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let bytes = text.as_bytes();
        let year = digits(bytes.get(..4)).filter(|&year| year > 0).ok_or(DateError::Form)?;
        let month = match bytes.len() {
            4 => 0,
            7 | 10 if bytes[4] == b'-' => digits(bytes.get(5..7)).ok_or(DateError::Form)? as u8,
            _ => return Err(DateError::Form),
        };
        let day = match bytes.len() {
            10 if bytes[7] == b'-' => digits(bytes.get(8..10)).ok_or(DateError::Form)? as u8,
            10 => return Err(DateError::Form),
            _ => 0,
        };
        if bytes.len() > 4 && !(1..=12).contains(&month) {
            return Err(DateError::Month(month));
        }
        let last = days_in(year, month);
        if bytes.len() == 10 && !(1..=last).contains(&day) {
            return Err(DateError::Day { year, month, last });
        }
        Ok(Self { year, month, day })
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, where it is known.
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The first day the date can mean, as a whole date.
    #[must_use]
    pub fn first_day(self) -> Self {
        Self { year: self.year, month: self.month.max(1), day: self.day.max(1) }
    }

    /// The last day the date can mean, as a whole date.
    #[must_use]
    pub fn last_day(self) -> Self {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 { days_in(self.year, month) } else { self.day };
        Self { year: self.year, month, day }
    }

    /// Days since 0000-03-01 of the first day the date can mean; differences of it are days.
    ///
    /// Howard Hinnant, "chrono-compatible low-level date algorithms" (`days_from_civil`).
    pub fn day_number(self) -> i64 {
        let first = self.first_day();
        let (year, month, day) = (i64::from(first.year), i64::from(first.month), i64::from(first.day));
        let year = if month <= 2 { year - 1 } else { year };
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year
    }
}

fn digits(bytes: Option<&[u8]>) -> Option<u16> {
    let bytes = bytes?;
    bytes
        .iter()
        .all(u8::is_ascii_digit)
        .then(|| bytes.iter().fold(0, |sum, b| sum * 10 + u16::from(b - b'0')))
}

fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

impl fmt::Debug for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_three_forms_and_writes_them_back() {
        for text in ["2021", "2021-09", "2021-09-09", "2024-02-29"] {
            assert_eq!(PartialDate::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn refuses_days_the_calendar_does_not_have() {
        assert_eq!(PartialDate::parse("2021-13"), Err(DateError::Month(13)));
        assert_eq!(PartialDate::parse("2023-02-29"), Err(DateError::Day { year: 2023, month: 2, last: 28 }));
        for bad in ["", "21", "2021-9", "2021/09", "2021-09-9", "0000", "2021-09-09T00:00", "yesterday"] {
            assert_eq!(PartialDate::parse(bad), Err(DateError::Form), "{bad}");
        }
    }

    #[test]
    fn orders_by_the_first_day_it_can_mean() {
        let date = |text| PartialDate::parse(text).unwrap();
        assert!(date("2021") < date("2021-01"));
        assert!(date("2021-09") < date("2021-09-09"));
        assert!(date("2021-12-31") < date("2022"));
        assert_eq!(date("2024-02").last_day(), date("2024-02-29"));
        assert_eq!(date("2021-03-01").day_number() - date("2020-02-28").day_number(), 367);
    }
}
