use super::{Command, Topic, always};
use crate::scorecard::{Code, Column, WeightChoice};
use crate::tui::layer::{Columns, Layer, Themes};
use crate::tui::message::Effect;
use crate::tui::model::Model;
use crate::tui::theme::{self, Theme};

pub(super) const TOPIC: Topic = Topic {
    title: "Set",
    commands: &[
        Command {
            id: "columns",
            title: "Columns",
            help: "Shows, hides and orders jurisdictions; poles, group and weights.",
            keys: &["c"],
            argument: None,
            hint: Some("columns"),
            available: always,
            run: |model, _| {
                model.layers.push(Layer::Columns(Columns::new(model)));
                Vec::new()
            },
        },
        Command {
            id: "theme",
            title: "Theme",
            help: "Shows the program in another theme.",
            keys: &[],
            argument: Some("NAME"),
            hint: None,
            available: always,
            run: |model, argument| theme(model, argument),
        },
        Command {
            id: "themes",
            title: "Choose a theme",
            help: "Shows how each theme looks on this view; Enter takes one.",
            keys: &["t"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| {
                model.layers.push(Layer::Themes(Themes::new(model)));
                Vec::new()
            },
        },
        Command {
            id: "poles",
            title: "Poles",
            help: "Compares two other jurisdictions; gaps are the second minus the first.",
            keys: &[],
            argument: Some("CODE CODE"),
            hint: None,
            available: always,
            run: |model, argument| poles(model, argument),
        },
        Command {
            id: "group",
            title: "Group",
            help: "Measures another group of the board; `all` is every jurisdiction.",
            keys: &[],
            argument: Some("NAME"),
            hint: None,
            available: always,
            run: |model, argument| group(model, argument),
        },
        Command {
            id: "weights",
            title: "Weights",
            help: "Weighs the measures: authored, equal, or by a set of the board.",
            keys: &[],
            argument: Some("SET"),
            hint: None,
            available: always,
            run: |model, argument| weights(model, argument),
        },
    ],
};

fn theme(model: &mut Model, name: &str) -> Vec<Effect> {
    match Theme::load(name, model.theme.depth()) {
        Ok(theme) => {
            model.theme = theme;
            model.tell(theme::how_to_keep(name));
        }
        Err(error) => model.warn(error.to_string()),
    }
    Vec::new()
}

fn poles(model: &mut Model, codes: &str) -> Vec<Effect> {
    let find =
        |code: &str| -> Option<Column> { model.board.column(Code::parse(&code.to_ascii_uppercase())?) };
    let named: Vec<&str> = codes.split([' ', ',']).filter(|code| !code.is_empty()).collect();
    let found: Option<Vec<Column>> = named.iter().map(|code| find(code)).collect();
    match found.as_deref() {
        Some(&[first, second]) if first != second => {
            model.compare(|comparison| comparison.poles = [first, second]);
        }
        _ => {
            let known: Vec<&str> = model.board.jurisdictions.iter().map(|j| j.code.as_str()).collect();
            model.warn(format!("Name two different jurisdictions of {}", known.join(" ")));
        }
    }
    Vec::new()
}

fn group(model: &mut Model, name: &str) -> Vec<Effect> {
    let found = model.board.groups.iter().position(|group| group.name.eq_ignore_ascii_case(name));
    if found.is_none() && !name.eq_ignore_ascii_case("all") {
        let known: Vec<&str> = model.board.groups.iter().map(|group| &*group.name).collect();
        model.warn(format!("The groups are: all {}", known.join(" ")));
        return Vec::new();
    }
    let members = match found {
        Some(number) => model.board.groups[number].members.clone(),
        None => model.board.columns().collect(),
    };
    model.compare(|comparison| comparison.group = members);
    Vec::new()
}

fn weights(model: &mut Model, name: &str) -> Vec<Effect> {
    let choice = match name.to_ascii_lowercase().as_str() {
        "authored" => Some(WeightChoice::Authored),
        "equal" => Some(WeightChoice::Equal),
        _ => model
            .board
            .weight_sets
            .iter()
            .find(|set| set.name.eq_ignore_ascii_case(name))
            .map(|set| WeightChoice::Named(set.name.clone())),
    };
    if let Some(choice) = choice {
        model.compare(|comparison| comparison.weights = choice);
    } else {
        let known: Vec<&str> = model.board.weight_sets.iter().map(|set| &*set.name).collect();
        model.warn(format!("The weights are: authored equal {}", known.join(" ")));
    }
    Vec::new()
}
