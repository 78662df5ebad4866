//! What reaches the model, and what it asks of the outside world.

use std::path::PathBuf;

use super::background::{Job, Outcome};
use super::edition::Edition;
use super::fresh::Fresh;
use super::key::Key;
use super::model::Asked;
use super::mouse::Mouse;
use super::theme::Background;
use crate::workspace::Target;

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Something was done with the mouse.
    Mouse(Mouse),
    /// Text was pasted.
    Paste(String),
    /// The cursor has been where it is for a while.
    Rested,
    /// The terminal has a new size in columns and rows.
    Resize(u16, u16),
    /// The terminal told its background.
    Background(Background),
    /// An effect has something to say.
    Told(Notice),
    /// The files say something new, read at that time of day.
    Reloaded(Box<Fresh>, String),
    /// An earlier edition of the workspace was read.
    Edition(Edition),
    /// Work in the background is done.
    Computed(Outcome),
}

impl Message {
    /// Whether an earlier message that nobody took yet says nothing any more beside this one.
    pub(super) fn overtakes(&self, earlier: &Self) -> bool {
        matches!(
            (self, earlier),
            (Self::Resize(..), Self::Resize(..)) | (Self::Reloaded(..), Self::Reloaded(..))
        )
    }
}

/// Something for the status line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// One line of plain English.
    pub text: String,
}

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// For information.
    Notice,
    /// Something to look at.
    Warning,
    /// Something failed.
    Error,
}

/// Something the outside world has to do. An effect never decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Leave the program.
    Quit,
    /// Hand the terminal back to the shell until it continues us.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Keep a line that was typed for later runs.
    Remember(Asked, String),
    /// Open a link, http or https, in the browser.
    OpenLink(String),
    /// Put text on the clipboard.
    Copy {
        /// What it is, for people: `the citation`.
        what: &'static str,
        /// The text. Tabs and line breaks in it stay.
        text: String,
    },
    /// Open a place of a file in the person's editor.
    Edit(Edit),
    /// Write the scorecards inside the program into that folder.
    Init(PathBuf),
    /// Read an earlier edition of the workspace from that folder, and tell what is there.
    ReadEdition(PathBuf),
    /// Do work off the drawing thread, and tell what it came to.
    Compute(Job),
    /// Write what is supposed as a scenario of the workspace in that folder.
    SaveScenario {
        /// The folder of the workspace.
        folder: PathBuf,
        /// The id of the scenario, which is also the name of its file.
        id: String,
        /// What the file says.
        text: String,
    },
}

/// What to open in the editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The file, as it can be opened.
    pub file: PathBuf,
    /// The place in it.
    pub target: Target,
    /// What to say afterwards of what was opened.
    pub remark: Option<String>,
}
