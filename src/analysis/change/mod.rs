//! What changed between two editions of a board: who moved, what became of the gap between the poles, and whether the
//! group came together.
//!
//! Measures are the same where area and id are; jurisdictions where the code is. Where a sentence of a measure's rubric
//! reads otherwise its levels mean something else: the series is broken, and nothing is said of who moved. Both editions
//! are looked at with the poles, the group (those on both boards), the lens and the weights of the later one, so that
//! only positions make a difference.

mod course;
mod delay;
mod editions;

pub use course::{Attribution, Course, PoleChange};
pub use delay::Delayed;

use crate::scorecard::{Answer, Board, Column, MeasureIndex, PartialDate};

use super::strip::Census;
use super::{Comparison, Estimate, Gap, Tally};
use editions::{Edition, Editions};

/// One measure that both editions have.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureChange {
    /// Its place on the earlier board and on the later one.
    pub measure: [MeasureIndex; 2],
    /// Whether the rubric reads otherwise. Then levels are not compared, and what follows says nothing.
    pub is_broken: bool,
    /// Steps from the first pole to the second, before and after; nothing where it is not known.
    pub gap: [Option<i8>; 2],
    /// What became of the gap, where it is known in both.
    pub course: Option<Course>,
    /// Where the poles stood and stand.
    pub poles: [PoleChange; 2],
    /// Which of the poles moved; nothing where none did.
    pub attribution: Option<Attribution>,
    /// Dispersion D of the group, before and after (sigma convergence where it falls).
    pub dispersion: [Option<f64>; 2],
    /// The positions with another answer, in column order, without those that follow the jurisdiction they inherit from.
    pub moved: Vec<PositionChange>,
    /// The announced steps whose day has passed without a change, in column order.
    pub delayed: Vec<Delayed>,
}

/// A position with another answer than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PositionChange {
    /// Whose, on the later board.
    pub column: Column,
    /// What it answered and what it answers, through the lens.
    pub answer: [Answer; 2],
}

/// What changed between two editions of a board.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// The measures of both, in reading order of the later one.
    pub measures: Vec<MeasureChange>,
    /// The measures only the later board has.
    pub added: Vec<MeasureIndex>,
    /// The measures only the earlier board has, by their places there.
    pub removed: Vec<MeasureIndex>,
    /// The group's alignment before and after, over the measures of both whose rubric is the same.
    pub alignment: [Estimate; 2],
}

impl Changes {
    /// Compares two editions of a board as a comparison of the later one looks at it. An announced step is late where
    /// its last day is before `today`. Nothing where a pole is not on the earlier board.
    pub fn between(
        earlier: &Board,
        later: &Board,
        comparison: &Comparison,
        today: PartialDate,
    ) -> Option<Self> {
        let editions = Editions::new(earlier, later, comparison)?;
        let [before, after] = &editions.each;
        let mut censuses = [before, after].map(Edition::census);
        let mut tallies = [before, after].map(|edition| vec![Tally::default(); edition.board.measures.len()]);
        let mut measures = Vec::with_capacity(editions.common.len());
        for common in &editions.common {
            for (number, edition) in editions.each.iter().enumerate() {
                let measure = common.measure[number];
                tallies[number][measure.index()] = censuses[number].tally(&edition.grid, measure);
            }
            let now = [0, 1].map(|number| tallies[number][common.measure[number].index()]);
            measures.push(change(&editions, common, now, today));
        }
        Some(Self {
            measures,
            added: editions.added.clone(),
            removed: editions.removed.clone(),
            alignment: [0, 1].map(|number| editions.each[number].alignment(&tallies[number])),
        })
    }

    /// Numbers of measures by what became of their gap, in the order of [`Course::ALL`].
    pub fn courses(&self) -> [u32; Course::ALL.len()] {
        let mut counts = [0; Course::ALL.len()];
        for course in self.measures.iter().filter_map(|change| change.course) {
            counts[course as usize] += 1;
        }
        counts
    }
}

fn change(
    editions: &Editions<'_>,
    common: &editions::Common,
    tallies: [Tally; 2],
    today: PartialDate,
) -> MeasureChange {
    let gaps: [Gap; 2] = [0, 1].map(|number| editions.each[number].gap(common.measure[number]));
    let poles = [
        PoleChange { reach: gaps.each_ref().map(|gap| gap.first.reach) },
        PoleChange { reach: gaps.each_ref().map(|gap| gap.second.reach) },
    ];
    let gap = gaps.each_ref().map(|gap| gap.gap);
    let comparable = !common.is_broken;
    let course = gap[0].zip(gap[1]).filter(|_| comparable).map(|(before, after)| {
        let both_moved = poles.iter().all(PoleChange::moved);
        Course::of(before, after, both_moved)
    });
    MeasureChange {
        measure: common.measure,
        is_broken: common.is_broken,
        gap,
        course,
        attribution: Attribution::of(&poles, gap[0], course).filter(|_| comparable),
        poles,
        dispersion: tallies.each_ref().map(Tally::dispersion),
        moved: if comparable { moved(editions, common.measure) } else { Vec::new() },
        delayed: if comparable { delay::find(editions, common.measure, today) } else { Vec::new() },
    }
}

/// Who answers otherwise. One that inherits from the same jurisdiction as before follows, and did not move itself.
fn moved(editions: &Editions<'_>, measure: [MeasureIndex; 2]) -> Vec<PositionChange> {
    let changes = editions.columns.iter().filter_map(|&columns| {
        let [before, after] =
            [0, 1].map(|number| editions.each[number].cell(measure[number], columns[number]));
        let follows = || after.root != columns[1] && editions.is_same(before.root, after.root);
        let differs = before.answer != after.answer;
        (differs && !follows())
            .then_some(PositionChange { column: columns[1], answer: [before.answer, after.answer] })
    });
    changes.collect()
}
