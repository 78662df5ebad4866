//! What the files say: at the start, and again whenever they change.

use std::collections::BTreeSet;
use std::path::Path;

use super::message::{Message, Notice, Tone};
use super::post::Post;
use crate::diagnostic::{File, Severity};
use crate::report::problems::{Listed, list};
use crate::scorecard::{Board, PartialDate};
use crate::workspace::{Follower, Workspace};

/// The board and what there is to know of its files, as they may be shown.
#[derive(Clone, Debug)]
pub struct Fresh {
    /// The board.
    pub board: Board,
    /// Its files.
    pub files: Files,
}

/// The files behind a board.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// Every file with its text, by the numbers that prose and problems count them by.
    pub all: Vec<File>,
    /// Their problems, errors first.
    pub problems: Vec<Listed>,
    /// The numbers of the files with errors that are on the board as they were before.
    pub kept: BTreeSet<u16>,
}

impl Fresh {
    /// What a workspace says; without `private` what everyone may see of it.
    pub fn of(workspace: Workspace, private: bool) -> Self {
        let workspace = if private { workspace } else { workspace.public() };
        let Workspace { board, files, problems, kept, .. } = workspace;
        let problems = list(&files, &problems);
        Self { board, files: Files { all: files, problems, kept } }
    }
}

impl Files {
    /// The problems that matter: errors and warnings.
    pub fn loud(&self) -> usize {
        self.problems.partition_point(|problem| problem.severity < Severity::Note)
    }
}

/// How the files are followed while the program runs.
#[derive(Clone, Copy, Debug)]
pub struct Following {
    /// The day it is.
    pub today: PartialDate,
    /// Whether they are looked at now and then instead of being told of changes.
    pub poll: bool,
    /// Whether private fields are shown.
    pub private: bool,
    /// Tells the time of day as people read it: `14:02`.
    pub clock: fn() -> String,
}

impl Following {
    /// Follows the files in a thread of its own for as long as the program runs.
    pub(super) fn start(self, mut follower: Follower, post: Post) {
        std::thread::spawn(move || {
            if let Some(why) = follower.begin() {
                let text = format!("The files are looked at once a second: {why}");
                post.send(Message::Told(Notice { tone: Tone::Notice, text }));
            }
            loop {
                let fresh = Fresh::of(follower.next_change(), self.private);
                post.send(Message::Reloaded(Box::new(fresh), (self.clock)()));
            }
        });
    }

    /// What the files of a folder say, where there were none before. They are followed from then on.
    pub(super) fn turn_to(self, folder: &Path, post: &Post) -> Fresh {
        let workspace = Workspace::open(&[folder.to_owned()], self.today);
        if let Some(follower) = Follower::new(&workspace, self.today, self.poll) {
            self.start(follower, post.clone());
        }
        Fresh::of(workspace, self.private)
    }
}
