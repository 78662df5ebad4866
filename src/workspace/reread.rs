//! Reading a workspace again: only what changed is read and decoded, and a file that has errors now stays on the board
//! as it was when it had none.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;

use super::find::{Found, find};
use super::load::{self, Bytes, Fetched, FileText, Loaded, Source};
use super::spread::spread;
use super::stamp::Stamp;
use super::{Origin, Workspace, assemble, failed, subject, themes};
use crate::check::{self, Subject};
use crate::diagnostic::catalogue::UNREADABLE;
use crate::diagnostic::{File, Problem, in_order};
use crate::format::{self, Content};
use crate::scorecard::{PartialDate, ProseSource, Texts};
use crate::text::Span;

/// Reads one workspace again and again.
#[derive(Debug)]
pub(super) struct Reader {
    places: Vec<PathBuf>,
    today: PartialDate,
    files: Vec<Known>,
    /// The same files as the checks look at them.
    subjects: Vec<Subject>,
    /// Whether the files are decoded here: before the first change nobody needs that.
    decoded: bool,
}

/// A file as it was read last.
#[derive(Debug)]
struct Known {
    file: File,
    /// What it was when it was read; nothing where that does not tell whether it changed.
    stamp: Option<Stamp>,
    /// Why it could not be read, where it could not.
    unread: Option<Problem>,
    /// The problems of the file alone.
    problems: Vec<Problem>,
    /// Whether it has no errors, neither of its own nor together with the others.
    good: bool,
    /// Its last version without errors, where it has some now.
    before: Option<Version>,
    /// Whether it is no longer there and stands for its last good version alone.
    gone: bool,
}

/// A version of a file that had no errors.
#[derive(Debug)]
struct Version {
    text: Arc<str>,
    content: Content,
}

/// What another look at the files found.
#[derive(Debug)]
pub(super) enum Look {
    /// Nothing changed.
    Same,
    /// Somebody seems to be in the middle of writing: look again in a moment.
    Unfinished,
    /// Something changed, and this is the workspace now.
    Changed(Box<Workspace>),
}

/// A file found now, beside what is known of it.
struct Seen {
    name: String,
    stamp: Option<Stamp>,
    known: Option<usize>,
    /// What was read, where it is not what is known.
    fetched: Option<Fetched>,
}

impl Reader {
    /// A reader that knows what was read so far; nothing for the workspace inside the program.
    pub(super) fn new(workspace: &Workspace, today: PartialDate) -> Option<Self> {
        let Origin::Folders(places) = &workspace.origin else { return None };
        let failed = failed(&workspace.problems, workspace.files.len());
        let files = workspace.files.iter().zip(failed).map(|(file, failed)| Known {
            file: file.clone(),
            stamp: None,
            unread: None,
            problems: Vec::new(),
            good: !failed,
            before: None,
            gone: false,
        });
        let mut files: Vec<Known> = files.collect();
        for problem in workspace.problems.iter().filter(|problem| load::is_unread(problem)) {
            files[usize::from(problem.file)].unread = Some(problem.clone());
        }
        Some(Self { places: places.clone(), today, files, subjects: Vec::new(), decoded: false })
    }

    /// The places the workspace is read from.
    pub(super) fn places(&self) -> &[PathBuf] {
        &self.places
    }

    /// Looks at the files again. A reader with `patience` gives those who write a moment to finish.
    pub(super) fn look(&mut self, patience: bool) -> Look {
        let Some(Found { sources, whole, .. }) = find(&self.places) else { return Look::Same };
        let seen = self.see(sources);
        let left: BTreeSet<usize> = seen.iter().filter_map(|seen| seen.known).collect();
        let vanished = |at: &usize| !left.contains(at) && !self.files[*at].gone;
        let vanished = (0..self.files.len()).any(|at| vanished(&at));
        let moved = seen.iter().enumerate().any(|(at, seen)| seen.known != Some(at));
        if !vanished && !moved && seen.iter().all(|seen| seen.fetched.is_none()) {
            for (known, seen) in self.files.iter_mut().zip(seen) {
                known.stamp = seen.stamp;
            }
            return Look::Same;
        }
        if patience && (vanished || seen.iter().any(|seen| self.is_unfinished(seen))) {
            return Look::Unfinished;
        }
        self.decode_all();
        self.take_in(seen);
        Look::Changed(Box::new(self.put_together(whole)))
    }

