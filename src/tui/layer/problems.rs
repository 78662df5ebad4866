//! What is wrong in the config and the files: every problem in a line, and below it the one that is chosen with its line of the file.
//! The list follows the files while it is open.

use crossterm::event::KeyCode;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::pick::Pick;
use super::{Outcome, frame};
use crate::diagnostic::Severity;
use crate::report::problems::Listed;
use crate::report::words::plural;
use crate::text::LineColumn;
use crate::tui::key::Key;
use crate::tui::message::{Edit, Effect};
use crate::tui::model::Model;
use crate::tui::prompt::{Prompt, Typed};
use crate::tui::theme::Role;
use crate::tui::view::layout::Layout;
use crate::tui::widget::line;
use crate::tui::widget::pen::{Pen, width};
use crate::tui::widget::spots::Spot;
use crate::workspace::Target;

/// The list of problems.
#[derive(Clone, Debug)]
pub struct Problems {
    pick: Pick,
    /// The place and the rule of the chosen one, to find it again when the files change.
    chosen: Option<(String, &'static str)>,
    filter: Prompt,
    /// Whether keys are typed into the filter.
    typing: bool,
}

/// The columns of the list.
const COLUMNS: u16 = 116;
/// The columns of a place, at most.
const PLACE: u16 = 42;
/// The lines above the list: what is typed, or how many there are, and a blank.
const ABOVE: u16 = 2;
/// The lines of the chosen problem: a blank, what is wrong, the line with its mark, what to do.
const BELOW: u16 = 7;

impl Problems {
    /// The list, the first problem chosen.
    pub fn new(model: &Model) -> Self {
        let mut list = Self { pick: Pick::default(), chosen: None, filter: Prompt::default(), typing: false };
        list.remember(model);
        list
    }

    /// The list over files that changed: on the same problem where it is still there.
    pub(super) fn renewed(mut self, model: &Model) -> Self {
        let shown = self.shown(model);
        let at = shown.iter().position(|listed| self.chosen == Some(named(listed)));
        self.pick = Pick::on(at.unwrap_or(self.pick.at(shown.len())));
        self.remember(model);
        self
    }

    pub(super) fn paste(&mut self, text: &str) {
        if self.typing {
            self.filter.paste(text);
            self.pick.reset();
        }
    }

    pub(super) fn key(&mut self, key: Key, model: &Model) -> Outcome {
        let outcome = if self.typing { self.type_key(key) } else { self.press(key, model) };
        self.remember(model);
        outcome
    }

    fn press(&mut self, key: Key, model: &Model) -> Outcome {
        let shown = self.shown(model);
        let count = shown.len();
        let chosen = shown.get(self.pick.at(count)).copied();
        if self.pick.moves(key, count) {
            return Outcome::Stay;
        }
        match key.code {
            KeyCode::Char('c') if key.ctrl => return Outcome::Close,
            KeyCode::Char('/' | 'f') => self.typing = true,
            KeyCode::Char('y') => {
                if let Some(listed) = chosen {
                    return Outcome::Do(Effect::Copy { what: "the place", text: listed.place() });
                }
            }
            KeyCode::Enter | KeyCode::Char('e') => {
                if let Some(edit) = chosen.and_then(|listed| edit(model, listed)) {
                    return Outcome::Do(Effect::Edit(edit));
                }
            }
            KeyCode::Esc if !self.filter.text().is_empty() => self.clear(),
            KeyCode::Esc | KeyCode::Char('q' | '!') => return Outcome::Close,
            _ => {}
        }
        Outcome::Stay
    }

    fn type_key(&mut self, key: Key) -> Outcome {
        match self.filter.key(key) {
            Typed::Accepted => self.typing = false,
            Typed::Cancelled => self.clear(),
            Typed::Changed => self.pick.reset(),
            Typed::Ignored => {}
        }
        Outcome::Stay
    }

    fn clear(&mut self) {
        self.typing = false;
        self.filter = Prompt::default();
    }

    fn remember(&mut self, model: &Model) {
        let shown = self.shown(model);
        self.chosen = shown.get(self.pick.at(shown.len())).map(|listed| named(listed));
    }

