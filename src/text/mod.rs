//! Text of files: places in it, and how untrusted text is made visible. A leaf that everyone may use.

mod beginning;
mod lines;
mod nearest;
mod span;
mod visible;

pub use beginning::by_beginning;
pub use lines::{LineColumn, Lines};
pub use nearest::nearest;
pub use span::Span;
pub use visible::{is_hidden, is_plain, visible};
