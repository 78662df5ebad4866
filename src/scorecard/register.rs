use super::{Caveat, Code, PartialDate, Prose};
use crate::text::Span;

/// The register: companies and state bodies by restrictive lists.
#[derive(Clone, Debug)]
pub struct Register {
    /// Its id.
    pub id: Box<str>,
    /// Where the id is written.
    pub id_at: Span,
    /// Full title.
    pub title: Box<str>,
    /// Title for narrow places.
    pub short: Option<Box<str>>,
    /// What it shows and how it was made.
    pub summary: Prose,
    /// Date the content was true.
    pub as_of: PartialDate,
    /// Where that is written.
    pub as_of_at: Span,
    /// What to bear in mind.
    pub caveats: Vec<Caveat>,
    /// The lists, in column order.
    pub lists: Vec<List>,
    /// The entities, in the order written.
    pub entities: Vec<Entity>,
}

/// One restrictive list.
#[derive(Clone, Debug)]
pub struct List {
    /// Its id.
    pub id: Box<str>,
    /// Where the id is written.
    pub id_at: Span,
    /// Its name.
    pub name: Box<str>,
    /// Whose list it is.
    pub jurisdiction: Code,
    /// Where that is written.
    pub jurisdiction_at: Span,
    /// Who keeps it.
    pub authority: Prose,
    /// What it rests on.
    pub legal_basis: Prose,
    /// What being on it means.
    pub effect: Prose,
    /// Where it is published.
    pub url: Prose,
    /// In which forms it is published.
    pub formats: Vec<Prose>,
    /// Up to which date it was searched.
    pub checked_to: Option<PartialDate>,
    /// Where it was searched.
    pub check_source: Prose,
}

/// One company or state body.
#[derive(Clone, Debug)]
pub struct Entity {
    /// Its id.
    pub id: Box<str>,
    /// Where the id is written.
    pub id_at: Span,
    /// Its name.
    pub name: Box<str>,
    /// Other names.
    pub aliases: Vec<Prose>,
    /// Country code, ISO 3166-1 alpha-2.
    pub country: Prose,
    /// What it does.
    pub sector: Prose,
    /// Why it is in the register.
    pub why: Prose,
    /// The entity in one line.
    pub headline: Prose,
    /// Its standing on the lists, in the order written.
    pub listings: Vec<Listing>,
}

/// An entity's standing on one list.
#[derive(Clone, Debug)]
pub struct Listing {
    /// The list's id.
    pub list: Box<str>,
    /// Where that is written.
    pub list_at: Span,
    /// Whether it is on the list.
    pub status: ListingStatus,
    /// Since when.
    pub since: Option<PartialDate>,
    /// Until when, where it was removed.
    pub until: Option<PartialDate>,
    /// The stated reason.
    pub reason: Prose,
    /// The part of the list the status is about.
    pub scope: Prose,
    /// What else to know.
    pub remark: Prose,
    /// Where it can be read.
    pub source: Prose,
}

/// Whether an entity is on a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ListingStatus {
    /// On the list when it was checked.
    Listed,
    /// Was on the list and has been taken off.
    Removed,
    /// Searched under name and aliases without a match.
    NotListed,
    /// Not checked or not found out.
    Unknown,
}

impl ListingStatus {
    /// Every status.
    pub const ALL: [Self; 4] = [Self::Listed, Self::Removed, Self::NotListed, Self::Unknown];

    /// The word the files use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Listed => "listed",
            Self::Removed => "removed",
            Self::NotListed => "not_listed",
            Self::Unknown => "unknown",
        }
    }
    /// The words people read.
    pub fn words(self) -> &'static str {
        match self {
            Self::Listed => "listed",
            Self::Removed => "removed",
            Self::NotListed => "not listed",
            Self::Unknown => "unknown",
        }
    }
}
