//! `board.yaml`.

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::super::word::Version;
use crate::scorecard::{OptionalColumn, ViewName};

use super::value::{BoardKind, Code, Days, Id, MeasurePath, OneOf, Text, Weight};

/// Who is compared, in which order, against which poles, over which areas.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct BoardFile {
    /// What the file is.
    pub kind: BoardKind,
    /// The version of the file's shape.
    pub version: OneOf<Version>,
    /// Title of the whole comparison.
    pub title: Text,
    /// The two jurisdictions that gaps are measured between.
    pub poles: [Code; 2],
    /// Who is compared, in column order.
    #[schemars(extend("minProperties" = 2, "maxProperties" = 250))]
    pub jurisdictions: BTreeMap<Code, Jurisdiction>,
    /// Named groups of jurisdictions.
    pub groups: Option<BTreeMap<String, Vec<Code>>>,
    /// The group to start with; without it all jurisdictions.
    pub group: Option<Text>,
    /// The areas in reading order; scorecards that are not listed come after them.
    pub areas: Option<Vec<Area>>,
    /// The weights to start with: authored, equal, or the name of a weight set.
    pub weights: Option<Text>,
    /// Named sets of weights, each for the measures it weighs differently from the scorecards.
    pub weight_sets: Option<BTreeMap<String, BTreeMap<MeasurePath, Weight>>>,
    /// Days after which a position counts as stale. Without it 365.
    pub stale_after_days: Option<Days>,
    /// Saved views: what is shown, in which order, under a name.
    pub views: Option<Vec<View>>,
}

/// A saved view.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct View {
    /// Its name.
    pub name: Text,
    /// Which view of the terminal program it is.
    pub view: OneOf<ViewName>,
    /// The area of a matrix, by its id.
    pub area: Option<Id>,
    /// The terms of its filter, such as `gap>=2 status:proposed`; without them everything is shown.
    pub filter: Option<Text>,
    /// The column it is ordered by, with a hyphen in front the other way round; without it the view's own order.
    pub sort: Option<Text>,
    /// The poles; without them they stay as they are.
    pub poles: Option<[Code; 2]>,
    /// The group; without it it stays as it is.
    pub group: Option<Text>,
    /// The weights: authored, equal or a weight set; without them they stay as they are.
    pub weights: Option<Text>,
    /// Which levels are looked at: as recorded, in force, the least confidence, or a date.
    pub lens: Option<Text>,
    /// Who counts once in the group: decision (a union and those who inherit from it once) or members (everyone).
    pub units: Option<Text>,
    /// The jurisdictions shown beside the poles, in order; without them those of the board.
    pub columns: Option<Vec<Code>>,
    /// The columns of the list of gaps that are hidden; without it none.
    pub hidden: Option<Vec<OneOf<OptionalColumn>>>,
    /// The two that Compare puts side by side: codes, each with a lens behind an `@` where it has one of its own, as in
    /// `EU@in-force`; without it the poles.
    pub sides: Option<Vec<Text>>,
}

/// A jurisdiction.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Jurisdiction {
    /// Its name.
    pub name: Text,
    /// Its name for narrow places.
    pub short: Option<Text>,
    /// The union it is a member of.
    pub member_of: Option<Code>,
}

/// An area, by its id or with a weight.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub enum Area {
    /// The id of the area, with weight 1.
    Id(Id),
    /// The area with a weight.
    Weighted(WeightedArea),
}

/// An area with its weight among the areas.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct WeightedArea {
    /// The id of the area.
    pub id: Id,
    /// Its weight, 0 to 100. Without it 1.
    pub weight: Option<Weight>,
}
