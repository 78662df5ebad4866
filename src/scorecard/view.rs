/// A view of the terminal program that shows a table of the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ViewName {
    /// One row an area.
    Board,
    /// One area, every measure by every jurisdiction.
    Matrix,
    /// The gaps of all areas.
    Gaps,
}

impl ViewName {
    /// Every view.
    pub const ALL: [Self; 3] = [Self::Board, Self::Matrix, Self::Gaps];

    /// The word the files and people use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Board => "board",
            Self::Matrix => "matrix",
            Self::Gaps => "gaps",
        }
    }
}
