//! How single words of a filter are read, and what they mean.

use super::value::{digit, yes_or_no};
use super::{Offer, Vocabulary};
use crate::scorecard::{Answer, Code, Level};

/// Whether a word is meant: capitals do not count, and files write `in_force` where people write `in-force`.
pub(super) fn is(word: &str, key: &str) -> bool {
    let folded = |byte: u8| if byte == b'_' { b'-' } else { byte.to_ascii_lowercase() };
    word.len() == key.len() && word.bytes().map(folded).eq(key.bytes().map(folded))
}

pub(super) fn number(word: &str) -> Option<u8> {
    (0..=Level::HIGHEST).find(|&number| word == digit(number))
}

pub(super) fn steps_in_words(steps: u8) -> &'static str {
    ["same level", "one step", "two steps", "three steps", "four steps"]
        [usize::from(steps.min(Level::HIGHEST))]
}

pub(super) fn poles_in_words(poles: u8) -> &'static str {
    ["neither pole", "one pole only", "both poles"][usize::from(poles.min(2))]
}

pub(super) fn levels() -> impl Iterator<Item = Answer> {
    Level::all().map(Answer::Known).chain([Answer::Unknown, Answer::NotApplicable])
}

pub(super) fn level_in_words(answer: Answer) -> &'static str {
    if answer == Answer::NotApplicable { "not applicable" } else { "" }
}

pub(super) fn yes_and_no(meanings: [&'static str; 2]) -> Vec<(&'static str, &'static str)> {
    [true, false].map(yes_or_no).into_iter().zip(meanings).collect()
}

pub(super) fn yes(word: &str) -> Option<bool> {
    [true, false].into_iter().find(|&yes| is(word, yes_or_no(yes)))
}

pub(super) fn code(word: &str, board: &dyn Vocabulary) -> Option<Code> {
    Code::parse(&word.to_ascii_uppercase()).filter(|&code| board.jurisdictions().any(|(own, _)| own == code))
}

pub(super) fn codes(board: &dyn Vocabulary) -> Vec<Offer> {
    let offer = |(code, name): (Code, &str)| Offer { word: code.to_string(), meaning: name.to_owned() };
    board.jurisdictions().map(offer).collect()
}
