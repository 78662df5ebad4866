//! The words that people read, once for all: the screen and the plain-text twins take them from here.
//!
//! One word for one thing. They say how much regime there is and never who does well: fuller is not better.

mod blocs;
mod counts;
mod estimate;
mod gap;
mod mark;
mod moves;
mod number;
mod position;
mod robustness;

pub use blocs::{
    ABSENCE_NOTE, absence, camp_codes, camps_sentence, hundredths, missing_sentence, tree_sentence,
};
pub use counts::{
    LEVELS, LEVELS_NOTE, at_each_level, band, counts_in_short, counts_sentence, finding, who_is_fuller,
};
pub use estimate::{CLAMPED_NOTE, bounds, maybe_share, shown};
pub use gap::{could_be, fuller, group, lens, rank, reach, units, weights};
pub use mark::{Glyphs, Mark};
pub use moves::{
    COMPUTED_NOT_DECIDED, NOT_GOOD_BY_ITSELF, carrying, closer_and_further, decides, from_to, move_rank,
    points, step,
};
pub use number::{capitalised, millionths, plural, share};
pub use position::{
    answer, confidence, headline, level, level_with_mark, marked, next_step, state, what_if, what_if_note,
};
pub use robustness::{NOT_DRAWN_FOR_ONE, TOO_MANY_TO_DRAW, in_most_draws, ranks, robustness, rule, verdict};

/// Stands once on every overview.
pub const FULLER_IS_NOT_BETTER: &str = "Fuller is not better.";

/// Stands where a figure has no value.
pub const NO_VALUE: &str = "–";

/// Stands beside every share of agreement, so that nobody takes 60 % for much.
pub const YARDSTICK: &str = "Two unrelated rows of random levels agree to about 60 %.";
