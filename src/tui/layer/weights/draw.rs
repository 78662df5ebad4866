use ratatui::layout::{Position, Rect};

use super::row::Row;
use super::{Line, Weights};
use crate::report::words::{self, Mark, plural};
use crate::tui::layer::frame;
use crate::tui::model::{Model, Weighed};
use crate::tui::theme::Role;
use crate::tui::view::layout::Layout;
use crate::tui::widget::line;
use crate::tui::widget::pen::{Pen, width};
use crate::tui::widget::spots::Spot;

/// The columns of the list.
const COLUMNS: u16 = 60;
/// The lines above the list.
const ABOVE: u16 = 2;
/// The columns of what a line says at its end.
const VALUE: u16 = 14;

impl Weights {
    pub(in crate::tui::layer) fn draw(&self, pen: &mut Pen<'_>, model: &Model, layout: &Layout) -> Position {
        let lines = u16::try_from(self.rows.len()).unwrap_or(u16::MAX).saturating_add(ABOVE);
        let inside = frame::open_beside(pen, layout, "Weights and members", COLUMNS, lines);
        let typing = self.draw_first_line(pen, model, inside);
        let list = Rect { y: inside.y + ABOVE, height: inside.height.saturating_sub(ABOVE), ..inside };
        if self.rows.is_empty() {
            pen.say(list.x, list.y, list.width, "Nothing of that name.", Role::Muted);
        }
        let (count, height) = (self.rows.len(), usize::from(list.height));
        let (at, first) = (self.at.at(count), self.at.first(count, height));
        for (number, row) in self.rows.iter().enumerate().skip(first).take(height) {
            let line = Rect { y: list.y + (number - first) as u16, height: 1, ..list };
            pen.spots.note(line, Spot::Line { number, chosen: number == at });
            draw_row(pen, model, line, *row, number == at);
        }
        typing.unwrap_or(Position::new(list.x, list.y + (at - first) as u16))
    }

    /// What is typed, or how much is supposed.
    fn draw_first_line(&self, pen: &mut Pen<'_>, model: &Model, inside: Rect) -> Option<Position> {
        let Rect { x, y, width: room, .. } = inside;
        match &self.line {
            Line::Weight(typed, is_wrong) => {
                let (lead, role) = if *is_wrong {
                    ("A weight is 0 to 100, such as 1.5: ", Role::Warning)
                } else {
                    ("Weight: ", Role::Muted)
                };
                let taken = pen.say(x, y, room, lead, role);
                Some(line::draw(pen, typed, (x + taken, y), room.saturating_sub(taken)).cursor)
            }
            Line::Filter => Some(line::draw_filter(pen, &self.filter, (x, y), room).cursor),
            Line::Counts if !self.filter.text().is_empty() => {
                line::draw_filter(pen, &self.filter, (x, y), room);
                None
            }
            Line::Counts => {
                pen.say(x, y, room, &counts(model), Role::Muted);
                None
            }
        }
    }
}

/// `Supposed: 2 weights, 1 member. Group: 4. Weights: authored`.
fn counts(model: &Model) -> String {
    let (supposed, comparison) = (model.board.supposed(), model.figures.comparison());
    let weights = supposed.weights.len() + supposed.areas.len();
    let parts = [(weights, "weight"), (supposed.members.len(), "member")];
    let parts: Vec<String> =
        parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| plural(count, word)).collect();
    let what = if parts.is_empty() { "nothing here".to_owned() } else { parts.join(", ") };
    let (chosen, members) = (words::weights(&comparison.weights), comparison.group.len());
    format!("Supposed: {what}. Group: {members}. Weights: {chosen}")
}

fn draw_row(pen: &mut Pen<'_>, model: &Model, line: Rect, row: Row, here: bool) {
    let style = pen.theme.style(if here { Role::Selection } else { Role::Text });
    pen.paint(line, style);
    let toned = |pen: &Pen<'_>, role: Role| if here { style } else { pen.theme.style(role) };
    let Rect { x, y, .. } = line;
    pen.text(x, y, 1, if here { pen.glyphs.pointer } else { " " }, style);
    let is_supposed = row.is_supposed(model);
    if is_supposed {
        let mark = Mark::Supposed.glyph(model.glyphs).to_string();
        pen.text(x + 1, y, 1, &mark, toned(pen, Role::Changed));
    }
    let (name, value) = row.words(model);
    let start = match row {
        Row::Weight(Weighed::Area(_)) => x + 3,
        Row::Weight(Weighed::Measure(_)) => x + 5,
        Row::Member(column) => {
            let sign = if model.is_member(column) { "[x]" } else { "[ ]" };
            pen.text(x + 3, y, 3, sign, toned(pen, Role::Accent));
            let code = model.board.jurisdiction(column).code;
            pen.text(x + 7, y, 4, code.as_str(), toned(pen, Role::Text));
            x + 12
        }
    };
    let role = if matches!(row, Row::Weight(Weighed::Area(_))) { Role::Accent } else { Role::Text };
    let end = line.right().saturating_sub(VALUE + 1);
    pen.text(start, y, end.saturating_sub(start), name, toned(pen, role));
    let role = if is_supposed { Role::Changed } else { Role::Muted };
    let value_x = line.right().saturating_sub(width(&value).max(1));
    pen.text(value_x, y, VALUE, &value, toned(pen, role));
}
