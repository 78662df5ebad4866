//! The themes to choose from: the program's and a person's own.

use std::sync::Arc;

use super::{ColourDepth, Theme};
use crate::text::visible;
use crate::workspace::{self, ThemeError};

/// A theme to choose: the name it is asked for by, and the theme, or why it cannot be taken.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The name it is asked for by.
    pub name: String,
    /// The theme, or why it cannot be taken.
    pub theme: Result<Theme, Arc<ThemeError>>,
    /// How it is kept beyond the session.
    pub keep: String,
}

impl Offer {
    /// The name people read; nothing where the theme cannot be read.
    pub fn title(&self) -> &str {
        self.theme.as_ref().map_or("", Theme::title)
    }
}

/// Every theme for terminals of that colour depth: the program's, then a person's own by name. An own one that has the
/// name of one of the program's would never be taken under it, so it is not among them.
pub fn offers(depth: ColourDepth) -> Vec<Offer> {
    let offer = |name: String| Offer {
        theme: Theme::load(&name, depth).map_err(Arc::new),
        keep: how_to_keep(&name),
        name,
    };
    names().into_iter().map(offer).collect()
}

/// The names of all themes to choose from, in the order they are offered.
pub fn names() -> Vec<String> {
    let own = workspace::own_themes();
    let own = own.into_iter().filter(|name| workspace::shipped_themes().all(|id| id != name));
    workspace::shipped_themes().map(str::to_owned).chain(own).collect()
}

/// How a theme is kept beyond the session, in a line. The program never writes into a person's settings.
pub fn how_to_keep(name: &str) -> String {
    match workspace::settings_file() {
        Some(file) => format!("To keep it: `theme: {name}` in {}", visible(&workspace::from_home(&file))),
        None => format!("To keep it: t12 --theme {name}"),
    }
}
