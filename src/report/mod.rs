//! Tables and documents from figures, for scripts and screen readers; the words shared with the screen.
//!
//! Each [`Twin`] says in plain text what a view of the terminal program shows: as a document for people, a table for
//! spreadsheets and JSON for programs. Nothing in them is coloured, and no text is ever cut.

pub mod align;
mod basis;
pub mod blocs;
pub mod board;
pub mod change;
mod colour;
pub mod compare;
pub mod document;
pub mod entities;
pub mod explain;
pub mod gaps;
mod json;
pub mod matrix;
pub mod moves;
pub mod problems;
mod robustness;
pub mod scenario;
mod selection;
pub mod show;
pub mod timeline;
mod twin;
pub mod walk;
pub mod words;

pub use basis::Basis;
pub use colour::wants_no_colour;
pub use selection::Selection;
pub use twin::{Twin, write_json, write_yaml};
