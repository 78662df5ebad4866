//! An earlier edition of the workspace, read beside the one on screen.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::message::{Message, Notice, Tone};
use super::model::Model;
use crate::scorecard::{Board, PartialDate};
use crate::text::visible;
use crate::workspace::Workspace;

/// An earlier edition of the workspace.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The place it was read from, as it may be shown.
    pub place: String,
    /// Its board, as it may be shown.
    pub board: Arc<Board>,
    /// How many errors its files have; files with errors are not on the board.
    pub errors: usize,
}

/// What is to be read, and how.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    folder: PathBuf,
    today: PartialDate,
    private: bool,
}

impl Reading {
    /// Reads the edition and puts it, or why there is none, into a message.
    pub(super) fn message(&self) -> Message {
        match Edition::read(&self.folder, self.today, self.private) {
            Ok(edition) => Message::Edition(edition),
            Err(text) => Message::Told(Notice { tone: Tone::Warning, text }),
        }
    }
}

impl Model {
    /// How an earlier edition in a folder is to be read, to be shown here.
    pub(super) fn reading_of(&self, folder: &Path) -> Reading {
        Reading { folder: folder.to_owned(), today: self.today, private: self.settings.private }
    }
}

impl Edition {
    /// Reads an edition from a folder, without private fields where they are not shown on the screen either.
    ///
    /// # Errors
    /// Where there is nothing, or no scorecard in it: why, in a sentence.
    pub fn read(folder: &Path, today: PartialDate, private: bool) -> Result<Self, String> {
        let place = visible(&folder.to_string_lossy()).into_owned();
        if folder.symlink_metadata().is_err() {
            return Err(format!("There is no folder {place}"));
        }
        let workspace = Workspace::open(&[folder.to_owned()], today);
        let errors = workspace.tally().errors;
        let workspace = if private { workspace } else { workspace.public() };
        if workspace.board.measures.is_empty() {
            return Err(format!("There are no scorecards in {place}; t12 check {place} tells why"));
        }
        Ok(Self { place, board: Arc::new(workspace.board), errors })
    }
}
