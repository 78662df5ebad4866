//! Any size and any keys: it never panics, and the cursor stays where it can be seen.

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use t12::scorecard::Board;
use t12::tui::command;
use t12::tui::model::Model;
use t12::tui::view::draw;

use super::board::Draft;
use super::{HOSTILE, Program, SHIPPED, SMALL, Start};

/// The keys that lead to every kind of screen.
const SCREENS: [&str; 10] = ["", "v $", "2 $ G", "3 G", "J z", "2 z", "?", ":", "J o", "3 / \"a\""];

/// The same of the views that are one table, of what-ifs and of the presentation.
const SHEETS: [&str; 21] = [
    "4 $ G",
    "4 z",
    "4 w 2 w",
    "5 $ G",
    "5 v G",
    "5 z",
    "6 $ G",
    "6 v w",
    "6 z",
    "7 $ G",
    "7 z",
    "8 G",
    "8 v v z",
    "w W",
    "w W $ 0",
    "c",
    "5 c",
    "3 x",
    "P <space>",
    "P <space> v",
    "P <tab>",
];

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
fn every_kind_of_small_size_is_drawn_in_the_other_views() {
    for keys in SHEETS {
        let mut program = Program::after(&SHIPPED, keys);
        for width in (1..=70).step_by(6) {
            for height in (1..=20).step_by(3) {
                program.press(&format!("<resize:{width}x{height}>"));
                assert_sound(&program.model);
            }
        }
    }
}

#[test]
fn huge_and_lopsided_sizes_are_drawn() {
    for keys in SCREENS.into_iter().chain(SHEETS) {
        let mut program = Program::after(&SHIPPED, keys);
        for size in ["300x100", "60x1000", "1000x15", "1x1000", "1000x1"] {
            program.press(&format!("<resize:{size}>"));
            assert_sound(&program.model);
        }
    }
}

#[test]
fn a_board_with_nothing_on_it_is_drawn() {
    let empty = Draft::new("EU US").build();
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
        "\"0\"",
        "W",
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

/// Boards of which there is little: nobody but the poles, one measure, nothing known, nothing that weighs anything.
static BARE: LazyLock<[Board; 6]> = LazyLock::new(|| {
    [
        Draft::new("EU US").area("1").measure("1 shared", "EU 3, US 1"),
        Draft::new("EU US JP").group("JP").area("1").measure("1 shared", "EU 3, US 1, JP ?"),
        Draft::new("EU US JP KR")
            .area("1")
            .measure("1 shared", "EU ?, US ?")
            .measure("2 shared", "EU -, US ?"),
        Draft::new("EU US JP KR").area("0").measure("0 shared", "EU 3, US 1, JP 0, KR 4"),
        Draft::new("EU US FI<EU FR<EU")
            .area("1")
            .measure("1 member-state", "FI 2, FR 4, US 3")
            .measure("1 shared", "EU 3, US 1, FI ^EU, FR ^EU"),
        Draft::new("EU US"),
    ]
    .map(Draft::build)
});

/// A board by its number.
fn board(number: usize) -> &'static Board {
    match number.checked_sub(3) {
        Some(bare) => &BARE[bare],
        None => [&SHIPPED, &SMALL, &HOSTILE][number],
    }
}

/// The numbers of [`board`].
const BOARDS: std::ops::Range<usize> = 0..9;

#[test]
fn boards_of_which_there_is_little_are_drawn_in_every_view_and_size() {
    for board in BARE.iter() {
        for keys in
            SCREENS.into_iter().chain(["w 2 u <c-r> u", "W", "f \"gap>=4\" <enter> j l", "P <space> w 3"])
        {
            let mut program = Program::after(board, keys);
            for size in ["1x1", "7x3", "40x10", "60x15", "80x24", "200x60"] {
                program.press(&format!("<resize:{size}>"));
                assert_sound(&program.model);
            }
        }
    }
}

#[test]
fn files_that_change_below_every_layer_leave_a_sound_screen() {
    let layers =
        ["?", ":", "c", "c <enter>", "t", "!", "3 o", "w W", "w 2 X", "x", "/ \"a\"", "f \"gap\"", "z"];
    for view in 1..=8 {
        for layer in layers {
            let mut program = Program::after(&SMALL, &format!("{view} j j l {layer}"));
            for board in BARE.iter().chain([&*SMALL]) {
                program.reload_board(board.clone());
                program.press("j <right>");
                assert_sound(&program.model);
            }
            program.press("<esc> <esc> <esc> u u <c-r> 6 5 4 3");
            assert_sound(&program.model);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_at_any_size_leave_a_sound_screen(
        number in BOARDS, size in (1u16..140, 1u16..50), tokens in vec(token(), 1..30),
    ) {
        let mut program = Program::start(board(number), Start { size, ..Start::default() });
        for token in tokens {
            program.press(&token);
            assert_sound(&program.model);
        }
    }

    #[test]
    fn files_that_change_between_any_keys_leave_a_sound_screen(
        first in BOARDS, steps in vec((BOARDS, vec(token(), 1..8)), 1..6),
    ) {
        let mut program = Program::start(board(first), Start::default());
        for (next, tokens) in steps {
            for token in tokens {
                program.press(&token);
                assert_sound(&program.model);
            }
            program.reload_board(board(next).clone());
            assert_sound(&program.model);
        }
    }
}

/// What lies above a view asks what its cursor stands on, which other files may no longer say.
#[test]
fn the_sources_of_a_listing_go_with_its_register() {
    for next in BOARDS {
        let mut program = Program::after(&SHIPPED, "8 o");
        program.reload_board(board(next).clone());
        assert_sound(&program.model);
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
