//! The folder: which one it is, its files read and decoded in parallel, again whenever they change, and the embedded
//! default.

mod config;
mod embedded;
mod find;
mod follow;
mod init;
mod load;
mod place;
mod read;
mod reread;
mod scenario;
mod spread;
mod stamp;
mod themes;
mod watch;

pub use config::{
    ConfigPlace, ConfigRead, config_places, from_home, own_themes, read_config, settings_file, theme_file,
};
pub use find::{FOLDER, Found, SCENARIOS, find};
pub use follow::Follower;
pub use init::{InitProblem, init};
pub use place::{Place, Target, place};
pub use read::{ReadCause, ReadProblem, read};
pub use scenario::{SaveProblem, save_scenario};
pub use themes::{ThemeError, shipped_themes, theme};

use std::collections::BTreeSet;
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
    /// The numbers of the files with errors whose last good version is on the board. Without such a version a file
    /// with errors is left out.
    pub kept: BTreeSet<u16>,
}

impl Workspace {
    /// Opens the workspace at the places given; where none is, `./scorecards`, else a folder with a `board.yaml`
    /// here, else the embedded one.
    ///
    /// It never fails: what cannot be read is among the problems. `today` decides what is stale.
    pub fn open(places: &[PathBuf], today: PartialDate) -> Self {
        Self::open_found(find(places), today, &|| true)
    }

    /// Opens the files that were found, as [`Workspace::open`] does. `told` hears of every file that is read and says
    /// whether to go on; the rest is left out where it does not.
    pub fn open_found(found: Option<Found>, today: PartialDate, told: &(dyn Fn() -> bool + Sync)) -> Self {
        match found {
            None => Self::embedded(today),
            Some(Found { places, sources, whole }) => {
                Self::of(Origin::Folders(places), &sources, whole, today, told)
            }
        }
    }

    /// The shipped workspace inside the program.
    pub fn embedded(today: PartialDate) -> Self {
        Self::of(Origin::Embedded, &embedded::sources(), true, today, &|| true)
    }

    /// The workspace as everyone may see it: see [`Board::public`] and [`Problem::public`].
    #[must_use]
    pub fn public(self) -> Self {
        let Self { files, problems, board, .. } = self;
        let problems = problems.into_iter().map(|problem| problem.public(&files)).collect();
        Self { board: board.public(), problems, files, ..self }
    }

    /// How many problems there are.
    pub fn tally(&self) -> Tally {
        Tally::of(&self.problems)
    }

    fn of(
        origin: Origin,
        sources: &[Source],
        whole: bool,
        today: PartialDate,
        told: &(dyn Fn() -> bool + Sync),
    ) -> Self {
        let loaded = load::all(sources, told);
        let mut files = Vec::with_capacity(loaded.len());
        let mut subjects = Vec::with_capacity(loaded.len());
        let mut problems = Vec::new();
        let mut texts: Vec<Arc<dyn ProseSource>> = Vec::with_capacity(loaded.len());
        for load::Loaded { file, document } in loaded {
            texts.push(Arc::new(load::FileText(Arc::clone(&file.text))));
            files.push(file);
            let (subject, found) = subject(document);
            problems.extend(found);
            subjects.push(subject);
        }
        let texts = Texts::new(texts);
        problems.extend(check::check(&check::Case { subjects: &subjects, texts: &texts, whole, today }));
        problems.extend(themes::check(subjects.iter().zip(&files)));
        in_order(&mut problems);
        let failed = failed(&problems, files.len());
        let sound = subjects.into_iter().zip(0..).zip(failed).filter(|(_, failed)| !failed);
        let contents = sound.filter_map(|((subject, file), _)| Some((file, subject.content?)));
        let (board, themes) = assemble(contents, texts);
        Self { origin, board, themes, files, problems, kept: BTreeSet::new() }
    }
}

/// A decoded file as the checks look at it, and its own problems.
fn subject(document: Document) -> (Subject, Vec<Problem>) {
    let sound = document.is_sound();
    let Document { content, kind_at, problems, private: _ } = document;
    let torn = problems
        .iter()
        .any(|problem| problem.severity() == Severity::Error && problem.rule.family() == Family::Syntax);
    (Subject { content, kind_at, sound, torn }, problems)
}

/// Which of that many files have errors.
fn failed(problems: &[Problem], files: usize) -> Vec<bool> {
    let mut failed = vec![false; files];
    for problem in problems.iter().filter(|problem| problem.severity() == Severity::Error) {
        if let Some(failed) = failed.get_mut(usize::from(problem.file)) {
            *failed = true;
        }
    }
    failed
}

/// Puts the board together from what the files say, by file number.
fn assemble(contents: impl Iterator<Item = (u16, Content)>, texts: Texts) -> (Board, Vec<ThemeFile>) {
    let mut plan: Option<BoardPlan> = None;
    let mut themes = Vec::new();
    let mut parts = Parts { texts, ..Parts::default() };
    for (file, content) in contents {
        match content {
            Content::Board(own) if plan.is_none() => (plan, parts.plan) = (Some(own), Some(file)),
            Content::Board(_) | Content::Config(_) => {}
            Content::Scorecard(scorecard) => parts.scorecards.push((file, scorecard)),
            Content::Register(register) => parts.registers.push((file, register)),
            Content::Scenario(scenario) => parts.scenarios.push(scenario),
            Content::Theme(theme) => themes.push(theme),
        }
    }
    (Board::assemble(plan.unwrap_or_default(), parts), themes)
}

#[cfg(test)]
mod tests;
