//! What one jurisdiction has on one measure.

use super::super::shape::{CONTESTED, INHERITED, NEXT, POSITION, REVIEWED, SOURCE};
use super::private;
use super::reader::{Fields, Reader, Value, head, list, quoted};
use crate::diagnostic::catalogue::{INHERIT_NOT_ALONE, UNDEFINED_NAME, UNKNOWN_APPROACH};
use crate::scorecard::{Answer, Approach, Contested, NextStep, PartialDate, Position, Review, Said, Source};
use crate::text::{Span, nearest};
use crate::yaml::{Entry, Node};

/// The approaches that a measure names.
#[derive(Clone, Copy)]
pub(super) struct Approaches<'a> {
    pub(super) all: &'a [Approach],
    /// Whether no fault has taken any of them away.
    pub(super) complete: bool,
}

/// What stands under a jurisdiction's code; `key` is where the code is written.
pub(super) fn said(
    reader: &mut Reader<'_>,
    key: Span,
    node: Node<'_>,
    approaches: Approaches<'_>,
) -> Option<Said> {
    match node.entries().find(|entry| entry.key.text() == "inherit") {
        Some(entry) => inherited(reader, node, entry),
        None => own(reader, key, node, approaches),
    }
}

fn inherited(reader: &mut Reader<'_>, node: Node<'_>, inherit: Entry<'_>) -> Option<Said> {
    let other = node.entries().find(|entry| entry.key.text() != INHERITED.fields[0].name);
    if let Some(other) = other {
        let name = other.key.text();
        let problem = reader
            .problem_at(&INHERIT_NOT_ALONE, other.key, format!("{} stands beside `inherit`", quoted(&name)))
            .label("would be ignored")
            .help("remove `inherit` and write the position out, or remove everything else");
        reader.say(problem.related(inherit.key.place(), "inherits the whole position"));
    }
    let from = reader.code(Value { node: inherit.value, name: "inherit" })?;
    Some(Said::Inherits { from, at: inherit.value.place() })
}

fn own(reader: &mut Reader<'_>, key: Span, node: Node<'_>, approaches: Approaches<'_>) -> Option<Said> {
    let fields = reader.fields(node, &POSITION, key)?;
    private::remember(reader, node, &fields);
    let level: Option<Answer> = fields.get("level").and_then(|level| reader.choice(level));
    if let Some(Answer::Known(_)) = level {
        let needed = ["status", "confidence"].into_iter().filter(|name| fields.lacks(name));
        if !node.is_broken() {
            reader.missing(needed, "a position with a known level", key);
        }
    }
    let steps: Vec<_> = reader.items(fields.get("next")).collect();
    let cited: Vec<_> = reader.items(fields.get("sources")).collect();
    Some(Said::Own(Box::new(Position {
        level: level.unwrap_or(Answer::Unknown),
        level_at: fields.place("level"),
        level_now: fields.get("level_now").and_then(|level| reader.choice(level)),
        approach: fields.get("approach").and_then(|name| approach(reader, name, approaches)),
        status: fields.get("status").and_then(|status| reader.choice(status)),
        status_at: fields.place("status"),
        instrument: reader.prose(fields.get("instrument")),
        since: reader.date(fields.get("since")),
        next: steps.into_iter().filter_map(|item| step(reader, item)).collect(),
        usage: fields.get("use").and_then(|word| reader.choice(word)),
        headline: reader.prose(fields.get("headline")),
        summary: reader.prose(fields.get("summary")),
        confidence: fields.get("confidence").and_then(|word| reader.choice(word)),
        sources: cited.into_iter().filter_map(|item| source(reader, item)).collect(),
        note: reader.prose(fields.get("note")),
        reply: reader.prose(fields.get("reply")),
        marking: fields.get("marking").and_then(|word| reader.choice(word)).unwrap_or_default(),
        contested: contested(reader, &fields),
        reviewed: reviewed(reader, &fields),
        at: Span::new(head(node).start, node.span().end),
    })))
}

/// The number of an approach among those of the measure.
fn approach(reader: &mut Reader<'_>, value: Value<'_>, known: Approaches<'_>) -> Option<u16> {
    let approaches = known.all;
    let name = reader.text(value)?;
    if let Some(place) = approaches.iter().position(|approach| approach.name == name) {
        return Some(place as u16);
    }
    if !known.complete {
        return None;
    }
    let names = || approaches.iter().map(|approach| &*approach.name);
    let problem = if approaches.is_empty() {
        reader
            .problem_at(
                &UNDEFINED_NAME,
                value.node,
                format!("the measure defines no approach {}", quoted(&name)),
            )
            .label("not defined")
            .help("explain it under the measure's `approaches`, or remove it")
    } else {
        let help = match nearest(&name, names()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("the measure has {}", list(names())),
        };
        let message = format!("the measure has no approach {}", quoted(&name));
        reader.problem_at(&UNKNOWN_APPROACH, value.node, message).label("unknown approach").help(help)
    };
    reader.say(problem);
    None
}

fn step(reader: &mut Reader<'_>, item: Value<'_>) -> Option<NextStep> {
    let fields = reader.fields(item.node, &NEXT, head(item.node))?;
    let what = reader.prose(fields.get("what"));
    let level = fields.get("level").and_then(|level| reader.choice(level));
    let date = reader.date(fields.get("date"))?;
    Some(NextStep { date, date_at: fields.place("date"), what, level })
}

fn source(reader: &mut Reader<'_>, item: Value<'_>) -> Option<Source> {
    let fields = reader.fields(item.node, &SOURCE, head(item.node))?;
    Some(Source {
        title: reader.prose(fields.get("title")),
        publisher: reader.prose(fields.get("publisher")),
        url: reader.prose(fields.get("url")),
        date: reader.date(fields.get("date")),
        unread: fields.get("unread").and_then(|flag| reader.choice(flag)).unwrap_or_default(),
    })
}

fn contested(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<Contested> {
    let value = fields.get("contested")?;
    let fields = reader.fields(value.node, &CONTESTED, fields.key_place("contested"))?;
    let reason = reader.prose(fields.get("reason"));
    let level = fields.get("level").and_then(|level| reader.choice(level))?;
    Some(Contested { level, reason })
}

fn reviewed(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<Review> {
    let value = fields.get("reviewed")?;
    let fields = reader.fields(value.node, &REVIEWED, fields.key_place("reviewed"))?;
    let by = reader.prose(fields.get("by"));
    let on: PartialDate = reader.date(fields.get("on"))?;
    Some(Review { on, by })
}
