use crate::scorecard::{Answer, Level};

use super::Standing;

/// A cell in one byte: 0 to 4 is that level, 5 to 254 unknown, with one code for each root on a measure, and 255 not
/// applicable. Ordered so that the greater code of two cells tells whether both are known (at most 4) and whether one is
/// not applicable (255); equal codes below that are one level or one root.
pub(super) type Code = u8;

/// Unknown: the first of the codes for it.
pub(super) const UNKNOWN: Code = 5;
/// Unknown: the last of the codes for it.
pub(super) const LAST_UNKNOWN: Code = 254;
/// Not applicable.
pub(super) const NOT_APPLICABLE: Code = 255;

/// The code of an answer.
pub(super) fn code(answer: Answer) -> Code {
    match answer {
        Answer::Known(level) => level.number(),
        Answer::Unknown => UNKNOWN,
        Answer::NotApplicable => NOT_APPLICABLE,
    }
}

/// What a code stands for.
pub(super) fn standing(code: Code) -> Standing {
    match Level::new(code) {
        Some(level) => Standing::Known(level),
        None if code == NOT_APPLICABLE => Standing::NotApplicable,
        None => Standing::Unknown,
    }
}

/// Two columns compared over measures of one weight: numbers of measures and of steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Compared {
    /// Measures.
    pub(super) measures: u32,
    /// Not applicable to one of them.
    pub(super) not_applicable: u32,
    /// Both known.
    pub(super) known: u32,
    /// Unknown, with one root: the same position, whatever it is.
    pub(super) same_root: u32,
    /// Known at the same level of 2 or more.
    pub(super) both: u32,
    /// Known and at least one step apart.
    pub(super) apart: u32,
    /// Known and at least two steps apart.
    pub(super) far_apart: u32,
    /// Known with the first fuller.
    pub(super) first_fuller: u32,
    /// Steps between known levels.
    pub(super) steps: u32,
    /// Of these, steps by which the first is fuller.
    pub(super) first_steps: u32,
    /// The most steps the unknown could add.
    pub(super) open_steps: u32,
}

impl Compared {
    /// Measures that apply to both.
    pub(super) fn comparable(&self) -> u32 {
        self.measures - self.not_applicable
    }
}

/// Cells compared at once. The compiler turns the fixed loops over lanes into vector instructions of any width; with
/// sixteen lanes all sums stay in registers on plain x86-64.
pub(super) const LANES: usize = 16;

/// The cells of one column on that many measures of one weight. A bundle that is not full is filled up with what is
/// not applicable.
pub(super) type Bundle = [Code; LANES];

/// Rounds after which byte sums are emptied: each round adds at most 4 to a lane.
const ROUNDS: usize = (u8::MAX / Level::HIGHEST) as usize;

/// One byte sum a lane for each number of [`Compared`].
#[derive(Default)]
struct Sums {
    not_applicable: [u8; LANES],
    known: [u8; LANES],
    same_root: [u8; LANES],
    both: [u8; LANES],
    apart: [u8; LANES],
    far_apart: [u8; LANES],
    first_fuller: [u8; LANES],
    steps: [u8; LANES],
    first_steps: [u8; LANES],
    open_steps: [u8; LANES],
}

impl Sums {
    #[inline]
    fn add(&mut self, first: &Bundle, second: &Bundle) {
        for lane in 0..LANES {
            let (a, b) = (first[lane], second[lane]);
            let (high, low) = (a.max(b), a.min(b));
            let known = mask(high <= Level::HIGHEST);
            let inapplicable = mask(high == NOT_APPLICABLE);
            let one_root = mask(a == b) & mask(low >= UNKNOWN) & !inapplicable;
            let open = !(known | one_root | inapplicable);
            let steps = (high - low) & known;
            // With one side known at v the other is at most max(v, 4 - v) away; with neither known, 4.
            let one_known = mask(low <= Level::HIGHEST);
            let widest =
                (low.max(Level::HIGHEST.wrapping_sub(low)) & one_known) | (Level::HIGHEST & !one_known);
            count(&mut self.not_applicable[lane], inapplicable);
            count(&mut self.known[lane], known);
            count(&mut self.same_root[lane], one_root);
            count(&mut self.both[lane], mask(a == b) & mask(low >= 2) & known);
            count(&mut self.apart[lane], mask(steps >= 1));
            count(&mut self.far_apart[lane], mask(steps >= 2));
            count(&mut self.first_fuller[lane], mask(a > b) & known);
            add(&mut self.steps[lane], steps);
            add(&mut self.first_steps[lane], a.saturating_sub(b) & known);
            add(&mut self.open_steps[lane], widest & open);
        }
    }

