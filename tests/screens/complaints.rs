//! What people say most about terminal programs, held to be impossible here. Themes and their files are judged in
//! `tests/themes.rs`; here it is what is on the screen.

use std::collections::BTreeSet;

use palette::Srgb;
use palette::color_difference::Wcag21RelativeContrast;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use t12::scorecard::Board;
use t12::tui::snapshot::text;
use t12::tui::theme::{self, ColourDepth, Role, Theme};
use t12::tui::view::draw;

use super::board::Draft;
use super::{Program, SHIPPED, Start};

/// The keys that lead to every kind of screen.
const SCREENS: [&str; 12] =
    ["", "j", "v l j", "2", "2 j l l", "3", "3 j", "J z", "2 ?", ": \"g\"", "J o", "2 / \"licence\" <enter>"];

const DEPTHS: [ColourDepth; 4] =
    [ColourDepth::True, ColourDepth::Indexed256, ColourDepth::Ansi16, ColourDepth::None];

fn screen(keys: &str, theme: &'static str, depth: ColourDepth) -> Buffer {
    Program::start(&SHIPPED, Start { theme, depth, ..Start::default() }).press(keys)
}

fn rgb(colour: Color) -> Option<Srgb<f32>> {
    match colour {
        Color::Rgb(red, green, blue) => Some(Srgb::new(red, green, blue).into_format()),
        _ => None,
    }
}

/// "It is unreadable on my light terminal": on every screen, in every theme, every character has a contrast of 4.5:1 at
/// least and every block of a drawing 3:1 (WCAG 2.1, 1.4.3 and 1.4.11), also where one role lies over another. Frames
/// are not read.
#[test]
fn nothing_on_any_screen_is_unreadable() {
    for theme in ["dark", "paper", "contrast", "cvd"] {
        let frame = Theme::load(theme, ColourDepth::True).unwrap().style(Role::Frame).fg;
        for keys in SCREENS {
            let screen = screen(keys, theme, ColourDepth::True);
            for (at, cell) in screen.content.iter().enumerate() {
                if cell.symbol() == " " || Some(cell.fg) == frame {
                    continue;
                }
                let (Some(fg), Some(bg)) = (rgb(cell.fg), rgb(cell.bg)) else {
                    panic!("{theme} {keys}: {cell:?} leaves a colour to the terminal")
                };
                let contrast = fg.relative_contrast(bg);
                let (x, y) = screen.pos_of(at);
                let is_block = cell.symbol().chars().all(|c| ('\u{2580}'..='\u{259f}').contains(&c));
                let needed = if is_block { 3.0 } else { 4.5 };
                assert!(
                    contrast >= needed,
                    "{theme} {keys}: `{}` at {x},{y}: {contrast:.1}:1, {cell:?}",
                    cell.symbol()
                );
            }
        }
    }
}

/// The cell the terminal's cursor stands on, which is what is selected.
fn selected(program: &Program) -> Position {
    let mut buffer = Buffer::empty(ratatui::layout::Rect::from((Position::ORIGIN, program.model.size)));
    draw(&program.model, &mut buffer).unwrap()
}

/// "I cannot see what is selected": without any colour the row has a pointer and its cell other modifiers than those
/// beside and above it, in every theme at every depth.
#[test]
fn the_selection_is_seen_without_colour_in_every_theme_depth_and_view() {
    for theme in theme::ids() {
        for depth in DEPTHS {
            for keys in ["", "j", "v l j", "2 j", "2 j l l l", "2 j ^", "3", "3 j j"] {
                let mut program = Program::start(&SHIPPED, Start { theme, depth, ..Start::default() });
                let screen = program.press(keys);
                let at = selected(&program);
                assert_eq!(screen[(0, at.y)].symbol(), "▸", "{theme} {depth:?} {keys}: no pointer");
                let above = screen[(0, at.y - 1)].symbol();
                assert_eq!(above, " ", "{theme} {depth:?} {keys}: a pointer above");
                if at.x == 0 {
                    continue;
                }
                let modifiers = |x: u16, y: u16| screen[(x, y)].modifier;
                let here = modifiers(at.x, at.y);
                let beside = if keys.ends_with('^') { at.x.saturating_sub(1) } else { at.x + 4 };
                for (x, y) in [(beside, at.y), (at.x, at.y - 1), (at.x, at.y + 1)] {
                    assert_ne!(
                        here,
                        modifiers(x, y),
                        "{theme} {depth:?} {keys}: {x},{y} looks like the cursor"
                    );
                }
            }
        }
    }
}

