use crate::analysis::Estimate;

use super::{NO_VALUE, share};

/// Stands behind a share that was brought inside its bounds.
const CLAMPED: &str = " *";

/// What the mark of a share brought inside its bounds means.
pub const CLAMPED_NOTE: &str =
    "* The value over what is known lies outside what is possible; the nearest possible value is shown.";

/// The value of an estimate in whole percent, marked where it was brought inside its bounds.
pub fn shown(estimate: &Estimate) -> String {
    let mark = if estimate.is_clamped() { CLAMPED } else { "" };
    estimate.shown().map_or(NO_VALUE.to_owned(), |value| format!("{}{mark}", share(value)))
}

/// The bounds of an estimate: `62 to 70 %`, or one value where both are the same percent.
pub fn bounds(estimate: &Estimate) -> String {
    match (estimate.lo.map(share), estimate.hi.map(share)) {
        (Some(lo), Some(hi)) if lo == hi => lo,
        (Some(lo), Some(hi)) => format!("{} to {hi}", lo.trim_end_matches(" %")),
        _ => NO_VALUE.to_owned(),
    }
}

/// A share where there is one.
pub fn maybe_share(value: Option<f64>) -> String {
    value.map_or(NO_VALUE.to_owned(), share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_outside_its_bounds_is_brought_inside_and_marked() {
        let estimate = Estimate { available: Some(0.0), lo: Some(0.25), hi: Some(0.75), coverage: Some(0.5) };
        assert_eq!((shown(&estimate).as_str(), bounds(&estimate).as_str()), ("25 % *", "25 to 75 %"));
        let inside = Estimate { available: Some(0.5), ..estimate };
        assert_eq!(shown(&inside), "50 %");
        assert_eq!((shown(&Estimate::default()).as_str(), bounds(&Estimate::default()).as_str()), ("–", "–"));
    }
}