    /// Reads what may have changed.
    fn see(&self, sources: Vec<Source>) -> Vec<Seen> {
        let known: BTreeMap<&str, usize> =
            self.files.iter().enumerate().map(|(at, known)| (&*known.file.name, at)).collect();
        let see = |Source { name, bytes }: Source| {
            let at = known.get(name.as_str()).copied();
            let stamp = match &bytes {
                Bytes::At(path) => Stamp::of(path),
                _ => None,
            };
            let now = SystemTime::now();
            let before = at.map(|at| &self.files[at]);
            if stamp.is_some() && before.is_some_and(|known| !known.gone && known.stamp == stamp) {
                return Seen { name, stamp, known: at, fetched: None };
            }
            let fetched = Some(load::fetch(&bytes));
            let fetched = fetched.filter(|fetched| !before.is_some_and(|known| known.says(fetched)));
            Seen { name, stamp: stamp.filter(|stamp| stamp.is_settled(now)), known: at, fetched }
        };
        sources.into_iter().map(see).collect()
    }

    /// Whether a file looks as if somebody had emptied it to write it anew.
    fn is_unfinished(&self, seen: &Seen) -> bool {
        let Some(Fetched { text, problem: None, .. }) = &seen.fetched else { return false };
        let before = seen.known.map_or("", |at| &*self.files[at].file.text);
        text.trim().is_empty() || (text.len() < before.len() && before.starts_with(&**text))
    }

    /// Decodes what was read before this reader came.
    fn decode_all(&mut self) {
        if mem::replace(&mut self.decoded, true) {
            return;
        }
        let files = &self.files;
        let documents = spread(
            files.len(),
            |at| files[at].file.text.len() as u64,
            |at| load::decode(&files[at].file.name, files[at].fetched(), at as u16),
        );
        for (Loaded { document, .. }, known) in documents.into_iter().zip(&mut self.files) {
            let (subject, problems) = subject(document);
            known.problems = problems;
            self.subjects.push(subject);
        }
    }

    /// Makes what was seen what is known.
    fn take_in(&mut self, seen: Vec<Seen>) {
        let mut old: Vec<Option<(Known, Subject)>> =
            mem::take(&mut self.files).into_iter().zip(mem::take(&mut self.subjects)).map(Some).collect();
        for (number, Seen { name, stamp, known, fetched }) in seen.into_iter().enumerate() {
            let moved = known != Some(number);
            let before = known.and_then(|at| old[at].take());
            let (mut now, subject) = match (before, fetched) {
                (Some((known, subject)), None) if !moved => (known, subject),
                (Some((known, _)), None) => known.renumbered(number),
                (before, fetched) => {
                    let before = before.and_then(|(known, subject)| known.last_good(subject));
                    let fetched = fetched.unwrap_or(Fetched { text: "".into(), problem: None, path: None });
                    Known::new(&name, fetched, number, before)
                }
            };
            now.stamp = stamp;
            self.files.push(now);
            self.subjects.push(subject);
        }
        self.keep_what_is_gone(old.into_iter().flatten());
    }

    /// A file that is gone is gone, except the board itself, and all of them where nothing is left to show.
    fn keep_what_is_gone(&mut self, old: impl Iterator<Item = (Known, Subject)>) {
        let nothing_left = self.files.iter().all(|known| known.unread.is_some());
        let is_board = |content: &Content| matches!(content, Content::Board(_));
        let has_board = self.subjects.iter().any(|subject| subject.content.as_ref().is_some_and(is_board))
            || self.files.iter().any(|known| known.before.as_ref().is_some_and(|it| is_board(&it.content)));
        for (known, subject) in old {
            let file = File { text: "".into(), private: [].into(), ..known.file.clone() };
            let Some(last) = known.last_good(subject) else { continue };
            let missed = is_board(&last.content) && !has_board;
            if missed || nothing_left {
                let number = self.files.len();
                self.files.push(Known::gone(file, last, number, missed && !nothing_left));
                self.subjects.push(Subject {
                    content: None,
                    kind_at: Span::default(),
                    sound: false,
                    torn: true,
                });
            }
        }
    }

