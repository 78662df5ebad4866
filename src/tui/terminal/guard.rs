//! Taking the terminal and giving it back as it was, whatever happens.

use std::cell::Cell;
use std::io;
#[cfg(not(unix))]
use std::io::Write;
use std::panic::{self, PanicHookInfo};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

use crate::text::visible;

/// Alternate screen, no cursor, pasted text marked as such, word of a change between light and dark, and a cursor that
/// is a thin bar and does not blink.
const TAKE: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?2031h\x1b[6 q";
/// The mouse: buttons and wheel, without bounds to columns and rows; nothing of motion.
#[cfg(unix)]
const TAKE_MOUSE: &[u8] = b"\x1b[?1000h\x1b[?1006h";
#[cfg(unix)]
const GIVE_MOUSE_BACK: &[u8] = b"\x1b[?1006l\x1b[?1000l";
/// All of it back, also out of the middle of a frame.
const GIVE_BACK: &[u8] =
    b"\x1b[?2026l\x1b]8;;\x1b\\\x1b[?1006l\x1b[?1000l\x1b[m\x1b[?2031l\x1b[?2004l\x1b[0 q\x1b[?25h\x1b[?1049l";

/// Whether the terminal is ours, for the panic hook, which knows nothing else.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// Whether it shows our screen.
static SHOWN: AtomicBool = AtomicBool::new(false);

/// The terminal is ours as long as this lives.
#[derive(Debug)]
pub struct Guard {
    /// Whether the mouse is ours too.
    mouse: Cell<bool>,
}

impl Guard {
    /// Takes the terminal in raw mode. From here on a panic gives it back before it speaks. The alternate screen comes
    /// with the first [`Self::show`]: nobody looks at an empty one, and one that only flashed by is never seen.
    ///
    /// # Errors
    /// The terminal does not let itself be set.
    pub fn take() -> io::Result<Self> {
        static HOOK: Once = Once::new();
        HOOK.call_once(speak_plainly_on_panic);
        let guard = Self { mouse: Cell::new(false) };
        guard.retake()?;
        Ok(guard)
    }

    /// Takes the terminal again after a pause, whatever was done to it meanwhile.
    ///
    /// # Errors
    /// As for [`Self::take`].
    pub fn retake(&self) -> io::Result<()> {
        // A shell that continues a job sets the terminal as it likes, behind the back of what is remembered here.
        disable_raw_mode()?;
        self.mouse.set(false);
        TAKEN.store(true, Ordering::SeqCst);
        enable_raw_mode()?;
        // Who was stopped without a word has its screen no more, but thinks so.
        if SHOWN.load(Ordering::SeqCst) { write_all(TAKE) } else { Ok(()) }
    }

    /// Writes a frame to our screen, in one write as far as the terminal takes it.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub fn show(&self, frame: &[u8]) -> io::Result<()> {
        if SHOWN.swap(true, Ordering::SeqCst) { write_all(frame) } else { write_all(&[TAKE, frame].concat()) }
    }

    /// Writes to the terminal, whatever it shows.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub fn write(&self, bytes: &[u8]) -> io::Result<()> {
        write_all(bytes)
    }

    /// Takes the mouse or gives it back, where that is not so already.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub fn mouse(&self, wanted: bool) -> io::Result<()> {
        if self.mouse.replace(wanted) == wanted {
            return Ok(());
        }
        self.show(&[])?;
        take_mouse(wanted)
    }

    /// Gives the terminal back for a while.
    pub fn give_back(&self) {
        give_back();
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back if it is ours. Nothing more can be done where that fails.
fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        if SHOWN.swap(false, Ordering::SeqCst) {
            let _ = write_all(GIVE_BACK);
            #[cfg(not(unix))]
            let _ = take_mouse(false);
        }
        let _ = disable_raw_mode();
    }
}

#[cfg(unix)]
fn take_mouse(wanted: bool) -> io::Result<()> {
    write_all(if wanted { TAKE_MOUSE } else { GIVE_MOUSE_BACK })
}

/// Where there is a console, its mode says what it reports.
#[cfg(not(unix))]
fn take_mouse(wanted: bool) -> io::Result<()> {
    use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
    let mut out = io::stdout().lock();
    if wanted {
        crossterm::execute!(out, EnableMouseCapture)
    } else {
        crossterm::execute!(out, DisableMouseCapture)
    }
}

/// Writes past the lock of the standard library: another thread may hold it when this one panics.
#[cfg(unix)]
fn write_all(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(rustix::stdio::stdout(), bytes) {
            Ok(written) => bytes = &bytes[written..],
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

#[cfg(not(unix))]
fn write_all(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// One line on standard error, past its lock.
#[cfg(unix)]
fn tell(line: &str) {
    let _ = rustix::io::write(rustix::stdio::stderr(), format!("{line}\n").as_bytes());
}

#[cfg(not(unix))]
fn tell(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// A panic gives the terminal back first, then says what happened in one sentence. With `RUST_BACKTRACE` the
/// usual report follows.
fn speak_plainly_on_panic() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        give_back();
        tell(&sentence(panic));
        if std::env::var_os("RUST_BACKTRACE").is_some_and(|value| value != "0") {
            usual(panic);
        }
    }));
}

fn sentence(panic: &PanicHookInfo<'_>) -> String {
    let what = panic.payload_as_str().unwrap_or("no reason given");
    let place =
        panic.location().map_or_else(String::new, |place| format!(" ({}:{})", place.file(), place.line()));
    format!("t12 stopped because of a bug: {}{}; please report it.", visible(what), visible(&place))
}
