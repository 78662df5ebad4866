//! The keys that work here and the legend of the marks, made from the command table and the words of the marks.
//! Typing filters.

use crossterm::event::KeyCode;
use ratatui::layout::Position;

use super::{Outcome, frame};
use crate::report::words::{ABSENCE_NOTE, FULLER_IS_NOT_BETTER, Mark, NO_VALUE, absence};
use crate::scorecard::Level;
use crate::tui::command::{Command, MODE_KEYS, ModeKeys, TOPICS};
use crate::tui::key::Key;
use crate::tui::keymap::Keymap;
use crate::tui::model::Model;
use crate::tui::prompt::{Prompt, Typed};
use crate::tui::theme::Role;
use crate::tui::view::layout::Layout;
use crate::tui::widget::line;
use crate::tui::widget::pen::Pen;

/// The help of a view.
#[derive(Clone, Debug)]
pub struct Help {
    lines: Vec<Line>,
    filter: Prompt,
    first: usize,
}

#[derive(Clone, Debug)]
enum Line {
    Heading(&'static str),
    Entry(Entry),
}

impl Line {
    fn of_mode(own: &'static ModeKeys) -> Self {
        let sign = own.spelled().join(" ");
        Self::Entry(Entry { sign, role: Role::Key, title: own.title.to_owned(), text: own.help })
    }
}

/// A key or a sign, in its role, and what it does or means.
#[derive(Clone, Debug)]
struct Entry {
    sign: String,
    role: Role,
    title: String,
    text: &'static str,
}

/// The columns of a sign.
const SIGN: u16 = 16;
/// The columns of the longest line.
const COLUMNS: u16 = 128;
/// From this width on a line has room for its sentence.
const WIDE: u16 = 90;
/// The lines a page key scrolls by.
const PAGE: usize = 10;

/// The columns that say how much was found.
const FOUND: u16 = 18;

impl Help {
    /// The help for where the person is.
    pub fn new(model: &Model) -> Self {
        let mode = || [Line::Heading(ModeKeys::TITLE)].into_iter().chain(MODE_KEYS.iter().map(Line::of_mode));
        let mut lines = Vec::new();
        // What the keys mean now comes before what they mean otherwise.
        if model.what_if.is_on() {
            lines.extend(mode());
        }
        for topic in TOPICS {
            let here = topic.commands.iter().filter(|command| (command.available)(model));
            let entries: Vec<Line> =
                here.map(|command| Line::Entry(Entry::of(command, &model.keymap))).collect();
            if !entries.is_empty() {
                lines.push(Line::Heading(topic.title));
                lines.extend(entries);
            }
        }
        if !model.what_if.is_on() {
            lines.extend(mode());
        }
        lines.extend(legend(model));
        Self { lines, filter: Prompt::default(), first: 0 }
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.filter.paste(text);
        self.first = 0;
    }

    pub(super) fn key(&mut self, key: Key) -> Outcome {
        let last = self.shown().len().saturating_sub(1);
        let first = self.first.min(last);
        match key.code {
            KeyCode::Up => self.first = first.saturating_sub(1),
            KeyCode::Down => self.first = (first + 1).min(last),
            KeyCode::PageUp => self.first = first.saturating_sub(PAGE),
            KeyCode::PageDown => self.first = (first + PAGE).min(last),
            KeyCode::F(1) => return Outcome::Close,
            _ => match self.filter.key(key) {
                Typed::Changed => self.first = 0,
                Typed::Accepted | Typed::Cancelled => return Outcome::Close,
                Typed::Ignored => {}
            },
        }
        Outcome::Stay
    }

    /// The lines that hold what is typed; headings stay where something below them does.
    fn shown(&self) -> Vec<&Line> {
        let wanted = Wanted::of(self.filter.text());
        let mut shown: Vec<&Line> = Vec::new();
        for line in &self.lines {
            match line {
                Line::Heading(_) => {
                    shown.pop_if(|last| matches!(last, Line::Heading(_)));
                    shown.push(line);
                }
                Line::Entry(entry) if entry.holds(&wanted) => shown.push(line),
                Line::Entry(_) => {}
            }
        }
        shown.pop_if(|last| matches!(last, Line::Heading(_)));
        shown
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, layout: &Layout) -> Position {
        let shown = self.shown();
        let inside = frame::open(pen, layout, "Help and legend", COLUMNS, self.lines.len() as u16 + 2);
        let height = usize::from(inside.height.saturating_sub(2));
        let first = self.first.min(shown.len().saturating_sub(height));
        let taken = pen.say(inside.x, inside.y, inside.width, "Filter: ", Role::Muted);
        // How much was found stands at the end of the line.
        let room = inside.width.saturating_sub(taken + FOUND);
        let typed = line::draw(pen, &self.filter, (inside.x + taken, inside.y), room);
        let seen = if self.filter.text().is_empty() {
            format!("{} of {} lines", (first + height).min(shown.len()), shown.len())
        } else {
            format!("{} found", shown.iter().filter(|line| matches!(line, Line::Entry(_))).count())
        };
        pen.right(inside.x, inside.y, inside.width, &seen, pen.theme.style(Role::Muted));
        for (at, line) in shown.into_iter().skip(first).take(height).enumerate() {
            let y = inside.y + 2 + at as u16;
            match line {
                Line::Heading(title) => drop(pen.say(inside.x, y, inside.width, title, Role::Accent)),
                Line::Entry(entry) => entry.draw(pen, inside.x, y, inside.width),
            }
        }
        typed.cursor
    }
}

/// What the filter looks for.
enum Wanted {
    /// A text in lower case, anywhere in a line.
    Text(String),
    /// A key, or the beginning of a sequence of keys.
    Key(String),
}

impl Wanted {
    fn of(typed: &str) -> Self {
        match typed.trim().strip_prefix('@') {
            Some(key) => Self::Key(key.to_owned()),
            None => Self::Text(typed.trim().to_lowercase()),
        }
    }
}

impl Entry {
    fn of(command: &'static Command, keymap: &Keymap) -> Self {
        let title = match command.argument {
            Some(argument) => format!("{} {}", command.title, argument.name),
            None => command.title.to_owned(),
        };
        Self { sign: keymap.reached_by(command), role: Role::Key, title, text: command.help }
    }

