//! The view Moves: what would bring the group closer.

use super::Sheet;

pub(super) static SHEET: Sheet = Sheet::PLAIN;
