//! What-ifs in the running program: the mode, what was supposed step by step, and the figures without any of it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{GapColumn, MatrixColumn, Model, Renumbering, Seen, Subject, View};
use crate::analysis::Figures;
use crate::report::words;
use crate::scorecard::{Answer, Column, Competence, Level, MeasureIndex, Suppositions, Touched};
use crate::tui::sheet::{FIRST_COMPARED, compared_side};

/// A jurisdiction on a measure.
pub type CellAt = (MeasureIndex, Column);

/// The what-if mode and what can be undone. What is supposed itself is on the board, so that every figure follows.
#[derive(Debug, Default)]
pub struct WhatIf {
    is_on: bool,
    done: Vec<Step>,
    undone: Vec<Step>,
    /// The figures without any what-if, while there are any.
    before: Option<Box<Figures>>,
    /// What the files said of each supposed level when it was supposed.
    bases: BTreeMap<CellAt, Answer>,
}

/// What a person did in one go, in words, and what was supposed on the other side of it.
#[derive(Clone, Debug)]
struct Step {
    words: String,
    supposed: Suppositions,
}

/// What was supposed on a board that gives way to another.
#[derive(Debug)]
pub(super) struct Lifted {
    supposed: Suppositions,
    recorded: BTreeMap<CellAt, Answer>,
}

impl WhatIf {
    /// Whether the keys suppose levels.
    pub fn is_on(&self) -> bool {
        self.is_on
    }

    /// The figures without any what-if, while there are any.
    pub fn before(&self) -> Option<&Figures> {
        self.before.as_deref()
    }

    /// What the files said of a supposed level when it was supposed.
    pub fn base(&self, at: CellAt) -> Option<Answer> {
        self.bases.get(&at).copied()
    }
}

impl Model {
    /// Begins or ends the what-if mode; what is supposed stays either way. In tables where a column has to say whose
    /// level is meant, the cursor goes to the first pole.
    pub fn turn_what_if(&mut self, on: bool) {
        self.what_if.is_on = on;
        if !on {
            self.settle_gap_column();
            return;
        }
        match self.view {
            View::Matrix if !matches!(self.matrix.column, MatrixColumn::Jurisdiction(_)) => {
                self.matrix.column = MatrixColumn::Jurisdiction(self.figures.comparison().poles[0]);
            }
            View::Gaps if self.gap_column.pole().is_none() => self.gap_column = GapColumn::First,
            View::Compare if self.compared_under_cursor().is_none() => {
                self.sheets.compare.table.column = FIRST_COMPARED;
            }
            _ => {}
        }
    }

    /// Whose level on which measure a what-if would change here.
    ///
    /// # Errors
    /// In words, where the cursor points at none.
    pub fn pointed(&self) -> Result<CellAt, String> {
        let Some((measure, column)) = self.cell_under_cursor() else {
            return Err(match self.view {
                View::Matrix | View::Gaps | View::Compare => {
                    "Move to the column of a jurisdiction to suppose a level of it".to_owned()
                }
                _ => "A what-if changes a level: go to Matrix, Gaps or Compare".to_owned(),
            });
        };
        let is_union = self.board.members(column).next().is_some();
        if is_union && self.board.measure(measure).competence == Competence::MemberState {
            let name = self.board.jurisdiction(column).short_name();
            return Err(format!("The members of {name} decide this: suppose a level of one of them"));
        }
        Ok((measure, column))
    }

    /// The cell that the cursor stands on, where it stands in the column of a jurisdiction or on a row of one cell.
    pub fn cell_under_cursor(&self) -> Option<CellAt> {
        let column = match self.view {
            View::Matrix => match self.matrix.column {
                MatrixColumn::Jurisdiction(column) => Some(column),
                MatrixColumn::Measure | MatrixColumn::Gap => None,
            },
            View::Gaps => self.gap_column.pole().map(|pole| self.figures.comparison().poles[pole]),
            View::Compare => self.compared_under_cursor().map(|seen| seen.column),
            _ => match self.subject()? {
                Subject::Cell(_, column) | Subject::Move(_, column, _) => Some(column),
                _ => None,
            },
        };
        Some((self.measure()?, column?))
    }

