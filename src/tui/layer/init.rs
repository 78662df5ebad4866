//! Asks whether to write the scorecards inside the program into a folder, where they can be edited.

use crossterm::event::KeyCode;
use ratatui::layout::Position;

use super::{Outcome, frame};
use crate::tui::command;
use crate::tui::key::Key;
use crate::tui::theme::Role;
use crate::tui::view::layout::Layout;
use crate::tui::widget::pen::Pen;
use crate::workspace::FOLDER;

/// The question.
#[derive(Clone, Copy, Debug)]
pub struct Init;

const QUESTION: [(&str, Role); 5] = [
    ("These scorecards are inside the program, so there is no file to edit.", Role::Text),
    ("", Role::Text),
    ("Enter writes them to ./scorecards and shows those from then on.", Role::Text),
    ("Nothing is written over. Into another folder, from the shell:", Role::Text),
    ("  t12 init DIR", Role::Key),
];

/// The columns of the question.
const COLUMNS: u16 = 70;

impl Init {
    pub(super) fn key(key: Key) -> Outcome {
        match key.code {
            KeyCode::Enter => match command::find("init") {
                Some(init) => Outcome::Run(init, FOLDER.to_owned()),
                None => Outcome::Close,
            },
            KeyCode::Char('c') if key.ctrl => Outcome::Close,
            KeyCode::Esc | KeyCode::Char('q') => Outcome::Close,
            _ => Outcome::Stay,
        }
    }

    pub(super) fn draw(pen: &mut Pen<'_>, layout: &Layout) -> Position {
        let inside = frame::open(pen, layout, "Edit", COLUMNS, QUESTION.len() as u16);
        for (&(line, role), y) in QUESTION.iter().zip(inside.top()..inside.bottom()) {
            pen.say(inside.x, y, inside.width, line, role);
        }
        inside.as_position()
    }
}
