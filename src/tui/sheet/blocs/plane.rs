//! The second form: each jurisdiction a point, its agreement with the first pole to the right and with the second
//! upwards. To the upper right of the dotted lines stand those that are closer to both poles than these are to each
//! other.

use std::collections::BTreeSet;

use ratatui::layout::{Position, Rect};

use crate::analysis::Pairs;
use crate::scorecard::Column;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::view::layout::Layout;
use crate::tui::view::table;
use crate::tui::widget::pen::{Pen, width};

/// The columns of the percents on the left.
const SCALE: u16 = 6;

/// A point with its label.
#[derive(Debug)]
struct Point {
    column: Column,
    at: Position,
    label: String,
    /// Where the label stands; nowhere where no room is left for it.
    label_at: Option<Position>,
}

/// Draws the plane.
pub(super) fn draw(pen: &mut Pen<'_>, model: &Model, layout: &Layout) -> Option<Position> {
    let area = layout.table;
    let [first, second] = model.figures.comparison().poles.map(|pole| model.board.jurisdiction(pole).code);
    let title = format!("Agreement with {second} upwards, with {first} to the right, in percent");
    pen.say(area.x + table::INDENT, area.y, area.width - table::INDENT, &title, Role::Muted);
    table::foot(pen, model, area);
    let pairs = model.sheets.blocs.pairs()?;
    let plot = Rect {
        x: area.x + table::INDENT + SCALE,
        y: area.y + 1,
        width: area.width.saturating_sub(table::INDENT + SCALE + 1),
        // The last row has the percents of the scale, the one before the foot the names that found no room.
        height: area.height.saturating_sub(4),
    };
    let scale = Scale::of(model, pairs, plot)?;
    scale.draw(pen, model, pairs);
    let points = points(model, pairs, &scale);
    let mut cursor = None;
    for point in &points {
        let here = model.sheets.blocs.table.rows.cursor() == Some(u32::from(point.column.0));
        let style = pen.theme.style(if here { Role::Cursor } else { Role::Text });
        pen.text(point.at.x, point.at.y, 1, pen.glyphs.bullet, style);
        if let Some(at) = point.label_at {
            pen.text(at.x, at.y, width(&point.label), &point.label, style);
        }
        if here {
            cursor = Some(point.at);
        }
    }
    unlabelled(pen, &points, Rect { y: area.bottom().saturating_sub(2), height: 1, ..area });
    cursor.or(Some(table::cursor_of(area, area.y)))
}

/// Says who is a point without a name, so that nobody is left out silently.
fn unlabelled(pen: &mut Pen<'_>, points: &[Point], line: Rect) {
    let names: Vec<&str> =
        points.iter().filter(|point| point.label_at.is_none()).map(|point| point.label.as_str()).collect();
    if !names.is_empty() {
        let text = format!("No room for the names of {}: {}", names.len(), names.join(" "));
        pen.say(line.x + table::INDENT, line.y, line.width - table::INDENT, &text, Role::Muted);
    }
}

/// What part of both scales the plot shows: whole tens of percent, up to 100.
struct Scale {
    plot: Rect,
    lowest: f64,
}

impl Scale {
    fn of(model: &Model, pairs: &Pairs, plot: Rect) -> Option<Self> {
        let all = model.sheets.blocs.order().iter().filter_map(|&column| agreements(model, pairs, column));
        let lowest = all.flatten().chain(poles(model, pairs)).fold(0.9, f64::min);
        let lowest = ((lowest * 10.0).floor() / 10.0).max(0.0);
        (plot.width >= 20 && plot.height >= 5).then_some(Self { plot, lowest })
    }

    fn x(&self, share: f64) -> u16 {
        self.plot.x + self.along(share, self.plot.width)
    }

    fn y(&self, share: f64) -> u16 {
        self.plot.bottom() - 1 - self.along(share, self.plot.height)
    }

    fn along(&self, share: f64, length: u16) -> u16 {
        let part = (share - self.lowest) / (1.0 - self.lowest);
        (part.clamp(0.0, 1.0) * f64::from(length - 1)).round() as u16
    }

