use std::borrow::Cow;
use std::cmp::Ordering;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::arena::{Cell, VERBATIM};
use super::decode::decode;
use crate::text::Span;

/// Up to this many keys are compared each with each, which is cheapest for the maps people write.
const FEW: usize = 16;

/// A key of a mapping that is still open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    /// The cell of the key.
    pub(super) cell: u32,
    /// The cell that holds its text: the same, or the target of an alias.
    pub(super) holder: u32,
}

/// The pairs of keys with the same text among `keys`, the first one and each repetition.
pub(super) fn repeated(text: &str, cells: &[Cell], keys: &[Key]) -> Vec<(Key, Key)> {
    if keys.len() <= FEW { by_comparing(text, cells, keys) } else { by_sorting(text, cells, keys) }
}

fn by_comparing(text: &str, cells: &[Cell], keys: &[Key]) -> Vec<(Key, Key)> {
    let mut pairs = Vec::new();
    for (i, later) in keys.iter().enumerate().skip(1) {
        if let Some(first) = keys[..i].iter().find(|first| same(text, cells, **first, *later)) {
            pairs.push((*first, *later));
        }
    }
    pairs
}

fn by_sorting(text: &str, cells: &[Cell], keys: &[Key]) -> Vec<(Key, Key)> {
    let hash = |key: Key| {
        let mut hasher = DefaultHasher::new();
        key_text(text, cells, key).hash(&mut hasher);
        hasher.finish()
    };
    let mut sorted: Vec<(u64, Key)> = keys.iter().map(|key| (hash(*key), *key)).collect();
    sorted.sort_by(|(a_hash, a), (b_hash, b)| a_hash.cmp(b_hash).then_with(|| order(text, cells, *a, *b)));
    let equal = |a: &(u64, Key), b: &(u64, Key)| a.0 == b.0 && same(text, cells, a.1, b.1);
    let runs = sorted.chunk_by(equal).filter(|run| run.len() > 1);
    runs.flat_map(|run| run[1..].iter().map(|later| (run[0].1, later.1))).collect()
}

fn order(text: &str, cells: &[Cell], a: Key, b: Key) -> Ordering {
    key_text(text, cells, a).cmp(&key_text(text, cells, b)).then(a.cell.cmp(&b.cell))
}

fn same(text: &str, cells: &[Cell], a: Key, b: Key) -> bool {
    let (a_cell, b_cell) = (&cells[a.holder as usize], &cells[b.holder as usize]);
    if a_cell.form == b_cell.form && a_cell.has(VERBATIM) && b_cell.has(VERBATIM) {
        return a_cell.end - a_cell.start == b_cell.end - b_cell.start
            && text.as_bytes()[a_cell.span().range()] == text.as_bytes()[b_cell.span().range()];
    }
    key_text(text, cells, a) == key_text(text, cells, b)
}

/// The text of a key.
pub(super) fn key_text<'t>(text: &'t str, cells: &[Cell], key: Key) -> Cow<'t, str> {
    let cell = &cells[key.holder as usize];
    decode(text, Span::new(cell.start, cell.end))
}
