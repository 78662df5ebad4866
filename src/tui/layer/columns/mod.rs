//! What is compared and what is shown, changed while it is looked at: the poles, the group, the weights, and the
//! jurisdictions that have a column, in their order. Every change shows at once behind the list and stays when it
//! closes.

mod choice;
mod draw;
mod row;

use crossterm::event::KeyCode;

use super::Outcome;
use super::pick::Pick;
use crate::scorecard::Column;
use crate::tui::key::Key;
use crate::tui::model::{Columns as Shown, Model, Renumbering};
use crate::tui::prompt::{Prompt, Typed};
use choice::{Choice, Setting};
use row::{Row, rows};

/// The list of columns and settings.
#[derive(Clone, Debug)]
pub struct Columns {
    /// What the cursor stands on.
    at: Row,
    /// What the list is narrowed to, and whether it is being typed.
    filter: Prompt,
    typing: bool,
    /// The values of a setting, while one is chosen.
    choosing: Option<(Setting, Pick)>,
}

/// The lines half a page moves.
const HALF_PAGE: isize = 8;

impl Columns {
    /// The list, on the jurisdiction of the cursor where it is in one's column.
    pub fn new(model: &Model) -> Self {
        let first = Setting::here(model).first().copied().unwrap_or(Setting::FirstPole);
        let at = model.jurisdiction_of_cursor().map_or(Row::Setting(first), Row::Jurisdiction);
        Self { at, filter: Prompt::default(), typing: false, choosing: None }
    }

    /// The list over another board. A choice that is open closes: its values may be others.
    pub(super) fn renewed(self, numbers: &Renumbering) -> Self {
        let at = match self.at {
            Row::Jurisdiction(column) => numbers.column(column).map(Row::Jurisdiction),
            other => Some(other),
        };
        Self { at: at.unwrap_or(Row::Setting(Setting::FirstPole)), choosing: None, ..self }
    }

    pub(super) fn paste(&mut self, text: &str) {
        if self.typing {
            self.filter.paste(text);
        }
    }

    pub(super) fn key(&mut self, key: Key, model: &mut Model) -> Outcome {
        if self.typing {
            self.type_key(key);
            return Outcome::Stay;
        }
        if self.choosing.is_some() {
            return self.choose(key, model);
        }
        match key.code {
            KeyCode::Char('c') if key.ctrl => return Outcome::Close,
            KeyCode::Char('d') if key.ctrl => self.go(model, HALF_PAGE),
            KeyCode::Char('u') if key.ctrl => self.go(model, -HALF_PAGE),
            KeyCode::Char('j') | KeyCode::Down => self.go(model, 1),
            KeyCode::Char('k') | KeyCode::Up => self.go(model, -1),
            KeyCode::PageDown => self.go(model, 2 * HALF_PAGE),
            KeyCode::PageUp => self.go(model, -2 * HALF_PAGE),
            KeyCode::Char('g') | KeyCode::Home => self.go(model, isize::MIN),
            KeyCode::Char('G') | KeyCode::End => self.go(model, isize::MAX),
            KeyCode::Char('<' | 'H') | KeyCode::Left => self.shift(model, -1),
            KeyCode::Char('>' | 'L') | KeyCode::Right => self.shift(model, 1),
            KeyCode::Char('/' | 'f') => self.typing = true,
            KeyCode::Char(' ') | KeyCode::Enter => self.act(model),
            KeyCode::Esc if !self.filter.text().is_empty() => self.filter = Prompt::default(),
            KeyCode::Esc | KeyCode::Char('q' | 'c') => return Outcome::Close,
            _ => {}
        }
        Outcome::Stay
    }

    fn type_key(&mut self, key: Key) {
        match self.filter.key(key) {
            Typed::Accepted => self.typing = false,
            Typed::Cancelled => {
                self.typing = false;
                self.filter = Prompt::default();
            }
            Typed::Changed | Typed::Ignored => {}
        }
    }

