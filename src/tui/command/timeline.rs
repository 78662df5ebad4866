use super::argument::fitting;
use super::{Argument, Command, Topic, Value, always};
use crate::analysis::Zoom;
use crate::filter::Filter;
use crate::scorecard::PartialDate;
use crate::tui::message::Effect;
use crate::tui::model::{Model, View};
use crate::tui::sheet::since;

pub(super) const TOPIC: Topic = Topic {
    title: "Timeline",
    commands: &[
        Command {
            id: "since",
            title: "Since our last meeting",
            help: "Shows on the timeline what has come, or should have, since a date.",
            keys: &[],
            argument: Some(Argument::free("DATE")),
            hint: None,
            available: always,
            run: show_since,
        },
        Command {
            id: "period",
            title: "Periods of the timeline",
            help: "How fine its axis is: one period a year, a quarter or a month.",
            keys: &[],
            argument: Some(Argument::of("PERIOD", periods)),
            hint: None,
            available: |model| model.view == View::Timeline,
            run: zoom,
        },
    ],
};

fn show_since(model: &mut Model, argument: &str) -> Vec<Effect> {
    match PartialDate::parse(argument.trim()) {
        Ok(date) => {
            model.jump_to_view(View::Timeline);
            let filter = Filter::parse(&since(&date.to_string()), &model.board).filter;
            model.set_filter(filter);
            let left = model.found().map_or(String::new(), |(found, of)| format!(": {found} of {of}"));
            model.tell(format!("Since {date}{left}"));
        }
        Err(why) => model.warn(format!("Since when? {why}.")),
    }
    Vec::new()
}

fn periods(_: &Model, typed: &str) -> Vec<Value> {
    let found = fitting(typed, Zoom::ALL.map(|zoom| (zoom.key(), "")));
    found.into_iter().map(|(word, note)| Value::whole(word, note)).collect()
}

fn zoom(model: &mut Model, argument: &str) -> Vec<Effect> {
    match Zoom::ALL.into_iter().find(|zoom| zoom.key().eq_ignore_ascii_case(argument.trim())) {
        Some(zoom) => model.zoom_timeline(zoom),
        None => model.warn("A period is a year, a quarter or a month.".to_owned()),
    }
    Vec::new()
}
