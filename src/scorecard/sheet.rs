use super::{Code, PartialDate, Position, Prose, Weight};
use crate::text::Span;

/// One policy area as its file says it, before its codes are resolved against a board.
#[derive(Clone, Debug)]
pub struct Scorecard {
    /// Id of the area.
    pub id: Box<str>,
    /// Where the id is written.
    pub id_at: Span,
    /// Full title.
    pub title: Box<str>,
    /// Title for narrow places, at most 28 characters.
    pub short: Option<Box<str>>,
    /// What the area compares and why.
    pub summary: Prose,
    /// Date the content was true.
    pub as_of: PartialDate,
    /// Where that is written.
    pub as_of_at: Span,
    /// What to bear in mind.
    pub caveats: Vec<Caveat>,
    /// The measures, in the order written.
    pub measures: Vec<MeasureEntry>,
}

/// Something to bear in mind when reading the positions it applies to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caveat {
    /// The caveat.
    pub text: Prose,
    /// What it applies to; everything where it names nothing.
    pub applies_to: Vec<Standing>,
}

impl Caveat {
    /// Whether it is to be borne in mind for a measure and any of these jurisdictions; for all of them where none is
    /// named.
    pub fn concerns(&self, measure: &str, codes: &[Code]) -> bool {
        let at_cell = |cell: &str| codes.is_empty() || codes.iter().any(|code| code.as_str() == cell);
        let concerned =
            |standing: &Standing| *standing.row == *measure && standing.cell.as_deref().is_none_or(at_cell);
        self.applies_to.is_empty() || self.applies_to.iter().any(concerned)
    }
}

/// What a caveat stands beside: a whole row, or one cell of it (`measure` or `measure/CODE`; in the register
/// `list`, `entity` or `entity/list`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The measure, entity or list.
    pub row: Box<str>,
    /// The jurisdiction's code or the list, where the caveat is about one cell.
    pub cell: Option<Box<str>>,
    /// Where it is written.
    pub at: Span,
}

/// One measure as its file says it.
#[derive(Clone, Debug)]
pub struct MeasureEntry {
    /// Id, unique in its area.
    pub id: Box<str>,
    /// Where the id is written.
    pub id_at: Span,
    /// Full title.
    pub title: Box<str>,
    /// Title for narrow places, at most 28 characters.
    pub short: Option<Box<str>>,
    /// The question the levels answer.
    pub question: Prose,
    /// Why it matters.
    pub why: Prose,
    /// Weight in its area.
    pub weight: Weight,
    /// Why it weighs what it weighs.
    pub weight_note: Prose,
    /// Whose matter it is.
    pub competence: Competence,
    /// The kinds of instrument.
    pub approaches: Vec<Approach>,
    /// The sentence of each level, 0 to 4; empty where none is written.
    pub scale: [Prose; 5],
    /// How the poles' regimes meet.
    pub relation: Option<Relation>,
    /// In words.
    pub relation_note: Prose,
    /// The positions, in the order written.
    pub positions: Vec<Entry>,
    /// The measure's place in its file.
    pub at: Span,
}

/// A kind of instrument on one measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approach {
    /// The word positions use.
    pub name: Box<str>,
    /// What it means.
    pub meaning: Prose,
}

/// Whose matter a measure is inside a union.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Competence {
    /// The union's alone: a member without an entry inherits.
    Eu,
    /// Shared between the union and its members.
    #[default]
    Shared,
    /// The members' alone: the union's own act does not count.
    MemberState,
}

impl Competence {
    /// Every competence.
    pub const ALL: [Self; 3] = [Self::Eu, Self::Shared, Self::MemberState];

    /// The word the files use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Eu => "eu",
            Self::Shared => "shared",
            Self::MemberState => "member-state",
        }
    }

    /// The words people read: who decides.
    pub fn words(self) -> &'static str {
        match self {
            Self::Eu => "Union competence",
            Self::Shared => "shared competence",
            Self::MemberState => "member states decide",
        }
    }
}

/// How the poles' regimes meet on a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// They cover different ground and add up.
    Complementary,
    /// They cover the same ground twice.
    Overlapping,
    /// Following one can break the other.
    Conflicting,
}

impl Relation {
    /// Every relation.
    pub const ALL: [Self; 3] = [Self::Complementary, Self::Overlapping, Self::Conflicting];

    /// The word the files and people use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Complementary => "complementary",
            Self::Overlapping => "overlapping",
            Self::Conflicting => "conflicting",
        }
    }
}

/// One jurisdiction's entry under a measure.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The jurisdiction.
    pub code: Code,
    /// Where its code is written.
    pub code_at: Span,
    /// What it says.
    pub says: Said,
}

/// What an entry says: a position of its own, or that it is another's.
#[derive(Clone, Debug)]
pub enum Said {
    /// Takes the position of another jurisdiction, with everything it says.
    Inherits {
        /// From whom.
        from: Code,
        /// Where that is written.
        at: Span,
    },
    /// A position of its own.
    Own(Box<Position>),
}
