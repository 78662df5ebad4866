use super::Distances;

/// Heights that differ by less count as equal.
const TIE: f64 = 1e-12;

/// A tree by average linkage (UPGMA, Sokal and Michener 1958): the two clusters with the smallest mean distance over
/// their pairs are merged, again and again.
///
/// Averages are taken over the original distances. Of clusters at equal mean distance, to within 1e-12, the pair that
/// holds the smallest place comes first, then the one whose other cluster does.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tree {
    things: usize,
    merges: Vec<Merge>,
}

/// Two clusters become one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Merge {
    /// The cluster with the smaller of the smallest places, and the other.
    pub branches: [Branch; 2],
    /// The mean distance between their things: how high in the tree they meet.
    pub height: f64,
}

/// What is merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Branch {
    /// A thing, by its place.
    Leaf(usize),
    /// An earlier merge, by its number from 0.
    Merge(usize),
}

impl Tree {
    /// Builds the tree.
    pub fn average_linkage(distances: &Distances) -> Self {
        let mut clusters = Clusters::new(distances);
        let mut merges = Vec::with_capacity(distances.things().saturating_sub(1));
        while let Some((first, second, height)) = clusters.nearest() {
            let branches = [clusters.branch[first], clusters.branch[second]];
            clusters.merge(first, second, Branch::Merge(merges.len()));
            merges.push(Merge { branches, height });
        }
        Self { things: distances.things(), merges }
    }

    /// The merges, lowest first: one less than there are things.
    pub fn merges(&self) -> &[Merge] {
        &self.merges
    }

    /// The things from the first to the last leaf: of two branches, the one with the smallest place comes first.
    pub fn leaves(&self) -> Vec<usize> {
        let root = match self.merges.len() {
            0 => (self.things > 0).then_some(Branch::Leaf(0)),
            merges => Some(Branch::Merge(merges - 1)),
        };
        root.map(|root| self.below(root)).unwrap_or_default()
    }

    /// The things below a branch, in the order of the leaves.
    pub fn below(&self, branch: Branch) -> Vec<usize> {
        let (mut leaves, mut rest) = (Vec::new(), vec![branch]);
        while let Some(branch) = rest.pop() {
            match branch {
                Branch::Leaf(thing) => leaves.push(thing),
                Branch::Merge(number) => rest.extend(self.merges[number].branches.iter().rev()),
            }
        }
        leaves
    }

    /// The tree cut into that many parts, from 1 to the number of things: the things of each, parts and things in the
    /// order of the leaves.
    pub fn cut(&self, parts: usize) -> Vec<Vec<usize>> {
        let uncut = self.merges.len() + 1 - parts.clamp(1, self.merges.len() + 1);
        let (mut found, mut rest) = (Vec::new(), Vec::new());
        rest.extend(
            self.merges.len().checked_sub(1).map_or_else(
                || (self.things > 0).then_some(Branch::Leaf(0)),
                |last| Some(Branch::Merge(last)),
            ),
        );
        while let Some(branch) = rest.pop() {
            match branch {
                Branch::Merge(number) if number >= uncut => {
                    rest.extend(self.merges[number].branches.iter().rev());
                }
                whole => found.push(self.below(whole)),
            }
        }
        found
    }

    /// How high in the tree each pair meets: the cophenetic distances.
    pub fn cophenetic(&self) -> Distances {
        let mut heights = Distances::new(self.things, |_, _| 0.0);
        for merge in &self.merges {
            let [first, second] = merge.branches.map(|branch| self.below(branch));
            for &a in &first {
                for &b in &second {
                    heights.set(a, b, merge.height);
                }
            }
        }
        heights
    }

    /// How faithful the tree is to the distances it was built from: the correlation of both over all pairs, -1 to 1
    /// (Sokal and Rohlf 1962). Nothing where one of them does not vary.
    pub fn cophenetic_correlation(&self, distances: &Distances) -> Option<f64> {
        let heights = self.cophenetic();
        let values: Vec<[f64; 2]> =
            distances.pairs().map(|(a, b)| [distances.between(a, b), heights.between(a, b)]).collect();
        correlation(&values)
    }
}

