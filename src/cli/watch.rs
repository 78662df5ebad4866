use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use jiff::Zoned;

use crate::report::problems::{self, Form, Look};
use crate::report::words::plural;
use crate::scorecard::PartialDate;
use crate::workspace::{Follower, Workspace};

use super::error::Error;

/// Clears a terminal, what scrolled away too.
const CLEAR: &str = "\x1b[H\x1b[2J\x1b[3J";

/// A check that goes on.
pub(super) struct Watch {
    pub(super) places: Vec<PathBuf>,
    pub(super) today: PartialDate,
    /// Whether the files are looked at now and then instead of being told of changes.
    pub(super) poll: bool,
    pub(super) private: bool,
    pub(super) form: Form,
    pub(super) look: Look,
}

impl Watch {
    /// Checks now and after every change, until nobody reads any more or the person ends it.
    pub(super) fn run(&self, err: &mut dyn Write) -> Result<ExitCode, Error> {
        let mut workspace = Workspace::open(&self.places, self.today);
        let Some(mut follower) = Follower::new(&workspace, self.today, self.poll) else {
            let text =
                "the scorecards inside the program never change; write them into a folder with: t12 init";
            return Err(Error::Usage(text.to_owned()));
        };
        if let Some(why) = follower.begin() {
            writeln!(err, "t12: the files are looked at once a second: {why}")?;
        }
        loop {
            if !self.private {
                workspace = workspace.public();
            }
            if !self.tell(&workspace)? {
                return Ok(super::check::verdict(&workspace, self.look.strict));
            }
            workspace = follower.next_change();
        }
    }

    /// Writes what was found in one piece, and says whether there is still somebody to read it. The usual writer goes
    /// on without a reader, and this would then never end.
    fn tell(&self, workspace: &Workspace) -> Result<bool, Error> {
        let mut out = io::stdout().lock();
        let mut text = Vec::new();
        if out.is_terminal() {
            text.extend_from_slice(CLEAR.as_bytes());
        }
        let time = Zoned::now().strftime("%H:%M").to_string();
        write(&time, workspace, self.form, self.look, &mut text)?;
        match out.write_all(&text).and_then(|()| out.flush()) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}

/// One line where nothing is wrong, else every problem.
fn write(time: &str, workspace: &Workspace, form: Form, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let tally = workspace.tally();
    if tally.errors + tally.warnings > 0 {
        writeln!(out, "{time} problems:")?;
        return problems::write(form, look, &workspace.files, &workspace.problems, out);
    }
    let notes = if tally.notes > 0 { format!(", {}", plural(tally.notes, "note")) } else { String::new() };
    writeln!(out, "{time} clean: {}{notes}", plural(workspace.files.len(), "file"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(folder: &str) -> String {
        let today = PartialDate::parse("2026-11-21").unwrap();
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(folder);
        let mut out = Vec::new();
        write("14:02", &Workspace::open(&[folder], today), Form::Concise, Look::default(), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn one_line_where_nothing_is_wrong_else_every_problem() {
        assert_eq!(written("clean/not-yet-stale"), "14:02 clean: 2 files\n");
        let noted = written("T307-unread-source");
        assert_eq!((noted.lines().count(), noted.contains("1 note")), (1, true), "{noted}");
        let told = written("T203-unknown-jurisdiction");
        assert!(told.starts_with("14:02 problems:\n"), "{told}");
        assert!(told.contains("harbours.yaml:14:7: error[T203] "), "{told}");
    }
}