    fn empty_into(&self, compared: &mut Compared) {
        compared.not_applicable += total(&self.not_applicable);
        compared.known += total(&self.known);
        compared.same_root += total(&self.same_root);
        compared.both += total(&self.both);
        compared.apart += total(&self.apart);
        compared.far_apart += total(&self.far_apart);
        compared.first_fuller += total(&self.first_fuller);
        compared.steps += total(&self.steps);
        compared.first_steps += total(&self.first_steps);
        compared.open_steps += total(&self.open_steps);
    }
}

#[inline]
fn mask(holds: bool) -> u8 {
    if holds { u8::MAX } else { 0 }
}

/// Counts where a mask is set: taken away, it is one more.
#[inline]
fn count(sum: &mut u8, mask: u8) {
    *sum = sum.wrapping_sub(mask);
}

/// Adds without looking for an overflow, which [`ROUNDS`] rules out.
#[inline]
fn add(sum: &mut u8, steps: u8) {
    *sum = sum.wrapping_add(steps);
}

/// The sum over the lanes, eight bytes at a time: neighbours are added to four 16-bit sums, which one multiplication
/// adds up in its highest 16 bits.
#[inline]
fn total(lanes: &[u8; LANES]) -> u32 {
    const EVEN: u64 = 0x00ff_00ff_00ff_00ff;
    let (words, _) = lanes.as_chunks::<8>();
    let sums = words.iter().map(|&bytes| {
        let word = u64::from_le_bytes(bytes);
        ((word & EVEN) + (word >> 8 & EVEN)).wrapping_mul(0x0001_0001_0001_0001) >> 48
    });
    sums.sum::<u64>() as u32
}

/// Compares two columns over bundles of one weight that hold a number of measures.
pub(super) fn compare(first: &[Bundle], second: &[Bundle], measures: u32) -> Compared {
    let mut compared = Compared { measures, ..Compared::default() };
    for (first, second) in first.chunks(ROUNDS).zip(second.chunks(ROUNDS)) {
        let mut sums = Sums::default();
        for (first, second) in first.iter().zip(second) {
            sums.add(first, second);
        }
        sums.empty_into(&mut compared);
    }
    compared.not_applicable -= filling(first, measures);
    compared
}

/// How many cells of the bundles hold no measure.
#[inline]
fn filling(bundles: &[Bundle], measures: u32) -> u32 {
    (bundles.len() * LANES) as u32 - measures
}

/// The part of [`Compared`] that alignment needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Distance {
    /// Steps between known levels.
    pub(super) steps: u32,
    /// Measures with both known, or with one root.
    pub(super) known: u32,
    /// Measures that are not applicable to one of them.
    pub(super) not_applicable: u32,
}

/// The distance of two columns over bundles of one weight: what every pair of a large board is asked for.
pub(super) fn distance(first: &[Bundle], second: &[Bundle], measures: u32) -> Distance {
    let mut distance = Distance::default();
    for (first, second) in first.chunks(ROUNDS).zip(second.chunks(ROUNDS)) {
        let mut sums = DistanceSums::default();
        for (first, second) in first.iter().zip(second) {
            sums.add(first, second);
        }
        sums.empty_into(&mut distance);
    }
    distance.not_applicable -= filling(first, measures);
    distance
}

