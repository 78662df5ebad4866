//! What frames cost the terminal, in bytes, on the shipped workspace at 200 by 50.

#![expect(clippy::expect_used, reason = "helpers of tests")]

#[path = "support/screen.rs"]
mod screen;

use screen::{Program, program};

const SIZE: (u16, u16) = (200, 50);
/// The keys that open each view from the start.
const VIEWS: [&str; 4] = ["1", "1 v", "1 j <enter>", "3"];

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

/// Bytes of the most expensive step.
fn dearest_step(view: &str, keys: &str) -> usize {
    let mut program = opened(view);
    program.frame();
    let step = |key| {
        program.press(key);
        program.frame()
    };
    keys.split(' ').map(step).max().unwrap_or_default()
}

#[test]
fn a_step_to_another_row_costs_less_than_a_whole_frame() {
    for view in VIEWS {
        let (step, whole) = (dearest_step(view, "j j k j"), opened(view).whole_frame());
        assert!(step >= 100 && step < whole, "{view}: {step} of {whole} bytes");
    }
}

#[test]
fn a_step_that_keeps_the_evidence_costs_at_most_600_bytes() {
    for view in ["1", "3"] {
        let bytes = dearest_step(view, "l l h l");
        assert!((50..=600).contains(&bytes), "{view}: {bytes} bytes");
    }
}
