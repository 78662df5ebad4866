use std::path::Path;

use super::argument::fitting;
use super::{Argument, Command, Topic, Value, always, find};
use crate::scorecard::{Answer, Level, is_id};
use crate::tui::key::Key;
use crate::tui::layer::{DropWhatIfs, Layer};
use crate::tui::message::Effect;
use crate::tui::model::{Model, View};

pub(super) const TOPIC: Topic = Topic {
    title: "What-if",
    commands: &[
        Command {
            id: "what-if",
            title: "What-if mode",
            help: "Begins or ends it: keys suppose levels. In Moves it makes the move.",
            keys: &["w"],
            argument: None,
            hint: Some("what-if"),
            available: always,
            run: |model, _| turn(model),
        },
        Command {
            id: "suppose",
            title: "Suppose a level",
            help: "Supposes a level of the cell pointed at: 0 to 4, unknown; recorded restores.",
            keys: &[],
            argument: Some(Argument::of("LEVEL", |_, typed| {
                let names = WORDS.iter().copied();
                fitting(typed, names).into_iter().map(|(name, note)| Value::whole(name, note)).collect()
            })),
            hint: None,
            available: always,
            run: suppose,
        },
        Command {
            id: "undo",
            title: "Undo",
            help: "Takes back the last what-if and says which.",
            keys: &["u"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| {
                model.undo();
                Vec::new()
            },
        },
        Command {
            id: "redo",
            title: "Redo",
            help: "Does again what was taken back last.",
            keys: &["<c-r>"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| {
                model.redo();
                Vec::new()
            },
        },
        Command {
            id: "scenario",
            title: "Scenario",
            help: "Supposes what a scenario says, in place of what is supposed.",
            keys: &[],
            argument: Some(Argument::of("NAME", |model, typed| {
                let names = model.board.scenarios.iter().map(|own| (&*own.id, &*own.title));
                fitting(typed, names).into_iter().map(|(id, title)| Value::whole(id, title)).collect()
            })),
            hint: None,
            available: |model| !model.board.scenarios.is_empty(),
            run: scenario,
        },
        Command {
            id: "save-scenario",
            title: "Save as a scenario",
            help: "Writes what is supposed into scenarios/NAME.yaml of the workspace.",
            keys: &[],
            argument: Some(Argument::free("NAME")),
            hint: None,
            available: always,
            run: save_scenario,
        },
        Command {
            id: "drop-what-ifs",
            title: "Drop all what-ifs",
            help: "Shows what the files say again; asks once.",
            keys: &["X"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| {
                if model.what_ifs() == 0 {
                    model.tell("Nothing is supposed.".to_owned());
                } else {
                    model.layers.push(Layer::DropWhatIfs(DropWhatIfs));
                }
                Vec::new()
            },
        },
    ],
};

/// A key that means something else while a mode lasts.
#[derive(Debug)]
pub struct ModeKey {
    /// The key in the key grammar.
    pub key: &'static str,
    /// The command it runs.
    pub command: &'static str,
    /// What the command is told.
    pub argument: &'static str,
    /// What it does, in a few words.
    pub words: &'static str,
}

const fn mode_key(key: &'static str, argument: &'static str, words: &'static str) -> ModeKey {
    ModeKey { key, command: "suppose", argument, words }
}

/// The keys of the what-if mode.
pub static KEYS: &[ModeKey] = &[
    mode_key("0", "0", "level 0"),
    mode_key("1", "1", "level 1"),
    mode_key("2", "2", "level 2"),
    mode_key("3", "3", "level 3"),
    mode_key("4", "4", "level 4"),
    mode_key("+", "+", "one step up"),
    mode_key("-", "-", "one step down"),
    mode_key("<bs>", "unknown", "unknown"),
    mode_key("<del>", "recorded", "as recorded"),
];

/// What [`suppose`] takes, with what it means.
const WORDS: [(&str, &str); 9] = [
    ("0", ""),
    ("1", ""),
    ("2", ""),
    ("3", ""),
    ("4", ""),
    ("+", "one step up"),
    ("-", "one step down"),
    ("unknown", "not known, never counted as zero"),
    ("recorded", "what the file says"),
];

/// The command that a key runs while the what-if mode lasts, and what it is told.
pub fn of_what_if(key: Key) -> Option<(&'static Command, &'static str)> {
    let means = |own: &&ModeKey| Key::parse(own.key).is_ok_and(|own| own == key);
    let own = KEYS.iter().find(means)?;
    Some((find(own.command)?, own.argument))
}

fn turn(model: &mut Model) -> Vec<Effect> {
    let on = !model.what_if.is_on();
    if on && model.view == View::Moves {
        model.suppose_move();
        return Vec::new();
    }
    model.turn_what_if(on);
    if !on {
        return Vec::new();
    }
    match model.pointed() {
        Ok((measure, column)) => {
            let code = model.board.jurisdiction(column).code;
            let title = model.board.measure(measure).short_title();
            model.tell(format!("What if {code} stood elsewhere on {title}? 0 to 4 sets a level"));
        }
        Err(why) => model.tell(why),
    }
    Vec::new()
}

fn scenario(model: &mut Model, name: &str) -> Vec<Effect> {
    let Some(found) = model.board.scenario(name.trim()) else {
        let known: Vec<&str> = model.board.scenarios.iter().map(|own| &*own.id).collect();
        model.warn(format!("The scenarios are: {}", known.join(" ")));
        return Vec::new();
    };
    let (words, wanted) = (format!("scenario {}", found.title), model.board.suppositions_of(found));
    model.suppose(words, wanted);
    Vec::new()
}

fn save_scenario(model: &mut Model, name: &str) -> Vec<Effect> {
    let id = name.trim();
    let refused = if model.what_ifs() == 0 {
        Some("Nothing is supposed, so there is nothing to save")
    } else if !is_id(id) {
        Some("The name of a scenario is made of a-z, 0-9 and hyphens")
    } else if model.embedded {
        Some("The scorecards inside the program cannot be added to: :init writes them into a folder first")
    } else {
        None
    };
    let folder = folder(model).filter(|_| refused.is_none()).map(Path::to_path_buf);
    if let Some(folder) = folder {
        let text = model.board.scenario_as_yaml(id);
        return vec![Effect::SaveScenario { folder, id: id.to_owned(), text }];
    }
    model.warn(refused.unwrap_or("There is no folder to write it into").to_owned());
    Vec::new()
}

/// The folder that the workspace's first area is in.
fn folder(model: &Model) -> Option<&Path> {
    let file = usize::from(model.board.areas.first()?.file);
    model.news.files.all.get(file)?.path.as_deref()?.parent()
}

fn suppose(model: &mut Model, word: &str) -> Vec<Effect> {
    let at = match model.pointed() {
        Ok(at) => at,
        Err(why) => {
            model.warn(why);
            return Vec::new();
        }
    };
    let word = word.trim();
    match word {
        "+" => model.step_level(at, 1),
        "-" => model.step_level(at, -1),
        "unknown" => model.suppose_level(at, Answer::Unknown),
        "recorded" => model.restore_level(at),
        _ => match word.parse().ok().and_then(Level::new) {
            Some(level) => model.suppose_level(at, Answer::Known(level)),
            None => model.warn("A level is 0 to 4, + or -, unknown, or recorded".to_owned()),
        },
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_mode_parses_and_runs_a_command() {
        for own in KEYS {
            let key = Key::parse(own.key).unwrap();
            assert!(of_what_if(key).is_some_and(|(command, _)| command.id == own.command), "{}", own.key);
            assert!(WORDS.iter().any(|(word, _)| *word == own.argument), "{}", own.argument);
        }
    }
}
