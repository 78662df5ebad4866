/// A share in 0..1 as a whole percent, half away from zero: `29 %`.
///
/// The nudge of 1e-10 percent undoes the error of a binary fraction: 0.285 is meant to be half a percent above 28.
pub fn share(share: f64) -> String {
    let percent = share * 100.0;
    format!("{:.0} %", (percent + percent.signum() * 1e-10).round())
}

/// A weight in millionths (a measure's times its area's) without needless zeros: `1500000` is `1.5`.
pub fn millionths(weight: u64) -> String {
    let (whole, rest) = (weight / 1_000_000, weight % 1_000_000);
    if rest == 0 {
        return whole.to_string();
    }
    let decimals = format!("{rest:06}");
    format!("{whole}.{}", decimals.trim_end_matches('0'))
}

/// A count with its noun: `1 measure`, `2 measures`.
pub fn plural(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

/// A text with a capital at its beginning, as sentences have it.
pub fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_round_half_away_from_zero() {
        for (value, text) in [(0.0, "0 %"), (0.285, "29 %"), (0.005, "1 %"), (0.2849, "28 %"), (1.0, "100 %")]
        {
            assert_eq!(share(value), text);
        }
    }

    #[test]
    fn weights_lose_their_needless_zeros() {
        assert_eq!([millionths(1_000_000), millionths(2_050_000), millionths(5)], ["1", "2.05", "0.000005"]);
    }

    #[test]
    fn only_one_is_singular() {
        assert_eq!([plural(0, "gap"), plural(1, "gap"), plural(2, "gap")], ["0 gaps", "1 gap", "2 gaps"]);
    }
}
