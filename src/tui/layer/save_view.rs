//! The view on screen as the board file would have it. It is shown and copied, never written: files belong to people.

use crossterm::event::KeyCode;
use ratatui::layout::Position;

use super::{Outcome, frame};
use crate::text::visible;
use crate::tui::key::Key;
use crate::tui::message::Effect;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::view::layout::Layout;
use crate::tui::widget::pen::Pen;

/// A view to be saved.
#[derive(Clone, Debug)]
pub struct SaveView {
    yaml: String,
    embedded: bool,
}

/// The columns of the box.
const COLUMNS: u16 = 96;
/// The lines that say where it goes, with the blank one below.
const HEAD: u16 = 3;

impl SaveView {
    /// The view on screen under a name.
    pub fn new(model: &Model, name: &str) -> Self {
        let first = if model.board.views.is_empty() { "views:\n" } else { "" };
        // Whoever finds it in a shared file can ask.
        let by = model.settings.reviewer.as_deref();
        let by = by.map(|name| format!("  # {}, {}\n", visible(name), model.today)).unwrap_or_default();
        let yaml = format!("{first}{by}{}", model.view_as_yaml(&visible(name.trim())));
        Self { yaml, embedded: model.embedded }
    }

    pub(super) fn key(&self, key: Key) -> Outcome {
        match key.code {
            KeyCode::Char('c') if key.ctrl => Outcome::Close,
            KeyCode::Char('y') => Outcome::Do(Effect::Copy { what: "the view", text: self.yaml.clone() }),
            KeyCode::Esc | KeyCode::Enter | KeyCode::Char('q') => Outcome::Close,
            _ => Outcome::Stay,
        }
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, layout: &Layout) -> Position {
        let lines = self.yaml.lines().count() as u16;
        let inside = frame::open(pen, layout, "Save this view", COLUMNS, lines + HEAD);
        let place = if self.embedded {
            "The scorecards inside the program cannot be changed: add it to a board.yaml of your own."
        } else if self.yaml.starts_with("views:") {
            "Add this at the end of the board's file, board.yaml."
        } else {
            "Add this below `views:` in the board's file, board.yaml."
        };
        pen.say(inside.x, inside.y, inside.width, place, Role::Text);
        let then = "It is then in the commands as :view, and t12 --view opens it.";
        pen.say(inside.x, inside.y + 1, inside.width, then, Role::Muted);
        let shown = inside.height.saturating_sub(HEAD);
        for (line, y) in self.yaml.lines().zip(inside.y + HEAD..).take(usize::from(shown)) {
            pen.say(inside.x, y, inside.width, line, Role::Title);
        }
        Position::new(inside.x, inside.y + HEAD)
    }
}
