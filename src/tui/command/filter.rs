use super::argument::fitting;
use super::{Argument, Command, Topic, Value, always};
use crate::filter::Filter;
use crate::tui::model::presets;

pub(super) const TOPIC: Topic = Topic {
    title: "Filter",
    commands: &[
        Command {
            id: "filter",
            title: "Filter",
            help: "Shows only what fits, as in gap>=2 status:proposed; Tab completes.",
            keys: &["f"],
            argument: None,
            hint: Some("filter"),
            available: always,
            run: |model, _| {
                model.begin_filter();
                Vec::new()
            },
        },
        Command {
            id: "clear-filter",
            title: "Clear the filter",
            help: "Shows everything again.",
            keys: &["F"],
            argument: None,
            hint: None,
            available: |model| !model.filtering.filter().is_empty(),
            run: |model, _| {
                model.set_filter(Filter::default());
                Vec::new()
            },
        },
        Command {
            id: "next-preset",
            title: "Next preset",
            help: "Takes the next filter and order that this view has at hand.",
            keys: &["p"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| {
                model.next_preset();
                Vec::new()
            },
        },
        Command {
            id: "preset",
            title: "Preset",
            help: "Takes a filter and an order that this view has at hand, by name.",
            keys: &[],
            argument: Some(Argument::of("NAME", |model, typed| {
                let names = presets(model.view).iter().map(|preset| (preset.name, ""));
                fitting(typed, names).into_iter().map(|(name, note)| Value::whole(name, note)).collect()
            })),
            hint: None,
            available: always,
            run: |model, name| {
                model.take_preset_named(name);
                Vec::new()
            },
        },
    ],
};
