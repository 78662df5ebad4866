//! From the scorecards inside the program to files of the person's own.

use std::io;
use std::path::Path;

use super::Session;
use crate::report::words::plural;
use crate::text::visible;
use crate::tui::message::{Message, Tone};
use crate::workspace::init;

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
}
