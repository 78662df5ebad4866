use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{COLUMNS, compared_side};
use crate::analysis::{Finding, Gap, Reach, Tag};
use crate::filter::OrderColumn;
use crate::report::compare::labels;
use crate::report::words::{self, Mark, counts_in_short, counts_sentence, who_is_fuller};
use crate::scorecard::MeasureIndex;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::view::layout::Layout;
use crate::tui::view::table;
use crate::tui::widget::pen::{Pen, width};
use crate::tui::widget::spots::TableColumn;

/// The lines above the headings: who is compared, and the counts.
pub(super) const ABOVE: u16 = 2;

/// The columns a level takes, or a span of two.
const LEVEL: u16 = 3;

/// The roles of the two sides.
const SIDES: [Role; 2] = [Role::SideFirst, Role::SideSecond];

/// The columns of the table, as places and widths.
struct Places {
    measure: (u16, u16),
    area: (u16, u16),
    first: (u16, u16),
    bar: (u16, u16),
    second: (u16, u16),
    words: (u16, u16),
    weight: (u16, u16),
}

impl Places {
    fn new(table: Rect) -> Self {
        let room = table.width.saturating_sub(table::INDENT + 1);
        // A step of the bar: wider where that leaves the measures their names.
        let step = match room {
            0..74 => 1,
            74..120 => 2,
            _ => 3,
        };
        let bar = 8 * step + 1;
        let spare = room.saturating_sub(bar + 2 * LEVEL + 4);
        let weight = if spare >= 50 { 6 } else { 0 };
        let area = if spare >= 100 { (spare / 5).min(28) } else { 0 };
        let words = if spare >= 74 { 33 } else { 0 };
        let taken = [weight, area, words].into_iter().filter(|&width| width > 0).map(|width| width + 1).sum();
        let measure = spare.saturating_sub(taken);
        let mut across = table::Across::new(table);
        let mut column = |width: u16| across.next(width);
        Self {
            measure: column(measure),
            area: column(area),
            first: column(LEVEL),
            bar: column(bar),
            second: column(LEVEL),
            words: column(words),
            weight: column(weight),
        }
    }

    fn of(&self, column: OrderColumn) -> (u16, u16) {
        match column {
            OrderColumn::Area => self.area,
            OrderColumn::First => self.first,
            OrderColumn::Gap => self.bar,
            OrderColumn::Second => self.second,
            OrderColumn::Weight => self.weight,
            _ => self.measure,
        }
    }
}

/// Draws the two, their counts and the table.
pub(super) fn draw(pen: &mut Pen<'_>, model: &Model, layout: &Layout) -> Option<Position> {
    if layout.above.height > 0 {
        above(pen, model, layout.above);
    }
    let table = layout.table;
    let places = Places::new(table);
    headings(pen, model, table, &places);
    let rows = &model.sheets.compare.table.rows;
    let mut cursor = None;
    for (at, (row, measure)) in rows.visible(usize::from(layout.rows())).enumerate() {
        let y = table.y + 1 + at as u16;
        let here = row == rows.row();
        table::note_row(pen, table, y, row);
        if let Some(gap) = model.sheets.compare.gap(MeasureIndex(measure)) {
            draw_row(pen, model, (table, y), gap, here, &places);
        }
        if here {
            cursor = Some(table::cursor_of(table, y));
        }
    }
    table::emptied(pen, model, table);
    table::foot(pen, model, table);
    cursor
}

/// Who is compared, through which lenses, and the counts of what is shown.
fn above(pen: &mut Pen<'_>, model: &Model, area: Rect) {
    let x = area.x + table::INDENT;
    let room = area.width.saturating_sub(table::INDENT + 1);
    let profiles = model.profiles();
    let names = profiles.map(|profile| {
        let jurisdiction = model.board.jurisdiction(profile.column);
        let lens = words::lens(profile.lens);
        [
            format!("{} {} {} {lens}", jurisdiction.code, jurisdiction.name, pen.glyphs.dot),
            format!("{} {} {lens}", jurisdiction.code, pen.glyphs.dot),
        ]
    });
    let form = (0..2).find(|&form| width(&names[0][form]) + width(&names[1][form]) + 6 <= room).unwrap_or(1);
    let mut at = x + pen.say(x, area.y, room, &names[0][form], SIDES[0]);
    at += 2 + pen.say(at + 2, area.y, 2, pen.glyphs.poles, Role::Muted);
    pen.say(at + 2, area.y, (x + room).saturating_sub(at + 2), &names[1][form], SIDES[1]);
    let counts = model.sheets.compare.shown();
    let labels = labels(&model.board, profiles);
    let sides = who_is_fuller(counts, labels.each_ref().map(String::as_str));
    let forms = [
        format!("{}; {sides}", counts_sentence(counts)),
        format!("{}; {sides}", counts_in_short(counts)),
        counts_in_short(counts),
    ];
    let fits = forms.iter().find(|text| width(text) <= room).unwrap_or(&forms[2]);
    pen.say(x, area.y + 1, room, fits, Role::Title);
}

