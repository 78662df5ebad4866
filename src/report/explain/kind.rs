use super::catalogue::{self, About};

/// A figure of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The steps between the poles on a measure.
    Gap,
    /// A gap's part of all weighted steps, and its rank.
    Share,
    /// How much of an area each pole is fuller by.
    Sides,
    /// Numbers of measures by how the poles stand.
    Counts,
    /// The alignment of two jurisdictions.
    Pair,
    /// What that could be if unsure levels were one step off.
    Stress,
    /// How their kinds of instrument compare.
    Instruments,
    /// The alignment of the group with itself.
    Group,
    /// How the units of the group stand on a measure.
    Spread,
    /// The levels that cost the fewest steps.
    Middle,
    /// A jurisdiction's agreement with the group.
    Agreement,
    /// The effective weight of a measure.
    Weight,
    /// What a move would give.
    Move,
    /// What the group is without one of it.
    Without,
    /// Who stands between the poles.
    Bridge,
    /// A jurisdiction's mean alignment with the others.
    Closeness,
    /// Who is closest to the rest.
    Closest,
    /// Whether an order survives other weights.
    Robustness,
    /// Where two meet in the tree.
    Join,
    /// How faithful the tree is.
    Tree,
    /// How far there are camps.
    Silhouette,
}

impl Kind {
    /// Every figure, in the order of the list.
    pub const ALL: [Self; 21] = [
        Self::Gap,
        Self::Share,
        Self::Sides,
        Self::Counts,
        Self::Pair,
        Self::Stress,
        Self::Instruments,
        Self::Group,
        Self::Spread,
        Self::Middle,
        Self::Agreement,
        Self::Weight,
        Self::Move,
        Self::Without,
        Self::Bridge,
        Self::Closeness,
        Self::Closest,
        Self::Robustness,
        Self::Join,
        Self::Tree,
        Self::Silhouette,
    ];

    /// The word of the command line and of exports.
    pub fn key(self) -> &'static str {
        self.about().key
    }

    /// Its name for people.
    pub fn title(self) -> &'static str {
        self.about().title
    }

    /// What comes behind its word on the command line.
    pub fn arguments(self) -> &'static str {
        self.about().arguments
    }

    /// What is the same for every case of it.
    pub(super) fn about(self) -> &'static About {
        match self {
            Self::Gap => &catalogue::GAP,
            Self::Share => &catalogue::SHARE,
            Self::Sides => &catalogue::SIDES,
            Self::Counts => &catalogue::COUNTS,
            Self::Pair => &catalogue::PAIR,
            Self::Stress => &catalogue::STRESS,
            Self::Instruments => &catalogue::INSTRUMENTS,
            Self::Group => &catalogue::GROUP,
            Self::Spread => &catalogue::SPREAD,
            Self::Middle => &catalogue::MIDDLE,
            Self::Agreement => &catalogue::AGREEMENT,
            Self::Weight => &catalogue::WEIGHT,
            Self::Move => &catalogue::MOVE,
            Self::Without => &catalogue::WITHOUT,
            Self::Bridge => &catalogue::BRIDGE,
            Self::Closeness => &catalogue::CLOSENESS,
            Self::Closest => &catalogue::CLOSEST,
            Self::Robustness => &catalogue::ROBUSTNESS,
            Self::Join => &catalogue::JOIN,
            Self::Tree => &catalogue::TREE,
            Self::Silhouette => &catalogue::SILHOUETTE,
        }
    }
}
