//! Asks whether to drop all what-ifs.

use crossterm::event::KeyCode;
use ratatui::layout::Position;

use super::{Outcome, frame};
use crate::report::words::plural;
use crate::scorecard::Suppositions;
use crate::tui::key::Key;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::view::layout::Layout;
use crate::tui::widget::pen::Pen;

/// The question.
#[derive(Clone, Copy, Debug)]
pub struct DropWhatIfs;

/// The columns of the question.
const COLUMNS: u16 = 60;

impl DropWhatIfs {
    pub(super) fn key(key: Key, model: &mut Model) -> Outcome {
        match key.code {
            KeyCode::Enter | KeyCode::Char('y' | 'X') => {
                let words = match model.what_ifs() {
                    1 => "the only one dropped".to_owned(),
                    all => format!("all {} dropped", plural(all, "what-if")),
                };
                model.suppose(words, Suppositions::default());
                Outcome::Close
            }
            KeyCode::Char('c') if key.ctrl => Outcome::Close,
            KeyCode::Esc | KeyCode::Char('q' | 'n') => Outcome::Close,
            _ => Outcome::Stay,
        }
    }

    pub(super) fn draw(pen: &mut Pen<'_>, model: &Model, layout: &Layout) -> Position {
        let inside = frame::open(pen, layout, "What-ifs", COLUMNS, 3);
        let question = format!("Drop {}?", plural(model.what_ifs(), "what-if"));
        let undo = model.keymap.first_of("undo");
        pen.say(inside.x, inside.y, inside.width, &question, Role::Title);
        let then = format!("The figures are then those of the files. {undo} takes it back.");
        pen.say(inside.x, inside.y + 2, inside.width, &then, Role::Muted);
        inside.as_position()
    }
}
