//! The five levels as blocks, and who stands at each.

use ratatui::layout::Rect;

use super::lettering::{self, Size};
use crate::analysis::{Standing, Strip, Unit};
use crate::scorecard::{Column, Level, MeasureIndex};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widget::pen::{Pen, width};

/// The columns between two levels: more than between two names at one.
const GUTTER: u16 = 4;
/// The dots between two names in large letters: between two letters of one is one.
const APART: u16 = 3;
/// The columns a level takes at least.
const LEAST: u16 = 8;
/// The most lines of names in small letters.
const LINES: usize = 5;
/// The most lines of names in large letters.
const LARGE_LINES: usize = 4;

/// How large it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    /// The rows of a block.
    pub(super) block: u16,
    /// The digit in it; nothing for one as small as text.
    pub(super) digit: Option<Size>,
    /// The names; nothing for names as small as text.
    pub(super) names: Option<Size>,
}

/// The strip of a measure, laid out.
#[derive(Debug)]
pub(super) struct Laid {
    shape: Shape,
    levels: Vec<LevelColumn>,
    unknown: String,
}

/// A level: its columns, and the lines of names below it.
#[derive(Debug, Default)]
struct LevelColumn {
    width: u16,
    lines: Vec<Vec<Name>>,
}

/// A jurisdiction by its code, in its role, with so many others that inherit.
#[derive(Clone, Debug)]
struct Name {
    role: Role,
    code: String,
    with: usize,
}

impl Name {
    /// Behind the code, in small letters.
    fn behind(&self) -> String {
        if self.with == 0 { String::new() } else { format!("+{}", self.with) }
    }

    fn small(&self) -> u16 {
        width(&self.code) + width(&self.behind())
    }

    /// The columns it takes in large letters; nothing where there are none for its code.
    fn large(&self, size: Size) -> Option<u16> {
        let behind = width(&self.behind());
        Some(lettering::width(&self.code, size)? + behind + u16::from(behind > 0))
    }
}

impl Laid {
    /// Lays the strip of a measure into so many columns; nothing where names of that size do not fit.
    pub(super) fn new(model: &Model, measure: MeasureIndex, room: u16, shape: Shape) -> Option<Self> {
        let strip = model.figures.strip(measure);
        let names: Vec<Vec<Name>> = Level::all().map(|level| names(model, measure, &strip, level)).collect();
        let room = room.saturating_sub(4 * GUTTER);
        let levels = match shape.names {
            Some(size) => (1..=LARGE_LINES).find_map(|lines| large(&names, lines, size, room))?,
            None => names.iter().map(|names| small(names, (room / 5).max(4))).collect(),
        };
        let unknown: Vec<String> = strip.unknown.iter().map(|unit| code(model, unit)).collect();
        let unknown =
            if unknown.is_empty() { String::new() } else { format!("Unknown: {}", unknown.join(" ")) };
        Some(Self { shape, levels, unknown })
    }

    /// The rows it takes.
    pub(super) fn height(&self) -> u16 {
        let lines = self.levels.iter().map(|level| level.lines.len()).max().unwrap_or(0) as u16;
        self.shape.block + lines * self.line() + u16::from(!self.unknown.is_empty())
    }

    /// The rows of a line of names.
    fn line(&self) -> u16 {
        self.shape.names.map_or(1, Size::rows)
    }

    /// Draws it from its upper left corner on.
    pub(super) fn draw(&self, pen: &mut Pen<'_>, area: Rect) {
        let mut x = area.x;
        for (level, column) in Level::all().zip(&self.levels) {
            let block = Rect::new(x, area.y, column.width, self.shape.block.min(area.height));
            draw_block(pen, block, level, self.shape.digit);
            for (line, names) in column.lines.iter().enumerate() {
                let y = area.y + self.shape.block + line as u16 * self.line();
                self.draw_names(pen, (x, y), column.width, names);
            }
            x += column.width + GUTTER;
        }
        if !self.unknown.is_empty() {
            let y = area.y + self.height() - 1;
            pen.say(area.x, y, area.width, &self.unknown, Role::Muted);
        }
    }

