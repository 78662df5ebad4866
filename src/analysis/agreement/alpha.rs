/// What the distance of two ratings is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Metric {
    /// Equal or not.
    Nominal,
    /// How many ratings lie between them, half of their own counted: for levels, whose steps need not be equal.
    Ordinal,
    /// Their difference.
    Interval,
    /// Their difference over their sum.
    Ratio,
}

/// Krippendorff's alpha, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Alpha {
    /// 1 where all agree, 0 where they agree as by chance, below 0 where they agree less.
    Value(f64),
    /// All ratings are equal, so that agreement cannot be told from having nothing else to say.
    NoVariation,
    /// Nothing was rated by two.
    NothingShared,
}

impl Alpha {
    /// The value, where there is one.
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Value(value) => Some(value),
            Self::NoVariation | Self::NothingShared => None,
        }
    }

    /// Why there is no value, for people.
    pub fn why_not(self) -> Option<&'static str> {
        match self {
            Self::Value(_) => None,
            Self::NoVariation => Some("no variation"),
            Self::NothingShared => Some("nothing was rated by two"),
        }
    }
}

/// Krippendorff's alpha of ratings by any number of raters, with any of them missing: one list of ratings for each thing
/// that was rated. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section E.
///
/// 1 minus the mean squared distance of ratings of one thing over that of all ratings that can be paired.
pub fn alpha<Ratings: AsRef<[Option<u8>]>>(things: &[Ratings], metric: Metric) -> Alpha {
    let mut values = Vec::with_capacity(things.len());
    for ratings in things {
        let ratings: Vec<u8> = ratings.as_ref().iter().copied().flatten().collect();
        if ratings.len() >= 2 {
            values.push(ratings);
        }
    }
    let Some(highest) = values.iter().flatten().copied().max() else { return Alpha::NothingShared };
    let mut totals = vec![0_u32; usize::from(highest) + 1];
    for &value in values.iter().flatten() {
        totals[usize::from(value)] += 1;
    }
    let expected = squared_distances(&totals, &totals, metric);
    if expected == 0.0 {
        return Alpha::NoVariation;
    }
    let all = f64::from(totals.iter().sum::<u32>());
    let observed = values.iter().map(|ratings| {
        let mut counts = vec![0; totals.len()];
        for &value in ratings {
            counts[usize::from(value)] += 1;
        }
        squared_distances(&counts, &totals, metric) / (ratings.len() - 1) as f64
    });
    Alpha::Value(1.0 - (all - 1.0) * observed.sum::<f64>() / expected)
}

/// The sum of the squared distances of all pairs of ratings, counted by value.
fn squared_distances(counts: &[u32], totals: &[u32], metric: Metric) -> f64 {
    let filled: Vec<usize> = (0..counts.len()).filter(|&value| counts[value] > 0).collect();
    let mut sum = 0.0;
    for (place, &low) in filled.iter().enumerate() {
        for &high in &filled[place + 1..] {
            let pairs = f64::from(counts[low]) * f64::from(counts[high]);
            sum += pairs * metric.distance(low, high, totals).powi(2);
        }
    }
    sum
}

impl Metric {
    /// The distance of two different values, the lower first.
    fn distance(self, low: usize, high: usize, totals: &[u32]) -> f64 {
        match self {
            Self::Nominal => 1.0,
            Self::Ordinal => {
                let between: u32 = totals[low..=high].iter().sum();
                f64::from(between) - f64::from(totals[low] + totals[high]) / 2.0
            }
            Self::Interval => (high - low) as f64,
            Self::Ratio => (high - low) as f64 / (high + low) as f64,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_variation_or_pairs_there_is_no_value() {
        let none: [[Option<u8>; 2]; 0] = [];
        assert_eq!(alpha(&none, Metric::Ordinal), Alpha::NothingShared);
        assert_eq!(alpha(&[[Some(1), None], [None, Some(2)]], Metric::Ordinal), Alpha::NothingShared);
        let equal = alpha(&[[Some(3), Some(3)], [Some(3), Some(3)]], Metric::Ordinal);
        assert_eq!((equal, equal.why_not()), (Alpha::NoVariation, Some("no variation")));
        // The third rating stands alone: what can be paired does not vary.
        assert_eq!(alpha(&[[Some(3), Some(3)], [Some(1), None]], Metric::Ordinal), Alpha::NoVariation);
    }

    #[test]
    fn who_always_agrees_has_one_and_who_never_does_less_than_none() {
        let agree = [[Some(0), Some(0)], [Some(4), Some(4)], [Some(2), Some(2)]];
        assert_eq!(alpha(&agree, Metric::Ordinal), Alpha::Value(1.0));
        let differ = [[Some(0), Some(4)], [Some(4), Some(0)]];
        assert!(alpha(&differ, Metric::Ordinal).value().unwrap() < 0.0);
    }
}
