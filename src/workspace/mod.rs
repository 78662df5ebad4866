//! The folder: find it, read it in parallel, the embedded default.

mod read;

pub use read::{ReadCause, ReadProblem, read};
