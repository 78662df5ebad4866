use crate::scorecard::{Answer, Board, Column, Competence, Level, MeasureIndex};

use super::side::{Evidence, Pole, Reach, Side};

/// How far the poles are apart on a measure, or why that cannot be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// The same level.
    SameLevel,
    /// The poles' spans meet.
    WithinSpan,
    /// One step.
    Narrow,
    /// Two steps.
    Material,
    /// Three steps.
    Wide,
    /// Four steps.
    OppositeEnds,
    /// A side is unknown.
    OpenQuestion,
    /// The question does not apply to a side.
    NotComparable,
}

impl Band {
    /// Every band, closest first.
    pub const ALL: [Self; 8] = [
        Self::SameLevel,
        Self::WithinSpan,
        Self::Narrow,
        Self::Material,
        Self::Wide,
        Self::OppositeEnds,
        Self::OpenQuestion,
        Self::NotComparable,
    ];

    /// The band of two levels that many steps apart.
    pub fn of_width(steps: u8) -> Self {
        match steps {
            0 => Self::SameLevel,
            1 => Self::Narrow,
            2 => Self::Material,
            3 => Self::Wide,
            _ => Self::OppositeEnds,
        }
    }

    /// The word of files and exports.
    pub fn key(self) -> &'static str {
        match self {
            Self::SameLevel => "same-level",
            Self::WithinSpan => "within-span",
            Self::Narrow => "narrow",
            Self::Material => "material",
            Self::Wide => "wide",
            Self::OppositeEnds => "opposite-ends",
            Self::OpenQuestion => "open-question",
            Self::NotComparable => "not-comparable",
        }
    }
}

/// Something to know about a gap besides its width.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tag {
    /// The poles name instruments and share none.
    DifferentInstrument,
    /// A pole's status is another than in force.
    NotInForce,
    /// A pole's level could be one step off either way.
    LowConfidence,
    /// A second level is argued for at a pole.
    Contested,
    /// The members of a union stand at more levels than one, or at another than the union's.
    MembersDiffer,
    /// The same level, 1 or less: neither has it.
    Neither,
    /// The same level, 2 or more: both have it.
    Both,
}

impl Tag {
    /// Every tag, in the order it is listed.
    pub const ALL: [Self; 7] = [
        Self::DifferentInstrument,
        Self::NotInForce,
        Self::LowConfidence,
        Self::Contested,
        Self::MembersDiffer,
        Self::Neither,
        Self::Both,
    ];

    /// The word of filters and exports.
    pub fn key(self) -> &'static str {
        match self {
            Self::DifferentInstrument => "different-instrument",
            Self::NotInForce => "not-in-force",
            Self::LowConfidence => "low-confidence",
            Self::Contested => "contested",
            Self::MembersDiffer => "members-differ",
            Self::Neither => "neither",
            Self::Both => "both",
        }
    }

    /// The words people read.
    pub fn words(self) -> &'static str {
        match self {
            Self::DifferentInstrument => "different instrument",
            Self::NotInForce => "not in force",
            Self::LowConfidence => "low confidence",
            Self::Contested => "contested",
            Self::MembersDiffer => "members differ",
            Self::Neither => "neither has it",
            Self::Both => "both have it",
        }
    }
}

/// The tags of a gap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tags(u8);

impl Tags {
    /// Whether the tag is set.
    pub fn has(self, tag: Tag) -> bool {
        self.0 & (1 << tag as u8) != 0
    }

    /// The tags that are set, in the order of [`Tag::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Tag> {
        Tag::ALL.into_iter().filter(move |&tag| self.has(tag))
    }

    fn set(&mut self, tag: Tag, holds: bool) {
        self.0 |= u8::from(holds) << tag as u8;
    }
}

/// The gap between the poles on one measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// The measure.
    pub measure: MeasureIndex,
    /// Its place in the list of 4.3, from 1, shared by gaps of equal width and weight. Nothing where the gap is not known.
    pub rank: Option<u32>,
    /// Whether others share the rank.
    pub tied: bool,
    /// The first pole.
    pub first: Side,
    /// The second pole.
    pub second: Side,
    /// Steps from the first to the second, -4 to 4: above 0 the second is fuller. 0 where their spans meet.
    pub gap: Option<i8>,
    /// Its band.
    pub band: Band,
    /// The bands it could be: all that an unknown leaves open, or those reached if each low-confidence level were one
    /// step off, where that is more than its own.
    pub could_be: Option<[Band; 2]>,
    /// Weight of the measure times weight of its area, in millionths.
    pub weight: u64,
    /// Its part of all weighted steps of the board, 0 to 1, whatever is filtered. Nothing where the gap is not known.
    pub share: Option<f64>,
    /// What else to know.
    pub tags: Tags,
}

impl Gap {
    /// Steps between the poles, 0 to 4.
    pub fn width(&self) -> Option<u8> {
        self.gap.map(i8::unsigned_abs)
    }

    /// Steps times weight, in millionths; 0 where the gap is not known.
    pub fn weighted_steps(&self) -> u64 {
        self.weight * u64::from(self.width().unwrap_or(0))
    }

