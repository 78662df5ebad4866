//! The view Timeline: what changed, what is coming.

use super::Sheet;

pub(super) static SHEET: Sheet = Sheet::PLAIN;
