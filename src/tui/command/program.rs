use super::{Command, Topic, always};
use crate::tui::message::Effect;

pub(super) const TOPIC: Topic = Topic {
    title: "Program",
    commands: &[
        Command {
            id: "redraw",
            title: "Draw anew",
            help: "Draws the whole screen anew.",
            keys: &["<c-l>"],
            argument: None,
            hint: None,
            available: always,
            run: |_, _| vec![Effect::Redraw],
        },
        Command {
            id: "suspend",
            title: "Suspend",
            help: "Goes back to the shell; fg continues.",
            keys: &["<c-z>"],
            argument: None,
            hint: None,
            available: always,
            run: |_, _| vec![Effect::Suspend],
        },
        Command {
            id: "quit",
            title: "Quit",
            help: "Leaves the program. Nothing is lost: looking never changes anything.",
            keys: &["q", "<c-c>"],
            argument: None,
            hint: Some("quit"),
            available: always,
            run: |_, _| vec![Effect::Quit],
        },
    ],
};
