use crate::scorecard::{Board, Column};

/// Who decides on a level of one's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decider {
    /// A union: a jurisdiction that others are members of.
    Union,
    /// A member of a union.
    Member,
    /// A jurisdiction that is neither.
    Single,
}

impl Decider {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Union, Self::Member, Self::Single];

    /// What a jurisdiction is.
    pub fn of(board: &Board, column: Column) -> Self {
        if board.members(column).next().is_some() {
            Self::Union
        } else if board.jurisdiction(column).member_of.is_some() {
            Self::Member
        } else {
            Self::Single
        }
    }

    /// The word of options and exports.
    pub fn key(self) -> &'static str {
        match self {
            Self::Union => "union",
            Self::Member => "member",
            Self::Single => "single",
        }
    }
}

/// Whose moves are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Those of one kind.
    Kind(Decider),
    /// Those of one jurisdiction.
    Column(Column),
}

impl By {
    /// Whether a column's moves are wanted: by one of several, or by anyone where none is named.
    pub fn any(wanted: &[Self], board: &Board, column: Column) -> bool {
        wanted.is_empty()
            || wanted.iter().any(|by| match *by {
                Self::Kind(kind) => Decider::of(board, column) == kind,
                Self::Column(only) => only == column,
            })
    }
}
