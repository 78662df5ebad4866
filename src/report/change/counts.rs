use serde::Serialize;

use crate::analysis::change::{Course, MeasureChange};
use crate::report::words::plural;

/// Numbers of measures by what became of their gap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Counts {
    converging: usize,
    diverging: usize,
    parallel: usize,
    crossing: usize,
    unchanged: usize,
    /// The gap is not known in both editions.
    unknown: usize,
    /// The rubric reads otherwise.
    series_broken: usize,
}

impl Counts {
    pub(super) fn of<'c>(changes: impl Iterator<Item = &'c MeasureChange>) -> Self {
        let mut counts = Self::default();
        for change in changes {
            *match change.course {
                _ if change.is_broken => &mut counts.series_broken,
                None => &mut counts.unknown,
                Some(Course::Converging) => &mut counts.converging,
                Some(Course::Diverging) => &mut counts.diverging,
                Some(Course::Parallel) => &mut counts.parallel,
                Some(Course::Crossing) => &mut counts.crossing,
                Some(Course::Unchanged) => &mut counts.unchanged,
            } += 1;
        }
        counts
    }

    /// The counts in words: `56 measures in both editions: 3 converging, 2 diverging, 51 unchanged.` What there is none of is
    /// left out, but for what came closer and what went apart.
    pub(super) fn sentence(self) -> String {
        let Self { converging, diverging, parallel, crossing, unchanged, unknown, series_broken } = self;
        let all = converging + diverging + parallel + crossing + unchanged + unknown + series_broken;
        let told = [
            (converging, "converging", true),
            (diverging, "diverging", true),
            (parallel, "moved in parallel", false),
            (crossing, "crossing", false),
            (unchanged, "unchanged", false),
            (unknown, "not known in both", false),
            (series_broken, "with another rubric", false),
        ];
        let told = told.into_iter().filter(|&(count, _, always)| always || count > 0);
        let told: Vec<String> = told.map(|(count, what, _)| format!("{count} {what}")).collect();
        format!("{} in both editions: {}.", plural(all, "measure"), told.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_there_is_none_of_is_left_out_but_for_closer_and_apart() {
        let counts = Counts { diverging: 2, unchanged: 1, ..Counts::default() };
        assert_eq!(counts.sentence(), "3 measures in both editions: 0 converging, 2 diverging, 1 unchanged.");
        let one = Counts { series_broken: 1, ..Counts::default() };
        assert_eq!(
            one.sentence(),
            "1 measure in both editions: 0 converging, 0 diverging, 1 with another rubric."
        );
    }
}
