//! Texts that are longer than their place.

use super::Case;
use crate::diagnostic::Problem;
use crate::diagnostic::catalogue::TOO_LONG;
use crate::scorecard::{Prose, Said};
use crate::text::Span;

/// The longest short title in characters.
const SHORT: usize = 28;
/// The longest headline in characters.
const HEADLINE: usize = 110;
/// The longest summary of a position in characters.
const SUMMARY: usize = 700;

pub(super) fn check(case: &Case<'_>, problems: &mut Vec<Problem>) {
    for (file, scorecard) in case.scorecards() {
        short(scorecard.short.as_deref(), file, scorecard.id_at, problems);
        for measure in &scorecard.measures {
            short(measure.short.as_deref(), file, measure.id_at, problems);
            for entry in &measure.positions {
                let Said::Own(position) = &entry.says else { continue };
                prose(case, "headline", position.headline, HEADLINE, problems);
                prose(case, "summary", position.summary, SUMMARY, problems);
            }
        }
    }
    for (file, register) in case.registers() {
        short(register.short.as_deref(), file, register.id_at, problems);
        for entity in &register.entities {
            prose(case, "headline", entity.headline, HEADLINE, problems);
        }
    }
}

fn short(text: Option<&str>, file: u16, at: Span, problems: &mut Vec<Problem>) {
    if let Some(text) = text {
        measure("short title", text, SHORT, file, at, problems);
    }
}

fn prose(case: &Case<'_>, what: &str, prose: Prose, limit: usize, problems: &mut Vec<Problem>) {
    let bytes = prose.span.end.saturating_sub(prose.span.start) as usize;
    if bytes > limit {
        measure(what, &case.texts.get(prose), limit, prose.file, prose.span, problems);
    }
}

fn measure(what: &str, text: &str, limit: usize, file: u16, at: Span, problems: &mut Vec<Problem>) {
    let length = text.chars().count();
    if length > limit {
        problems.push(
            Problem::new(
                &TOO_LONG,
                file,
                at,
                format!("the {what} has {length} characters, at most {limit} fit"),
            )
            .label(format!("{} too many", length - limit))
            .help("shorten it; what is left out can go into the summary or the sources"),
        );
    }
}
