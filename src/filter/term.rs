use std::fmt;

use super::{Field, Of, Value};
use crate::text::Span;

/// What is looked for: terms that must all hold, in the order typed. Without a term everything is accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The terms.
    pub terms: Vec<Term>,
}

impl Filter {
    /// Whether it accepts everything.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The terms that say nothing about what is listed: they ask about the other kind of thing, and are passed over.
    pub fn silent_on(&self, listed: Listed) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(move |term| !term.asks_about(listed))
    }
}

/// What a filter is put on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// Measures with their gaps and positions.
    Measures,
    /// Entities with their listings.
    Entities,
    /// Dated changes.
    Changes,
}

impl Term {
    /// Whether it says something about what is listed. Words and jurisdictions do about everything.
    pub fn asks_about(&self, listed: Listed) -> bool {
        match self.field.map(|field| field.of) {
            None | Some(Of::Whose) => true,
            Some(Of::Measure | Of::Position) => listed == Listed::Measures,
            Some(Of::Entity | Of::Listing) => listed == Listed::Entities,
            Some(Of::Change) => listed == Listed::Changes,
        }
    }
}

/// One condition: a field with the words it may have, or words to find.
#[derive(Clone, Debug)]
pub struct Term {
    /// Whether the opposite must hold.
    pub not: bool,
    /// The field; nothing for words to find.
    pub field: Option<&'static Field>,
    /// How the field stands to its values.
    pub compare: Compare,
    /// The values, of which one is enough.
    pub values: Vec<Value>,
    /// Where it is typed.
    pub span: Span,
}

/// Two terms are equal that ask the same, wherever they are typed.
impl PartialEq for Term {
    fn eq(&self, other: &Self) -> bool {
        self.not == other.not && self.compare == other.compare && self.values == other.values
    }
}

impl Eq for Term {}

/// How a field stands to a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Compare {
    /// It is this.
    #[default]
    Is,
    /// This or more.
    AtLeast,
    /// This or less.
    AtMost,
    /// More than this.
    Above,
    /// Less than this.
    Below,
}

impl Compare {
    /// Every comparison with its sign, longer signs before those they begin with.
    pub(super) const SIGNS: [(&'static str, Self); 6] = [
        (">=", Self::AtLeast),
        ("<=", Self::AtMost),
        (">", Self::Above),
        ("<", Self::Below),
        (":", Self::Is),
        ("=", Self::Is),
    ];

    /// Its sign.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Is => ":",
            Self::AtLeast => ">=",
            Self::AtMost => "<=",
            Self::Above => ">",
            Self::Below => "<",
        }
    }

    /// Whether it holds between what is there and what is asked for.
    pub(super) fn holds<T: PartialOrd + Copy>(self, there: T, asked: T) -> bool {
        match self {
            Self::Is => there == asked,
            Self::AtLeast => there >= asked,
            Self::AtMost => there <= asked,
            Self::Above => there > asked,
            Self::Below => there < asked,
        }
    }
}

/// As it is typed: parsing it gives the same filter.
impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, term) in self.terms.iter().enumerate() {
            if at > 0 {
                f.write_str(" ")?;
            }
            term.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.not {
            f.write_str("-")?;
        }
        if let Some(field) = self.field {
            write!(f, "{}{}", field.name, self.compare.sign())?;
        }
        for (at, value) in self.values.iter().enumerate() {
            if at > 0 {
                f.write_str(",")?;
            }
            value.fmt(f)?;
        }
        Ok(())
    }
}
