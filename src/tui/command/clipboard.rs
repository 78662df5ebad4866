use super::{Command, Topic, always};
use crate::tui::citation::citation;
use crate::tui::message::Effect;

pub(super) const TOPIC: Topic = Topic {
    title: "Copy",
    commands: &[Command {
        id: "copy-citation",
        title: "Copy as citation",
        help: "Copies what the cursor stands on, with its instrument and sources.",
        keys: &["y"],
        argument: None,
        hint: Some("copy"),
        available: always,
        run: |model, _| {
            let cited = citation(model);
            if cited.is_none() {
                model.tell("There is nothing to cite here.".to_owned());
            }
            cited.map(Effect::Copy).into_iter().collect()
        },
    }],
};