    /// The problems that hold what is typed, in their place, their words or the word of their severity. Those of the
    /// config come first: the program does not look or work as somebody asked.
    fn shown<'m>(&self, model: &'m Model) -> Vec<&'m Listed> {
        let wanted = self.filter.text().trim().to_lowercase();
        let holds = |listed: &&Listed| {
            wanted.is_empty()
                || [&listed.name, &listed.message]
                    .into_iter()
                    .any(|text| text.to_lowercase().contains(&wanted))
                || listed.severity.word().starts_with(&wanted)
                || listed.code.to_lowercase() == wanted
        };
        of_config(model).iter().chain(&model.news.files.problems).filter(holds).collect()
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, model: &Model, layout: &Layout) -> Position {
        let shown = self.shown(model);
        let lines = u16::try_from(shown.len().max(1)).unwrap_or(u16::MAX).saturating_add(ABOVE + BELOW);
        let inside = frame::open(pen, layout, "Problems", COLUMNS, lines);
        let typing = self.draw_first_line(pen, model, inside);
        let list =
            Rect { y: inside.y + ABOVE, height: inside.height.saturating_sub(ABOVE + BELOW), ..inside };
        let height = usize::from(list.height);
        let (at, first) = (self.pick.at(shown.len()), self.pick.first(shown.len(), height));
        let visible = shown.iter().skip(first).take(height);
        let place = visible.map(|listed| width(&listed.place())).max().unwrap_or(0).min(PLACE);
        for (number, listed) in shown.iter().enumerate().skip(first).take(height) {
            let line = Rect { y: list.y + (number - first) as u16, height: 1, ..list };
            pen.spots.note(line, Spot::Line { number, chosen: number == at });
            draw_line(pen, line, listed, place, number == at);
        }
        match shown.get(at) {
            Some(listed) => {
                draw_chosen(pen, Rect { y: list.bottom() + 1, height: BELOW - 1, ..inside }, listed);
            }
            None => drop(pen.say(list.x, list.y, list.width, "No problem of that kind.", Role::Muted)),
        }
        typing.unwrap_or(Position::new(list.x, list.y + (at - first.min(at)) as u16))
    }

    /// What is typed, or how many problems there are.
    fn draw_first_line(&self, pen: &mut Pen<'_>, model: &Model, inside: Rect) -> Option<Position> {
        let Rect { x, y, width, .. } = inside;
        if self.typing || !self.filter.text().is_empty() {
            let shown = line::draw_filter(pen, &self.filter, (x, y), width);
            return self.typing.then_some(shown.cursor);
        }
        let upto = |problems: &[Listed], severity| problems.partition_point(|it| it.severity <= severity);
        let count = |severity| upto(of_config(model), severity) + upto(&model.news.files.problems, severity);
        let (errors, loud, all) = (count(Severity::Error), count(Severity::Warning), count(Severity::Note));
        let told = [(errors, "error"), (loud - errors, "warning"), (all - loud, "note")];
        let told: Vec<String> = told
            .into_iter()
            .filter(|&(count, _)| count > 0)
            .map(|(count, noun)| plural(count, noun))
            .collect();
        let text = if told.is_empty() { "No problems left.".to_owned() } else { told.join(", ") };
        pen.say(x, y, width, &text, Role::Muted);
        None
    }
}

fn named(listed: &Listed) -> (String, &'static str) {
    (listed.place(), listed.code)
}

/// What is wrong in the config, errors first.
fn of_config(model: &Model) -> &[Listed] {
    model.settings.trouble.as_ref().map(|trouble| &*trouble.problems).unwrap_or_default()
}

/// The place of a problem for the editor; nothing where there is no file to open.
fn edit(model: &Model, listed: &Listed) -> Option<Edit> {
    let own = model.settings.trouble.as_ref().filter(|own| own.problems.contains(listed));
    let file = match own {
        Some(own) => own.file.clone(),
        None => model.news.files.all.get(usize::from(listed.file))?.path.as_deref()?.to_owned(),
    };
    let target = Target::At(LineColumn { line: listed.line, column: listed.column });
    Some(Edit { file, target, remark: None })
}

