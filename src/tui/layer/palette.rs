//! Every command by name with its key; takes arguments. A number goes to that row.

use crossterm::event::KeyCode;
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::layout::{Position, Rect};

use super::pick::Pick;
use super::{Outcome, frame};
use crate::tui::command::{self, Command};
use crate::tui::key::Key;
use crate::tui::keymap::Keymap;
use crate::tui::model::Model;
use crate::tui::prompt::{Prompt, Typed};
use crate::tui::theme::Role;
use crate::tui::view::layout::Layout;
use crate::tui::widget::pen::Pen;

/// The palette.
#[derive(Clone, Debug)]
pub struct Palette {
    prompt: Prompt,
    available: Vec<&'static Command>,
    pick: Pick,
}

/// The columns of the list.
const COLUMNS: u16 = 114;

impl Palette {
    /// The palette for where the person is.
    pub fn new(model: &Model) -> Self {
        let here = command::all().filter(|command| command.id != "palette" && (command.available)(model));
        Self { prompt: Prompt::default(), available: here.collect(), pick: Pick::default() }
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.prompt.paste(text);
        self.pick.reset();
    }

    pub(super) fn key(&mut self, key: Key) -> Outcome {
        let found = self.found();
        match key.code {
            KeyCode::Up => self.pick.go(-1, found.len()),
            KeyCode::Down | KeyCode::Tab => self.pick.go(1, found.len()),
            _ => match self.prompt.key(key) {
                Typed::Changed => self.pick.reset(),
                Typed::Cancelled => return Outcome::Close,
                Typed::Accepted => return self.accept(&found),
                Typed::Ignored => {}
            },
        }
        Outcome::Stay
    }

    fn accept(&mut self, found: &[&'static Command]) -> Outcome {
        let Some(&command) = found.get(self.pick.at(found.len())) else { return Outcome::Close };
        let (_, argument) = self.parts();
        if command.argument.is_none() || !argument.is_empty() {
            return Outcome::Run(command, argument.to_owned());
        }
        // A command that takes something waits for it.
        self.prompt = Prompt::default();
        self.paste(&format!("{} ", command.id));
        Outcome::Stay
    }

    /// The command's name as typed, and what follows it.
    fn parts(&self) -> (&str, &str) {
        let typed = self.prompt.text().trim_start();
        if typed.starts_with(|c: char| c.is_ascii_digit()) {
            return ("row", typed.trim());
        }
        typed.split_once(' ').map_or((typed, ""), |(name, rest)| (name, rest.trim()))
    }

    /// The commands that fit what is typed, best first; a name followed by its argument leaves no choice.
    fn found(&self) -> Vec<&'static Command> {
        let (name, argument) = self.parts();
        let with_argument = !argument.is_empty() || self.prompt.text().ends_with(' ');
        let exact = self.available.iter().find(|command| command.id == name && command.argument.is_some());
        if let Some(&exact) = exact.filter(|_| with_argument) {
            return vec![exact];
        }
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
        let begins = |command: &Command| {
            [command.id, command.title]
                .iter()
                .any(|name| name.to_lowercase().starts_with(&typed.to_lowercase()))
        };
        found.sort_by_key(|&(score, command)| (!begins(command), std::cmp::Reverse(score)));
        found.into_iter().map(|(_, command)| command).collect()
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, keymap: &Keymap, layout: &Layout) -> Position {
        let found = self.found();
        let inside = frame::open(pen, layout, "Commands", COLUMNS, self.available.len() as u16 + 2);
        let taken = pen.say(inside.x, inside.y, inside.width, ":", Role::Key);
        pen.say(inside.x + taken, inside.y, inside.width - taken, self.prompt.text(), Role::Text);
        let list = Rect { y: inside.y + 2, height: inside.height.saturating_sub(2), ..inside };
        if found.is_empty() {
            pen.say(list.x, list.y, list.width, "No command of that name here.", Role::Muted);
        }
        let height = usize::from(list.height);
        let first = self.pick.first(found.len(), height);
        for (at, command) in found.iter().enumerate().skip(first).take(height) {
            let y = list.y + (at - first) as u16;
            let keys = keymap.reached_by(command);
            draw_line(pen, Rect { y, height: 1, ..list }, command, &keys, at == self.pick.at(found.len()));
        }
        Position::new(inside.x + taken + self.prompt.cursor(), inside.y)
    }
}

fn draw_line(pen: &mut Pen<'_>, list: Rect, command: &'static Command, keys: &str, chosen: bool) {
    let y = list.y;
    let style = pen.theme.style(if chosen { Role::Selection } else { Role::Text });
    let toned = |pen: &Pen<'_>, role: Role| if chosen { style } else { pen.theme.style(role) };
    pen.paint(list, style);
    pen.text(list.x, y, 1, if chosen { pen.glyphs.pointer } else { " " }, style);
    let taken = pen.text(list.x + 2, y, 24, command.title, style);
    if let Some(argument) = command.argument {
        pen.text(list.x + 3 + taken, y, 24 - taken, argument, toned(pen, Role::Muted));
    }
    pen.text(list.x + 28, y, 9, keys, toned(pen, Role::Key));
    pen.text(list.x + 38, y, list.width.saturating_sub(38), command.help, toned(pen, Role::Muted));
}
