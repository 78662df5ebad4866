use super::{Argument, Command, Topic, always};
use crate::tui::message::Effect;
use crate::tui::model::Model;

pub(super) const TOPIC: Topic = Topic {
    title: "Move",
    commands: &[
        Command {
            id: "down",
            title: "Down",
            help: "Moves one row down; scrolls the detail where it has the focus.",
            keys: &["j", "<down>"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| rows(model, 1),
        },
        Command {
            id: "up",
            title: "Up",
            help: "Moves one row up.",
            keys: &["k", "<up>"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| rows(model, -1),
        },
        Command {
            id: "left",
            title: "Left",
            help: "Moves one column to the left.",
            keys: &["h", "<left>"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| columns(model, -1),
        },
        Command {
            id: "right",
            title: "Right",
            help: "Moves one column to the right.",
            keys: &["l", "<right>"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| columns(model, 1),
        },
        Command {
            id: "half-page-down",
            title: "Half a page down",
            help: "Moves down by half of the visible rows.",
            keys: &["<c-d>"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| pages(model, 1, 2),
        },
        Command {
            id: "half-page-up",
            title: "Half a page up",
            help: "Moves up by half of the visible rows.",
            keys: &["<c-u>"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| pages(model, -1, 2),
        },
        Command {
            id: "page-down",
            title: "Page down",
            help: "Moves down by the visible rows.",
            keys: &["<pgdn>"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| pages(model, 1, 1),
        },
        Command {
            id: "page-up",
            title: "Page up",
            help: "Moves up by the visible rows.",
            keys: &["<pgup>"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| pages(model, -1, 1),
        },
        Command {
            id: "first-row",
            title: "First row",
            help: "Goes to the first row.",
            keys: &["g g", "<home>"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| rows(model, isize::MIN),
        },
        Command {
            id: "last-row",
            title: "Last row",
            help: "Goes to the last row.",
            keys: &["G", "<end>"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| rows(model, isize::MAX),
        },
        Command {
            id: "first-column",
            title: "First column",
            help: "Goes to the first column.",
            keys: &["^", "g h"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| columns(model, isize::MIN),
        },
        Command {
            id: "last-column",
            title: "Last column",
            help: "Goes to the last column.",
            keys: &["$", "g l"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| columns(model, isize::MAX),
        },
        Command {
            id: "row",
            title: "Go to row",
            help: "Goes to the row of that number; a number alone does the same.",
            keys: &[],
            argument: Some(Argument::free("NUMBER")),
            hint: None,
            available: always,
            run: |model, argument| go_to_row(model, argument),
        },
    ],
};

fn rows(model: &mut Model, delta: isize) -> Vec<Effect> {
    if model.detail_has_focus() {
        model.detail.scroll_by(delta);
    } else {
        model.rows_mut().go(delta);
    }
    Vec::new()
}

fn columns(model: &mut Model, delta: isize) -> Vec<Effect> {
    if !model.detail_has_focus() {
        model.move_column(delta);
    }
    Vec::new()
}

fn pages(model: &mut Model, direction: isize, part: usize) -> Vec<Effect> {
    let height = if model.detail_has_focus() { model.detail.height() } else { model.table_height() };
    let delta = (height / part).max(1);
    rows(model, direction * delta.cast_signed())
}

fn go_to_row(model: &mut Model, argument: &str) -> Vec<Effect> {
    match argument.parse::<usize>() {
        Ok(number) if number > 0 => model.rows_mut().go_to(number - 1),
        _ => model.warn(format!("Not a row number: {argument}")),
    }
    Vec::new()
}
