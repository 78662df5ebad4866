use super::{MatrixColumn, Model, Renumbering, Rows, View};
use crate::scorecard::MeasureIndex;

/// A place in the program to come back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    view: View,
    area: Option<usize>,
    measure: Option<MeasureIndex>,
    column: MatrixColumn,
    /// The row of a view that is one table, as the number of the thing in it.
    thing: Option<u32>,
}

impl Place {
    /// Whether it is on the same area and measure as another.
    pub(super) fn is_on_the_row_of(&self, other: &Self) -> bool {
        (self.area, self.measure) == (other.area, other.measure)
    }

    /// The same place on another board; nothing where its area or its measure is gone.
    pub(super) fn renumbered(self, numbers: &Renumbering) -> Option<Self> {
        let column = match self.column {
            MatrixColumn::Jurisdiction(column) => MatrixColumn::Jurisdiction(numbers.column(column)?),
            other => other,
        };
        let area = self.area.map(|area| numbers.area(area).ok_or(())).transpose().ok()?;
        let measure = self.measure.map(|measure| numbers.measure(measure).ok_or(())).transpose().ok()?;
        // Things of such views have other numbers on another board.
        Some(Self { view: self.view, area, measure, column, thing: None })
    }
}

/// How many jumps can be taken back.
const REMEMBERED: usize = 100;

impl Model {
    /// Goes to a view; the cursor stands on the area and measure it stood on.
    pub fn jump_to_view(&mut self, view: View) {
        if view == self.view {
            self.zoomed = false;
            return;
        }
        self.remember(self.place());
        let measure = self.measure();
        // From an area of the board, a list over all areas opens where it was left, the first time at its beginning.
        let area = self.area().filter(|_| measure.is_some() || view.sheet().is_none());
        self.show(view, area, measure);
    }

    /// Goes to a measure in a view of measures.
    pub fn jump_to_measure(&mut self, view: View, measure: MeasureIndex) {
        let far = view != self.view || Some(self.board.measure(measure).area) != self.area();
        if far {
            self.remember(self.place());
        }
        let zoomed = self.zoomed;
        self.show(view, Some(self.board.measure(measure).area), Some(measure));
        self.zoomed = zoomed;
    }

    /// Goes to an area in the view on screen: in the list of gaps to its widest one.
    pub fn jump_to_area(&mut self, area: usize) {
        self.jump_to_area_in(self.view, area);
    }

    /// Goes to an area in a view.
    pub fn jump_to_area_in(&mut self, view: View, area: usize) {
        let first = |rows: &Rows| {
            (0..rows.len())
                .filter_map(|row| rows.thing(row).map(MeasureIndex))
                .find(|&measure| self.board.measure(measure).area == area)
        };
        let measure = match view {
            View::Gaps => first(&self.gaps),
            View::Compare => first(&self.sheets.compare.table.rows),
            _ => None,
        };
        self.remember(self.place());
        self.show(view, Some(area), measure);
    }

    /// Goes back to where the last jump began.
    pub fn jump_back(&mut self) {
        let Some(place) = self.trail.pop() else { return };
        self.return_to(&place);
    }

    /// Where the cursor is.
    pub(super) fn place(&self) -> Place {
        let thing = self.sheet().and_then(|(_, table)| table.rows.cursor());
        Place {
            view: self.view,
            area: self.area(),
            measure: self.measure(),
            column: self.matrix.column,
            thing,
        }
    }

    /// Undoes the jumps that a line being typed made: the cursor, the zoom and the trail are as at its beginning.
    pub(super) fn undo_jumps(&mut self, place: &Place) {
        self.stand_at(place);
        self.trail.pop_if(|last| last == place);
    }

    /// Puts the cursor where it was, as far as that is shown.
    pub(super) fn stand_at(&mut self, place: &Place) {
        let zoomed = self.zoomed;
        self.return_to(place);
        self.zoomed = zoomed;
    }

    fn return_to(&mut self, place: &Place) {
        self.show(place.view, place.area, place.measure);
        self.matrix.column = place.column;
        if let (Some(thing), Some(table)) = (place.thing, self.sheets.table_mut(place.view)) {
            table.rows.set(thing);
        }
    }

    /// Takes note of a place to come back to.
    pub(super) fn remember(&mut self, place: Place) {
        if self.trail.last() != Some(&place) {
            if self.trail.len() == REMEMBERED {
                self.trail.remove(0);
            }
            self.trail.push(place);
        }
    }

    fn show(&mut self, view: View, area: Option<usize>, measure: Option<MeasureIndex>) {
        self.view = view;
        self.zoomed = false;
        if let Some(area) = area {
            self.areas.set(area as u32);
            if view == View::Matrix && (area != self.matrix.area || self.matrix.rows.is_empty()) {
                self.matrix.open(&self.board, area);
                self.sort_matrix();
            }
        }
        if let Some(measure) = measure {
            self.gaps.set(measure.0);
            if view == View::Matrix {
                self.matrix.rows.set(measure.0);
            }
        }
        self.show_in_sheet(view, area, measure);
    }
}
