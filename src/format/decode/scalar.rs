//! One scalar each: typed by the key it stands under.

use std::borrow::Cow;

use super::super::hidden;
use super::super::word::{Words, words_of};
use super::reader::{Reader, Value, list, quoted};
use crate::diagnostic::catalogue::{BAD_DATE, BAD_NAME, OUT_OF_RANGE, TOO_LONG, UNKNOWN_VALUE, WRONG_TYPE};
use crate::scorecard::{Code, PartialDate, Prose, Weight, is_id};
use crate::text::{Span, nearest, visible};
use crate::yaml::{Kind, Node};

/// The longest short title in characters.
const SHORT: usize = 28;

impl Reader<'_> {
    /// The text of a scalar that says something.
    fn scalar<'a>(&mut self, value: Value<'a>, expected: &str) -> Option<Cow<'a, str>> {
        let Value { node, name } = value;
        // What a fault has touched may have swallowed its neighbours.
        if node.is_broken() {
            return None;
        }
        if node.kind() != Kind::Scalar || node.is_null() {
            let help = match node.kind() {
                Kind::Sequence | Kind::Mapping => "a text that begins with `[` or `{` needs quotes",
                _ => "write the value, or remove the key",
            };
            self.wrong_type(node, &format!("{expected} for `{name}`"), help);
            return None;
        }
        let text = node.text();
        if text.trim().is_empty() {
            let message = format!("expected {expected} for `{name}`, found an empty one");
            let problem = self.problem_at(&WRONG_TYPE, node, message);
            self.say(problem.label("empty").help("write the value, or remove the key"));
            return None;
        }
        self.escapes(node);
        Some(text)
    }

    /// Warns of hidden characters that a double-quoted scalar holds as escapes.
    fn escapes(&mut self, node: Node<'_>) {
        let raw = node.raw();
        if raw.starts_with('"')
            && raw.contains('\\')
            && let Some(problem) = hidden::escaped(&node.text(), self.file, node.place())
        {
            self.say(problem);
        }
    }

    /// A short text that is kept decoded, as it may be shown.
    pub(super) fn text(&mut self, value: Value<'_>) -> Option<Box<str>> {
        self.scalar(value, "a text").map(|text| visible(text.trim()).into())
    }

    /// A title for narrow places.
    pub(super) fn short(&mut self, value: Option<Value<'_>>) -> Option<Box<str>> {
        let value = value?;
        let text = self.text(value)?;
        let length = text.chars().count();
        if length > SHORT {
            let message = format!("the short title has {length} characters, at most {SHORT} fit");
            let problem = self.problem_at(&TOO_LONG, value.node, message);
            self.say(problem.label(format!("{} too many", length - SHORT)).help("shorten it"));
        }
        Some(text)
    }

    /// A text that stays in its file.
    pub(super) fn prose(&mut self, value: Option<Value<'_>>) -> Prose {
        let Some(value) = value else { return Prose::default() };
        let node = value.node;
        // Nothing this long can be null or an empty pair of quotes, so it need not be decoded to be believed.
        if node.kind() == Kind::Scalar && node.span().end - node.span().start > 4 {
            self.escapes(node);
        } else {
            self.scalar(value, "a text");
        }
        match node.kind() {
            Kind::Scalar => Prose { file: self.file, span: node.span() },
            _ => Prose::default(),
        }
    }

    /// An id.
    pub(super) fn id(&mut self, value: Value<'_>) -> Option<Box<str>> {
        let text = self.scalar(value, "an id")?;
        if is_id(&text) {
            return Some(text.into());
        }
        let fixed: String = text
            .to_lowercase()
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("-");
        let message = format!("{} cannot be an id", quoted(&text));
        let problem = self
            .problem_at(&BAD_NAME, value.node, message)
            .label("not an id")
            .help(format!("ids are made of a-z, 0-9 and hyphens{}", suggestion(&fixed)));
        self.say(problem);
        None
    }

    /// A jurisdiction's code.
    pub(super) fn code(&mut self, value: Value<'_>) -> Option<Code> {
        let text = self.scalar(value, "a code")?;
        let code = Code::parse(&text);
        if code.is_none() {
            let capitals = Code::parse(&text.to_uppercase()).map(|code| code.to_string()).unwrap_or_default();
            let message = format!("{} cannot be a code", quoted(&text));
            let help = format!("codes are 1 to 8 of A-Z, 0-9 and hyphens{}", suggestion(&capitals));
            let problem = self.problem_at(&BAD_NAME, value.node, message).label("not a code").help(help);
            self.say(problem);
        }
        code
    }

    /// A key that is a jurisdiction's code.
    pub(super) fn code_key(&mut self, key: Node<'_>, name: &'static str) -> Option<(Code, Span)> {
        self.code(Value { node: key, name }).map(|code| (code, key.place()))
    }

    /// A date, as exact as it is known.
    pub(super) fn date(&mut self, value: Option<Value<'_>>) -> Option<PartialDate> {
        let value = value?;
        let text = self.scalar(value, "a date")?;
        match PartialDate::parse(&text) {
            Ok(date) => Some(date),
            Err(error) => {
                let message = format!("{} is not a date", quoted(&text));
                let problem = self.problem_at(&BAD_DATE, value.node, message);
                self.say(
                    problem
                        .label(error.to_string())
                        .help("write 2021, 2021-09 or 2021-09-09, as exact as it is known"),
                );
                None
            }
        }
    }

    /// A word of a set.
    pub(super) fn choice<T: Words>(&mut self, value: Value<'_>) -> Option<T> {
        let text = self.scalar(value, "a word")?;
        if let Some((_, found)) = T::all().find(|(word, _)| *word == text) {
            return Some(found);
        }
        let words = words_of::<T>();
        let likely = nearest(&text.replace([' ', '-'], "_"), words.iter().copied())
            .or_else(|| nearest(&text, words.iter().copied()));
        let help = match likely {
            Some(likely) => format!("did you mean `{likely}`? It is one of {}", list(words.into_iter())),
            None => format!("it is one of {}", list(words.into_iter())),
        };
        let message = format!("{} is not a value of `{}`", quoted(&text), value.name);
        let problem = self.problem_at(&UNKNOWN_VALUE, value.node, message).label("not one of the values");
        self.say(problem.help(help));
        None
    }

    /// A weight; 1 where none is written.
    pub(super) fn weight(&mut self, value: Option<Value<'_>>) -> Weight {
        let Some(value) = value else { return Weight::ONE };
        let Some(text) = self.scalar(value, "a number") else { return Weight::ONE };
        Weight::parse(&text).unwrap_or_else(|| {
            self.out_of_range(value, &text, "weights are 0 to 100, with at most three decimals");
            Weight::ONE
        })
    }

    /// A whole number of days, 1 to 36,500.
    pub(super) fn days(&mut self, value: Value<'_>) -> Option<u32> {
        let text = self.scalar(value, "a number")?;
        let days = text.parse().ok().filter(|days| (1..=36_500).contains(days));
        if days.is_none() {
            self.out_of_range(value, &text, "it is a whole number of days, 1 to 36500");
        }
        days
    }

    fn out_of_range(&mut self, value: Value<'_>, text: &str, help: &str) {
        let message = format!("{} is out of range for `{}`", quoted(text), value.name);
        let problem = self.problem_at(&OUT_OF_RANGE, value.node, message).label("out of range").help(help);
        self.say(problem);
    }
}

fn suggestion(fixed: &str) -> String {
    if fixed.is_empty() { String::new() } else { format!("; did you mean `{fixed}`?") }
}
