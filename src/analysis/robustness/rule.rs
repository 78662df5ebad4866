use crate::scorecard::MeasureIndex;

use super::super::estimate::EPSILON;

/// How far every weight may be off, either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Per mille of the weight, below 1000.
    pub delta: u32,
}

/// What one place in an order rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weighed {
    /// What no weight changes and what counts first, such as the width of a gap in an order by width; 0 where there is
    /// no such thing.
    pub tier: u8,
    /// What it is ranked by, proportional to the weight of its measure.
    pub value: f64,
    /// The measure.
    pub measure: MeasureIndex,
    /// The area of the measure.
    pub area: usize,
}

/// Whether one stands robustly above another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Above {
    /// No weights within the rule put the other above it.
    pub is_robust: bool,
    /// The two lie in different areas, whose weights the rule does not know: draws tell more.
    pub is_indicative: bool,
}

impl Default for Rule {
    /// A quarter.
    fn default() -> Self {
        Self { delta: 250 }
    }
}

impl Rule {
    /// Whether `one` is robustly above `other`: on one measure where its value is more, since the weight cancels; on two
    /// where its value is more than (1 + delta) / (1 - delta) times the other's.
    pub fn above(self, one: Weighed, other: Weighed) -> Above {
        let (less, more) = (f64::from(1000 - self.delta.min(1000)), f64::from(1000 + self.delta));
        let is_robust = if one.tier != other.tier {
            one.tier > other.tier
        } else if one.measure == other.measure {
            one.value - other.value > EPSILON
        } else {
            one.value * less > other.value * more
        };
        Above { is_robust, is_indicative: one.tier == other.tier && one.area != other.area }
    }

    /// Whether those who share the first place of an order stay above all others, whatever the weights within the rule.
    /// The order begins with the first. Nothing where all share the first place.
    pub fn first_holds(self, order: &[Weighed]) -> Option<Above> {
        let equal = |one: &Weighed, other: &Weighed| {
            one.tier == other.tier && (one.value - other.value).abs() <= EPSILON
        };
        let firsts = order.iter().take_while(|one| equal(one, &order[0])).count();
        let (firsts, rest) = order.split_at(firsts);
        if rest.is_empty() {
            return None;
        }
        // One of the firsts stays above all others where the highest of the others cannot pass all of them.
        let passes = |first: &Weighed| {
            let above = rest.iter().map(|&other| self.above(*first, other));
            above.fold(Above { is_robust: true, is_indicative: false }, |all, one| Above {
                is_robust: all.is_robust && one.is_robust,
                is_indicative: all.is_indicative || one.is_indicative,
            })
        };
        let found: Vec<Above> = firsts.iter().map(passes).collect();
        Some(Above {
            is_robust: found.iter().any(|above| above.is_robust),
            is_indicative: found.iter().any(|above| above.is_indicative),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weighed(tier: u8, value: f64, measure: u32, area: usize) -> Weighed {
        Weighed { tier, value, measure: MeasureIndex(measure), area }
    }

    #[test]
    fn on_two_measures_five_thirds_are_needed_and_one_measure_cancels() {
        let rule = Rule::default();
        for (one, other, robust, indicative) in [
            (weighed(0, 5.0, 1, 0), weighed(0, 3.0, 2, 0), false, false),
            (weighed(0, 5.001, 1, 0), weighed(0, 3.0, 2, 0), true, false),
            (weighed(0, 5.001, 1, 0), weighed(0, 3.0, 2, 1), true, true),
            (weighed(0, 3.1, 1, 0), weighed(0, 3.0, 1, 0), true, false),
            (weighed(0, 3.0, 1, 0), weighed(0, 3.0, 1, 0), false, false),
            (weighed(2, 1.0, 1, 0), weighed(1, 9.0, 2, 1), true, false),
        ] {
            let found = rule.above(one, other);
            assert_eq!((found.is_robust, found.is_indicative), (robust, indicative), "{one:?} {other:?}");
        }
    }

    #[test]
    fn the_first_holds_where_nothing_below_can_pass_it() {
        let rule = Rule::default();
        let holds = |order: &[Weighed]| rule.first_holds(order).map(|above| above.is_robust);
        assert_eq!(holds(&[]), None);
        assert_eq!(holds(&[weighed(0, 2.0, 0, 0), weighed(0, 2.0, 1, 0)]), None);
        assert_eq!(holds(&[weighed(0, 6.0, 0, 0), weighed(0, 3.0, 1, 0), weighed(0, 1.0, 2, 0)]), Some(true));
        assert_eq!(holds(&[weighed(0, 4.0, 0, 0), weighed(0, 3.0, 1, 0)]), Some(false));
        // A second value on the first's own measure is below it whatever its weight is; that on another is not.
        assert_eq!(holds(&[weighed(0, 4.0, 0, 0), weighed(0, 3.0, 0, 0), weighed(0, 2.0, 1, 0)]), Some(true));
        assert_eq!(
            holds(&[weighed(0, 4.0, 0, 0), weighed(0, 3.9, 0, 0), weighed(0, 3.0, 1, 0)]),
            Some(false)
        );
    }
}
