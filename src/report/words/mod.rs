//! The words that people read, once for all: the screen and the plain-text twins take them from here.
//!
//! One word for one thing. They say how much regime there is and never who does well: fuller is not better.

mod counts;
mod gap;
mod mark;
mod number;
mod position;

pub use counts::{band, counts_sentence};
pub use gap::{SAME_LEVEL, band_of_width, band_words, fuller, same_level_split, side};
pub use mark::{Glyphs, Mark};
pub use number::{plural, share, thousandths};
pub use position::{answer, confidence, level, level_of_highest, next_step, tentative};

/// Stands once on every overview.
pub const FULLER_IS_NOT_BETTER: &str = "Fuller is not better.";

/// Stands where a figure has no value.
pub const NO_VALUE: &str = "–";