/// The letter of a severity and its role: the letter says it where colours do not.
fn letter(severity: Severity) -> (&'static str, Role) {
    match severity {
        Severity::Error => ("E", Role::Error),
        Severity::Warning => ("W", Role::Warning),
        Severity::Note => ("n", Role::Muted),
    }
}

fn draw_line(pen: &mut Pen<'_>, line: Rect, listed: &Listed, place: u16, here: bool) {
    let style = pen.theme.style(if here { Role::Selection } else { Role::Text });
    pen.paint(line, style);
    let Rect { x, y, .. } = line;
    pen.text(x, y, 1, if here { pen.glyphs.pointer } else { " " }, style);
    let (letter, role) = letter(listed.severity);
    let toned = |role: Role| if here { style } else { pen.theme.style(role) };
    let (sign, muted) = (toned(role), toned(Role::Muted));
    pen.text(x + 2, y, 1, letter, sign);
    draw_place(pen, (x + 4, y), place, &listed.place(), muted);
    let message = x + 4 + place + 2;
    pen.text(message, y, line.right().saturating_sub(message), &listed.message, style);
}

/// A place; of a long one the end, with the line and the column.
fn draw_place(pen: &mut Pen<'_>, (x, y): (u16, u16), room: u16, place: &str, style: Style) {
    let mut rest = place.chars();
    while width(rest.as_str()) + u16::from(rest.as_str().len() < place.len()) > room && rest.next().is_some()
    {
    }
    let cut = u16::from(rest.as_str().len() < place.len());
    if cut > 0 {
        pen.text(x, y, 1, pen.glyphs.ellipsis, style);
    }
    pen.text(x + cut, y, room.saturating_sub(cut), rest.as_str(), style);
}

/// The chosen problem: what is wrong, where, and what to do.
fn draw_chosen(pen: &mut Pen<'_>, area: Rect, listed: &Listed) {
    let (_, role) = letter(listed.severity);
    let title = format!("{}[{}] ", listed.severity, listed.code);
    let taken = pen.say(area.x, area.y, area.width, &title, role);
    let room = usize::from(area.width - taken).max(1);
    let mut y = area.y;
    for line in textwrap::wrap(&listed.message, room).iter().take(2) {
        pen.say(area.x + taken, y, area.width - taken, line, Role::Text);
        y += 1;
    }
    if let Some((line, mark)) = &listed.excerpt {
        draw_excerpt(pen, Rect { y, height: 2, ..area }, listed.line, line, mark.clone());
        y += 2;
    }
    let Some(help) = &listed.help else { return };
    let taken = pen.say(area.x, y, area.width, "help: ", Role::Accent);
    for line in textwrap::wrap(help, usize::from(area.width - taken).max(1)).iter().take(2) {
        pen.say(area.x + taken, y, area.width - taken, line, Role::Text);
        y += 1;
    }
}

/// A line of the file with its number, and below it the place that is meant. Of a long line the part with the place.
fn draw_excerpt(pen: &mut Pen<'_>, area: Rect, number: u32, line: &str, mark: std::ops::Range<usize>) {
    let before = line.get(..mark.start).unwrap_or_default();
    let marked = line.get(mark).unwrap_or_default();
    let taken = pen.say(area.x, area.y, area.width, &format!("{number} {} ", pen.glyphs.bar), Role::Muted);
    let room = area.width.saturating_sub(taken);
    // Leading blanks say nothing here, and the mark has to be in sight.
    let blanks = line.len() - line.trim_start().len();
    let hidden = if width(before) + width(marked).min(12) <= room { 0 } else { before.len() };
    let hidden = hidden.max(blanks.min(before.len()));
    pen.say(area.x + taken, area.y, room, line.get(hidden..).unwrap_or(line), Role::Text);
    let start = width(line.get(hidden..before.len()).unwrap_or_default());
    let length = width(marked).clamp(1, room.saturating_sub(start).max(1));
    pen.repeat(area.x + taken + start, area.y + 1, length, "^", pen.theme.style(Role::Error));
}
