//! What changed since an earlier edition of the workspace, measure by measure.

use crossterm::event::KeyCode;
use ratatui::layout::{Position, Rect};

use super::pick::Pick;
use super::{Layer, Outcome, frame};
use crate::report::change::{Editions, Told};
use crate::report::words::{YARDSTICK, capitalised, plural};
use crate::tui::command::go_to_measure;
use crate::tui::edition::Edition;
use crate::tui::key::Key;
use crate::tui::message::Effect;
use crate::tui::model::{Model, View};
use crate::tui::theme::Role;
use crate::tui::view::layout::Layout;
use crate::tui::widget::pen::{Pen, width};
use crate::tui::widget::spots::Spot;

/// The list of what changed since an edition.
#[derive(Clone, Debug)]
pub struct Change {
    edition: Edition,
    /// What stands above the list: the counts, and what came of the group.
    summary: Vec<String>,
    told: Vec<Told>,
    pick: Pick,
    /// The state of the figures it was written for.
    written_for: Option<u64>,
}

/// The columns of the list.
const COLUMNS: u16 = 116;
/// The lines below the list: a blank, the chosen measure, what there is to tell of it.
const BELOW: u16 = 7;
/// The columns a title has at least; where they are not there, the gap is told below the list only.
const TITLE: u16 = 30;

impl Change {
    /// Opens the list over the view, or says why nothing can be compared. In front of a room nothing opens.
    pub(in crate::tui) fn open(edition: Edition, model: &mut Model) {
        if model.is_presenting() {
            return;
        }
        let mut list =
            Self { edition, summary: Vec::new(), told: Vec::new(), pick: Pick::default(), written_for: None };
        match list.write(model) {
            Ok(()) => {
                model.notice = None;
                model.layers.push(Layer::Change(list));
            }
            Err(why) => model.warn(why),
        }
    }

    /// Writes the list where the figures changed. Drawing only reads it.
    pub(super) fn prepare(&mut self, model: &Model) {
        if self.written_for != Some(model.sheets.generation())
            && let Err(why) = self.write(model)
        {
            (self.summary, self.told) = (vec![why], Vec::new());
        }
    }

    fn write(&mut self, model: &Model) -> Result<(), String> {
        self.written_for = Some(model.sheets.generation());
        let editions = Editions::between(&self.edition.board, model.basis(), model.filtering.filter())
            .map_err(|why| capitalised(&why.to_string()))?;
        let left_out = format!("{} in its files; those are left out.", plural(self.edition.errors, "error"));
        let left_out = (self.edition.errors > 0).then_some(left_out);
        let figures = [editions.summary(), editions.alignment(), YARDSTICK.to_owned()];
        self.summary = figures.into_iter().chain(left_out).collect();
        self.told = editions.told();
        Ok(())
    }

    pub(super) fn key(&mut self, key: Key, model: &mut Model) -> Outcome {
        let count = self.told.len();
        if self.pick.moves(key, count) {
            return Outcome::Stay;
        }
        let chosen = self.told.get(self.pick.at(count));
        match key.code {
            KeyCode::Char('c') if key.ctrl => return Outcome::Close,
            KeyCode::Char('y') => {
                if let Some(told) = chosen {
                    return Outcome::Do(Effect::Copy { what: "the change", text: in_full(told) });
                }
            }
            KeyCode::Enter => match chosen.map(|told| told.measure) {
                Some(Some(measure)) if go_to_measure(model, View::Matrix, measure) => return Outcome::Close,
                Some(None) => model.tell("This measure is not in the edition on screen.".to_owned()),
                _ => {}
            },
            KeyCode::Esc | KeyCode::Char('q') => return Outcome::Close,
            _ => {}
        }
        Outcome::Stay
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, layout: &Layout) -> Position {
        let title = format!("What changed since {}", self.edition.place);
        let room = COLUMNS.min(pen.canvas.area().width.saturating_sub(6));
        let above: Vec<_> =
            self.summary.iter().flat_map(|line| textwrap::wrap(line, usize::from(room))).collect();
        let head = above.len() as u16 + 1;
        let lines = u16::try_from(self.told.len().max(1)).unwrap_or(u16::MAX);
        let inside = frame::open(pen, layout, &title, COLUMNS, lines.saturating_add(head + BELOW));
        for (line, y) in above.iter().zip(inside.y..inside.bottom()) {
            pen.say(inside.x, y, inside.width, line, Role::Muted);
        }
        let height = inside.height.saturating_sub(head + BELOW);
        let list = Rect { y: inside.y + head, height, ..inside };
        let (at, first) = self.draw_list(pen, list);
        match self.told.get(at) {
            Some(told) => draw_chosen(pen, Rect { y: list.bottom() + 1, height: BELOW - 1, ..inside }, told),
            None => drop(pen.say(list.x, list.y, list.width, "Nothing changed.", Role::Muted)),
        }
        Position::new(list.x, list.y + (at - first) as u16)
    }

