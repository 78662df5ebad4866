use std::cmp::Reverse;
use std::ops::Range;

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
    /// The weighted steps of all known gaps.
    steps: u64,
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
        let all = 0..gaps.len();
        let steps = gaps.iter().map(Gap::weighted_steps).sum();
        let mut list = Self { poles, place: vec![0; gaps.len()], gaps, steps };
        list.note_places(all.clone());
        list.rank(all.clone());
        all.for_each(|place| list.give_share(place));
        list
    }

    /// Measures one gap again, whose poles stand otherwise now. What depends on the others follows: its place, the ranks
    /// of those it passes and, where the steps of all gaps changed, the shares.
    pub(super) fn measure_again(&mut self, board: &Board, measure: MeasureIndex, weight: u64) {
        let from = self.place[measure.index()] as usize;
        let gap = Gap::measure(board, &self.poles, measure, weight);
        let steps = self.steps - self.gaps[from].weighted_steps() + gap.weighted_steps();
        let key = by_width(&gap);
        self.gaps[from] = gap;
        let above = self.gaps[..from].partition_point(|other| by_width(other) < key);
        let below = self.gaps[from + 1..].partition_point(|other| by_width(other) < key);
        let to = if above < from { above } else { from + below };
        if to < from {
            self.gaps[to..=from].rotate_right(1);
        } else {
            self.gaps[from..=to].rotate_left(1);
        }
        let moved = from.min(to)..from.max(to) + 1;
        self.note_places(moved.clone());
        self.rank(moved);
        if std::mem::replace(&mut self.steps, steps) == steps {
            self.give_share(to);
        } else {
            (0..self.gaps.len()).for_each(|place| self.give_share(place));
        }
    }

    fn note_places(&mut self, moved: Range<usize>) {
        for (number, gap) in moved.clone().zip(&self.gaps[moved]) {
            self.place[gap.measure.index()] = number as u32;
        }
    }

    /// Competition ranks over width and weight: equal gaps share the first place among them. Ranks again those that moved
    /// and those that were or are equal to them.
    fn rank(&mut self, moved: Range<usize>) {
        let equal = |a: &Gap, b: &Gap| (a.width(), a.weight) == (b.width(), b.weight);
        let known = self.gaps.partition_point(|gap| gap.gap.is_some());
        let mut first = moved.start.saturating_sub(1).min(known);
        let mut end = (moved.end + 1).min(known);
        while first > 0 && first < known && equal(&self.gaps[first - 1], &self.gaps[first]) {
            first -= 1;
        }
        while end > 0 && end < known && equal(&self.gaps[end - 1], &self.gaps[end]) {
            end += 1;
        }
        for alike in self.gaps[first..end].chunk_by_mut(equal) {
            let tied = alike.len() > 1;
            for gap in alike.iter_mut() {
                gap.rank = Some(first as u32 + 1);
                gap.tied = tied;
            }
            first += alike.len();
        }
    }

    fn give_share(&mut self, place: usize) {
        let gap = &mut self.gaps[place];
        gap.share = share(gap.weighted_steps(), self.steps).filter(|_| gap.gap.is_some());
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

    /// The columns whose positions are those of the pole of that number on a measure.
    pub(super) fn columns_of_pole(&self, board: &Board, measure: MeasureIndex, pole: usize) -> &[Column] {
        self.poles[pole].deciding(board, measure)
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
