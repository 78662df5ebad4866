//! What measures and areas weigh and who is in the group, supposed while the list is open. Every change is a what-if of
//! its own that shows at once behind the list and stays when it closes.

mod draw;
mod row;

use crossterm::event::KeyCode;

use super::Outcome;
use super::pick::Pick;
use crate::scorecard::Weight;
use crate::tui::key::Key;
use crate::tui::model::{Model, Renumbering, View, Weighed};
use crate::tui::prompt::{Prompt, Typed};
use row::{Row, rows};

/// The list of weights and members.
#[derive(Clone, Debug)]
pub struct Weights {
    /// The lines that hold what is typed, made anew only when that changes or the board does.
    rows: Vec<Row>,
    at: Pick,
    filter: Prompt,
    line: Line,
}

/// What the first line of the list is for.
#[derive(Clone, Debug)]
enum Line {
    /// It counts what is supposed.
    Counts,
    /// The filter is being typed.
    Filter,
    /// A weight is being typed; the flag tells that what is typed is none.
    Weight(Prompt, bool),
}

/// The lines half a page moves.
const HALF_PAGE: isize = 8;

impl Weights {
    /// The list, on the measure or the area of the cursor.
    pub fn new(model: &Model) -> Self {
        let rows = rows(&model.board, "");
        let area = model.area().filter(|_| model.view == View::Board).map(Weighed::Area);
        let here = area.or_else(|| model.measure().map(Weighed::Measure)).map(Row::Weight);
        let at = rows.iter().position(|&row| Some(row) == here).unwrap_or(0);
        Self { rows, at: Pick::on(at), filter: Prompt::default(), line: Line::Counts }
    }

    /// The list over another board. A weight that was being typed is given up: what it was for may be gone.
    pub(super) fn renewed(mut self, model: &Model, numbers: &Renumbering) -> Self {
        let here = self.row().and_then(|row| row.renumbered(numbers));
        if matches!(self.line, Line::Weight(..)) {
            self.line = Line::Counts;
        }
        self.find(model);
        let at = here.and_then(|here| self.rows.iter().position(|&row| row == here));
        self.at = at.map_or(self.at, Pick::on);
        self
    }

    pub(super) fn paste(&mut self, text: &str, model: &Model) {
        match &mut self.line {
            Line::Counts => {}
            Line::Filter => {
                self.filter.paste(text);
                self.find(model);
            }
            Line::Weight(typed, _) => typed.paste(text),
        }
    }

    pub(super) fn key(&mut self, key: Key, model: &mut Model) -> Outcome {
        match self.line {
            Line::Counts => return self.command(key, model),
            Line::Filter => self.type_filter(key, model),
            Line::Weight(..) => self.type_weight(key, model),
        }
        Outcome::Stay
    }

    fn command(&mut self, key: Key, model: &mut Model) -> Outcome {
        let count = self.rows.len();
        match key.code {
            KeyCode::Char('c') if key.ctrl => return Outcome::Close,
            KeyCode::Char('d') if key.ctrl => self.at.go(HALF_PAGE, count),
            KeyCode::Char('u') if key.ctrl => self.at.go(-HALF_PAGE, count),
            KeyCode::Char('r') if key.ctrl => model.redo(),
            KeyCode::Char('u') => model.undo(),
            KeyCode::Char('j') | KeyCode::Down => self.at.go(1, count),
            KeyCode::Char('k') | KeyCode::Up => self.at.go(-1, count),
            KeyCode::PageDown => self.at.go(2 * HALF_PAGE, count),
            KeyCode::PageUp => self.at.go(-2 * HALF_PAGE, count),
            KeyCode::Char('g') | KeyCode::Home => self.at.go(isize::MIN, count),
            KeyCode::Char('G') | KeyCode::End => self.at.go(isize::MAX, count),
            KeyCode::Tab => self.go_to_part(true),
            KeyCode::BackTab => self.go_to_part(false),
            KeyCode::Char('/' | 'f') => self.line = Line::Filter,
            KeyCode::Esc if !self.filter.text().is_empty() => self.show_all(model),
            KeyCode::Esc | KeyCode::Char('q' | 'W') => return Outcome::Close,
            _ => self.change(key, model),
        }
        Outcome::Stay
    }

