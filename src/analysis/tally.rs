use crate::scorecard::Level;

use super::estimate::share;
use super::spread::{consensus, van_der_eijk};

/// How the units of a group stand on one measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    counts: [u32; 5],
    unknown: u32,
    widest: u64,
}

/// In one word, how a group of four or more known units stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Label {
    /// All at one level.
    Unanimous,
    /// Dispersion at most a quarter.
    NearConsensus,
    /// Dispersion below a half.
    Mixed,
    /// Dispersion of a half or more.
    Divided,
    /// Van der Eijk's A below 0, whatever the dispersion.
    TwoCamps,
}

impl Label {
    /// The words people read.
    pub fn words(self) -> &'static str {
        match self {
            Self::Unanimous => "unanimous",
            Self::NearConsensus => "near consensus",
            Self::Mixed => "mixed",
            Self::Divided => "divided",
            Self::TwoCamps => "two camps",
        }
    }
}

/// What it would take for all known units to stand at one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Steps, up and down alike.
    pub steps: u32,
    /// Units that would move.
    pub moving: u32,
}

impl Tally {
    /// Counts the known units by level, and the unknown ones by blocks that answer as one.
    pub fn new(counts: [u32; 5], unknown_blocks: &[u32]) -> Self {
        let unknown = unknown_blocks.iter().sum();
        Self { counts, unknown, widest: widest_steps(counts, unknown, unknown_blocks) }
    }

    /// Known units by level, 0 to 4.
    pub fn counts(&self) -> [u32; 5] {
        self.counts
    }