    /// The axes with their percents, and the dotted lines at the poles' own agreement.
    fn draw(&self, pen: &mut Pen<'_>, model: &Model, pairs: &Pairs) {
        let Rect { x, y, width, height } = self.plot;
        let (frame, muted) = (pen.theme.style(Role::Frame), pen.theme.style(Role::Muted));
        if let Some(between) = poles(model, pairs) {
            for row in y..y + height {
                pen.text(self.x(between), row, 1, pen.glyphs.dot, frame);
            }
            pen.repeat(x, self.y(between), width, pen.glyphs.dot, frame);
        }
        for row in y..y + height {
            pen.text(x - 1, row, 1, pen.glyphs.bar, frame);
        }
        pen.repeat(x, y + height, width, pen.glyphs.rule, frame);
        pen.text(x - 1, y + height, 1, pen.glyphs.corners[2], frame);
        for tens in (self.lowest * 10.0).round() as u16..=10 {
            let (share, text) = (f64::from(tens) / 10.0, (tens * 10).to_string());
            pen.right(x - SCALE, self.y(share), SCALE - 2, &text, muted);
            let place = self.x(share).saturating_sub(1).min(x + width - 3);
            pen.text(place, y + height, 3, &text, muted);
        }
    }
}

/// The agreement of the poles with each other.
fn poles(model: &Model, pairs: &Pairs) -> Option<f64> {
    let [first, second] = model.figures.comparison().poles;
    pairs.get(first, second)?.alignment.shown()
}

/// The agreement of a jurisdiction with each pole; nothing for the poles and where one is not known.
fn agreements(model: &Model, pairs: &Pairs, column: Column) -> Option<[f64; 2]> {
    let with = |pole| pairs.get(column, pole)?.alignment.shown();
    let [first, second] = model.figures.comparison().poles;
    Some([with(first)?, with(second)?])
}

/// The points with their labels, the one of the cursor first, so that its name is always there. No label stands on
/// another one or on a point.
fn points(model: &Model, pairs: &Pairs, scale: &Scale) -> Vec<Point> {
    let here = model.sheets.blocs.table.rows.cursor();
    let mut points: Vec<Point> = model
        .sheets
        .blocs
        .order()
        .iter()
        .filter_map(|&column| {
            let [first, second] = agreements(model, pairs, column)?;
            let label = model.board.jurisdiction(column).code.to_string();
            Some(Point { column, at: Position::new(scale.x(first), scale.y(second)), label, label_at: None })
        })
        .collect();
    points.sort_by_key(|point| Some(u32::from(point.column.0)) != here);
    let mut taken: BTreeSet<(u16, u16)> = points.iter().map(|point| (point.at.x, point.at.y)).collect();
    for point in &mut points {
        let (length, own) = (width(&point.label), (point.at.x, point.at.y));
        let cells = |at: Position| (at.x..at.x + length).map(move |x| (x, at.y));
        let free = |at: &Position| {
            let inside = at.x >= scale.plot.x && at.x + length <= scale.plot.right();
            // A blank on both sides, or its own point, so that two names do not read as one.
            let sides = [at.x.saturating_sub(1), at.x + length].map(|x| (x, at.y));
            let apart = sides.iter().all(|side| *side == own || !taken.contains(side));
            inside && apart && cells(*at).all(|cell| !taken.contains(&cell))
        };
        point.label_at = around(point.at, length, scale.plot).find(free);
        taken.extend(point.label_at.into_iter().flat_map(cells));
    }
    // The cursor is drawn last, over whatever shares its place.
    points.reverse();
    points
}

/// Where a label of that length may stand: right, left, below, above, then the corners.
fn around(at: Position, length: u16, plot: Rect) -> impl Iterator<Item = Position> {
    let left = at.x.checked_sub(length);
    let (right, middle) = (Some(at.x + 1), at.x.checked_sub(length / 2));
    let (up, down) = (at.y.checked_sub(1), Some(at.y + 1));
    let places = [
        (right, Some(at.y)),
        (left, Some(at.y)),
        (middle, down),
        (middle, up),
        (right, down),
        (right, up),
        (left, down),
        (left, up),
    ];
    places
        .into_iter()
        .filter_map(|(x, y)| Some(Position::new(x?, y?)))
        .filter(move |place| (plot.top()..plot.bottom()).contains(&place.y))
}
