use crate::scorecard::{Board, Column, MeasureIndex};

use super::gap::{Band, Gap, Tag};
use super::gap_list::GapList;
use super::pair::{Counts, Pair, PairArea};
use super::{Grid, Instruments, Lens, Weights};

/// A jurisdiction's answers as they are seen through a lens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Whose answers.
    pub column: Column,
    /// Which answer of each position.
    pub lens: Lens,
}

impl Profile {
    /// Every jurisdiction of a board through one lens, in column order.
    pub(super) fn all(board: &Board, lens: Lens) -> Vec<Self> {
        board.columns().map(|column| Self { column, lens }).collect()
    }
}

/// Any two profiles side by side: two jurisdictions, or one through two lenses.
///
/// The gaps are those of the poles: on a matter that a union's members decide, the union stands where its members do.
/// Alignment leaves such a matter out of every pair with the union, so its counts can be fewer than those of the gaps.
#[derive(Clone, Debug)]
pub struct SideBySide {
    gaps: GapList,
    pair: PairArea,
    instruments: Instruments,
    decided_by_members: usize,
    weights: Weights,
    threshold: u32,
}

/// What a comparison says of a measure, the most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Finding {
    /// The levels differ.
    Different,
    /// The same level, or spans that meet, by different kinds of instrument.
    OtherInstrument,
    /// The same level, or spans that meet.
    Same,
    /// A level is unknown.
    Open,
    /// The question does not apply to a side.
    NotComparable,
}

impl Finding {
    /// All, in the order they are listed.
    pub const ALL: [Self; 5] =
        [Self::Different, Self::OtherInstrument, Self::Same, Self::Open, Self::NotComparable];

    /// What a gap is found to be.
    pub fn of(gap: &Gap) -> Self {
        match (gap.gap, gap.band) {
            (Some(0), _) if gap.tags.has(Tag::DifferentInstrument) => Self::OtherInstrument,
            (Some(0), _) => Self::Same,
            (Some(_), _) => Self::Different,
            (None, Band::NotComparable) => Self::NotComparable,
            (None, _) => Self::Open,
        }
    }

    /// The word of files and exports.
    pub fn key(self) -> &'static str {
        match self {
            Self::Different => "different",
            Self::OtherInstrument => "same-level-different-instrument",
            Self::Same => "same-level",
            Self::Open => "open-question",
            Self::NotComparable => "not-comparable",
        }
    }
}

impl SideBySide {
    /// Compares two profiles. Below `threshold` per mille of coverage an area has no point value.
    pub fn compute(board: &Board, profiles: [Profile; 2], weights: &Weights, threshold: u32) -> Self {
        let gaps = GapList::new(board, profiles, weights);
        let decided = |gap: &&Gap| gap.first.members_decide || gap.second.members_decide;
        let mut beside = Self {
            decided_by_members: gaps.all().iter().filter(decided).count(),
            gaps,
            pair: PairArea::default(),
            instruments: Instruments::default(),
            weights: weights.clone(),
            threshold,
        };
        beside.compare_columns(board);
        beside
    }

    /// Brings the figures up to a board that answers otherwise on some measures, and has the weights it had: those gaps
    /// are measured again, the two columns compared again. The figures are those of [`Self::compute`] to the last bit.
    pub fn follow(&mut self, board: &Board, measures: &[MeasureIndex]) {
        for &measure in measures {
            self.gaps.measure_again(board, measure, self.weights.product(measure));
        }
        self.compare_columns(board);
    }

    fn compare_columns(&mut self, board: &Board) {
        let profiles = self.profiles();
        let grid = Grid::of_two(board, profiles, self.weights.clone());
        let [first, second] = [Column(0), Column(1)];
        let of = profiles.map(|profile| profile.column);
        self.pair = Pair::compute(&grid, first, second, self.threshold).overall;
        self.instruments = Instruments::between(board, &grid, [first, second], of);
    }

    /// What is compared. Gaps are second minus first.
    pub fn profiles(&self) -> [Profile; 2] {
        self.gaps.profiles()
    }

    /// Whether it is one jurisdiction through two lenses.
    pub fn is_of_one(&self) -> bool {
        let [first, second] = self.profiles();
        first.column == second.column
    }

    /// The gaps between them.
    pub fn gap_list(&self) -> &GapList {
        &self.gaps
    }

    /// The gaps in their order: by finding, then by width, weight and place in the scorecards.
    pub fn by_finding(&self) -> Vec<&Gap> {
        let mut gaps: Vec<&Gap> = self.gaps.all().iter().collect();
        gaps.sort_by_key(|gap| Finding::of(gap));
        gaps
    }

    /// The gaps in numbers.
    pub fn counts(&self) -> Counts {
        self.gaps.counts_of(self.gaps.all().iter().map(|gap| gap.measure))
    }

    /// How many measures a union's members decide, where one of the two is such a union: there the span of its members
    /// is compared, and alignment leaves them out.
    pub fn decided_by_members(&self) -> usize {
        self.decided_by_members
    }

    /// Their alignment over all areas with the counts of what it rests on.
    pub fn pair(&self) -> &PairArea {
        &self.pair
    }

    /// How their kinds of instrument compare; between two lenses of one jurisdiction they are the same.
    pub fn instruments(&self) -> &Instruments {
        &self.instruments
    }
}