    /// Known units, n.
    pub fn known(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// Units whose level is unknown.
    pub fn unknown(&self) -> u32 {
        self.unknown
    }

    /// Known and unknown units.
    pub fn units(&self) -> u32 {
        self.known() + self.unknown
    }

    /// Steps between all pairs of known units: the sum over i < j of |`x_i` - `x_j`|.
    pub fn steps(&self) -> u64 {
        pair_steps(self.counts)
    }

    /// The steps between all pairs of `n` units if each pair stood at opposite ends: 4 n(n-1)/2.
    pub fn most_steps(n: u32) -> u64 {
        let n = u64::from(n);
        2 * n * n.saturating_sub(1)
    }

    /// Agreement a: 1 minus the mean distance of two known units over 4, 0 to 1. Nothing below two known units.
    pub fn agreement(&self) -> Option<f64> {
        let most = Self::most_steps(self.known());
        share(most - self.steps(), most)
    }

    /// The lowest agreement any answers of the unknown units could give. Nothing below two units.
    pub fn agreement_lo(&self) -> Option<f64> {
        let most = Self::most_steps(self.units());
        share(most - self.widest_steps(), most)
    }

    /// The highest agreement any answers of the unknown units could give. Nothing below two units.
    pub fn agreement_hi(&self) -> Option<f64> {
        let most = Self::most_steps(self.units());
        share(most - self.closest_steps(), most)
    }

    /// The most steps between all pairs of units, with each unknown block at one of the ends: the sum is convex in the
    /// level of a block, so no level between them gives more.
    pub fn widest_steps(&self) -> u64 {
        self.widest
    }

    /// The fewest steps between all pairs of units, with all unknown units at the lower median of the known.
    pub fn closest_steps(&self) -> u64 {
        let mut counts = self.counts;
        let middle = self.median().map_or(0, |[lower, _]| usize::from(lower.number()));
        counts[middle] += self.unknown;
        pair_steps(counts)
    }

    /// Dispersion D: steps between all pairs of known units over the most there can be, with half at each end; 0 to 1
    /// (Berry and Mielke's index of ordinal variation, 1992, with its maximum for odd n). Nothing below two known units.
    pub fn dispersion(&self) -> Option<f64> {
        share(self.steps(), self.widest_split())
    }

    /// 4 floor(n²/4).
    fn widest_split(&self) -> u64 {
        let n = u64::from(self.known());
        4 * (n * n / 4)
    }

    /// The group in one word. Nothing below four known units, where the counts say more.
    pub fn label(&self) -> Option<Label> {
        if self.known() < 4 {
            return None;
        }
        let (steps, most) = (self.steps(), self.widest_split());
        Some(if self.van_der_eijk().is_some_and(|a| a < 0.0) {
            Label::TwoCamps
        } else if steps == 0 {
            Label::Unanimous
        } else if 4 * steps <= most {
            Label::NearConsensus
        } else if 2 * steps < most {
            Label::Mixed
        } else {
            Label::Divided
        })
    }

    /// Van der Eijk's agreement A of the known units.
    pub fn van_der_eijk(&self) -> Option<f64> {
        van_der_eijk(&self.counts)
    }

    /// Tastle and Wierman's consensus of the known units.
    pub fn consensus(&self) -> Option<f64> {
        consensus(&self.counts)
    }

    /// Lower and upper middle of the known units: the levels between them cost the fewest steps. Equal for odd n.
    pub fn median(&self) -> Option<[Level; 2]> {
        let n = self.known();
        let last = n.checked_sub(1)?;
        Some([self.at(last / 2)?, self.at(n / 2)?])
    }

    /// The level of the known unit at a place, from 0, when they stand lowest first.
    fn at(&self, place: u32) -> Option<Level> {
        let mut up_to = 0;
        Level::all().find(|level| {
            up_to += self.counts[usize::from(level.number())];
            up_to > place
        })
    }

    /// The levels most known units stand at; several where they tie.
    pub fn modes(&self) -> impl Iterator<Item = Level> {
        let most = self.counts.iter().copied().max().filter(|&count| count > 0);
        let counts = self.counts;
        Level::all().filter(move |level| Some(counts[usize::from(level.number())]) == most)
    }

    /// Whether a unit at a level stands apart: two steps or more from the lower middle, with at least two thirds of the
    /// other known units within a step of it. Never below four known units.
    pub fn stands_apart(&self, level: Level) -> bool {
        let near = |other: Level, to: Level| other.number().abs_diff(to.number()) <= 1;
        self.median().is_some_and(|[middle, _]| {
            let within: u32 = Level::all()
                .filter(|&other| near(other, middle))
                .map(|other| self.counts[usize::from(other.number())])
                .sum();
            self.known() >= 4 && !near(level, middle) && 3 * within >= 2 * (self.known() - 1)
        })
    }

    /// Steps from the lowest to the highest known unit.
    pub fn spread(&self) -> Option<u8> {
        let mut filled = Level::all().filter(|level| self.counts[usize::from(level.number())] > 0);
        let lowest = filled.next()?;
        Some(filled.next_back().unwrap_or(lowest).number() - lowest.number())
    }

    /// What it would take for all known units to stand at a level.
    pub fn cost(&self, level: Level) -> Cost {
        Cost { steps: self.steps_to(level), moving: self.known() - self.counts[usize::from(level.number())] }
    }

    /// Steps from a level to all known units.
    pub(super) fn steps_to(&self, level: Level) -> u32 {
        Level::all()
            .map(|other| {
                self.counts[usize::from(other.number())] * u32::from(other.number().abs_diff(level.number()))
            })
            .sum()
    }
}

/// Each step from one level to the next lies between as many pairs as there are units below it times units above.
fn pair_steps(counts: [u32; 5]) -> u64 {
    let all: u64 = counts.iter().map(|&count| u64::from(count)).sum();
    let mut below = 0;
    counts[..4]
        .iter()
        .map(|&count| {
            below += u64::from(count);
            below * (all - below)
        })
        .sum()
}

/// Over every way to put the blocks at 0 or 4: only how many units end up at 4 matters.
fn widest_steps(counts: [u32; 5], unknown: u32, blocks: &[u32]) -> u64 {
    let mut reachable = vec![false; unknown as usize + 1];
    reachable[0] = true;
    for &block in blocks {
        for sum in (block as usize..reachable.len()).rev() {
            reachable[sum] |= reachable[sum - block as usize];
        }
    }
    let at_top = (0..=unknown).zip(&reachable).filter(|&(_, &reachable)| reachable);
    let steps = at_top.map(|(top, _)| {
        let [zero, one, two, three, four] = counts;
        pair_steps([zero + unknown - top, one, two, three, four + top])
    });
    steps.max().unwrap_or(0)
}
