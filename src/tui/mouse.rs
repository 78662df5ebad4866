//! What the mouse does. What is under the pointer is told by what draws it, so a table's columns are described once.

use std::time::{Duration, Instant};

use crossterm::event::KeyCode;
use ratatui::layout::Position;

use super::command;
use super::key::Key;
use super::message::Effect;
use super::model::{Focus, Model};
use super::update::{press, run};
use super::view::draw_with;
use super::widget::canvas::Canvas;
use super::widget::spots::{Spot, Spots, TableColumn};

/// Something done with the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// What was done.
    pub act: Act,
    /// Where: column and row of the screen, both from 0.
    pub at: Position,
}

/// What was done with the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// The left button was pressed.
    Click,
    /// The left button was pressed again at the same place, soon after.
    DoubleClick,
    /// The wheel was turned by a notch.
    WheelUp,
    /// The wheel was turned by a notch.
    WheelDown,
    /// The wheel was tilted.
    WheelLeft,
    /// The wheel was tilted.
    WheelRight,
}

/// Two clicks at one place within this time are a double click.
const DOUBLE: Duration = Duration::from_millis(400);

/// The lines of a detail that a notch of the wheel goes.
const NOTCH: isize = 3;

/// Tells double clicks from single ones.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Clicks {
    last: Option<(Instant, Position)>,
}

impl Clicks {
    /// What was done, `now`: a click that follows another one soon at the same place is a double click.
    pub(super) fn counted(&mut self, mouse: Mouse, now: Instant) -> Mouse {
        if mouse.act != Act::Click {
            return mouse;
        }
        let again = self
            .last
            .take()
            .is_some_and(|(before, at)| at == mouse.at && now.saturating_duration_since(before) <= DOUBLE);
        if again {
            return Mouse { act: Act::DoubleClick, ..mouse };
        }
        self.last = Some((now, mouse.at));
        mouse
    }
}

/// Takes what was done with the mouse into the model. While a line is being typed it does nothing.
pub(super) fn take(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    if model.prompt.is_some() {
        return Vec::new();
    }
    model.notice = None;
    model.pending.clear();
    let mut spots = Spots::default();
    let mut canvas = Canvas::new(model.size.width, model.size.height);
    draw_with(model, &mut canvas, &mut spots);
    if model.layers.is_empty() { in_view(model, mouse, &spots) } else { in_layer(model, mouse, &spots) }
}

/// The wheel and clicks choose in the topmost layer, a double click is Enter, and a click beside it closes it.
fn in_layer(model: &mut Model, Mouse { act, at }: Mouse, spots: &Spots) -> Vec<Effect> {
    match act {
        Act::WheelUp => return press(model, Key::new(KeyCode::Up)),
        Act::WheelDown => return press(model, Key::new(KeyCode::Down)),
        Act::WheelLeft | Act::WheelRight => return Vec::new(),
        Act::Click | Act::DoubleClick => {}
    }
    for spot in spots.at(at) {
        match *spot {
            Spot::Line { number, .. } => return choose(model, number, spots, act == Act::DoubleClick),
            Spot::Layer => return Vec::new(),
            _ => {}
        }
    }
    model.layers.pop();
    Vec::new()
}

/// Chooses a line of the topmost layer, by as many steps as a person would take, and opens it.
fn choose(model: &mut Model, line: usize, spots: &Spots, opens: bool) -> Vec<Effect> {
    let from = spots.chosen_line().unwrap_or(line);
    let step = Key::new(if line > from { KeyCode::Down } else { KeyCode::Up });
    let mut effects = Vec::new();
    for _ in 0..line.abs_diff(from) {
        effects.extend(press(model, step));
    }
    if opens {
        effects.extend(press(model, Key::new(KeyCode::Enter)));
    }
    effects
}

fn in_view(model: &mut Model, Mouse { act, at }: Mouse, spots: &Spots) -> Vec<Effect> {
    let in_detail = spots.at(at).any(|spot| matches!(spot, Spot::Detail));
    let in_companion = spots.at(at).any(|spot| matches!(spot, Spot::Companion));
    let notch = match act {
        Act::WheelUp | Act::WheelLeft => -1,
        Act::WheelDown | Act::WheelRight => 1,
        Act::Click | Act::DoubleClick => return click(model, act, at, spots),
    };
    match act {
        Act::WheelLeft | Act::WheelRight => model.move_column(notch),
        _ if in_detail => model.detail.scroll_by(notch * NOTCH),
        _ if in_companion => model.companion.scroll_by(notch * NOTCH),
        // Row by row: the evidence of each one passes by.
        _ => model.rows_mut().go(notch),
    }
    Vec::new()
}

fn click(model: &mut Model, act: Act, at: Position, spots: &Spots) -> Vec<Effect> {
    let mut effects = Vec::new();
    for spot in spots.at(at) {
        match *spot {
            Spot::View(view) => model.jump_to_view(view),
            Spot::Command(command) => return run(model, command, ""),
            Spot::Detail if !model.zoomed => model.focus = Focus::Detail,
            Spot::Heading(column) => {
                put(model, column);
                model.sort();
                break;
            }
            Spot::Column(column) => put(model, column),
            Spot::Row(row) => {
                model.focus = Focus::Table;
                model.rows_mut().go_to(row);
                if act == Act::DoubleClick
                    && let Some(open) = command::find("open")
                {
                    effects = run(model, open, "");
                }
            }
            Spot::Detail | Spot::Companion | Spot::Layer | Spot::Line { .. } => {}
        }
    }
    effects
}

/// Puts the cursor into a column of the view's table.
fn put(model: &mut Model, column: TableColumn) {
    match column {
        TableColumn::Board(column) => model.board_column = column,
        TableColumn::Matrix(column) => model.matrix.column = column,
        TableColumn::Gaps(column) => model.gap_column = column,
        TableColumn::Sheet(column) => {
            if let Some(table) = model.sheets.table_mut(model.view) {
                table.column = column;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_clicks_soon_at_one_place_are_a_double_click() {
        let click = |x| Mouse { act: Act::Click, at: Position::new(x, 4) };
        let start = Instant::now();
        let after = |milliseconds| start + Duration::from_millis(milliseconds);
        let mut clicks = Clicks::default();
        let mut act = |x, at| clicks.counted(click(x), after(at)).act;
        assert_eq!([act(3, 0), act(3, 300)], [Act::Click, Act::DoubleClick]);
        assert_eq!(
            [act(3, 400), act(4, 500)],
            [Act::Click, Act::Click],
            "a third one begins anew; elsewhere too"
        );
        assert_eq!([act(4, 1000), act(4, 1100)], [Act::Click, Act::DoubleClick], "the second came too late");
    }
}
