//! Which places of a file hold what only those may see who ask for private fields, so that a problem told there quotes
//! nothing of it.

use super::super::shape::POSITION;
use super::reader::{Fields, Reader};
use crate::scorecard::Marking;
use crate::text::Span;
use crate::yaml::Node;

/// The keys that make something private.
const NOTE: &str = "note";
const MARKING: &str = "marking";

/// Remembers the private places of a position: its note, or all of it where it is marked above clear. Where a key is
/// misspelt or a marking is no marking, nobody knows what was meant, so all of it counts as private.
pub(super) fn remember(reader: &mut Reader<'_>, position: Node<'_>, fields: &Fields<'_>) {
    let open = fields.get(MARKING).is_none_or(|marking| marking.node.text() == Marking::Clear.key());
    if !open || [NOTE, MARKING].into_iter().any(|key| fields.misspells(key)) {
        reader.keep_private(position);
    } else if let Some(note) = fields.get(NOTE) {
        reader.keep_private(note.node);
    }
}

/// Whether a key belongs to a position. Where it stands in another map, it may have slipped out of one that is private.
pub(super) fn is_of_position(key: &str) -> bool {
    POSITION.names().any(|name| name == key)
}

/// Keys that end like a private one and are none.
const PUBLIC: [&str; 2] = ["weight_note", "relation_note"];

/// The whole of a torn file in which a private key is written: what belongs to the key cannot be told any more. What was
/// torn may be the key itself, with something in front of it.
pub(super) fn torn(text: &str) -> Option<Span> {
    let is_key = |key: &str| {
        text.match_indices(key).any(|(at, _)| {
            let is_of_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
            let before = &text[..at];
            let begins = before.trim_end_matches(is_of_word).len();
            let after = text[at + key.len()..].trim_start_matches(['"', '\'', ' ']);
            after.starts_with(':') && !PUBLIC.contains(&&text[begins..at + key.len()])
        })
    };
    [NOTE, MARKING].into_iter().any(is_key).then(|| Span::new(0, text.len() as u32))
}

#[cfg(test)]
mod tests {
    use crate::format::read;
    use crate::text::Span;

    fn private(position: &str) -> Vec<String> {
        let text = format!(
            "kind: scorecard\nversion: 1\nid: a\ntitle: A\nas_of: 2026\nmeasures:\n  - id: b\n    title: B\n    \
             weight_note: x\n    positions:\n      EU: {position}\n"
        );
        read(&text, 0).private.into_iter().map(|span: Span| span.of(&text).to_owned()).collect()
    }

    #[test]
    fn a_note_is_private_and_so_is_a_position_marked_above_clear() {
        assert_eq!(private("{level: 1, marking: clear, note: N}"), ["N"]);
        for marked in ["{level: 1, marking: red}", "{level: 1, marking: rde}", "{level: 1, notes: N}"] {
            assert_eq!(private(marked), [marked]);
        }
        assert!(private("{level: 1}").is_empty());
    }

    #[test]
    fn what_slipped_out_of_a_position_is_private() {
        assert_eq!(private("{level: 1}\n      reviewed: {by: N}"), ["{by: N}"], "among the positions");
        assert_eq!(
            private("{level: 1}\n    reviewed: {by: N}"),
            ["{by: N}"],
            "among the keys of the measure"
        );
    }

    #[test]
    fn a_torn_file_is_private_where_a_private_key_is_written() {
        assert_eq!(private("{level: 1, note: N").len(), 1 + 1);
        assert_eq!(private("{level: 1, *anote: N}").len(), 1, "whatever stands in front of it");
        assert_eq!(private("{level: 1, note: N, : M}").len(), 1 + 1, "a key that is none");
        assert!(private("{level: 1, headline: N").is_empty(), "`weight_note` is no private key");
    }
}
