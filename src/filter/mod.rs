//! The filter language of the terminal program and of the command line: `gap>=2 area:ai -status:in_force`.
//!
//! A line is read into a [`Filter`] of terms that must all hold ([`Filter::parse`]), with a [`Fault`] for each word
//! that cannot be understood. [`Filter::on`] puts it on a board and its figures, and [`complete`] tells how a line may
//! go on. All of them are made from one table of fields, [`FIELDS`].
//!
//! The terms of a position hold together: for one position of a `jurisdiction:`, else of the poles or of the columns
//! shown ([`Scope`]). Where all of them say what a position must not be, they hold for every position.
//!
//! [`Filter::on_entities`] puts it on the entities of the registers. Terms that say nothing about what is listed are
//! passed over and can be told ([`Filter::silent_on`]).

mod change_matcher;
mod complete;
mod entity_matcher;
mod fault;
mod field;
mod matcher;
mod order;
mod parse;
mod reading;
mod term;
mod text;
mod value;
mod vocabulary;
mod word;

pub use change_matcher::ChangeMatcher;
pub use complete::{Completion, complete};
pub use entity_matcher::EntityMatcher;
pub use fault::Fault;
pub use field::{FIELDS, Field, Of, Offer, Takes};
pub use matcher::{Matcher, Scope};
pub use order::{Order, OrderColumn};
pub use parse::Parsed;
pub use term::{Compare, Filter, Listed, Term};
pub use value::Value;
pub use vocabulary::Vocabulary;