    /// The pole that is fuller, 0 or 1.
    pub fn fuller(&self) -> Option<usize> {
        self.gap.filter(|&gap| gap != 0).map(|gap| usize::from(gap > 0))
    }

    /// Measures the gap; rank and share are the list's to give.
    pub(super) fn measure(board: &Board, poles: &[Pole; 2], measure: MeasureIndex, weight: u64) -> Self {
        let [first, second] = [0, 1].map(|pole| poles[pole].side(board, measure));
        let [evidence, other] = [0, 1].map(|pole| poles[pole].evidence(board, measure));
        let same_position = same_position(board, poles, measure);
        let (gap, band) = width(&first, &second, same_position);
        let could_be = match (gap, band) {
            (None, Band::OpenQuestion) => Some(left_open(first.reach, second.reach)),
            (Some(gap), _) => stress(poles, &evidence, &other)
                .filter(|&widths| widths != [gap.unsigned_abs(); 2])
                .map(|widths| widths.map(Band::of_width)),
            _ => None,
        };
        let tags = tags(board, measure, [&first, &second], [&evidence, &other], gap);
        Self {
            measure,
            rank: None,
            tied: false,
            first,
            second,
            gap,
            band,
            could_be,
            weight,
            share: None,
            tags,
        }
    }
}

/// The smallest and the largest width if each low-confidence level may be one step off. What is known of one entry is as
/// sure through one lens as through another, so two lenses on it leave nothing open.
fn stress(poles: &[Pole; 2], evidence: &Evidence, other: &Evidence) -> Option<[u8; 2]> {
    let one_entry = evidence.rests_on(other) && !same_lens(poles);
    if one_entry { None } else { evidence.stress(other) }
}

fn same_lens([first, second]: &[Pole; 2]) -> bool {
    first.profile.lens == second.profile.lens
}

/// Whether the poles show one entry through one lens: the same position, also where its level is unknown.
fn same_position(board: &Board, poles: &[Pole; 2], measure: MeasureIndex) -> bool {
    if !same_lens(poles) {
        return false;
    }
    let [first, second] = [0, 1].map(|pole| poles[pole].deciding(board, measure));
    let root = |column: Column| board.cell(measure, column).root;
    matches!((first, second), (&[first], &[second]) if root(first) == root(second))
}

fn width(first: &Side, second: &Side, same_position: bool) -> (Option<i8>, Band) {
    let ([low, high], [other_low, other_high]) = match (first.reach, second.reach) {
        (Reach::NotApplicable, _) | (_, Reach::NotApplicable) => return (None, Band::NotComparable),
        (Reach::Known { lo, hi }, Reach::Known { lo: other_lo, hi: other_hi }) => {
            ([lo, hi], [other_lo, other_hi])
        }
        _ if same_position => return (Some(0), Band::SameLevel),
        _ => return (None, Band::OpenQuestion),
    };
    let up = other_low.number().saturating_sub(high.number());
    let down = low.number().saturating_sub(other_high.number());
    let gap = up.cast_signed() - down.cast_signed();
    let spans = low != high || other_low != other_high;
    let band = if gap == 0 && spans { Band::WithinSpan } else { Band::of_width(up + down) };
    (Some(gap), band)
}

/// The closest and the farthest band an unknown side leaves possible.
fn left_open(first: Reach, second: Reach) -> [Band; 2] {
    let widest = match first.levels().or(second.levels()) {
        Some([lo, hi]) => lo.number().max(Level::HIGHEST - hi.number()),
        None => Level::HIGHEST,
    };
    [Band::SameLevel, Band::of_width(widest)]
}

fn tags(
    board: &Board,
    measure: MeasureIndex,
    sides: [&Side; 2],
    evidence: [&Evidence; 2],
    gap: Option<i8>,
) -> Tags {
    let mut tags = Tags::default();
    tags.set(Tag::DifferentInstrument, evidence[0].differs_in_instrument(evidence[1]));
    tags.set(Tag::NotInForce, evidence.iter().any(|pole| pole.not_in_force));
    tags.set(Tag::LowConfidence, evidence.iter().any(|pole| pole.low_confidence));
    tags.set(Tag::Contested, evidence.iter().any(|pole| pole.contested));
    let competence = board.measure(measure).competence;
    tags.set(Tag::MembersDiffer, sides.iter().any(|side| members_differ(side, competence)));
    if let (Some(0), Some([low, _]), Some([other_low, _])) =
        (gap, sides[0].reach.levels(), sides[1].reach.levels())
    {
        let has_it = low.max(other_low).number() >= 2;
        tags.set(Tag::Neither, !has_it);
        tags.set(Tag::Both, has_it);
    }
    tags
}

/// On a shared matter: the members do not all stand at the union's level. On the members' own: not all at one level.
fn members_differ(side: &Side, competence: Competence) -> bool {
    let Some([lo, hi]) = side.members.and_then(Reach::levels) else { return false };
    match (competence, side.own) {
        (Competence::Shared, Answer::Known(own)) => [lo, hi] != [own, own],
        (Competence::Shared | Competence::MemberState, _) => lo != hi,
        (Competence::Eu, _) => false,
    }
}
