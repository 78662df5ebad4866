use std::fmt;

/// A jurisdiction's code as the files write it: 1 to 8 of `A-Z`, `0-9` and `-`. Kept inline, so it is cheap to copy.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    bytes: [u8; Self::LONGEST],
}

impl Code {
    /// The longest code in characters.
    pub const LONGEST: usize = 8;

    /// Reads a code; nothing where the text is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = (1..=Self::LONGEST).contains(&text.len());
        if !fits || !text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-') {
            return None;
        }
        let mut bytes = [0; Self::LONGEST];
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        Some(Self { bytes })
    }

    /// The code of two capitals, for codes that are known when the program is written.
    pub(crate) const fn pair([first, second]: [u8; 2]) -> Self {
        Self { bytes: [first, second, 0, 0, 0, 0, 0, 0] }
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        let end = self.bytes.iter().position(|&b| b == 0).unwrap_or(Self::LONGEST);
        // Only ASCII is ever stored, so the fallback is never taken.
        std::str::from_utf8(&self.bytes[..end]).unwrap_or_default()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Code({self})")
    }
}

/// Whether the text is an id of an area, measure, list or entity: `a-z`, `0-9` and `-`, at least one character.
pub fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_one_to_eight_capitals_digits_and_hyphens() {
        for good in ["EU", "US-CA", "A", "12345678"] {
            assert_eq!(Code::parse(good).map(|code| code.to_string()).as_deref(), Some(good));
        }
        for bad in ["", "eu", "123456789", "E U", "É"] {
            assert_eq!(Code::parse(bad), None, "{bad}");
        }
    }
}
