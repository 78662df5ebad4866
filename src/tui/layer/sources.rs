//! The sources of what the cursor stands on. Choosing one opens it in the browser; its address is shown before.

use crossterm::event::KeyCode;
use ratatui::layout::{Position, Rect};

use super::pick::Pick;
use super::{Outcome, frame};
use crate::analysis::EntityIndex;
use crate::scorecard::{Column, ListingStatus, MeasureIndex, Source};
use crate::tui::key::Key;
use crate::tui::message::Effect;
use crate::tui::model::{Model, Subject};
use crate::tui::theme::Role;
use crate::tui::view::layout::Layout;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::spots::Spot;

/// The list of sources.
#[derive(Clone, Debug)]
pub struct Sources {
    lines: Vec<Line>,
    pick: Pick,
}

#[derive(Clone, Debug)]
struct Line {
    whose: String,
    text: String,
    url: String,
}

/// The columns of the list.
const COLUMNS: u16 = 110;
/// The columns of the code of whose source it is.
const WHOSE: u16 = 4;
/// The lines of the chosen address.
const ADDRESS: u16 = 3;

impl Sources {
    /// The sources of the cell of the cursor, of both poles on a measure; nothing where there are none.
    pub fn new(model: &Model) -> Option<Self> {
        let cells: Vec<(MeasureIndex, Column)> = match model.subject()? {
            Subject::Cell(measure, column) | Subject::Move(measure, column, _) => vec![(measure, column)],
            Subject::Measure(measure) => model.figures.comparison().poles.map(|pole| (measure, pole)).into(),
            Subject::Compared(measure, [first, second]) => {
                let second = (first != second).then_some(second);
                [first].into_iter().chain(second).map(|column| (measure, column)).collect()
            }
            Subject::Entity(entity, _) => return Self::over(of_entity(model, entity)),
            Subject::Area(_) | Subject::Agreement(..) | Subject::Pair(..) | Subject::Jurisdiction(_) => {
                Vec::new()
            }
        };
        let lines = cells.into_iter().flat_map(|(measure, column)| of_cell(model, measure, column));
        Self::over(lines.collect())
    }

    fn over(lines: Vec<Line>) -> Option<Self> {
        (!lines.is_empty()).then_some(Self { lines, pick: Pick::default() })
    }

    /// The sources of the same on another board, on the address it stood on.
    pub(super) fn renewed(&self, model: &Model) -> Option<Self> {
        let mut now = Self::new(model)?;
        let at = now.lines.iter().position(|line| line.url == self.chosen().url);
        now.pick.go(at.unwrap_or(self.pick.at(self.lines.len())).cast_signed(), now.lines.len());
        Some(now)
    }

    pub(super) fn key(&mut self, key: Key) -> Outcome {
        let count = self.lines.len();
        match key.code {
            KeyCode::Char('c') if key.ctrl => return Outcome::Close,
            KeyCode::Char('j') | KeyCode::Down => self.pick.go(1, count),
            KeyCode::Char('k') | KeyCode::Up => self.pick.go(-1, count),
            KeyCode::Char('g') | KeyCode::Home => self.pick.go(isize::MIN, count),
            KeyCode::Char('G') | KeyCode::End => self.pick.go(isize::MAX, count),
            KeyCode::Enter | KeyCode::Char('o') => {
                return Outcome::Do(Effect::OpenLink(self.chosen().url.clone()));
            }
            KeyCode::Char('y') => {
                let text = self.chosen().url.clone();
                return Outcome::Do(Effect::Copy { what: "the link", text });
            }
            KeyCode::Esc | KeyCode::Char('q') => return Outcome::Close,
            _ => {}
        }
        Outcome::Stay
    }

    fn chosen(&self) -> &Line {
        &self.lines[self.pick.at(self.lines.len())]
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, layout: &Layout) -> Position {
        let inside = frame::open(pen, layout, "Sources", COLUMNS, self.lines.len() as u16 + 1 + ADDRESS);
        let list = Rect { height: inside.height.saturating_sub(1 + ADDRESS), ..inside };
        let height = usize::from(list.height);
        let (at, first) = (self.pick.at(self.lines.len()), self.pick.first(self.lines.len(), height));
        for (number, line) in self.lines.iter().enumerate().skip(first).take(height) {
            let y = list.y + (number - first) as u16;
            let chosen = number == at;
            pen.spots.note(Rect { y, height: 1, ..list }, Spot::Line { number, chosen });
            let style = pen.theme.style(if chosen { Role::Selection } else { Role::Text });
            pen.paint(Rect { y, height: 1, ..list }, style);
            pen.text(list.x, y, 1, if chosen { pen.glyphs.pointer } else { " " }, style);
            let whose = if chosen { style } else { pen.theme.style(Role::Accent) };
            pen.text(list.x + 2, y, WHOSE, &line.whose, whose);
            let text = list.x + 3 + WHOSE;
            let taken = pen.text(text, y, list.right().saturating_sub(text), &line.text, style);
            pen.link(text, y, taken, &line.url);
        }
        draw_address(pen, Rect { y: list.bottom() + 1, height: ADDRESS, ..inside }, &self.chosen().url);
        Position::new(list.x, list.y + (at - first) as u16)
    }
}

/// The address in full, over as many lines as it needs and has.
fn draw_address(pen: &mut Pen<'_>, area: Rect, url: &str) {
    let mut rest = url;
    for y in area.top()..area.bottom() {
        let last = y + 1 == area.bottom();
        let end = rest.char_indices().nth(usize::from(area.width)).map_or(rest.len(), |(end, _)| end);
        let (line, after) = if last { (rest, "") } else { rest.split_at(end) };
        let taken = pen.say(area.x, y, area.width, line, Role::Link);
        pen.link(area.x, y, taken, url);
        rest = after;
    }
}

fn of_cell(model: &Model, measure: MeasureIndex, column: Column) -> Vec<Line> {
    let board = &model.board;
    let cell = board.cell(measure, column);
    let whose = board.jurisdiction(cell.root).code.to_string();
    let sources = board.position(cell).map_or(&[][..], |position| &position.sources);
    sources.iter().map(|source| line(model, &whose, source)).collect()
}

/// The sources of an entity's listings, and where the lists themselves are published.
fn of_entity(model: &Model, entity: EntityIndex) -> Vec<Line> {
    let (board, state) = (&model.board, &model.sheets.entities);
    let mut lines = Vec::new();
    for &list in state.lists() {
        let Some(listing) = state.listings().listing(board, entity, list) else { continue };
        let list = state.listings().list(board, list);
        let checked = if listing.status == ListingStatus::NotListed { list.check_source } else { list.url };
        let source = if listing.source.is_empty() { checked } else { listing.source };
        if !source.is_empty() && listing.status != ListingStatus::Unknown {
            let text = format!("{}, {}", list.name, listing.status.words());
            lines.push(Line {
                whose: list.jurisdiction.to_string(),
                text,
                url: board.text(source).into_owned(),
            });
        }
    }
    lines
}

fn line(model: &Model, whose: &str, source: &Source) -> Line {
    let text = |prose| model.board.text(prose).into_owned();
    let date = source.date.map_or(String::new(), |date| date.to_string());
    let parts = [text(source.title), text(source.publisher), date];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Line { whose: whose.to_owned(), text: parts.join(", "), url: text(source.url) }
}
