//! The saved views of `board.yaml`.

use super::super::shape::VIEW;
use super::reader::{Fields, Reader, Value, head};
use crate::diagnostic::catalogue::OUT_OF_RANGE;
use crate::scorecard::{Code, OptionalColumn, Phrase, SavedView};
use crate::text::Span;

/// The views, without those that say neither name nor view.
pub(super) fn views(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Vec<SavedView> {
    let items: Vec<Value<'_>> = reader.items(fields.get("views")).collect();
    items.into_iter().filter_map(|item| view(reader, item)).collect()
}

fn view(reader: &mut Reader<'_>, item: Value<'_>) -> Option<SavedView> {
    let fields = reader.fields(item.node, &VIEW, head(item.node))?;
    let view = fields.get("view").and_then(|view| reader.choice(view));
    let mut phrase = |name| {
        let value = fields.get(name)?;
        Some(Phrase { text: reader.text(value)?, at: value.node.place() })
    };
    let (area, filter, sort) = (phrase("area"), phrase("filter"), phrase("sort"));
    let (group, weights) = (phrase("group"), phrase("weights"));
    let (lens, units) = (phrase("lens"), phrase("units"));
    let name = phrase("name");
    let poles = poles(reader, &fields);
    let columns = fields.get("columns").map(|columns| codes(reader, columns));
    let hidden = hidden(reader, fields.get("hidden"));
    let sides = sides(reader, fields.get("sides"));
    let name = name?;
    Some(SavedView {
        name: name.text,
        name_at: name.at,
        view: view?,
        filter,
        sort,
        area,
        poles,
        group,
        weights,
        lens,
        units,
        columns,
        hidden,
        sides,
    })
}

fn codes(reader: &mut Reader<'_>, value: Value<'_>) -> Vec<(Code, Span)> {
    let items: Vec<Value<'_>> = reader.items(Some(value)).collect();
    items.into_iter().filter_map(|item| Some((reader.code(item)?, item.node.place()))).collect()
}

fn hidden(reader: &mut Reader<'_>, value: Option<Value<'_>>) -> Vec<(OptionalColumn, Span)> {
    let items: Vec<Value<'_>> = reader.items(value).collect();
    items.into_iter().filter_map(|item| Some((reader.choice(item)?, item.node.place()))).collect()
}

fn sides(reader: &mut Reader<'_>, value: Option<Value<'_>>) -> Vec<Phrase> {
    let items: Vec<Value<'_>> = reader.items(value).collect();
    items
        .into_iter()
        .filter_map(|item| Some(Phrase { text: reader.text(item)?, at: item.node.place() }))
        .collect()
}

/// Two codes that differ.
fn poles(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<[(Code, Span); 2]> {
    let value = fields.get("poles")?;
    match codes(reader, value)[..] {
        [first, second] if first.0 != second.0 => Some([first, second]),
        _ => {
            let problem =
                reader.problem_at(&OUT_OF_RANGE, value.node, "a view has two different poles".into());
            reader.say(problem.help("write two codes, such as `poles: [EU, US]`"));
            None
        }
    }
}
