use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{Found, Palette};
use crate::tui::command::{Command, Value};
use crate::tui::keymap::Keymap;
use crate::tui::layer::frame;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::view::layout::Layout;
use crate::tui::widget::line;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::spots::Spot;

/// The columns of the list.
const COLUMNS: u16 = 114;
/// The columns of a command's title.
const TITLE: u16 = 24;
/// The columns of a value.
const VALUE: u16 = 50;

impl Palette {
    pub(in crate::tui::layer) fn draw(&self, pen: &mut Pen<'_>, model: &Model, layout: &Layout) -> Position {
        let inside = frame::open(pen, layout, "Commands", COLUMNS, self.available.len() as u16 + 2);
        let taken = pen.say(inside.x, inside.y, inside.width, ":", Role::Key);
        let shown = line::draw(pen, &self.prompt, (inside.x + taken, inside.y), inside.width - taken);
        let list = Rect { y: inside.y + 2, height: inside.height.saturating_sub(2), ..inside };
        if self.found.len() == 0 {
            pen.say(list.x, list.y, list.width, &self.nothing(model), Role::Muted);
        }
        let count = self.found.len();
        let height = usize::from(list.height);
        let first = self.pick.first(count, height);
        for at in (first..count).take(height) {
            let line = Rect { y: list.y + (at - first) as u16, height: 1, ..list };
            let here = at == self.pick.at(count);
            pen.spots.note(line, Spot::Line { number: at, chosen: here });
            let style = begin_line(pen, line, here);
            match &self.found {
                Found::Commands(commands) => {
                    draw_command(pen, line, commands[at], &model.keymap, (style, here));
                }
                Found::Values(_, values) => draw_value(pen, line, &values[at], (style, here)),
            }
        }
        shown.cursor
    }

    /// What stands in place of an empty list.
    fn nothing(&self, model: &Model) -> String {
        match &self.found {
            Found::Commands(_) => "No command of that name here.".to_owned(),
            Found::Values(command, _) => {
                let known = command.argument.is_some_and(|taken| !(taken.values)(model, "").is_empty());
                if known { "Nothing of that name.".to_owned() } else { command.help.to_owned() }
            }
        }
    }
}

/// Paints a line and its pointer; tells the style of its text.
fn begin_line(pen: &mut Pen<'_>, line: Rect, here: bool) -> Style {
    let style = pen.theme.style(if here { Role::Selection } else { Role::Text });
    pen.paint(line, style);
    pen.text(line.x, line.y, 1, if here { pen.glyphs.pointer } else { " " }, style);
    style
}

fn toned(pen: &Pen<'_>, (style, here): (Style, bool), role: Role) -> Style {
    if here { style } else { pen.theme.style(role) }
}

fn draw_command(
    pen: &mut Pen<'_>,
    Rect { x, y, width, .. }: Rect,
    command: &'static Command,
    keymap: &Keymap,
    (style, here): (Style, bool),
) {
    let muted = toned(pen, (style, here), Role::Muted);
    let taken = pen.text(x + 2, y, TITLE, command.title, style);
    if let Some(argument) = command.argument {
        pen.text(x + 3 + taken, y, TITLE - taken, argument.name, muted);
    }
    let key = toned(pen, (style, here), Role::Key);
    pen.text(x + 4 + TITLE, y, 9, &keymap.reached_by(command), key);
    pen.text(x + 14 + TITLE, y, width.saturating_sub(14 + TITLE), command.help, muted);
}

fn draw_value(
    pen: &mut Pen<'_>,
    Rect { x, y, width, .. }: Rect,
    value: &Value,
    (style, here): (Style, bool),
) {
    let room = VALUE.min(width.saturating_sub(2));
    let taken = pen.text(x + 2, y, room, &value.text, style).max(TITLE) + 2;
    let muted = toned(pen, (style, here), Role::Muted);
    pen.text(x + 2 + taken, y, width.saturating_sub(2 + taken), &value.note, muted);
}
