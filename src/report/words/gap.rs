/// The word for a zero gap between two levels.
pub const SAME_LEVEL: &str = "same level";

/// The word people read for a band, from the word JSON and filters use; `None` for a word that names no band.
pub fn band_words(key: &str) -> Option<&'static str> {
    Some(match key {
        "same-level" => SAME_LEVEL,
        "within-span" => "within span",
        "narrow" => "narrow",
        "material" => "material",
        "wide" => "wide",
        "opposite-ends" => "opposite ends",
        "open-question" => "open question",
        "not-comparable" => "not comparable",
        _ => return None,
    })
}

/// The band of a gap of that many steps, 0 to 4.
pub fn band_of_width(steps: u8) -> &'static str {
    match steps {
        0 => SAME_LEVEL,
        1 => "narrow",
        2 => "material",
        3 => "wide",
        _ => "opposite ends",
    }
}

/// A gap in words: `EU fuller by 1`, `same level`. `gap` is second minus first, -4 to 4.
pub fn fuller(first: &str, second: &str, gap: i8) -> String {
    match side(first, second, gap) {
        None => SAME_LEVEL.to_owned(),
        Some(code) => format!("{code} fuller by {}", gap.unsigned_abs()),
    }
}

/// Which of the two is fuller; neither where the gap is zero. `gap` is second minus first.
pub fn side<'c>(first: &'c str, second: &'c str, gap: i8) -> Option<&'c str> {
    match gap {
        0 => None,
        ..0 => Some(first),
        1.. => Some(second),
    }
}

/// What is said of two at the same level: both have it, or neither has.
pub fn same_level_split(both: bool) -> &'static str {
    if both { "both have it" } else { "neither has it" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_names_the_fuller_side() {
        assert_eq!(fuller("EU", "US", -1), "EU fuller by 1");
        assert_eq!(fuller("EU", "US", 3), "US fuller by 3");
        assert_eq!(fuller("EU", "US", 0), "same level");
    }

    #[test]
    fn every_width_has_a_band_with_known_words() {
        for steps in 0..=4 {
            let key = band_of_width(steps).replace(' ', "-");
            assert_eq!(band_words(&key), Some(band_of_width(steps)));
        }
        assert_eq!(band_words("enormous"), None);
    }
}
