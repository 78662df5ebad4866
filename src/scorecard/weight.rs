use std::fmt;

/// The weight of a measure or an area: 0 to 100 with at most three decimals, kept as whole thousandths so that sums
/// are exact and do not depend on their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weight(u32);

impl Weight {
    /// The default weight, 1.
    pub const ONE: Self = Self(1000);

    /// The heaviest weight in thousandths.
    pub const HEAVIEST: u32 = 100_000;

    /// The weight of that many thousandths; nothing above 100.
    pub fn from_thousandths(thousandths: u32) -> Option<Self> {
        (thousandths <= Self::HEAVIEST).then_some(Self(thousandths))
    }

    /// Reads a decimal number from 0 to 100 with at most three decimals.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let significant = decimals.trim_end_matches('0');
        if whole.is_empty() || whole.len() > 3 || significant.len() > 3 || !digits(whole) || !digits(decimals)
        {
            return None;
        }
        let thousandths = format!("{significant:0<3}").parse::<u32>().ok()?;
        Self::from_thousandths(whole.parse::<u32>().ok()? * 1000 + thousandths)
    }

    /// The weight in thousandths, 0 to 100,000.
    pub fn thousandths(self) -> u32 {
        self.0
    }
}

impl Default for Weight {
    fn default() -> Self {
        Self::ONE
    }
}

impl fmt::Display for Weight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 1000, self.0 % 1000);
        if rest == 0 {
            return write!(f, "{whole}");
        }
        let decimals = format!("{rest:03}");
        write!(f, "{whole}.{}", decimals.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_thousandths() {
        for (text, thousandths, written) in [
            ("1", 1000, "1"),
            ("1.50", 1500, "1.5"),
            ("0.125", 125, "0.125"),
            ("100", 100_000, "100"),
            ("0", 0, "0"),
        ] {
            let weight = Weight::parse(text).unwrap();
            assert_eq!((weight.thousandths(), weight.to_string().as_str()), (thousandths, written));
        }
        for bad in ["", "-1", "100.001", "1.2345", "1e3", ".5", "1_000", "nan", "+1"] {
            assert_eq!(Weight::parse(bad), None, "{bad}");
        }
    }
}
