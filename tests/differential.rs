//! The reader against a second opinion: every shipped file must mean the same to `serde_yaml`.
//!
//! The comparison walks both trees together and asks `serde_yaml` for text at every scalar, so that nothing is
//! lost to its typing of plain words.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::fmt;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use t12::yaml::{Kind, Node, parse};

/// Accepts exactly what the node says.
struct Same<'a>(Node<'a>);

impl<'de> DeserializeSeed<'de> for Same<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.0.kind() {
            Kind::Null | Kind::Scalar => deserializer.deserialize_str(self),
            Kind::Sequence => deserializer.deserialize_seq(self),
            Kind::Mapping => deserializer.deserialize_map(self),
        }
    }
}

impl<'de> Visitor<'de> for Same<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {:?}", self.0, self.0.text())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        if self.0.text() == text {
            Ok(())
        } else {
            Err(E::custom(format!("{text:?} is not {:?}", self.0.text())))
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        for item in self.0.items() {
            items.next_element_seed(Same(item))?.ok_or_else(|| A::Error::custom("an item too few"))?;
        }
        match items.next_element::<serde::de::IgnoredAny>()? {
            None => Ok(()),
            Some(_) => Err(A::Error::custom("an item too many")),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        for entry in self.0.entries() {
            entries.next_key_seed(Same(entry.key))?.ok_or_else(|| A::Error::custom("an entry too few"))?;
            entries.next_value_seed(Same(entry.value))?;
        }
        match entries.next_key::<serde::de::IgnoredAny>()? {
            None => Ok(()),
            Some(_) => Err(A::Error::custom("an entry too many")),
        }
    }
}

/// Compares the two readings of a text that has no faults; an error says where they differ, or that `serde_yaml`
/// does not read the text.
fn compare(text: &str) -> Result<(), String> {
    let parsed = parse(text);
    assert!(parsed.faults().is_empty(), "{:?}", parsed.faults());
    // `serde_yaml` takes a byte order mark for a document of its own.
    let text = text.trim_start_matches('\u{feff}');
    Same(parsed.root())
        .deserialize(serde_yaml::Deserializer::from_str(text))
        .map_err(|error| error.to_string())
}

fn shipped() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    for folder in ["scorecards", "themes"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let yaml = paths.filter(|path| path.extension().is_some_and(|extension| extension == "yaml"));
        files.extend(yaml.map(|path| (path.clone(), std::fs::read_to_string(&path).unwrap())));
    }
    files.sort();
    assert!(files.len() > 10);
    files
}

#[test]
fn shipped_files_mean_the_same_to_both_readers() {
    for (path, text) in shipped() {
        for variant in [text.clone(), text.replace('\n', "\r\n"), format!("\u{feff}{text}")] {
            assert_eq!(compare(&variant), Ok(()), "{}", path.display());
        }
    }
}

#[test]
fn the_comparison_notices_what_differs() {
    let parsed = parse("a: [1, 2]\nb: x\n");
    let differs =
        |other: &str| Same(parsed.root()).deserialize(serde_yaml::Deserializer::from_str(other)).is_err();
    assert!(!differs("{a: ['1', 2], b: x}"));
    for other in [
        "a: [1]\nb: x\n",
        "a: [1, 2, 3]\nb: x\n",
        "a: [1, 3]\nb: x\n",
        "a: [1, 2]\n",
        "a: [1, 2]\nb: x\nc: y\n",
    ] {
        assert!(differs(other), "{other}");
    }
}

#[test]
fn merge_keys_mean_the_same_to_both_readers() {
    let text = "a: &x {k: v, l: w}\nb: &y {l: z, m: n}\nc:\n  <<: *x\n  k: own\nd: {<<: [*x, *y]}\ne: {<<: *y, o: p}\n";
    let mut value: serde_yaml::Value = serde_yaml::from_str(text).unwrap();
    value.apply_merge().unwrap();
    let parsed = parse(text);
    for entry in parsed.root().entries() {
        let expected = value[&*entry.key.text()].as_mapping().unwrap();
        assert_eq!(entry.value.entries().count(), expected.len());
        for inner in entry.value.entries() {
            assert_eq!(expected[&*inner.key.text()].as_str(), Some(&*inner.value.text()));
        }
    }
}

/// Some lines of a shipped file, moved to the left margin.
fn excerpt() -> impl Strategy<Value = String> {
    let texts: Vec<String> = shipped().into_iter().map(|(_, text)| text).collect();
    (select(texts), any::<Index>(), 1..60_usize).prop_map(|(text, start, count)| {
        let lines: Vec<&str> = text.lines().collect();
        let start = start.index(lines.len());
        let lines = &lines[start..(start + count).min(lines.len())];
        let indent = lines.first().map_or(0, |line| line.len() - line.trim_start().len());
        lines
            .iter()
            .map(|line| line.get(indent..).unwrap_or(""))
            .fold(String::new(), |text, line| text + line + "\n")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn parts_of_files_mean_the_same_where_both_read_them(
        mut text in excerpt(),
        inserts in prop::collection::vec((any::<Index>(), select(&["'", "\"", "\n", " ", "  ", "#", "- ", ": ", "[", "]", ",", "\\", "|\n", "é"][..])), 0..3),
    ) {
        for (at, insert) in inserts {
            text.insert_str(text.floor_char_boundary(at.index(text.len() + 1)), insert);
        }
        let parsed = parse(&text);
        let says_something = parsed.root().kind() != Kind::Null;
        if parsed.faults().is_empty() && says_something && let Err(difference) = compare(&text) {
            // Where `serde_yaml` does not read the text at all, there is no second opinion.
            let unread = serde_yaml::from_str::<serde_yaml::Value>(&text).is_err();
            prop_assert!(unread, "{difference}\n{text}");
        }
    }
}
