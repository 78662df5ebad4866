//! A policy area.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde_json::json;

use super::super::word::Version;
use super::value::{Code, Date, Id, OneOf, ScorecardKind, Text, Weight};
use crate::scorecard::{Answer, Competence, Confidence, Level, Marking, Relation, Status, Use};

/// One policy area: its measures, their scales and who has which position.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ScorecardFile {
    /// What the file is.
    pub kind: ScorecardKind,
    /// The version of the file's shape.
    pub version: OneOf<Version>,
    /// Id of the area, unique in the workspace.
    pub id: Id,
    /// Full title.
    pub title: Text,
    /// Title for narrow places, at most 28 characters.
    pub short: Option<Text>,
    /// What the area compares and why.
    pub summary: Option<Text>,
    /// Date the content was true.
    pub as_of: Date,
    /// What to bear in mind.
    pub caveats: Option<Vec<Caveat>>,
    /// The measures, in reading order.
    pub measures: Vec<Measure>,
}

/// Something to bear in mind.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Caveat {
    /// The caveat.
    pub text: Text,
    /// What it is about: `measure` or `measure/CODE`; in the register `list`, `entity` or `entity/list`. Without it
    /// everything.
    pub applies_to: Option<Vec<Text>>,
}

/// One measure.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Measure {
    /// Id, unique in its area.
    pub id: Id,
    /// Full title.
    pub title: Text,
    /// Title for narrow places, at most 28 characters.
    pub short: Option<Text>,
    /// The question the levels answer.
    pub question: Text,
    /// Why it matters.
    pub why: Option<Text>,
    /// Weight in its area, 0 to 100. Without it 1.
    pub weight: Option<Weight>,
    /// Why it weighs what it weighs.
    pub weight_note: Option<Text>,
    /// Whose matter it is inside a union. Without it shared.
    pub competence: Option<OneOf<Competence>>,
    /// The kinds of instrument, each with what it means.
    pub approaches: Option<BTreeMap<String, Text>>,
    /// What each level means, one sentence each.
    pub scale: Scale,
    /// How the regimes of the poles meet.
    pub relation: Option<OneOf<Relation>>,
    /// How they meet, in words.
    pub relation_note: Option<Text>,
    /// The positions, by jurisdiction.
    pub positions: BTreeMap<Code, Entry>,
}

/// The sentence of each level.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Scale {
    /// Level 0.
    #[schemars(rename = "0")]
    pub level_0: Option<Text>,
    /// Level 1.
    #[schemars(rename = "1")]
    pub level_1: Option<Text>,
    /// Level 2.
    #[schemars(rename = "2")]
    pub level_2: Option<Text>,
    /// Level 3.
    #[schemars(rename = "3")]
    pub level_3: Option<Text>,
    /// Level 4.
    #[schemars(rename = "4")]
    pub level_4: Option<Text>,
}

/// What a jurisdiction has: another's position, or its own.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub enum Entry {
    /// The position of another jurisdiction, with everything it says.
    Inherited(Inherited),
    /// A position of its own.
    Own(Box<Position>),
}

/// A position taken over as a whole.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Inherited {
    /// The jurisdiction whose position it is.
    pub inherit: Code,
}

/// A position. A known level needs its status and its confidence.
#[derive(Debug, JsonSchema)]
#[schemars(
    deny_unknown_fields,
    extend(
        "if" = json!({"properties": {"level": {"not": {"enum": ["unknown", "na"]}}}}),
        "then" = json!({"required": ["status", "confidence"]})
    )
)]
pub struct Position {
    /// How much regime there is, as enacted and once fully applied: 0 to 4, unknown or na.
    pub level: OneOf<Answer>,
    /// What legally applies today, where the status is not in force.
    pub level_now: Option<OneOf<Answer>>,
    /// The kind of instrument: one of the measure's approaches.
    pub approach: Option<Text>,
    /// How far the instrument has come.
    pub status: Option<OneOf<Status>>,
    /// The instrument's name.
    pub instrument: Option<Text>,
    /// Since when.
    pub since: Option<Date>,
    /// Dated steps that are known to come.
    pub next: Option<Vec<NextStep>>,
    /// How often it is used.
    #[schemars(rename = "use")]
    pub usage: Option<OneOf<Use>>,
    /// The position in one line, at most 110 characters.
    pub headline: Option<Text>,
    /// The position in a paragraph, at most 700 characters.
    pub summary: Option<Text>,
    /// How sure the authors are of the level.
    pub confidence: Option<OneOf<Confidence>>,
    /// Where it can be read.
    pub sources: Option<Vec<Source>>,
    /// The reviewers' note. Always private.
    pub note: Option<Text>,
    /// The jurisdiction's own statement.
    pub reply: Option<Text>,
    /// Who may see the position. Without it clear: everyone.
    pub marking: Option<OneOf<Marking>>,
    /// A second level that is argued for.
    pub contested: Option<Contested>,
    /// The last review.
    pub reviewed: Option<Review>,
}

/// A step that is known to come.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct NextStep {
    /// When.
    pub date: Date,
    /// What happens then.
    pub what: Text,
    /// The level from then on.
    pub level: Option<OneOf<Level>>,
}

/// Where a position can be read.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Source {
    /// Title of the page or document.
    pub title: Text,
    /// Who published it.
    pub publisher: Option<Text>,
    /// Address.
    pub url: Option<Text>,
    /// Date of the source.
    pub date: Option<Date>,
    /// Cited, but not opened by the authors.
    pub unread: Option<OneOf<bool>>,
}

/// A second level that is argued for.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Contested {
    /// The other level.
    pub level: OneOf<Level>,
    /// The reason given.
    pub reason: Text,
}

/// The last review of a position.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Review {
    /// When.
    pub on: Date,
    /// By whom.
    pub by: Text,
}
