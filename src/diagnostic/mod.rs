//! What a problem is: rule, severity, place, help; and the catalogue of rules with their pages.
//!
//! A leaf that knows only [`text`](crate::text): problems are data, and each output format has its own renderer.

pub mod catalogue;
mod file;
mod problem;
mod public;
mod rule;

pub use file::File;
pub use problem::{Problem, Related, Tally, in_order};
pub use rule::{Family, Rule, Severity};
