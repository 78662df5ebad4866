//! What the terminal shows, and the one write that turns it into the next frame.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::look::{Clusters, Look};
use super::paint::{Painter, push_move};

/// Begins and ends an update that the terminal shows at once.
const UPDATE: [&[u8]; 2] = [b"\x1b[?2026h", b"\x1b[?2026l"];
const HIDE_CURSOR: &[u8] = b"\x1b[?25l";
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";

/// The screen of a terminal: what it shows and the frame that comes next.
#[derive(Debug)]
pub struct Screen {
    next: Buffer,
    /// What the terminal shows, row by row.
    shown: Vec<Look>,
    clusters: Clusters,
    /// Where the cursor stands; nothing while it is hidden.
    cursor: Option<Position>,
    /// Whether `shown` is what the terminal shows.
    known: bool,
    bytes: Vec<u8>,
}

impl Screen {
    /// A screen of so many columns and rows of which nothing is known.
    pub fn new(width: u16, height: u16) -> Self {
        let mut screen = Self {
            next: Buffer::default(),
            shown: Vec::new(),
            clusters: Clusters::default(),
            cursor: None,
            known: false,
            bytes: Vec::new(),
        };
        screen.resize(width, height);
        screen
    }

    /// The size in columns and rows.
    pub fn size(&self) -> (u16, u16) {
        (self.next.area.width, self.next.area.height)
    }

    /// The terminal has another size, so nothing is known any more.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.next.resize(Rect::new(0, 0, width, height));
        self.shown.clear();
        self.shown.resize(self.next.content.len(), Look::BLANK);
        self.known = false;
    }

    /// Something else wrote to the terminal: the next frame is drawn whole.
    pub fn forget(&mut self) {
        self.known = false;
    }

    /// Draws a frame and gives the bytes that bring the terminal to it; none where it shows that already. `draw`
    /// gets a buffer with an earlier frame in it, draws every cell and says where the cursor belongs.
    pub fn frame(&mut self, draw: impl FnOnce(&mut Buffer) -> Option<Position>) -> &[u8] {
        let cursor = draw(&mut self.next).filter(|place| self.next.area.contains(*place));
        self.bytes.clear();
        self.bytes.extend_from_slice(UPDATE[0]);
        let begun = self.bytes.len();
        self.cells();
        let changed = self.bytes.len() > begun;
        if changed || !self.known || cursor != self.cursor {
            self.cursor_bytes(cursor, changed);
        }
        if self.bytes.len() == begun {
            self.bytes.clear();
        } else {
            self.bytes.extend_from_slice(UPDATE[1]);
        }
        self.cursor = cursor;
        self.known = true;
        &self.bytes
    }

    fn cells(&mut self) {
        if self.clusters.forget_too_many() {
            self.known = false;
        }
        if !self.known {
            self.bytes.extend_from_slice(b"\x1b[m\x1b[2J");
        }
        let Self { next, shown, clusters, known, bytes, .. } = self;
        let mut painter = Painter::new(bytes);
        let columns = usize::from(next.area.width).max(1);
        let mut looks = Vec::with_capacity(columns);
        for (y, (shown, next)) in shown.chunks_mut(columns).zip(next.content.chunks(columns)).enumerate() {
            looks.clear();
            looks.extend(next.iter().map(|cell| Look::of(cell, clusters)));
            if *known && looks == shown {
                continue;
            }
            let before = if *known { &*shown } else { &[] };
            changed_cells(before, &looks, |x| painter.cell(x, y as u16, &looks, clusters));
            shown.copy_from_slice(&looks);
        }
        painter.finish();
    }

    fn cursor_bytes(&mut self, cursor: Option<Position>, moved: bool) {
        match cursor {
            Some(place) => {
                if moved || self.cursor != cursor || !self.known {
                    push_move(&mut self.bytes, place.x, place.y);
                }
                if self.cursor.is_none() || !self.known {
                    self.bytes.extend_from_slice(SHOW_CURSOR);
                }
            }
            None if self.cursor.is_some() || !self.known => self.bytes.extend_from_slice(HIDE_CURSOR),
            None => {}
        }
    }
}

