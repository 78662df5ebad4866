//! Where everything is on the screen.

use ratatui::layout::{Rect, Size};

use super::{agreement, banner, matrix, table};
use crate::tui::model::{Model, View};

/// The smallest screen there is a layout for.
pub const SMALLEST: Size = Size { width: 60, height: 15 };

/// The areas of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The line of place.
    pub place: Rect,
    /// The line of views and the standing comparison.
    pub tabs: Rect,
    /// The rule below them.
    pub rule: Rect,
    /// What a view says above its table; empty where there is no room for it.
    pub above: Rect,
    /// The table with its heading and its foot; empty while the detail is zoomed.
    pub table: Rect,
    /// The detail, where it is shown.
    pub detail: Option<Pane>,
    /// A second detail below a short table, where the first one stands beside it.
    pub companion: Option<Pane>,
    /// The line that stays while files have errors; empty where they have none.
    pub banner: Rect,
    /// The status line.
    pub status: Rect,
    /// The line of hints.
    pub hints: Rect,
}

/// The detail on the screen: its title and one or two columns of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pane {
    /// The line that separates it and carries its title.
    pub title: Rect,
    /// The text, column by column; a column that is not used is empty.
    pub columns: [Rect; 2],
}

impl Pane {
    /// All of it.
    pub fn area(&self) -> Rect {
        self.columns
            .iter()
            .fold(self.title, |area, column| if column.is_empty() { area } else { area.union(*column) })
    }

    /// The columns a line of text may take.
    pub fn text_width(&self) -> u16 {
        self.columns[0].width
    }

    /// How many lines are visible.
    pub fn lines(&self) -> usize {
        self.columns.iter().map(|column| usize::from(column.height)).sum()
    }
}

/// Below this width what stands on every screen is shared between two lines.
const NARROW: u16 = 80;
/// The columns a detail beside the table has at least and at most.
const PANE_WIDTH: (u16, u16) = (44, 88);
/// The lines of a detail below the table, with its title: at least, and what it is content with.
const PANE_HEIGHT: (u16, u16) = (7, 14);
/// The lines a second detail has at least, with its title.
const COMPANION_HEIGHT: u16 = 12;
/// From this width on, text below the table stands in two columns.
const TWO_COLUMNS: u16 = 110;
/// Rows of the table that are no rows of data: heading, a blank and the foot.
const TABLE_EXTRAS: u16 = 3;

/// The lines of a table that nothing above it takes away.
const LEAST_TABLE: u16 = 4;

impl Layout {
    /// The layout for what the model shows.
    pub fn of(model: &Model) -> Self {
        let Size { width, height } = model.size;
        let line = |y: u16| Rect::new(0, y.min(height), width, u16::from(y < height));
        let told = u16::from(banner::is_needed(model));
        let body = Rect::new(0, 3, width, height.saturating_sub(5 + told));
        let mut layout = Self {
            place: line(0),
            tabs: line(1),
            rule: line(2),
            above: Rect::default(),
            table: body,
            detail: None,
            companion: None,
            banner: Rect { height: told, ..line(height.saturating_sub(3)) },
            status: line(height.saturating_sub(2)),
            hints: line(height.saturating_sub(1)),
        };
        if model.zoomed {
            layout.detail = Some(pane(body, true));
            layout.table = Rect::default();
        } else if width > table_width(model) + PANE_WIDTH.0 {
            let room = width - table_width(model) - 1;
            let taken = room.min(PANE_WIDTH.1);
            layout.table.width = width - taken - 1;
            layout.detail = Some(pane(Rect::new(width - taken, body.y, taken, body.height), false));
            layout.divide_table(model);
        } else if height >= 24 {
            let taken = strip_height(body.height, table_rows(model));
            layout.table.height = body.height - taken;
            layout.detail = Some(pane(Rect::new(0, body.bottom() - taken, width, taken), true));
        }
        layout.give_above(above(model));
        layout
    }

    /// Gives lines of the table to what stands above it, where enough of it is left.
    fn give_above(&mut self, lines: u16) {
        if self.table.height >= lines + LEAST_TABLE {
            self.above = Rect { height: lines, ..self.table };
            self.table.y += lines;
            self.table.height -= lines;
        }
    }

    /// Gives what a short table leaves over to a second detail.
    fn divide_table(&mut self, model: &Model) {
        let wanted = u16::try_from(table_rows(model)).unwrap_or(u16::MAX).saturating_add(TABLE_EXTRAS);
        let left = self.table.height.saturating_sub(wanted);
        if left >= COMPANION_HEIGHT && model.has_companion() {
            self.table.height = wanted;
            let Rect { x, width, .. } = self.table;
            self.companion = Some(pane(Rect::new(x, self.table.bottom(), width, left), false));
        }
    }

    /// Whether the screen is too small for any layout.
    pub fn too_small(size: Size) -> bool {
        size.width < SMALLEST.width || size.height < SMALLEST.height
    }

    /// Whether the line of views is too short for the whole standing comparison.
    pub fn is_narrow(&self) -> bool {
        self.place.width < NARROW
    }

    /// Whether the detail stands beside the table.
    pub fn detail_is_beside(&self) -> bool {
        self.detail.is_some() && self.table.height > 0 && self.table.width < self.place.width
    }

    /// How many rows of data the table shows.
    pub fn rows(&self) -> u16 {
        // The blank line above the foot goes first where rows are scarce.
        self.table.height.saturating_sub(TABLE_EXTRAS - 1)
    }

    /// How many scrolling jurisdictions the matrix shows.
    pub fn members(&self, model: &Model) -> usize {
        matrix::Widths::fit(self.table.width, model.matrix.members.len()).members
    }

    /// How many jurisdictions the second form of the board shows.
    pub fn agreements(&self, model: &Model) -> usize {
        agreement::fits(self.table.width, model.agreement_columns().count())
    }
}

/// The columns a view's table wants before the detail may stand beside it.
fn table_width(model: &Model) -> u16 {
    match model.view {
        View::Board => 124,
        View::Matrix => matrix::Widths::natural(model.matrix.members.len()),
        View::Gaps => 104,
        view => view.sheet().map_or(104, |sheet| (sheet.width)(model)),
    }
}

/// The rows a table wants: its own, or those that say why it has none; and what stands above it.
fn table_rows(model: &Model) -> usize {
    let rows = match model.rows().len() {
        0 => usize::from(table::EMPTIED),
        rows => rows,
    };
    rows + usize::from(above(model))
}

/// The lines a view says above its table.
fn above(model: &Model) -> u16 {
    model.view.sheet().map_or(0, |sheet| sheet.above)
}

/// What a table leaves over goes to the detail; a long table leaves it a third.
fn strip_height(body: u16, rows: usize) -> u16 {
    let wanted = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(TABLE_EXTRAS);
    (body / 3).clamp(PANE_HEIGHT.0, PANE_HEIGHT.1).max(body.saturating_sub(wanted))
}

fn pane(area: Rect, titled_across: bool) -> Pane {
    let title = Rect { height: 1.min(area.height), ..area };
    let text = Rect {
        x: area.x + 1,
        y: area.y + title.height,
        width: area.width.saturating_sub(2),
        height: area.height - title.height,
    };
    if !titled_across || text.width < TWO_COLUMNS {
        return Pane { title, columns: [text, Rect::default()] };
    }
    let left = (text.width - 3) / 2;
    let first = Rect { width: left, ..text };
    let second = Rect { x: text.x + left + 3, width: text.width - left - 3, ..text };
    Pane { title, columns: [first, second] }
}
