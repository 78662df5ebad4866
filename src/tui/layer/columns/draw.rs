use ratatui::layout::{Position, Rect};

use super::choice::{Choice, Setting};
use super::row::Row;
use super::{Columns, Pick};
use crate::report::words::plural;
use crate::tui::layer::frame;
use crate::tui::model::{Model, first_visible};
use crate::tui::theme::Role;
use crate::tui::view::layout::Layout;
use crate::tui::widget::line;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::spots::Spot;

/// The columns of the list.
const COLUMNS: u16 = 52;
/// The columns of the sign and the name before what a line says.
const NAME: u16 = 17;
/// The lines above the list.
const ABOVE: u16 = 2;

/// How a line of something hidden is drawn: its sign, and the roles of its name and text.
const HIDDEN: (&str, Role, Role) = ("[ ]", Role::Muted, Role::Muted);

impl Columns {
    pub(in crate::tui::layer) fn draw(&self, pen: &mut Pen<'_>, model: &Model, layout: &Layout) -> Position {
        match &self.choosing {
            Some((setting, pick)) => draw_choices(pen, model, layout, *setting, *pick),
            None => self.draw_list(pen, model, layout),
        }
    }

    fn draw_list(&self, pen: &mut Pen<'_>, model: &Model, layout: &Layout) -> Position {
        let rows = self.rows(model);
        let lines = u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(ABOVE);
        let inside = frame::open_beside(pen, layout, "Columns", COLUMNS, lines);
        let typing = self.draw_first_line(pen, model, inside);
        let list = below(inside, ABOVE);
        if rows.is_empty() {
            pen.say(list.x, list.y, list.width, "Nothing of that name.", Role::Muted);
        }
        let height = usize::from(list.height);
        let at = self.row(&rows);
        let first = first_visible(at.saturating_sub(height / 2), at, rows.len(), height);
        for (number, row) in rows.iter().enumerate().skip(first).take(height) {
            let y = list.y + (number - first) as u16;
            pen.spots.note(Rect { y, height: 1, ..list }, Spot::Line { number, chosen: number == at });
            draw_row(pen, model, Rect { y, height: 1, ..list }, *row, number == at);
        }
        typing.unwrap_or(Position::new(list.x, list.y + (at - first) as u16))
    }

    /// What is typed, or how many jurisdictions are shown.
    fn draw_first_line(&self, pen: &mut Pen<'_>, model: &Model, inside: Rect) -> Option<Position> {
        let Rect { x, y, width, .. } = inside;
        if self.typing || !self.filter.text().is_empty() {
            let shown = line::draw_filter(pen, &self.filter, (x, y), width);
            return self.typing.then_some(shown.cursor);
        }
        let (all, hidden) = (model.board.jurisdictions.len(), model.hidden_columns());
        let order = if model.columns.are_as_on_the_board() { "in the board's order" } else { "" };
        let text = match hidden {
            0 => format!("{} shown {order}", plural(all, "jurisdiction")),
            hidden => format!("{} of {} shown, {hidden} hidden", all - hidden, plural(all, "jurisdiction")),
        };
        pen.say(x, y, width, text.trim_end(), Role::Muted);
        None
    }
}

fn below(inside: Rect, lines: u16) -> Rect {
    Rect { y: inside.y + lines, height: inside.height.saturating_sub(lines), ..inside }
}

fn draw_row(pen: &mut Pen<'_>, model: &Model, line: Rect, row: Row, here: bool) {
    let style = begin_line(pen, line, here);
    let toned = |pen: &Pen<'_>, role: Role| if here { style } else { pen.theme.style(role) };
    let Rect { x, y, .. } = line;
    let (name, text) = row.words(model);
    let (sign, name_role, text_role) = match row {
        Row::Jurisdiction(column) if is_pole(model, row) => {
            let number = usize::from(model.figures.comparison().poles[1] == column);
            (["1st", "2nd"][number], Role::Accent, Role::Text)
        }
        Row::Jurisdiction(column) if model.columns.hides(column) => HIDDEN,
        Row::Gaps(column) if model.columns.hides_in_gaps(column) => HIDDEN,
        Row::Jurisdiction(_) | Row::Gaps(_) => ("[x]", Role::Accent, Role::Text),
        Row::Setting(_) => ("", Role::Muted, Role::Text),
        Row::OnlyGroup | Row::AsOnBoard => ("", Role::Text, Role::Muted),
    };
    let start = if matches!(row, Row::Jurisdiction(_) | Row::Gaps(_)) {
        pen.text(x + 2, y, 3, sign, toned(pen, name_role));
        x + 6
    } else {
        x + 2
    };
    pen.text(start, y, (x + NAME).saturating_sub(start), &name, toned(pen, name_role));
    pen.text(x + NAME + 1, y, line.width.saturating_sub(NAME + 1), &text, toned(pen, text_role));
}

fn is_pole(model: &Model, row: Row) -> bool {
    matches!(row, Row::Jurisdiction(column) if model.figures.comparison().poles.contains(&column))
}

/// Paints a line and its pointer; tells the style of its text.
fn begin_line(pen: &mut Pen<'_>, line: Rect, here: bool) -> ratatui::style::Style {
    let style = pen.theme.style(if here { Role::Selection } else { Role::Text });
    pen.paint(line, style);
    pen.text(line.x, line.y, 1, if here { pen.glyphs.pointer } else { " " }, style);
    style
}

/// The values of a setting, the one in use marked.
fn draw_choices(pen: &mut Pen<'_>, model: &Model, layout: &Layout, setting: Setting, pick: Pick) -> Position {
    let choices = Choice::of(setting, model);
    let lines = u16::try_from(choices.len()).unwrap_or(u16::MAX);
    let list = frame::open_beside(pen, layout, setting.title(), COLUMNS, lines);
    let height = usize::from(list.height);
    let (at, first) = (pick.at(choices.len()), pick.first(choices.len(), height));
    for (number, choice) in choices.iter().enumerate().skip(first).take(height) {
        let y = list.y + (number - first) as u16;
        pen.spots.note(Rect { y, height: 1, ..list }, Spot::Line { number, chosen: number == at });
        let style = begin_line(pen, Rect { y, height: 1, ..list }, number == at);
        let sign = if choice.is_current(model) { "(x)" } else { "( )" };
        pen.text(list.x + 2, y, 3, sign, style);
        pen.text(list.x + 6, y, list.width.saturating_sub(6), &choice.words(model), style);
    }
    Position::new(list.x, list.y + (at - first) as u16)
}
