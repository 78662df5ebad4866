//! What is compared: jurisdictions, measures, positions and the words they are made of. Pure types and their rules.
//!
//! A [`Scorecard`] is one policy area as its file says it; a [`Board`] is the whole workspace with every code
//! resolved to a column and every inheritance followed. Prose stays in the file's text and is decoded when shown.

mod assemble;
mod board;
mod change;
mod code;
mod date;
mod default_board;
mod level;
mod marks;
mod plan;
mod position;
mod prose;
mod public;
mod register;
mod scenario;
mod sheet;
mod source;
mod suppose;
mod view;
mod weight;

pub use assemble::Parts;
pub use board::{Area, Board, Cell, Column, Group, Jurisdiction, Measure, MeasureIndex, WeightSet};
pub use code::{Code, is_id};
pub use date::{DateError, PartialDate};
pub use level::{Answer, Confidence, Level, Status, Use};
pub use marks::{are_in_measures, next_mark};
pub use plan::{
    AreaEntry, BoardPlan, GroupEntry, JurisdictionEntry, WeightChoice, WeightEntry, WeightSetEntry,
};
pub use position::{Contested, Marking, NextStep, Position, Review};
pub use prose::{Prose, ProseSource, Texts};
pub use register::{Entity, List, Listing, ListingStatus, Register};
pub use scenario::{Membership, Scenario, SupposedLevel};
pub use sheet::{Approach, Caveat, Competence, Entry, MeasureEntry, Relation, Said, Scorecard, Standing};
pub use source::Source;
pub use suppose::{Suppositions, Touched};
pub use view::{OptionalColumn, Phrase, SavedView, ViewName};
pub use weight::Weight;
