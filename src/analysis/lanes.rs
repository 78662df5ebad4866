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

/// Cells compared at once. The compiler turns the fixed loops over lanes into vector instructions of any width; with
/// sixteen lanes all sums stay in registers on plain x86-64.
const LANES: usize = 16;

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
    fn add(&mut self, first: &[Code; LANES], second: &[Code; LANES]) {
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
            self.not_applicable[lane] += inapplicable & 1;
            self.known[lane] += known & 1;
            self.same_root[lane] += one_root & 1;
            self.both[lane] += mask(a == b) & mask(low >= 2) & known & 1;
            self.apart[lane] += mask(steps >= 1) & 1;
            self.far_apart[lane] += mask(steps >= 2) & 1;
            self.first_fuller[lane] += mask(a > b) & known & 1;
            self.steps[lane] += steps;
            self.first_steps[lane] += a.saturating_sub(b) & known;
            self.open_steps[lane] += widest & open;
        }
    }

    fn empty_into(&mut self, compared: &mut Compared) {
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
        *self = Self::default();
    }
}

#[inline]
fn mask(holds: bool) -> u8 {
    if holds { u8::MAX } else { 0 }
}

#[inline]
fn total(lanes: &[u8; LANES]) -> u32 {
    lanes.iter().map(|&lane| u32::from(lane)).sum()
}

/// Compares two columns over the measures of one weight.
pub(super) fn compare(first: &[Code], second: &[Code]) -> Compared {
    let mut compared = Compared { measures: first.len() as u32, ..Compared::default() };
    let (first, first_rest) = first.as_chunks::<LANES>();
    let (second, second_rest) = second.as_chunks::<LANES>();
    let mut sums = Sums::default();
    for (first, second) in first.chunks(ROUNDS).zip(second.chunks(ROUNDS)) {
        for (first, second) in first.iter().zip(second) {
            sums.add(first, second);
        }
        sums.empty_into(&mut compared);
    }
    if !first_rest.is_empty() {
        sums.add(&padded(first_rest), &padded(second_rest));
        sums.empty_into(&mut compared);
        compared.not_applicable -= (LANES - first_rest.len()) as u32;
    }
    compared
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

/// The distance of two columns over the measures of one weight: what every pair of a large board is asked for.
pub(super) fn distance(first: &[Code], second: &[Code]) -> Distance {
    let mut distance = Distance::default();
    let (first, first_rest) = first.as_chunks::<LANES>();
    let (second, second_rest) = second.as_chunks::<LANES>();
    let mut sums = DistanceSums::default();
    for (first, second) in first.chunks(ROUNDS).zip(second.chunks(ROUNDS)) {
        for (first, second) in first.iter().zip(second) {
            sums.add(first, second);
        }
        sums.empty_into(&mut distance);
    }
    if !first_rest.is_empty() {
        sums.add(&padded(first_rest), &padded(second_rest));
        sums.empty_into(&mut distance);
        distance.not_applicable -= (LANES - first_rest.len()) as u32;
    }
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
    fn add(&mut self, first: &[Code; LANES], second: &[Code; LANES]) {
        for lane in 0..LANES {
            let (a, b) = (first[lane], second[lane]);
            let (high, low) = (a.max(b), a.min(b));
            let both_known = mask(high <= Level::HIGHEST);
            let inapplicable = mask(high == NOT_APPLICABLE);
            let one_root = mask(a == b) & mask(low >= UNKNOWN) & !inapplicable;
            self.steps[lane] += (high - low) & both_known;
            self.known[lane] += (both_known | one_root) & 1;
            self.not_applicable[lane] += inapplicable & 1;
        }
    }

    fn empty_into(&mut self, distance: &mut Distance) {
        distance.steps += total(&self.steps);
        distance.known += total(&self.known);
        distance.not_applicable += total(&self.not_applicable);
        *self = Self::default();
    }
}

/// The cells that do not fill the lanes, filled up with what no sum counts.
fn padded(rest: &[Code]) -> [Code; LANES] {
    let mut lanes = [NOT_APPLICABLE; LANES];
    lanes[..rest.len()].copy_from_slice(rest);
    lanes
}
