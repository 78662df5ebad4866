//! Where something of a scorecard is written, found in the text as it is now. Nothing keeps the places of cells: a
//! text is read anew when somebody wants to go there, also one that is broken elsewhere.

use crate::yaml::{self, Node};

/// What was found of what was looked for, the smallest thing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Landmark {
    /// The entry of the jurisdiction.
    Position,
    /// The positions of the measure; the jurisdiction has no entry among them.
    Positions,
    /// The measure, which has no positions or was asked for alone.
    Measure,
    /// The file: its title, else its first key. The measure is not in it, or was not asked for.
    File,
}

/// Finds the entry of a jurisdiction of a measure, or the nearest thing around it that is there: what it is and the
/// byte it begins at. Without a `code` it is the measure, without a `measure` the file.
///
/// An entry that comes from somewhere else in the file (`<<: *base`) is where it is taken over.
pub fn locate(text: &str, measure: Option<&str>, code: Option<&str>) -> (Landmark, u32) {
    let parsed = yaml::parse(text);
    let root = parsed.root();
    let measure = measure.and_then(|id| measure_of(root, id));
    let Some(measure) = measure else { return (Landmark::File, title(root)) };
    let Some(code) = code else { return (Landmark::Measure, head(measure)) };
    let Some((key, positions)) = entry(measure, "positions") else {
        return (Landmark::Measure, head(measure));
    };
    match entry(positions, code) {
        Some((at, _)) => (Landmark::Position, at),
        None => (Landmark::Positions, key),
    }
}

fn measure_of<'a>(root: Node<'a>, id: &str) -> Option<Node<'a>> {
    root.get("measures")?.items().find(|item| item.get("id").is_some_and(|found| found.text() == id))
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

    fn found(text: &str, measure: Option<&str>, code: Option<&str>) -> (Landmark, String) {
        let (landmark, at) = locate(text, measure, code);
        (landmark, Lines::new(text).place(at).to_string())
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
            (Some("strength"), Some("US"), Landmark::Position, "7:7"),
            (Some("strength"), Some("JP"), Landmark::Positions, "5:5"),
            (Some("colour"), Some("US"), Landmark::Measure, "9:5"),
            (Some("strength"), None, Landmark::Measure, "4:5"),
            (Some("smell"), Some("US"), Landmark::File, "2:1"),
            (None, None, Landmark::File, "2:1"),
        ];
        for (measure, code, landmark, place) in places {
            assert_eq!(found(PLAIN, measure, code), (landmark, place.to_owned()), "{measure:?} {code:?}");
        }
    }

    #[test]
    fn flow_maps_line_ends_and_other_alphabets_keep_their_columns() {
        let flow = "\u{feff}measures: [{title: Żółć, id: a, positions: {Ω: 1, EU: {level: 1}}}]";
        assert_eq!(found(flow, Some("a"), Some("EU")), (Landmark::Position, "1:51".to_owned()));
        let windows = PLAIN.replace('\n', "\r\n");
        assert_eq!(found(&windows, Some("strength"), Some("US")).1, "7:7");
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
        let place = |measure, code| found(text, Some(measure), Some(code)).1;
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
            assert_eq!(found(&broken, Some("strength"), Some("US")).1, "8:7", "{broken}");
        }
    }

    #[test]
    fn what_is_no_scorecard_has_a_beginning() {
        for text in ["", "- a\n- b\n", "# only a word\nword", "\t", "[", "{", "a: ]"] {
            assert_eq!(locate(text, Some("a"), Some("EU")).0, Landmark::File, "{text:?}");
        }
    }
}
