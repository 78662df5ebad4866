//! Waking the loop from another thread.

use std::sync::Arc;

#[cfg(unix)]
use std::os::unix::net::UnixStream;

/// Wakes a program that waits for events. Clones wake the same one; one that belongs to no program wakes nobody.
#[derive(Clone, Debug, Default)]
pub struct Waker {
    #[cfg(unix)]
    pipe: Option<Arc<UnixStream>>,
    #[cfg(not(unix))]
    woken: Option<Arc<std::sync::atomic::AtomicBool>>,
}

#[cfg(unix)]
impl Waker {
    /// Wakes by writing into a pipe that the program waits for. It must not block.
    pub(super) fn of(pipe: UnixStream) -> Self {
        Self { pipe: Some(Arc::new(pipe)) }
    }

    /// Wakes the program.
    pub fn wake(&self) {
        if let Some(pipe) = &self.pipe {
            // A pipe that is full wakes as well, and nobody is behind one that is closed.
            let _ = rustix::io::write(&**pipe, &[1]);
        }
    }
}

#[cfg(not(unix))]
impl Waker {
    /// Wakes by setting what the program looks at now and then.
    pub(super) fn of(woken: Arc<std::sync::atomic::AtomicBool>) -> Self {
        Self { woken: Some(woken) }
    }

    /// Wakes the program.
    pub fn wake(&self) {
        if let Some(woken) = &self.woken {
            woken.store(true, std::sync::atomic::Ordering::Release);
        }
    }
}
