use super::{Code, SavedView, Weight};
use crate::text::Span;

/// `board.yaml` as it is written: who is compared, in which order, against which poles.
#[derive(Clone, Debug)]
pub struct BoardPlan {
    /// Title of the whole comparison.
    pub title: Box<str>,
    /// The two poles.
    pub poles: [(Code, Span); 2],
    /// The jurisdictions in column order.
    pub jurisdictions: Vec<JurisdictionEntry>,
    /// The groups, in the order written.
    pub groups: Vec<GroupEntry>,
    /// The group to start with; all jurisdictions where none is named.
    pub group: Option<(Box<str>, Span)>,
    /// The areas in reading order.
    pub areas: Vec<AreaEntry>,
    /// The weights to start with.
    pub weights: (WeightChoice, Span),
    /// Named weight sets, in the order written.
    pub weight_sets: Vec<WeightSetEntry>,
    /// Days after which a position counts as stale.
    pub stale_after_days: u32,
    /// The saved views, in the order written.
    pub views: Vec<SavedView>,
    /// Whether codes the plan does not know become further columns, in order of appearance.
    pub open: bool,
}

impl BoardPlan {
    /// The name of the group that nobody has to define: every jurisdiction.
    pub const ALL: &str = "all";

    /// Days after which a position counts as stale, unless the board says otherwise.
    pub const STALE_AFTER_DAYS: u32 = 365;
}

/// A jurisdiction as the board names it.
#[derive(Clone, Debug)]
pub struct JurisdictionEntry {
    /// Its code.
    pub code: Code,
    /// Where the code is written.
    pub code_at: Span,
    /// Its name.
    pub name: Box<str>,
    /// Its name for narrow places.
    pub short: Option<Box<str>>,
    /// The union it is a member of.
    pub member_of: Option<(Code, Span)>,
}

/// A named group of jurisdictions.
#[derive(Clone, Debug)]
pub struct GroupEntry {
    /// Its name.
    pub name: Box<str>,
    /// Its members.
    pub members: Vec<(Code, Span)>,
}

/// An area the board lists.
#[derive(Clone, Debug)]
pub struct AreaEntry {
    /// Id of the area.
    pub id: Box<str>,
    /// Where the id is written.
    pub at: Span,
    /// Its weight among the areas.
    pub weight: Weight,
}

/// Which weights of measures count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum WeightChoice {
    /// Those of the scorecards.
    #[default]
    Authored,
    /// All measures alike.
    Equal,
    /// A named set of the board.
    Named(Box<str>),
}

/// A named set of weights.
#[derive(Clone, Debug)]
pub struct WeightSetEntry {
    /// Its name.
    pub name: Box<str>,
    /// The measures it weighs differently.
    pub weights: Vec<WeightEntry>,
}

/// The weight of one measure in a named set.
#[derive(Clone, Debug)]
pub struct WeightEntry {
    /// The area's id.
    pub area: Box<str>,
    /// The measure's id.
    pub measure: Box<str>,
    /// Its weight in this set.
    pub weight: Weight,
    /// Where it is written.
    pub at: Span,
}