fn headings(pen: &mut Pen<'_>, model: &Model, table: Rect, places: &Places) {
    let state = &model.sheets.compare.table;
    let codes = model.compared().map(|seen| model.board.jurisdiction(seen.column).code);
    for (number, &column) in COLUMNS.iter().enumerate() {
        let (x, room) = places.of(column);
        if room == 0 {
            continue;
        }
        let title = match column {
            OrderColumn::Area => "area",
            OrderColumn::First => codes[0].as_str(),
            OrderColumn::Gap => "",
            OrderColumn::Second => codes[1].as_str(),
            OrderColumn::Weight => "weight",
            _ => "measure",
        };
        let right = matches!(column, OrderColumn::Weight | OrderColumn::First);
        let here = state.column == number;
        table::heading(pen, (x, table.y), room, title, here, state.sorted_by(number), right);
        table::note(pen, table, (x, room), TableColumn::Sheet(number));
    }
    fuller(pen, places.bar, table.y, COLUMNS.get(state.column) == Some(&OrderColumn::Gap));
}

/// Over each half of the bars that it is the side's to be fuller there.
fn fuller(pen: &mut Pen<'_>, (x, room): (u16, u16), y: u16, here: bool) {
    let half = room / 2;
    let accent = pen.theme.style(Role::Accent);
    for (side, role) in SIDES.into_iter().enumerate() {
        let style = if here { accent } else { pen.theme.style(role) };
        let word = if half > 7 { "fuller" } else { "" };
        match side {
            0 => pen.right(x, y, half.saturating_sub(1), word, style),
            _ => pen.text(x + half + 2, y, half.saturating_sub(1), word, style),
        };
    }
    pen.text(x + half, y, 1, pen.glyphs.bar, pen.theme.style(if here { Role::Accent } else { Role::Frame }));
}

fn draw_row(
    pen: &mut Pen<'_>,
    model: &Model,
    (table, y): (Rect, u16),
    gap: &Gap,
    here: bool,
    places: &Places,
) {
    let style = table::row(pen, model, table, y, here);
    table::mark(pen, model, table, y, gap.measure.0..gap.measure.0 + 1, style);
    let muted = table::over(pen, style, Role::Muted, here);
    let measure = model.board.measure(gap.measure);
    let found = model.search.as_ref().is_some_and(|search| search.in_measure(gap.measure.0));
    let (x, room) = places.measure;
    let title = if width(&measure.title) <= room { &measure.title } else { measure.short_title() };
    pen.text(x, y, room, title, if found && !here { pen.theme.style(Role::Match) } else { style });
    pen.text(places.area.0, y, places.area.1, model.board.area_of(gap.measure).short_title(), muted);
    let side = compared_side(model.sheets.compare.table.column).filter(|_| here);
    draw_level(pen, model, (places.first.0, y), gap.first.reach, side == Some(0));
    draw_bar(pen, places.bar, y, gap, style);
    draw_level(pen, model, (places.second.0, y), gap.second.reach, side == Some(1));
    pen.text(places.words.0, y, places.words.1, &in_words(gap), muted);
    if places.weight.1 > 0 {
        let text = format!("{}{}", pen.glyphs.times, words::millionths(gap.weight));
        pen.right(places.weight.0, y, places.weight.1, &text, muted);
    }
}

/// The level on its hue; the span of a union's members on the hue of its highest.
fn draw_level(pen: &mut Pen<'_>, model: &Model, (x, y): (u16, u16), reach: Reach, on_cursor: bool) {
    let (role, text) = match reach {
        Reach::Known { lo, hi } if lo == hi => (Role::level(hi), format!(" {hi} ")),
        Reach::Known { lo, hi } => (Role::level(hi), format!("{lo}-{hi}")),
        Reach::Unknown => (Role::LevelUnknown, format!(" {} ", Mark::Unknown.glyph(model.glyphs))),
        Reach::NotApplicable => (Role::LevelNa, format!(" {} ", Mark::NotApplicable.glyph(model.glyphs))),
    };
    let style = pen.theme.style(role);
    let cursor = pen.theme.style(Role::Cursor);
    pen.text(x, y, LEVEL, &text, if on_cursor { style.patch(cursor) } else { style });
}

/// A bar from the middle to the side that is fuller, a step as long as another, darker where the gap is wider.
fn draw_bar(pen: &mut Pen<'_>, (x, room): (u16, u16), y: u16, gap: &Gap, row: Style) {
    let half = room / 2;
    pen.text(x + half, y, 1, pen.glyphs.bar, row.patch(pen.theme.style(Role::Frame)));
    let (Some(side), Some(steps @ 1..=4)) = (gap.fuller(), gap.width()) else { return };
    let style = row.patch(pen.theme.style(SIDES[side]));
    let long = u16::from(steps) * (half / 4);
    let start = if side == 0 { x + half - long } else { x + half + 1 };
    pen.repeat(start, y, long, pen.glyphs.shades[usize::from(steps) - 1], style);
}

/// The band, and what is worth knowing of the same level.
fn in_words(gap: &Gap) -> String {
    let band = words::band(gap.band);
    match Finding::of(gap) {
        Finding::OtherInstrument => format!("{band}, different instrument"),
        Finding::Same => {
            let told = [Tag::Both, Tag::Neither].into_iter().find(|&tag| gap.tags.has(tag));
            told.map_or(band.to_owned(), |tag| format!("{band}, {}", tag.words()))
        }
        Finding::Different | Finding::Open | Finding::NotComparable => band.to_owned(),
    }
}
