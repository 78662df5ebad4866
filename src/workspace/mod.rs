//! The folder: which one it is, its files read and decoded in parallel, and the embedded default.

mod config;
mod embedded;
mod find;
mod load;
mod read;

pub use config::theme_file;
pub use find::{Found, find};
pub use read::{ReadCause, ReadProblem, read};

use std::path::PathBuf;
use std::sync::Arc;

use crate::check::{self, Subject};
use crate::diagnostic::{Family, File, Problem, Severity, Tally, in_order};
use crate::format::{Content, Document, ThemeFile};
use crate::scorecard::{Board, BoardPlan, PartialDate, Parts, ProseSource, Texts};
use load::Source;

/// Where a workspace comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The shipped scorecards inside the program. Read-only.
    Embedded,
    /// Folders and files, as they were given or found.
    Folders(Vec<PathBuf>),
}

/// Everything that was read, as far as it is sound.
#[derive(Debug)]
pub struct Workspace {
    /// Where it comes from.
    pub origin: Origin,
    /// The comparison, put together from the files without errors.
    pub board: Board,
    /// Themes among the files, without errors.
    pub themes: Vec<ThemeFile>,
    /// Every file, in the order that problems and prose count them.
    pub files: Vec<File>,
    /// Every problem of every file, in the order of files and places.
    pub problems: Vec<Problem>,
}

impl Workspace {
    /// Opens the workspace at the places given; where none is, `./scorecards`, else a folder with a `board.yaml`
    /// here, else the embedded one.
    ///
    /// It never fails: what cannot be read is among the problems. `today` decides what is stale.
    pub fn open(places: &[PathBuf], today: PartialDate) -> Self {
        match find(places) {
            None => Self::embedded(today),
            Some(found) => Self::of(Origin::Folders(found.places), found.sources, found.whole, today),
        }
    }

    /// The shipped workspace inside the program.
    pub fn embedded(today: PartialDate) -> Self {
        Self::of(Origin::Embedded, embedded::sources(), true, today)
    }

    /// How many problems there are.
    pub fn tally(&self) -> Tally {
        Tally::of(&self.problems)
    }

    fn of(origin: Origin, sources: Vec<Source>, whole: bool, today: PartialDate) -> Self {
        let loaded = load::all(sources);
        let mut files = Vec::with_capacity(loaded.len());
        let mut subjects = Vec::with_capacity(loaded.len());
        let mut problems = Vec::new();
        let mut texts: Vec<Arc<dyn ProseSource>> = Vec::with_capacity(loaded.len());
        for load::Loaded { file, document } in loaded {
            let sound = document.is_sound();
            let Document { content, kind_at, problems: found } = document;
            let torn = found.iter().any(|problem| {
                problem.severity() == Severity::Error && problem.rule.family() == Family::Syntax
            });
            problems.extend(found);
            texts.push(Arc::new(load::FileText(Arc::clone(&file.text))));
            files.push(file);
            subjects.push(Subject { content, kind_at, sound, torn });
        }
        let texts = Texts::new(texts);
        problems.extend(check::check(&check::Case { subjects: &subjects, texts: &texts, whole, today }));
        in_order(&mut problems);
        let (board, themes) = assemble(subjects, texts, &problems);
        Self { origin, board, themes, files, problems }
    }
}

/// Puts the board together from the files without errors.
fn assemble(subjects: Vec<Subject>, texts: Texts, problems: &[Problem]) -> (Board, Vec<ThemeFile>) {
    let mut failed = vec![false; subjects.len()];
    for problem in problems.iter().filter(|problem| problem.severity() == Severity::Error) {
        if let Some(failed) = failed.get_mut(usize::from(problem.file)) {
            *failed = true;
        }
    }
    let mut plan: Option<BoardPlan> = None;
    let mut themes = Vec::new();
    let mut parts = Parts { texts, ..Parts::default() };
    let sound = subjects.into_iter().zip(0..).zip(failed).filter(|(_, failed)| !failed);
    for ((subject, file), _) in sound {
        match subject.content {
            Some(Content::Board(own)) => plan = plan.or(Some(own)),
            Some(Content::Scorecard(scorecard)) => parts.scorecards.push((file, scorecard)),
            Some(Content::Register(register)) => parts.registers.push(register),
            Some(Content::Theme(theme)) => themes.push(theme),
            None => {}
        }
    }
    (Board::assemble(plan.unwrap_or_default(), parts), themes)
}

#[cfg(test)]
mod tests;
