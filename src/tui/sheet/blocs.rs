//! The view Blocs: who stands with whom.

use super::Sheet;

pub(super) static SHEET: Sheet = Sheet::PLAIN;
