use super::{Command, Topic, always};
use crate::tui::message::Effect;
use crate::tui::model::Model;

pub(super) const TOPIC: Topic = Topic {
    title: "Search",
    commands: &[
        Command {
            id: "search",
            title: "Search",
            help: "Searches titles, codes, ids, words of positions, and names of entities.",
            keys: &["/", "<f3>"],
            argument: None,
            hint: Some("search"),
            available: always,
            run: |model, _| {
                model.begin_search();
                Vec::new()
            },
        },
        Command {
            id: "next-match",
            title: "Next match",
            help: "Goes to the next match, and from the last to the first.",
            keys: &["n"],
            argument: None,
            hint: None,
            available: |model| model.search.is_some(),
            run: |model, _| step(model, true),
        },
        Command {
            id: "previous-match",
            title: "Previous match",
            help: "Goes to the previous match, and from the first to the last.",
            keys: &["N"],
            argument: None,
            hint: None,
            available: |model| model.search.is_some(),
            run: |model, _| step(model, false),
        },
    ],
};

fn step(model: &mut Model, forward: bool) -> Vec<Effect> {
    model.next_match(forward);
    Vec::new()
}
