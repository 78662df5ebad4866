use std::collections::{BTreeMap, BTreeSet};

use crate::text::Span;

/// A value that an anchor marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchor {
    /// The marked cell.
    pub(super) cell: u32,
    /// `&name`.
    pub(super) place: Span,
    /// Whether the value is still being read, so that an alias to it would be a cycle.
    pub(super) open: bool,
    /// Bytes the value stands for, the aliases in it followed; at least 1.
    pub(super) bytes: u64,
    /// Levels of nesting in the value, 0 for a scalar.
    pub(super) height: u32,
    /// Aliases on the longest way through the value.
    pub(super) chain: u32,
}

/// The anchors of a text, by the parser's numbers and by name.
#[derive(Debug, Default)]
pub(super) struct Anchors<'t> {
    all: Vec<Anchor>,
    /// Index into `all` by the number the parser gives; the numbers begin again with every part of the text.
    by_id: Vec<Option<u32>>,
    by_name: BTreeMap<&'t str, u32>,
    /// What looks like an anchor in text that could not be read.
    lost: BTreeSet<&'t str>,
}

impl<'t> Anchors<'t> {
    /// Forgets the parser's numbers, for a new part of the text.
    pub(super) fn begin_part(&mut self) {
        self.by_id.clear();
    }

    /// Notes that the parser gave `id` to `cell`; the index of the anchor.
    pub(super) fn define(&mut self, id: usize, cell: u32, bytes: u64, open: bool) -> u32 {
        let index = self.all.len() as u32;
        self.all.push(Anchor {
            cell,
            place: Span::default(),
            open,
            bytes: bytes.max(1),
            height: 0,
            chain: 0,
        });
        if self.by_id.len() <= id {
            self.by_id.resize(id + 1, None);
        }
        self.by_id[id] = Some(index);
        index
    }

    /// Notes the name of the anchor that the parser gave `id`.
    pub(super) fn name(&mut self, id: usize, name: &'t str, place: Span) {
        if let Some(index) = self.by_id.get(id).copied().flatten() {
            self.all[index as usize].place = place;
            self.by_name.insert(name, index);
        }
    }

    /// The anchor to which the parser gave `id`; nothing where its value was left out.
    pub(super) fn by_id(&self, id: usize) -> Option<Anchor> {
        let index = self.by_id.get(id).copied().flatten()?;
        self.all.get(index as usize).copied()
    }

    /// The last anchor of that name, also from an earlier part of the text.
    pub(super) fn by_name(&self, name: &str) -> Option<Anchor> {
        let index = *self.by_name.get(name)?;
        self.all.get(index as usize).copied()
    }

    /// Notes that the value of the anchor at `index` goes on after all.
    pub(super) fn reopen(&mut self, index: u32) {
        self.all[index as usize].open = true;
    }

    /// Notes what the value of the anchor at `index` turned out to be.
    pub(super) fn close(&mut self, index: u32, bytes: u64, height: u32, chain: u32) {
        let anchor = &mut self.all[index as usize];
        *anchor = Anchor { open: false, bytes: bytes.max(1), height, chain, ..*anchor };
    }

    /// Whether the last anchor marks `cell`.
    pub(super) fn marks(&self, cell: u32) -> bool {
        self.all.last().is_some_and(|anchor| anchor.cell == cell)
    }

    /// Notes the anchors in a part of the text that could not be read.
    pub(super) fn lose(&mut self, gap: &'t str) {
        let names = gap.split_whitespace().filter_map(|word| word.strip_prefix('&'));
        self.lost.extend(names);
    }

    /// Whether the anchor of that name may stand in text that could not be read.
    pub(super) fn may_be_lost(&self, name: &str) -> bool {
        self.lost.contains(name)
    }
}