    /// The one of the two compared whose levels stand in the column of the cursor.
    fn compared_under_cursor(&self) -> Option<Seen> {
        Some(self.compared()[compared_side(self.sheets.compare.table.column)?])
    }

    /// Whether the list of gaps shows the levels of the poles: what-ifs are made there.
    pub fn gaps_show_poles(&self) -> bool {
        self.what_if.is_on || self.what_ifs() > 0
    }

    /// Keeps the cursor of the list of gaps on a column that is shown.
    pub(super) fn settle_gap_column(&mut self) {
        let column = self.gap_column;
        if self.gap_columns().all(|shown| shown != column) {
            self.gap_column = GapColumn::Rank;
        }
    }

    /// How many things are supposed.
    pub fn what_ifs(&self) -> usize {
        self.board.supposed().len()
    }

    /// Supposes a level. One that the cell answers anyway, by itself, is no what-if.
    pub fn suppose_level(&mut self, at: CellAt, answer: Answer) {
        let mut wanted = self.board.supposed().clone();
        let recorded = self.board.recorded(at.0, at.1);
        let lens = self.figures.comparison().lens;
        if recorded.root == at.1 && lens.answer(&self.board, recorded) == answer {
            wanted.levels.remove(&at);
        } else {
            wanted.levels.insert(at, answer);
        }
        let words = self.change_in_words(at, answer);
        self.suppose(words, wanted);
    }

    /// Supposes a level some steps from the one there is; from an unknown one it goes nowhere.
    pub fn step_level(&mut self, at: CellAt, steps: i8) {
        let now = self.figures.cell(&self.board, at.0, at.1).answer.level();
        let next = now.and_then(|level| Level::new(level.number().checked_add_signed(steps)?));
        match next {
            Some(level) => self.suppose_level(at, Answer::Known(level)),
            None if now.is_some() => self.tell("The scale ends here.".to_owned()),
            None => self.tell("There is no level here to go up or down from.".to_owned()),
        }
    }

    /// Gives a cell back what the files say.
    pub fn restore_level(&mut self, at: CellAt) {
        let mut wanted = self.board.supposed().clone();
        if wanted.levels.remove(&at).is_none() {
            let cell = self.board.cell(at.0, at.1);
            let root = self.board.jurisdiction(cell.root).code;
            self.tell(if cell.supposed {
                format!("It takes over the what-if of {root}: restore that one")
            } else {
                "Nothing is supposed here.".to_owned()
            });
            return;
        }
        let recorded = self.board.recorded(at.0, at.1);
        let answer = self.figures.comparison().lens.answer(&self.board, recorded);
        let words = self.change_in_words(at, answer);
        self.suppose(words, wanted);
    }

    /// `EU from 3 to 1 on Cyber-surveillance catch-all`.
    fn change_in_words(&self, at: CellAt, to: Answer) -> String {
        let code = self.board.jurisdiction(at.1).code;
        let title = self.board.measure(at.0).short_title();
        let from = words::answer(self.figures.cell(&self.board, at.0, at.1).answer);
        format!("{code} from {from} to {} on {title}", words::answer(to))
    }

    /// Supposes all of this and nothing else, as one step that can be undone: `words` say what it is.
    pub fn suppose(&mut self, words: String, wanted: Suppositions) {
        if wanted == *self.board.supposed() {
            self.tell("That changes nothing.".to_owned());
            return;
        }
        let supposed = self.board.supposed().clone();
        self.lay(wanted);
        self.tell(format!("What-if: {words}"));
        self.what_if.done.push(Step { words, supposed });
        self.what_if.undone.clear();
    }

    /// Takes back the last step and says which.
    pub fn undo(&mut self) {
        match self.what_if.done.pop() {
            Some(step) => {
                let undone = self.turn_back(step);
                self.tell(format!("Undone: {}", undone.words));
                self.what_if.undone.push(undone);
            }
            None => self.tell("There is nothing to undo.".to_owned()),
        }
    }

    /// Does again what was taken back last and says what.
    pub fn redo(&mut self) {
        match self.what_if.undone.pop() {
            Some(step) => {
                let done = self.turn_back(step);
                self.tell(format!("Done again: {}", done.words));
                self.what_if.done.push(done);
            }
            None => self.tell("There is nothing to do again.".to_owned()),
        }
    }

