//! One block for each measure on the side that is fuller, darker where the gap is wider. Never a net bar.

use super::pen::Pen;
use crate::tui::theme::Role;

/// Which side of the middle the blocks stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SideOf {
    /// Left of it: the widest outermost, the end at the middle.
    First,
    /// Right of it: the widest outermost, the beginning at the middle.
    Second,
}

/// Draws blocks into `room` columns. Where there are more than fit, the counts of each width are written instead.
pub fn draw(pen: &mut Pen<'_>, (x, y): (u16, u16), room: u16, counts: [u16; 4], side: SideOf) {
    let blocks: u16 = counts.iter().sum();
    if blocks == 0 {
        return;
    }
    let role = match side {
        SideOf::First => Role::SideFirst,
        SideOf::Second => Role::SideSecond,
    };
    let style = pen.theme.style(role);
    if blocks > room {
        let words = written(pen, counts);
        match side {
            SideOf::First => pen.right(x, y, room, &words, style),
            SideOf::Second => pen.text(x, y, room, &words, style),
        };
        return;
    }
    let mut at = if side == SideOf::First { x + room - blocks } else { x };
    let mut run = |width: usize| {
        pen.repeat(at, y, counts[width], pen.glyphs.shades[width], style);
        at += counts[width];
    };
    match side {
        SideOf::First => (0..4).rev().for_each(&mut run),
        SideOf::Second => (0..4).for_each(&mut run),
    }
}

/// The counts of each width as `█12 ▓40`, widest first.
fn written(pen: &Pen<'_>, counts: [u16; 4]) -> String {
    let parts = counts.iter().enumerate().rev().filter(|&(_, &count)| count > 0);
    let parts: Vec<String> =
        parts.map(|(width, count)| format!("{}{count}", pen.glyphs.shades[width])).collect();
    parts.join(" ")
}