    /// Keys that suppose something of the line of the cursor.
    fn change(&mut self, key: Key, model: &mut Model) {
        let Some(row) = self.row() else { return };
        match (key.code, row) {
            (KeyCode::Char('+' | '='), Row::Weight(of)) => model.step_weight(of, 1),
            (KeyCode::Char('-'), Row::Weight(of)) => model.step_weight(of, -1),
            (KeyCode::Char(digit @ '0'..='9'), Row::Weight(of)) => {
                if let Some(weight) = Weight::parse(digit.encode_utf8(&mut [0; 4])) {
                    model.suppose_weight(of, weight);
                }
            }
            (KeyCode::Enter | KeyCode::Char(' '), Row::Weight(_)) => {
                self.line = Line::Weight(Prompt::default(), false);
            }
            (KeyCode::Enter | KeyCode::Char(' '), Row::Member(column)) => {
                model.suppose_member(column, !model.is_member(column));
            }
            (KeyCode::Delete, _) if !row.is_supposed(model) => {
                model.tell("Nothing is supposed here.".to_owned());
            }
            (KeyCode::Delete, Row::Weight(of)) => model.suppose_weight(of, model.weight_before(of)),
            (KeyCode::Delete, Row::Member(column)) => {
                model.suppose_member(column, model.was_member(column));
            }
            _ => {}
        }
    }

    fn type_filter(&mut self, key: Key, model: &Model) {
        match self.filter.key(key) {
            Typed::Changed => self.find(model),
            Typed::Accepted => self.line = Line::Counts,
            Typed::Cancelled => self.show_all(model),
            Typed::Ignored => {}
        }
    }

    fn type_weight(&mut self, key: Key, model: &mut Model) {
        let row = self.row();
        let Line::Weight(typed, is_wrong) = &mut self.line else { return };
        match (typed.key(key), row, Weight::parse(typed.text().trim())) {
            (Typed::Changed, ..) => *is_wrong = false,
            (Typed::Accepted, Some(Row::Weight(of)), Some(weight)) => {
                self.line = Line::Counts;
                model.suppose_weight(of, weight);
            }
            (Typed::Accepted, ..) => *is_wrong = true,
            (Typed::Cancelled, ..) => self.line = Line::Counts,
            (Typed::Ignored, ..) => {}
        }
    }

    fn row(&self) -> Option<Row> {
        self.rows.get(self.at.at(self.rows.len())).copied()
    }

    /// Shows the lines that hold what is typed; the cursor stays on its line where that is one of them.
    fn find(&mut self, model: &Model) {
        let here = self.row();
        self.rows = rows(&model.board, &self.filter.text().to_lowercase());
        self.at = Pick::on(self.rows.iter().position(|&row| Some(row) == here).unwrap_or(0));
    }

    fn show_all(&mut self, model: &Model) {
        self.filter = Prompt::default();
        self.line = Line::Counts;
        self.find(model);
    }

    /// Goes to the next or the previous area, or to the jurisdictions.
    fn go_to_part(&mut self, forward: bool) {
        let at = self.at.at(self.rows.len());
        let begins = |&number: &usize| self.rows[number].begins_part();
        let found = if forward { (at + 1..self.rows.len()).find(begins) } else { (0..at).rev().find(begins) };
        self.at = found.map_or(self.at, Pick::on);
    }

    pub(super) fn hints(&self) -> &'static [(&'static str, &'static str)] {
        match (&self.line, self.row()) {
            (Line::Filter, _) => &[("typing", "filters"), ("Enter", "keep"), ("Esc", "all again")],
            (Line::Weight(..), _) => &[("0 to 100", "weight"), ("Enter", "suppose"), ("Esc", "as it was")],
            (Line::Counts, Some(Row::Member(_))) => &[
                ("Space", "in or out"),
                ("Del", "as chosen"),
                ("Esc", "close"),
                ("Tab", "next part"),
                ("/", "filter"),
                ("u", "undo"),
            ],
            (Line::Counts, _) => &[
                ("0-9", "weight"),
                ("+ -", "step"),
                ("Enter", "type one"),
                ("Del", "as chosen"),
                ("Esc", "close"),
                ("Tab", "next part"),
                ("/", "filter"),
                ("u", "undo"),
            ],
        }
    }
}
