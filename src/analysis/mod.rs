//! The figures: pure functions over a compact level grid and a lens.
//!
//! [`Figures::compute`] turns a board and a [`Comparison`] into every figure of the overviews; what only one row or
//! one pair of the screen needs is computed when it is asked for ([`Figures::strip`], [`Figures::pair`]).
//!
//! Levels are ordinal, 0 to 4. The one interval assumption is that the distance of two levels is the number of steps
//! between them. Sums are sums of integers (weights are thousandths), so they are exact and do not depend on their
//! order; floating point begins with the last division.

pub mod agreement;
mod area;
mod baseline;
mod bridge;
pub mod change;
mod closeness;
mod comparison;
mod draw;
mod estimate;
mod figures;
mod gap;
mod gap_list;
mod grid;
mod instrument;
mod lanes;
mod lens;
mod moves;
mod pair;
mod pairs;
mod register;
pub mod robustness;
mod side;
mod side_by_side;
mod spread;
mod stress;
mod strip;
mod structure;
mod tally;
mod timeline;
mod without;

pub use area::AreaFigures;
pub use baseline::Baseline;
pub use bridge::{Bridge, Bridges};
pub use closeness::{Closeness, Nearness};
pub use comparison::{Comparison, Units, Weights};
pub use draw::Draw;
pub use estimate::Estimate;
pub use figures::Figures;
pub use gap::{Band, Gap, Tag, Tags};
pub use gap_list::{GapList, GapOrder, Upcoming};
pub use grid::{Grid, Standing};
pub use instrument::Instruments;
pub use lens::Lens;
pub use moves::{By, Decider, Move, MoveList, Moves, Objective, RankedMove, Wanted};
pub use pair::{Counts, Pair, PairArea};
pub use pairs::{Pairing, Pairs};
pub use register::{EntityIndex, ListIndex, Listings, OnLists};
pub use side::{Reach, Side};
pub use side_by_side::{Finding, Profile, SideBySide};
pub use spread::{Layer, consensus, leik, van_der_eijk};
pub use stress::Stress;
pub use strip::{Strip, Unit};
pub use structure::{Branch, Camps, Distances, Merge, Scaling, Silhouette, Structure, Tree};
pub use tally::{Cost, Label, Tally};
pub use timeline::{Change, Event, Period, Phase, Window, Zoom, events};
pub use without::WithoutEach;
