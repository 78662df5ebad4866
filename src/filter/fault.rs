use super::{FIELDS, Field, Listed, Of, Takes, Term, Value, Vocabulary};
use crate::text::{Span, nearest, visible};

/// Something in a filter that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where it is typed.
    pub span: Span,
    /// What is wrong, as a sentence without its full stop.
    pub message: String,
    /// The word that was likely meant.
    pub nearest: Option<String>,
    /// What may stand there.
    pub allowed: Vec<String>,
    /// Whether it is only not typed to its end.
    pub unfinished: bool,
}

/// As many allowed words are told; a long list helps nobody.
const LISTED: usize = 20;

impl Fault {
    /// What may stand there, in one line.
    pub fn help(&self) -> String {
        let meant = self.nearest.iter().map(|word| format!("Did you mean `{}`? ", visible(word)));
        let listed: Vec<_> = self.allowed.iter().take(LISTED).map(|word| visible(word)).collect();
        let rest = match self.allowed.len().saturating_sub(LISTED) {
            0 => String::new(),
            rest => format!(" and {rest} more"),
        };
        meant.chain([format!("Allowed: {}{rest}", listed.join(", "))]).collect()
    }

    /// A term that says nothing about what is listed.
    pub fn silent_on(listed: Listed, term: &Term) -> Self {
        let (things, told) = match listed {
            Listed::Measures => ("measures", [Of::Measure, Of::Whose, Of::Position]),
            Listed::Entities => ("entities", [Of::Entity, Of::Whose, Of::Listing]),
            Listed::Changes => ("dated changes", [Of::Change, Of::Whose, Of::Whose]),
        };
        let names = FIELDS.iter().filter(|field| told.contains(&field.of)).map(|field| field.name);
        Self {
            span: term.span,
            message: format!("{} says nothing about {things}", term.field.map_or("", |field| field.name)),
            nearest: None,
            allowed: names.map(str::to_owned).collect(),
            unfinished: false,
        }
    }

    pub(super) fn no_field(name: &str, span: Span) -> Self {
        let names = FIELDS.iter().map(|field| field.name);
        Self {
            span,
            message: format!("there is no field `{name}`"),
            nearest: nearest(name, names.clone()).map(str::to_owned),
            allowed: names.map(str::to_owned).collect(),
            unfinished: false,
        }
    }

    pub(super) fn no_such_value(field: &Field, word: &str, span: Span, board: &dyn Vocabulary) -> Self {
        let allowed = allowed(field, board);
        let words = if matches!(field.takes, Takes::Written(_)) { &[][..] } else { &allowed[..] };
        Self {
            span,
            message: format!("{} does not take `{}`", field.name, visible(word)),
            nearest: nearest(word, words.iter().map(String::as_str)).map(str::to_owned),
            allowed,
            unfinished: false,
        }
    }

    pub(super) fn no_value(field: &Field, span: Span, board: &dyn Vocabulary) -> Self {
        let message = format!("{} needs a value", field.name);
        Self { span, message, nearest: None, allowed: allowed(field, board), unfinished: true }
    }

    pub(super) fn not_compared(field: &Field, span: Span) -> Self {
        Self {
            span,
            message: format!("{} has no more and no less", field.name),
            nearest: None,
            allowed: vec![format!("{}:", field.name)],
            unfinished: false,
        }
    }

    pub(super) fn without_order(field: &Field, value: &Value, span: Span) -> Self {
        Self {
            span,
            message: format!("`{value}` is not more or less than a {}", field.name),
            nearest: None,
            allowed: vec![format!("{}:{value}", field.name)],
            unfinished: false,
        }
    }

    /// A hyphen or a comma with nothing at it.
    pub(super) fn unfinished(span: Span) -> Self {
        Self {
            span,
            message: "a term is to follow".to_owned(),
            nearest: None,
            allowed: FIELDS.iter().map(|field| field.name.to_owned()).collect(),
            unfinished: true,
        }
    }
}

fn allowed(field: &Field, board: &dyn Vocabulary) -> Vec<String> {
    match field.takes {
        Takes::Written(noun) => vec![noun.to_owned()],
        Takes::Words(_) | Takes::OfBoard(..) => {
            field.offers(board).into_iter().map(|offer| offer.word).collect()
        }
    }
}
