//! The person's editor in the terminal, and back to the same screen.

use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus};

use super::Session;
use crate::format::{Landmark, Sought};
use crate::text::visible;
use crate::tui::editor::{Call, Editor};
use crate::tui::effect::start_beside;
use crate::tui::message::{Edit, Message, Notice, Tone};
use crate::tui::terminal::Left;
use crate::workspace::{Place, Target, place};

/// What a program that was killed may have left switched on: reports of the mouse and of the focus, and other keys.
#[rustfmt::skip]
const AFTER_A_KILL: &[u8] = b"\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1004l\x1b[>4;0m\x1b[<u\x1b[?1l\x1b>";

impl Session {
    /// Opens a place of a file in the person's editor. One with a window of its own runs beside; any other gets the
    /// terminal until it ends. Gives the exit code where a signal ends us meanwhile.
    pub(super) fn edit(&mut self, edit: &Edit) -> io::Result<Option<u8>> {
        let variable = |name: &str| std::env::var_os(name).map(|value| value.to_string_lossy().into_owned());
        let editor = match Editor::chosen(self.model.settings.editor.as_deref(), variable) {
            Ok(editor) => editor,
            Err(problem) => return self.tell(Tone::Error, problem.to_string()),
        };
        let place = match place(&edit.file, &edit.target) {
            Ok(place) => place,
            Err(problem) => return self.tell(Tone::Error, problem.to_string()),
        };
        let call = editor.call(&edit.file, place);
        if call.beside { self.open_beside(&call, edit, place) } else { self.open_inside(&call, edit, place) }
    }

    fn open_beside(&mut self, call: &Call, edit: &Edit, place: Place) -> io::Result<Option<u8>> {
        let mut child = match start_beside(Command::new(&call.program).args(&call.arguments)) {
            Ok(child) => child,
            Err(error) => return self.tell(Tone::Error, not_started(call, &error)),
        };
        let (post, name) = (self.post.clone(), name(call));
        std::thread::spawn(move || {
            let failed = child.wait().ok().and_then(|status| how_it_failed(&name, status));
            if let Some(text) = failed {
                post.send(Message::Told(Notice { tone: Tone::Warning, text }));
            }
        });
        let file = edit.file.to_string_lossy();
        let opened = format!("Opened {}:{} beside", visible(&file), place.at);
        let text = match remark(edit, place) {
            Some(remark) => format!("{opened}. {remark}"),
            None => opened,
        };
        self.tell(Tone::Notice, text)
    }

    fn open_inside(&mut self, call: &Call, edit: &Edit, place: Place) -> io::Result<Option<u8>> {
        self.guard.give_back();
        let left = self.events.stand_aside(Command::new(&call.program).args(&call.arguments));
        if left.as_ref().is_ok_and(|left| left.status.code().is_none()) {
            self.guard.write(AFTER_A_KILL)?;
        }
        self.guard.retake()?;
        self.screen.forget();
        // What happened meanwhile, so that the first screen shows it.
        for happened in [self.measure()?, self.open_post()?] {
            if happened.is_some() {
                return Ok(happened);
            }
        }
        match left {
            Err(error) => self.tell(Tone::Error, not_started(call, &error)),
            Ok(Left { end: Some(code), .. }) => Ok(Some(code)),
            Ok(Left { status, .. }) => match (how_it_failed(&name(call), status), remark(edit, place)) {
                (Some(failure), _) => self.tell(Tone::Warning, failure),
                (None, Some(remark)) => self.tell(Tone::Notice, remark),
                (None, None) => Ok(None),
            },
        }
    }

    pub(super) fn tell(&mut self, tone: Tone, text: String) -> io::Result<Option<u8>> {
        self.update(Message::Told(Notice { tone, text }))
    }
}

/// The editor by its name alone.
fn name(call: &Call) -> String {
    let name = Path::new(&call.program).file_name().unwrap_or(call.program.as_ref());
    visible(&name.to_string_lossy()).into_owned()
}

fn not_started(call: &Call, error: &io::Error) -> String {
    let (program, named_by) = (visible(&call.program), call.named_by);
    match error.kind() {
        io::ErrorKind::NotFound => format!("There is no editor `{program}` ({named_by})"),
        _ => format!("The editor `{program}` cannot be started: {error} ({named_by})"),
    }
}

/// How a program ended, where that is not as it should.
fn how_it_failed(name: &str, status: ExitStatus) -> Option<String> {
    match status.code() {
        Some(0) => None,
        Some(code) => Some(format!("{name} ended with exit code {code}; what it saved counts")),
        None => Some(format!("{name} was ended by {}; what it saved counts", signal(status))),
    }
}

#[cfg(unix)]
fn signal(status: ExitStatus) -> String {
    use std::os::unix::process::ExitStatusExt;

    status.signal().map_or_else(|| "a signal".to_owned(), |signal| format!("signal {signal}"))
}

#[cfg(not(unix))]
fn signal(_: ExitStatus) -> String {
    "the system".to_owned()
}

/// What to say of the place: what stands there is not what the person may think.
fn remark(edit: &Edit, place: Place) -> Option<String> {
    let Target::Sought(sought) = &edit.target else { return None };
    let short_of_it = match (place.landmark?, sought) {
        (Landmark::Around, Sought::Position(_, code)) => {
            Some(format!("There is no entry for {code} yet: the positions of the measure were opened"))
        }
        (Landmark::Around, Sought::Listing(_, list)) => {
            let list = visible(list);
            Some(format!("There is no entry for {list} yet: the listings of the entity were opened"))
        }
        (Landmark::Around, Sought::Jurisdiction(code)) => {
            Some(format!("There is no entry for {code} yet: the jurisdictions of the board were opened"))
        }
        (Landmark::Above, Sought::Listing(..)) => {
            Some("The entity has no listings yet: the entity was opened".to_owned())
        }
        (Landmark::Above, _) => Some("The measure has no positions yet: the measure was opened".to_owned()),
        (
            Landmark::File,
            Sought::Measure(id)
            | Sought::Position(id, _)
            | Sought::Entity(id)
            | Sought::Listing(id, _)
            | Sought::Jurisdiction(id),
        ) => Some(format!("`{}` was not found in the file: its beginning was opened", visible(id))),
        _ => None,
    };
    short_of_it.or_else(|| edit.remark.clone())
}
