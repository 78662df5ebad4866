//! What a key costs from the message to the bytes for the terminal, on the shipped workspace at 200 by 50.
//!
//! For times: `cargo bench --bench frame`. For instructions, which do not depend on the neighbours: run the bench
//! binary under callgrind with `--sample-count 1 --sample-size 1` and again with `--sample-size 3`, and halve the
//! difference.

#![expect(clippy::expect_used, reason = "a bench may stop")]

#[path = "../tests/support/screen.rs"]
mod screen;

use divan::Bencher;
use screen::program;

const SIZE: (u16, u16) = (200, 50);

/// The keys that open each view from the start.
const VIEWS: [&str; 4] = ["1", "1 v", "1 j <enter>", "3"];

fn main() {
    divan::main();
}

/// A step of the cursor, down and up in turn.
#[divan::bench(args = VIEWS)]
fn cursor_step(bencher: Bencher<'_, '_>, view: &str) {
    let mut program = program(SIZE);
    program.press(view);
    program.frame();
    let mut keys = ["j", "k"].into_iter().cycle();
    bencher.bench_local(|| {
        program.press(keys.next().unwrap_or_default());
        program.frame()
    });
}

/// What follows when the cursor rests after a step: the evidence of where it stands.
#[divan::bench(args = VIEWS)]
fn evidence_after_a_step(bencher: Bencher<'_, '_>, view: &str) {
    let mut program = program(SIZE);
    program.press(view);
    program.frame();
    let mut keys = ["j", "k"].into_iter().cycle();
    bencher.bench_local(|| {
        program.press(keys.next().unwrap_or_default());
        program.rest();
        program.frame()
    });
}

/// A frame of which nothing changed.
#[divan::bench(args = VIEWS)]
fn unchanged_frame(bencher: Bencher<'_, '_>, view: &str) {
    let mut program = program(SIZE);
    program.press(view);
    program.frame();
    bencher.bench_local(|| program.frame());
}

/// Every cell anew.
#[divan::bench(args = VIEWS)]
fn whole_frame(bencher: Bencher<'_, '_>, view: &str) {
    let mut program = program(SIZE);
    program.press(view);
    bencher.bench_local(|| program.whole_frame());
}

/// From the files inside the program to the bytes of the first frame.
#[divan::bench]
fn first_frame() -> usize {
    program(SIZE).whole_frame()
}