    /// Goes to the other side of a step; from there the step leads back.
    fn turn_back(&mut self, step: Step) -> Step {
        let supposed = self.board.supposed().clone();
        self.lay(step.supposed);
        Step { words: step.words, supposed }
    }

    /// Lays other suppositions over the board; everything on screen follows.
    fn lay(&mut self, wanted: Suppositions) {
        if self.what_if.before.is_none() {
            self.what_if.before = Some(Box::new(self.figures.clone()));
        }
        let touched = self.board.suppose(wanted);
        self.figures.follow(&self.board, &touched);
        self.note_bases();
        if self.board.supposed().is_empty() {
            self.what_if.before = None;
        }
        self.show_touched(&touched);
    }

    /// Remembers what the files say under each supposed level, from when it is supposed until it is restored.
    fn note_bases(&mut self) {
        let Self { board, what_if, .. } = self;
        let levels = &board.supposed().levels;
        what_if.bases.retain(|at, _| levels.contains_key(at));
        for &at in levels.keys() {
            what_if.bases.entry(at).or_insert_with(|| board.recorded(at.0, at.1).answer);
        }
    }

    /// Brings what is shown in line with figures that followed.
    fn show_touched(&mut self, touched: &Touched) {
        if touched.everything {
            let comparison = self.figures.comparison();
            self.matrix.show(self.columns.shown(&self.board, comparison), comparison.poles);
            self.settle_board_column();
        }
        self.settle_gap_column();
        self.overview.follow(&self.figures);
        self.sheets.compare.follow(&self.board, touched);
        self.forget_details();
        self.filter_again(touched);
        self.restore_order();
    }

    /// Takes note of what a board supposes from the start.
    pub(super) fn begin_what_ifs(&mut self) {
        self.note_bases();
        self.renew_before();
    }

    /// Computes the figures without any what-if anew, for another comparison or other files.
    pub(super) fn renew_before(&mut self) {
        if self.board.supposed().is_empty() {
            self.what_if.before = None;
            return;
        }
        let supposed = self.board.supposed().clone();
        self.board.suppose(Suppositions::default());
        let before = Figures::compute(&self.board, self.figures.chosen());
        self.board.suppose(supposed);
        self.what_if.before = Some(Box::new(before));
    }

    /// Takes every what-if off a board that is to be compared with another one.
    pub(super) fn lift_what_ifs(&mut self) -> Lifted {
        let supposed = self.board.supposed().clone();
        let answer = |&at: &CellAt| (at, self.board.recorded(at.0, at.1).answer);
        let recorded = supposed.levels.keys().map(answer).collect();
        self.board.suppose(Suppositions::default());
        Lifted { supposed, recorded }
    }

    /// Lays the what-ifs over another board, by the ids of what they are about, and tells what became of them.
    pub(super) fn lay_again(&mut self, lifted: &Lifted, numbers: &Renumbering) -> Vec<String> {
        let mut told = Vec::new();
        let supposed = numbers.suppositions(&lifted.supposed);
        let lost = lifted.supposed.len() - supposed.len();
        if lost > 0 {
            let what = if lost == 1 { "A what-if was" } else { "Some what-ifs were" };
            told.push(format!("{what} about something that is gone: dropped"));
        }
        for (&at, &was) in &lifted.recorded {
            let Some(now) = numbers.cell(at).filter(|now| supposed.levels.contains_key(now)) else {
                continue;
            };
            let says = self.board.recorded(now.0, now.1).answer;
            if says != was {
                let mut text = format!("Under the what-if on {}", self.board.jurisdiction(now.1).code);
                let title = self.board.measure(now.0).short_title();
                let (was, says) = (words::answer(was), words::answer(says));
                let _ = write!(text, ", {title}, the file says {says} now, {was} before");
                told.push(text);
            }
        }
        let renumbered = |(at, answer): (CellAt, Answer)| Some((numbers.cell(at)?, answer));
        self.what_if.bases =
            std::mem::take(&mut self.what_if.bases).into_iter().filter_map(renumbered).collect();
        for step in self.what_if.done.iter_mut().chain(&mut self.what_if.undone) {
            step.supposed = numbers.suppositions(&step.supposed);
        }
        self.board.suppose(supposed);
        self.note_bases();
        told
    }
}