/// Pearson's correlation.
fn correlation(values: &[[f64; 2]]) -> Option<f64> {
    let mean = |side: usize| values.iter().map(|value| value[side]).sum::<f64>() / values.len() as f64;
    let means = [mean(0), mean(1)];
    let product = |a: usize, b: usize| -> f64 {
        values.iter().map(|value| (value[a] - means[a]) * (value[b] - means[b])).sum()
    };
    let spread = [product(0, 0), product(1, 1)];
    // Equal values whose mean is not exact differ from it by next to nothing.
    let varies = spread.iter().all(|&spread| spread > TIE * TIE * values.len() as f64);
    varies.then(|| (product(0, 1) / (spread[0] * spread[1]).sqrt()).clamp(-1.0, 1.0))
}

/// The clusters on the way to a tree. Each has the number of its smallest thing.
struct Clusters {
    /// The numbers of those there are, in order.
    numbers: Vec<usize>,
    /// The sums of the distances between the things of two clusters.
    sums: Distances,
    sizes: Vec<usize>,
    branch: Vec<Branch>,
}

impl Clusters {
    fn new(distances: &Distances) -> Self {
        let things = distances.things();
        Self {
            numbers: (0..things).collect(),
            sums: distances.clone(),
            sizes: vec![1; things],
            branch: (0..things).map(Branch::Leaf).collect(),
        }
    }

    /// The two to be merged and their mean distance.
    fn nearest(&self) -> Option<(usize, usize, f64)> {
        let least = self.pairs().map(|(.., mean)| mean).min_by(f64::total_cmp)?;
        self.pairs().find(|&(.., mean)| mean <= least + TIE)
    }

