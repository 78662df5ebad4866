//! The arithmetic of the figure under the cursor, to be read, scrolled and copied.

use crossterm::event::KeyCode;
use ratatui::layout::{Position, Rect};

use super::{Outcome, frame};
use crate::report::Twin;
use crate::report::document::{Block, Document, write_text};
use crate::report::explain::{self, Figure};
use crate::tui::key::Key;
use crate::tui::message::Effect;
use crate::tui::model::{Model, Renumbering};
use crate::tui::theme::Role;
use crate::tui::view::layout::Layout;
use crate::tui::widget::pen::Pen;

/// A figure with its arithmetic.
#[derive(Clone, Debug)]
pub struct Explain {
    figure: Figure,
    lines: Vec<(Role, String)>,
    /// The columns and the state of the figures the lines were written for.
    written_for: Option<(u16, u64)>,
    first: usize,
    /// How many lines are visible.
    height: usize,
}

/// The columns of the box.
const COLUMNS: u16 = 108;
/// The columns that its frame and the screen's edge take.
const EDGE: u16 = 6;

impl Explain {
    /// The explanation of a figure; it is written when it is made ready to be drawn.
    pub fn new(figure: Figure) -> Self {
        Self { figure, lines: Vec::new(), written_for: None, first: 0, height: 0 }
    }

    /// The same figure of another board; nothing where what it is of is gone.
    pub(super) fn renewed(self, numbers: &Renumbering) -> Option<Self> {
        let figure = self.figure.renumbered(
            |measure| numbers.measure(measure),
            |area| numbers.area(area),
            |column| numbers.column(column),
        )?;
        Some(Self { figure, written_for: None, ..self })
    }

    /// Writes the lines where the room or the figures changed. Drawing only reads them.
    pub(super) fn prepare(&mut self, model: &Model) {
        let width = COLUMNS.min(model.size.width.saturating_sub(EDGE));
        let now = Some((width, model.sheets.generation()));
        if self.written_for != now {
            self.written_for = now;
            self.lines = lines(&self.document(model), usize::from(width));
        }
        self.height = usize::from(frame::lines_inside(&model.layout(), self.lines.len()));
        self.scroll(0);
    }

    fn document(&self, model: &Model) -> Document {
        explain::Explain::among(model.basis(), &model.among(), self.figure).document()
    }

    fn scroll(&mut self, by: isize) {
        let last = self.lines.len().saturating_sub(self.height);
        self.first = self.first.saturating_add_signed(by).min(last);
    }

    pub(super) fn key(&mut self, key: Key, model: &Model) -> Outcome {
        let page = self.height.max(1).cast_signed();
        match key.code {
            KeyCode::Char('c') if key.ctrl => return Outcome::Close,
            KeyCode::Char('d') if key.ctrl => self.scroll(page / 2),
            KeyCode::Char('u') if key.ctrl => self.scroll(-page / 2),
            KeyCode::Char('j') | KeyCode::Down => self.scroll(1),
            KeyCode::Char('k') | KeyCode::Up => self.scroll(-1),
            KeyCode::PageDown | KeyCode::Char(' ') => self.scroll(page),
            KeyCode::PageUp => self.scroll(-page),
            KeyCode::Char('g') | KeyCode::Home => self.scroll(isize::MIN),
            KeyCode::Char('G') | KeyCode::End => self.scroll(isize::MAX),
            KeyCode::Char('y') => {
                let text = written(&self.document(model), None);
                return Outcome::Do(Effect::Copy { what: "the explanation", text });
            }
            KeyCode::Esc | KeyCode::Enter | KeyCode::Char('q' | 'x') => return Outcome::Close,
            _ => {}
        }
        Outcome::Stay
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, layout: &Layout) -> Position {
        let lines = u16::try_from(self.lines.len()).unwrap_or(u16::MAX);
        let inside = frame::open(pen, layout, "How this figure came about", COLUMNS, lines);
        let Rect { x, y, width, height } = inside;
        for ((role, line), y) in self.lines.iter().skip(self.first).take(usize::from(height)).zip(y..) {
            pen.say(x, y, width, line, *role);
        }
        if self.lines.len() > usize::from(height) {
            let seen = (self.first + usize::from(height)).min(self.lines.len());
            let more = format!(" {seen} of {} lines ", self.lines.len());
            pen.right(x, inside.bottom(), width, &more, pen.theme.style(Role::Muted));
        }
        Position::new(x, y)
    }
}

/// A document as lines of at most that many columns, each in the role of what it belongs to.
fn lines(document: &Document, width: usize) -> Vec<(Role, String)> {
    let mut lines = Vec::new();
    for block in &document.blocks {
        let role = match block {
            Block::Title(_) => Role::Title,
            Block::Heading(_) => Role::Accent,
            Block::Paragraph(_) | Block::Facts(_) | Block::List(_) | Block::Table(_) => Role::Text,
        };
        if !lines.is_empty() && !follows_heading(&lines) {
            lines.push((Role::Text, String::new()));
        }
        let alone = Document { blocks: vec![block.clone()] };
        lines.extend(written(&alone, Some(width)).lines().map(|line| (role, line.to_owned())));
    }
    lines
}

/// A heading stands right above what it is of: the box is narrow enough.
fn follows_heading(lines: &[(Role, String)]) -> bool {
    lines.last().is_some_and(|(role, _)| *role == Role::Accent)
}

fn written(document: &Document, width: Option<usize>) -> String {
    let mut out = Vec::new();
    // Memory takes everything that is written to it.
    let _ = write_text(document, width, &mut out);
    String::from_utf8(out).unwrap_or_default()
}
