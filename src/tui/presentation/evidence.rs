//! What is behind the levels of the poles: instruments, summaries and sources. What does not fit is scrolled to.

use ratatui::layout::Rect;

use super::gap::{Heading, below, has_letters};
use super::lettering::Size;
use super::sides::{Lines, Sides, position};
use crate::analysis::Side;
use crate::scorecard::{Column, MeasureIndex};
use crate::tui::model::{Model, Presentation};
use crate::tui::theme::Role;
use crate::tui::widget::page::Writer;
use crate::tui::widget::pen::Pen;

/// The evidence of the gap shown, laid out below as large a title as leaves room for all of it.
pub(super) struct Evidence {
    heading: Heading,
    sides: Sides,
    /// Where the heading begins.
    top: Rect,
    /// Where the poles stand.
    area: Rect,
}

impl Evidence {
    /// Lays it out; nothing where no gap is shown.
    pub(super) fn new(model: &Model, shown: &Presentation, inside: Rect) -> Option<Self> {
        let measure = shown.measure()?;
        let sides = Sides::new(model, model.figures.gap(measure), inside.width, evidence);
        let height = |heading: &Heading| heading.height() + 1 + sides.height();
        let titles = [Some(Size::HUGE), Some(Size::LARGE), None].into_iter();
        let lay = |size| Heading::new(model, measure, inside.width, size);
        let mut headings = titles.filter(|size| has_letters(model) || size.is_none()).filter_map(lay);
        let fits = headings.find(|heading| height(heading) <= inside.height);
        let heading = fits.or_else(|| lay(None))?;
        let top = below(inside, inside.height.saturating_sub(height(&heading)) / 3);
        let area = below(top, heading.height() + 1);
        // What goes on below stands apart from the last line, which says so.
        let height = if sides.height() > area.height { area.height.saturating_sub(1) } else { area.height };
        Some(Self { heading, sides, top, area: Rect { height, ..area } })
    }

    /// How many lines cannot be seen at once: as many can be scrolled.
    pub(super) fn hidden(&self) -> u16 {
        self.sides.lines(self.area).hidden()
    }

    /// Draws it, scrolled by so many lines, and tells which lines are seen where these are not all.
    pub(super) fn draw(&self, pen: &mut Pen<'_>, scrolled: u16) -> Option<Lines> {
        self.heading.draw(pen, self.top);
        self.sides.draw_from(pen, self.area, scrolled);
        let Lines { seen, of } = self.sides.lines(self.area);
        (seen < of).then(|| Lines { seen: seen.saturating_add(scrolled).min(of), of })
    }
}

/// What is behind a pole's level.
fn evidence(model: &Model, page: &mut Writer, pole: Column, _: &Side, measure: MeasureIndex) {
    let board = &model.board;
    let Some(position) = position(model, measure, pole) else { return };
    let status = position.status.map_or("", |status| status.words());
    let since = position.since.map_or(String::new(), |since| format!("since {since}"));
    let told = [status, &since].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
    page.paragraph(Role::Muted, &told.join(", "));
    page.paragraph(Role::Text, &board.text(position.instrument));
    page.gap();
    page.paragraph(Role::Text, &board.text(position.summary));
    page.gap();
    for source in &position.sources {
        let parts = [board.text(source.title), board.text(source.publisher)];
        let told: Vec<&str> = parts.iter().map(|part| &**part).filter(|part| !part.is_empty()).collect();
        page.hanging(
            &[(Role::Muted, model.glyph_set().bullet), (Role::Muted, " ")],
            Role::Muted,
            &told.join(", "),
        );
    }
}
