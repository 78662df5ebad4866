//! What a person has set for the program, beyond what is compared and by which keys.

use std::path::PathBuf;

use super::Model;
use crate::report::problems::Listed;
use crate::tui::settings::ThemeChoice;
use crate::tui::theme::{Background, Theme};

/// What a person has set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Which theme; by the background of the terminal until somebody chooses one.
    pub theme: ThemeChoice,
    /// Whether the mouse is the program's, and not the terminal's to select text with; the config says it for the start.
    pub mouse: bool,
    /// Whether addresses are links of the terminal, where it knows such links.
    pub links: bool,
    /// How the editor is called, with `{file}`, `{line}` and `{column}` for the place to open; nothing where the
    /// environment says it.
    pub editor: Option<Box<str>>,
    /// The name that stands beside what the person adds to shared files.
    pub reviewer: Option<Box<str>>,
    /// Whether private fields are shown: what else is read is read so.
    pub private: bool,
    /// What is wrong in the config, where something is.
    pub trouble: Option<Trouble>,
}

impl Default for Settings {
    fn default() -> Self {
        let theme = ThemeChoice::default();
        Self { theme, mouse: false, links: true, editor: None, reviewer: None, private: false, trouble: None }
    }
}

/// What is wrong in the config. It stays on the screen: the program does not look or work as its config says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The first problem with its file and line, visible characters only.
    pub first: String,
    /// How many problems there are.
    pub count: usize,
    /// Every one of them, errors first.
    pub problems: Vec<Listed>,
    /// The config, to open it at one of them.
    pub file: PathBuf,
}

impl Model {
    /// Takes a theme that somebody chose. From here on the background of the terminal changes nothing.
    pub fn choose_theme(&mut self, theme: Theme) {
        self.settings.theme = ThemeChoice::Always(theme.id().to_owned());
        self.theme = theme;
    }

    /// Takes note of the terminal's background: it may be told late, and change while the program runs.
    pub fn stand_on(&mut self, background: Background) {
        let wanted = self.settings.theme.on(Some(background));
        if matches!(self.settings.theme, ThemeChoice::Always(_)) || wanted == self.theme.id() {
            return;
        }
        match Theme::load(wanted, self.theme.depth()) {
            Ok(theme) => self.theme = theme,
            Err(error) => self.warn(error.to_string()),
        }
    }
}
