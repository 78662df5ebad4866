//! THE table of fields. Parsing, completion, help and the table of the documentation are made from it.

use std::collections::BTreeSet;

use super::reading::{
    code, codes, is, level_in_words, levels, number, poles_in_words, steps_in_words, yes, yes_and_no,
};
use super::value::{NEITHER, POLES, digit, level_word};
use super::{Value, Vocabulary};
use crate::analysis::{Band, Decider, Phase, Tag};
use crate::scorecard::{Confidence, Level, ListingStatus, PartialDate, Status, Weight};

/// A field of the filter language.
#[derive(Debug)]
pub struct Field {
    /// The word that is typed.
    pub name: &'static str,
    /// What it is asked of.
    pub of: Of,
    /// Whether `>=`, `<=`, `>` and `<` may stand for the colon.
    pub compares: bool,
    /// What it takes.
    pub takes: Takes,
    /// What it asks, as half a sentence.
    pub help: &'static str,
    /// A term with it.
    pub example: &'static str,
    /// Reads one of its values.
    pub(super) read: fn(&str, &dyn Vocabulary) -> Option<Value>,
}

/// What a field is asked of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// The measure and the gap between the poles on it.
    Measure,
    /// Whose positions or lists the fields of a position or a listing are asked of.
    Whose,
    /// A position.
    Position,
    /// An entity of a register.
    Entity,
    /// The listing of an entity.
    Listing,
    /// A dated change of a position or a listing.
    Change,
}

impl Of {
    /// The word people read.
    pub fn words(self) -> &'static str {
        match self {
            Self::Measure => "measure",
            Self::Whose => "whose position or list",
            Self::Position => "position",
            Self::Entity => "entity",
            Self::Listing => "listing",
            Self::Change => "dated change",
        }
    }
}

/// What a field takes.
#[derive(Debug)]
pub enum Takes {
    /// One of these words; the second says what it means, where it is not the word itself.
    Words(fn() -> Vec<(&'static str, &'static str)>),
    /// One of the board's words.
    OfBoard(&'static str, fn(&dyn Vocabulary) -> Vec<Offer>),
    /// What is written as said here.
    Written(&'static str),
}

/// A word that may be typed, with what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The word.
    pub word: String,
    /// What it means; empty where the word says it.
    pub meaning: String,
}

impl Field {
    /// The words it takes on a board; none where it takes what no list can name.
    pub fn offers(&self, board: &dyn Vocabulary) -> Vec<Offer> {
        match self.takes {
            Takes::Words(words) => words()
                .into_iter()
                .map(|(word, meaning)| {
                    let says_it = word.replace(['_', '-'], " ") == meaning;
                    Offer { word: word.to_owned(), meaning: if says_it { "" } else { meaning }.to_owned() }
                })
                .collect(),
            Takes::OfBoard(_, offers) => offers(board),
            Takes::Written(_) => Vec::new(),
        }
    }

    /// What it takes, for tables: its words, or what they are.
    pub fn takes(&self) -> String {
        match self.takes {
            Takes::Words(words) => words().iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", "),
            Takes::OfBoard(noun, _) | Takes::Written(noun) => noun.to_owned(),
        }
    }
}

