//! Where something of a scorecard is written, found in the text as it is now. Nothing keeps the places of cells: a
//! text is read anew when somebody wants to go there, also one that is broken elsewhere.

use crate::yaml::{self, Node};

/// What is looked for in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sought {
    /// The file itself.
    File,
    /// A measure of a scorecard.
    Measure(Box<str>),
    /// The entry of a jurisdiction on a measure: the measure's id and the code.
    Position(Box<str>, Box<str>),
    /// An entity of a register.
    Entity(Box<str>),
    /// The entry of a list for an entity: the entity's id and the list's.
    Listing(Box<str>, Box<str>),
    /// A jurisdiction of a board.
    Jurisdiction(Box<str>),
}

/// What was found of what was looked for, the smallest thing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Landmark {
    /// The very thing.
    Found,
    /// The map of such entries, which has none for it: the positions of the measure, the listings of the entity.
    Around,
    /// The measure or the entity, which has no such map.
    Above,
    /// The file: its title, else its first key.
    File,
}

/// Finds something, or the nearest thing around it that is there: what it is and the byte it begins at.
///
/// An entry that comes from somewhere else in the file (`<<: *base`) is where it is taken over.
pub fn locate(text: &str, sought: &Sought) -> (Landmark, u32) {
    let parsed = yaml::parse(text);
    let root = parsed.root();
    match sought {
        Sought::File => None,
        Sought::Measure(id) => item_of(root, "measures", id).map(|item| (Landmark::Found, head(item))),
        Sought::Entity(id) => item_of(root, "entities", id).map(|item| (Landmark::Found, head(item))),
        Sought::Position(id, code) => {
            item_of(root, "measures", id).map(|measure| among(measure, "positions", code))
        }
        Sought::Listing(id, list) => {
            item_of(root, "entities", id).map(|entity| among(entity, "listings", list))
        }
        Sought::Jurisdiction(code) => entry(root, "jurisdictions").map(|(key, entries)| {
            entry(entries, code).map_or((Landmark::Around, key), |(at, _)| (Landmark::Found, at))
        }),
    }
    .unwrap_or_else(|| (Landmark::File, title(root)))
}

/// The entry of a name in a map of an item; else the map, else the item.
fn among(item: Node<'_>, map: &str, name: &str) -> (Landmark, u32) {
    let Some((key, entries)) = entry(item, map) else { return (Landmark::Above, head(item)) };
    entry(entries, name).map_or((Landmark::Around, key), |(at, _)| (Landmark::Found, at))
}

/// The item of a list of the file that has this id.
fn item_of<'a>(root: Node<'a>, list: &str, id: &str) -> Option<Node<'a>> {
    root.get(list)?.items().find(|item| item.get("id").is_some_and(|found| found.text() == id))
}

/// Where a key of a map stands, and its value.
fn entry<'a>(map: Node<'a>, key: &str) -> Option<(u32, Node<'a>)> {
    let found = map.entries().find(|entry| entry.key.text() == key)?;
    Some((found.key.place().start, found.value))
}

/// Where the map begins that an item of a list is.
fn head(item: Node<'_>) -> u32 {
    let first = item.entries().next().map_or(item.span(), |entry| entry.key.place());
    item.alias_of().unwrap_or(first).start
}

