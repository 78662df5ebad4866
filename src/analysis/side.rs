use crate::scorecard::{
    Answer, Board, Cell, Column, Competence, Confidence, Level, MeasureIndex, Position, Status,
};

use super::Profile;
use super::stress::Ends;

/// Where a pole stands on a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// From the lowest to the highest known level; for all but a union on its members' matters, one level.
    Known {
        /// The lowest.
        lo: Level,
        /// The highest.
        hi: Level,
    },
    /// Unknown.
    Unknown,
    /// The question does not apply.
    NotApplicable,
}

impl Reach {
    /// Lowest and highest level where they are known.
    pub fn levels(self) -> Option<[Level; 2]> {
        match self {
            Self::Known { lo, hi } => Some([lo, hi]),
            Self::Unknown | Self::NotApplicable => None,
        }
    }

    /// The reach of several answers: the span of the known ones. Not applicable where it is so for all of them.
    fn of(answers: impl Iterator<Item = Answer>) -> Self {
        let (mut span, mut applies, mut asked) = (None::<[Level; 2]>, false, false);
        for answer in answers {
            asked = true;
            applies |= answer != Answer::NotApplicable;
            if let Some(level) = answer.level() {
                span = Some(span.map_or([level; 2], |[lo, hi]| [lo.min(level), hi.max(level)]));
            }
        }
        match span {
            Some([lo, hi]) => Self::Known { lo, hi },
            None if asked && !applies => Self::NotApplicable,
            None => Self::Unknown,
        }
    }
}

/// One pole on one measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    /// Where it stands.
    pub reach: Reach,
    /// What its own entry answers. On a matter that a union's members decide this is the Union act, and does not count.
    pub own: Answer,
    /// Where a union's members on the board stand; nothing for a jurisdiction without members.
    pub members: Option<Reach>,
    /// Whether the members' span is where the pole stands.
    pub members_decide: bool,
}

/// A pole of a comparison: whose answers and, where it is a union, its members on the board.
#[derive(Clone, Debug)]
pub(super) struct Pole {
    pub(super) profile: Profile,
    members: Vec<Column>,
}

impl Pole {
    pub(super) fn new(board: &Board, profile: Profile) -> Self {
        Self { profile, members: board.members(profile.column).collect() }
    }

    /// Whether the members answer a measure in the pole's place.
    fn members_decide(&self, board: &Board, measure: MeasureIndex) -> bool {
        !self.members.is_empty() && board.measure(measure).competence == Competence::MemberState
    }

    /// The columns whose positions are the pole's on a measure.
    pub(super) fn deciding(&self, board: &Board, measure: MeasureIndex) -> &[Column] {
        if self.members_decide(board, measure) {
            &self.members
        } else {
            std::slice::from_ref(&self.profile.column)
        }
    }

    pub(super) fn side(&self, board: &Board, measure: MeasureIndex) -> Side {
        let answer = |&column: &Column| self.profile.lens.answer(board, board.cell(measure, column));
        let own = answer(&self.profile.column);
        let members = (!self.members.is_empty()).then(|| Reach::of(self.members.iter().map(answer)));
        let members_decide = self.members_decide(board, measure);
        let reach = match members {
            Some(members) if members_decide => members,
            _ => Reach::of(std::iter::once(own)),
        };
        Side { reach, own, members, members_decide }
    }

    /// What the tags and the stress range of a gap need of the pole's positions.
    pub(super) fn evidence(&self, board: &Board, measure: MeasureIndex) -> Evidence {
        let mut evidence = Evidence::default();
        for &column in self.deciding(board, measure) {
            let cell = board.cell(measure, column);
            if let Some(level) = self.profile.lens.answer(board, cell).level() {
                evidence.add(cell, board.grounds(cell), level);
            }
        }
        evidence
    }
}

/// What is behind a pole's reach: of each position with a known level.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    /// Where the lowest level could be if each low-confidence level were one step off, and the highest.
    stress: Option<[Ends; 2]>,
    approaches: Vec<u16>,
    roots: Vec<Column>,
    pub(super) low_confidence: bool,
    pub(super) not_in_force: bool,
    pub(super) contested: bool,
}

impl Evidence {
    fn add(&mut self, cell: Cell, position: Option<&Position>, level: Level) {
        let could = Ends::of(position, level);
        self.stress = Some(self.stress.map_or([could; 2], |[lowest, highest]| {
            [
                Ends { lo: lowest.lo.min(could.lo), hi: lowest.hi.min(could.hi) },
                Ends { lo: highest.lo.max(could.lo), hi: highest.hi.max(could.hi) },
            ]
        }));
        self.roots.push(cell.root);
        let Some(position) = position else { return };
        self.low_confidence |= position.confidence == Some(Confidence::Low);
        self.not_in_force |= position.status.is_some_and(|status| status != Status::InForce);
        self.contested |= position.contested.is_some();
        self.approaches.extend(position.approach);
    }

    /// Whether both name instruments and share none.
    pub(super) fn differs_in_instrument(&self, other: &Self) -> bool {
        let shared = self.approaches.iter().any(|approach| other.approaches.contains(approach));
        !self.approaches.is_empty() && !other.approaches.is_empty() && !shared
    }

    /// Whether both rest on the same entries.
    pub(super) fn rests_on(&self, other: &Self) -> bool {
        self.roots == other.roots
    }

    /// The smallest and the largest width of a gap if each low-confidence level may be one step off.
    pub(super) fn stress(&self, other: &Self) -> Option<[u8; 2]> {
        let ([lowest, highest], [other_lowest, other_highest]) = (self.stress?, other.stress?);
        if self.rests_on(other) {
            return Some([0, 0]);
        }
        let least =
            other_lowest.lo.saturating_sub(highest.hi).max(lowest.lo.saturating_sub(other_highest.hi));
        let most = other_lowest.hi.saturating_sub(highest.lo).max(lowest.hi.saturating_sub(other_highest.lo));
        Some([least, most])
    }
}
