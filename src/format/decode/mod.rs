//! From the arena of one file to what it says, with every problem collected.

mod board;
mod config;
mod entities;
mod position;
mod private;
mod reader;
mod scalar;
mod scenario;
mod scorecard;
mod theme;
mod views;

use reader::Reader;

use super::word::{Kind, Version};
use super::{Content, Document, fault, hidden};
use crate::diagnostic::catalogue::{EMPTY_FILE, NO_KIND, WRONG_TYPE};
use crate::diagnostic::{Family, Problem};
use crate::text::Span;
use crate::yaml::{self, Node};

/// Reads the text of the file with that number. Never fails: what is wrong is among the document's problems.
pub fn read(text: &str, file: u16) -> Document {
    let mut parsed = yaml::parse(text);
    let faults = parsed.take_faults();
    // What a file with any of them means is not certain: a line may belong to something else than its author thinks.
    let uncertain = !faults.is_empty();
    let mut problems: Vec<Problem> = faults.into_iter().map(|fault| fault::problem(fault, file)).collect();
    hidden::written(text, file, &mut problems);
    let root = parsed.root();
    let mut reader = Reader::new(file, &mut problems);
    let content = match root.kind() {
        yaml::Kind::Mapping => content(&mut reader, root),
        yaml::Kind::Null => {
            if !root.is_broken() {
                reader.empty_file();
            }
            None
        }
        yaml::Kind::Scalar | yaml::Kind::Sequence => {
            if !root.is_broken() {
                reader.not_a_file(root);
            }
            None
        }
    };
    let kind_at = root.get("kind").map_or_else(|| reader::head(root), yaml::Node::place);
    let mut private = reader.into_private();
    if uncertain || problems.iter().any(|problem| problem.rule.family() == Family::Syntax) {
        private.extend(private::torn(text));
    }
    Document { content, kind_at, problems, private }
}

fn content(reader: &mut Reader<'_>, root: Node<'_>) -> Option<Content> {
    let kind = kind(reader, root)?;
    let fields = reader.fields(root, kind.shape(), reader::head(root))?;
    if let Some(version) = fields.get("version") {
        reader.choice::<Version>(version);
    }
    Some(match kind {
        Kind::Board => Content::Board(board::plan(reader, &fields)?),
        Kind::Scorecard => Content::Scorecard(scorecard::scorecard(reader, &fields)),
        Kind::Entities => Content::Register(entities::register(reader, &fields)),
        Kind::Scenario => Content::Scenario(scenario::scenario(reader, &fields)),
        Kind::Theme => Content::Theme(theme::theme(reader, &fields)),
        Kind::Config => Content::Config(config::config(reader, &fields)),
    })
}

/// What kind of file it is. A file without one is told which to write, guessed from its other keys.
fn kind(reader: &mut Reader<'_>, root: Node<'_>) -> Option<Kind> {
    if let Some(node) = root.get("kind") {
        return reader.choice(reader::Value { node, name: "kind" });
    }
    if !root.is_broken() {
        let likely = [
            ("measures", Kind::Scorecard),
            ("jurisdictions", Kind::Board),
            ("entities", Kind::Entities),
            ("levels", Kind::Scenario),
            ("members", Kind::Scenario),
            ("roles", Kind::Theme),
            ("keys", Kind::Config),
            ("theme", Kind::Config),
            ("poles", Kind::Board),
        ]
        .into_iter()
        .find(|(key, _)| root.get(key).is_some())
        .map_or(Kind::Scorecard, |(_, kind)| kind);
        reader.say(
            Problem::new(&NO_KIND, reader.file, reader::head(root), "the file does not say its kind")
                .label("`kind` is missing")
                .help(format!("begin the file with `kind: {}` and `version: 1`", likely.key())),
        );
    }
    None
}

impl Reader<'_> {
    fn empty_file(&mut self) {
        self.say(
            Problem::new(&EMPTY_FILE, self.file, Span::default(), "the file is empty")
                .help("begin it with `kind: scorecard` and `version: 1`, or remove it"),
        );
    }

    fn not_a_file(&mut self, root: Node<'_>) {
        self.say(
            Problem::new(
                &WRONG_TYPE,
                self.file,
                reader::head(root),
                "the file is not a map of keys and values",
            )
            .help("begin it with `kind: scorecard` and `version: 1`"),
        );
    }
}
