//! What is worth the group's time: one list across areas, widest first, equal ones sharing a rank.

use ratatui::layout::{Position, Rect};

use super::layout::Layout;
use super::matrix::closeness;
use super::table;
use crate::analysis::Gap;
use crate::report::words::{self, band};
use crate::scorecard::{MeasureIndex, Weight};
use crate::tui::model::{Direction, GapColumn, Model};
use crate::tui::theme::Role;
use crate::tui::widget::pen::{Pen, width};
use crate::tui::widget::spots::TableColumn;
use crate::tui::widget::{cell, strip};

/// The columns of the table, as places and widths.
struct Columns {
    rank: (u16, u16),
    width: (u16, u16),
    /// The levels of the poles; of no width where they are not shown.
    poles: [(u16, u16); 2],
    measure: (u16, u16),
    area: (u16, u16),
    weight: (u16, u16),
    group: (u16, u16),
    next: (u16, u16),
    tags: (u16, u16),
}

impl Columns {
    fn new(model: &Model, table: Rect) -> Self {
        let room = table.width.saturating_sub(table::INDENT + 1);
        let gap = if room < 100 { 13 } else { 18 };
        // On the narrowest screens the measure's name goes before what its detail says too.
        let shown = |column, width| if model.columns.hides_in_gaps(column) { 0 } else { width };
        let (weight, next) = if room < 70 { (0, 0) } else { (6, 10) };
        let (weight, next) = (shown(GapColumn::Weight, weight), shown(GapColumn::Next, next));
        // A what-if moves ranks, and is made in the column of a pole.
        let moved = model.what_ifs() > 0 && room >= 70;
        let (rank, group) = (if moved { 9 } else { 4 }, shown(GapColumn::Group, strip::WIDTH));
        let pole = if model.gaps_show_poles() { cell::WIDTH } else { 0 };
        let poles = 2 * (pole + u16::from(pole > 0));
        let fixed = rank + gap + poles + weight + group + next + 6;
        let spare = room.saturating_sub(fixed);
        // The measure first, then the area, then the tags: what does not fit here stands in the detail.
        let area = shown(GapColumn::Area, if spare >= 54 { (spare * 2 / 5).min(28) } else { 0 });
        let tags = if spare >= 96 { (spare - 60).min(70) } else { 0 };
        let measure = spare.saturating_sub(area + tags + u16::from(area > 0) + u16::from(tags > 0));
        let mut across = table::Across::new(table);
        let mut column = |width: u16| across.next(width);
        Self {
            rank: column(rank),
            width: column(gap),
            poles: [column(pole), column(pole)],
            measure: column(measure),
            area: column(area),
            weight: column(weight),
            group: column(group),
            next: column(next),
            tags: column(tags),
        }
    }
}

/// Draws the list of gaps.
pub(super) fn draw(pen: &mut Pen<'_>, model: &Model, layout: &Layout) -> Option<Position> {
    let table = layout.table;
    let columns = Columns::new(model, table);
    headings(pen, model, table, &columns);
    let mut cursor = None;
    for (at, (row, measure)) in model.gaps.visible(usize::from(layout.rows())).enumerate() {
        let y = table.y + 1 + at as u16;
        let here = row == model.gaps.row();
        table::note_row(pen, table, y, row);
        draw_row(pen, model, table, y, model.figures.gap(MeasureIndex(measure)), here, &columns);
        if here {
            cursor = Some(table::cursor_of(table, y));
        }
    }
    table::emptied(pen, model, table);
    table::foot(pen, model, table);
    cursor
}

fn headings(pen: &mut Pen<'_>, model: &Model, table: Rect, columns: &Columns) {
    let mut titled = |(x, room): (u16, u16), title: &str, column: GapColumn, right: bool| {
        if room > 0 {
            let here = model.gap_column == column;
            table::heading(pen, (x, table.y), room, title, here, sorted_by(model, column), right);
            table::note(pen, table, (x, room), TableColumn::Gaps(column));
        }
    };
    for (pole, column) in [GapColumn::First, GapColumn::Second].into_iter().enumerate() {
        let code = model.board.jurisdiction(model.figures.comparison().poles[pole]).code;
        titled(columns.poles[pole], code.as_str(), column, false);
    }
    let mut heading = |place, column: GapColumn, right| titled(place, column.title(), column, right);
    heading(columns.rank, GapColumn::Rank, true);
    heading(columns.width, GapColumn::Width, false);
    heading(columns.measure, GapColumn::Measure, false);
    heading(columns.area, GapColumn::Area, false);
    heading(columns.weight, GapColumn::Weight, true);
    heading(columns.group, GapColumn::Group, false);
    heading(columns.next, GapColumn::Next, false);
    if columns.tags.1 > 0 {
        table::heading(pen, (columns.tags.0, table.y), columns.tags.1, "to know", false, None, false);
    }
}

