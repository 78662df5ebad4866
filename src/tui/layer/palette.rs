//! Every command by name with its key. Once a command that takes something is named, the list shows the values it can
//! take. A number goes to that row.

mod draw;

use crossterm::event::KeyCode;
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::Outcome;
use super::pick::Pick;
use crate::tui::command::{self, Command, Value};
use crate::tui::key::Key;
use crate::tui::model::{Asked, Model};
use crate::tui::prompt::{Prompt, Typed};

/// The palette.
#[derive(Clone, Debug)]
pub struct Palette {
    prompt: Prompt,
    available: Vec<&'static Command>,
    found: Found,
    pick: Pick,
}

/// What the list offers for what is typed.
#[derive(Clone, Debug)]
enum Found {
    /// Commands, best first.
    Commands(Vec<&'static Command>),
    /// The values of a command that is named, best first; none where anything may be typed.
    Values(&'static Command, Vec<Value>),
}

impl Found {
    fn len(&self) -> usize {
        match self {
            Self::Commands(commands) => commands.len(),
            Self::Values(_, values) => values.len(),
        }
    }
}

impl Palette {
    /// The palette for where the person is.
    pub fn new(model: &Model) -> Self {
        let here = command::all().filter(|command| command.id != "palette" && (command.available)(model));
        let available: Vec<&'static Command> = here.collect();
        let found = Found::Commands(available.clone());
        let prompt = Prompt::new(model.history.of(Asked::Command).to_vec());
        Self { prompt, available, found, pick: Pick::default() }
    }

    pub(super) fn paste(&mut self, text: &str, model: &Model) {
        self.prompt.paste(text);
        self.find(model);
    }

    pub(super) fn key(&mut self, key: Key, model: &Model) -> Outcome {
        let count = self.found.len();
        let earlier = self.pick.at(count) == 0;
        match key.code {
            // Above the first line lies what was typed before, and below that the list again.
            KeyCode::Up if !earlier => self.pick.go(-1, count),
            KeyCode::Down if !self.prompt.is_recalling() => self.pick.go(1, count),
            KeyCode::Tab => self.complete(model),
            _ => match self.prompt.key(key) {
                Typed::Changed => self.find(model),
                Typed::Cancelled => return Outcome::Close,
                Typed::Accepted => return self.accept(model),
                Typed::Ignored => {}
            },
        }
        Outcome::Stay
    }

    /// Runs what is chosen. A command that takes something waits for it.
    fn accept(&mut self, model: &Model) -> Outcome {
        let at = self.pick.at(self.found.len());
        let argument = self.parts().1.to_owned();
        match &self.found {
            Found::Commands(commands) => match commands.get(at) {
                None => return Outcome::Close,
                Some(command) if command.argument.is_none() => return Outcome::Run(command, String::new()),
                Some(_) => self.complete(model),
            },
            Found::Values(command, values) => match values.get(at) {
                Some(value) if value.is_whole => return Outcome::Run(command, value.text.clone()),
                Some(_) => self.complete(model),
                None if argument.is_empty() => {}
                None => return Outcome::Run(command, argument),
            },
        }
        Outcome::Stay
    }

    /// Takes the chosen line into what is typed.
    fn complete(&mut self, model: &Model) {
        let at = self.pick.at(self.found.len());
        let text = match &self.found {
            Found::Commands(commands) => commands.get(at).map(|command| {
                if command.argument.is_some() { format!("{} ", command.id) } else { command.id.to_owned() }
            }),
            Found::Values(command, values) => values.get(at).map(|value| {
                let then = value.then.map_or(String::new(), String::from);
                format!("{} {}{then}", command.id, value.text)
            }),
        };
        if let Some(text) = text {
            self.prompt = Prompt::new(model.history.of(Asked::Command).to_vec());
            self.paste(&text, model);
        }
    }

    /// The command's name as typed, and what follows it.
    fn parts(&self) -> (&str, &str) {
        let typed = self.prompt.text().trim_start();
        if typed.starts_with(|c: char| c.is_ascii_digit()) {
            return ("row", typed.trim());
        }
        typed.split_once(' ').map_or((typed, ""), |(name, rest)| (name, rest.trim_start()))
    }

    /// Finds what fits what is typed; a name followed by a blank leaves no choice of commands.
    fn find(&mut self, model: &Model) {
        self.pick.reset();
        let (name, argument) = self.parts();
        let named = !argument.is_empty() || self.prompt.text().ends_with(' ');
        let exact = self.available.iter().find(|command| command.id == name).filter(|_| named);
        self.found = match exact.and_then(|&command| Some((command, command.argument?))) {
            Some((command, taken)) => Found::Values(command, (taken.values)(model, argument)),
            None => self.views(model).unwrap_or_else(|| Found::Commands(self.commands())),
        };
    }

    /// The saved views whose names begin as typed, where no command's does: people know them by their names.
    fn views(&self, model: &Model) -> Option<Found> {
        let typed = self.prompt.text().trim().to_lowercase();
        let show = *self.available.iter().find(|command| command.id == "view")?;
        if typed.is_empty() || self.available.iter().any(|command| begins(command, &typed)) {
            return None;
        }
        let mut views = (show.argument?.values)(model, "");
        views.retain(|view| view.text.to_lowercase().starts_with(&typed));
        (!views.is_empty()).then_some(Found::Values(show, views))
    }

    /// The commands that fit what is typed, best first.
    fn commands(&self) -> Vec<&'static Command> {
        let mut matcher = Matcher::new(Config::DEFAULT);
        let typed = self.prompt.text().trim();
        let pattern = Pattern::new(typed, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
        let mut buffer = Vec::new();
        let mut score = |text: &str| pattern.score(Utf32Str::new(text, &mut buffer), &mut matcher);
        let scored = self
            .available
            .iter()
            .filter_map(|&command| Some((score(command.title).max(score(command.id))?, command)));
        let mut found: Vec<(u32, &'static Command)> = scored.collect();
        // A name that begins as typed is what was meant, however well the letters fit elsewhere.
        let typed = typed.to_lowercase();
        found.sort_by_key(|&(score, command)| (!begins(command, &typed), std::cmp::Reverse(score)));
        found.into_iter().map(|(_, command)| command).collect()
    }

    pub(super) fn hints(&self) -> &'static [(&'static str, &'static str)] {
        match self.found {
            Found::Commands(_) => &[
                ("typing", "finds"),
                ("Up Down", "choose, earlier commands"),
                ("Enter", "run"),
                ("Esc", "close"),
            ],
            Found::Values(..) => &[
                ("typing", "finds"),
                ("Up Down", "choose"),
                ("Tab", "take"),
                ("Enter", "run"),
                ("Esc", "close"),
            ],
        }
    }
}

/// Whether the id or the title of a command begins with these small letters.
fn begins(command: &Command, typed: &str) -> bool {
    [command.id, command.title].iter().any(|name| name.to_lowercase().starts_with(typed))
}
