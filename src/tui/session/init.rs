//! What the program writes into a folder: its scorecards, to begin with, and scenarios.

use std::io;
use std::path::Path;

use super::Session;
use crate::report::words::plural;
use crate::text::visible;
use crate::tui::message::{Message, Tone};
use crate::workspace::{init, save_scenario};

impl Session {
    /// Writes the scorecards inside the program into a folder and shows those from then on, in the same place.
    pub(super) fn init(&mut self, folder: &Path) -> io::Result<Option<u8>> {
        let written = match init(folder) {
            Ok(written) => written,
            Err(problem) => return self.tell(Tone::Error, problem.to_string()),
        };
        let fresh = self.following.turn_to(folder, &self.post);
        if let Some(code) = self.update(Message::Reloaded(Box::new(fresh), (self.following.clock)()))? {
            return Ok(Some(code));
        }
        let (files, folder) = (plural(written.len(), "file"), folder.to_string_lossy());
        self.tell(
            Tone::Notice,
            format!("Wrote {files} into {}; they are on the screen now", visible(&folder)),
        )
    }

    /// Writes a scenario into the workspace and says where it is.
    pub(super) fn save_scenario(&mut self, folder: &Path, id: &str, text: &str) -> io::Result<Option<u8>> {
        match save_scenario(folder, id, text) {
            Ok(file) => {
                let file = file.to_string_lossy();
                self.tell(Tone::Notice, format!("Wrote {}; t12 scenario show {id} tells it", visible(&file)))
            }
            Err(problem) => self.tell(Tone::Error, problem.to_string()),
        }
    }
}
