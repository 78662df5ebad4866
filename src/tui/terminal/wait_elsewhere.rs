//! Events where there are no signals to wait for: what crossterm reads.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::event::{self, Event as Read, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::event::Event;
use super::input::Input;
use super::waker::Waker;
use crate::tui::key::Key;
use crate::tui::mouse::{Act, Mouse};

/// How often we look whether another thread woke us: crossterm waits for the console alone.
const LOOK: Duration = Duration::from_millis(50);

/// Where events come from.
#[derive(Debug, Default)]
pub struct Events {
    queue: VecDeque<Event>,
    woken: Arc<AtomicBool>,
}

impl Events {
    /// Begins to listen.
    ///
    /// # Errors
    /// None here.
    pub fn listen() -> io::Result<Self> {
        Ok(Self::default())
    }

    /// What other threads wake the program with: it is an [`Event::Woken`].
    pub fn waker(&self) -> Waker {
        Waker::of(Arc::clone(&self.woken))
    }

    /// The next event that is already here.
    pub fn next_ready(&mut self) -> Option<Event> {
        self.queue.pop_front()
    }

    /// Puts events back for [`Self::next_ready`], before all others.
    pub fn put_back(&mut self, events: Vec<Event>) {
        for event in events.into_iter().rev() {
            self.queue.push_front(event);
        }
    }

    /// Waits until something happens, at most `limit` long. Asleep until then.
    ///
    /// # Errors
    /// The system does not let us wait or read.
    pub fn wait(&mut self, limit: Option<Duration>) -> io::Result<()> {
        let mut left = limit;
        loop {
            let now = left.map_or(LOOK, |left| left.min(LOOK));
            if event::poll(now)? {
                break;
            }
            if self.woken.swap(false, Ordering::Acquire) {
                self.queue.push_back(Event::Woken);
                return Ok(());
            }
            left = left.map(|left| left.saturating_sub(now));
            if left.is_some_and(|left| left.is_zero()) {
                return Ok(());
            }
        }
        self.queue.extend(event_of(event::read()?));
        while event::poll(Duration::ZERO)? {
            self.queue.extend(event_of(event::read()?));
        }
        Ok(())
    }
}

/// What the mouse did, where it is something to this program.
fn done(event: MouseEvent) -> Option<Mouse> {
    let act = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Act::Click,
        MouseEventKind::ScrollUp => Act::WheelUp,
        MouseEventKind::ScrollDown => Act::WheelDown,
        MouseEventKind::ScrollLeft => Act::WheelLeft,
        MouseEventKind::ScrollRight => Act::WheelRight,
        _ => return None,
    };
    Some(Mouse { act, at: Position::new(event.column, event.row) })
}

fn event_of(read: Read) -> Option<Event> {
    match read {
        Read::Key(pressed) => Key::pressed(pressed).map(|key| Event::Input(Input::Key(key))),
        Read::Mouse(event) => done(event).map(|mouse| Event::Input(Input::Mouse(mouse))),
        Read::Paste(text) => Some(Event::Input(Input::Paste(text))),
        Read::Resize(..) => Some(Event::Resized),
        _ => None,
    }
}

/// There is no shell that could continue a program here.
///
/// # Errors
/// None here.
pub fn suspend(_give_back: impl FnOnce()) -> io::Result<bool> {
    Ok(false)
}

/// The console is not asked for its background.
///
/// # Errors
/// None here.
pub fn background(
    _events: &mut Events,
    _limit: Duration,
) -> io::Result<Option<crate::tui::theme::Background>> {
    Ok(None)
}
