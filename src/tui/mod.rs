//! The terminal program: commands, keys, model, update, views, layers and widgets.

mod citation;
pub mod command;
mod editor;
mod effect;
mod fresh;
pub mod glyph;
mod history;
pub mod key;
pub mod keymap;
pub mod layer;
mod link;
mod message;
pub mod model;
pub mod mouse;
mod post;
mod progress;
pub mod prompt;
mod row_copy;
mod run;
pub mod script;
mod session;
pub mod settings;
pub mod sheet;
pub mod snapshot;
pub mod terminal;
pub mod theme;
mod update;
pub mod view;
pub mod widget;

pub use fresh::{Files, Following, Fresh};
pub use link::says_of_links;
pub use message::{Edit, Effect, Message, Notice, Tone};
pub use post::Post;
pub use progress::Progress;
pub use run::{Opened, Options, RunError, run};
pub use update::update;
