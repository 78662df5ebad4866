use std::collections::BTreeSet;

use super::arena::{BROKEN, Cell, Form, Merged, REPEATED};
use super::build::Builder;
use super::fault::FaultKind;
use super::keys::{Key, key_text};

impl Builder<'_> {
    /// Works out the entries of a finished mapping that has the key `<<`.
    ///
    /// All targets are finished too, since an alias only points backwards. The work is within the budget of
    /// aliases: every merged entry is part of the text its alias stands for.
    pub(super) fn merge(&mut self, mapping: u32) {
        let (own, merges) = self.split_entries(mapping);
        let mut taken: BTreeSet<String> = own.iter().map(|entry| self.merged_text(entry)).collect();
        let mut entries = own;
        for value in merges {
            for (source, alias) in self.merge_sources(value) {
                if self.cells[source as usize].has(BROKEN) {
                    self.cells[mapping as usize].flags |= BROKEN;
                }
                for entry in self.entries_of(source, alias) {
                    if taken.insert(self.merged_text(&entry)) {
                        entries.push(entry);
                    }
                }
            }
        }
        self.merged.insert(mapping, entries);
    }

    /// The entries of a mapping but for its merge keys, and the values of the merge keys.
    fn split_entries(&self, mapping: u32) -> (Vec<Merged>, Vec<u32>) {
        let (mut own, mut merges) = (Vec::new(), Vec::new());
        let mut next = self.cells[mapping as usize].link;
        while next != 0 {
            let key = next;
            let value = self.cells[key as usize].next;
            next = self.cells[value as usize].next;
            if self.is_merge_key(&self.cells[key as usize]) {
                merges.push(value);
            } else if !self.cells[key as usize].has(REPEATED) {
                own.push(Merged { key, value, alias: 0 });
            }
        }
        (own, merges)
    }

    /// Whether a cell is the key `<<`, which quotes would make an ordinary key.
    pub(super) fn is_merge_key(&self, cell: &Cell) -> bool {
        cell.form == Form::Plain && cell.span().of(self.text) == "<<"
    }

    /// The mappings that a merge key names, each with its alias (0 for one written in place).
    fn merge_sources(&mut self, value: u32) -> Vec<(u32, u32)> {
        let (target, alias) = self.follow(value);
        match self.cells[target as usize].form {
            Form::Mapping => vec![(target, alias)],
            Form::Sequence => {
                let mut sources = Vec::new();
                let mut next = self.cells[target as usize].link;
                while next != 0 {
                    let (item, item_alias) = self.follow(next);
                    if self.cells[item as usize].form == Form::Mapping {
                        sources.push((item, if alias == 0 { item_alias } else { alias }));
                    } else {
                        self.refuse_merge(next);
                    }
                    next = self.cells[next as usize].next;
                }
                sources
            }
            _ => {
                self.refuse_merge(value);
                Vec::new()
            }
        }
    }

    fn refuse_merge(&mut self, value: u32) {
        let (target, _) = self.follow(value);
        if !self.cells[target as usize].has(BROKEN) {
            self.fault(FaultKind::MergeValue, self.cells[value as usize].span(), None);
        }
    }

    /// The cell that a cell stands for, and the alias on the way.
    fn follow(&self, cell: u32) -> (u32, u32) {
        match self.cells[cell as usize] {
            Cell { form: Form::Alias, link, .. } => (link, cell),
            _ => (cell, 0),
        }
    }

    /// The entries of a mapping after its own merge, all marked as coming through `alias`.
    fn entries_of(&self, mapping: u32, alias: u32) -> Vec<Merged> {
        let through = |entry: Merged| Merged { alias: if alias == 0 { entry.alias } else { alias }, ..entry };
        match self.merged.get(&mapping) {
            Some(merged) => merged.iter().copied().map(through).collect(),
            None => self.split_entries(mapping).0.into_iter().map(through).collect(),
        }
    }

    fn merged_text(&self, entry: &Merged) -> String {
        let (holder, _) = self.follow(entry.key);
        key_text(self.text, &self.cells, Key { cell: entry.key, holder }).into_owned()
    }
}
