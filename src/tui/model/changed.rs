mod listings;

use std::collections::BTreeSet;

pub use listings::ChangedListings;

use super::{Model, Renumbering, Subject};
use crate::scorecard::{Board, Column, MeasureIndex, are_in_measures, next_mark};
use crate::tui::fresh::Files;

/// The cells that say something else since the files changed, until they were looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    cells: BTreeSet<(MeasureIndex, Column)>,
    /// Those that are looked at now: they stay marked until the cursor leaves.
    seen: Vec<(MeasureIndex, Column)>,
}

impl Changed {
    /// How many cells changed.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The cells in reading order.
    pub fn cells(&self) -> impl DoubleEndedIterator<Item = (MeasureIndex, Column)> + '_ {
        self.cells.iter().copied()
    }

    /// Whether a cell changed.
    pub fn has(&self, measure: MeasureIndex, column: Column) -> bool {
        self.cells.contains(&(measure, column))
    }

    /// Whether a cell of a measure changed.
    pub fn in_measure(&self, measure: MeasureIndex) -> bool {
        self.in_measures(measure.0..measure.0 + 1)
    }

    /// Whether a cell of one of the measures changed, which follow one another.
    pub fn in_measures(&self, measures: std::ops::Range<u32>) -> bool {
        are_in_measures(|bounds| self.cells.range(bounds).copied(), measures)
    }

    /// The next or the previous changed cell from one of a measure, or from before its first, and from the last to the
    /// first.
    pub fn next(
        &self,
        from: (MeasureIndex, Option<Column>),
        forward: bool,
    ) -> Option<(MeasureIndex, Column)> {
        next_mark(|bounds| self.cells.range(bounds).copied(), from, forward)
    }

    /// Takes note of what is looked at now, by the cells it shows. What was looked at before and is left is no longer
    /// marked.
    pub(super) fn look(&mut self, subject: Option<Subject>, poles: [Column; 2]) {
        let shown: Vec<(MeasureIndex, Column)> = match subject {
            Some(Subject::Cell(measure, column) | Subject::Move(measure, column, _)) => {
                vec![(measure, column)]
            }
            Some(Subject::Measure(measure)) => poles.map(|pole| (measure, pole)).into(),
            Some(Subject::Compared(measure, columns)) => columns.map(|column| (measure, column)).into(),
            Some(
                Subject::Area(_)
                | Subject::Agreement(..)
                | Subject::Pair(..)
                | Subject::Jurisdiction(_)
                | Subject::Entity(..),
            )
            | None => Vec::new(),
        };
        if shown != self.seen {
            for cell in self.seen.drain(..).filter(|cell| !shown.contains(cell)) {
                self.cells.remove(&cell);
            }
            self.seen = shown;
        }
    }

    /// Goes over to a new board and adds what changed on the way.
    pub(super) fn renew(&mut self, numbers: &Renumbering, old: (&Board, &Files), new: (&Board, &Files)) {
        let number = |&(measure, column): &(MeasureIndex, Column)| {
            Some((numbers.measure(measure)?, numbers.column(column)?))
        };
        self.cells = self.cells.iter().filter_map(number).collect();
        self.seen = self.seen.iter().filter_map(number).collect();
        let same_columns = old.0.jurisdictions == new.0.jurisdictions;
        for (before, now) in numbers.areas() {
            if !(same_columns && same_text(old, before, new, now)) {
                self.compare(numbers, old.0, before, (new.0, now));
            }
        }
    }

    fn compare(&mut self, numbers: &Renumbering, old: &Board, before: usize, (new, now): (&Board, usize)) {
        let mut earlier = vec![None; new.areas[now].measures().len()];
        let first = new.areas[now].measures.start;
        for measure in old.areas[before].measures() {
            let place = numbers.measure(measure).map(|now| (now.0 - first) as usize);
            if let Some(place) = place.and_then(|place| earlier.get_mut(place)) {
                *place = Some(measure);
            }
        }
        let columns = old.columns().filter_map(|column| Some((column, numbers.column(column)?)));
        let columns: Vec<(Column, Column)> = columns.collect();
        for (measure, earlier) in new.areas[now].measures().zip(earlier) {
            for &(column_before, column) in &columns {
                let changed = match earlier {
                    Some(earlier) => {
                        new.says_something_else((measure, column), old, (earlier, column_before))
                    }
                    // Of a measure that is new, what it says itself.
                    None => {
                        new.cell(measure, column).root == column
                            && new.position(new.cell(measure, column)).is_some()
                    }
                };
                if changed {
                    self.cells.insert((measure, column));
                }
            }
        }
    }
}

impl Model {
    /// Takes note of what the detail shows: changes that were looked at are no longer marked when the cursor leaves.
    pub(super) fn look_at_changes(&mut self, subject: Option<Subject>) {
        self.news.changed.look(subject, self.figures.comparison().poles);
        if self.news.listings.is_unmarked() {
            return;
        }
        let listings = self.sheets.entities.listings();
        let shown = match subject {
            Some(Subject::Entity(entity, Some(list))) => {
                let list = listings.list(&self.board, list).id.clone();
                vec![(listings.entity(&self.board, entity).id.clone(), list)]
            }
            Some(Subject::Entity(entity, None)) => {
                let id = &listings.entity(&self.board, entity).id;
                let lists = self.news.listings.of(id).into_iter().flatten();
                lists.map(|list| (id.clone(), list.clone())).collect()
            }
            _ => Vec::new(),
        };
        self.news.listings.look(shown);
    }
}

/// Whether an area stands in the very text it stood in before.
fn same_text(
    (old, old_files): (&Board, &Files),
    before: usize,
    (new, new_files): (&Board, &Files),
    now: usize,
) -> bool {
    let text = |files: &Files, file: u16| {
        let found = files.all.get(usize::from(file)).filter(|_| !files.kept.contains(&file));
        found.map(|file| std::sync::Arc::as_ptr(&file.text))
    };
    let texts = (text(old_files, old.areas[before].file), text(new_files, new.areas[now].file));
    matches!(texts, (Some(before), Some(now)) if std::ptr::eq(before, now))
}
