/// The views there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Where do we stand?
    Board,
    /// One area: every measure by every jurisdiction.
    Matrix,
    /// What is worth the group's time.
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

impl View {
    /// Every view with the command that opens it and its name.
    pub const ALL: [(Self, &'static str, &'static str); 8] = [
        (Self::Board, "board", "Board"),
        (Self::Matrix, "matrix", "Matrix"),
        (Self::Gaps, "gaps", "Gaps"),
        (Self::Compare, "compare", "Compare"),
        (Self::Blocs, "blocs", "Blocs"),
        (Self::Moves, "moves", "Moves"),
        (Self::Entities, "entities", "Entities"),
        (Self::Timeline, "timeline", "Timeline"),
    ];
}
