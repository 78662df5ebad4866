//! One file for each drawing.

pub mod blocks;
pub mod canvas;
pub mod cell;
pub mod line;
pub mod look;
pub mod page;
pub mod pen;
pub mod spots;
pub mod strip;
