//! One file for each drawing.

pub mod blocks;
pub mod cell;
pub mod line;
pub mod page;
pub mod pen;
pub mod spots;
pub mod strip;