#[derive(Default)]
struct DistanceSums {
    steps: [u8; LANES],
    known: [u8; LANES],
    not_applicable: [u8; LANES],
}

impl DistanceSums {
    #[inline]
    fn add(&mut self, first: &Bundle, second: &Bundle) {
        for lane in 0..LANES {
            let (a, b) = (first[lane], second[lane]);
            let (high, low) = (a.max(b), a.min(b));
            let both_known = mask(high <= Level::HIGHEST);
            let inapplicable = mask(high == NOT_APPLICABLE);
            let known = (both_known | mask(a == b)) & !inapplicable;
            add(&mut self.steps[lane], (high - low) & both_known);
            count(&mut self.known[lane], known);
            count(&mut self.not_applicable[lane], inapplicable);
        }
    }

    fn empty_into(&self, distance: &mut Distance) {
        distance.steps += total(&self.steps);
        distance.known += total(&self.known);
        distance.not_applicable += total(&self.not_applicable);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bundles(cells: &[Code]) -> Vec<Bundle> {
        let mut cells = cells.to_vec();
        cells.resize(cells.len().next_multiple_of(LANES), NOT_APPLICABLE);
        cells.as_chunks::<LANES>().0.to_vec()
    }

    /// One measure after the other, as the words of [`Compared`] say it.
    fn one_by_one(cells: &[(Code, Code)]) -> Compared {
        let mut compared = Compared { measures: cells.len() as u32, ..Compared::default() };
        for &(a, b) in cells {
            let apart = u32::from(a.abs_diff(b));
            match (standing(a), standing(b)) {
                (Standing::NotApplicable, _) | (_, Standing::NotApplicable) => compared.not_applicable += 1,
                (Standing::Unknown, Standing::Unknown) if a == b => compared.same_root += 1,
                (Standing::Unknown, Standing::Unknown) => compared.open_steps += 4,
                (Standing::Known(level), Standing::Unknown) | (Standing::Unknown, Standing::Known(level)) => {
                    compared.open_steps += [4, 3, 2, 3, 4][usize::from(level.number())];
                }
                (Standing::Known(_), Standing::Known(_)) => {
                    compared.known += 1;
                    compared.both += u32::from(a == b && a >= 2);
                    compared.apart += u32::from(apart >= 1);
                    compared.far_apart += u32::from(apart >= 2);
                    compared.first_fuller += u32::from(a > b);
                    compared.steps += apart;
                    compared.first_steps += if a > b { apart } else { 0 };
                }
            }
        }
        compared
    }

    fn cells() -> impl Strategy<Value = Code> {
        prop_oneof![8 => 0..=4_u8, 2 => 5..=8_u8, 1 => 250..=254_u8, 1 => Just(NOT_APPLICABLE)]
    }

    proptest! {
        // Long rows, so that sums are emptied twice; few of them are enough.
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn many_lanes_count_what_one_by_one_does(cells in prop::collection::vec((cells(), cells()), 0..2500)) {
            let (first, second): (Vec<Code>, Vec<Code>) = cells.iter().copied().unzip();
            let (first, second) = (bundles(&first), bundles(&second));
            let compared = compare(&first, &second, cells.len() as u32);
            prop_assert_eq!(compared, one_by_one(&cells));
            let distance = distance(&first, &second, cells.len() as u32);
            let known = compared.known + compared.same_root;
            prop_assert_eq!(
                (distance.steps, distance.known, distance.not_applicable),
                (compared.steps, known, compared.not_applicable)
            );
        }
    }

    #[test]
    fn sums_do_not_overflow_before_they_are_emptied() {
        let measures = LANES * ROUNDS * 2;
        let (first, second) = (bundles(&vec![4; measures]), bundles(&vec![0; measures]));
        let compared = compare(&first, &second, measures as u32);
        assert_eq!((compared.steps, compared.first_steps), (4 * measures as u32, 4 * measures as u32));
    }
}
