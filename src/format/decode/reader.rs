use std::cmp::Ordering;
use std::fmt::Write;

use super::super::shape::Shape;
use super::private;
use crate::diagnostic::catalogue::{MISSING_KEY, TOO_MANY_PROBLEMS, UNKNOWN_KEY, WRONG_TYPE};
use crate::diagnostic::{Problem, Rule};
use crate::text::{Span, nearest};
use crate::yaml::{Entry, Kind, Node};

/// More keys than any shape has.
const MOST_FIELDS: usize = 40;
/// The most problems of a file that are told.
const MOST_PROBLEMS: usize = 1_000;

/// Reads the nodes of one file and collects what is wrong with them.
pub(super) struct Reader<'p> {
    /// The number of the file.
    pub(super) file: u16,
    problems: &'p mut Vec<Problem>,
    private: Vec<Span>,
}

/// A value with the key it belongs to.
#[derive(Clone, Copy)]
pub(super) struct Value<'a> {
    /// The value.
    pub(super) node: Node<'a>,
    /// The key, for messages.
    pub(super) name: &'static str,
}

/// Looks like a space and is none to YAML; word processors and web pages are full of it.
const NO_BREAK_SPACE: char = '\u{a0}';
const NO_BREAK_SPACE_HELP: &str =
    "the space in it is a no-break space (U+00A0): delete it and type ordinary ones";

