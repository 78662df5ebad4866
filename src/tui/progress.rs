//! How far the reading of a workspace is: told by the threads that read, looked at by the one that draws.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::terminal::Waker;

/// How many files are read, and whether anybody still waits for the rest.
#[derive(Debug, Default)]
pub struct Progress {
    read: AtomicUsize,
    finished: AtomicBool,
    given_up: AtomicBool,
    waker: Waker,
}

impl Progress {
    /// Progress that wakes the program with every file.
    pub(super) fn new(waker: Waker) -> Self {
        Self { waker, ..Self::default() }
    }

    /// Tells that one more file is read; answers whether anybody waits for the rest.
    pub fn file_read(&self) -> bool {
        self.read.fetch_add(1, Ordering::Relaxed);
        self.waker.wake();
        !self.given_up.load(Ordering::Relaxed)
    }

    /// How many files are read.
    pub(super) fn read(&self) -> usize {
        self.read.load(Ordering::Relaxed)
    }

    /// Tells that there is nothing left to do.
    pub(super) fn finish(&self) {
        self.finished.store(true, Ordering::Release);
        self.waker.wake();
    }

    /// Whether there is nothing left to do.
    pub(super) fn is_finished(&self) -> bool {
        self.finished.load(Ordering::Acquire)
    }

    /// Nobody waits any more: what is left need not be read.
    pub(super) fn give_up(&self) {
        self.given_up.store(true, Ordering::Relaxed);
    }
}
