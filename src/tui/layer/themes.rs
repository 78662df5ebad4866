//! The themes to choose from, at the right of the view so that the view shows how each one looks. Moving shows a theme;
//! only Enter takes it.

use crossterm::event::KeyCode;
use ratatui::layout::{Position, Rect};

use super::pick::Pick;
use super::{Outcome, frame};
use crate::tui::command;
use crate::tui::key::Key;
use crate::tui::model::Model;
use crate::tui::prompt::{Prompt, Typed};
use crate::tui::theme::{self, Offer, Role, Theme};
use crate::tui::view::layout::Layout;
use crate::tui::widget::line;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::spots::Spot;

/// The list of themes.
#[derive(Clone, Debug)]
pub struct Themes {
    offers: Vec<Offer>,
    pick: Pick,
    filter: Prompt,
    /// Whether keys are typed into the filter.
    typing: bool,
}

/// The columns of the list: narrow, because what is beside it is the preview.
const COLUMNS: u16 = 32;
/// The columns of a name.
const NAME: u16 = 12;
/// The lines that say why a theme cannot be taken, or how it is kept.
const WORDS: u16 = 5;

impl Themes {
    /// The themes for the terminal at hand, the one in force chosen.
    pub fn new(model: &Model) -> Self {
        let offers = theme::offers(model.theme.depth());
        let pick = Pick::on(offers.iter().position(|offer| offer.name == model.theme.id()).unwrap_or(0));
        Self { offers, pick, filter: Prompt::default(), typing: false }
    }

    /// The theme to show meanwhile; nothing where the chosen one cannot be read.
    pub(super) fn preview(&self) -> Option<&Theme> {
        self.chosen()?.theme.as_ref().ok()
    }

    fn chosen(&self) -> Option<&Offer> {
        let found = self.found();
        found.get(self.pick.at(found.len())).copied()
    }

    /// The themes whose name or title holds what is typed.
    fn found(&self) -> Vec<&Offer> {
        let wanted = self.filter.text().trim().to_lowercase();
        let holds = |text: &str| text.to_lowercase().contains(&wanted);
        self.offers.iter().filter(|offer| holds(&offer.name) || holds(offer.title())).collect()
    }

    pub(super) fn paste(&mut self, text: &str) {
        if self.typing {
            self.filter.paste(text);
            self.pick.reset();
        }
    }

    pub(super) fn key(&mut self, key: Key) -> Outcome {
        let count = self.found().len();
        match key.code {
            KeyCode::Down => self.pick.go(1, count),
            KeyCode::Up => self.pick.go(-1, count),
            _ if self.typing => return self.type_key(key),
            KeyCode::Char('c') if key.ctrl => return Outcome::Close,
            KeyCode::Char('j') => self.pick.go(1, count),
            KeyCode::Char('k') => self.pick.go(-1, count),
            KeyCode::Char('g') | KeyCode::Home => self.pick.go(isize::MIN, count),
            KeyCode::Char('G') | KeyCode::End => self.pick.go(isize::MAX, count),
            KeyCode::Char('/') | KeyCode::F(3) => self.typing = true,
            KeyCode::Enter => return self.take(),
            KeyCode::Esc | KeyCode::Char('q' | 't') => return Outcome::Close,
            _ => {}
        }
        Outcome::Stay
    }

    fn type_key(&mut self, key: Key) -> Outcome {
        match self.filter.key(key) {
            Typed::Changed => self.pick.reset(),
            Typed::Accepted => return self.take(),
            Typed::Cancelled => {
                self.filter = Prompt::default();
                self.typing = false;
            }
            Typed::Ignored => {}
        }
        Outcome::Stay
    }

    /// Takes the chosen theme; one that cannot be read keeps the list open, with its reason in sight.
    fn take(&self) -> Outcome {
        let readable = self.chosen().filter(|offer| offer.theme.is_ok());
        match (readable, command::find("theme")) {
            (Some(offer), Some(command)) => Outcome::Run(command, offer.name.clone()),
            _ => Outcome::Stay,
        }
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, layout: &Layout) -> Position {
        let found = self.found();
        let inside = frame::open_beside(pen, layout, "Theme", COLUMNS, self.offers.len() as u16 + 3 + WORDS);
        let chosen = self.pick.at(found.len());
        let list = Rect { y: inside.y + 2, height: inside.height.saturating_sub(3 + WORDS), ..inside };
        let taken = pen.say(inside.x, inside.y, inside.width, "/", Role::Key);
        let room = inside.width - taken;
        let typing = self.typing.then(|| line::draw(pen, &self.filter, (inside.x + taken, inside.y), room));
        if typing.is_none() {
            pen.say(inside.x + taken + 1, inside.y, room.saturating_sub(1), "filters", Role::Muted);
        }
        if found.is_empty() {
            pen.say(list.x, list.y, list.width, "No theme of that name.", Role::Muted);
        }
        let height = usize::from(list.height);
        let first = self.pick.first(found.len(), height);
        for (at, offer) in found.iter().enumerate().skip(first).take(height) {
            let y = list.y + (at - first) as u16;
            pen.spots.note(Rect { y, height: 1, ..list }, Spot::Line { number: at, chosen: at == chosen });
            draw_line(pen, list, y, offer, at == chosen);
        }
        if let Some(offer) = found.get(chosen) {
            draw_words(pen, Rect { y: list.bottom() + 1, height: WORDS, ..inside }, offer);
        }
        let row = Position::new(list.x, list.y + chosen.saturating_sub(first) as u16);
        typing.map_or(row, |shown| shown.cursor)
    }
}

fn draw_line(pen: &mut Pen<'_>, list: Rect, y: u16, offer: &Offer, chosen: bool) {
    let style = pen.theme.style(if chosen { Role::Selection } else { Role::Text });
    let readable = offer.theme.is_ok();
    let muted = if chosen { style } else { pen.theme.style(Role::Muted) };
    pen.paint(Rect { y, height: 1, ..list }, style);
    pen.text(list.x, y, 1, if chosen { pen.glyphs.pointer } else { " " }, style);
    pen.text(list.x + 2, y, NAME, &offer.name, if readable { style } else { muted });
    let title = if readable { offer.title() } else { "cannot be read" };
    pen.text(list.x + 3 + NAME, y, list.width.saturating_sub(3 + NAME), title, muted);
}

/// Why a theme cannot be taken, or how it is kept, over as many lines as there are.
fn draw_words(pen: &mut Pen<'_>, area: Rect, offer: &Offer) {
    let (words, role) = match &offer.theme {
        Ok(_) => (offer.keep.clone(), Role::Muted),
        Err(reason) => (reason.to_string(), Role::Warning),
    };
    let lines = textwrap::wrap(&words, usize::from(area.width.max(8)));
    for (y, line) in (area.top()..area.bottom()).zip(lines) {
        pen.say(area.x, y, area.width, &line, role);
    }
}

impl Model {
    /// The theme on the screen: the one in force, or the one that is being looked at in the list of themes.
    pub fn theme_on_screen(&self) -> &Theme {
        if let Some(presentation) = &self.presentation {
            return &presentation.theme;
        }
        self.layers.last().and_then(super::Layer::preview).unwrap_or(&self.theme)
    }
}
