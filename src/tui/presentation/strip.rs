use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::analysis::{Standing, Strip, Unit};
use crate::scorecard::{Board, Column, Level, MeasureIndex};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widget::pen::{Pen, width};

/// The columns between two levels.
const GUTTER: u16 = 2;

/// The most lines of names below a level.
const NAMES: usize = 5;

/// Draws the five levels as blocks that many lines high with the names of those who stand there below, and tells the
/// lines it took.
pub(super) fn draw(pen: &mut Pen<'_>, model: &Model, measure: MeasureIndex, area: Rect, high: u16) -> u16 {
    let room = (area.width.saturating_sub(4 * GUTTER) / 5).max(4);
    let strip = model.figures.strip(measure);
    let mut lines = 0;
    for level in Level::all() {
        let x = area.x + (room + GUTTER) * u16::from(level.number());
        let style = pen.theme.style(Role::level(level));
        let block = Rect::new(x, area.y, room, high.min(area.height));
        pen.clear(block, style);
        draw_digit(pen, block, level, style);
        let names = names(model, measure, &strip, level, room);
        for (line, parts) in names.iter().take(NAMES).enumerate() {
            let mut at = x;
            for (role, text) in parts {
                let left = (x + room).saturating_sub(at);
                at += pen.say(at, area.y + high + line as u16, left, text, *role) + 1;
            }
        }
        lines = lines.max(names.len().min(NAMES));
    }
    let unknown = labels(&model.board, &strip.unknown, room);
    let mut taken = high + lines as u16;
    if !unknown.is_empty() {
        let text = format!("Unknown: {}", unknown.join(" "));
        pen.say(area.x, area.y + taken, area.width, &text, Role::Muted);
        taken += 1;
    }
    taken
}

/// The digits from 0 to 4, three dots wide and five high, a row of dots in each number.
const DIGITS: [[u8; 5]; 5] = [
    [0b111, 0b101, 0b101, 0b101, 0b111],
    [0b010, 0b110, 0b010, 0b010, 0b111],
    [0b111, 0b001, 0b111, 0b100, 0b111],
    [0b111, 0b001, 0b011, 0b001, 0b111],
    [0b101, 0b101, 0b111, 0b001, 0b001],
];

/// The columns and rows a large digit takes: a dot is two columns wide and half a row high.
const DIGIT: (u16, u16) = (6, 3);

/// Draws a level's digit into its block, large where that has room and the characters for it.
fn draw_digit(pen: &mut Pen<'_>, block: Rect, level: Level, style: Style) {
    let (x, y) = (block.x + block.width / 2, block.y + block.height / 2);
    if block.width < DIGIT.0 || block.height < DIGIT.1 || pen.glyphs.halves[0].is_ascii() {
        pen.text(x, y, 1, &level.to_string(), style);
        return;
    }
    let dots = DIGITS[usize::from(level.number())];
    for row in 0..DIGIT.1 {
        let line = |half: u16| dots.get(usize::from(2 * row + half)).copied().unwrap_or(0);
        for column in 0..3 {
            let is_set = |line: u8| line & (0b100 >> column) != 0;
            let [upper, lower, full] = pen.glyphs.halves;
            let glyph = match (is_set(line(0)), is_set(line(1))) {
                (true, true) => full,
                (true, false) => upper,
                (false, true) => lower,
                (false, false) => continue,
            };
            pen.repeat(x - DIGIT.0 / 2 + 2 * column, y - 1 + row, 2, glyph, style);
        }
    }
}

/// The names at a level in lines, the poles in their colours; a pole outside the group stands there too.
fn names(
    model: &Model,
    measure: MeasureIndex,
    strip: &Strip,
    level: Level,
    room: u16,
) -> Vec<Vec<(Role, String)>> {
    let poles = model.figures.comparison().poles;
    let role = |column: Column| match poles.iter().position(|&pole| pole == column) {
        Some(side) => [Role::SideFirst, Role::SideSecond][side],
        None => Role::Title,
    };
    let units = &strip.levels[usize::from(level.number())];
    let everyone = || strip.levels.iter().chain([&strip.unknown]).flatten();
    let outside = poles.into_iter().filter(|&pole| {
        let stands = model.figures.grid().standing(measure, pole) == Standing::Known(level);
        stands && everyone().all(|unit| unit.representative != pole)
    });
    let outside = outside.map(|pole| (role(pole), model.board.jurisdiction(pole).code.to_string()));
    let inside = units.iter().zip(labels(&model.board, units, room));
    let inside = inside.map(|(unit, label)| (role(unit.representative), label));
    let mut lines: Vec<Vec<(Role, String)>> = Vec::new();
    let mut used = 0;
    for (role, label) in outside.chain(inside) {
        let needed = width(&label) + 1;
        if let Some(line) = lines.last_mut().filter(|_| used + needed <= room + 1) {
            line.push((role, label));
        } else {
            lines.push(vec![(role, label)]);
            used = 0;
        }
        used += needed;
    }
    lines
}

/// Units by their codes: `EU +4` is a union with four members that inherit.
fn labels(board: &Board, units: &[Unit], room: u16) -> Vec<String> {
    let label = |unit: &Unit| {
        let code = board.jurisdiction(unit.representative).code;
        match unit.with.len() {
            0 => code.to_string(),
            members if room >= 8 => format!("{code} (+{members})"),
            members => format!("{code}+{members}"),
        }
    };
    units.iter().map(label).collect()
}
