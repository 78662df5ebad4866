use super::argument::fitting;
use super::{Argument, Command, Topic, Value, always};
use crate::analysis::{Lens, Units};
use crate::report::words;
use crate::scorecard::{Board, BoardPlan, Code, Column, WeightChoice};
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
            help: "Shows, hides and orders jurisdictions; poles, group, weights, lens.",
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
            argument: Some(Argument::of("NAME", themes)),
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
            id: "mouse",
            title: "Mouse",
            help: "Turns it on or off: wheel, click, click on a heading to sort.",
            keys: &["M"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| mouse(model),
        },
        Command {
            id: "poles",
            title: "Poles",
            help: "Compares two other jurisdictions; gaps are the second minus the first.",
            keys: &[],
            argument: Some(Argument::of("CODE CODE", pairs)),
            hint: None,
            available: always,
            run: |model, argument| poles(model, argument),
        },
        Command {
            id: "group",
            title: "Group",
            help: "Measures another group of the board; `all` is every jurisdiction.",
            keys: &[],
            argument: Some(Argument::of("NAME", groups)),
            hint: None,
            available: always,
            run: |model, argument| group(model, argument),
        },
        Command {
            id: "weights",
            title: "Weights",
            help: "Weighs the measures: authored, equal, or by a set of the board.",
            keys: &[],
            argument: Some(Argument::of("SET", weight_sets)),
            hint: None,
            available: always,
            run: |model, argument| weights(model, argument),
        },
        Command {
            id: "next-weights",
            title: "Next weights",
            help: "Weighs the measures otherwise: authored, equal, then each set of the board.",
            keys: &["=", "g w"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| next_weights(model),
        },
        Command {
            id: "lens",
            title: "Lens",
            help: "Which levels: as recorded, in force, medium or high confidence, on a DATE.",
            keys: &[],
            argument: Some(Argument::of("LENS", lenses)),
            hint: None,
            available: always,
            run: |model, argument| lens(model, argument),
        },
        Command {
            id: "units",
            title: "Units",
            help: "Who counts once in the group: whoever decides, or every member.",
            keys: &[],
            argument: Some(Argument::of("UNITS", units_words)),
            hint: None,
            available: always,
            run: |model, argument| units(model, argument),
        },
    ],
};

fn themes(_: &Model, typed: &str) -> Vec<Value> {
    let names = theme::names();
    whole(fitting(typed, names.iter().map(|name| (&**name, ""))))
}

/// The first code, then the second: another one.
fn pairs(model: &Model, typed: &str) -> Vec<Value> {
    let (before, last) =
        typed.rsplit_once([' ', ',']).map_or(("", typed), |(before, last)| (before.trim(), last));
    if before.contains([' ', ',']) {
        return Vec::new();
    }
    let first = before.to_ascii_uppercase();
    let codes = model.board.jurisdictions.iter().map(|jurisdiction| (jurisdiction.code, &*jurisdiction.name));
    let codes = codes.map(|(code, name)| (code.to_string(), name)).filter(|(code, _)| *code != first);
    let found = fitting(last, codes).into_iter();
    if first.is_empty() {
        let value = |code: String, name: &str| Value { is_whole: false, ..Value::whole(code, name) };
        return found.map(|(code, name)| Value { then: Some(' '), ..value(code, name) }).collect();
    }
    found.map(|(code, name)| Value::whole(format!("{first} {code}"), name)).collect()
}

fn groups(model: &Model, typed: &str) -> Vec<Value> {
    let board = &model.board;
    let own = board.groups.iter().map(|group| (&*group.name, codes(board, &group.members)));
    let all = (BoardPlan::ALL, "every jurisdiction".to_owned());
    let known: Vec<(&str, String)> = own.filter(|(name, _)| *name != BoardPlan::ALL).chain([all]).collect();
    whole(fitting(typed, known.iter().map(|(name, members)| (*name, &**members))))
}

fn codes(board: &Board, members: &[Column]) -> String {
    let codes: Vec<&str> = members.iter().map(|&member| board.jurisdiction(member).code.as_str()).collect();
    codes.join(" ")
}

fn weight_sets(model: &Model, typed: &str) -> Vec<Value> {
    let sets = model.board.weight_sets.iter().map(|set| (&*set.name, "a weight set of the board"));
    let own = [("authored", "as the files say"), ("equal", "every measure the same")];
    whole(fitting(typed, own.into_iter().chain(sets)))
}

fn lenses(_: &Model, typed: &str) -> Vec<Value> {
    let own = [
        ("as recorded", "the regime as enacted, once fully applied"),
        ("in force", "what legally applies today"),
        ("medium", "levels of at least medium confidence"),
        ("high", "levels of high confidence"),
    ];
    let found = whole(fitting(typed, own));
    // A date cannot be listed.
    let date = Lens::parse(typed).filter(|_| found.is_empty());
    found
        .into_iter()
        .chain(date.map(|lens| Value::whole(lens.word(), "as it is foreseen for then")))
        .collect()
}

fn units_words(_: &Model, typed: &str) -> Vec<Value> {
    let note = |units| match units {
        Units::Decision => "a union and those who inherit from it are one",
        Units::Members => "every jurisdiction is one",
    };
    whole(fitting(typed, Units::ALL.map(|units| (units.key(), note(units)))))
}

fn whole(found: Vec<(&str, &str)>) -> Vec<Value> {
    found.into_iter().map(|(name, note)| Value::whole(name, note)).collect()
}

fn theme(model: &mut Model, name: &str) -> Vec<Effect> {
    match Theme::load(name, model.theme.depth()) {
        Ok(theme) => {
            model.choose_theme(theme);
            model.tell(theme::how_to_keep(name));
        }
        Err(error) => model.warn(error.to_string()),
    }
    Vec::new()
}

fn mouse(model: &mut Model) -> Vec<Effect> {
    model.settings.mouse = !model.settings.mouse;
    model.tell(if model.settings.mouse {
        "The mouse works here; most terminals select text with Shift held".to_owned()
    } else {
        "The mouse is the terminal's again".to_owned()
    });
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

fn lens(model: &mut Model, text: &str) -> Vec<Effect> {
    match Lens::parse(text) {
        Some(lens) => model.compare(|comparison| comparison.lens = lens),
        None => model.warn(format!("The lenses are: {}", Lens::WORDS.join(", "))),
    }
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

/// Takes the choice of weights after the one in use, and says which.
fn next_weights(model: &mut Model) -> Vec<Effect> {
    let sets = model.board.weight_sets.iter().map(|set| WeightChoice::Named(set.name.clone()));
    let choices: Vec<WeightChoice> =
        [WeightChoice::Authored, WeightChoice::Equal].into_iter().chain(sets).collect();
    let now = choices.iter().position(|choice| *choice == model.figures.comparison().weights);
    let place = now.map_or(0, |now| (now + 1) % choices.len());
    let next = choices[place].clone();
    model.tell(format!("Weights: {}, {} of {}", words::weights(&next), place + 1, choices.len()));
    model.compare(|comparison| comparison.weights = next);
    Vec::new()
}

fn units(model: &mut Model, text: &str) -> Vec<Effect> {
    match Units::parse(text) {
        Some(units) => model.compare(|comparison| comparison.units = units),
        None => model.warn(format!("The units are: {}", Units::ALL.map(Units::key).join(", "))),
    }
    Vec::new()
}
