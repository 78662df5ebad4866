//! A policy area: its measures, their scales and who has which position.

use super::super::shape::{CAVEAT, MEASURE, SCALE};
use super::position::{self, Approaches};
use super::reader::{Fields, Reader, Value, head};
use crate::scorecard::{Approach, Caveat, Entry, MeasureEntry, PartialDate, Prose, Scorecard, Standing};
use crate::text::Span;

pub(super) fn scorecard(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Scorecard {
    let measures: Vec<_> = reader.items(fields.get("measures")).collect();
    Scorecard {
        id: fields.get("id").and_then(|id| reader.id(id)).unwrap_or_default(),
        id_at: fields.place("id"),
        title: fields.get("title").and_then(|title| reader.text(title)).unwrap_or_default(),
        short: reader.short(fields.get("short")),
        summary: reader.prose(fields.get("summary")),
        as_of: as_of(reader, fields),
        as_of_at: fields.place("as_of"),
        caveats: caveats(reader, fields),
        measures: measures.into_iter().filter_map(|item| measure(reader, item)).collect(),
    }
}

/// The date of the content. Where it cannot be read the file has an error anyway; the far end of the calendar keeps
/// it from being called stale as well.
pub(super) fn as_of(reader: &mut Reader<'_>, fields: &Fields<'_>) -> PartialDate {
    reader.date(fields.get("as_of")).unwrap_or(PartialDate::LAST)
}

pub(super) fn caveats(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Vec<Caveat> {
    let items: Vec<_> = reader.items(fields.get("caveats")).collect();
    items.into_iter().filter_map(|item| caveat(reader, item)).collect()
}

fn caveat(reader: &mut Reader<'_>, item: Value<'_>) -> Option<Caveat> {
    let fields = reader.fields(item.node, &CAVEAT, head(item.node))?;
    let places: Vec<_> = reader.items(fields.get("applies_to")).collect();
    let text = reader.prose(fields.get("text"));
    let applies_to = places.into_iter().filter_map(|place| standing(reader, place)).collect();
    Some(Caveat { text, applies_to })
}

fn standing(reader: &mut Reader<'_>, place: Value<'_>) -> Option<Standing> {
    let text = reader.text(place)?;
    let at = place.node.place();
    Some(match text.split_once('/') {
        Some((row, cell)) => Standing { row: row.into(), cell: Some(cell.into()), at },
        None => Standing { row: text, cell: None, at },
    })
}

fn measure(reader: &mut Reader<'_>, item: Value<'_>) -> Option<MeasureEntry> {
    let fields = reader.fields(item.node, &MEASURE, head(item.node))?;
    let approaches = approaches(reader, &fields);
    let complete = match fields.get("approaches") {
        Some(value) => !value.node.is_broken(),
        None => !item.node.is_broken(),
    };
    let known = Approaches { all: &approaches, complete };
    let entries: Vec<_> = reader.entries(fields.get("positions")).collect();
    let mut positions = Vec::with_capacity(entries.len());
    for entry in entries {
        let own = reader.code_key(entry.key, "positions");
        if own.is_none() {
            // It may be a part of the position above, with too little before it.
            reader.keep_private(entry.value);
        }
        let says = position::said(reader, entry.key.place(), entry.value, known);
        if let (Some((code, code_at)), Some(says)) = (own, says) {
            positions.push(Entry { code, code_at, says });
        }
    }
    Some(MeasureEntry {
        id: fields.get("id").and_then(|id| reader.id(id)).unwrap_or_default(),
        id_at: fields.place("id"),
        title: fields.get("title").and_then(|title| reader.text(title)).unwrap_or_default(),
        short: reader.short(fields.get("short")),
        question: reader.prose(fields.get("question")),
        why: reader.prose(fields.get("why")),
        weight: reader.weight(fields.get("weight")),
        weight_note: reader.prose(fields.get("weight_note")),
        competence: fields.get("competence").and_then(|word| reader.choice(word)).unwrap_or_default(),
        approaches,
        scale: scale(reader, &fields),
        relation: fields.get("relation").and_then(|word| reader.choice(word)),
        relation_note: reader.prose(fields.get("relation_note")),
        positions,
        at: Span::new(head(item.node).start, item.node.span().end),
    })
}

fn approaches(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Vec<Approach> {
    let mut approaches = Vec::new();
    for entry in reader.entries(fields.get("approaches")) {
        let meaning = reader.prose(Some(Value { node: entry.value, name: "approaches" }));
        if let Some(name) = reader.text(Value { node: entry.key, name: "approaches" }) {
            approaches.push(Approach { name, meaning });
        }
    }
    approaches
}

fn scale(reader: &mut Reader<'_>, fields: &Fields<'_>) -> [Prose; 5] {
    let sentences = fields.get("scale").and_then(|scale| {
        let at = fields.key_place("scale");
        reader.fields(scale.node, &SCALE, at)
    });
    match sentences {
        Some(found) => ["0", "1", "2", "3", "4"].map(|level| reader.prose(found.get(level))),
        None => Default::default(),
    }
}
