use super::value::quoted;
use super::word::{Word, words};
use super::{FIELDS, Offer, Vocabulary, field};
use crate::text::Span;

/// What may be typed at a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completion {
    /// What an offer takes the place of.
    pub span: Span,
    /// The offers: fields with their sign, or values.
    pub offers: Vec<Offer>,
}

/// The fields or values that go on from what is typed before the cursor, a byte of the line.
pub fn complete(line: &str, cursor: usize, board: &dyn Vocabulary) -> Completion {
    let typed = line.get(..cursor).unwrap_or(line);
    let end = typed.len() as u32;
    let Some(word) = words(typed).pop().filter(|word| word.span.end == end) else {
        return Completion { span: Span::at(end), offers: fields("") };
    };
    let Word { not: _, span, head, parts } = word;
    let Some(part) = parts.last() else { return Completion::default() };
    let Some((name, ..)) = head else {
        // A comma or a quote begins words to find, which nobody can offer.
        let is_name = parts.len() == 1 && !part.span.of(typed).contains('"');
        let hyphens = span.of(typed).len() - span.of(typed).trim_start_matches('-').len();
        let offers = if is_name { fields(&part.text) } else { Vec::new() };
        return Completion { span: Span::new(span.start + hyphens as u32, end), offers };
    };
    let Some(field) = field::find(&name) else { return Completion::default() };
    let taken: Vec<&str> = parts[..parts.len() - 1].iter().map(|part| &*part.text).collect();
    let left = field.offers(board).into_iter().filter(|offer| !taken.contains(&&*offer.word));
    let offers = going_on_from(&part.text, left.collect());
    let offers = offers.into_iter().map(|offer| Offer { word: quoted(&offer.word), ..offer });
    Completion { span: part.span, offers: offers.collect() }
}

fn fields(beginning: &str) -> Vec<Offer> {
    let offer = |field: &field::Field| {
        let sign = if field.compares { ">=" } else { ":" };
        Offer { word: format!("{}{sign}", field.name), meaning: field.help.to_owned() }
    };
    let beginning = beginning.to_ascii_lowercase();
    FIELDS.iter().filter(|field| field.name.starts_with(&beginning)).map(offer).collect()
}

/// The offers that begin with what is typed; where there is none, those that hold it.
fn going_on_from(typed: &str, offers: Vec<Offer>) -> Vec<Offer> {
    let typed = typed.to_lowercase();
    let fits = |offer: &&Offer| offer.word.to_lowercase().starts_with(&typed);
    let begin: Vec<Offer> = offers.iter().filter(fits).cloned().collect();
    if !begin.is_empty() {
        return begin;
    }
    let holds = |text: &str| text.to_lowercase().contains(&typed);
    offers.into_iter().filter(|offer| holds(&offer.word) || holds(&offer.meaning)).collect()
}
