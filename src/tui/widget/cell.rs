//! One cell of the matrix: the level as a digit on its hue, a mark for the kind of knowledge, and one for doubt.

use super::pen::Pen;
use crate::analysis::Lens;
use crate::report::words::{Glyphs, Mark};
use crate::scorecard::{Answer, Board, Column, Confidence, MeasureIndex};
use crate::tui::theme::Role;

/// The columns a cell takes, without the blank between cells.
pub const WIDTH: u16 = 3;

/// Draws the cell of a measure and a jurisdiction.
pub fn draw(
    pen: &mut Pen<'_>,
    (x, y): (u16, u16),
    board: &Board,
    lens: Lens,
    glyphs: Glyphs,
    at: (MeasureIndex, Column),
    on_cursor: bool,
) {
    let cell = lens.cell(board, at.0, at.1);
    let doubt = board.grounds(cell).map_or([false; 2], |position| {
        [position.confidence == Some(Confidence::Low), position.contested.is_some()]
    });
    let role = match cell.answer {
        Answer::Known(level) => Role::level(level),
        Answer::Unknown => Role::LevelUnknown,
        Answer::NotApplicable => Role::LevelNa,
    };
    let mut style = pen.theme.style(role);
    if cell.supposed {
        // How it is written, not its colours: the level's ground has its own ink, which is legible on it.
        style = style.add_modifier(pen.theme.style(Role::Changed).add_modifier);
    }
    if doubt[0] {
        style = style.patch(pen.theme.style(Role::LowConfidence));
    }
    if on_cursor {
        style = style.patch(pen.theme.style(Role::Cursor));
    }
    let known = cell.answer.level().map(|level| char::from(b'0' + level.number()));
    let mark = Mark::of_cell(board, at.1, cell).map_or(' ', |mark| mark.glyph(glyphs));
    let doubted = match doubt {
        [_, true] => Mark::Contested.glyph(glyphs),
        [true, false] if known.is_some() => Mark::LowConfidence.glyph(glyphs),
        // A supposed unknown, and who inherits a supposed level: their own mark has the place beside the level.
        _ if cell.supposed && mark != Mark::Supposed.glyph(glyphs) => Mark::Supposed.glyph(glyphs),
        _ => ' ',
    };
    // An answer without a level has its mark in the middle, where a lone sign is looked for.
    let shown = match known {
        Some(level) => [level, mark, doubted],
        None => [' ', mark, doubted],
    };
    for (offset, character) in shown.into_iter().enumerate() {
        pen.text(x + offset as u16, y, 1, character.encode_utf8(&mut [0; 4]), style);
    }
}
