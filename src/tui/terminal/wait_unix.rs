//! Waiting for the keyboard, for signals and for other threads at once, without waking up for nothing.

use std::collections::VecDeque;
use std::io;
use std::os::unix::net::UnixStream;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;

use super::event::Event;
use super::input::{Decoder, Input};
use super::waker::Waker;

/// How long the rest of a sequence may take before a lone escape is the Esc key.
const SEQUENCE_PAUSE: Duration = Duration::from_millis(20);

/// Where events come from: standard input, signals and other threads.
#[derive(Debug)]
pub struct Events {
    pub(super) signals: SignalDelivery<UnixStream, SignalOnly>,
    /// Where other threads wake us, and what they do it with.
    calls: UnixStream,
    waker: Waker,
    decoder: Decoder,
    queue: VecDeque<Event>,
    bytes: Box<[u8]>,
}

impl Events {
    /// Begins to listen. From here on the signals that end or suspend a program are events.
    ///
    /// # Errors
    /// The system does not give a pipe or a signal.
    pub fn listen() -> io::Result<Self> {
        let (read, write) = UnixStream::pair()?;
        let signals = [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT];
        let (calls, caller) = UnixStream::pair()?;
        calls.set_nonblocking(true)?;
        caller.set_nonblocking(true)?;
        Ok(Self {
            signals: SignalDelivery::with_pipe(read, write, SignalOnly, signals)?,
            calls,
            waker: Waker::of(caller),
            decoder: Decoder::default(),
            queue: VecDeque::new(),
            bytes: vec![0; 1 << 14].into_boxed_slice(),
        })
    }

    /// What other threads wake the program with: it is an [`Event::Woken`].
    pub fn waker(&self) -> Waker {
        self.waker.clone()
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
        let cut_short = self.decoder.is_waiting();
        let limit =
            if cut_short { Some(limit.map_or(SEQUENCE_PAUSE, |it| it.min(SEQUENCE_PAUSE))) } else { limit };
        let [keyboard, signal, call] = self.poll(limit)?;
        if call {
            self.answer();
        }
        if signal {
            self.queue.extend(self.signals.pending().filter_map(event_of_signal));
        }
        if keyboard {
            self.read()?;
        } else if cut_short && !signal && !call {
            self.queue.extend(self.decoder.give_up().map(Event::Input));
        }
        Ok(())
    }

    /// Whether there is something from the keyboard, from a signal and from another thread.
    fn poll(&self, limit: Option<Duration>) -> io::Result<[bool; 3]> {
        let limit = limit.and_then(|limit| Timespec::try_from(limit).ok());
        let stdin = rustix::stdio::stdin();
        let mut sources = [
            PollFd::new(&stdin, PollFlags::IN),
            PollFd::new(self.signals.get_read(), PollFlags::IN),
            PollFd::new(&self.calls, PollFlags::IN),
        ];
        match poll(&mut sources, limit.as_ref()) {
            Ok(_) => Ok(sources.map(|source| !source.revents().is_empty())),
            // A signal came; the next poll sees it in the pipe.
            Err(Errno::INTR) => Ok([false; 3]),
            Err(error) => Err(error.into()),
        }
    }

    /// Empties the pipe: however often they called, one look is enough.
    fn answer(&mut self) {
        while rustix::io::read(&self.calls, &mut *self.bytes).is_ok_and(|length| length > 0) {}
        self.queue.push_back(Event::Woken);
    }

    fn read(&mut self) -> io::Result<()> {
        match rustix::io::read(rustix::stdio::stdin(), &mut *self.bytes) {
            Ok(0) | Err(Errno::IO) => self.queue.push_back(Event::End(128 + SIGHUP as u8)),
            Ok(length) => {
                self.decoder.feed(&self.bytes[..length]);
                self.queue.extend(self.decoder.by_ref().map(Event::Input));
            }
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }
}

fn event_of_signal(signal: i32) -> Option<Event> {
    match signal {
        SIGWINCH => Some(Event::Resized),
        SIGTSTP => Some(Event::Suspend),
        SIGCONT => Some(Event::Continued),
        SIGTERM | SIGHUP | SIGINT => Some(Event::End(128 + signal as u8)),
        _ => None,
    }
}

/// Stops this program and its group for the shell, until the shell continues them. Says no where there is no shell
/// that could: nobody could wake the program again.
///
/// # Errors
/// The system does not let us stop.
pub fn suspend(give_back: impl FnOnce()) -> io::Result<bool> {
    use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
    // A shell with job control gives each job a group of its own. A group that is led by the leader of the session
    // has nobody above it.
    if getsid(None)? == getpgrp() {
        return Ok(false);
    }
    give_back();
    kill_current_process_group(Signal::STOP)?;
    Ok(true)
}

/// What the terminal answers to the question for its background, waiting at most `limit`. Keys that are pressed
/// meanwhile are kept.
///
/// # Errors
/// As for [`Events::wait`].
pub fn background(events: &mut Events, limit: Duration) -> io::Result<Option<crate::tui::theme::Background>> {
    let start = std::time::Instant::now();
    let mut kept = Vec::new();
    let mut answer = None;
    let mut answered = false;
    while let Some(left) = limit.checked_sub(start.elapsed()).filter(|_| !answered) {
        events.wait(Some(left))?;
        while let Some(event) = events.next_ready() {
            match event {
                Event::Input(Input::Background(found)) => answer = Some(found),
                Event::Input(Input::Attributes) => answered = true,
                Event::End(_) => {
                    kept.push(event);
                    answered = true;
                }
                _ => kept.push(event),
            }
        }
    }
    events.put_back(kept);
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_thread_wakes_the_loop_once_however_often_it_calls() {
        let mut events = Events::listen().unwrap();
        let waker = events.waker();
        std::thread::spawn(move || (0..100_000).for_each(|_| waker.wake())).join().unwrap();
        let mut woken = 0;
        for _ in 0..3 {
            // The keyboard of a test may be at its end; that is an event of its own.
            events.wait(Some(Duration::ZERO)).unwrap();
            woken +=
                std::iter::from_fn(|| events.next_ready()).filter(|event| *event == Event::Woken).count();
        }
        assert_eq!(woken, 1);
    }
}