fn title(root: Node<'_>) -> u32 {
    entry(root, "title").map_or_else(|| head(root), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lines;

    fn found(text: &str, sought: &Sought) -> (Landmark, String) {
        let (landmark, at) = locate(text, sought);
        (landmark, Lines::new(text).place(at).to_string())
    }

    fn position(measure: &str, code: &str) -> Sought {
        Sought::Position(measure.into(), code.into())
    }

    fn listing(entity: &str, list: &str) -> Sought {
        Sought::Listing(entity.into(), list.into())
    }

    const PLAIN: &str = "\
kind: scorecard
title: Ropes
measures:
  - id: strength
    positions:
      EU: {level: 1}
      US:
        level: 2
  - title: The id need not come first
    id: colour
";

    #[test]
    fn the_nearest_thing_that_is_there_is_found() {
        let places = [
            (position("strength", "US"), Landmark::Found, "7:7"),
            (position("strength", "JP"), Landmark::Around, "5:5"),
            (position("colour", "US"), Landmark::Above, "9:5"),
            (Sought::Measure("strength".into()), Landmark::Found, "4:5"),
            (position("smell", "US"), Landmark::File, "2:1"),
            (Sought::Measure("smell".into()), Landmark::File, "2:1"),
            (Sought::File, Landmark::File, "2:1"),
            (listing("strength", "US"), Landmark::File, "2:1"),
            (Sought::Jurisdiction("US".into()), Landmark::File, "2:1"),
        ];
        for (sought, landmark, place) in places {
            assert_eq!(found(PLAIN, &sought), (landmark, place.to_owned()), "{sought:?}");
        }
    }

    #[test]
    fn entities_and_jurisdictions_are_found_like_positions() {
        let register = "\
title: Ships
entities:
  - {id: raft, listings: {black: {status: listed}, grey: {status: unknown}}}
  - id: tug
    listings:
      grey:
        status: listed
  - name: Barge
    id: barge
";
        let places = [
            (listing("raft", "grey"), Landmark::Found, "3:52"),
            (listing("tug", "grey"), Landmark::Found, "6:7"),
            (listing("tug", "black"), Landmark::Around, "5:5"),
            (listing("barge", "grey"), Landmark::Above, "8:5"),
            (Sought::Entity("barge".into()), Landmark::Found, "8:5"),
            (Sought::Entity("canoe".into()), Landmark::File, "1:1"),
        ];
        for (sought, landmark, place) in places {
            assert_eq!(found(register, &sought), (landmark, place.to_owned()), "{sought:?}");
        }
        let board = "title: Islands\njurisdictions:\n  EU: {name: Union}\n  NO: {name: Norway}\n";
        let places = [("NO", Landmark::Found, "4:3"), ("US", Landmark::Around, "2:1")];
        for (code, landmark, place) in places {
            assert_eq!(
                found(board, &Sought::Jurisdiction(code.into())),
                (landmark, place.to_owned()),
                "{code}"
            );
        }
    }

    #[test]
    fn flow_maps_line_ends_and_other_alphabets_keep_their_columns() {
        let flow = "\u{feff}measures: [{title: Żółć, id: a, positions: {Ω: 1, EU: {level: 1}}}]";
        assert_eq!(found(flow, &position("a", "EU")), (Landmark::Found, "1:51".to_owned()));
        let windows = PLAIN.replace('\n', "\r\n");
        assert_eq!(found(&windows, &position("strength", "US")).1, "7:7");
    }

    #[test]
    fn aliases_lead_to_where_they_are_written() {
        let text = "\
title: Ropes
base: &base
  EU: {level: 1}
measures:
  - id: own
    positions: &all
      <<: *base
      US: &us {level: 2}
      JP: *us
  - id: same
    positions: *all
";
        let place = |measure, code| found(text, &position(measure, code)).1;
        assert_eq!(place("own", "EU"), "7:11", "the alias that brings it");
        assert_eq!(place("own", "JP"), "9:7");
        assert_eq!(place("same", "US"), "8:7", "the positions that are meant");
    }

    #[test]
    fn a_text_that_is_broken_elsewhere_is_no_hindrance() {
        let text = "\
title: Ropes
summary: \"never closed
measures:
  - id: strength
    why: [a, b
    positions:
      EU: {level: 1}
      US: {level: 2}
";
        for broken in [text.to_owned(), text.replace("[a, b", "{x"), text.replace("\"never", "*nobody")] {
            assert_eq!(found(&broken, &position("strength", "US")).1, "8:7", "{broken}");
        }
    }

    #[test]
    fn what_is_no_scorecard_has_a_beginning() {
        for text in ["", "- a\n- b\n", "# only a word\nword", "\t", "[", "{", "a: ]"] {
            assert_eq!(locate(text, &position("a", "EU")).0, Landmark::File, "{text:?}");
        }
    }
}
