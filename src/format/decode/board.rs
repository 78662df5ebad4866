//! `board.yaml`.

use super::super::shape::{AREA, JURISDICTION};
use super::reader::{Fields, Reader, Value, head, quoted};
use crate::diagnostic::Problem;
use crate::diagnostic::catalogue::{BAD_NAME, OUT_OF_RANGE, SAME_POLES};
use crate::scorecard::{
    AreaEntry, BoardPlan, Code, GroupEntry, JurisdictionEntry, Weight, WeightChoice, WeightEntry,
    WeightSetEntry, is_id,
};
use crate::text::Span;
use crate::yaml::{Kind, Node};

/// How many jurisdictions a board has.
const JURISDICTIONS: std::ops::RangeInclusive<usize> = 2..=250;

/// The board; nothing where fewer than two jurisdictions and no poles can be read.
pub(super) fn plan(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<BoardPlan> {
    let jurisdictions = jurisdictions(reader, fields);
    let poles = poles(reader, fields, &jurisdictions);
    let plan = BoardPlan {
        title: fields.get("title").and_then(|title| reader.text(title)).unwrap_or_default(),
        poles: poles?,
        groups: groups(reader, fields),
        group: fields.get("group").and_then(|group| Some((reader.text(group)?, group.node.place()))),
        areas: areas(reader, fields),
        weights: weights(reader, fields),
        weight_sets: weight_sets(reader, fields),
        stale_after_days: fields
            .get("stale_after_days")
            .and_then(|days| reader.days(days))
            .unwrap_or(BoardPlan::STALE_AFTER_DAYS),
        views: super::views::views(reader, fields),
        open: false,
        jurisdictions,
    };
    Some(plan)
}

/// The two poles. Where they are wrong the first two columns stand in, so that more can be checked.
fn poles(
    reader: &mut Reader<'_>,
    fields: &Fields<'_>,
    columns: &[JurisdictionEntry],
) -> Option<[(Code, Span); 2]> {
    let value = fields.get("poles");
    let items: Vec<Value<'_>> = reader.items(value).collect();
    let poles: Vec<(Code, Span)> =
        items.iter().filter_map(|&item| Some((reader.code(item)?, item.node.place()))).collect();
    if let Some(value) = value.filter(|value| value.node.kind() == Kind::Sequence && items.len() != 2) {
        let problem = reader
            .problem_at(&OUT_OF_RANGE, value.node, format!("a board has two poles, not {}", items.len()))
            .help("write two codes, such as `poles: [EU, US]`");
        reader.say(problem);
    }
    if let [first, second] = poles[..] {
        if first.0 == second.0 {
            let message = format!("both poles are `{}`", first.0);
            reader.say(Problem::new(&SAME_POLES, reader.file, second.1, message).label("the same again"));
        }
        return Some([first, second]);
    }
    let [first, second] = columns.get(..2)? else { return None };
    Some([(first.code, Span::default()), (second.code, Span::default())])
}

fn jurisdictions(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Vec<JurisdictionEntry> {
    let value = fields.get("jurisdictions");
    let mut found = Vec::new();
    let mut written = 0;
    for entry in reader.entries(value) {
        written += 1;
        let own = reader.code_key(entry.key, "jurisdictions");
        let about = reader.fields(entry.value, &JURISDICTION, entry.key.place());
        let (Some((code, code_at)), Some(about)) = (own, about) else { continue };
        found.push(JurisdictionEntry {
            code,
            code_at,
            name: about
                .get("name")
                .and_then(|name| reader.text(name))
                .unwrap_or_else(|| code.as_str().into()),
            short: about.get("short").and_then(|short| reader.text(short)),
            member_of: about
                .get("member_of")
                .and_then(|union| Some((reader.code(union)?, union.node.place()))),
        });
    }
    let complete = value.is_some_and(|value| value.node.kind() == Kind::Mapping && !value.node.is_broken());
    if complete && !JURISDICTIONS.contains(&written) {
        let at = fields.key_place("jurisdictions");
        let message = format!("a board has 2 to 250 jurisdictions, not {written}");
        reader.say(Problem::new(&OUT_OF_RANGE, reader.file, at, message));
    }
    found
}

fn groups(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Vec<GroupEntry> {
    let mut groups = Vec::new();
    for entry in reader.entries(fields.get("groups")) {
        let Some(name) = reader.text(Value { node: entry.key, name: "groups" }) else { continue };
        let items: Vec<_> = reader.items(Some(Value { node: entry.value, name: "groups" })).collect();
        let members =
            items.iter().filter_map(|&item| Some((reader.code(item)?, item.node.place()))).collect();
        groups.push(GroupEntry { name, members });
    }
    groups
}

fn areas(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Vec<AreaEntry> {
    let items: Vec<_> = reader.items(fields.get("areas")).collect();
    items.into_iter().filter_map(|item| area(reader, item)).collect()
}

fn area(reader: &mut Reader<'_>, item: Value<'_>) -> Option<AreaEntry> {
    if item.node.kind() != Kind::Mapping {
        return Some(AreaEntry { id: reader.id(item)?, at: item.node.place(), weight: Weight::ONE });
    }
    let fields = reader.fields(item.node, &AREA, head(item.node))?;
    let weight = reader.weight(fields.get("weight"));
    let id = reader.id(fields.get("id")?)?;
    Some(AreaEntry { id, at: fields.place("id"), weight })
}

fn weights(reader: &mut Reader<'_>, fields: &Fields<'_>) -> (WeightChoice, Span) {
    let Some(value) = fields.get("weights") else { return Default::default() };
    let choice = match reader.text(value).as_deref() {
        None | Some("authored") => WeightChoice::Authored,
        Some("equal") => WeightChoice::Equal,
        Some(name) => WeightChoice::Named(name.into()),
    };
    (choice, value.node.place())
}

fn weight_sets(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Vec<WeightSetEntry> {
    let mut sets = Vec::new();
    for entry in reader.entries(fields.get("weight_sets")) {
        let Some(name) = reader.text(Value { node: entry.key, name: "weight_sets" }) else { continue };
        let set = Value { node: entry.value, name: "weight_sets" };
        let weights = reader.entries(Some(set)).collect::<Vec<_>>();
        let weights = weights
            .into_iter()
            .filter_map(|entry| weight_of(reader, entry.key, entry.value, "weight_sets"))
            .collect();
        sets.push(WeightSetEntry { name, weights });
    }
    sets
}

/// `area/measure: 2`, in the map of that name.
pub(super) fn weight_of(
    reader: &mut Reader<'_>,
    key: Node<'_>,
    value: Node<'_>,
    name: &'static str,
) -> Option<WeightEntry> {
    let weight = reader.weight(Some(Value { node: value, name }));
    let text = key.text();
    let named = text.split_once('/').filter(|(area, measure)| is_id(area) && is_id(measure));
    if let Some((area, measure)) = named {
        return Some(WeightEntry { area: area.into(), measure: measure.into(), weight, at: key.place() });
    }
    let message = format!("{} does not name a measure", quoted(&text));
    let problem = reader.problem_at(&BAD_NAME, key, message).label("not a measure");
    reader.say(problem.help("write the area's id, a slash and the measure's id"));
    None
}
