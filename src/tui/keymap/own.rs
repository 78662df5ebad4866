//! A person's own keys over those of the command table, as far as they make sense together.

use super::{Keymap, spelled};
use crate::diagnostic::Problem;
use crate::diagnostic::catalogue::{BAD_KEY, KEY_CONFLICT, NO_WAY_OUT, UNKNOWN_COMMAND};
use crate::format::{KeyEntry, Named};
use crate::text::{Span, nearest};
use crate::tui::command::{self, Command};
use crate::tui::key::Key;

/// The keys of one command that could be read.
struct Own {
    command: &'static Command,
    at: Span,
    sequences: Vec<(Vec<Key>, Span)>,
}

/// The keymap with the keys of a config, and what is wrong with them. A command whose keys are wrong keeps those of
/// the table and is taken from the entries. `file` is the number of the config.
pub fn with_own(entries: &mut Vec<KeyEntry>, file: u16) -> (Keymap, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut own: Vec<Own> = entries.iter().filter_map(|entry| read(entry, file, &mut problems)).collect();
    // What is dropped gives its command the keys of the table back, and these may be in the way of others.
    let keymap = loop {
        let keymap = joined(&own);
        let wrong = conflict(&own, &keymap, file).or_else(|| no_way_out(&own, &keymap, file));
        let Some((number, problem)) = wrong else { break keymap };
        own.remove(number);
        problems.push(problem);
    };
    entries.retain(|entry| own.iter().any(|own| own.command.id == &*entry.command.0));
    (keymap, problems)
}

fn joined(own: &[Own]) -> Keymap {
    own.iter().fold(Keymap::default(), |keymap, Own { command, sequences, .. }| {
        keymap.rebound(command, sequences.iter().map(|(keys, _)| keys.clone()).collect())
    })
}

fn read(
    KeyEntry { command: (id, at), sequences }: &KeyEntry,
    file: u16,
    problems: &mut Vec<Problem>,
) -> Option<Own> {
    let command = command::find(id);
    if command.is_none() {
        let help = match nearest(id, command::all().map(|command| command.id)) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "`t12 config default` names every command".to_owned(),
        };
        let problem = Problem::new(&UNKNOWN_COMMAND, file, *at, format!("there is no command `{id}`"));
        problems.push(problem.label("unknown command").help(help));
    }
    let read: Vec<Option<(Vec<Key>, Span)>> =
        sequences.iter().map(|sequence| keys(sequence, file, problems)).collect();
    Some(Own { command: command?, at: *at, sequences: read.into_iter().collect::<Option<_>>()? })
}

/// The keys of a sequence in the key grammar.
fn keys((text, at): &Named, file: u16, problems: &mut Vec<Problem>) -> Option<(Vec<Key>, Span)> {
    let keys: Result<Vec<Key>, _> = text.split_whitespace().map(Key::parse).collect();
    match keys {
        Ok(keys) => Some((keys, *at)),
        Err(wrong) => {
            let problem = Problem::new(&BAD_KEY, file, *at, format!("`{}` is not a key", wrong.0));
            let help = "keys are single characters or names like `<enter>`, `<s-tab>`, `<f1>`, `<c-d>`, with blanks \
                        between them";
            problems.push(problem.label("not a key").help(help));
            None
        }
    }
}

/// The first sequence of the config that another command has, or that is in the way of another one; where two of the
/// config are in each other's way, the later one.
fn conflict(own: &[Own], keymap: &Keymap, file: u16) -> Option<(usize, Problem)> {
    for (number, Own { command, sequences, .. }) in own.iter().enumerate() {
        for (place, (keys, at)) in sequences.iter().enumerate() {
            let twice = sequences[..place].iter().any(|(earlier, _)| clash(earlier, keys));
            let others = keymap.bindings().iter().filter(|(_, other)| other.id != command.id);
            let taken = others.filter(|(taken, _)| clash(taken, keys)).find(|(_, other)| {
                // Of two in the config the earlier one stands.
                own[number + 1..].iter().all(|later| later.command.id != other.id)
            });
            if let Some((taken, other)) = taken {
                return Some((number, taken_by(other, taken, keys, *at, file)));
            }
            if twice {
                let message = format!("`{}` stands here twice, or begins another one", spelled(keys));
                return Some((number, Problem::new(&KEY_CONFLICT, file, *at, message).label("again")));
            }
        }
    }
    None
}

fn clash(one: &[Key], other: &[Key]) -> bool {
    one.starts_with(other) || other.starts_with(one)
}

fn taken_by(other: &Command, taken: &[Key], keys: &[Key], at: Span, file: u16) -> Problem {
    let (id, own, theirs) = (other.id, spelled(keys), spelled(taken));
    let message = match taken.len().cmp(&keys.len()) {
        std::cmp::Ordering::Equal => format!("`{own}` is the key of `{id}`"),
        std::cmp::Ordering::Greater => format!("`{own}` hides `{theirs}` of `{id}`"),
        std::cmp::Ordering::Less => format!("`{own}` is never reached: `{theirs}` is the key of `{id}`"),
    };
    let help =
        format!("take another one, or give `{id}` other keys here; `{id}: []` leaves it to the palette");
    Problem::new(&KEY_CONFLICT, file, at, message).label("taken").help(help)
}