    /// Every pair with its mean distance, those with the smallest numbers first.
    fn pairs(&self) -> impl Iterator<Item = (usize, usize, f64)> + '_ {
        self.numbers.iter().enumerate().flat_map(move |(place, &first)| {
            self.numbers[place + 1..].iter().map(move |&second| {
                let pairs = self.sizes[first] * self.sizes[second];
                (first, second, self.sums.between(first, second) / pairs as f64)
            })
        })
    }

    fn merge(&mut self, first: usize, second: usize, merged: Branch) {
        self.numbers.retain(|&number| number != second);
        for &other in self.numbers.iter().filter(|&&other| other != first) {
            self.sums.set(first, other, self.sums.between(first, other) + self.sums.between(second, other));
        }
        self.sizes[first] += self.sizes[second];
        self.branch[first] = merged;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The mean over all original distances between two sets, and the pair by the tie rule, found by trying all.
    fn by_hand(distances: &Distances) -> Vec<(Vec<usize>, Vec<usize>, f64)> {
        let mut clusters: Vec<Vec<usize>> = (0..distances.things()).map(|thing| vec![thing]).collect();
        let mut merges = Vec::new();
        while clusters.len() > 1 {
            clusters.sort();
            let mean = |a: &[usize], b: &[usize]| {
                let all = a.iter().flat_map(|&a| b.iter().map(move |&b| distances.between(a, b)));
                all.sum::<f64>() / (a.len() * b.len()) as f64
            };
            let mut best = (0, 1, f64::INFINITY);
            for a in 0..clusters.len() {
                for b in a + 1..clusters.len() {
                    let found = mean(&clusters[a], &clusters[b]);
                    if found < best.2 - TIE {
                        best = (a, b, found);
                    }
                }
            }
            let second = clusters.remove(best.1);
            merges.push((clusters[best.0].clone(), second.clone(), best.2));
            clusters[best.0].extend(second);
            clusters[best.0].sort_unstable();
        }
        merges
    }

    fn sorted(mut things: Vec<usize>) -> Vec<usize> {
        things.sort_unstable();
        things
    }

    /// Distances in quarters, so that many are equal.
    fn ordinal() -> impl Strategy<Value = Distances> {
        (1..9_usize).prop_flat_map(|things| {
            prop::collection::vec(0..=12_u8, things * things)
                .prop_map(move |steps| Distances::new(things, |a, b| f64::from(steps[a * things + b]) / 12.0))
        })
    }

    proptest! {
        #[test]
        fn the_tree_is_the_one_found_by_trying_all(distances in ordinal()) {
            let tree = Tree::average_linkage(&distances);
            let expected = by_hand(&distances);
            prop_assert_eq!(tree.merges().len(), expected.len());
            for (merge, (first, second, height)) in tree.merges().iter().zip(expected) {
                let branches = merge.branches.map(|branch| sorted(tree.below(branch)));
                prop_assert_eq!(branches, [first, second]);
                prop_assert!((merge.height - height).abs() < 1e-9);
            }
        }

        #[test]
        fn heights_rise_and_make_an_ultrametric(distances in ordinal()) {
            let tree = Tree::average_linkage(&distances);
            prop_assert!(tree.merges().windows(2).all(|two| two[1].height >= two[0].height - TIE));
            let heights = tree.cophenetic();
            let things = distances.things();
            for a in 0..things {
                for b in 0..things {
                    for c in 0..things {
                        let most = heights.between(a, c).max(heights.between(c, b));
                        prop_assert!(heights.between(a, b) <= most + TIE);
                    }
                }
            }
        }

        #[test]
        fn every_cut_holds_every_thing_once(distances in ordinal(), parts in 1..9_usize) {
            let tree = Tree::average_linkage(&distances);
            let cut = tree.cut(parts);
            prop_assert_eq!(cut.len(), parts.min(distances.things()));
            prop_assert_eq!(cut.concat(), tree.leaves());
            prop_assert_eq!(sorted(tree.leaves()), (0..distances.things()).collect::<Vec<_>>());
        }

        #[test]
        fn without_ties_another_order_of_the_things_gives_the_same_tree(
            base in prop::collection::vec(1..1_000_000_u32, 28),
            shift in 1..8_usize,
        ) {
            // Powers of a base far from each other: no two means are equal.
            let value = |a: usize, b: usize| f64::from(base[a * (15 - a) / 2 + b - a - 1]) + (a * 8 + b) as f64 * 1e-5;
            let plain = Distances::new(8, value);
            let moved = |thing: usize| (thing + shift) % 8;
            let other = Distances::new(8, |a, b| {
                let (a, b) = (moved(a), moved(b));
                value(a.min(b), a.max(b))
            });
            let [plain, other] = [&plain, &other].map(|distances| Tree::average_linkage(distances).cophenetic());
            for (a, b) in plain.pairs() {
                let at = |thing: usize| (thing + 8 - shift) % 8;
                prop_assert!((plain.between(a, b) - other.between(at(a), at(b))).abs() < 1e-6);
            }
        }
    }

    #[test]
    fn ties_go_to_the_smallest_places() {
        // 0-1, 1-2 and 2-3 are equally near: 0 and 1 first, then 2 and 3.
        let distances = Distances::new(4, |a, b| (b - a) as f64);
        let tree = Tree::average_linkage(&distances);
        let pairs: Vec<_> = tree.merges().iter().map(|merge| (merge.branches, merge.height)).collect();
        assert_eq!(
            pairs,
            [
                ([Branch::Leaf(0), Branch::Leaf(1)], 1.0),
                ([Branch::Leaf(2), Branch::Leaf(3)], 1.0),
                ([Branch::Merge(0), Branch::Merge(1)], 2.0),
            ]
        );
    }

    #[test]
    fn distances_that_are_all_equal_have_no_correlation() {
        let distances = Distances::new(5, |_, _| 0.1);
        assert_eq!(Tree::average_linkage(&distances).cophenetic_correlation(&distances), None);
    }
}
