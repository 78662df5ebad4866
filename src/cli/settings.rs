//! What counts: options, the environment, the config and the defaults, in this order.

use std::path::Path;
use std::slice;

use super::error::Error;
use super::line_mode;
use super::options::{GlyphsArgument, from_environment};
use crate::check::{Preference, preference};
use crate::diagnostic::{File, Problem, Severity, in_order};
use crate::format::{Characters, ConfigFile};
use crate::report::problems::list;
use crate::report::wants_no_colour;
use crate::report::words::{Glyphs, plural};
use crate::scorecard::Board;
use crate::text::{Lines, Span, visible};
use crate::tui::keymap::Keymap;
use crate::tui::model::Trouble;
use crate::tui::settings::{Settled, ThemeChoice, settle};
use crate::tui::theme::MONO;
use crate::tui::{self, command};
use crate::workspace::{ConfigPlace, config_places};

/// The config, as far as it can be followed.
pub(super) struct Settings {
    /// Every place that was looked at, the first one first.
    pub(super) places: Vec<ConfigPlace>,
    /// The file that is used, where there is one.
    pub(super) file: Option<File>,
    /// What it says, without what cannot be followed.
    pub(super) config: ConfigFile,
    /// The keys of all commands.
    pub(super) keymap: Keymap,
    /// What is wrong with it, in the order of its lines.
    pub(super) problems: Vec<Problem>,
}

/// Where a setting comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// An option of the command line.
    Option(&'static str),
    /// A variable of the environment.
    Variable(&'static str),
    /// That place of the config.
    Config(Span),
    /// Nobody said anything.
    Default,
}

/// A setting and where it comes from.
pub(super) struct Chosen<T> {
    pub(super) value: T,
    pub(super) from: Origin,
}

impl<T> Chosen<T> {
    /// What the config says, else the default.
    pub(super) fn of(config: Option<(T, Span)>, default: T) -> Self {
        match config {
            Some((value, at)) => Self { value, from: Origin::Config(at) },
            None => Self { value: default, from: Origin::Default },
        }
    }

    /// What the command line says, where it says something, else this.
    pub(super) fn unless(self, option: &'static str, told: Option<T>) -> Self {
        match told {
            Some(value) => Self { value, from: Origin::Option(option) },
            None => self,
        }
    }
}

impl Settings {
    /// Reads the config: the file `told`, else the first one that is at a usual place.
    ///
    /// # Errors
    /// Where the file that is told is not there.
    pub(super) fn read(told: Option<&Path>) -> Result<Self, Error> {
        let places = config_places(told);
        let used = places.iter().find(|place| place.is_taken());
        if let (Some(told), None) = (told, used) {
            return Err(Error::Usage(format!("there is no config `{}`", visible(&told.to_string_lossy()))));
        }
        let used = used.map(|place| place.file.clone());
        Ok(match used {
            Some(file) => Self { places, ..Self::of(&file) },
            None => Self { places, ..Self::default() },
        })
    }

    /// Reads that file. What is wrong with it, even that it cannot be read, is among its problems.
    pub(super) fn of(file: &Path) -> Self {
        let Settled { file, config, keymap, problems } = settle(file);
        Self { places: Vec::new(), file: Some(file), config, keymap, problems }
    }

    /// What the config wants compared on a board. What the board does not have joins the problems.
    pub(super) fn prefer(&mut self, board: &Board) -> Preference {
        let (preference, problems) = preference(&self.config, 0, board);
        self.problems.extend(problems);
        in_order(&mut self.problems);
        preference
    }

    /// Which theme.
    pub(super) fn theme(&self, option: Option<&str>) -> Chosen<ThemeChoice> {
        let always = |theme: &str| ThemeChoice::Always(theme.to_owned());
        if let Some(theme) = option {
            return Chosen { value: always(theme), from: Origin::Option("--theme") };
        }
        if let Some(theme) = from_environment("T12_THEME") {
            return Chosen { value: always(&theme), from: Origin::Variable("T12_THEME") };
        }
        if wants_no_colour(|name| std::env::var(name).ok()) {
            return Chosen { value: always(MONO), from: Origin::Variable("NO_COLOR") };
        }
        let config = self.config.theme.as_ref().map(|entry| (ThemeChoice::from(entry), entry.place()));
        Chosen::of(config, ThemeChoice::default())
    }

    /// Which characters.
    pub(super) fn glyphs(&self, option: Option<GlyphsArgument>) -> Chosen<Glyphs> {
        let config = self.config.glyphs.map(|(characters, at)| {
            let glyphs = match characters {
                Characters::Unicode => Glyphs::Unicode,
                Characters::Ascii => Glyphs::Ascii,
            };
            (glyphs, at)
        });
        // Marks of ASCII are read aloud as they are.
        let usual = if line_mode::is_wanted() { Glyphs::Ascii } else { Glyphs::default() };
        Chosen::of(config, usual).unless("--glyphs", option.map(Glyphs::from))
    }

    /// Whether the mouse works from the start.
    pub(super) fn mouse(&self) -> Chosen<bool> {
        Chosen::of(self.config.mouse, false)
    }

    /// Whether addresses are links of the terminal.
    pub(super) fn links(&self) -> Chosen<bool> {
        let told = from_environment("T12_LINKS").and_then(|word| tui::says_of_links(&word));
        match told {
            Some(value) => Chosen { value, from: Origin::Variable("T12_LINKS") },
            None => Chosen::of(self.config.links, true),
        }
    }

    /// What the terminal program starts with. What is wrong is known when the board is.
    pub(super) fn of_program(&self, theme: Option<&str>) -> tui::model::Settings {
        tui::model::Settings {
            theme: self.theme(theme).value,
            mouse: self.mouse().value,
            links: self.links().value,
            editor: self.config.editor.as_ref().map(|(template, _)| template.clone()),
            reviewer: self.config.reviewer.as_ref().map(|(name, _)| name.clone()),
            ..tui::model::Settings::default()
        }
    }

    /// The keys of the command of that id, as people read them.
    pub(super) fn keys_of(&self, id: &str) -> String {
        command::find(id).map(|command| self.keymap.reached_by(command)).unwrap_or_default()
    }

    /// What is wrong, for one line: the first problem with its place, and how many there are.
    pub(super) fn trouble(&self) -> Option<Trouble> {
        let wrong = || self.problems.iter().filter(|problem| problem.severity() != Severity::Note);
        let (file, first) = (self.file.as_ref()?, wrong().next()?);
        let name = Path::new(&*file.name).file_name().unwrap_or_default().to_string_lossy();
        let place = Lines::new(&file.text).place(first.span.start);
        let first = format!("{}:{place}: {}", visible(&name), visible(&first.message));
        let problems = list(slice::from_ref(file), &self.problems);
        let path = Path::new(&*file.name).to_owned();
        Some(Trouble { first, count: wrong().count(), problems, file: path })
    }

    /// The same as one line for standard error.
    pub(super) fn complaint(&self) -> Option<String> {
        let Trouble { first, count, .. } = self.trouble()?;
        let told = self.places.first().filter(|place| place.by == "--config");
        let file =
            told.map(|place| format!(" {}", visible(&place.file.to_string_lossy()))).unwrap_or_default();
        Some(format!(
            "{first} ({} in the config; the rest of it counts). To see more, run: t12 config check{file}",
            plural(count, "problem")
        ))
    }
}

impl Default for Settings {
    fn default() -> Self {
        let (config, keymap) = (ConfigFile::default(), Keymap::default());
        Self { places: Vec::new(), file: None, config, keymap, problems: Vec::new() }
    }
}
