use super::{Command, Topic, always};
use crate::tui::citation::citation;
use crate::tui::message::Effect;
use crate::tui::model::Model;
use crate::tui::row_copy::row_with_headings;

pub(super) const TOPIC: Topic = Topic {
    title: "Copy",
    commands: &[
        Command {
            id: "copy-citation",
            title: "Copy as citation",
            help: "Copies what the cursor stands on, with its instrument and sources.",
            keys: &["y"],
            argument: None,
            hint: Some("copy"),
            available: always,
            run: |model, _| copied(model, "the citation", citation(model)),
        },
        Command {
            id: "copy-row",
            title: "Copy the row",
            help: "Copies the row under its headings, with tabs between, for a spreadsheet.",
            keys: &["Y"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| copied(model, "the row", row_with_headings(model)),
        },
    ],
};

fn copied(model: &mut Model, what: &'static str, text: Option<String>) -> Vec<Effect> {
    if text.is_none() {
        model.tell("There is nothing to copy here.".to_owned());
    }
    text.map(|text| Effect::Copy { what, text }).into_iter().collect()
}