fn sorted_by(model: &Model, column: GapColumn) -> Option<Direction> {
    model.sorted.gaps.filter(|(sorted, _)| *sorted == column).map(|(_, direction)| direction)
}

fn draw_row(pen: &mut Pen<'_>, model: &Model, table: Rect, y: u16, gap: &Gap, here: bool, columns: &Columns) {
    let style = table::row(pen, model, table, y, here);
    table::mark(pen, model, table, y, gap.measure.0..gap.measure.0 + 1, style);
    let muted = table::over(pen, style, Role::Muted, here);
    let measure = model.board.measure(gap.measure);
    pen.right(columns.rank.0, y, columns.rank.1, &rank(model, gap, columns.rank.1), muted);
    draw_width(pen, model, columns.width, y, gap, here);
    draw_poles(pen, model, columns, y, gap.measure, here);
    let found = model.search.as_ref().is_some_and(|search| search.in_measure(gap.measure.0));
    let (x, room) = columns.measure;
    let title = if width(&measure.title) <= room { &measure.title } else { measure.short_title() };
    pen.text(x, y, room, title, if found && !here { pen.theme.style(Role::Match) } else { style });
    pen.text(columns.area.0, y, columns.area.1, model.board.area_of(gap.measure).short_title(), muted);
    if let Some(weight) = Weight::from_thousandths(model.figures.grid().weights().measure(gap.measure)) {
        let text = format!("{}{weight}", pen.glyphs.times);
        pen.right(columns.weight.0, y, columns.weight.1, &text, muted);
    }
    if columns.group.1 > 0 {
        strip::draw(pen, (columns.group.0, y), model.figures.tally(gap.measure));
    }
    if let Some(step) = model.overview.upcoming(gap.measure) {
        pen.text(
            columns.next.0,
            y,
            columns.next.1,
            &step.date.to_string(),
            table::over(pen, style, Role::Accent, here),
        );
    }
    let (mut x, end) = (columns.tags.0, columns.tags.0 + columns.tags.1);
    for (at, tag) in gap.tags.iter().enumerate() {
        if at > 0 {
            x += pen.text(x, y, end.saturating_sub(x), ", ", muted);
        }
        x += pen.text(x, y, end.saturating_sub(x), tag.words(), muted);
    }
}

/// The rank; where a what-if moved it and there is room, also the one before.
fn rank(model: &Model, gap: &Gap, room: u16) -> String {
    let now = words::rank(gap);
    let before = model.what_if.before().map(|before| words::rank(before.gap(gap.measure)));
    match before {
        Some(before) if before != now => {
            let both = format!("{before}{}{now}", model.glyph_set().step);
            if width(&both) <= room { both } else { now }
        }
        _ => now,
    }
}

/// The levels of the poles, the one that a what-if would change under the cursor.
fn draw_poles(
    pen: &mut Pen<'_>,
    model: &Model,
    columns: &Columns,
    y: u16,
    measure: MeasureIndex,
    here: bool,
) {
    let comparison = model.figures.comparison();
    for (pole, &(x, room)) in columns.poles.iter().enumerate() {
        if room > 0 {
            let at = (measure, comparison.poles[pole]);
            let on_cursor = here && model.gap_column.pole() == Some(pole);
            cell::draw(pen, (x, y), &model.board, comparison.lens, model.glyphs, at, on_cursor);
        }
    }
}

/// How wide the gap is, as shade and word, and which side is fuller.
fn draw_width(pen: &mut Pen<'_>, model: &Model, (x, room): (u16, u16), y: u16, gap: &Gap, here: bool) {
    let row = pen.theme.style(if here { Role::Selection } else { Role::Text });
    let muted = table::over(pen, row, Role::Muted, here);
    let (Some(side), Some(steps @ 1..)) = (gap.fuller(), gap.width()) else {
        let words = if gap.gap.is_some() { closeness(gap) } else { band(gap.band) };
        pen.text(x + 2, y, room - 2, words, muted);
        return;
    };
    let style = row.patch(pen.theme.style([Role::SideFirst, Role::SideSecond][side]));
    pen.text(x, y, 1, pen.glyphs.shades[usize::from(steps) - 1], style);
    let code = model.board.jurisdiction(model.figures.comparison().poles[side]).code;
    let taken = pen.text(x + 2, y, room - 2, code.as_str(), row);
    pen.text(x + 3 + taken, y, room.saturating_sub(3 + taken), band(gap.band), row);
}