/// A board of one measure where the poles and one member stand as told.
fn world(eu: &str, us: &str, fi: &str) -> Board {
    let positions = format!("EU {eu}, US {us}, FI {fi}");
    Draft::new("EU US FI<EU").group("EU US FI").area("1").measure("1 shared", &positions).build()
}

/// The text of a view without any colour or other style.
fn bare(board: &Board, keys: &str) -> String {
    text(&Program::start(board, Start { theme: "mono", ..Start::default() }).press(keys))
}

/// "The meaning is in red and green": each thing a colour says is said by a character or a word too.
#[test]
fn every_meaning_has_a_character_or_a_word_besides_its_colour() {
    let level = |level: &str| bare(&world(level, "2", "1"), "2");
    let levels: BTreeSet<String> = ["0", "1", "2", "3", "4", "?", "-"].map(level).into();
    assert_eq!(levels.len(), 7, "levels, unknown and not applicable");
    let detail = |detail: &str| bare(&world("3", &format!("2 {detail}"), "1"), "2 <resize:60x15>");
    let kinds: BTreeSet<String> = [
        "status=in_force",
        "status=partly_in_force",
        "status=adopted",
        "status=proposed",
        "status=suspended",
        "status=in_force confidence=low",
        "status=in_force contested=3",
    ]
    .map(detail)
    .into();
    assert_eq!(kinds.len(), 7, "kinds of knowledge");
    assert_ne!(bare(&world("3", "2", "3"), "2"), bare(&world("3", "2", "^EU"), "2"), "inherited");
    for view in ["", "2", "3"] {
        let gap = |eu: &str, us: &str| bare(&world(eu, us, "1"), view);
        let gaps: BTreeSet<String> =
            [("2", "2"), ("0", "1"), ("0", "2"), ("0", "3"), ("0", "4"), ("1", "0"), ("4", "0"), ("0", "?")]
                .map(|(eu, us)| gap(eu, us))
                .into();
        assert_eq!(gaps.len(), 8, "widths and sides in view {view}");
    }
}

/// The view on screen, the pane with the keys and the sorted column are told by more than their colours too.
#[test]
fn where_one_is_is_told_without_colour() {
    let styles = |keys: &str, y: u16| -> Vec<Modifier> {
        let screen = screen(keys, "mono", ColourDepth::True);
        (0..screen.area.width).map(|x| screen[(x, y)].modifier).collect()
    };
    assert_ne!(styles("2", 1), styles("3", 1), "the view");
    let bare = |keys: &str| text(&screen(keys, "mono", ColourDepth::True));
    assert_ne!(bare("2"), bare("2 <tab>"), "the pane with the keys: the pointer leaves the table");
    assert_ne!(bare("3 l l s"), bare("3 l l l s"), "the sorted column");
    assert_ne!(bare("3 l l s"), bare("3 l l s s"), "and which way");
}

/// "It flickers and blinks": nothing does.
#[test]
fn nothing_on_any_screen_blinks() {
    let blinks = |cell: &Cell| cell.modifier.intersects(Modifier::SLOW_BLINK | Modifier::RAPID_BLINK);
    for theme in theme::ids() {
        for keys in SCREENS {
            assert!(!screen(keys, theme, ColourDepth::True).content.iter().any(blinks), "{theme} {keys}");
        }
    }
}
