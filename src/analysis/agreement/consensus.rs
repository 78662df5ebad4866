use crate::scorecard::Level;

/// When ratings are close enough to record a level. Fixed before anyone rates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// The least part of the ratings that is within one step of the median, per mille.
    pub within_one: u32,
    /// The widest the middle half may be, in steps.
    pub middle_half: f64,
}

impl Default for Rule {
    /// Three quarters within one step of the median, and a middle half of one step.
    fn default() -> Self {
        Self { within_one: 750, middle_half: 1.0 }
    }
}

/// Lower quartile, median and upper quartile by linear interpolation between ratings (type 7 of Hyndman and Fan, "Sample
/// quantiles in statistical packages", 1996, the default of R).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quartiles(pub [f64; 3]);

impl Quartiles {
    /// Nothing where there are no ratings.
    pub fn of(ratings: &[Level]) -> Option<Self> {
        let mut sorted: Vec<u8> = ratings.iter().map(|level| level.number()).collect();
        sorted.sort_unstable();
        let last = sorted.len().checked_sub(1)?;
        Some(Self([1, 2, 3].map(|quarters| {
            let (place, rest) = (last * quarters / 4, last * quarters % 4);
            let above = sorted[(place + 1).min(last)];
            f64::from(sorted[place]) + f64::from(above - sorted[place]) * rest as f64 / 4.0
        })))
    }

    /// The middle half: steps from the lower to the upper quartile.
    pub fn middle_half(&self) -> f64 {
        self.0[2] - self.0[0]
    }
}

/// What the last round of ratings of a position says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Consensus {
    /// The levels of the one or two middle ratings: the result where they are equal, else for the chair to choose from.
    pub median: [Level; 2],
    /// Quartiles of the ratings.
    pub quartiles: Quartiles,
    /// Ratings within one step of the median, the middle of its interval.
    pub within_one: u32,
    /// Ratings.
    pub ratings: u32,
    /// Whether the rule holds. Otherwise the position is contested, and both levels stay with their reasons.
    pub is_reached: bool,
}

impl Consensus {
    /// Asks the ratings of a round. Nothing where there are none.
    pub fn of(ratings: &[Level], rule: Rule) -> Option<Self> {
        let mut sorted = ratings.to_vec();
        sorted.sort_unstable();
        let last = sorted.len().checked_sub(1)?;
        let median = [sorted[last / 2], sorted[sorted.len() / 2]];
        let twice_median = median[0].number() + median[1].number();
        let near = sorted.iter().filter(|level| (2 * level.number()).abs_diff(twice_median) <= 2);
        let (within_one, ratings) = (near.count() as u32, sorted.len() as u32);
        let quartiles = Quartiles::of(&sorted)?;
        let enough = u64::from(within_one) * 1000 >= u64::from(ratings) * u64::from(rule.within_one);
        let is_reached = enough && quartiles.middle_half() <= rule.middle_half;
        Some(Self { median, quartiles, within_one, ratings, is_reached })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(numbers: &[u8]) -> Vec<Level> {
        numbers.iter().map(|&number| Level::new(number).unwrap()).collect()
    }

    #[test]
    fn quartiles_interpolate_between_ratings() {
        for (ratings, quartiles) in [
            (&[2][..], [2.0, 2.0, 2.0]),
            (&[0, 4], [1.0, 2.0, 3.0]),
            (&[4, 1, 2, 3], [1.75, 2.5, 3.25]),
            (&[0, 1, 2, 3, 4], [1.0, 2.0, 3.0]),
            (&[0, 0, 1, 3, 3, 4], [0.25, 2.0, 3.0]),
        ] {
            assert_eq!(Quartiles::of(&levels(ratings)), Some(Quartiles(quartiles)), "{ratings:?}");
        }
        assert_eq!(Quartiles::of(&[]), None);
    }

    #[test]
    fn consensus_needs_three_quarters_near_the_median_and_a_narrow_middle() {
        for (ratings, median, reached) in [
            (&[2, 2, 3, 2][..], [2, 2], true),
            (&[2, 3, 2, 3], [2, 3], true),
            // Three of four are near, which is enough; the middle half is 1.25 wide, which is too much.
            (&[1, 2, 2, 4], [2, 2], true),
            (&[1, 1, 2, 4], [1, 2], false),
            // All are near the middle of 1 to 3, but the middle half is two steps.
            (&[1, 1, 3, 3], [1, 3], false),
            // Five of seven are less than three quarters.
            (&[0, 0, 2, 2, 2, 2, 2], [2, 2], false),
            (&[0, 2, 2, 2, 2, 2, 4], [2, 2], false),
            (&[0, 2, 2, 2, 2, 2, 2, 4], [2, 2], true),
        ] {
            let found = Consensus::of(&levels(ratings), Rule::default()).unwrap();
            assert_eq!(found.median.map(Level::number), median, "{ratings:?}");
            assert_eq!(found.is_reached, reached, "{ratings:?}: {found:?}");
        }
        assert_eq!(Consensus::of(&[], Rule::default()), None);
    }

    #[test]
    fn exactly_three_quarters_are_enough() {
        let found = Consensus::of(&levels(&[2, 2, 2, 2, 2, 2, 4, 4]), Rule::default()).unwrap();
        assert_eq!((found.within_one, found.ratings, found.is_reached), (6, 8, true));
        assert_eq!(found.quartiles, Quartiles([2.0, 2.0, 2.5]));
    }
}
