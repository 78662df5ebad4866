//! The places on screen that a search goes through, in the order of the list: down its rows, in a matrix along each row.

use std::ops::Range;

use super::{Hit, Names, Search};
use crate::scorecard::Column;
use crate::tui::model::{BoardForm, MatrixColumn, Model, View};

/// The places on screen that a search found, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Stops {
    /// What they were found for; nothing before they were looked for.
    of: Option<Shown>,
    list: Vec<Stop>,
}

/// What is on screen, as far as places on it depend on that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shown {
    view: View,
    board_form: BoardForm,
    area: usize,
    /// The edition of the rows.
    edition: u64,
}

/// A place on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stop {
    at: At,
    /// The measure in a matrix, where the search leads to other areas too.
    hit: Option<Hit>,
}

/// Where something is on screen: the area, in a matrix alone; its row; its column from 1, or 0 for the row itself.
type At = (usize, usize, usize);

/// The column of the gap in a matrix: behind the poles.
const GAP: usize = 3;

impl Stops {
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is one in a row of a list.
    pub(super) fn are_in_row(&self, row: usize) -> bool {
        self.list.binary_search_by_key(&row, |stop| stop.at.1).is_ok()
    }
}

impl Model {
    /// Finds the places on screen anew where what is on screen has changed since.
    pub(in crate::tui::model) fn arrange_stops(&mut self) {
        let Some(mut search) = self.search.take() else { return };
        let shown = Shown {
            view: self.view,
            board_form: self.board_form,
            area: self.matrix.area,
            edition: self.rows().edition(),
        };
        if search.stops.of != Some(shown) {
            let list = if self.view == View::Matrix {
                self.stops_in_cells(&search)
            } else {
                self.stops_in_rows(&search)
            };
            search.stops = Stops { of: Some(shown), list };
        }
        self.search = Some(search);
    }

    /// The rows of a list in which something was found.
    fn stops_in_rows(&self, search: &Search) -> Vec<Stop> {
        let mut names = Names::new(search);
        let rows = self.rows();
        let mut is_found = |thing: u32| match self.view {
            View::Board => search.in_area(thing),
            View::Gaps => search.in_measure(thing),
            view => view.sheet().is_some_and(|sheet| (sheet.finds)(self, &mut names, thing)),
        };
        let found = (0..rows.len()).filter(|&row| rows.thing(row).is_some_and(&mut is_found));
        found.map(|row| Stop { at: (0, row, 0), hit: None }).collect()
    }

    /// The cells and measures of every matrix in which something was found.
    fn stops_in_cells(&self, search: &Search) -> Vec<Stop> {
        let mut places = vec![0; self.board.jurisdictions.len()];
        for (at, column) in self.agreement_columns().enumerate() {
            places[column.index()] = place_of_column(at);
        }
        let place = |column: Column| places[column.index()];
        let at = |hit: &Hit| {
            let area = self.board.measure(hit.measure).area;
            let row = if area == self.matrix.area {
                self.matrix.rows.row_of(hit.measure.0).unwrap_or(0)
            } else {
                (hit.measure.0 - self.board.areas[area].measures.start) as usize
            };
            (area, row, hit.column.map_or(0, place))
        };
        let mut stops: Vec<Stop> =
            search.hits.iter().map(|hit| Stop { at: at(hit), hit: Some(*hit) }).collect();
        stops.sort_unstable_by_key(|stop| stop.at);
        stops
    }

    /// Where the cursor is.
    fn cursor_at(&self) -> At {
        if self.view != View::Matrix {
            return (0, self.rows().row(), 0);
        }
        let place = match self.matrix.column {
            MatrixColumn::Measure => 0,
            MatrixColumn::Gap => GAP,
            MatrixColumn::Jurisdiction(column) => {
                self.agreement_columns().position(|shown| shown == column).map_or(0, place_of_column)
            }
        };
        (self.matrix.area, self.matrix.rows.row(), place)
    }

