//! Being told when files change: by the system where it can, else by looking now and then.

mod remote;
mod scope;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::find::find;
use super::load::Bytes;
use super::stamp::{Identity, Stamp};
use scope::Scope;

/// So long nothing may happen before files are read: an editor saves in several steps.
const QUIET: Duration = Duration::from_millis(80);
/// They are read after this long also where it never gets quiet.
const LONGEST: Duration = Duration::from_millis(400);
/// How often files are looked at where the system does not tell of changes.
const ROUND: Duration = Duration::from_secs(1);

/// Waits for changes of a workspace.
#[derive(Debug)]
pub(super) struct Watcher {
    way: Way,
    why_polling: Option<String>,
}

#[derive(Debug)]
enum Way {
    Told(Told),
    Polling { places: Vec<PathBuf>, last: Vec<(PathBuf, Option<Stamp>)> },
}

/// What the system tells of folders.
#[derive(Debug)]
struct Told {
    system: RecommendedWatcher,
    changes: Receiver<()>,
    scope: Arc<Mutex<Scope>>,
    /// The folders it watches, each as it was when that began.
    folders: BTreeMap<PathBuf, Option<Identity>>,
}

impl Watcher {
    /// Watches the folders of a workspace; with `poll` it looks at the files now and then.
    pub(super) fn new(places: &[PathBuf], poll: bool) -> Self {
        if poll {
            return Self { way: Way::polling(places), why_polling: None };
        }
        match Told::new(places) {
            Ok(told) => Self { way: Way::Told(told), why_polling: None },
            Err(why) => Self { way: Way::polling(places), why_polling: Some(why) },
        }
    }

    /// Why the system cannot tell of changes, where it cannot.
    pub(super) fn why_polling(&self) -> Option<String> {
        self.why_polling.clone()
    }

    /// Watches the folders that are there now, in place of those that were.
    pub(super) fn follow(&mut self, places: &[PathBuf]) {
        if let Way::Told(told) = &mut self.way
            && let Err(why) = told.follow(places)
        {
            *self = Self { way: Way::polling(places), why_polling: Some(why) };
        }
    }

    /// Sleeps until files changed and nothing happened to them for a moment.
    pub(super) fn wait(&mut self) {
        let lost = match &mut self.way {
            Way::Told(told) => !told.wait(),
            Way::Polling { places, last } => {
                poll(places, last);
                false
            }
        };
        if lost && let Way::Told(told) = &self.way {
            let places = told.scope.lock().unwrap_or_else(PoisonError::into_inner).places();
            self.way = Way::polling(&places);
        }
    }
}

impl Way {
    fn polling(places: &[PathBuf]) -> Self {
        Self::Polling { places: places.to_vec(), last: stamps(places) }
    }
}

impl Told {
    fn new(places: &[PathBuf]) -> Result<Self, String> {
        let scope = Scope::of(places);
        if let Some(kind) = scope.folders().iter().find_map(|folder| remote::kind(folder)) {
            return Err(format!("{kind} does not tell of changes"));
        }
        let scope = Arc::new(Mutex::new(scope));
        // One change is as good as many; who does not fit is not missed.
        let (mark, changes) = sync_channel(1);
        let looked_at = Arc::clone(&scope);
        let tell = move |event: notify::Result<Event>| {
            let scope = looked_at.lock().unwrap_or_else(PoisonError::into_inner);
            if event.as_ref().map_or(true, |event| scope.concerns(event)) {
                let _ = mark.try_send(());
            }
        };
        let system = notify::recommended_watcher(tell).map_err(|error| error.to_string())?;
        let mut told = Self { system, changes, scope, folders: BTreeMap::new() };
        told.follow(places)?;
        Ok(told)
    }

    fn follow(&mut self, places: &[PathBuf]) -> Result<(), String> {
        let scope = Scope::of(places);
        let wanted: BTreeMap<PathBuf, Option<Identity>> =
            scope.folders().into_iter().map(|folder| (folder.clone(), Identity::at(&folder))).collect();
        *self.scope.lock().unwrap_or_else(PoisonError::into_inner) = scope;
        for (folder, identity) in &self.folders {
            if wanted.get(folder) != Some(identity) {
                // A folder that is gone is no longer watched anyway.
                let _ = self.system.unwatch(folder);
            }
        }
        for (folder, identity) in &wanted {
            if self.folders.get(folder) != Some(identity) {
                watch(&mut self.system, folder)?;
            }
        }
        self.folders = wanted;
        Ok(())
    }

    /// Whether something changed; not where the system says nothing any more.
    fn wait(&self) -> bool {
        if self.changes.recv().is_err() {
            return false;
        }
        let until = Instant::now() + LONGEST;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match self.changes.recv_timeout(QUIET.min(left)) {
                Ok(()) if left.is_zero() => return true,
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
    }
}

/// Watches a folder. One that vanished meanwhile is none of our business: the one above it tells of its return.
fn watch(system: &mut RecommendedWatcher, folder: &Path) -> Result<(), String> {
    match system.watch(folder, RecursiveMode::NonRecursive) {
        Ok(()) => Ok(()),
        Err(_) if !folder.exists() => Ok(()),
        Err(error) => Err(error.to_string()),
    }
}

/// Looks at the files until one has another stamp.
fn poll(places: &[PathBuf], last: &mut Vec<(PathBuf, Option<Stamp>)>) {
    loop {
        thread::sleep(ROUND);
        let now = stamps(places);
        if now != *last {
            *last = now;
            return;
        }
    }
}

fn stamps(places: &[PathBuf]) -> Vec<(PathBuf, Option<Stamp>)> {
    let sources = find(places).map(|found| found.sources).unwrap_or_default();
    let paths = sources.into_iter().map(|source| match source.bytes {
        Bytes::At(path) => path,
        _ => source.name.into(),
    });
    paths.map(|path| (path.clone(), Stamp::of(&path))).collect()
}
