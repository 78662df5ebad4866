//! The two poles of a gap side by side, each in lines of its own column.

use ratatui::layout::Rect;

use super::gap::{below, rows};
use crate::analysis::{Gap, Reach, Side};
use crate::report::compare::members_in_words;
use crate::report::words;
use crate::scorecard::{Column, MeasureIndex, Position};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widget::page::{Page, Writer};
use crate::tui::widget::pen::Pen;

/// The columns from which the poles stand beside each other.
const BESIDE: u16 = 56;

/// The columns between them.
const GUTTER: u16 = 4;

/// Both poles, beside each other where there is room.
pub(super) struct Sides {
    pages: [Page; 2],
    column: u16,
    are_beside: bool,
}

impl Sides {
    pub(super) fn new(
        model: &Model,
        gap: &Gap,
        width: u16,
        told: fn(&Model, &mut Writer, Column, &Side, MeasureIndex),
    ) -> Self {
        let are_beside = width >= BESIDE;
        let column = if are_beside { (width - GUTTER) / 2 } else { width };
        let poles = model.figures.comparison().poles;
        let pages = [(&gap.first, Role::SideFirst, poles[0]), (&gap.second, Role::SideSecond, poles[1])];
        let pages = pages.map(|(side, role, pole)| {
            let mut page = Writer::new(column);
            let reach = words::reach(side.reach);
            let level = if side.reach.levels().is_some() { format!("level {reach}") } else { reach };
            let level = match recorded(model, gap.measure, pole) {
                Some(recorded) => format!("what-if {level}, recorded {recorded}"),
                None => level,
            };
            page.paragraph(role, &format!("{}: {level}", model.board.jurisdiction(pole).name));
            told(model, &mut page, pole, side, gap.measure);
            page.finish()
        });
        Self { pages, column, are_beside }
    }

    pub(super) fn height(&self) -> u16 {
        let [first, second] = self.pages.each_ref().map(rows);
        if self.are_beside { first.max(second) } else { first.saturating_add(second).saturating_add(1) }
    }

    /// Draws both from their beginnings; where one goes on below, its last line says so.
    pub(super) fn draw(&self, pen: &mut Pen<'_>, area: Rect) {
        for (page, area) in self.pages.iter().zip(self.areas(area)) {
            draw_page(pen, page, area);
        }
    }

    /// Draws both from that many lines on, each until its end.
    pub(super) fn draw_from(&self, pen: &mut Pen<'_>, area: Rect, first: u16) {
        for (page, area) in self.pages.iter().zip(self.areas(area)) {
            let first = first.min(rows(page).saturating_sub(area.height));
            page.draw(pen, &[area, Rect::default()], usize::from(first));
        }
    }

    /// How many lines the one that goes on longest has, and how many of them are in an area.
    pub(super) fn lines(&self, area: Rect) -> Lines {
        let lines = self.pages.iter().zip(self.areas(area)).map(|(page, area)| {
            let of = rows(page);
            Lines { seen: of.min(area.height), of }
        });
        lines.max_by_key(|lines| lines.hidden()).unwrap_or_default()
    }

    /// Where each is. Each gets its part of a screen that has no room for both.
    fn areas(&self, area: Rect) -> [Rect; 2] {
        let one = Rect { width: self.column, ..area };
        if self.are_beside {
            return [one, Rect { x: area.x + self.column + GUTTER, ..one }];
        }
        let first = rows(&self.pages[0]);
        let half = first.min(area.height.saturating_sub(1).div_ceil(2));
        let height = if self.height() <= area.height { first } else { half };
        [Rect { height, ..one }, below(one, height + 1)]
    }
}

/// How many lines of a text are on the screen.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lines {
    pub(super) seen: u16,
    pub(super) of: u16,
}

impl Lines {
    /// How many are not.
    pub(super) fn hidden(self) -> u16 {
        self.of - self.seen
    }
}

/// What a pole records on a measure.
pub(super) fn position(model: &Model, measure: MeasureIndex, column: Column) -> Option<&Position> {
    model.board.position(model.board.cell(measure, column))
}

/// What the files say of a level that is supposed.
fn recorded(model: &Model, measure: MeasureIndex, column: Column) -> Option<String> {
    let supposed = model.board.cell(measure, column).supposed;
    supposed.then(|| words::answer(model.board.recorded(measure, column).answer))
}

/// What a pole does: its headline, and what the rubric says of its level.
pub(super) fn in_words(model: &Model, page: &mut Writer, pole: Column, side: &Side, measure: MeasureIndex) {
    let board = &model.board;
    if side.members_decide {
        let [profile, other] = model.figures.comparison().profiles();
        let profile = if profile.column == pole { profile } else { other };
        page.paragraph(Role::Text, &members_in_words(board, measure, profile));
    } else if let Some(position) = position(model, measure, pole) {
        page.paragraph(Role::Text, &words::headline(board, position));
    }
    if let Reach::Known { lo, hi } = side.reach
        && lo == hi
    {
        let scale = &board.measure(measure).scale;
        page.paragraph(Role::Muted, &board.text(scale[usize::from(lo.number())]));
    }
}

/// Draws a page at the top of an area; where it goes on below, the last line says so.
pub(super) fn draw_page(pen: &mut Pen<'_>, page: &Page, area: Rect) {
    let is_cut = rows(page) > area.height && area.height > 0;
    let whole = Rect { height: area.height - u16::from(is_cut), ..area };
    page.draw(pen, &[whole, Rect::default()], 0);
    if is_cut {
        pen.say(area.x, whole.bottom(), area.width, pen.glyphs.ellipsis, Role::Muted);
    }
}