/// Without a key for leaving or for the palette there is no way out.
fn no_way_out(own: &[Own], keymap: &Keymap, file: u16) -> Option<(usize, Problem)> {
    const OUT: [&str; 2] = ["quit", "palette"];
    if keymap.bindings().iter().any(|(_, command)| OUT.contains(&command.id)) {
        return None;
    }
    let number = own.iter().rposition(|own| OUT.contains(&own.command.id))?;
    let problem = Problem::new(&NO_WAY_OUT, file, own[number].at, "neither `quit` nor `palette` has a key");
    Some((number, problem.label("no way out").help("give one of them a key")))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keymap of these entries, and what is told: the place in `keys`, the code and the message.
    fn with(entries: &[(&str, &[&str])]) -> (Keymap, Vec<String>) {
        let named = |text: &str, at: usize| (text.into(), Span::at(at as u32));
        let mut entries: Vec<KeyEntry> = entries
            .iter()
            .enumerate()
            .map(|(at, (id, sequences))| KeyEntry {
                command: named(id, at * 10),
                sequences: (1..).zip(*sequences).map(|(n, text)| named(text, at * 10 + n)).collect(),
            })
            .collect();
        let (keymap, problems) = with_own(&mut entries, 0);
        let told = |p: &Problem| format!("{} {} {}", p.span.start, p.rule.code, p.message);
        (keymap, problems.iter().map(told).collect())
    }

    fn keys_of(keymap: &Keymap, id: &str) -> String {
        keymap.reached_by(command::find(id).unwrap())
    }

    #[test]
    fn own_keys_are_taken_in_the_order_of_the_file() {
        let (keymap, told) = with(&[("quit", &["Z Z", "<c-q>"]), ("zoom", &[])]);
        assert_eq!(told, [""; 0]);
        assert_eq!(
            (keys_of(&keymap, "quit").as_str(), keys_of(&keymap, "zoom").as_str()),
            ("ZZ ctrl-q", ":zoom")
        );
    }

    #[test]
    fn two_commands_may_swap_their_keys() {
        let (keymap, told) = with(&[("quit", &["z"]), ("zoom", &["q"])]);
        assert_eq!(told, [""; 0]);
        assert_eq!((keys_of(&keymap, "quit").as_str(), keys_of(&keymap, "zoom").as_str()), ("z", "q"));
    }

    #[test]
    fn a_misspelt_command_is_told_with_the_nearest_and_its_keys_are_read_too() {
        let (_, told) = with(&[("quitt", &["<nope>"])]);
        assert_eq!(told, ["0 T601 there is no command `quitt`", "1 T602 `<nope>` is not a key"]);
    }

    #[test]
    fn a_command_with_a_wrong_key_keeps_its_own() {
        let (keymap, told) = with(&[("quit", &["Z", "ctrl-q"])]);
        assert_eq!(told, ["2 T602 `ctrl-q` is not a key"]);
        assert_eq!(keys_of(&keymap, "quit"), "q ctrl-c");
    }

    #[test]
    fn keys_of_another_command_stay_with_it() {
        let (keymap, told) = with(&[("zoom", &["q"])]);
        assert_eq!(told, ["1 T603 `q` is the key of `quit`"]);
        assert_eq!((keys_of(&keymap, "zoom").as_str(), keys_of(&keymap, "quit").as_str()), ("z", "q ctrl-c"));
    }

    #[test]
    fn of_two_in_the_config_the_earlier_one_stands() {
        let (keymap, told) = with(&[("zoom", &["Z"]), ("quit", &["q", "Z"])]);
        assert_eq!(told, ["12 T603 `Z` is the key of `zoom`"]);
        assert_eq!(keys_of(&keymap, "zoom"), "Z");
    }

    #[test]
    fn a_key_never_hides_a_longer_sequence_nor_hides_behind_a_shorter_one() {
        assert_eq!(with(&[("zoom", &["]"])]).1, ["1 T603 `]` hides `]g` of `next-gap`"]);
        assert_eq!(with(&[("zoom", &["q q"])]).1, ["1 T603 `qq` is never reached: `q` is the key of `quit`"]);
        assert_eq!(
            with(&[("zoom", &["Z", "Z Z"])]).1,
            ["2 T603 `ZZ` stands here twice, or begins another one"]
        );
    }

    #[test]
    fn keys_that_come_back_are_in_the_way_again() {
        let (keymap, told) = with(&[("zoom", &["q"]), ("quit", &["Q", "nope"])]);
        assert_eq!(told, ["12 T602 `nope` is not a key", "1 T603 `q` is the key of `quit`"]);
        assert_eq!((keys_of(&keymap, "zoom").as_str(), keys_of(&keymap, "quit").as_str()), ("z", "q ctrl-c"));
    }

    #[test]
    fn there_is_always_a_way_out() {
        let (keymap, told) = with(&[("quit", &[]), ("palette", &[])]);
        assert_eq!(told, ["10 T604 neither `quit` nor `palette` has a key"]);
        assert_eq!(keys_of(&keymap, "palette"), ": ctrl-p");
        assert_eq!(with(&[("quit", &[])]).1, [""; 0]);
    }
}