    /// Draws what is visible of the list and tells which line is chosen and which is the first.
    fn draw_list(&self, pen: &mut Pen<'_>, list: Rect) -> (usize, usize) {
        let height = usize::from(list.height);
        let (at, first) = (self.pick.at(self.told.len()), self.pick.first(self.told.len(), height));
        let visible = || self.told.iter().skip(first).take(height);
        let course = visible().map(|told| width(&told.course)).max().unwrap_or(0);
        let gap = visible().map(|told| width(&told.gap)).max().unwrap_or(0);
        let gap = if list.width >= 2 + TITLE + 2 + gap + 2 + course { gap } else { 0 };
        for (told, number) in visible().zip(first..) {
            let line = Rect { y: list.y + (number - first) as u16, height: 1, ..list };
            pen.spots.note(line, Spot::Line { number, chosen: number == at });
            draw_line(pen, line, told, (gap, course), number == at);
        }
        (at, first)
    }
}

/// Draws a line of the list: the measure, the gap where it has room, what became of it.
fn draw_line(pen: &mut Pen<'_>, line: Rect, told: &Told, (gap, course): (u16, u16), here: bool) {
    let style = pen.theme.style(if here { Role::Selection } else { Role::Text });
    let muted = if here { style } else { pen.theme.style(Role::Muted) };
    pen.paint(line, style);
    let Rect { x, y, .. } = line;
    pen.text(x, y, 1, if here { pen.glyphs.pointer } else { " " }, style);
    let ends = line.right().saturating_sub(course);
    pen.text(ends, y, course, &told.course, style);
    let middle = ends.saturating_sub(gap + 2);
    pen.text(middle, y, gap, &told.gap, muted);
    pen.text(x + 2, y, middle.saturating_sub(x + 4), &told.title, style);
}

/// Draws all there is to tell of a measure.
fn draw_chosen(pen: &mut Pen<'_>, area: Rect, told: &Told) {
    pen.say(area.x, area.y, area.width, &format!("{}: {}", told.area, told.title), Role::Accent);
    let room = usize::from(area.width).max(1);
    let lines = lines(told);
    let lines: Vec<_> = lines.iter().flat_map(|line| textwrap::wrap(line, room)).collect();
    let space = usize::from(area.height.saturating_sub(1));
    let (shown, rest) = if lines.len() > space { (space - 1, true) } else { (lines.len(), false) };
    for (line, y) in lines.iter().take(shown).zip(area.y + 1..) {
        pen.say(area.x, y, area.width, line, Role::Text);
    }
    if rest {
        let more = format!("{} more; y copies all", plural(lines.len() - shown, "line"));
        pen.say(area.x, area.bottom() - 1, area.width, &more, Role::Muted);
    }
}

/// What there is to tell of a measure below its title, a sentence each.
fn lines(told: &Told) -> Vec<String> {
    let gap = if told.gap.is_empty() { String::new() } else { format!("Gap: {}.", told.gap) };
    std::iter::once(gap).chain(told.details.iter().cloned()).filter(|line| !line.is_empty()).collect()
}

/// A row as it is copied.
fn in_full(told: &Told) -> String {
    let course = if told.course.is_empty() { String::new() } else { format!(" ({})", told.course) };
    let mut text = format!("{}: {}{course}", told.area, told.title);
    for line in lines(told) {
        text.push('\n');
        text.push_str(&line);
    }
    text
}
