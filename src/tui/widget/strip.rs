//! Who stands where: small, as five bars in a row of a table.

use super::pen::Pen;
use crate::analysis::Tally;
use crate::tui::theme::Role;

/// The columns the small strip takes: a bar and a blank for each level, without the last blank.
pub const WIDTH: u16 = 9;

/// Draws how many units stand at each level as five bars.
pub fn draw(pen: &mut Pen<'_>, (x, y): (u16, u16), tally: &Tally) {
    let counts = tally.counts();
    let most = counts.iter().copied().max().unwrap_or(0) as usize;
    let style = pen.theme.style(Role::Accent);
    for (level, &count) in counts.iter().enumerate() {
        let bar = pen.glyphs.part(count as usize, most);
        pen.text(x + 2 * level as u16, y, 1, bar, style);
    }
}
