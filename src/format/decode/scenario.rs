//! What-ifs with a name.

use super::board::weight_of;
use super::reader::{Fields, Reader, Value, quoted};
use crate::diagnostic::catalogue::BAD_NAME;
use crate::scorecard::{AreaEntry, Code, Scenario, SupposedLevel, is_id};
use crate::yaml::Entry;

pub(super) fn scenario(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Scenario {
    let entries = |reader: &mut Reader<'_>, name| reader.entries(fields.get(name)).collect::<Vec<_>>();
    let (levels, weights) = (entries(reader, "levels"), entries(reader, "weights"));
    let (areas, members) = (entries(reader, "areas"), entries(reader, "members"));
    Scenario {
        id: fields.get("id").and_then(|id| reader.id(id)).unwrap_or_default(),
        id_at: fields.place("id"),
        title: fields.get("title").and_then(|title| reader.text(title)).unwrap_or_default(),
        note: reader.prose(fields.get("note")),
        levels: levels.into_iter().filter_map(|entry| level(reader, entry)).collect(),
        weights: weights
            .into_iter()
            .filter_map(|entry| weight_of(reader, entry.key, entry.value, "weights"))
            .collect(),
        areas: areas.into_iter().filter_map(|entry| area(reader, entry)).collect(),
        members: members
            .into_iter()
            .filter_map(|entry| {
                let word = reader.choice(Value { node: entry.value, name: "members" });
                let (code, at) = reader.code_key(entry.key, "members")?;
                Some((code, word?, at))
            })
            .collect(),
    }
}

/// `area/measure/CODE: 3`.
fn level(reader: &mut Reader<'_>, entry: Entry<'_>) -> Option<SupposedLevel> {
    let answer = reader.choice(Value { node: entry.value, name: "levels" });
    let text = entry.key.text();
    let named = match *text.split('/').collect::<Vec<_>>().as_slice() {
        [area, measure, code] if is_id(area) && is_id(measure) => {
            Code::parse(code).map(|code| (area.into(), measure.into(), code))
        }
        _ => None,
    };
    let Some((area, measure, code)) = named else {
        let message = format!("{} does not name a position", quoted(&text));
        let problem = reader.problem_at(&BAD_NAME, entry.key, message).label("not a position");
        reader.say(problem.help("write the area's id, the measure's id and a code, with slashes between"));
        return None;
    };
    Some(SupposedLevel { area, measure, code, answer: answer?, at: entry.key.place() })
}

fn area(reader: &mut Reader<'_>, entry: Entry<'_>) -> Option<AreaEntry> {
    let weight = reader.weight(Some(Value { node: entry.value, name: "areas" }));
    let id = reader.id(Value { node: entry.key, name: "areas" })?;
    Some(AreaEntry { id, at: entry.key.place(), weight })
}