    /// Checks all files together and puts the board together.
    fn put_together(&mut self, whole: bool) -> Workspace {
        let text = |text: &Arc<str>| -> Arc<dyn ProseSource> { Arc::new(FileText(Arc::clone(text))) };
        let texts = Texts::new(self.files.iter().map(|known| text(&known.file.text)).collect());
        let case = check::Case { subjects: &self.subjects, texts: &texts, whole, today: self.today };
        let mut problems = check::check(&case);
        let files = self.files.iter().map(|known| &known.file);
        problems.extend(themes::check(self.subjects.iter().zip(files)));
        problems.extend(self.files.iter().flat_map(|known| known.problems.iter().cloned()));
        in_order(&mut problems);
        for (at, failed) in failed(&problems, self.files.len()).into_iter().enumerate() {
            self.files[at].judge(failed, &self.subjects[at]);
        }
        let shown = |at: usize| match (&self.files[at].before, self.files[at].good) {
            (_, true) => self.subjects[at].content.as_ref(),
            (Some(version), false) => Some(&version.content),
            (None, false) => None,
        };
        let contents =
            (0..self.files.len()).filter_map(|at| shown(at).map(|content| (at as u16, content.clone())));
        let texts = self.files.iter().map(|known| text(known.shown_text())).collect();
        let (board, themes) = assemble(contents, Texts::new(texts));
        // Where nothing is left, what stands in for the files says of all of them that they are shown.
        let gone = self.files.iter().any(|known| known.gone)
            && self.files.iter().all(|known| known.gone || known.unread.is_some());
        let kept = self.files.iter().zip(0..).filter(|(known, _)| gone || known.before.is_some());
        Workspace {
            origin: Origin::Folders(self.places.clone()),
            board,
            themes,
            kept: kept.map(|(_, number)| number).collect(),
            files: self.files.iter().map(|known| known.file.clone()).collect(),
            problems,
        }
    }
}

impl Known {
    /// A file that was read just now.
    fn new(name: &str, fetched: Fetched, number: usize, before: Option<Version>) -> (Self, Subject) {
        let unread = fetched.problem.clone();
        let Loaded { file, document } = load::decode(name, fetched, number as u16);
        let (subject, problems) = subject(document);
        let before = before.map(|version| version.renumbered(number));
        (Self { file, stamp: None, unread, problems, good: false, before, gone: false }, subject)
    }

    /// A file that is no longer there, shown as it was. `missed` says so among the problems.
    fn gone(file: File, last: Version, number: usize, missed: bool) -> Self {
        let missed = missed.then(|| {
            Problem::new(
                &UNREADABLE,
                number as u16,
                Span::default(),
                "the board is gone; its last version is shown",
            )
            .help("put it back, or start the program anew without it")
        });
        Self {
            file,
            stamp: None,
            unread: None,
            problems: missed.into_iter().collect(),
            good: false,
            before: Some(last.renumbered(number)),
            gone: true,
        }
    }

    /// Whether reading it gave what is known.
    fn says(&self, fetched: &Fetched) -> bool {
        let why = |problem: &Option<Problem>| problem.as_ref().map(|problem| problem.message.clone());
        !self.gone && self.file.text == fetched.text && why(&self.unread) == why(&fetched.problem)
    }

    /// What reading it gave.
    fn fetched(&self) -> Fetched {
        Fetched {
            text: Arc::clone(&self.file.text),
            problem: self.unread.clone(),
            path: self.file.path.clone(),
        }
    }

    /// The same under another number: places of prose name the number of their file.
    fn renumbered(self, number: usize) -> (Self, Subject) {
        let Loaded { document, .. } = load::decode(&self.file.name, self.fetched(), number as u16);
        let (subject, problems) = subject(document);
        let before = self.before.map(|version| version.renumbered(number));
        (Self { problems, before, ..self }, subject)
    }

    /// Its last version without errors.
    fn last_good(self, subject: Subject) -> Option<Version> {
        match subject.content {
            Some(content) if self.good => Some(Version { text: self.file.text, content }),
            _ => self.before,
        }
    }

    /// Takes over whether it has errors. A file that has some only since others changed stays as it is.
    fn judge(&mut self, failed: bool, subject: &Subject) {
        if !failed && !self.gone {
            self.before = None;
        } else if self.good {
            let text = Arc::clone(&self.file.text);
            self.before = subject.content.clone().map(|content| Version { text, content });
        }
        self.good = !failed && !self.gone;
    }

    /// The text of what is on the board.
    fn shown_text(&self) -> &Arc<str> {
        self.before.as_ref().map_or(&self.file.text, |version| &version.text)
    }
}

impl Version {
    /// The same under another number.
    fn renumbered(self, number: usize) -> Self {
        let content = format::read(&self.text, number as u16).content.unwrap_or(self.content);
        Self { content, ..self }
    }
}

#[cfg(test)]
mod tests;
