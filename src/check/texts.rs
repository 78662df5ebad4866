//! Texts that are longer than their place.

use super::{Case, Findings};
use crate::diagnostic::Problem;
use crate::diagnostic::catalogue::TOO_LONG;
use crate::scorecard::{Prose, Said};

/// The longest headline in characters.
const HEADLINE: usize = 110;
/// The longest summary of a position in characters.
const SUMMARY: usize = 700;

pub(super) fn check(case: &Case<'_>, problems: &mut Findings) {
    for (_, scorecard) in case.scorecards() {
        for measure in &scorecard.measures {
            for entry in &measure.positions {
                let Said::Own(position) = &entry.says else { continue };
                prose(case, "headline", position.headline, HEADLINE, problems);
                prose(case, "summary", position.summary, SUMMARY, problems);
            }
        }
    }
    for (_, register) in case.registers() {
        for entity in &register.entities {
            prose(case, "headline", entity.headline, HEADLINE, problems);
        }
    }
}

fn prose(case: &Case<'_>, what: &str, prose: Prose, limit: usize, problems: &mut Findings) {
    let Prose { file, span } = prose;
    // Characters are never more than bytes, so most texts need not be decoded.
    if span.end.saturating_sub(span.start) as usize <= limit {
        return;
    }
    let length = case.texts.get(prose).chars().count();
    if length > limit {
        problems.push(
            Problem::new(
                &TOO_LONG,
                file,
                span,
                format!("the {what} has {length} characters, at most {limit} fit"),
            )
            .label(format!("{} too many", length - limit))
            .help("shorten it; what is left out can go into the summary or the sources"),
        );
    }
}