/// Calls `each` with the column of every cell of a row that has to be written; with all where nothing is known of what
/// is `shown`.
///
/// A wide character that goes or is written over leaves its other half in a state terminals disagree about, so
/// everything it covered is written again. (The difference of ratatui's buffers leaves some of it.)
fn changed_cells(shown: &[Look], next: &[Look], mut each: impl FnMut(u16)) {
    let mut x = 0;
    let mut unsure_until = 0;
    while let Some(look) = next.get(x) {
        let end = x + usize::from(look.width);
        if x < unsure_until || shown.get(x) != Some(look) {
            each(x as u16);
            for (at, covered) in shown.iter().enumerate().take(end).skip(x) {
                if covered.width > 1 {
                    unsure_until = unsure_until.max(at + usize::from(covered.width));
                }
            }
        }
        x = end;
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use proptest::prelude::*;
    use ratatui::style::{Color, Modifier, Style};

    use super::*;

    /// What a terminal shows after some frames, row by row.
    struct Glass {
        screen: Screen,
        terminal: vt100::Parser,
    }

    impl Glass {
        fn new(width: u16, height: u16) -> Self {
            let side = |side: u16| std::num::NonZero::new(side).unwrap();
            let terminal = vt100::Parser::new(side(height), side(width), 0);
            Self { screen: Screen::new(width, height), terminal }
        }

        fn frame(&mut self, draw: impl FnOnce(&mut Buffer) -> Option<Position>) -> usize {
            let bytes = self.screen.frame(|buffer| {
                buffer.reset();
                draw(buffer)
            });
            self.terminal.process(bytes);
            bytes.len()
        }

        /// Every cell as it looks; an empty one looks like a blank, and nobody sees the colour of a blank.
        fn cells(&self) -> Vec<(String, vt100::Color, vt100::Color, bool, bool)> {
            let (width, height) = self.screen.size();
            let places = (0..height).flat_map(|y| (0..width).map(move |x| (y, x)));
            let cell = |(y, x)| self.terminal.screen().cell(y, x).unwrap();
            places
                .map(cell)
                .map(|cell| {
                    let text = if cell.has_contents() || cell.is_wide_continuation() {
                        cell.contents()
                    } else {
                        " "
                    };
                    let blank = text == " " && !cell.inverse();
                    let fg = if blank { vt100::Color::Default } else { cell.fgcolor() };
                    (text.to_owned(), fg, cell.bgcolor(), cell.bold() && !blank, cell.inverse())
                })
                .collect()
        }

        fn rows(&self) -> Vec<String> {
            let (_, width) = self.terminal.screen().size();
            self.terminal.screen().rows(0, width.into()).map(|row| row.trim_end().to_owned()).collect()
        }
    }

    #[test]
    fn the_same_frame_again_writes_nothing() {
        let mut glass = Glass::new(20, 3);
        let draw = |buffer: &mut Buffer| {
            buffer.set_string(2, 1, "gap 2", Style::new().fg(Color::Rgb(1, 2, 3)).bold());
            Some(Position::new(2, 1))
        };
        assert!(glass.frame(draw) > 0);
        assert_eq!(glass.rows(), ["", "  gap 2", ""]);
        assert_eq!(glass.frame(draw), 0);
        glass.screen.forget();
        assert!(glass.frame(draw) > 0);
    }

    #[test]
    fn the_cursor_follows_the_selection() {
        let mut glass = Glass::new(10, 3);
        glass.frame(|_| None);
        assert!(glass.terminal.screen().hide_cursor());
        glass.frame(|_| Some(Position::new(4, 2)));
        assert_eq!(glass.terminal.screen().cursor_position(), (2, 4));
        assert!(!glass.terminal.screen().hide_cursor());
        glass.frame(|buffer| {
            buffer.set_string(0, 0, "x", Style::new());
            Some(Position::new(4, 2))
        });
        assert_eq!(glass.terminal.screen().cursor_position(), (2, 4));
        glass.frame(|_| Some(Position::new(40, 2)));
        assert!(glass.terminal.screen().hide_cursor());
    }

    #[test]
    fn nothing_in_a_cell_commands_the_terminal() {
        let mut screen = Screen::new(12, 1);
        let bytes = screen.frame(|buffer| {
            for (x, symbol) in
                ["\u{1b}]52;c;eA==\u{7}", "\u{202e}", "\u{9b}2J", "a\n"].into_iter().enumerate()
            {
                buffer[(x as u16, 0)].set_symbol(symbol);
            }
            None
        });
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        assert!(!text.contains("\u{1b}]") && !text.contains(['\u{202e}', '\u{9b}', '\u{7}', '\n']));
        assert!(text.contains("␛]52;c;eA==␇"));
    }

    #[test]
    fn modifiers_that_end_do_not_take_the_colours_along() {
        let mut glass = Glass::new(6, 1);
        glass.frame(|buffer| {
            buffer.set_string(
                0,
                0,
                "a",
                Style::new().fg(Color::Red).bg(Color::Indexed(200)).bold().reversed(),
            );
            buffer.set_string(1, 0, "b", Style::new().fg(Color::Red).bg(Color::Indexed(200)));
            None
        });
        let cell = |column| glass.terminal.screen().cell(0, column).unwrap();
        assert!(cell(0).bold() && cell(0).inverse());
        assert!(!cell(1).bold() && !cell(1).inverse());
        assert_eq!(cell(1).fgcolor(), vt100::Color::Idx(1));
        assert_eq!(cell(1).bgcolor(), vt100::Color::Idx(200));
        assert_eq!(cell(2).bgcolor(), vt100::Color::Default);
    }

    #[test]
    fn a_smaller_screen_is_drawn_whole() {
        let mut glass = Glass::new(10, 2);
        glass.frame(|buffer| {
            buffer.set_string(0, 0, "1234567890", Style::new());
            None
        });
        glass.screen.resize(1, 1);
        assert_eq!(glass.screen.size(), (1, 1));
        glass.frame(|buffer| {
            buffer.set_string(0, 0, "x", Style::new());
            None
        });
        assert_eq!(glass.rows()[0], "x");
    }

    prop_compose! {
        fn piece()(x in 0..12_u16, y in 0..3_u16, text in "[a-d █→漢👍é]{1,6}", fg in 0..4_u8, bg in 0..4_u8, bits in 0..4_u16) -> (u16, u16, String, Style) {
            let colour = |number| match number { 0 => Color::Reset, 1 => Color::Rgb(9, 8, 7), 2 => Color::Indexed(99), _ => Color::LightBlue };
            let modifiers = [(1, Modifier::BOLD), (2, Modifier::REVERSED)];
            let modifier = modifiers.into_iter().filter(|(bit, _)| bits & bit != 0).map(|(_, it)| it).collect();
            (x, y, text, Style::new().fg(colour(fg)).bg(colour(bg)).add_modifier(modifier))
        }
    }

    proptest! {
        #[test]
        fn changes_bring_the_terminal_where_a_whole_frame_would(
            frames in proptest::collection::vec(proptest::collection::vec(piece(), 0..8), 1..6)
        ) {
            let draw = |pieces: &[(u16, u16, String, Style)], buffer: &mut Buffer| {
                for (x, y, text, style) in pieces {
                    buffer.set_string(*x, *y, text, *style);
                }
                Some(Position::new(0, 0))
            };
            let mut changed = Glass::new(12, 3);
            for pieces in &frames {
                changed.frame(|buffer| draw(pieces, buffer));
                let mut whole = Glass::new(12, 3);
                whole.frame(|buffer| draw(pieces, buffer));
                prop_assert_eq!(changed.cells(), whole.cells());
            }
        }
    }
}
