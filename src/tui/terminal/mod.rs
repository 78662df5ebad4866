//! The terminal at hand: what it sends, what it shows, and leaving it as it was found.

#[cfg_attr(unix, path = "aside_unix.rs")]
#[cfg_attr(not(unix), path = "aside_elsewhere.rs")]
mod aside;
mod event;
mod guard;
mod input;
mod links;
mod paint;
mod screen;
mod sequence;
#[cfg_attr(unix, path = "wait_unix.rs")]
#[cfg_attr(not(unix), path = "wait_elsewhere.rs")]
mod wait;
mod waker;

pub use aside::Left;
pub use event::Event;
pub use guard::Guard;
pub use input::{Decoder, Input};
pub use screen::Screen;
pub use wait::{Events, background, suspend};
pub use waker::Waker;

/// Asks the terminal for its background, and then for what it is: every terminal answers the second, in order, so
/// one that does not know the first costs no waiting.
pub const BACKGROUND_QUESTION: &[u8] = b"\x1b]11;?\x07\x1b[c";

/// Whether the terminal may be asked for its background. Some print the question, answer in the wrong order or not
/// at all.
pub fn answers_questions(variable: impl Fn(&str) -> Option<String>) -> bool {
    variable("TERM").is_some_and(|term| {
        !matches!(term.as_str(), "" | "dumb" | "screen" | "Eterm") && !term.starts_with("screen.")
    })
}
