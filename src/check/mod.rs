//! The rules that need meaning: references, evidence, time and the length of texts, over all files of a workspace.
//!
//! They run over files with errors too, as far as those could be read, so that one run finds everything; what would
//! only follow from an error is left out.

mod board;
mod config;
mod evidence;
mod findings;
mod references;
mod register;
mod roster;
mod scenarios;
mod texts;
pub mod theme;
mod time;
mod views;

pub use config::{Preference, preference};

use findings::Findings;
use roster::Roster;

use crate::diagnostic::Problem;
use crate::format::Content;
use crate::scorecard::{BoardPlan, Code, PartialDate, Register, Scenario, Scorecard, Texts};
use crate::text::Span;

/// A file to check.
#[derive(Debug)]
pub struct Subject {
    /// What it says, as far as it could be read.
    pub content: Option<Content>,
    /// Where it says its kind.
    pub kind_at: Span,
    /// Whether it could be read without errors.
    pub sound: bool,
    /// Whether syntax errors took some of it away, so that a name that is not found in it may be there.
    pub torn: bool,
}

/// What is checked.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The files, by number.
    pub subjects: &'a [Subject],
    /// Their texts, by number.
    pub texts: &'a Texts,
    /// Whether these are all files of the workspace, so that what is not here does not exist.
    pub whole: bool,
    /// The day that staleness is judged by.
    pub today: PartialDate,
}

impl<'a> Case<'a> {
    fn contents(&self) -> impl Iterator<Item = (u16, &'a Subject, &'a Content)> + use<'a> {
        self.subjects
            .iter()
            .zip(0..)
            .filter_map(|(subject, file)| Some((file, subject, subject.content.as_ref()?)))
    }

    /// See [`Subject::torn`].
    fn is_torn(&self, file: u16) -> bool {
        self.subjects.get(usize::from(file)).is_some_and(|subject| subject.torn)
    }

    fn scorecards(&self) -> impl Iterator<Item = (u16, &'a Scorecard)> + use<'a> {
        self.contents().filter_map(|(file, _, content)| match content {
            Content::Scorecard(scorecard) => Some((file, scorecard)),
            _ => None,
        })
    }

    fn registers(&self) -> impl Iterator<Item = (u16, &'a Register)> + use<'a> {
        self.contents().filter_map(|(file, _, content)| match content {
            Content::Register(register) => Some((file, register)),
            _ => None,
        })
    }

    fn scenarios(&self) -> impl Iterator<Item = (u16, &'a Scenario)> + use<'a> {
        self.contents().filter_map(|(file, _, content)| match content {
            Content::Scenario(scenario) => Some((file, scenario)),
            _ => None,
        })
    }

    fn boards(&self) -> impl Iterator<Item = (u16, &'a Subject, &'a BoardPlan)> + use<'a> {
        self.contents().filter_map(|(file, subject, content)| match content {
            Content::Board(plan) => Some((file, subject, plan)),
            _ => None,
        })
    }
}

/// Checks all files. The problems come in no particular order.
pub fn check(case: &Case<'_>) -> Vec<Problem> {
    let mut problems = Findings::default();
    let roster = Roster::of(case);
    board::check(case, &roster, &mut problems);
    references::check(case, &roster, &mut problems);
    for (file, scorecard) in case.scorecards() {
        evidence::check(case, file, scorecard, &roster, &mut problems);
    }
    for (file, register) in case.registers() {
        register::check(case, file, register, &roster, &mut problems);
    }
    scenarios::check(case, &roster, &mut problems);
    time::check(case, &roster, &mut problems);
    texts::check(case, &mut problems);
    problems.into_problems()
}

/// The circle that following leads a code into and that the code is itself part of, beginning with it.
fn circle(start: Code, follow: impl Fn(Code) -> Option<Code>) -> Option<Vec<Code>> {
    let mut way = vec![start];
    let mut at = start;
    while let Some(next) = follow(at) {
        if next == start {
            return Some(way);
        }
        if way.contains(&next) {
            return None;
        }
        way.push(next);
        at = next;
    }
    None
}

/// A circle in words: `FI -> FR -> FI`.
fn chain(circle: &[Code]) -> String {
    let names: Vec<&str> = circle.iter().chain(circle.first()).map(Code::as_str).collect();
    names.join(" -> ")
}
