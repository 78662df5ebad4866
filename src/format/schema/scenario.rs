//! Files of what-ifs.

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::super::word::Version;
use crate::scorecard::{Answer, Membership};

use super::value::{Code, Id, MeasurePath, OneOf, PositionPath, ScenarioKind, Text, Weight};

/// What-ifs with a name: levels, weights and members that are supposed, and why. They are no facts and change no scorecard.
#[derive(Debug, JsonSchema)]
#[expect(clippy::zero_sized_map_values, reason = "these types describe values and hold none")]
#[schemars(deny_unknown_fields)]
pub struct ScenarioFile {
    /// What the file is.
    pub kind: ScenarioKind,
    /// The version of the file's shape.
    pub version: OneOf<Version>,
    /// Id of the scenario, unique in the workspace.
    pub id: Id,
    /// Full title.
    pub title: Text,
    /// Why it is worth looking at.
    pub note: Option<Text>,
    /// The supposed levels, each of one jurisdiction on one measure.
    pub levels: Option<BTreeMap<PositionPath, OneOf<Answer>>>,
    /// The supposed weights of measures in their areas, whichever weights are in use.
    pub weights: Option<BTreeMap<MeasurePath, Weight>>,
    /// The supposed weights of areas.
    pub areas: Option<BTreeMap<Id, Weight>>,
    /// Who is supposed to be in the group or outside of it, whichever group is in use.
    pub members: Option<BTreeMap<Code, OneOf<Membership>>>,
}
