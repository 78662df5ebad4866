use super::argument::fitting;
use super::{Argument, Command, Topic, Value, always};
use crate::text::nearest;
use crate::tui::layer::{Layer, SaveView};
use crate::tui::message::Effect;
use crate::tui::model::Model;

pub(super) const TOPIC: Topic = Topic {
    title: "Views",
    commands: &[
        Command {
            id: "view",
            title: "View",
            help: "Shows a saved view of the board: its filter, order, columns and poles.",
            keys: &[],
            argument: Some(Argument::of("NAME", |model, typed| {
                let names = model.board.views.iter().map(|view| (&*view.name, view.view.key()));
                fitting(typed, names).into_iter().map(|(name, note)| Value::whole(name, note)).collect()
            })),
            hint: None,
            available: |model| !model.board.views.is_empty(),
            run: |model, name| take(model, name),
        },
        Command {
            id: "save-view",
            title: "Save this view",
            help: "Shows what to add to the board's file to have this view by a name.",
            keys: &[],
            argument: Some(Argument::free("NAME")),
            hint: None,
            available: always,
            run: |model, name| {
                model.layers.push(Layer::SaveView(SaveView::new(model, name)));
                Vec::new()
            },
        },
    ],
};

fn take(model: &mut Model, name: &str) -> Vec<Effect> {
    let views = &model.board.views;
    if let Some(view) = views.iter().find(|view| view.name.eq_ignore_ascii_case(name)).cloned() {
        model.take_view(&view);
    } else {
        let names: Vec<&str> = views.iter().map(|view| &*view.name).collect();
        let meant = nearest(name, names.iter().copied()).map(|meant| format!(" Did you mean {meant}?"));
        model.warn(format!("The views are: {}.{}", names.join(", "), meant.unwrap_or_default()));
    }
    Vec::new()
}
