//! Which keys mean which command: those of the command table, or a person's own. What people read about keys comes
//! from here, so that it is never about other keys than those that work.

mod own;

pub use own::with_own;

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::command::{self, Command};
use super::key::Key;

/// The bindings of all commands, in the order of the table.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<(Vec<Key>, &'static Command)>,
    /// The first keys of each command that has any, as people read them: every frame shows many.
    first: BTreeMap<&'static str, String>,
}

/// What the keys pressed so far mean.
#[derive(Debug)]
pub enum Meaning {
    /// Exactly this command.
    Command(&'static Command),
    /// The beginning of longer sequences.
    Prefix,
    /// Nothing.
    Nothing,
}

impl Default for Keymap {
    fn default() -> Self {
        let bindings = command::all().flat_map(|command| sequences(command).map(move |keys| (keys, command)));
        Self::of(bindings.collect())
    }
}

impl Keymap {
    fn of(bindings: Vec<(Vec<Key>, &'static Command)>) -> Self {
        let mut first = BTreeMap::new();
        for (keys, command) in &bindings {
            first.entry(command.id).or_insert_with(|| spelled(keys));
        }
        Self { bindings, first }
    }

    /// What the keys pressed so far mean.
    pub fn meaning(&self, pressed: &[Key]) -> Meaning {
        let mut meaning = Meaning::Nothing;
        for (keys, command) in &self.bindings {
            if keys == pressed {
                return Meaning::Command(command);
            }
            if keys.starts_with(pressed) {
                meaning = Meaning::Prefix;
            }
        }
        meaning
    }

    /// The commands that go on from the keys pressed so far, with the keys still to press.
    pub fn continuations<'k>(
        &'k self,
        pressed: &'k [Key],
    ) -> impl Iterator<Item = (&'k [Key], &'static Command)> {
        self.bindings
            .iter()
            .filter(move |(keys, _)| keys.len() > pressed.len() && keys.starts_with(pressed))
            .map(|(keys, command)| (&keys[pressed.len()..], *command))
    }

    /// All bindings.
    pub fn bindings(&self) -> &[(Vec<Key>, &'static Command)] {
        &self.bindings
    }

    /// The same with other keys for one command; without any it is reached by its name only.
    #[must_use]
    pub fn rebound(mut self, command: &'static Command, keys: Vec<Vec<Key>>) -> Self {
        self.bindings.retain(|(_, bound)| bound.id != command.id);
        self.bindings.extend(keys.into_iter().map(|keys| (keys, command)));
        Self::of(self.bindings)
    }

    /// The keys of a command as people read them, the first ones first: `j`, `Down`.
    pub fn keys_of(&self, command: &Command) -> impl Iterator<Item = String> {
        let own = self.bindings.iter().filter(|(_, bound)| bound.id == command.id);
        own.map(|(keys, _)| spelled(keys))
    }

    /// How a command is reached, in one line: its keys, or its name in the palette where it has none.
    pub fn reached_by(&self, command: &Command) -> String {
        let keys: Vec<String> = self.keys_of(command).collect();
        if keys.is_empty() { format!(":{}", command.id) } else { keys.join(" ") }
    }

    /// The shortest thing to press for the command of that id, for a sentence: its first keys, else its name in the
    /// palette.
    pub fn first_of(&self, id: &str) -> Cow<'_, str> {
        self.first_keys(id).map_or_else(|| Cow::Owned(format!(":{id}")), Cow::Borrowed)
    }

    /// The first keys of the command of that id as people read them, where it has any.
    pub fn first_keys(&self, id: &str) -> Option<&str> {
        self.first.get(id).map(String::as_str)
    }
}

/// The key sequences of a command. The table is checked by a test, so no key of it fails to parse.
fn sequences(command: &'static Command) -> impl Iterator<Item = Vec<Key>> {
    command
        .keys
        .iter()
        .map(|sequence| sequence.split(' ').filter_map(|token| Key::parse(token).ok()).collect())
}

/// Keys as people read them: `gg`, `ctrl-d`, `]g`.
pub fn spelled(keys: &[Key]) -> String {
    keys.iter().map(ToString::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_table_parses() {
        for command in command::all() {
            for (sequence, keys) in command.keys.iter().zip(sequences(command)) {
                assert_eq!(keys.len(), sequence.split(' ').count(), "{} of {}", sequence, command.id);
            }
        }
    }

    #[test]
    fn no_two_commands_share_keys_and_none_hides_another() {
        let keymap = Keymap::default();
        for (at, (keys, command)) in keymap.bindings.iter().enumerate() {
            for (other_keys, other) in &keymap.bindings[at + 1..] {
                let clash = keys.starts_with(other_keys) || other_keys.starts_with(keys);
                assert!(!clash, "{} and {} share {}", command.id, other.id, spelled(keys));
            }
        }
    }

    #[test]
    fn other_keys_take_the_place_of_the_own_ones() {
        let [quit, theme] = ["quit", "theme"].map(|id| command::find(id).unwrap());
        let key = |token| Key::parse(token).unwrap();
        let keymap =
            Keymap::default().rebound(quit, vec![vec![key("Z"), key("Z")]]).rebound(theme, Vec::new());
        assert_eq!(keymap.reached_by(quit), "ZZ");
        assert_eq!(keymap.first_of("quit"), "ZZ");
        assert_eq!((keymap.reached_by(theme).as_str(), keymap.keys_of(theme).count()), (":theme", 0));
        assert!(matches!(keymap.meaning(&[key("q")]), Meaning::Nothing));
        assert!(matches!(keymap.meaning(&[key("Z")]), Meaning::Prefix));
    }

    #[test]
    fn a_prefix_waits_for_the_rest() {
        let keymap = Keymap::default();
        let key = |token| Key::parse(token).unwrap();
        assert!(matches!(keymap.meaning(&[key("g")]), Meaning::Prefix));
        assert!(
            matches!(keymap.meaning(&[key("g"), key("g")]), Meaning::Command(found) if found.id == "first-row")
        );
        assert!(matches!(keymap.meaning(&[key("g"), key("x")]), Meaning::Nothing));
    }
}
