//! The register: entities by restrictive lists.

use super::super::shape::{ENTITY, LIST, LISTING};
use super::reader::{Fields, Reader, Value, head};
use super::scorecard::{as_of, caveats};
use crate::scorecard::{Entity, List, Listing, Prose, Register};
use crate::yaml::Entry;

pub(super) fn register(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Register {
    let lists: Vec<_> = reader.items(fields.get("lists")).collect();
    let entities: Vec<_> = reader.items(fields.get("entities")).collect();
    Register {
        id: fields.get("id").and_then(|id| reader.id(id)).unwrap_or_default(),
        id_at: fields.place("id"),
        title: fields.get("title").and_then(|title| reader.text(title)).unwrap_or_default(),
        short: reader.short(fields.get("short")),
        summary: reader.prose(fields.get("summary")),
        as_of: as_of(reader, fields),
        as_of_at: fields.place("as_of"),
        caveats: caveats(reader, fields),
        lists: lists.into_iter().filter_map(|item| list(reader, item)).collect(),
        entities: entities.into_iter().filter_map(|item| entity(reader, item)).collect(),
    }
}

fn list(reader: &mut Reader<'_>, item: Value<'_>) -> Option<List> {
    let fields = reader.fields(item.node, &LIST, head(item.node))?;
    let formats: Vec<_> = reader.items(fields.get("formats")).collect();
    let authority = reader.prose(fields.get("authority"));
    let legal_basis = reader.prose(fields.get("legal_basis"));
    let effect = reader.prose(fields.get("effect"));
    let url = reader.prose(fields.get("url"));
    let checked_to = reader.date(fields.get("checked_to"));
    let check_source = reader.prose(fields.get("check_source"));
    let name = fields.get("name").and_then(|name| reader.text(name)).unwrap_or_default();
    let id = fields.get("id").and_then(|id| reader.id(id)).unwrap_or_default();
    let jurisdiction = fields.get("jurisdiction").and_then(|code| reader.code(code))?;
    Some(List {
        id,
        id_at: fields.place("id"),
        name,
        jurisdiction,
        jurisdiction_at: fields.place("jurisdiction"),
        authority,
        legal_basis,
        effect,
        url,
        formats: texts(reader, formats),
        checked_to,
        check_source,
    })
}

fn texts(reader: &mut Reader<'_>, items: Vec<Value<'_>>) -> Vec<Prose> {
    items.into_iter().map(|item| reader.prose(Some(item))).collect()
}

fn entity(reader: &mut Reader<'_>, item: Value<'_>) -> Option<Entity> {
    let fields = reader.fields(item.node, &ENTITY, head(item.node))?;
    let aliases: Vec<_> = reader.items(fields.get("aliases")).collect();
    let listings: Vec<_> = reader.entries(fields.get("listings")).collect();
    Some(Entity {
        id: fields.get("id").and_then(|id| reader.id(id)).unwrap_or_default(),
        id_at: fields.place("id"),
        name: fields.get("name").and_then(|name| reader.text(name)).unwrap_or_default(),
        aliases: texts(reader, aliases),
        country: reader.prose(fields.get("country")),
        sector: reader.prose(fields.get("sector")),
        why: reader.prose(fields.get("why")),
        headline: reader.prose(fields.get("headline")),
        listings: listings.into_iter().filter_map(|entry| listing(reader, entry)).collect(),
    })
}

fn listing(reader: &mut Reader<'_>, entry: Entry<'_>) -> Option<Listing> {
    let list = reader.text(Value { node: entry.key, name: "listings" });
    let fields = reader.fields(entry.value, &LISTING, entry.key.place())?;
    let since = reader.date(fields.get("since"));
    let until = reader.date(fields.get("until"));
    let reason = reader.prose(fields.get("reason"));
    let scope = reader.prose(fields.get("scope"));
    let remark = reader.prose(fields.get("remark"));
    let source = reader.prose(fields.get("source"));
    let status = fields.get("status").and_then(|status| reader.choice(status))?;
    Some(Listing {
        list: list?,
        list_at: entry.key.place(),
        status,
        since,
        until,
        reason,
        scope,
        remark,
        source,
    })
}
