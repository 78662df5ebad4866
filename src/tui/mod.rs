//! The terminal program: commands, keys, model, update, views, layers and widgets.

pub mod key;
mod message;
pub mod script;
pub mod snapshot;
pub mod terminal;
pub mod theme;

pub use message::{Effect, Message, Notice, Tone};
