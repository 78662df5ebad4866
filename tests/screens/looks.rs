//! What every screen has to keep: what is selected shows without colour, themes change looks and not words, and
//! nothing of a file acts on the terminal.

use std::collections::BTreeSet;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use t12::report::words::Glyphs;
use t12::text::is_hidden;
use t12::tui::snapshot::{styled, text};
use t12::tui::theme::{self, ColourDepth};

use super::{HOSTILE, Program, SHIPPED, SMALL, Start};

/// The keys that lead to every kind of screen.
const SCREENS: [&str; 9] = ["", "v l", "2 j l", "3 j", "J z", "2 z", "?", ": \"g\"", "J o"];

fn screen(keys: &str, start: Start) -> Buffer {
    Program::start(&SHIPPED, start).press(keys)
}

#[test]
fn themes_change_looks_and_not_words() {
    for keys in SCREENS {
        let mut seen = BTreeSet::new();
        let words = |theme: &'static str| {
            let screen = screen(keys, Start { theme, ..Start::default() });
            let told = text(&screen);
            assert!(told.contains(theme), "the status line names the theme");
            (
                told.lines().filter(|line| !line.ends_with(theme)).map(str::to_owned).collect::<Vec<_>>(),
                styled(&screen),
            )
        };
        let (dark, _) = words("dark");
        for theme in theme::ids() {
            let (told, styles) = words(theme);
            assert_eq!(told, dark, "{keys} in {theme}");
            assert!(seen.insert(styles), "{keys} in {theme} looks like another theme");
        }
    }
}

/// How the cells of a row look.
fn row_looks(screen: &Buffer, y: u16) -> Vec<(Color, Color, Modifier)> {
    (0..screen.area.width).map(|x| &screen[(x, y)]).map(|cell| (cell.fg, cell.bg, cell.modifier)).collect()
}

/// The row of the pointer that stands before the selected row.
fn pointed(screen: &Buffer) -> u16 {
    let rows: Vec<u16> = (0..screen.area.height).filter(|&y| screen[(0, y)].symbol() == "▸").collect();
    assert_eq!(rows.len(), 1, "there is not one pointer:\n{}", text(screen));
    rows[0]
}

#[test]
fn the_selected_row_shows_in_every_theme_at_every_depth() {
    for theme in theme::ids() {
        for depth in [ColourDepth::True, ColourDepth::Indexed256, ColourDepth::Ansi16, ColourDepth::None] {
            for view in ["", "2", "3"] {
                let start = || Start { theme, depth, ..Start::default() };
                let (first, second) = (screen(view, start()), screen(&format!("{view} j"), start()));
                let (up, down) = (pointed(&first), pointed(&second));
                assert_eq!(down, up + 1);
                for y in [up, down] {
                    let differing = row_looks(&first, y)
                        .iter()
                        .zip(row_looks(&second, y))
                        .filter(|(one, other)| *one != other)
                        .count();
                    assert!(
                        differing >= 10,
                        "{theme} {depth:?} {view}: row {y} looks alike selected and not"
                    );
                }
            }
        }
    }
}

#[test]
fn without_colour_row_and_cell_stand_out_by_other_means() {
    for (theme, depth) in [("mono", ColourDepth::True), ("dark", ColourDepth::None)] {
        for keys in SCREENS {
            let screen = screen(keys, Start { theme, depth, ..Start::default() });
            let colourless = |cell: &Cell| cell.fg == Color::Reset && cell.bg == Color::Reset;
            assert!(screen.content.iter().all(colourless), "{keys} has colours in {theme} at {depth:?}");
        }
        let start = || Start { theme, depth, ..Start::default() };
        let (here, right) = (screen("2 l", start()), screen("2 l l l", start()));
        let row = pointed(&here);
        let moved: BTreeSet<usize> = row_looks(&here, row)
            .iter()
            .zip(row_looks(&right, row))
            .enumerate()
            .filter_map(|(x, (one, other))| (*one != other).then_some(x))
            .collect();
        assert!(!moved.is_empty(), "the cell of the cursor looks like the rest of its row in {theme}");
    }
}

#[test]
fn nothing_of_a_hostile_file_is_hidden_or_acts() {
    let keys = [
        "",
        "v l l",
        "2",
        "2 l",
        "2 ^",
        "3",
        "3 z",
        "2 z",
        "2 l z",
        "2 o",
        "3 o",
        "? \"\"",
        "/ \"x\" <enter>",
        "3 y",
    ];
    let mut marked = 0;
    for size in [(60, 15), (80, 24), (200, 60)] {
        for keys in keys {
            let mut program = Program::start(&HOSTILE, Start { size, ..Start::default() });
            let screen = program.press(keys);
            for cell in &screen.content {
                assert!(!cell.symbol().chars().any(is_hidden), "{keys}: {:?}", cell.symbol());
            }
            marked += text(&screen).matches(['␛', '\u{fffd}']).count();
        }
    }
    assert!(marked > 20, "the hostile texts were not shown");
}

#[test]
fn ascii_is_ascii() {
    for keys in ["", "v", "2 j l", "3", "J z", "?", ": \"g\"", "2 z", "3 / \"rope\" <enter>"] {
        let start = Start { glyphs: Glyphs::Ascii, ..Start::default() };
        let told = text(&Program::start(&SMALL, start).press(keys));
        let beyond: BTreeSet<char> = told.chars().filter(|c| !c.is_ascii()).collect();
        assert!(beyond.is_empty(), "{keys}: {beyond:?}\n{told}");
    }
}
