//! What frames cost the terminal, in bytes, on the shipped workspace at 200 by 50.

#![expect(clippy::expect_used, reason = "helpers of tests")]

#[path = "support/screen.rs"]
mod screen;

use screen::{Program, program};

const SIZE: (u16, u16) = (200, 50);
/// The keys that open each view from the start.
const VIEWS: [&str; 9] = ["1", "1 v", "1 j <enter>", "3", "4", "5", "6", "7", "8"];

fn opened(view: &str) -> Program {
    let mut program = program(SIZE);
    program.press(view);
    program
}

#[test]
fn a_whole_frame_costs_at_most_36_kilobytes() {
    for view in VIEWS {
        let bytes = opened(view).whole_frame();
        assert!((10_000..=36_000).contains(&bytes), "{view}: {bytes} bytes");
    }
}

#[test]
fn a_frame_that_changes_nothing_costs_nothing() {
    for view in VIEWS {
        let mut program = opened(view);
        program.frame();
        assert_eq!(program.frame(), 0, "{view}");
    }
}

/// The steps: down a part of a table, across it and back.
const STEPS: &str = "j j j j j j j j j j j j l l l l j l l k l l j l h h h h j h k k k k k k k k k k";

/// Bytes of the most expensive step.
fn dearest_step(view: &str) -> usize {
    let mut program = opened(view);
    program.frame();
    let step = |key| {
        program.press(key);
        let bytes = program.frame();
        program.rest();
        program.frame();
        bytes
    };
    STEPS.split(' ').map(step).max().unwrap_or_default()
}

#[test]
fn a_step_of_the_cursor_costs_at_most_600_bytes() {
    let areas = (0..6).map(|area| format!("1 {} <enter>", "j ".repeat(area)));
    for view in areas.chain(VIEWS.map(str::to_owned)) {
        let bytes = dearest_step(&view);
        assert!((50..=600).contains(&bytes), "{view}: {bytes} bytes");
    }
}

#[test]
fn the_evidence_follows_when_the_cursor_rests() {
    for view in VIEWS {
        let mut program = opened(view);
        program.frame();
        program.press("j");
        program.frame();
        program.rest();
        assert!(program.frame() > 600, "{view}");
        program.rest();
        assert_eq!(program.frame(), 0, "{view}");
    }
}
