//! A line being typed, its end in sight: where it is longer than its room, the beginning gives way.

use ratatui::layout::Position;
use unicode_width::UnicodeWidthStr;

use super::pen::Pen;
use crate::tui::prompt::Prompt;
use crate::tui::theme::Role;

/// What is on the screen of a line.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    /// The columns of its beginning that gave way.
    pub hidden: u16,
    /// The columns it takes.
    pub taken: u16,
    /// Where the cursor of the terminal belongs.
    pub cursor: Position,
}

/// Draws what is typed into `room` columns, the last of which is kept for the cursor.
pub fn draw(pen: &mut Pen<'_>, prompt: &Prompt, (x, y): (u16, u16), room: u16) -> Shown {
    let hidden = (prompt.cursor() + 1).saturating_sub(room);
    let taken = pen.say(x, y, room, skip_columns(prompt.text(), hidden), Role::Text);
    Shown { hidden, taken, cursor: Position::new((x + prompt.cursor()).saturating_sub(hidden), y) }
}

/// Draws what a list is filtered by, behind the sign that began it; nobody types in it once the filter is kept.
pub fn draw_filter(pen: &mut Pen<'_>, filter: &Prompt, (x, y): (u16, u16), room: u16) -> Shown {
    let taken = pen.say(x, y, room, "/", Role::Key);
    draw(pen, filter, (x + taken, y), room - taken)
}

fn skip_columns(text: &str, columns: u16) -> &str {
    let mut skipped = 0;
    for (at, character) in text.char_indices() {
        if skipped >= usize::from(columns) {
            return &text[at..];
        }
        skipped += character.encode_utf8(&mut [0; 4]).width();
    }
    ""
}
