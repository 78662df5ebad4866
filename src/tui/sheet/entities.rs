//! The view Entities: one company, many lists.

use super::Sheet;

pub(super) static SHEET: Sheet = Sheet::PLAIN;
