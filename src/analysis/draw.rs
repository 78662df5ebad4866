/// Random numbers that are the same for a seed on every machine and in every version: `SplitMix64` (Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators", OOPSLA 2014). Its state is one number, so a seed that is printed
/// is all that somebody needs to draw the same again.
#[derive(Clone, Debug)]
pub struct Draw {
    state: u64,
}

impl Draw {
    /// The golden ratio in 64 bits, by which the state goes on.
    const STRIDE: u64 = 0x9e37_79b9_7f4a_7c15;

    /// Begins at a seed.
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next number, any of 64 bits.
    pub fn number(&mut self) -> u64 {
        self.state = self.state.wrapping_add(Self::STRIDE);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// The next number from 0 up to but not 1, each of the 2^53 it can be as likely as the others.
    pub fn unit(&mut self) -> f64 {
        (self.number() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// The next number from 0 up to but not `end`, 0 where `end` is 0. Each is as likely as the others but for one part in
    /// 2^64 / `end` (Lemire, "Fast random integer generation in an interval", 2019, without its correction).
    pub fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.number()) * end as u128) >> 64) as usize
    }

    /// Puts things into another order, each order as likely as the others (Fisher and Yates, 1938, as Durstenfeld, 1964).
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_published_generator() {
        let mut draw = Draw::new(1_234_567);
        let published = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ];
        assert_eq!([(); 5].map(|()| draw.number()), published);
    }

    #[test]
    fn every_order_of_three_things_comes_about_as_often() {
        let mut draw = Draw::new(1);
        let mut seen = std::collections::BTreeMap::new();
        for _ in 0..6000 {
            let mut things = [0, 1, 2];
            draw.shuffle(&mut things);
            *seen.entry(things).or_insert(0_u32) += 1;
        }
        assert_eq!(seen.len(), 6);
        assert!(seen.values().all(|&times| (900..1100).contains(&times)), "{seen:?}");
    }

    #[test]
    fn numbers_below_an_end_stay_below_it_and_shares_below_one() {
        let mut draw = Draw::new(7);
        for end in [1, 2, 5, 1000] {
            assert!((0..200).all(|_| draw.below(end) < end));
        }
        let units: Vec<f64> = (0..1000).map(|_| draw.unit()).collect();
        assert!(units.iter().all(|unit| (0.0..1.0).contains(unit)));
        let mean = units.iter().sum::<f64>() / 1000.0;
        assert!((mean - 0.5).abs() < 0.03, "{mean}");
    }
}
