use super::Code;
use crate::text::Span;

/// A view of the board with everything that arranges it, under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    /// Its name.
    pub name: Box<str>,
    /// Where the name is written.
    pub name_at: Span,
    /// Which view it is.
    pub view: ViewName,
    /// The terms of its filter; everything where there are none.
    pub filter: Option<Phrase>,
    /// Its order; the view's own where there is none.
    pub sort: Option<Phrase>,
    /// The area of a matrix.
    pub area: Option<Phrase>,
    /// The poles, where they are not to stay as they are.
    pub poles: Option<[(Code, Span); 2]>,
    /// The group, where it is not to stay as it is.
    pub group: Option<Phrase>,
    /// The weights, where they are not to stay as they are.
    pub weights: Option<Phrase>,
    /// Which levels are looked at, where that is not to stay as it is.
    pub lens: Option<Phrase>,
    /// Who counts once in the group, where that is not to stay as it is.
    pub units: Option<Phrase>,
    /// The jurisdictions shown beside the poles, in order; the board's own where there are none.
    pub columns: Option<Vec<(Code, Span)>>,
    /// The columns of the list of gaps that are hidden.
    pub hidden: Vec<(OptionalColumn, Span)>,
    /// The two that Compare puts side by side, as they are typed: a code, and behind an `@` the lens of its own.
    pub sides: Vec<Phrase>,
}

/// Words of a file and where they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// What they say.
    pub text: Box<str>,
    /// The scalar, with its quotes.
    pub at: Span,
}

impl Phrase {
    /// Where some bytes of the text are written; the whole scalar where escapes or line breaks moved them.
    pub fn place(&self, inside: Span) -> Span {
        let length = self.text.len() as u32;
        let quotes = (self.at.end - self.at.start).checked_sub(length);
        match quotes {
            Some(quotes @ (0 | 2)) => {
                let start = self.at.start + quotes / 2;
                Span::new(start + inside.start, start + inside.end)
            }
            _ => self.at,
        }
    }
}

/// A column of the list of gaps that can be hidden: without its rank, its width and its measure a row says nothing, and
/// the levels of the poles are there while they are needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionalColumn {
    /// The area.
    Area,
    /// Weight times width.
    Weight,
    /// How the group stands.
    Group,
    /// The next dated step of a pole.
    Next,
}

impl OptionalColumn {
    /// Every one, from left to right.
    pub const ALL: [Self; 4] = [Self::Area, Self::Weight, Self::Group, Self::Next];

    /// The word files use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Weight => "weight",
            Self::Group => "group",
            Self::Next => "next",
        }
    }
}

/// A view of the terminal program that shows a table of the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ViewName {
    /// One row an area.
    Board,
    /// One area, every measure by every jurisdiction.
    Matrix,
    /// The gaps of all areas.
    Gaps,
    /// Any two side by side.
    Compare,
    /// Who stands with whom.
    Blocs,
    /// What would bring the group closer.
    Moves,
    /// One company, many lists.
    Entities,
    /// What changed, what is coming.
    Timeline,
}

impl ViewName {
    /// Every view.
    pub const ALL: [Self; 8] = [
        Self::Board,
        Self::Matrix,
        Self::Gaps,
        Self::Compare,
        Self::Blocs,
        Self::Moves,
        Self::Entities,
        Self::Timeline,
    ];

    /// The word the files and people use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Board => "board",
            Self::Matrix => "matrix",
            Self::Gaps => "gaps",
            Self::Compare => "compare",
            Self::Blocs => "blocs",
            Self::Moves => "moves",
            Self::Entities => "entities",
            Self::Timeline => "timeline",
        }
    }
}