    fn draw_names(&self, pen: &mut Pen<'_>, (x, y): (u16, u16), room: u16, names: &[Name]) {
        let mut at = x;
        for name in names {
            let left = (x + room).saturating_sub(at);
            let Some(size) = self.shape.names else {
                at += pen.say(at, y, left, &format!("{}{}", name.code, name.behind()), name.role) + 1;
                continue;
            };
            at += lettering::draw(pen, (at, y), &name.code, size, pen.theme.style(name.role));
            let behind = name.behind();
            if !behind.is_empty() {
                at += 1 + pen.say(at + 1, y + size.rows() - 1, left, &behind, name.role);
            }
            at += APART * size.across;
        }
    }
}

/// The levels with names in large letters in so many lines, as wide as each other where that fits, else as wide as their
/// names; nothing where neither does.
fn large(names: &[Vec<Name>], lines: usize, size: Size, room: u16) -> Option<Vec<LevelColumn>> {
    let mut levels: Vec<LevelColumn> = Vec::new();
    for names in names {
        let a_line = names.len().div_ceil(lines).max(1);
        let lines: Vec<Vec<Name>> = names.chunks(a_line).map(<[Name]>::to_vec).collect();
        let mut width = LEAST;
        for line in &lines {
            let names = line.iter().map(|name| name.large(size)).sum::<Option<u16>>()?;
            width = width.max(names + (line.len() as u16 - 1) * APART * size.across);
        }
        levels.push(LevelColumn { width, lines });
    }
    let each = room / 5;
    let total: u16 = levels.iter().map(|level| level.width).sum();
    if levels.iter().all(|level| level.width <= each) {
        for level in &mut levels {
            level.width = each;
        }
    } else if total <= room {
        for level in &mut levels {
            level.width += (room - total) / 5;
        }
    } else {
        return None;
    }
    Some(levels)
}

/// A level of so many columns with names as small as text. What does not fit is counted.
fn small(names: &[Name], room: u16) -> LevelColumn {
    let mut lines: Vec<Vec<Name>> = Vec::new();
    let mut used = 0;
    for name in names {
        let needed = name.small() + 1;
        if let Some(line) = lines.last_mut().filter(|_| used + needed <= room + 1) {
            line.push(name.clone());
        } else {
            lines.push(vec![name.clone()]);
            used = 0;
        }
        used += needed;
    }
    if lines.len() > LINES {
        let left = lines.drain(LINES - 1..).flatten().count();
        lines.push(vec![Name { role: Role::Muted, code: format!("{left} more"), with: 0 }]);
    }
    LevelColumn { width: room, lines }
}

fn draw_block(pen: &mut Pen<'_>, block: Rect, level: Level, digit: Option<Size>) {
    let style = pen.theme.style(Role::level(level));
    pen.clear(block, style);
    let text = level.to_string();
    let taken = digit.and_then(|size| lettering::width(&text, size).map(|width| (size, width)));
    match taken.filter(|(size, width)| *width <= block.width && size.rows() <= block.height) {
        Some((size, width)) => {
            let at = (block.x + (block.width - width) / 2, block.y + (block.height - size.rows()) / 2);
            lettering::draw(pen, at, &text, size, style);
        }
        None => drop(pen.text(block.x + block.width / 2, block.y + block.height / 2, 1, &text, style)),
    }
}

/// Who stands at a level, the poles in their colours; a pole outside the group stands there too.
fn names(model: &Model, measure: MeasureIndex, strip: &Strip, level: Level) -> Vec<Name> {
    let poles = model.figures.comparison().poles;
    let role = |column: Column| match poles.iter().position(|&pole| pole == column) {
        Some(side) => [Role::SideFirst, Role::SideSecond][side],
        None => Role::Title,
    };
    let everyone = || strip.levels.iter().chain([&strip.unknown]).flatten();
    let outside = poles.into_iter().filter(|&pole| {
        let stands = model.figures.grid().standing(measure, pole) == Standing::Known(level);
        stands && everyone().all(|unit| unit.representative != pole)
    });
    let name = |column: Column, with| {
        let code = model.board.jurisdiction(column).code.to_string();
        Name { role: role(column), code, with }
    };
    let inside = strip.levels[usize::from(level.number())].iter();
    outside
        .map(|pole| name(pole, 0))
        .chain(inside.map(|unit| name(unit.representative, unit.with.len())))
        .collect()
}

/// A unit by its code: `EU+4` is a union with four members that inherit.
fn code(model: &Model, unit: &Unit) -> String {
    let code = model.board.jurisdiction(unit.representative).code;
    if unit.with.is_empty() { code.to_string() } else { format!("{code}+{}", unit.with.len()) }
}
