use super::word::{Part, Word, words};
use super::{Compare, Fault, Field, Filter, Term, Value, Vocabulary, field};
use crate::text::Span;

/// A typed line as far as it could be understood.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// The terms that are right.
    pub filter: Filter,
    /// What is wrong, in the order typed.
    pub faults: Vec<Fault>,
}

impl Filter {
    /// Reads a typed line. Never fails: what is wrong is among the faults, and the terms around it count.
    pub fn parse(line: &str, board: &dyn Vocabulary) -> Parsed {
        let mut parsed = Parsed::default();
        for word in words(line) {
            match term(word, board) {
                Ok(term) => parsed.filter.terms.push(term),
                Err(fault) => parsed.faults.push(fault),
            }
        }
        parsed
    }
}

fn term(word: Word, board: &dyn Vocabulary) -> Result<Term, Fault> {
    let Word { span, not, head, parts } = word;
    let Some((name, name_at, compare)) = head else {
        let written = parts.into_iter().filter(|part| !part.text.is_empty());
        let values: Vec<Value> = written.map(|part| Value::Text(part.text.into())).collect();
        let term = Term { not, field: None, compare: Compare::Is, values, span };
        return if term.values.is_empty() { Err(Fault::unfinished(span)) } else { Ok(term) };
    };
    let field = field::find(&name).ok_or_else(|| Fault::no_field(&name, name_at))?;
    if compare != Compare::Is && !field.compares {
        return Err(Fault::not_compared(field, name_at));
    }
    let values = values(field, compare, parts, board)?;
    if values.is_empty() {
        return Err(Fault::no_value(field, Span::at(span.end), board));
    }
    Ok(Term { not, field: Some(field), compare, values, span })
}

/// The values of a field; commas with nothing between them are still being typed.
fn values(
    field: &'static Field,
    compare: Compare,
    parts: Vec<Part>,
    board: &dyn Vocabulary,
) -> Result<Vec<Value>, Fault> {
    let mut values = Vec::new();
    for part in parts.into_iter().filter(|part| !part.text.is_empty()) {
        let value = (field.read)(&part.text, board)
            .ok_or_else(|| Fault::no_such_value(field, &part.text, part.span, board))?;
        if compare != Compare::Is && !value.is_ordered() {
            return Err(Fault::without_order(field, &value, part.span));
        }
        values.push(value);
    }
    Ok(values)
}
