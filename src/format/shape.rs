//! The one table of keys: what each kind of map takes, in the order the keys are written.

use super::config::Characters;
use super::theme::{Background, CHANGED_ROLES, Colour16};
use super::word::{Kind, Version, Words, words_of};
use crate::scorecard::{
    Answer, Competence, Confidence, Level, ListingStatus, Marking, Membership, OptionalColumn, Relation,
    Status, Use, ViewName,
};

/// A kind of map: what it is called and the keys it takes.
#[derive(Debug)]
pub struct Shape {
    /// What such a map is, with its article.
    pub noun: &'static str,
    /// Its keys, in the order they are written.
    pub fields: &'static [Field],
    /// A key that makes it a map of another shape, so that misspelling it is noticed.
    pub otherwise: Option<&'static str>,
}

/// A key of a map.
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What it takes.
    pub takes: Takes,
}

/// What a key takes.
#[derive(Debug)]
pub enum Takes {
    /// A text, a number or a date, checked by its reader.
    Text,
    /// One word of a set.
    OneOf(fn() -> Vec<&'static str>),
    /// A list.
    List(&'static Takes),
    /// A map with free keys.
    Free(&'static Takes),
    /// A map of that shape.
    Map(&'static Shape),
    /// One of two.
    Either(&'static Takes, &'static Takes),
}

impl Shape {
    /// The place of a key among the fields. `likely` is tried first: files mostly follow the order of the table.
    pub(super) fn find(&self, name: &str, likely: usize) -> Option<usize> {
        let (before, after) = self.fields.split_at(likely.min(self.fields.len()));
        let hit = |field: &Field| field.name == name;
        after.iter().position(hit).map(|place| place + before.len()).or_else(|| before.iter().position(hit))
    }

    /// The keys.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.fields.iter().map(|field| field.name)
    }
}

const fn must(name: &'static str, takes: Takes) -> Field {
    Field { name, required: true, takes }
}

const fn may(name: &'static str, takes: Takes) -> Field {
    Field { name, required: false, takes }
}

const fn one_of<T: Words>() -> Takes {
    Takes::OneOf(words_of::<T>)
}

const TEXT: Takes = Takes::Text;
const TEXTS: Takes = Takes::List(&Takes::Text);

const fn kind() -> Field {
    must("kind", one_of::<Kind>())
}

const fn version() -> Field {
    must("version", one_of::<Version>())
}

/// `board.yaml`.
pub(super) static BOARD: Shape = Shape {
    noun: "a board",
    fields: &[
        kind(),
        version(),
        must("title", TEXT),
        must("poles", TEXTS),
        must("jurisdictions", Takes::Free(&Takes::Map(&JURISDICTION))),
        may("groups", Takes::Free(&TEXTS)),
        may("group", TEXT),
        may("areas", Takes::List(&Takes::Either(&TEXT, &Takes::Map(&AREA)))),
        may("weights", TEXT),
        may("weight_sets", Takes::Free(&Takes::Free(&TEXT))),
        may("stale_after_days", TEXT),
        may("views", Takes::List(&Takes::Map(&VIEW))),
    ],
    otherwise: None,
};

pub(super) static VIEW: Shape = Shape {
    noun: "a view",
    fields: &[
        must("name", TEXT),
        must("view", one_of::<ViewName>()),
        may("area", TEXT),
        may("filter", TEXT),
        may("sort", TEXT),
        may("poles", TEXTS),
        may("group", TEXT),
        may("weights", TEXT),
        may("lens", TEXT),
        may("units", TEXT),
        may("columns", TEXTS),
        may("hidden", Takes::List(&one_of::<OptionalColumn>())),
        may("sides", TEXTS),
    ],
    otherwise: None,
};

pub(super) static JURISDICTION: Shape = Shape {
    noun: "a jurisdiction",
    fields: &[must("name", TEXT), may("short", TEXT), may("member_of", TEXT)],
    otherwise: None,
};

pub(super) static AREA: Shape =
    Shape { noun: "an area of the board", fields: &[must("id", TEXT), may("weight", TEXT)], otherwise: None };

/// A policy area.
pub(super) static SCORECARD: Shape = Shape {
    noun: "a scorecard",
    fields: &[
        kind(),
        version(),
        must("id", TEXT),
        must("title", TEXT),
        may("short", TEXT),
        may("summary", TEXT),
        must("as_of", TEXT),
        may("caveats", Takes::List(&Takes::Map(&CAVEAT))),
        must("measures", Takes::List(&Takes::Map(&MEASURE))),
    ],
    otherwise: None,
};

pub(super) static CAVEAT: Shape =
    Shape { noun: "a caveat", fields: &[must("text", TEXT), may("applies_to", TEXTS)], otherwise: None };

pub(super) static MEASURE: Shape = Shape {
    noun: "a measure",
    fields: &[
        must("id", TEXT),
        must("title", TEXT),
        may("short", TEXT),
        must("question", TEXT),
        may("why", TEXT),
        may("weight", TEXT),
        may("weight_note", TEXT),
        may("competence", one_of::<Competence>()),
        may("approaches", Takes::Free(&TEXT)),
        must("scale", Takes::Map(&SCALE)),
        may("relation", one_of::<Relation>()),
        may("relation_note", TEXT),
        must("positions", Takes::Free(&Takes::Either(&Takes::Map(&INHERITED), &Takes::Map(&POSITION)))),
    ],
    otherwise: None,
};

pub(super) static SCALE: Shape = Shape {
    noun: "a scale",
    fields: &[may("0", TEXT), may("1", TEXT), may("2", TEXT), may("3", TEXT), may("4", TEXT)],
    otherwise: None,
};

pub(super) static INHERITED: Shape =
    Shape { noun: "an inherited position", fields: &[must("inherit", TEXT)], otherwise: None };

pub(super) static POSITION: Shape = Shape {
    noun: "a position",
    fields: &[
        must("level", one_of::<Answer>()),
        may("level_now", one_of::<Answer>()),
        may("approach", TEXT),
        may("status", one_of::<Status>()),
        may("instrument", TEXT),
        may("since", TEXT),
        may("next", Takes::List(&Takes::Map(&NEXT))),
        may("use", one_of::<Use>()),
        may("headline", TEXT),
        may("summary", TEXT),
        may("confidence", one_of::<Confidence>()),
        may("sources", Takes::List(&Takes::Map(&SOURCE))),
        may("note", TEXT),
        may("reply", TEXT),
        may("marking", one_of::<Marking>()),
        may("contested", Takes::Map(&CONTESTED)),
        may("reviewed", Takes::Map(&REVIEWED)),
    ],
    otherwise: Some("inherit"),
};

pub(super) static NEXT: Shape = Shape {
    noun: "a coming step",
    fields: &[must("date", TEXT), must("what", TEXT), may("level", one_of::<Level>())],
    otherwise: None,
};

pub(super) static SOURCE: Shape = Shape {
    noun: "a source",
    fields: &[
        must("title", TEXT),
        may("publisher", TEXT),
        may("url", TEXT),
        may("date", TEXT),
        may("unread", one_of::<bool>()),
    ],
    otherwise: None,
};

pub(super) static CONTESTED: Shape = Shape {
    noun: "a contested level",
    fields: &[must("level", one_of::<Level>()), must("reason", TEXT)],
    otherwise: None,
};

pub(super) static REVIEWED: Shape =
    Shape { noun: "a review", fields: &[must("on", TEXT), must("by", TEXT)], otherwise: None };

/// The register.
pub(super) static ENTITIES: Shape = Shape {
    noun: "a register of entities",
    fields: &[
        kind(),
        version(),
        must("id", TEXT),
        must("title", TEXT),
        may("short", TEXT),
        may("summary", TEXT),
        must("as_of", TEXT),
        may("caveats", Takes::List(&Takes::Map(&CAVEAT))),
        must("lists", Takes::List(&Takes::Map(&LIST))),
        must("entities", Takes::List(&Takes::Map(&ENTITY))),
    ],
    otherwise: None,
};

pub(super) static LIST: Shape = Shape {
    noun: "a list",
    fields: &[
        must("id", TEXT),
        must("name", TEXT),
        must("jurisdiction", TEXT),
        may("authority", TEXT),
        may("legal_basis", TEXT),
        may("effect", TEXT),
        may("url", TEXT),
        may("formats", TEXTS),
        may("checked_to", TEXT),
        may("check_source", TEXT),
    ],
    otherwise: None,
};

pub(super) static ENTITY: Shape = Shape {
    noun: "an entity",
    fields: &[
        must("id", TEXT),
        must("name", TEXT),
        may("aliases", TEXTS),
        may("country", TEXT),
        may("sector", TEXT),
        may("why", TEXT),
        may("headline", TEXT),
        may("listings", Takes::Free(&Takes::Map(&LISTING))),
    ],
    otherwise: None,
};

pub(super) static LISTING: Shape = Shape {
    noun: "a listing",
    fields: &[
        must("status", one_of::<ListingStatus>()),
        may("since", TEXT),
        may("until", TEXT),
        may("reason", TEXT),
        may("scope", TEXT),
        may("remark", TEXT),
        may("source", TEXT),
    ],
    otherwise: None,
};

/// What-ifs with a name.
pub(super) static SCENARIO: Shape = Shape {
    noun: "a scenario",
    fields: &[
        kind(),
        version(),
        must("id", TEXT),
        must("title", TEXT),
        may("note", TEXT),
        may("levels", Takes::Free(&Takes::OneOf(words_of::<Answer>))),
        may("weights", Takes::Free(&TEXT)),
        may("areas", Takes::Free(&TEXT)),
        may("members", Takes::Free(&Takes::OneOf(words_of::<Membership>))),
    ],
    otherwise: None,
};

/// A theme.
pub(super) static THEME: Shape = Shape {
    noun: "a theme",
    fields: &[
        kind(),
        version(),
        must("id", TEXT),
        must("title", TEXT),
        must("background", one_of::<Background>()),
        may("extends", TEXT),
        must("roles", Takes::Map(&CHANGED_ROLES)),
    ],
    otherwise: None,
};

/// How a role is painted.
pub(super) static PAINT: Shape = Shape {
    noun: "a role",
    fields: &[
        may("fg", TEXT),
        may("fg16", one_of::<Colour16>()),
        may("bg", TEXT),
        may("bg16", one_of::<Colour16>()),
        may("bold", one_of::<bool>()),
        may("italic", one_of::<bool>()),
        may("underline", one_of::<bool>()),
        may("reverse", one_of::<bool>()),
        may("dim", one_of::<bool>()),
    ],
    otherwise: None,
};

/// A config.
pub(super) static CONFIG: Shape = Shape {
    noun: "a config",
    fields: &[
        kind(),
        version(),
        may("theme", Takes::Either(&TEXT, &Takes::Map(&THEME_BY_BACKGROUND))),
        may("glyphs", one_of::<Characters>()),
        may("mouse", one_of::<bool>()),
        may("links", one_of::<bool>()),
        may("editor", TEXT),
        may("poles", TEXTS),
        may("group", TEXT),
        may("weights", TEXT),
        may("lens", TEXT),
        may("units", TEXT),
        may("reviewer", TEXT),
        may("keys", Takes::Free(&TEXTS)),
    ],
    otherwise: None,
};

/// The themes of a config.
pub(super) static THEME_BY_BACKGROUND: Shape = Shape {
    noun: "a theme by background",
    fields: &[may("light", TEXT), may("dark", TEXT)],
    otherwise: None,
};

/// A role of a theme of its own.
pub(super) const fn role(name: &'static str) -> Field {
    must(name, Takes::Map(&PAINT))
}

/// A role of a theme that extends another.
pub(super) const fn maybe_role(name: &'static str) -> Field {
    may(name, Takes::Map(&PAINT))
}
