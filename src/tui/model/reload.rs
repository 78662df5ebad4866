//! The same view of files that changed: everything a person set up and where they look is found again by its id.

use std::mem;

use super::{BoardColumn, Changed, ChangedListings, MatrixColumn, Model, Overview, Renumbering, View};
use crate::analysis::{Comparison, Figures};
use crate::scorecard::{Board, Column, MeasureIndex, WeightChoice};
use crate::tui::fresh::{Files, Fresh};

/// What is known of the files, and what they changed.
#[derive(Clone, Debug, Default)]
pub struct News {
    /// The files.
    pub files: Files,
    /// The cells that say something else, until they were looked at.
    pub changed: Changed,
    /// The listings that do.
    pub listings: ChangedListings,
    /// The time of day they were read again, where they were.
    pub reloaded: Option<String>,
}

impl Model {
    /// Takes over what the files say now, at that time of day.
    pub fn reload(&mut self, fresh: Fresh, at: String) {
        let Fresh { board, files } = fresh;
        let numbers = Renumbering::between(&self.board, &board);
        let lifted = self.lift_what_ifs();
        let stood_on = self.subject_in_words();
        let (comparison, mut lost) = comparison(&self.board, &board, self.figures.chosen(), &numbers);
        self.news.changed.renew(&numbers, (&self.board, &self.news.files), (&board, &files));
        self.news.listings.renew((&self.board, &self.news.files), (&board, &files));
        self.news.files = files;
        self.news.reloaded = Some(at);
        self.embedded = false;
        let is_there = self.renumber(&numbers);
        self.board = board;
        lost.extend(self.lay_again(&lifted, &numbers));
        self.figures = Figures::compute(&self.board, &comparison);
        self.renew_before();
        self.overview = Overview::new(&self.board, &self.figures, self.today);
        let place = self.place();
        if !self.show_again(&numbers) {
            lost.push("The filter has a word that means nothing any more: it is left out".to_owned());
        }
        if !is_there {
            lost.insert(0, format!("{stood_on} is gone; the cursor is on the nearest that is there"));
        } else if !self.place().is_on_the_row_of(&place) {
            lost.insert(0, format!("{stood_on} no longer passes the filter"));
        }
        if !lost.is_empty() {
            self.warn(lost.join(". "));
        }
    }

    /// Gives everything that names a thing by its number the new number; tells whether what the cursor stood on is
    /// still there.
    fn renumber(&mut self, numbers: &Renumbering) -> bool {
        let measure = |thing: u32| numbers.measure(MeasureIndex(thing)).map(|measure| measure.0);
        let area = |thing: u32| numbers.area(thing as usize).map(|area| area as u32);
        let area_kept = numbers.area(self.matrix.area).is_some();
        let areas = self.areas.renumber(area);
        let rows = self.matrix.rows.renumber(measure) && (area_kept || self.matrix.rows.is_empty());
        let gaps = self.gaps.renumber(measure);
        let sheet = self.renumber_sheets(numbers);
        let mut kept = match self.view {
            View::Board => areas,
            View::Matrix => rows,
            View::Gaps => gaps,
            _ => sheet,
        };
        self.columns = self.columns.renumbered(|column| numbers.column(column));
        self.matrix.area = numbers.nearest_area(self.matrix.area).unwrap_or(0);
        if let MatrixColumn::Jurisdiction(column) = self.matrix.column {
            let now = numbers.column(column);
            kept &= now.is_some() || self.view != View::Matrix;
            self.matrix.column = now.map_or(MatrixColumn::Measure, MatrixColumn::Jurisdiction);
        }
        if let BoardColumn::Jurisdiction(column) = self.board_column {
            self.board_column = numbers.column(column).map_or(BoardColumn::Area, BoardColumn::Jurisdiction);
        }
        self.sorted.renumber(|column| numbers.column(column));
        self.trail = mem::take(&mut self.trail).into_iter().filter_map(|it| it.renumbered(numbers)).collect();
        self.search_began = self.search_began.take().and_then(|place| place.renumbered(numbers));
        self.detail.renumber(numbers);
        self.companion.renumber(numbers);
        kept
    }

