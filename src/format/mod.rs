//! The shapes of our files: board, scorecard, entities, theme, config. Decoded over [`yaml`](crate::yaml) with every problem
//! of a file collected in one pass, typed by field: a date, a code or a level is what its key says, whatever YAML
//! would make of it.

mod config;
mod decode;
mod document;
mod fault;
mod hidden;
mod locate;
pub mod schema;
mod shape;
mod theme;
mod word;

pub use config::{Characters, ConfigFile, KeyEntry, Named, ThemeEntry};
pub use decode::read;
pub use document::{Content, Document};
pub use locate::{Landmark, Sought, locate};
pub use shape::{Field, Shape, Takes};
pub use theme::{Background, Colour, Colour16, Extends, Paint, Painted, ROLES, ThemeFile};
pub use word::Kind;
