use proptest::prelude::*;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::style::{Color, Modifier, Style};

use super::*;
use crate::tui::widget::look::Ink;

/// Draws on an empty canvas with ratatui's buffer, which says what a cell holds in one call.
fn with_buffer<T>(canvas: &mut Canvas, draw: impl FnOnce(&mut Buffer) -> T) -> T {
    let mut buffer = Buffer::empty(canvas.area());
    let drawn = draw(&mut buffer);
    canvas.clear(canvas.area(), Style::new());
    let columns = usize::from(canvas.area().width);
    for (y, row) in buffer.content.chunks(columns).enumerate() {
        let mut x = 0;
        while let Some(cell) = row.get(x) {
            let wide = cell.cell_width().max(1);
            canvas.put(x as u16, y as u16, cell.symbol(), wide, Ink::of(cell.style()));
            x += usize::from(wide);
        }
    }
    drawn
}

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
        let bytes = self.screen.frame(|canvas| with_buffer(canvas, draw));
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
                let text =
                    if cell.has_contents() || cell.is_wide_continuation() { cell.contents() } else { " " };
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
    let bytes = screen.frame(|canvas| {
        for (x, symbol) in ["\u{1b}]52;c;eA==\u{7}", "\u{202e}", "\u{9b}2J", "a\n"].into_iter().enumerate() {
            canvas.put(x as u16, 0, symbol, 1, Ink::of(Style::new()));
        }
        None
    });
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    assert!(!text.contains("\u{1b}]") && !text.contains(['\u{202e}', '\u{9b}', '\u{7}', '\n']));
    assert!(text.contains("␛]52;c;eA==␇"));
}

fn link(row: u16, columns: std::ops::Range<u16>, url: &str) -> Link {
    Link { row, columns, url: url.into() }
}

/// The cells of a row of a screen that lead somewhere, as a terminal that knows links keeps them.
fn linked(bytes: &[u8], cells: &mut std::collections::BTreeMap<(u16, u16), String>) {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let (mut x, mut y, mut url, mut rest) = (0, 0, String::new(), text.as_str());
    while let Some(first) = rest.chars().next() {
        let end;
        if let Some(link) = rest.strip_prefix("\u{1b}]8;") {
            let inner = &link[..link.find("\u{1b}\\").unwrap()];
            url = inner.split_once(';').unwrap().1.to_owned();
            end = 4 + inner.len() + 2;
        } else if let Some(sequence) = rest.strip_prefix("\u{1b}[") {
            let length = sequence.find(|c: char| c.is_ascii_alphabetic()).unwrap();
            let numbers: Vec<u16> = sequence[..length].split(';').map(|it| it.parse().unwrap_or(1)).collect();
            match &sequence[length..=length] {
                "H" => (y, x) = (numbers[0] - 1, numbers[1] - 1),
                "C" => x += numbers[0],
                "J" => cells.clear(),
                _ => {}
            }
            end = 2 + length + 1;
        } else {
            if url.is_empty() {
                cells.remove(&(y, x))
            } else {
                cells.insert((y, x), url.clone())
            };
            x += 1;
            end = first.len_utf8();
        }
        rest = &rest[end..];
    }
}

#[test]
fn a_link_covers_its_cells_and_ends() {
    let mut screen = Screen::new(20, 2);
    let mut cells = std::collections::BTreeMap::new();
    let draw = |url: &'static str| {
        move |canvas: &mut Canvas| {
            with_buffer(canvas, |buffer| buffer.set_string(0, 0, "see the regulation", Style::new()));
            (None, vec![link(0, 4..18, url)])
        }
    };
    linked(screen.frame_with_links(draw("https://a.example")), &mut cells);
    let columns: Vec<u16> = cells.keys().map(|&(_, x)| x).collect();
    assert_eq!(columns, (4..18).collect::<Vec<_>>());
    assert_eq!(screen.frame_with_links(draw("https://a.example")), b"", "nothing changed");
    linked(screen.frame_with_links(draw("https://b.example")), &mut cells);
    assert!(cells.len() == 14 && cells.values().all(|url| url == "https://b.example"), "{cells:?}");
    let plain = |canvas: &mut Canvas| draw("")(canvas).0;
    linked(screen.frame(plain), &mut cells);
    assert!(cells.is_empty(), "the same text without a link is written anew: {cells:?}");
}

proptest! {
    #[test]
    fn links_are_where_a_whole_frame_would_have_them(
        frames in proptest::collection::vec(
            (proptest::collection::vec("[a-c ]{12}", 3), proptest::collection::vec((0..3_u16, 0..12_u16, 1..8_u16, 0..2_u8), 0..4)),
            1..6,
        )
    ) {
        let mut screen = Screen::new(12, 3);
        let mut cells = std::collections::BTreeMap::new();
        for (rows, links) in &frames {
            let draw = |canvas: &mut Canvas| {
                with_buffer(canvas, |buffer| {
                    for (y, row) in rows.iter().enumerate() {
                        buffer.set_string(0, y as u16, row, Style::new());
                    }
                });
                let mut links: Vec<Link> = links
                    .iter()
                    .map(|&(row, x, length, url)| link(row, x..(x + length).min(12), ["https://a.example", "https://b.example"][usize::from(url)]))
                    .collect();
                links.sort_by_key(|link| link.row);
                (None, links)
            };
            linked(screen.frame_with_links(draw), &mut cells);
            let mut whole = std::collections::BTreeMap::new();
            linked(Screen::new(12, 3).frame_with_links(draw), &mut whole);
            prop_assert_eq!(&cells, &whole);
        }
    }
}

#[test]
fn modifiers_that_end_do_not_take_the_colours_along() {
    let mut glass = Glass::new(6, 1);
    glass.frame(|buffer| {
        buffer.set_string(0, 0, "a", Style::new().fg(Color::Red).bg(Color::Indexed(200)).bold().reversed());
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
