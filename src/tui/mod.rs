//! The terminal program: commands, keys, model, update, views, layers and widgets.

mod citation;
pub mod command;
pub mod glyph;
pub mod key;
pub mod keymap;
pub mod layer;
mod message;
pub mod model;
pub mod prompt;
pub mod script;
pub mod snapshot;
pub mod terminal;
pub mod theme;
mod update;
pub mod view;
pub mod widget;

pub use message::{Effect, Message, Notice, Tone};
pub use update::update;