/// The fields, those most used first.
pub static FIELDS: [Field; 23] = [
    Field {
        name: "gap",
        of: Of::Measure,
        compares: true,
        takes: Takes::Words(|| {
            (0..=Level::HIGHEST).map(|steps| (digit(steps), steps_in_words(steps))).collect()
        }),
        help: "steps between the poles",
        example: "gap>=2",
        read: |word, _| number(word).map(Value::Gap),
    },
    Field {
        name: "fuller",
        of: Of::Measure,
        compares: false,
        takes: Takes::OfBoard("the code of a pole, neither", |board| {
            let neither = Offer { word: NEITHER.to_owned(), meaning: "no pole is fuller".to_owned() };
            codes(board).into_iter().chain([neither]).collect()
        }),
        help: "the pole that is fuller",
        example: "fuller:EU",
        read: |word, board| {
            if word.eq_ignore_ascii_case(NEITHER) { Some(None) } else { code(word, board).map(Some) }
                .map(Value::Fuller)
        },
    },
    Field {
        name: "area",
        of: Of::Measure,
        compares: false,
        takes: Takes::OfBoard("the id of an area, or its beginning", |board| {
            let offer = |(id, title): (&str, &str)| Offer { word: id.to_owned(), meaning: title.to_owned() };
            board.areas().map(offer).collect()
        }),
        help: "the policy area",
        example: "area:ai",
        read: |word, board| {
            let word = word.to_lowercase();
            let found = !word.is_empty() && board.areas().any(|(id, _)| id.starts_with(&word));
            found.then(|| Value::Area(word.into()))
        },
    },
    Field {
        name: "band",
        of: Of::Measure,
        compares: false,
        takes: Takes::Words(|| Band::ALL.map(|band| (band.key(), "")).into()),
        help: "how far the poles are apart, or why that cannot be said",
        example: "band:wide",
        read: |word, _| Band::ALL.into_iter().find(|band| is(word, band.key())).map(Value::Band),
    },
    Field {
        name: "tag",
        of: Of::Measure,
        compares: false,
        takes: Takes::Words(|| Tag::ALL.map(|tag| (tag.key(), tag.words())).into()),
        help: "what else there is to know of the gap",
        example: "tag:different-instrument",
        read: |word, _| Tag::ALL.into_iter().find(|tag| is(word, tag.key())).map(Value::Tag),
    },
    Field {
        name: "weight",
        of: Of::Measure,
        compares: true,
        takes: Takes::Written("a number from 0 to 100"),
        help: "the weight of the measure in its area",
        example: "weight>=2",
        read: |word, _| Weight::parse(word).map(Value::Weight),
    },
    Field {
        name: "next",
        of: Of::Measure,
        compares: true,
        takes: Takes::Written("a date, as in 2027, 2027-06 or 2027-06-30"),
        help: "the next dated step of a pole",
        example: "next<=2027-06",
        read: |word, _| PartialDate::parse(word).ok().map(Value::Next),
    },
    Field {
        name: "jurisdiction",
        of: Of::Whose,
        compares: false,
        takes: Takes::OfBoard("the code of a jurisdiction", codes),
        help: "whose position or list the terms of a position or a listing are asked of",
        example: "jurisdiction:JP",
        read: |word, board| code(word, board).map(Value::Jurisdiction),
    },
    Field {
        name: "level",
        of: Of::Position,
        compares: true,
        takes: Takes::Words(|| levels().map(|answer| (level_word(answer), level_in_words(answer))).collect()),
        help: "the level",
        example: "level>=3",
        read: |word, _| levels().find(|&answer| is(word, level_word(answer))).map(Value::Level),
    },
    Field {
        name: "status",
        of: Of::Position,
        compares: false,
        takes: Takes::Words(|| Status::ALL.map(|status| (status.key(), status.words())).into()),
        help: "how far the instrument has come",
        example: "status:proposed,adopted",
        read: |word, _| Status::ALL.into_iter().find(|status| is(word, status.key())).map(Value::Status),
    },
    Field {
        name: "confidence",
        of: Of::Position,
        compares: false,
        takes: Takes::Words(|| Confidence::ALL.map(|confidence| (confidence.key(), "")).into()),
        help: "how sure the authors are of the level",
        example: "confidence:low",
        read: |word, _| Confidence::ALL.into_iter().find(|sure| is(word, sure.key())).map(Value::Confidence),
    },
    Field {
        name: "decides",
        of: Of::Position,
        compares: false,
        takes: Takes::Words(|| {
            let meaning = |kind| match kind {
                Decider::Union => "a union, for those who inherit",
                Decider::Member => "a member of a union",
                Decider::Single => "neither a union nor a member",
            };
            Decider::ALL.map(|kind| (kind.key(), meaning(kind))).into()
        }),
        help: "what kind of jurisdiction decides",
        example: "decides:member",
        read: |word, _| Decider::ALL.into_iter().find(|kind| is(word, kind.key())).map(Value::Decides),
    },
    Field {
        name: "approach",
        of: Of::Position,
        compares: false,
        takes: Takes::OfBoard("a kind of instrument that a measure names", |board| {
            let names: BTreeSet<&str> = board.approaches().collect();
            names.into_iter().map(|name| Offer { word: name.to_owned(), meaning: String::new() }).collect()
        }),
        help: "the kind of instrument",
        example: "approach:binding-law",
        read: |word, board| {
            let exact = board.approaches().find(|name| *name == word);
            exact
                .or_else(|| board.approaches().find(|name| is(word, name)))
                .map(|name| Value::Approach(name.into()))
        },
    },
    Field {
        name: "open",
        of: Of::Position,
        compares: false,
        takes: Takes::Words(|| yes_and_no(["unknown or contested", "known and not contested"])),
        help: "whether it is an open question",
        example: "open:yes",
        read: |word, _| yes(word).map(Value::Open),
    },
    Field {
        name: "stale",
        of: Of::Position,
        compares: false,
        takes: Takes::Words(|| yes_and_no(["not reviewed for a long time", "reviewed not long ago"])),
        help: "whether it has not been reviewed for a long time",
        example: "stale:yes",
        read: |word, _| yes(word).map(Value::Stale),
    },
    Field {
        name: "listing",
        of: Of::Listing,
        compares: false,
        takes: Takes::Words(|| ListingStatus::ALL.map(|status| (status.key(), status.words())).into()),
        help: "whether the entity is on a list",
        example: "listing:removed",
        read: |word, _| {
            ListingStatus::ALL.into_iter().find(|status| is(word, status.key())).map(Value::Listing)
        },
    },
    Field {
        name: "list",
        of: Of::Listing,
        compares: false,
        takes: Takes::OfBoard("the id of a list, or its beginning", |board| {
            let offer = |(id, name): (&str, &str)| Offer { word: id.to_owned(), meaning: name.to_owned() };
            board.lists().map(offer).collect()
        }),
        help: "the restrictive list",
        example: "list:us",
        read: |word, board| {
            let word = word.to_lowercase();
            let found = !word.is_empty() && board.lists().any(|(id, _)| id.starts_with(&word));
            found.then(|| Value::List(word.into()))
        },
    },
    Field {
        name: "country",
        of: Of::Entity,
        compares: false,
        takes: Takes::Written("a country's code of two letters, as in CN"),
        help: "where the entity is from",
        example: "country:CN",
        read: |word, _| {
            let is_code = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
            is_code.then(|| Value::Country(word.to_ascii_uppercase().into()))
        },
    },
    Field {
        name: "by",
        of: Of::Entity,
        compares: false,
        takes: Takes::OfBoard("the code of a jurisdiction", codes),
        help: "a jurisdiction that lists the entity",
        example: "by:US",
        read: |word, board| code(word, board).map(Value::By),
    },
    Field {
        name: "only",
        of: Of::Entity,
        compares: false,
        takes: Takes::OfBoard("the code of a jurisdiction", codes),
        help: "the jurisdiction that lists the entity, where no other does as far as is known",
        example: "only:US",
        read: |word, board| code(word, board).map(Value::Only),
    },
    Field {
        name: "poles",
        of: Of::Entity,
        compares: true,
        takes: Takes::Words(|| {
            let how_many = (0..=2).map(|poles| (digit(poles), poles_in_words(poles)));
            let which = ["the first and not the second", "the second and not the first"];
            how_many.chain(POLES.into_iter().zip(which)).collect()
        }),
        help: "how many of the poles list the entity, or which one alone of the two",
        example: "poles:1",
        read: |word, _| {
            let how_many = (0..=2).find(|&poles| word == digit(poles)).map(Value::Poles);
            how_many.or_else(|| POLES.iter().position(|pole| is(word, pole)).map(Value::OnePole))
        },
    },
    Field {
        name: "phase",
        of: Of::Change,
        compares: false,
        takes: Takes::Words(|| Phase::ALL.map(|phase| (phase.key(), "")).into()),
        help: "whether it has come, is overdue or is to come",
        example: "phase:coming",
        read: |word, _| Phase::ALL.into_iter().find(|phase| is(word, phase.key())).map(Value::Phase),
    },
    Field {
        name: "date",
        of: Of::Change,
        compares: true,
        takes: Takes::Written("a date, as in 2027, 2027-06 or 2027-06-30"),
        help: "when",
        example: "date>=2026-09",
        read: |word, _| PartialDate::parse(word).ok().map(Value::Date),
    },
];

/// The field of that name, in capitals or not.
pub(super) fn find(name: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|field| field.name.eq_ignore_ascii_case(name))
}
