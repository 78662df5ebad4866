use super::config::Characters;
use super::shape::{BOARD, CONFIG, ENTITIES, SCENARIO, SCORECARD, Shape, THEME};
use super::theme::{Background, Colour16};
use crate::scorecard::{
    Answer, Competence, Confidence, Level, ListingStatus, Marking, Membership, OptionalColumn, Relation,
    Status, Use, ViewName,
};

/// The kinds of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Who is compared.
    Board,
    /// A policy area.
    Scorecard,
    /// A register of entities.
    Entities,
    /// What-ifs with a name.
    Scenario,
    /// A theme of the terminal program.
    Theme,
    /// How a person likes the program to be.
    Config,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Board, Self::Scorecard, Self::Entities, Self::Scenario, Self::Theme, Self::Config];

    /// The word files use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Board => "board",
            Self::Scorecard => "scorecard",
            Self::Entities => "entities",
            Self::Scenario => "scenario",
            Self::Theme => "theme",
            Self::Config => "config",
        }
    }

    /// The shape of the whole file.
    pub fn shape(self) -> &'static Shape {
        match self {
            Self::Board => &BOARD,
            Self::Scorecard => &SCORECARD,
            Self::Entities => &ENTITIES,
            Self::Scenario => &SCENARIO,
            Self::Theme => &THEME,
            Self::Config => &CONFIG,
        }
    }
}

/// A set of words that a key takes, as files write them.
pub trait Words: Copy + 'static {
    /// Every value with its word.
    fn all() -> impl Iterator<Item = (&'static str, Self)>;
}

macro_rules! words {
    ($($set:ty),*) => {$(
        impl Words for $set {
            fn all() -> impl Iterator<Item = (&'static str, Self)> {
                Self::ALL.into_iter().map(|one| (one.key(), one))
            }
        }
    )*};
}

words!(
    Kind,
    Competence,
    Confidence,
    ListingStatus,
    Marking,
    Membership,
    OptionalColumn,
    Relation,
    Status,
    Use,
    Background,
    Colour16,
    Characters,
    ViewName
);

impl Words for Level {
    fn all() -> impl Iterator<Item = (&'static str, Self)> {
        ["0", "1", "2", "3", "4"].into_iter().zip(Self::all())
    }
}

impl Words for Answer {
    fn all() -> impl Iterator<Item = (&'static str, Self)> {
        let levels = <Level as Words>::all().map(|(word, level)| (word, Self::Known(level)));
        levels.chain([("unknown", Self::Unknown), ("na", Self::NotApplicable)])
    }
}

impl Words for bool {
    fn all() -> impl Iterator<Item = (&'static str, Self)> {
        [("true", true), ("false", false)].into_iter()
    }
}

/// The version of a file's shape. There is one so far.
#[derive(Clone, Copy, Debug)]
pub struct Version;

impl Words for Version {
    fn all() -> impl Iterator<Item = (&'static str, Self)> {
        [("1", Self)].into_iter()
    }
}

/// The words of a set, for tables and messages.
pub(super) fn words_of<T: Words>() -> Vec<&'static str> {
    T::all().map(|(word, _)| word).collect()
}
