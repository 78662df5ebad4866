use super::argument::fitting;
use super::{Argument, Command, Topic, Value};
use crate::tui::message::Effect;
use crate::tui::model::{Model, Seen, View};

pub(super) const TOPIC: Topic = Topic {
    title: "Compare",
    commands: &[Command {
        id: "swap",
        title: "Swap the two",
        help: "In Compare, puts the second first. A lens goes with its side.",
        keys: &["g s"],
        argument: None,
        hint: None,
        available: |model| model.view == View::Compare,
        run: |model, _| {
            let [first, second] = model.compared();
            model.compare_two([second, first]);
            Vec::new()
        },
    }],
};

/// The two to compare.
pub(super) const TWO: Argument = Argument::of("CODE CODE", pairs);

/// The lenses as they are typed behind a code.
const LENSES: [(&str, &str); 4] = [
    ("as-recorded", "the regime as enacted, once fully applied"),
    ("in-force", "what legally applies today"),
    ("medium", "levels of at least medium confidence"),
    ("high", "levels of high confidence"),
];

/// Two codes, each with a lens behind an @ where it is to have one of its own; at first the two as they are.
fn pairs(model: &Model, typed: &str) -> Vec<Value> {
    let (before, last) =
        typed.trim_start().split_once(' ').map_or(("", typed), |(first, last)| (first, last));
    if last.trim().contains(' ') {
        return Vec::new();
    }
    let now = before.is_empty() && last.is_empty();
    let now = now.then(|| Value::whole(model.compared().map(|seen| model.written(seen)).join(" "), "as now"));
    let words = words(model, last);
    let values = words.into_iter().map(|(word, note)| {
        if before.is_empty() {
            Value { then: Some(' '), is_whole: false, ..Value::whole(word, note) }
        } else {
            Value::whole(format!("{before} {word}"), note)
        }
    });
    now.into_iter().chain(values).collect()
}

/// How one of the two goes on: a code, or the lens behind one.
fn words(model: &Model, typed: &str) -> Vec<(String, String)> {
    if let Some((code, lens)) = typed.split_once('@') {
        let code = code.to_ascii_uppercase();
        let lenses = fitting(lens, LENSES).into_iter();
        return lenses.map(|(lens, note)| (format!("{code}@{lens}"), note.to_owned())).collect();
    }
    let codes = model.board.jurisdictions.iter().map(|jurisdiction| (jurisdiction.code, &*jurisdiction.name));
    let codes = codes.map(|(code, name)| (code.to_string(), name));
    fitting(typed, codes).into_iter().map(|(code, name)| (code, name.to_owned())).collect()
}

/// Opens the view; with two named, on these.
pub(super) fn compare(model: &mut Model, typed: &str) -> Vec<Effect> {
    let words: Vec<&str> = typed.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        model.jump_to_view(View::Compare);
        return Vec::new();
    }
    let found: Option<Vec<Seen>> = words.iter().map(|word| model.side(word)).collect();
    match found.as_deref() {
        Some(&[first, second]) if first != second => {
            model.compare_two([first, second]);
            model.jump_to_view(View::Compare);
        }
        _ => {
            let known: Vec<&str> = model.board.jurisdictions.iter().map(|j| j.code.as_str()).collect();
            let two = format!("Name two of {}, or one with another lens: EU EU@in-force", known.join(" "));
            model.warn(two);
        }
    }
    Vec::new()
}
