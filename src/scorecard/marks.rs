//! Finding one's way among some cells of a board: those whose level is supposed, those that changed.

use std::ops::{Bound, Range};

use super::{Column, MeasureIndex};

/// A cell by its measure and its jurisdiction.
type Place = (MeasureIndex, Column);

/// Whether some of the cells are of these measures, which follow one another; `within` gives the cells between two.
pub fn are_in_measures<C: Iterator<Item = Place>>(
    within: impl Fn((Bound<Place>, Bound<Place>)) -> C,
    measures: Range<u32>,
) -> bool {
    let [first, end] = [measures.start, measures.end].map(|measure| (MeasureIndex(measure), Column(0)));
    first < end && within((Bound::Included(first), Bound::Excluded(end))).next().is_some()
}

/// The next or the previous of the cells from one of a measure, or from before its first, and from the last to the first;
/// `within` gives the cells between two.
pub fn next_mark<C: DoubleEndedIterator<Item = Place>>(
    within: impl Fn((Bound<Place>, Bound<Place>)) -> C,
    (measure, column): (MeasureIndex, Option<Column>),
    forward: bool,
) -> Option<Place> {
    let from = (measure, column.unwrap_or(Column(0)));
    let mut all = within((Bound::Unbounded, Bound::Unbounded));
    if forward {
        let from = if column.is_some() { Bound::Excluded(from) } else { Bound::Included(from) };
        within((from, Bound::Unbounded)).next().or_else(|| all.next())
    } else {
        within((Bound::Unbounded, Bound::Excluded(from))).next_back().or_else(|| all.next_back())
    }
}
