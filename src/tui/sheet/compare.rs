//! The view Compare: any two side by side.

use super::Sheet;

pub(super) static SHEET: Sheet = Sheet::PLAIN;
