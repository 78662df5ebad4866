//! Who stands with whom: the tree, the camps and the map that the distances of all pairs give.
//!
//! The distance of two jurisdictions is 1 minus their alignment. [`Tree`], [`Camps`] and [`Scaling`] know nothing of
//! jurisdictions: they take any [`Distances`], so that they can be held against published examples.

mod camps;
mod distances;
mod eigen;
mod scaling;
mod tree;

pub use camps::{Camps, Silhouette};
pub use distances::Distances;
pub use scaling::Scaling;
pub use tree::{Branch, Merge, Tree};

use crate::scorecard::Column;

/// The structure of some columns of a board.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Structure {
    columns: Vec<Column>,
    left_out: Vec<Column>,
    missing: Vec<[Column; 2]>,
    distances: Distances,
    tree: Tree,
    camps: Option<Camps>,
}

impl Structure {
    /// Computes the structure from the alignment of each pair, 0 to 1, asked for once.
    ///
    /// Average linkage needs every pair. Where pairs have no value, the column that misses the most of them is left
    /// out, at a tie the last one, until every pair of the rest has one.
    pub fn compute(columns: &[Column], alignment: impl Fn(Column, Column) -> Option<f64>) -> Self {
        let values: Vec<Vec<Option<f64>>> = columns
            .iter()
            .enumerate()
            .map(|(row, &first)| columns[..row].iter().map(|&second| alignment(second, first)).collect())
            .collect();
        let value = |a: usize, b: usize| values[a.max(b)][a.min(b)];
        let (kept, left_out) = with_every_pair(columns.len(), |a, b| value(a, b).is_some());
        let pairs = (0..columns.len()).flat_map(|a| (a + 1..columns.len()).map(move |b| (a, b)));
        let missing = pairs.filter(|&(a, b)| value(a, b).is_none());
        // Every pair that is kept has a value.
        let distances = Distances::new(kept.len(), |a, b| 1.0 - value(kept[a], kept[b]).unwrap_or_default());
        let tree = Tree::average_linkage(&distances);
        Self {
            left_out: left_out.iter().map(|&place| columns[place]).collect(),
            missing: missing.map(|(a, b)| [columns[a], columns[b]]).collect(),
            columns: kept.iter().map(|&place| columns[place]).collect(),
            camps: Camps::best(&tree, &distances),
            tree,
            distances,
        }
    }

    /// The columns of the tree; the things of [`Self::distances`], [`Self::tree`] and [`Self::camps`] are places among
    /// them.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The columns in the order of the tree's leaves, those that are not in it behind them.
    pub fn order(&self) -> Vec<Column> {
        let leaves = self.tree.leaves().into_iter().map(|leaf| self.columns[leaf]);
        leaves.chain(self.left_out.iter().copied()).collect()
    }

    /// The columns that are not in the tree, because pairs of theirs have no value.
    pub fn left_out(&self) -> &[Column] {
        &self.left_out
    }

    /// The pairs without a value, also those of columns left out.
    pub fn missing(&self) -> &[[Column; 2]] {
        &self.missing
    }

    /// 1 minus the alignment of each pair.
    pub fn distances(&self) -> &Distances {
        &self.distances
    }

    /// The tree.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// The first of those with whom a column meets first in the tree; nothing for one that is not in it or alone in it.
    pub fn nearest(&self, column: Column) -> Option<Column> {
        let leaf = Branch::Leaf(self.columns.iter().position(|&other| other == column)?);
        let merge = self.tree.merges().iter().find(|merge| merge.branches.contains(&leaf))?;
        let sibling = merge.branches.into_iter().find(|&branch| branch != leaf)?;
        Some(self.columns[*self.tree.below(sibling).first()?])
    }

    /// How faithful the tree is to the distances, -1 to 1; nothing where they do not vary.
    pub fn cophenetic_correlation(&self) -> Option<f64> {
        self.tree.cophenetic_correlation(&self.distances)
    }

    /// The best camps, clear or not; nothing for fewer than three columns.
    pub fn camps(&self) -> Option<&Camps> {
        self.camps.as_ref()
    }

    /// The two-dimensional map; nothing where all are in one place. Only with both of its figures of fit.
    pub fn scaling(&self) -> Option<Scaling> {
        Scaling::classical(&self.distances)
    }
}

/// Leaves out things until every pair of the rest has a value: those kept and those left out, each in order.
fn with_every_pair(things: usize, has_value: impl Fn(usize, usize) -> bool) -> (Vec<usize>, Vec<usize>) {
    let (mut kept, mut left_out): (Vec<usize>, Vec<usize>) = ((0..things).collect(), Vec::new());
    let lacks = |thing: usize, other: usize| thing != other && !has_value(thing, other);
    let mut lacking: Vec<usize> =
        (0..things).map(|thing| (0..things).filter(|&other| lacks(thing, other)).count()).collect();
    loop {
        // Of equals, the last.
        let most = kept.iter().copied().max_by_key(|&thing| lacking[thing]);
        let Some(out) = most.filter(|&thing| lacking[thing] > 0) else { break };
        kept.retain(|&thing| thing != out);
        for &other in kept.iter().filter(|&&other| lacks(out, other)) {
            lacking[other] -= 1;
        }
        left_out.push(out);
    }
    left_out.sort_unstable();
    (kept, left_out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(count: u16) -> Vec<Column> {
        (0..count).map(Column).collect()
    }

    #[test]
    fn without_a_pair_the_column_that_misses_most_is_left_out() {
        // 1 misses 0 and 3; without it every pair has a value.
        let alignment = |a: Column, b: Column| (![(0, 1), (1, 3)].contains(&(a.0, b.0))).then_some(0.5);
        let structure = Structure::compute(&columns(4), alignment);
        assert_eq!(structure.left_out(), [Column(1)]);
        assert_eq!(structure.missing(), [[Column(0), Column(1)], [Column(1), Column(3)]]);
        assert_eq!(structure.order(), [Column(0), Column(2), Column(3), Column(1)]);
    }

    #[test]
    fn of_two_that_miss_each_other_the_last_is_left_out() {
        let structure = Structure::compute(&columns(3), |a, b| ((a.0, b.0) != (0, 2)).then_some(0.5));
        assert_eq!((structure.columns(), structure.left_out()), (&columns(2)[..], &[Column(2)][..]));
    }

    #[test]
    fn nobody_and_one_alone_have_a_structure() {
        for count in [0, 1] {
            let structure = Structure::compute(&columns(count), |_, _| None);
            assert_eq!(structure.order(), columns(count));
            assert!(structure.camps().is_none() && structure.cophenetic_correlation().is_none());
            assert!(structure.scaling().is_none());
        }
    }
}
