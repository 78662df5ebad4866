use std::fmt;

use crate::analysis::{Band, Decider, Phase, Tag};
use crate::scorecard::{Answer, Code, Confidence, Level, ListingStatus, PartialDate, Status, Weight};

/// What one word of a filter asks for. Each kind belongs to one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words in titles, ids, headlines, instruments and summaries, without regard to capitals.
    Text(Box<str>),
    /// Steps between the poles.
    Gap(u8),
    /// How far the poles are apart, or why that cannot be said.
    Band(Band),
    /// The pole that is fuller, or neither.
    Fuller(Option<Code>),
    /// The areas whose ids begin so.
    Area(Box<str>),
    /// Something to know about a gap.
    Tag(Tag),
    /// The weight of a measure in its area.
    Weight(Weight),
    /// The date of the next step of a pole.
    Next(PartialDate),
    /// Whose positions are looked at.
    Jurisdiction(Code),
    /// The level of a position.
    Level(Answer),
    /// How far the instrument behind a position has come.
    Status(Status),
    /// How sure the authors are of a position's level.
    Confidence(Confidence),
    /// What kind of jurisdiction decides on a position.
    Decides(Decider),
    /// The kind of instrument of a position.
    Approach(Box<str>),
    /// Whether a position is an open question: unknown or contested.
    Open(bool),
    /// Whether a position has not been looked at for a long time.
    Stale(bool),
    /// Whether an entity is on a list.
    Listing(ListingStatus),
    /// The lists whose ids begin so.
    List(Box<str>),
    /// The country of an entity, as its code.
    Country(Box<str>),
    /// A jurisdiction that lists an entity.
    By(Code),
    /// The only jurisdiction that lists an entity.
    Only(Code),
    /// How many of the poles list an entity.
    Poles(u8),
    /// The pole, 0 or 1, that lists an entity where the other does not.
    OnePole(usize),
    /// How a dated change stands to today.
    Phase(Phase),
    /// The date of a change.
    Date(PartialDate),
}

impl Value {
    /// Whether more and less mean something for it.
    pub(super) fn is_ordered(&self) -> bool {
        matches!(
            self,
            Self::Gap(_)
                | Self::Weight(_)
                | Self::Next(_)
                | Self::Date(_)
                | Self::Level(Answer::Known(_))
                | Self::Poles(_)
        )
    }

    /// Whether it is asked of a position, and not of the measure or its gap.
    pub(super) fn is_of_a_position(&self) -> bool {
        matches!(
            self,
            Self::Level(_)
                | Self::Status(_)
                | Self::Confidence(_)
                | Self::Decides(_)
                | Self::Approach(_)
                | Self::Open(_)
                | Self::Stale(_)
        )
    }
}

/// As it is typed.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text)
            | Self::Area(text)
            | Self::Approach(text)
            | Self::List(text)
            | Self::Country(text) => f.write_str(&quoted(text)),
            Self::Gap(steps) => write!(f, "{steps}"),
            Self::Poles(number) => write!(f, "{number}"),
            Self::OnePole(pole) => f.write_str(POLES[(*pole).min(1)]),
            Self::Listing(status) => f.write_str(status.key()),
            Self::Band(band) => f.write_str(band.key()),
            Self::Fuller(Some(code)) | Self::Jurisdiction(code) | Self::By(code) | Self::Only(code) => {
                f.write_str(code.as_str())
            }
            Self::Fuller(None) => f.write_str(NEITHER),
            Self::Tag(tag) => f.write_str(tag.key()),
            Self::Weight(weight) => write!(f, "{weight}"),
            Self::Next(date) | Self::Date(date) => write!(f, "{date}"),
            Self::Phase(phase) => f.write_str(phase.key()),
            Self::Level(answer) => f.write_str(level_word(*answer)),
            Self::Status(status) => f.write_str(status.key()),
            Self::Confidence(confidence) => f.write_str(confidence.key()),
            Self::Decides(kind) => f.write_str(kind.key()),
            Self::Open(yes) | Self::Stale(yes) => f.write_str(yes_or_no(*yes)),
        }
    }
}

/// The words for the first and the second pole.
pub(super) const POLES: [&str; 2] = ["first", "second"];

/// The word for a gap on which no pole is fuller.
pub(super) const NEITHER: &str = "neither";

/// The word of a level or of what stands in its place.
pub(super) fn level_word(answer: Answer) -> &'static str {
    match answer {
        Answer::Known(level) => digit(level.number()),
        Answer::Unknown => "unknown",
        Answer::NotApplicable => "na",
    }
}

/// Steps and levels run from 0 to 4.
pub(super) fn digit(number: u8) -> &'static str {
    const DIGITS: [&str; 5] = ["0", "1", "2", "3", "4"];
    DIGITS[usize::from(number.min(Level::HIGHEST))]
}

/// The words of a question.
pub(super) fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// Whether a word has to stand in quotes so that nothing in it means something else.
fn needs_quotes(text: &str) -> bool {
    let has_sign = |c: char| c.is_whitespace() || matches!(c, ',' | '"' | ':' | '=' | '<' | '>');
    text.is_empty() || text.starts_with('-') || text.contains(has_sign)
}

/// A word as it is typed, in quotes where it needs them.
pub(super) fn quoted(text: &str) -> String {
    if needs_quotes(text) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}
