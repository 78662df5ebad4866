use std::path::Path;

use super::argument::fitting;
use super::{Argument, Command, Topic, Value, always, find};
use crate::scorecard::{Answer, Level, is_id};
use crate::tui::key::Key;
use crate::tui::layer::{DropWhatIfs, Layer, Weights};
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
            id: "weights-and-members",
            title: "Weights and members",
            help: "Supposes what measures and areas weigh and who is in the group.",
            keys: &[],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| {
                let weights = Weights::new(model);
                model.layers.push(Layer::Weights(weights));
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

/// Keys that mean something else while the what-if mode lasts.
#[derive(Debug)]
pub struct ModeKeys {
    /// What they do, in a few words for the hints line.
    pub words: &'static str,
    /// The name people read.
    pub title: &'static str,
    /// What they do, in a sentence.
    pub help: &'static str,
    /// The command they run.
    pub(super) command: &'static str,
    /// Each key in the key grammar, with what the command is told.
    keys: &'static [(&'static str, &'static str)],
}

impl ModeKeys {
    /// The heading of these keys where people read of them.
    pub const TITLE: &'static str = "What-if mode";

    /// The keys as people read them: `+`, `Backspace`.
    pub fn spelled(&self) -> Vec<String> {
        self.keys.iter().filter_map(|(key, _)| Some(Key::parse(key).ok()?.to_string())).collect()
    }

    /// The keys in as few columns as they take: `0-4`, `+ -`.
    pub fn in_short(&self) -> String {
        match self.spelled().as_slice() {
            [first, _, .., last] => format!("{first}-{last}"),
            few => few.join(" "),
        }
    }
}

/// The keys of the what-if mode. Hints, help, `t12 keys` and the key table of the README are made from it.
pub static MODE_KEYS: [ModeKeys; 5] = [
    ModeKeys {
        words: "level",
        title: "That level",
        help: "Supposes the level of the digit for the cell pointed at.",
        command: "suppose",
        keys: &[("0", "0"), ("1", "1"), ("2", "2"), ("3", "3"), ("4", "4")],
    },
    ModeKeys {
        words: "step",
        title: "One step",
        help: "Supposes one level more or less than the cell pointed at has now.",
        command: "suppose",
        keys: &[("+", "+"), ("-", "-")],
    },
    ModeKeys {
        words: "unknown",
        title: "Unknown",
        help: "Supposes that the level is not known, which never counts as zero.",
        command: "suppose",
        keys: &[("<bs>", "unknown")],
    },
    ModeKeys {
        words: "restore",
        title: "As recorded",
        help: "Gives the cell pointed at back what the files say.",
        command: "suppose",
        keys: &[("<del>", "recorded")],
    },
    ModeKeys {
        words: "weigh",
        title: "Weights and members",
        help: "Opens the list in which weights and the group are supposed.",
        command: "weights-and-members",
        keys: &[("W", "")],
    },
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
    MODE_KEYS.iter().find_map(|own| {
        let means = |(token, _): &&(&str, &str)| Key::parse(token).is_ok_and(|own| own == key);
        let (_, argument) = own.keys.iter().find(means)?;
        Some((find(own.command)?, *argument))
    })
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
    fn every_key_of_the_mode_parses_and_runs_a_command_that_takes_its_word() {
        for own in &MODE_KEYS {
            for (token, argument) in own.keys {
                let key = Key::parse(token).unwrap();
                assert!(of_what_if(key).is_some_and(|(command, _)| command.id == own.command), "{token}");
                let is_word = WORDS.iter().any(|(word, _)| word == argument);
                assert_eq!(is_word, own.command == "suppose", "{token}");
            }
        }
    }

    #[test]
    fn keys_of_the_mode_are_told_in_full_and_in_short() {
        let told: Vec<(String, String)> =
            MODE_KEYS.iter().map(|own| (own.spelled().join(", "), own.in_short())).collect();
        let expected = [
            ("0, 1, 2, 3, 4", "0-4"),
            ("+, -", "+ -"),
            ("Backspace", "Backspace"),
            ("Del", "Del"),
            ("W", "W"),
        ];
        assert_eq!(told, expected.map(|(full, short)| (full.to_owned(), short.to_owned())));
    }
}
