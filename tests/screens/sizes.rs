//! Any size and any keys: it never panics, and the cursor stays where it can be seen.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use t12::scorecard::Board;
use t12::tui::command;
use t12::tui::model::Model;
use t12::tui::view::draw;

use super::{HOSTILE, Program, SHIPPED, SMALL, Start};

/// The keys that lead to every kind of screen.
const SCREENS: [&str; 10] = ["", "v $", "2 $ G", "3 G", "J z", "2 z", "?", ":", "J o", "3 / \"a\""];

/// Draws and holds the cursors of the terminal and of the table to the screen.
fn assert_sound(model: &Model) {
    let area = Rect::new(0, 0, model.size.width, model.size.height);
    let mut buffer = Buffer::empty(area);
    if let Some(cursor) = draw(model, &mut buffer) {
        assert!(area.contains(cursor), "the cursor {cursor} is outside {area}");
    }
    let (rows, height) = (model.rows(), model.table_height());
    if height > 0 && !rows.is_empty() && !model.zoomed {
        let visible = rows.top()..rows.top() + height;
        assert!(visible.contains(&rows.row()), "row {} is not in {visible:?} at {area}", rows.row());
    }
}

#[test]
fn every_small_size_is_drawn() {
    for keys in SCREENS {
        let mut program = Program::after(&SHIPPED, keys);
        for width in 1..=70 {
            for height in 1..=20 {
                program.press(&format!("<resize:{width}x{height}>"));
                assert_sound(&program.model);
            }
        }
    }
}

#[test]
fn huge_and_lopsided_sizes_are_drawn() {
    for keys in SCREENS {
        let mut program = Program::after(&SHIPPED, keys);
        for size in ["300x100", "60x1000", "1000x15", "1x1000", "1000x1"] {
            program.press(&format!("<resize:{size}>"));
            assert_sound(&program.model);
        }
    }
}

#[test]
fn a_board_with_nothing_on_it_is_drawn() {
    let empty = super::board::Draft::new("EU US").build();
    for keys in SCREENS.into_iter().chain(["J", "L", "<enter>", "2 j l s <enter>", "y", "3 n s v"]) {
        for size in ["60x15", "80x24", "200x60"] {
            let mut program = Program::after(&empty, keys);
            program.press(&format!("<resize:{size}>"));
            assert_sound(&program.model);
        }
    }
}

#[test]
fn the_end_of_a_long_line_is_in_sight_wherever_one_types() {
    let long = "end of the line ".repeat(12);
    for keys in ["/", "f", ":", "?", "t /", "c /", "! /"] {
        for size in ["60x15", "80x24", "120x36"] {
            let mut program = Program::after(&SHIPPED, &format!("<resize:{size}> {keys} \"{long}xyz\""));
            assert_sound(&program.model);
            assert!(program.text().contains("xyz"), "{keys} at {size}:\n{}", program.text());
        }
    }
}

/// A token of a key script: a key of the table, something typed, or another size.
fn token() -> impl Strategy<Value = String> {
    let keys: Vec<String> = command::all()
        .filter(|command| command.id != "quit")
        .flat_map(|command| command.keys)
        .map(|keys| (*keys).to_owned())
        .collect();
    let typed = [
        "\"a\"",
        "\"licence\"",
        "\"theme paper\"",
        "\"poles JP KR\"",
        "\"7\"",
        "<bs>",
        "<left>",
        "<c-w>",
        "<space>",
    ];
    prop_oneof![
        8 => select(keys),
        2 => select(typed.map(str::to_owned).to_vec()),
        1 => (1u16..140, 1u16..50).prop_map(|(width, height)| format!("<resize:{width}x{height}>")),
    ]
}

fn board() -> impl Strategy<Value = &'static Board> {
    (0usize..3).prop_map(|which| -> &'static Board { [&SHIPPED, &SMALL, &HOSTILE][which] })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_at_any_size_leave_a_sound_screen(
        board in board(), size in (1u16..140, 1u16..50), tokens in vec(token(), 1..30),
    ) {
        let mut program = Program::start(board, Start { size, ..Start::default() });
        for token in tokens {
            program.press(&token);
            assert_sound(&program.model);
        }
    }
}

/// What stands for long comes back with the next key; a notice does not.
#[test]
fn a_notice_has_the_line_to_itself_where_both_do_not_fit() {
    let mut program = Program::after(&SHIPPED, "<resize:80x24>");
    let status = |program: &mut Program| program.text().lines().rev().nth(1).unwrap().to_owned();
    assert!(status(&mut program).trim_end().ends_with(" weights"), "what stands for long is there");
    let notice = "Sent the row to the clipboard, 142 characters, through the terminal (OSC 52)";
    program.model.tell(notice.to_owned());
    assert_eq!(status(&mut program).trim(), notice);
    program.press("j");
    assert!(status(&mut program).trim_end().ends_with(" weights"), "it is there again");
}
