use std::cmp::Ordering;

use super::Figures;
use super::estimate::EPSILON;
use crate::scorecard::Column;

/// How close each of a group is to the others of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Closeness {
    /// The columns of the group, in column order.
    pub columns: Vec<Nearness>,
    /// The columns closest to the rest (the medoids): those with the highest mean alignment, in column order. More than
    /// one where 1e-12 does not tell them apart; the first of them stands for all where one has to.
    pub closest: Vec<Column>,
}

/// How close one column is to the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nearness {
    /// The column.
    pub column: Column,
    /// With how many of the others it has an alignment.
    pub compared: u32,
    /// The mean of these alignments, 0 to 1.
    pub mean: Option<f64>,
    /// The modified z of the mean among those of the group, 0.6745 (v - median) / MAD: Iglewicz and Hoaglin, "How to
    /// detect and handle outliers" (1993). Nothing where the median absolute deviation is 0.
    pub modified_z: Option<f64>,
}

impl Nearness {
    /// Whether it stands apart from the group as a whole: a modified z below -3.5.
    pub fn stands_apart(&self) -> bool {
        self.modified_z.is_some_and(|z| z < -3.5)
    }
}

impl Closeness {
    pub(super) fn compute(figures: &Figures) -> Self {
        let group = &figures.comparison().group;
        let mut alignments = vec![Vec::new(); group.len()];
        for (place, &column) in group.iter().enumerate() {
            for (other_place, &other) in group.iter().enumerate().skip(place + 1) {
                if let Some(alignment) = figures.alignment(column, other) {
                    alignments[place].push(alignment);
                    alignments[other_place].push(alignment);
                }
            }
        }
        let columns = group.iter().zip(alignments).map(|(&column, alignments)| Nearness {
            column,
            compared: alignments.len() as u32,
            mean: mean(alignments.into_iter()),
            modified_z: None,
        });
        Self::of(columns.collect())
    }

    /// From the means alone.
    fn of(mut columns: Vec<Nearness>) -> Self {
        let means: Vec<f64> = columns.iter().filter_map(|nearness| nearness.mean).collect();
        if let Some(middle) = median(means.clone()) {
            let deviation = median(means.iter().map(|mean| (mean - middle).abs()).collect());
            let deviation = deviation.filter(|&deviation| deviation > EPSILON);
            for nearness in &mut columns {
                let apart = nearness.mean.zip(deviation);
                nearness.modified_z = apart.map(|(mean, deviation)| 0.6745 * (mean - middle) / deviation);
            }
        }
        let highest = means.into_iter().reduce(f64::max);
        let is_highest = |nearness: &&Nearness| match (nearness.mean, highest) {
            (Some(mean), Some(highest)) => highest - mean <= EPSILON,
            _ => false,
        };
        let closest = columns.iter().filter(is_highest).map(|nearness| nearness.column).collect();
        Self { columns, closest }
    }

    /// How close a column of the group is.
    pub fn of_column(&self, column: Column) -> Option<&Nearness> {
        self.columns.iter().find(|nearness| nearness.column == column)
    }

    /// The group with the highest mean first; those without one last. What 1e-12 does not tell apart keeps the order of
    /// the columns.
    pub fn by_mean(&self) -> Vec<&Nearness> {
        let mut ordered: Vec<&Nearness> = self.columns.iter().collect();
        let rounded = |nearness: &&Nearness| nearness.mean.map(|mean| (mean / EPSILON).round() as i64);
        ordered.sort_by_key(|nearness| std::cmp::Reverse(rounded(nearness)));
        ordered
    }
}

/// The mean; nothing of nothing.
pub(super) fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0_u32), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}

/// The middle of some values, of an even number the mean of the two in the middle.
fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_unstable_by(|a, b| a.partial_cmp(b).unwrap_or(Ordering::Equal));
    let last = values.len().checked_sub(1)?;
    Some(f64::midpoint(values[last / 2], values[values.len() / 2]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closeness(means: &[f64]) -> Closeness {
        let columns = means.iter().enumerate().map(|(place, &mean)| Nearness {
            column: Column(place as u16),
            compared: 1,
            mean: Some(mean),
            modified_z: None,
        });
        Closeness::of(columns.collect())
    }

    #[test]
    fn one_far_from_a_close_group_stands_apart_and_only_below() {
        let found = closeness(&[0.70, 0.72, 0.71, 0.69, 0.30, 0.99]);
        // Median .705, deviations .005 .015 .005 .015 .405 .285: MAD .015.
        let z = found.columns[4].modified_z.unwrap();
        assert!((z - 0.6745 * (0.30 - 0.705) / 0.015).abs() < 1e-9);
        let apart: Vec<bool> = found.columns.iter().map(Nearness::stands_apart).collect();
        assert_eq!(apart, [false, false, false, false, true, false]);
    }

    #[test]
    fn without_any_deviation_nobody_stands_apart() {
        let found = closeness(&[0.7, 0.7, 0.7, 0.1]);
        assert!(found.columns.iter().all(|nearness| nearness.modified_z.is_none()));
    }

    #[test]
    fn equals_are_closest_together_in_column_order() {
        let found = closeness(&[0.5, 0.8, 0.8 + 1e-14, 0.6]);
        assert_eq!(found.closest, [Column(1), Column(2)]);
        let order: Vec<u16> = found.by_mean().iter().map(|nearness| nearness.column.0).collect();
        assert_eq!(order, [1, 2, 3, 0]);
        assert!(closeness(&[]).closest.is_empty());
    }
}
