use std::cmp::Reverse;

use crate::scorecard::{Board, Column, MeasureIndex, PartialDate};

use super::estimate::share;
use super::gap::Gap;
use super::gap::{Band, Tag};
use super::pair::Counts;
use super::side::Pole;
use super::{Lens, Profile, Weights};

/// How a list of gaps is ordered. Where the order says nothing, gaps keep the order by width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GapOrder {
    /// Widest first, then heaviest, then scorecard order; then open questions, then what is not comparable.
    #[default]
    Width,
    /// Steps times weight, most first.
    Weighted,
    /// The nearest coming step of a pole first; without one last.
    Window,
    /// Area by area.
    Area,
    /// Where the first pole is fuller, then where the second is, then the rest.
    Side,
}

impl GapOrder {
    /// Every order.
    pub const ALL: [Self; 5] = [Self::Width, Self::Weighted, Self::Window, Self::Area, Self::Side];

    /// The word people use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Width => "width",
            Self::Weighted => "weight",
            Self::Window => "window",
            Self::Area => "area",
            Self::Side => "side",
        }
    }
}

/// A dated step of a pole that is still to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Upcoming {
    /// The pole, 0 or 1.
    pub pole: usize,
    /// Whose position it is: the pole's own or, on a matter its members decide, a member's.
    pub column: Column,
    /// The step's place in that position's `next`.
    pub step: usize,
    /// Its date.
    pub date: PartialDate,
}

/// The gaps of all measures between two profiles, ordered, ranked and with their shares.
#[derive(Clone, Debug)]
pub struct GapList {
    poles: [Pole; 2],
    gaps: Vec<Gap>,
    place: Vec<u32>,
}

impl GapList {
    /// Measures the gaps.
    pub fn new(board: &Board, profiles: [Profile; 2], weights: &Weights) -> Self {
        let poles = profiles.map(|profile| Pole::new(board, profile));
        let mut gaps: Vec<Gap> = board
            .measure_indexes()
            .map(|measure| Gap::measure(board, &poles, measure, weights.product(measure)))
            .collect();
        gaps.sort_by_key(by_width);
        rank(&mut gaps);
        give_shares(&mut gaps);
        let mut place = vec![0; gaps.len()];
        for (number, gap) in gaps.iter().enumerate() {
            place[gap.measure.index()] = number as u32;
        }
        Self { poles, gaps, place }
    }

    /// What is compared: the gaps are those of the second against the first.
    pub fn profiles(&self) -> [Profile; 2] {
        self.poles.each_ref().map(|pole| pole.profile)
    }

    /// The gaps, in the order by width.
    pub fn all(&self) -> &[Gap] {
        &self.gaps
    }

    /// The gap of a measure.
    pub fn of(&self, measure: MeasureIndex) -> &Gap {
        &self.gaps[self.place[measure.index()] as usize]
    }

    /// The gaps in another order.
    pub fn ordered(&self, board: &Board, order: GapOrder, today: PartialDate) -> Vec<&Gap> {
        let mut gaps: Vec<&Gap> = self.gaps.iter().collect();
        match order {
            GapOrder::Width => {}
            GapOrder::Weighted => gaps.sort_by_key(|gap| Reverse(gap.weighted_steps())),
            GapOrder::Window => gaps.sort_by_cached_key(|gap| {
                let date = self.upcoming(board, gap.measure, today).map(|step| step.date);
                (date.is_none(), date)
            }),
            GapOrder::Area => gaps.sort_by_key(|gap| board.measure(gap.measure).area),
            GapOrder::Side => gaps.sort_by_key(|gap| gap.fuller().unwrap_or(2)),
        }
        gaps
    }

    /// The columns whose positions are the poles' on a measure, with the lens they are seen through: on a matter that a
    /// union's members decide, the members.
    pub fn deciding(&self, board: &Board, measure: MeasureIndex) -> impl Iterator<Item = (Column, Lens)> {
        self.poles.iter().flat_map(move |pole| {
            let lens = pole.profile.lens;
            pole.deciding(board, measure).iter().map(move |&column| (column, lens))
        })
    }

    /// The gaps in numbers, over some measures.
    pub fn counts_of(&self, measures: impl Iterator<Item = MeasureIndex>) -> Counts {
        count(measures.map(|measure| self.of(measure)))
    }

    /// The earliest step of a pole that has not certainly come before `today`. Of steps on one date the first pole's,
    /// then the one of the column that stands first, then the one written first.
    pub fn upcoming(&self, board: &Board, measure: MeasureIndex, today: PartialDate) -> Option<Upcoming> {
        let today = today.first_day();
        let poles = self.poles.iter().enumerate();
        let columns =
            poles.flat_map(|(pole, who)| who.deciding(board, measure).iter().map(move |&c| (pole, c)));
        columns
            .flat_map(|(pole, column)| {
                let steps = board.position(board.cell(measure, column)).map_or(&[][..], |found| &found.next);
                steps.iter().enumerate().map(move |(step, next)| Upcoming {
                    pole,
                    column,
                    step,
                    date: next.date,
                })
            })
            .filter(|upcoming| upcoming.date.last_day() >= today)
            .min_by_key(|upcoming| upcoming.date)
    }
}

fn by_width(gap: &Gap) -> (u8, Reverse<u8>, Reverse<u64>, MeasureIndex) {
    match gap.width() {
        Some(width) => (0, Reverse(width), Reverse(gap.weight), gap.measure),
        None => (1 + u8::from(gap.band == Band::NotComparable), Reverse(0), Reverse(0), gap.measure),
    }
}

/// Competition ranks over width and weight: equal gaps share the first place among them.
fn rank(gaps: &mut [Gap]) {
    let known = gaps.partition_point(|gap| gap.gap.is_some());
    let mut first = 1;
    for equal in gaps[..known].chunk_by_mut(|a, b| (a.width(), a.weight) == (b.width(), b.weight)) {
        let tied = equal.len() > 1;
        for gap in equal.iter_mut() {
            gap.rank = Some(first);
            gap.tied = tied;
        }
        first += equal.len() as u32;
    }
}

fn give_shares(gaps: &mut [Gap]) {
    let all = gaps.iter().map(Gap::weighted_steps).sum();
    for gap in gaps.iter_mut().filter(|gap| gap.gap.is_some()) {
        gap.share = share(gap.weighted_steps(), all);
    }
}

/// The counts of a list of gaps, by the poles' spans.
pub(super) fn count<'g>(gaps: impl Iterator<Item = &'g Gap>) -> Counts {
    let mut counts = Counts::default();
    for gap in gaps {
        match gap.width() {
            Some(0) => counts.same += 1,
            Some(1) => counts.one += 1,
            Some(_) => counts.two_or_more += 1,
            None if gap.band == Band::NotComparable => counts.not_comparable += 1,
            None => counts.open += 1,
        }
        counts.both += u32::from(gap.tags.has(Tag::Both));
        counts.neither += u32::from(gap.tags.has(Tag::Neither));
        counts.first_fuller += u32::from(gap.fuller() == Some(0));
        counts.second_fuller += u32::from(gap.fuller() == Some(1));
    }
    counts
}
