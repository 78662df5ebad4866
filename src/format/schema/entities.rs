//! The register.

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::super::word::Version;
use super::scorecard::Caveat;
use super::value::{Code, Date, EntitiesKind, Id, OneOf, Text};
use crate::scorecard::ListingStatus;

/// The register: companies and state bodies by restrictive lists.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct EntitiesFile {
    /// What the file is.
    pub kind: EntitiesKind,
    /// The version of the file's shape.
    pub version: OneOf<Version>,
    /// Id of the register, unique in the workspace.
    pub id: Id,
    /// Full title.
    pub title: Text,
    /// Title for narrow places, at most 28 characters.
    pub short: Option<Text>,
    /// What it shows and how it was made.
    pub summary: Option<Text>,
    /// Date the content was true.
    pub as_of: Date,
    /// What to bear in mind.
    pub caveats: Option<Vec<Caveat>>,
    /// The lists, in column order.
    pub lists: Vec<List>,
    /// The entities.
    pub entities: Vec<Entity>,
}

/// One restrictive list.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct List {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// Whose list it is.
    pub jurisdiction: Code,
    /// Who keeps it.
    pub authority: Option<Text>,
    /// What it rests on.
    pub legal_basis: Option<Text>,
    /// What being on it means.
    pub effect: Option<Text>,
    /// Where it is published.
    pub url: Option<Text>,
    /// In which forms it is published.
    pub formats: Option<Vec<Text>>,
    /// Up to which date it was searched.
    pub checked_to: Option<Date>,
    /// Where it was searched.
    pub check_source: Option<Text>,
}

/// One company or state body.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Entity {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// Other names.
    pub aliases: Option<Vec<Text>>,
    /// Country code.
    pub country: Option<Text>,
    /// What it does.
    pub sector: Option<Text>,
    /// Why it is in the register.
    pub why: Option<Text>,
    /// The entity in one line, at most 110 characters.
    pub headline: Option<Text>,
    /// Its standing, by list.
    pub listings: Option<BTreeMap<String, Listing>>,
}

/// An entity's standing on one list.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Listing {
    /// Whether it is on the list.
    pub status: OneOf<ListingStatus>,
    /// Since when.
    pub since: Option<Date>,
    /// Until when, where it was removed.
    pub until: Option<Date>,
    /// The stated reason.
    pub reason: Option<Text>,
    /// The part of the list the status is about.
    pub scope: Option<Text>,
    /// What else to know.
    pub remark: Option<Text>,
    /// Where it can be read.
    pub source: Option<Text>,
}