    /// The place the cursor stands on, as exactly as the view can tell; empty where it stands on none, at the place
    /// where that would be.
    fn stop_here(&self, stops: &[Stop]) -> Range<usize> {
        let (area, row, place) = self.cursor_at();
        let start = stops.partition_point(|stop| stop.at < (area, row, place));
        // A measure that was found itself is, wherever the cursor stands in its row.
        let is_row = |stop: &Stop| stop.at == (area, row, 0);
        if start > 0 && is_row(&stops[start - 1]) {
            return start - 1..start;
        }
        let is_here = stops.get(start).is_some_and(|stop| stop.at == (area, row, place));
        start..start + usize::from(is_here)
    }

    /// Shows the first place at or after the row of the cursor.
    pub(super) fn show_first_stop(&mut self) {
        self.arrange_stops();
        let Some(search) = &self.search else { return };
        let (area, row, _) = self.cursor_at();
        let stops = &search.stops.list;
        let next = stops.partition_point(|stop| stop.at < (area, row, 0));
        if let Some(&stop) = stops.get(next).or(stops.first()) {
            self.show_stop(stop, true);
        }
    }

    /// Goes to the next or the previous place that was found, down the list or up, round its ends.
    pub fn next_match(&mut self, forward: bool) {
        self.arrange_stops();
        let Some(search) = &self.search else { return };
        let stops = &search.stops.list;
        let Some(last) = stops.len().checked_sub(1) else {
            return self.tell_where_found();
        };
        let here = self.stop_here(stops);
        let next = if forward { here.end } else { here.start.wrapping_sub(1) };
        let round = next > last;
        let stop = stops[if !round {
            next
        } else if forward {
            0
        } else {
            last
        }];
        // Where the cursor stands on no match it goes on from where it is, which is no turn.
        if round && !here.is_empty() {
            let text = if forward {
                "From the last match to the first."
            } else {
                "From the first match to the last."
            };
            self.tell(text.to_owned());
        }
        self.show_stop(stop, forward);
    }

    /// Says that what was found is not on this screen.
    pub(super) fn tell_where_found(&mut self) {
        let Some(search) = &self.search else { return };
        let query = search.query();
        self.tell(match search.hits.len() {
            0 => format!("Nothing found here for {query}"),
            1 => format!("Nothing found here for {query}; in the matrix one match"),
            found => format!("Nothing found here for {query}; in the matrix {found} matches"),
        });
    }

    /// Which of the matches the cursor stands on, counted from 1.
    pub fn match_number(&self) -> Option<usize> {
        let here = self.stop_here(&self.search.as_ref()?.stops.list);
        (!here.is_empty()).then_some(here.start + 1)
    }

    /// Goes to a place. Another matrix may be in an order of its own: there it is the first place, or the last.
    fn show_stop(&mut self, stop: Stop, forward: bool) {
        let Some(hit) = stop.hit else { return self.show_row(stop.at.1) };
        let is_elsewhere = stop.at.0 != self.matrix.area;
        self.show_hit(hit);
        if is_elsewhere {
            self.arrange_stops();
            let stops = self.search.iter().flat_map(|search| &search.stops.list);
            let mut of_area = stops.filter(|other| other.at.0 == stop.at.0);
            let hit = if forward { of_area.next() } else { of_area.next_back() }.and_then(|stop| stop.hit);
            if let Some(hit) = hit {
                self.show_hit(hit);
            }
        }
    }

    fn show_row(&mut self, row: usize) {
        let before = self.place();
        let area = self.area();
        self.rows_mut().go_to(row);
        if self.area() != area {
            self.remember(before);
        }
    }

    fn show_hit(&mut self, hit: Hit) {
        self.jump_to_measure(View::Matrix, hit.measure);
        if let Some(column) = hit.column {
            self.matrix.column = MatrixColumn::Jurisdiction(column);
        }
    }
}

/// The column of a jurisdiction by its place among those shown, the poles first.
fn place_of_column(at: usize) -> usize {
    at + 1 + usize::from(at + 1 >= GAP)
}
