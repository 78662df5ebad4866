//! Opening a workspace that takes long to read: the screen says how far it is, and keys wait for the board.

use std::io;
use std::thread;

use crossterm::event::KeyCode;
use ratatui::layout::Position;

use super::size;
use crate::tui::glyph::GlyphSet;
use crate::tui::key::Key;
use crate::tui::progress::Progress;
use crate::tui::run::{Opened, RunError};
use crate::tui::terminal::{self, Event, Events, Guard, Input, Screen};
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::pen::Pen;
use crate::tui::widget::spots::Spots;

/// What waiting for the board came to.
pub(super) enum Waited<E> {
    /// The board is there, or it cannot be had.
    Opened(Result<Box<Opened>, E>),
    /// The person or the system did not want to wait: the exit code.
    Left(u8),
}

/// Opens in a thread of its own and shows meanwhile how far it is. Keys that are pressed before the board is there are
/// kept for it, except those that leave.
pub(super) fn in_sight<E: Send>(
    files: usize,
    (guard, events): (&Guard, &mut Events),
    theme: &Theme,
    glyphs: &'static GlyphSet,
    open: impl FnOnce(&Progress) -> Result<Opened, E> + Send,
) -> Result<Waited<E>, RunError<E>> {
    let progress = Progress::new(events.waker());
    thread::scope(|scope| {
        let opening = scope.spawn(|| {
            let _finish = Finish(&progress);
            open(&progress)
        });
        let mut waiting = Waiting { guard, events, screen: Screen::new(0, 0), kept: Vec::new(), files };
        let left = waiting.watch(&progress, theme, glyphs);
        let Waiting { events, kept, .. } = waiting;
        events.put_back(kept);
        match left {
            Ok(None) => match opening.join() {
                Ok(opened) => Ok(Waited::Opened(opened.map(Box::new))),
                Err(panic) => std::panic::resume_unwind(panic),
            },
            Ok(Some(code)) => {
                progress.give_up();
                Ok(Waited::Left(code))
            }
            Err(error) => {
                progress.give_up();
                Err(RunError::Terminal(error))
            }
        }
    })
}

/// Tells the end of reading also where it ends in a panic: nobody may wait for ever.
struct Finish<'p>(&'p Progress);

impl Drop for Finish<'_> {
    fn drop(&mut self) {
        self.0.finish();
    }
}

/// The screen while there is no board.
struct Waiting<'a> {
    guard: &'a Guard,
    events: &'a mut Events,
    screen: Screen,
    kept: Vec<Event>,
    files: usize,
}

impl Waiting<'_> {
    /// Until the board is there; gives the exit code where somebody leaves before.
    fn watch(
        &mut self,
        progress: &Progress,
        theme: &Theme,
        glyphs: &'static GlyphSet,
    ) -> io::Result<Option<u8>> {
        self.measure()?;
        loop {
            let text = format!("Reading: {} of {} files", progress.read().min(self.files), self.files);
            self.guard.show(self.screen.frame(|canvas| {
                let spots = &mut Spots::default();
                draw(&mut Pen { canvas, theme, glyphs, spots }, &text)
            }))?;
            if progress.is_finished() {
                return Ok(None);
            }
            self.events.wait(None)?;
            while let Some(event) = self.events.next_ready() {
                if let Some(code) = self.take_in(event)? {
                    return Ok(Some(code));
                }
            }
        }
    }

    fn take_in(&mut self, event: Event) -> io::Result<Option<u8>> {
        match event {
            Event::Input(Input::Key(key)) if leaves(key) => return Ok(Some(0)),
            Event::Input(_) => self.kept.push(event),
            Event::Woken => {}
            Event::Resized => self.measure()?,
            Event::Suspend => {
                terminal::suspend(|| self.guard.give_back())?;
            }
            Event::Continued => {
                self.guard.retake()?;
                self.screen.forget();
                self.measure()?;
            }
            Event::End(code) => return Ok(Some(code)),
        }
        Ok(None)
    }

    fn measure(&mut self) -> io::Result<()> {
        let (width, height) = size()?;
        if (width, height) != self.screen.size() {
            self.screen.resize(width, height);
        }
        Ok(())
    }
}

/// Whether a key leaves the program. There is no keymap yet that could say otherwise: nothing would be lost.
fn leaves(key: Key) -> bool {
    key == Key::char('q') || key == Key::ctrl('c') || key == Key::new(KeyCode::Esc)
}

fn draw(pen: &mut Pen<'_>, text: &str) -> Option<Position> {
    let screen = pen.canvas.area();
    pen.clear(screen, pen.theme.style(Role::Canvas));
    let room = screen.width.saturating_sub(1);
    let taken = pen.say(1, 0, room, "t12", Role::Accent);
    pen.say(taken + 3, 0, room.saturating_sub(taken + 3), text, Role::Text);
    let last = screen.bottom().saturating_sub(1);
    if last > 0 {
        let taken = pen.say(1, last, room, "q", Role::Key);
        pen.say(taken + 2, last, room.saturating_sub(taken + 2), "quit", Role::Muted);
    }
    None
}