    fn holds(&self, wanted: &Wanted) -> bool {
        match wanted {
            Wanted::Text(wanted) => {
                [&self.sign, &self.title, self.text].iter().any(|text| text.to_lowercase().contains(wanted))
            }
            Wanted::Key(wanted) => {
                // A letter alone is that letter, names of keys read the same in any case.
                let begins = |key: &str| {
                    key.starts_with(wanted)
                        || (wanted.len() > 1 && key.to_lowercase().starts_with(&wanted.to_lowercase()))
                };
                self.role == Role::Key && self.sign.split(' ').any(begins)
            }
        }
    }

    fn draw(&self, pen: &mut Pen<'_>, x: u16, y: u16, room: u16) {
        pen.say(x + 2, y, SIGN - 3, &self.sign, self.role);
        let taken = pen.say(x + SIGN, y, room.saturating_sub(SIGN), &self.title, Role::Title);
        // A narrow screen has room for the titles alone, and they say enough.
        if room >= WIDE {
            let column = x + SIGN + taken.max(20) + 1;
            pen.say(column, y, (x + room).saturating_sub(column), self.text, Role::Muted);
        }
    }
}

/// What the letters beside the codes in Blocs mean.
const CAMPS: &str = "Who has one letter is of one camp. No letters: no clear camps.";

/// What the signs on the screen mean.
fn legend(model: &Model) -> Vec<Line> {
    let entry = |sign: &str, role: Role, title: &str, text: &'static str| {
        Line::Entry(Entry { sign: sign.to_owned(), role, title: title.to_owned(), text })
    };
    let mut lines = vec![Line::Heading("Levels")];
    for level in Level::all() {
        let (title, text) = match level.number() {
            0 => ("no regime", FULLER_IS_NOT_BETTER),
            Level::HIGHEST => ("the fullest regime of the rubric", ""),
            _ => ("more regime, as the rubric words it", ""),
        };
        lines.push(entry(&format!(" {level} "), Role::level(level), title, text));
    }
    lines.push(Line::Heading("Marks beside a level"));
    for mark in Mark::ALL {
        lines.push(entry(&mark.glyph(model.glyphs).to_string(), Role::Text, mark.words(), ""));
    }
    lines.push(Line::Heading("Files that change"));
    lines.push(entry(
        model.glyph_set().changed,
        Role::Changed,
        "changed by a save",
        "Before a cell, or in front of its row; it goes once you have looked at it.",
    ));
    lines.push(Line::Heading("Gaps between the poles"));
    let widths =
        ["narrow: one step", "material: two steps", "wide: three steps", "opposite ends: four steps"];
    for (shade, words) in model.glyph_set().shades.into_iter().zip(widths) {
        lines.push(entry(
            shade,
            Role::SideFirst,
            words,
            "Stands on the side of the pole that is fuller, in its colour.",
        ));
    }
    lines.push(entry(
        "same, neither",
        Role::Muted,
        "same level",
        "Both at 2 or more, or neither: absence is not agreement.",
    ));
    lines.push(entry(
        "in span",
        Role::Muted,
        "within span",
        "The members of a union decide, and the other pole is within their span.",
    ));
    lines.push(Line::Heading("Who stands with whom"));
    lines.push(entry("a b c", Role::Muted, "camps", CAMPS));
    lines.push(entry("90", Role::Text, "alignment in percent", "Deeper where two agree more."));
    lines.push(entry(absence(model.glyphs), Role::Text, "agreement in absence", ABSENCE_NOTE));
    lines.push(entry(NO_VALUE, Role::Muted, "no value", "Too little is known of the two."));
    lines.push(Line::Heading("Anywhere"));
    lines.push(entry("EU*", Role::Muted, "outside the group", "Shown for reference."));
    lines
}
