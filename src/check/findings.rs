use std::collections::BTreeMap;

use crate::diagnostic::Problem;

/// How many problems of one rule are told of one file; what goes on beyond that is only counted.
const MOST_ALIKE: usize = 1_000;

/// The problems found so far, bounded so that a huge file with the same gap everywhere stays readable and small.
#[derive(Default)]
pub(super) struct Findings {
    problems: Vec<Problem>,
    counts: BTreeMap<(u16, &'static str), usize>,
}

impl Findings {
    /// Adds a problem, or counts it where there are enough like it.
    pub(super) fn push(&mut self, problem: Problem) {
        let count = self.counts.entry((problem.file, problem.rule.code)).or_default();
        *count += 1;
        if *count <= MOST_ALIKE {
            self.problems.push(problem);
        }
    }

    /// The problems. The last one of its kind says how many more there are.
    pub(super) fn into_problems(mut self) -> Vec<Problem> {
        for ((file, code), count) in self.counts {
            let more = count.saturating_sub(MOST_ALIKE);
            let last = self.problems.iter_mut().rfind(|told| (told.file, told.rule.code) == (file, code));
            if let Some(last) = last.filter(|_| more > 0) {
                last.message = format!("{}; {more} more like it follow in this file", last.message);
            }
        }
        self.problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::catalogue::{NO_SOURCE, NO_SOURCE_LOW};
    use crate::text::Span;

    #[test]
    fn what_is_not_told_is_counted_by_file_and_rule() {
        let mut findings = Findings::default();
        for number in 0..MOST_ALIKE + 7 {
            findings.push(Problem::new(&NO_SOURCE, 0, Span::at(number as u32), "no source"));
        }
        findings.push(Problem::new(&NO_SOURCE, 1, Span::at(0), "no source"));
        findings.push(Problem::new(&NO_SOURCE_LOW, 0, Span::at(0), "no source"));
        let told = findings.into_problems();
        assert_eq!(told.len(), MOST_ALIKE + 2);
        let grown: Vec<&str> =
            told.iter().map(|problem| &*problem.message).filter(|message| *message != "no source").collect();
        assert_eq!(grown, ["no source; 7 more like it follow in this file"]);
    }
}
