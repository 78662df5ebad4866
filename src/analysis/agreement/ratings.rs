use crate::scorecard::Level;

use super::{Alpha, Metric, alpha};

/// One round of ratings: things by raters, with gaps where one did not rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    raters: usize,
    ratings: Vec<Option<Level>>,
}

/// How often two raters of one thing agree, over all pairs of raters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PairsOfRaters {
    /// Pairs of ratings of one thing.
    pub pairs: u32,
    /// Of these, equal.
    pub equal: u32,
    /// Of these, at most one step apart.
    pub within_one: u32,
}

/// How one rater stands to the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Deviation {
    /// How many things the rater rated.
    pub rated: u32,
    /// Mean steps from the median of each thing's ratings (the middle of its interval): above 0 rates fuller.
    pub mean: f64,
    /// Mean steps either way.
    pub absolute: f64,
}

/// What changed from one round to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RoundChange {
    /// Ratings given in both rounds.
    pub both: u32,
    /// Of these, with another level.
    pub changed: u32,
    /// The steps between the rounds, either way.
    pub steps: u32,
}

impl Sheet {
    /// A round of that many raters: for each thing their ratings in order. A row that is too short is filled up with
    /// gaps, one that is too long is cut.
    pub fn new(raters: usize, things: &[Vec<Option<Level>>]) -> Self {
        let raters = raters.max(1);
        let rows = things.iter().flat_map(|row| (0..raters).map(|rater| row.get(rater).copied().flatten()));
        Self { raters, ratings: rows.collect() }
    }

    fn things(&self) -> impl Iterator<Item = &[Option<Level>]> {
        self.ratings.chunks(self.raters)
    }

    /// Krippendorff's alpha for ordered ratings.
    pub fn alpha(&self) -> Alpha {
        let number = |row: &[Option<Level>]| row.iter().map(|rating| rating.map(Level::number)).collect();
        let things: Vec<Vec<Option<u8>>> = self.things().map(number).collect();
        alpha(&things, Metric::Ordinal)
    }

    /// How often two raters agree.
    pub fn pairs(&self) -> PairsOfRaters {
        let mut found = PairsOfRaters::default();
        for row in self.things() {
            let rated: Vec<u8> = row.iter().flatten().map(|level| level.number()).collect();
            for (place, &one) in rated.iter().enumerate() {
                for &other in &rated[place + 1..] {
                    found.pairs += 1;
                    found.equal += u32::from(one == other);
                    found.within_one += u32::from(one.abs_diff(other) <= 1);
                }
            }
        }
        found
    }

    /// How each rater stands to the others, in their order; nothing for one who rated nothing.
    pub fn deviations(&self) -> Vec<Option<Deviation>> {
        let mut sums = vec![[0_i64; 3]; self.raters];
        for row in self.things() {
            let mut rated: Vec<u8> = row.iter().flatten().map(|level| level.number()).collect();
            rated.sort_unstable();
            let Some(last) = rated.len().checked_sub(1) else { continue };
            let twice_median = i64::from(rated[last / 2] + rated[rated.len() / 2]);
            for (sum, rating) in sums.iter_mut().zip(row) {
                let Some(level) = rating else { continue };
                let twice = 2 * i64::from(level.number()) - twice_median;
                *sum = [sum[0] + 1, sum[1] + twice, sum[2] + twice.abs()];
            }
        }
        let deviation = |[rated, twice, twice_absolute]: [i64; 3]| {
            let mean = |twice: i64| twice as f64 / (2 * rated) as f64;
            (rated > 0).then(|| Deviation {
                rated: rated as u32,
                mean: mean(twice),
                absolute: mean(twice_absolute),
            })
        };
        sums.into_iter().map(deviation).collect()
    }

    /// What changed from an earlier round of the same things and raters.
    pub fn since(&self, earlier: &Self) -> RoundChange {
        let mut found = RoundChange::default();
        for ratings in earlier.ratings.iter().zip(&self.ratings) {
            let (&Some(before), &Some(after)) = ratings else { continue };
            let steps = before.number().abs_diff(after.number());
            found.both += 1;
            found.changed += u32::from(steps > 0);
            found.steps += u32::from(steps);
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ratings in letters: `.` for none.
    fn sheet(rows: &[&str]) -> Sheet {
        let level = |c: char| c.to_digit(10).and_then(|digit| Level::new(digit as u8));
        let rows: Vec<Vec<Option<Level>>> = rows.iter().map(|row| row.chars().map(level).collect()).collect();
        Sheet::new(rows[0].len(), &rows)
    }

    #[test]
    fn pairs_of_raters_are_counted_where_both_rated() {
        let found = sheet(&["012", "3.3", "4..", "..."]).pairs();
        assert_eq!(found, PairsOfRaters { pairs: 4, equal: 1, within_one: 3 });
    }

    #[test]
    fn a_rater_is_measured_against_the_median_of_each_thing() {
        let found = sheet(&["1.24", "22.2", "0.43"]).deviations();
        assert_eq!(found[0], Some(Deviation { rated: 3, mean: -4.0 / 3.0, absolute: 4.0 / 3.0 }));
        assert_eq!(found[1], Some(Deviation { rated: 1, mean: 0.0, absolute: 0.0 }));
        assert_eq!(found[2], Some(Deviation { rated: 2, mean: 0.5, absolute: 0.5 }));
        assert_eq!(sheet(&["1.", "1."]).deviations()[1], None);
        // Two ratings: the median is the middle between them.
        assert_eq!(sheet(&["14"]).deviations()[0], Some(Deviation { rated: 1, mean: -1.5, absolute: 1.5 }));
    }

    #[test]
    fn rounds_are_compared_where_both_were_rated() {
        let change = sheet(&["023", ".44"]).since(&sheet(&["041", "44."]));
        assert_eq!(change, RoundChange { both: 4, changed: 2, steps: 4 });
    }

    #[test]
    fn rows_are_as_long_as_there_are_raters() {
        let row = |length| vec![Level::new(2); length];
        assert_eq!(Sheet::new(2, &[row(3), row(1)]).pairs().pairs, 1);
        assert_eq!(Sheet::new(0, &[]).alpha(), Alpha::NothingShared);
    }
}