/// The keys of a map, found in its shape.
pub(super) struct Fields<'a> {
    shape: &'static Shape,
    entries: [Option<Entry<'a>>; MOST_FIELDS],
    misspelt: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// The value of a key, if it is written.
    pub(super) fn get(&self, name: &'static str) -> Option<Value<'a>> {
        self.entry(name).map(|entry| Value { node: entry.value, name })
    }

    /// Where the value of a key is written, else where it could be: nowhere.
    pub(super) fn place(&self, name: &'static str) -> Span {
        self.entry(name).map(|entry| entry.value.place()).unwrap_or_default()
    }

    /// Where a key itself is written.
    pub(super) fn key_place(&self, name: &'static str) -> Span {
        self.entry(name).map(|entry| entry.key.place()).unwrap_or_default()
    }

    /// Whether a key is neither written nor, as far as can be told, meant by a misspelt one.
    pub(super) fn lacks(&self, name: &'static str) -> bool {
        self.entry(name).is_none() && !self.misspells(name)
    }

    /// Whether a key was most likely meant by one that is misspelt.
    pub(super) fn misspells(&self, name: &'static str) -> bool {
        self.misspelt.contains(&name)
    }

    fn entry(&self, name: &'static str) -> Option<&Entry<'a>> {
        self.entries[self.shape.find(name, 0)?].as_ref()
    }
}

/// Where to mark a map as a whole: its first key, or the map itself where it has none.
pub(super) fn head(node: Node<'_>) -> Span {
    match node.alias_of() {
        Some(alias) => alias,
        None => node.entries().next().map_or(node.span(), |entry| entry.key.place()),
    }
}

impl<'p> Reader<'p> {
    pub(super) fn new(file: u16, problems: &'p mut Vec<Problem>) -> Self {
        Self { file, problems, private: Vec::new() }
    }

    /// Remembers a place that only those may see who ask for private fields, also where it comes by an alias.
    pub(super) fn keep_private(&mut self, node: Node<'_>) {
        self.private.push(node.span());
        self.private.extend(node.alias_of());
    }

    /// Every place that was remembered as private.
    pub(super) fn into_private(self) -> Vec<Span> {
        self.private
    }

    /// Adds a problem, up to as many as anyone would look at.
    pub(super) fn say(&mut self, problem: Problem) {
        match self.problems.len().cmp(&MOST_PROBLEMS) {
            Ordering::Less => self.problems.push(problem),
            Ordering::Equal => self.problems.push(
                Problem::new(
                    &TOO_MANY_PROBLEMS,
                    self.file,
                    problem.span,
                    "the search for problems ends here",
                )
                .label(format!("after {MOST_PROBLEMS}"))
                .help("repair the first ones and check again"),
            ),
            Ordering::Greater => {}
        }
    }

    /// A problem at a value, which also points at the anchor where the value comes by an alias.
    pub(super) fn problem_at(&self, rule: &'static Rule, node: Node<'_>, message: String) -> Problem {
        let problem = Problem::new(rule, self.file, node.place(), message);
        match node.alias_of() {
            Some(_) => problem.related(node.span(), "the value is written here"),
            None => problem,
        }
    }

    /// The keys of a map of that shape. Tells unknown and missing ones; `at` is where missing ones are told.
    pub(super) fn fields<'a>(
        &mut self,
        node: Node<'a>,
        shape: &'static Shape,
        at: Span,
    ) -> Option<Fields<'a>> {
        if node.kind() != Kind::Mapping {
            self.wrong_type(node, shape.noun, "");
            return None;
        }
        let mut entries = [None; MOST_FIELDS];
        let mut likely = 0;
        let mut misspelt = Vec::new();
        for entry in node.entries() {
            let name = entry.key.text();
            if let Some(place) = shape.find(&name, likely) {
                entries[place] = Some(entry);
                likely = place + 1;
            } else {
                if private::is_of_position(&name) {
                    self.keep_private(entry.value);
                }
                misspelt.extend(self.unknown_key(&name, entry.key, shape));
            }
        }
        let meant_otherwise = shape.otherwise.is_some_and(|key| misspelt.contains(&key));
        if !node.is_broken() && !meant_otherwise {
            let missing = shape
                .fields
                .iter()
                .zip(&entries)
                .filter(|(field, entry)| field.required && entry.is_none() && !misspelt.contains(&field.name))
                .map(|(field, _)| field.name);
            self.missing(missing, shape.noun, at);
        }
        Some(Fields { shape, entries, misspelt })
    }

    /// Tells an unknown key; the name that was most likely meant.
    fn unknown_key(&mut self, name: &str, key: Node<'_>, shape: &Shape) -> Option<&'static str> {
        let meant = nearest(name, shape.names().chain(shape.otherwise));
        let help = match meant {
            // It would look like the name that is meant.
            Some(_) if name.contains(NO_BREAK_SPACE) => NO_BREAK_SPACE_HELP.to_owned(),
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("{} takes {}", shape.noun, list(shape.names())),
        };
        let message = format!("{} is not a key of {}", quoted(name), shape.noun);
        let problem = self.problem_at(&UNKNOWN_KEY, key, message).label("unknown key").help(help);
        self.say(problem);
        meant
    }

    /// Tells that keys are missing, all of one map at once.
    pub(super) fn missing(&mut self, names: impl Iterator<Item = &'static str>, noun: &str, at: Span) {
        let names: Vec<&str> = names.collect();
        if names.is_empty() {
            return;
        }
        let keys = list(names.into_iter());
        self.say(
            Problem::new(&MISSING_KEY, self.file, at, format!("{noun} needs {keys}"))
                .label(format!("without {keys}")),
        );
    }

    /// Tells that a value is not what its key takes. What a fault took is not told again.
    pub(super) fn wrong_type(&mut self, node: Node<'_>, expected: &str, help: &str) {
        if node.is_broken() {
            return;
        }
        let found = match node.kind() {
            Kind::Null => "nothing",
            Kind::Scalar if node.is_null() => "nothing",
            Kind::Scalar => "a text",
            Kind::Mapping => "a map",
            Kind::Sequence => "a list",
        };
        let mark = match node.kind() {
            Kind::Mapping | Kind::Sequence if node.alias_of().is_none() => first_line(node),
            _ => node.place(),
        };
        let mut problem =
            self.problem_at(&WRONG_TYPE, node, format!("expected {expected}, found {found}")).label(found);
        problem.span = mark;
        problem.help = (!help.is_empty()).then(|| help.to_owned());
        self.say(problem);
    }

    /// The items of a list.
    pub(super) fn items<'a>(
        &mut self,
        value: Option<Value<'a>>,
    ) -> impl Iterator<Item = Value<'a>> + use<'a> {
        let (node, name) = match value {
            Some(value) if value.node.kind() == Kind::Sequence => (Some(value.node), value.name),
            Some(value) => {
                self.wrong_type(
                    value.node,
                    &format!("a list under `{}`", value.name),
                    "begin each item with `- `",
                );
                (None, value.name)
            }
            None => (None, ""),
        };
        node.into_iter().flat_map(Node::items).map(move |node| Value { node, name })
    }

    /// The entries of a map with free keys.
    pub(super) fn entries<'a>(
        &mut self,
        value: Option<Value<'a>>,
    ) -> impl Iterator<Item = Entry<'a>> + use<'a> {
        let node = match value {
            Some(value) if value.node.kind() == Kind::Mapping => Some(value.node),
            Some(value) => {
                self.wrong_type(value.node, &format!("a map under `{}`", value.name), "");
                None
            }
            None => None,
        };
        node.into_iter().flat_map(Node::entries)
    }
}

/// The first thing inside a list or map, so that the mark is one place and not a page.
fn first_line(node: Node<'_>) -> Span {
    let inside = node.items().next().map(Node::span);
    match inside {
        Some(first) if node.raw().starts_with('[') => {
            Span::new(node.span().start, first.end.min(node.span().end))
        }
        Some(first) => Span::new(first.start, first.start + 1),
        None => head(node),
    }
}

/// Words in a row, each in backquotes.
pub(super) fn list<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let mut text = String::new();
    for (place, word) in words.enumerate() {
        let comma = if place == 0 { "" } else { ", " };
        let _ = write!(text, "{comma}`{word}`");
    }
    text
}

/// What a file says, shortened and in backquotes.
pub(super) fn quoted(text: &str) -> String {
    const LONGEST: usize = 40;
    let short: String = text.chars().take(LONGEST).collect();
    let rest = if short.len() < text.len() { "…" } else { "" };
    format!("`{short}{rest}`")
}
