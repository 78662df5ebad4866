//! A screen as something to keep: text, text with its styles, or a picture.

mod colour;
mod outline;
mod svg;

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::{Color, Modifier};

pub use svg::svg;

/// The screen as text: one line a row, blanks at the end of a row left out, a line end after every row.
pub fn text(buffer: &Buffer) -> String {
    let mut text = String::new();
    for row in rows(buffer) {
        let line: String = row.map(|(_, cell)| cell.symbol()).collect();
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// The screen as text, and below it how every part looks that does not look like most of it. A moved highlight
/// changes it even where no character changes.
///
/// A line of styles is a row, counted from 1, and runs of columns, counted from 1, each with its text colour,
/// ground and modifiers.
pub fn styled(buffer: &Buffer) -> String {
    let most = most_common_look(buffer);
    let mut text = format!("{}---\nmostly {}\n", text(buffer), look_words(most));
    for (y, row) in rows(buffer).enumerate() {
        let mut runs: Vec<(usize, usize, Look)> = Vec::new();
        for (x, cell) in row {
            let end = x + usize::from(cell.cell_width().max(1));
            match runs.last_mut() {
                Some((_, until, look)) if *look == look_of(cell) => *until = end,
                _ => runs.push((x, end, look_of(cell))),
            }
        }
        runs.retain(|(.., look)| *look != most);
        if !runs.is_empty() {
            let _ = write!(text, "{}:", y + 1);
            for (start, end, look) in runs {
                let _ = write!(text, " [{}-{end}] {}", start + 1, look_words(look));
            }
            text.push('\n');
        }
    }
    text
}

/// The rows of a screen: the cells that are seen, each with its column.
fn rows(buffer: &Buffer) -> impl Iterator<Item = impl Iterator<Item = (usize, &Cell)>> {
    let width = usize::from(buffer.area.width).max(1);
    buffer.content.chunks(width).map(|row| {
        let mut x = 0;
        std::iter::from_fn(move || {
            let at = x;
            let cell = row.get(at)?;
            x += usize::from(cell.cell_width().max(1));
            Some((at, cell))
        })
    })
}

/// Text colour, ground and modifiers.
type Look = (Color, Color, Modifier);

fn look_of(cell: &Cell) -> Look {
    (cell.fg, cell.bg, cell.modifier)
}

/// The look most cells have; of equally common ones the first.
fn most_common_look(buffer: &Buffer) -> Look {
    let mut counts: Vec<(Look, usize)> = Vec::new();
    for cell in &buffer.content {
        match counts.iter_mut().find(|(look, _)| *look == look_of(cell)) {
            Some((_, count)) => *count += 1,
            None => counts.push((look_of(cell), 1)),
        }
    }
    let first_of_most = counts.iter().rev().max_by_key(|(_, count)| *count);
    first_of_most.map_or((Color::Reset, Color::Reset, Modifier::empty()), |(look, _)| *look)
}

fn look_words((fg, bg, modifiers): Look) -> String {
    let named =
        |colour: Color| if colour == Color::Reset { "default".to_owned() } else { colour.to_string() };
    let mut words = format!("{} on {}", named(fg), named(bg));
    for (name, _) in modifiers.iter_names() {
        words.push(' ');
        words.push_str(&name.to_ascii_lowercase());
    }
    words
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    fn screen() -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 3));
        buffer.set_string(1, 0, "漢 gap", Style::new());
        buffer.set_string(0, 1, "<2 & 3>", Style::new().fg(Color::Rgb(255, 0, 16)).bold());
        buffer.set_string(8, 1, "──┐", Style::new());
        buffer.set_string(0, 2, "█▓░▂", Style::new().fg(Color::Indexed(196)).reversed());
        buffer
    }

    #[test]
    fn text_is_what_is_seen() {
        assert_eq!(text(&screen()), " 漢 gap\n<2 & 3> ──┐\n█▓░▂\n");
    }

    #[test]
    fn styles_stand_below_the_text() {
        let shown = styled(&screen());
        let styles = shown.split_once("---\n").unwrap().1;
        let expected =
            "mostly default on default\n2: [1-7] #FF0010 on default bold\n3: [1-4] 196 on default reversed\n";
        assert_eq!(styles, expected);
    }

    #[test]
    fn a_moved_highlight_changes_the_styles_only() {
        let highlight = |row| {
            let mut buffer = screen();
            buffer.set_style(Rect::new(0, row, 12, 1), Style::new().reversed());
            buffer
        };
        assert_eq!(text(&highlight(0)), text(&highlight(1)));
        assert_ne!(styled(&highlight(0)), styled(&highlight(1)));
    }

    #[test]
    fn the_picture_is_text_that_is_escaped_and_shapes() {
        let picture = svg(&screen());
        assert!(picture.contains(">&lt;2 &amp; 3&gt;</text>"), "{picture}");
        assert!(picture.contains("#ff0010") && picture.contains("font-weight:bold"));
        assert!(!picture.contains('█') && !picture.contains('─'));
        assert_eq!(picture, svg(&screen()));
    }
}
