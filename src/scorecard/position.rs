use super::{Answer, Confidence, Level, PartialDate, Prose, Source, Status, Use};
use crate::text::Span;

/// What one jurisdiction has on one measure, as its file says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// The level as recorded: the content of the regime as enacted, once fully applied.
    pub level: Answer,
    /// Where the level is written.
    pub level_at: Span,
    /// What legally applies today, given where the status is not in force.
    pub level_now: Option<Answer>,
    /// The kind of instrument: the number of it among the measure's approaches.
    pub approach: Option<u16>,
    /// How far the instrument has come.
    pub status: Option<Status>,
    /// Where the status is written.
    pub status_at: Span,
    /// The instrument's name.
    pub instrument: Prose,
    /// Since when.
    pub since: Option<PartialDate>,
    /// Dated steps that are known to come, in the order written.
    pub next: Vec<NextStep>,
    /// How often it is used.
    pub usage: Option<Use>,
    /// The position in one line.
    pub headline: Prose,
    /// The position in a paragraph.
    pub summary: Prose,
    /// How sure the authors are of the level.
    pub confidence: Option<Confidence>,
    /// Where it can be read.
    pub sources: Vec<Source>,
    /// The reviewers' note. Always private.
    pub note: Prose,
    /// The jurisdiction's own statement.
    pub reply: Prose,
    /// Who may see the position.
    pub marking: Marking,
    /// A second level that is argued for.
    pub contested: Option<Contested>,
    /// Who reviewed it last, and when.
    pub reviewed: Option<Review>,
    /// The position's place in its file.
    pub at: Span,
}

impl Position {
    /// A position that says its level and nothing else, not even where it stands.
    pub fn bare(level: Answer) -> Self {
        Self {
            level,
            level_at: Span::default(),
            level_now: None,
            approach: None,
            status: None,
            status_at: Span::default(),
            instrument: Prose::default(),
            since: None,
            next: Vec::new(),
            usage: None,
            headline: Prose::default(),
            summary: Prose::default(),
            confidence: None,
            sources: Vec::new(),
            note: Prose::default(),
            reply: Prose::default(),
            marking: Marking::Clear,
            contested: None,
            reviewed: None,
            at: Span::default(),
        }
    }
}

/// A dated step that is known to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// When.
    pub date: PartialDate,
    /// Where the date is written.
    pub date_at: Span,
    /// What happens then.
    pub what: Prose,
    /// The level from then on, where it can be foreseen.
    pub level: Option<Level>,
}

/// Who may see a position (the traffic light protocol's levels). Governs the whole position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Marking {
    /// Everyone.
    #[default]
    Clear,
    /// The community.
    Green,
    /// The organisation and those who need it.
    Amber,
    /// The organisation only.
    AmberStrict,
    /// The people in the room only.
    Red,
}

impl Marking {
    /// Every marking, most open first.
    pub const ALL: [Self; 5] = [Self::Clear, Self::Green, Self::Amber, Self::AmberStrict, Self::Red];

    /// The word the files and people use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Green => "green",
            Self::Amber => "amber",
            Self::AmberStrict => "amber+strict",
            Self::Red => "red",
        }
    }
}

/// A second level that is argued for, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contested {
    /// The other level.
    pub level: Level,
    /// The reason given.
    pub reason: Prose,
}

/// The last review of a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// When.
    pub on: PartialDate,
    /// By whom.
    pub by: Prose,
}
