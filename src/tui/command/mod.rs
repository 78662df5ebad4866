//! THE table of commands: what a person can do, by which keys, where, and how it is done. Help, hints, palette,
//! `t12 keys` and the key table of the README are made from it.

mod argument;
mod change;
mod clipboard;
mod explaining;
mod file;
mod filter;
mod go;
mod goto;
mod look;
mod movement;
mod moves;
mod pair;
mod present;
mod program;
mod saved;
mod search;
mod setting;
mod timeline;
mod what_if;

use std::fmt;

pub use argument::{Argument, Value};
pub(super) use goto::go_to_measure;
pub use what_if::{MODE_KEYS, ModeKeys, of_what_if};

use super::message::Effect;
use super::model::Model;

/// One thing a person can do.
pub struct Command {
    /// The name for configuration and the palette, stable.
    pub id: &'static str,
    /// The name people read.
    pub title: &'static str,
    /// What it does, in a sentence.
    pub help: &'static str,
    /// The keys in the key grammar, sequences with blanks between their keys.
    pub keys: &'static [&'static str],
    /// What it takes, where it takes something.
    pub argument: Option<Argument>,
    /// The word for the hints line; commands without one are not hinted at.
    pub hint: Option<&'static str>,
    /// Whether it can be done now.
    pub available: fn(&Model) -> bool,
    /// Does it.
    pub run: fn(&mut Model, &str) -> Vec<Effect>,
}

impl fmt::Debug for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Command({})", self.id)
    }
}

/// Commands that belong together.
#[derive(Debug)]
pub struct Topic {
    /// The heading people read.
    pub title: &'static str,
    /// The commands, most used first.
    pub commands: &'static [Command],
}

/// The table, topic by topic.
pub static TOPICS: &[Topic] = &[
    movement::TOPIC,
    go::TOPIC,
    pair::TOPIC,
    look::TOPIC,
    search::TOPIC,
    filter::TOPIC,
    change::TOPIC,
    what_if::TOPIC,
    saved::TOPIC,
    timeline::TOPIC,
    clipboard::TOPIC,
    present::TOPIC,
    file::TOPIC,
    setting::TOPIC,
    moves::TOPIC,
    program::TOPIC,
];

/// All commands, in the order of the table.
pub fn all() -> impl Iterator<Item = &'static Command> {
    TOPICS.iter().flat_map(|topic| topic.commands)
}

/// The command of that id.
pub fn find(id: &str) -> Option<&'static Command> {
    all().find(|command| command.id == id)
}

fn always(_: &Model) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crossterm::event::KeyCode;

    use super::*;
    use crate::tui::key::Key;

    /// What fits beside key and title on a screen of 120 columns.
    const LONGEST_HELP: usize = 76;

    /// Whether a sequence can be typed on every keyboard: letters, digits, named keys, and control with a letter. Signs
    /// such as `/` and `]` need a chord of three keys on some.
    fn is_easy_everywhere(sequence: &str) -> bool {
        let keys = sequence.split(' ').map(|token| Key::parse(token).unwrap());
        keys.into_iter().all(|key| match key.code {
            KeyCode::Char(' ') => true,
            KeyCode::Char(character) => character.is_ascii_alphanumeric(),
            _ => true,
        })
    }

    #[test]
    fn every_symbol_key_has_a_letter_or_function_key_twin() {
        let keyed = all().filter(|command| !command.keys.is_empty());
        let without: Vec<&str> = keyed
            .filter(|command| !command.keys.iter().any(|keys| is_easy_everywhere(keys)))
            .map(|command| command.id)
            .collect();
        assert!(without.is_empty(), "on some keyboards these cannot be typed: {without:?}");
        assert!(!is_easy_everywhere("] g") && !is_easy_everywhere("/") && is_easy_everywhere("<c-p>"));
    }

    #[test]
    fn ids_are_unique_and_every_command_says_what_it_does() {
        let mut seen = BTreeSet::new();
        for command in all() {
            assert!(seen.insert(command.id), "{} stands twice", command.id);
            assert!(command.help.len() <= LONGEST_HELP, "the help of {} is longer than its line", command.id);
            assert!(command.help.ends_with('.') && !command.title.is_empty(), "{}", command.id);
            assert!(
                !command.keys.is_empty()
                    || command.argument.is_some()
                    || MODE_KEYS.iter().any(|own| own.command == command.id),
                "{} cannot be reached",
                command.id
            );
        }
    }
}
