use crate::analysis::robustness::{Above, Robustness, Rule};
use crate::scorecard::MeasureIndex;

use super::share;

/// Why nothing is said of an order with very many values, and what to do.
pub const TOO_MANY_TO_DRAW: &str = "Not said whether the order is robust: there are too many levels to draw weights for. \
                                    Take a smaller group (--group) or fewer files.";

/// Why nothing is drawn for moves towards the mean of one jurisdiction, and what to do.
pub const NOT_DRAWN_FOR_ONE: &str = "No weights are drawn for moves towards the mean of one: each gain is a sum over pairs \
                                     that weigh differently. Take the objective group or pair.";

/// Whether the order of a list holds at its top under weights within a rule, without drawing any. The things are named in
/// the singular: `gap`.
pub fn rule(rule: Rule, above: Above, thing: &str) -> String {
    let percent = percent(rule.delta);
    let indication = if above.is_indicative { ", as far as can be said across areas" } else { "" };
    if above.is_robust {
        format!(
            "Order robust at the top: no weights up to {percent} off put another {thing} first{indication}."
        )
    } else {
        format!(
            "Order not robust at the top: weights up to {percent} off could put another {thing} first{indication}."
        )
    }
}

/// What drawn weights, equal weights and leaving out one measure do to an order, one sentence each.
pub fn robustness<Thing>(
    found: &Robustness<Thing>,
    thing: impl Fn(&Thing) -> String,
    measure: impl Fn(MeasureIndex) -> String,
) -> String {
    let equal = match (found.first_stays_equal, found.firsts) {
        (true, 0 | 1) => "With equal weights it is first too.",
        (true, _) => "With equal weights one of them is first too.",
        (false, _) => "With equal weights another is first.",
    };
    let without = found.without_one.as_ref().map_or_else(
        || "Leaving out one measure changes no rank.".to_owned(),
        |shift| {
            let (thing, measure) = (thing(&shift.thing), measure(shift.measure));
            format!(
                "Leaving out one measure changes ranks by {} at most: without {measure}, {thing} goes from {} to {}.",
                shift.from.abs_diff(shift.to),
                shift.from,
                shift.to
            )
        },
    );
    format!("{} {equal} {without}", verdict(found))
}

/// Whether an order is robust, with how often its first stays first: `Order robust: the first stays first in 943 of 1,000
/// draws (94 %) of weights up to 25 % off, seed 12.`
pub fn verdict<Thing>(found: &Robustness<Thing>) -> String {
    let verdict = if found.is_robust() { "Order robust" } else { "Order not robust" };
    let first = match found.firsts {
        0 | 1 => "the first stays first".to_owned(),
        several => format!("one of the {several} that share the first place stays first"),
    };
    let (stays, draws) = (grouped(found.first_stays), grouped(found.draws.count));
    let part = found.share().map(share).unwrap_or_default();
    let (delta, seed) = (percent(found.draws.delta), found.draws.seed);
    format!(
        "{verdict}: {first} in {stays} of {draws} draws ({part}) of weights up to {delta} off, seed {seed}."
    )
}

/// Nine tenths of the ranks: `1 to 4`, or one rank.
pub fn ranks([low, high]: [u32; 2]) -> String {
    if low == high { low.to_string() } else { format!("{low} to {high}") }
}

/// Nine tenths of the ranks of the thing that is looked at: `This one has rank 1 to 4 in nine of ten.`
pub fn in_most_draws(interval: [u32; 2]) -> String {
    format!("This one has rank {} in nine of ten.", ranks(interval))
}

fn percent(per_mille: u32) -> String {
    share(f64::from(per_mille) / 1000.0)
}

/// A number below a million with a comma before its last three digits.
fn grouped(number: u32) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", number / 1000, number % 1000) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::robustness::{Draws, Shift};

    fn found(first_stays: u32, firsts: u32) -> Robustness<u8> {
        let without_one = Some(Shift { measure: MeasureIndex(3), thing: 7, from: 2, to: 5 });
        Robustness {
            draws: Draws::default(),
            first_stays,
            firsts,
            first_stays_equal: firsts == 1,
            ranks: Vec::new(),
            without_one,
        }
    }

    #[test]
    fn counts_come_before_percentages_and_the_verdict_before_both() {
        let told = |found: &Robustness<u8>| {
            robustness(found, |thing| format!("thing {thing}"), |measure| format!("measure {}", measure.0))
        };
        assert_eq!(
            told(&found(943, 1)),
            "Order robust: the first stays first in 943 of 1,000 draws (94 %) of weights up to 25 % off, seed 12. With \
             equal weights it is first too. Leaving out one measure changes ranks by 3 at most: without measure 3, \
             thing 7 goes from 2 to 5."
        );
        assert_eq!(
            told(&Robustness { without_one: None, ..found(899, 3) }),
            "Order not robust: one of the 3 that share the first place stays first in 899 of 1,000 draws (90 %) of \
             weights up to 25 % off, seed 12. With equal weights another is first. Leaving out one measure changes no \
             rank."
        );
    }

    #[test]
    fn nine_of_ten_draws_are_robust() {
        assert!(found(900, 1).is_robust() && !found(899, 1).is_robust());
        assert_eq!(grouped(12_005), "12,005");
        assert_eq!([ranks([1, 4]), ranks([2, 2])], ["1 to 4", "2"]);
    }
}