    /// Shows the new board where the old one was shown: what has to be made anew is. Tells whether the whole filter
    /// still means something.
    fn show_again(&mut self, numbers: &Renumbering) -> bool {
        let comparison = self.figures.chosen();
        let first = self.matrix.first;
        self.matrix.show(self.columns.shown(&self.board, comparison), comparison.poles);
        self.matrix.first = first;
        self.settle_board_column();
        let rows = [self.areas.offset(), self.matrix.rows.offset(), self.gaps.offset()];
        let understood = self.renew_filter(numbers);
        self.restore_order();
        for (table, offset) in [&mut self.areas, &mut self.matrix.rows, &mut self.gaps].into_iter().zip(rows)
        {
            table.keep_offset(offset);
        }
        // What lies above the view asks what its cursor stands on.
        self.gather(self.view);
        self.search = self.search.take().map(|search| self.search_for(search.query(), None));
        let layers = mem::take(&mut self.layers);
        self.layers = layers.into_iter().filter_map(|layer| layer.renewed(self, numbers)).collect();
        understood
    }

    /// What the cursor stands on, for people.
    fn subject_in_words(&self) -> String {
        let measure = self.measure().map(|measure| self.board.measure(measure).short_title().to_owned());
        let area = || self.area().map(|area| self.board.areas[area].short_title().to_owned());
        let thing = measure.or_else(area).unwrap_or_else(|| "What was here".to_owned());
        match (self.view, self.matrix.column) {
            (View::Matrix, MatrixColumn::Jurisdiction(column)) => {
                format!("{} on {thing}", self.board.jurisdiction(column).code)
            }
            _ => thing,
        }
    }
}

/// The comparison on the new board, and in words what could not be kept. What was as the old board says is as the new
/// one says.
fn comparison(
    old: &Board,
    new: &Board,
    before: &Comparison,
    numbers: &Renumbering,
) -> (Comparison, Vec<String>) {
    let (was, mut now) = (Comparison::of(old), Comparison::of(new));
    let mut lost = Vec::new();
    if before.poles != was.poles {
        match before.poles.map(|pole| numbers.column(pole)) {
            [Some(first), Some(second)] => now.poles = [first, second],
            _ => lost.push("A pole is gone: the poles are those of the board".to_owned()),
        }
    }
    if before.group != was.group {
        now.group = group(old, new, &before.group, numbers);
        if now.group.is_empty() {
            now.group = Comparison::of(new).group;
            lost.push("The group is gone: it is that of the board".to_owned());
        }
    }
    if before.weights != was.weights {
        match &before.weights {
            WeightChoice::Named(name) if new.weight_sets.iter().all(|set| set.name != *name) => {
                lost.push(format!("The weights `{name}` are gone: they are those of the board"));
            }
            weights => now.weights = weights.clone(),
        }
    }
    let Comparison { lens, units, threshold, .. } = *before;
    (Comparison { lens, units, threshold, ..now }, lost)
}

/// The members of a group on the new board: those of the group of its name, of everyone where it was everyone, else
/// those who are still there.
fn group(old: &Board, new: &Board, members: &[Column], numbers: &Renumbering) -> Vec<Column> {
    if members.len() == old.jurisdictions.len() {
        return new.columns().collect();
    }
    let named = old.groups.iter().find(|group| group.members == members);
    let named = named.and_then(|before| new.groups.iter().find(|group| group.name == before.name));
    if let Some(group) = named {
        return group.members.clone();
    }
    let mut left: Vec<Column> = members.iter().filter_map(|&column| numbers.column(column)).collect();
    left.sort_unstable();
    left
}

impl super::Sorted {
    /// Sorts by the same columns on another board, or not where one is gone.
    fn renumber(&mut self, number: impl Fn(Column) -> Option<Column>) {
        self.board = match self.board {
            Some((BoardColumn::Jurisdiction(column), direction)) => {
                number(column).map(|column| (BoardColumn::Jurisdiction(column), direction))
            }
            other => other,
        };
        self.matrix = match self.matrix {
            Some((MatrixColumn::Jurisdiction(column), direction)) => {
                number(column).map(|column| (MatrixColumn::Jurisdiction(column), direction))
            }
            other => other,
        };
    }
}
