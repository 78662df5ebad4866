use super::{Command, Topic, always, explaining};
use crate::tui::layer::{Help, Layer, Palette, Sources};
use crate::tui::model::{Focus, Model, View};

pub(super) const TOPIC: Topic = Topic {
    title: "Look",
    commands: &[
        Command {
            id: "help",
            title: "Help and legend",
            help: "The keys that work here and what the marks mean; typing filters.",
            keys: &["?", "<f1>"],
            argument: None,
            hint: Some("help"),
            available: always,
            run: |model, _| {
                model.layers.push(Layer::Help(Help::new(model)));
                Vec::new()
            },
        },
        Command {
            id: "palette",
            title: "Commands",
            help: "Every command by name, with its key; a number goes to that row.",
            keys: &[":", "<c-p>"],
            argument: None,
            hint: Some("commands"),
            available: always,
            run: |model, _| {
                model.layers.push(Layer::Palette(Palette::new(model)));
                Vec::new()
            },
        },
        explaining::COMMAND,
        Command {
            id: "zoom",
            title: "Zoom the detail",
            help: "Gives the whole view to the detail, and back.",
            keys: &["z"],
            argument: None,
            hint: Some("zoom"),
            available: always,
            run: |model, _| {
                model.zoom(!model.zoomed);
                Vec::new()
            },
        },
        Command {
            id: "focus",
            title: "Other pane",
            help: "Moves the focus between the table and the detail.",
            keys: &["<tab>", "<s-tab>"],
            argument: None,
            hint: None,
            available: |model| !model.zoomed && model.detail_is_shown(),
            run: |model, _| {
                model.focus = match model.focus {
                    Focus::Table => Focus::Detail,
                    Focus::Detail => Focus::Table,
                };
                Vec::new()
            },
        },
        Command {
            id: "other-form",
            title: "Other form",
            help: "Turns the view: the board to the agreement of each jurisdiction, and back.",
            keys: &["v"],
            argument: None,
            hint: Some("other form"),
            available: |model| model.view == View::Board || turn(model).is_some(),
            run: |model, _| {
                match turn(model) {
                    Some(turn) => turn(model),
                    None => model.turn_board(),
                }
                Vec::new()
            },
        },
        Command {
            id: "sort",
            title: "Sort by this column",
            help: "Sorts by the column of the cursor: down, up, then as before.",
            keys: &["s"],
            argument: None,
            hint: Some("sort"),
            available: always,
            run: |model, _| {
                model.sort();
                Vec::new()
            },
        },
        Command {
            id: "sources",
            title: "Sources",
            help: "Lists the sources of what the cursor stands on; Enter opens one.",
            keys: &["o"],
            argument: None,
            hint: Some("sources"),
            available: always,
            run: |model, _| {
                match Sources::new(model) {
                    Some(sources) => model.layers.push(Layer::Sources(sources)),
                    None => model.tell("There are no sources here.".to_owned()),
                }
                Vec::new()
            },
        },
    ],
};

/// What turns the view to its other form, where it is one table that has one.
fn turn(model: &Model) -> Option<fn(&mut Model)> {
    model.view.sheet().and_then(|sheet| sheet.turn)
}
