//! How far people who rated the same positions agree, and when that is enough to record a level.
//!
//! Ratings are levels, of any number of raters, with gaps where one did not rate. Nothing here knows of a board: a review
//! session brings its ratings.

mod alpha;
mod consensus;
mod ratings;

pub use alpha::{Alpha, Metric, alpha};
pub use consensus::{Consensus, Quartiles, Rule};
pub use ratings::{Deviation, PairsOfRaters, RoundChange, Sheet};