    /// The rows that hold what is typed.
    fn rows(&self, model: &Model) -> Vec<Row> {
        let wanted = self.filter.text().to_lowercase();
        rows(model).into_iter().filter(|row| row.holds(model, &wanted)).collect()
    }

    /// The row of the cursor: where its own is not shown, the first.
    fn row(&self, rows: &[Row]) -> usize {
        rows.iter().position(|row| *row == self.at).unwrap_or(0)
    }

    fn go(&mut self, model: &Model, delta: isize) {
        let rows = self.rows(model);
        let to = self.row(&rows).saturating_add_signed(delta).min(rows.len().saturating_sub(1));
        self.at = rows.get(to).copied().unwrap_or(self.at);
    }

    fn shift(&mut self, model: &mut Model, by: isize) {
        if let Some(Row::Jurisdiction(column)) = self.current(model) {
            self.at = Row::Jurisdiction(column);
            model.shift_column(column, by);
        }
    }

    fn current(&self, model: &Model) -> Option<Row> {
        let rows = self.rows(model);
        rows.get(self.row(&rows)).copied()
    }

    /// What space and Enter do: show or hide a jurisdiction, open the values of a setting, put everything back.
    fn act(&mut self, model: &mut Model) {
        let Some(row) = self.current(model) else { return };
        self.at = row;
        match row {
            Row::Setting(setting) => {
                let at = Choice::of(setting, model).iter().position(|choice| choice.is_current(model));
                self.choosing = Some((setting, Pick::on(at.unwrap_or(0))));
            }
            Row::Gaps(column) => model.toggle_gap_column(column),
            Row::Jurisdiction(column) => model.toggle_column(column),
            Row::OnlyGroup => only_group(model),
            Row::AsOnBoard => model.set_columns(Shown::default()),
        }
    }

    fn choose(&mut self, key: Key, model: &mut Model) -> Outcome {
        let Some((setting, pick)) = &mut self.choosing else { return Outcome::Stay };
        let choices = Choice::of(*setting, model);
        let count = choices.len();
        match key.code {
            KeyCode::Char('c') if key.ctrl => return Outcome::Close,
            KeyCode::Char('j') | KeyCode::Down => pick.go(1, count),
            KeyCode::Char('k') | KeyCode::Up => pick.go(-1, count),
            KeyCode::Char('g') | KeyCode::Home => pick.go(isize::MIN, count),
            KeyCode::Char('G') | KeyCode::End => pick.go(isize::MAX, count),
            KeyCode::Char(' ') | KeyCode::Enter => {
                if let Some(choice) = choices.get(pick.at(count)) {
                    choice.apply(model);
                }
                self.choosing = None;
            }
            KeyCode::Esc | KeyCode::Char('q') => self.choosing = None,
            _ => {}
        }
        Outcome::Stay
    }

    pub(super) fn hints(&self) -> &'static [(&'static str, &'static str)] {
        if self.typing {
            return &[("typing", "filters"), ("Enter", "keep"), ("Esc", "all again")];
        }
        match (&self.choosing, self.at) {
            (Some(_), _) => &[("j k", "move"), ("Enter", "choose"), ("Esc", "as it was")],
            (None, Row::Jurisdiction(_)) => &[
                ("Space", "show or hide"),
                ("< >", "move it"),
                ("j k", "choose"),
                ("/", "filter"),
                ("Esc", "close"),
            ],
            (None, Row::Gaps(_)) => {
                &[("Space", "show or hide"), ("j k", "choose"), ("/", "filter"), ("Esc", "close")]
            }
            (None, _) => &[("Enter", "change"), ("j k", "choose"), ("/", "filter"), ("Esc", "close")],
        }
    }
}

/// Hides everyone outside the group; the order stays.
fn only_group(model: &mut Model) {
    let comparison = model.figures.comparison();
    let members = model.columns.members(&model.board, comparison);
    let inside = |column: &Column| comparison.group.contains(column) || comparison.poles.contains(column);
    let shown = comparison.poles.into_iter().chain(members).filter(inside).collect();
    model.set_columns(Shown::only(&model.board, shown));
}
