//! The figures: all of the shipped size, every pair of a large board, and what one pair costs.
//!
//! Random levels with a fixed seed; 5 % unknown, 2 % not applicable, eight weights.

#[path = "../tests/support/board.rs"]
mod board;

use board::Draft;
use divan::{Bencher, black_box};
use t12::analysis::{Comparison, Figures};
use t12::scorecard::{Board, Column};

fn main() {
    divan::main();
}

/// A linear congruential generator (Knuth, MMIX); the upper bits are random enough for levels.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

fn random_board(columns: usize, measures: usize) -> Board {
    let mut random = Random(12);
    let codes: Vec<String> = (0..columns).map(|column| format!("C{column}")).collect();
    let mut draft = Draft::new(&codes.join(" ")).group(&codes.join(" "));
    for measure in 0..measures {
        if measure % measures.div_ceil(6) == 0 {
            draft = draft.area("1");
        }
        let positions: Vec<String> = codes
            .iter()
            .map(|code| match random.below(100) {
                0..5 => format!("{code} ?"),
                5..7 => format!("{code} -"),
                _ => format!("{code} {} confidence=low approach=1 status=adopted", random.below(5)),
            })
            .collect();
        draft = draft.measure(&format!("{}.5", random.below(8)), &positions.join(","));
    }
    draft.build()
}

fn pairs(columns: usize) -> impl Iterator<Item = (Column, Column)> {
    let columns = columns as u16;
    (0..columns).flat_map(move |a| (a + 1..columns).map(move |b| (Column(a), Column(b))))
}

#[divan::bench(args = [(13, 56), (200, 10_000)], sample_count = 20)]
fn all_figures(bencher: Bencher, (columns, measures): (usize, usize)) {
    let board = random_board(columns, measures);
    let comparison = Comparison::of(&board);
    bencher.bench_local(|| Figures::compute(black_box(&board), &comparison));
}

/// Distance, known and comparable weight of every pair.
#[divan::bench(args = [(13, 56), (200, 10_000)], sample_count = 20)]
fn alignment_of_all_pairs(bencher: Bencher, (columns, measures): (usize, usize)) {
    let board = random_board(columns, measures);
    let figures = Figures::compute(&board, &Comparison::of(&board));
    bencher.bench_local(|| pairs(columns).filter_map(|(a, b)| figures.alignment(a, b)).sum::<f64>());
}

/// Everything that is shown beside the alignment of every pair.
#[divan::bench(args = [(13, 56), (200, 10_000)], sample_count = 20)]
fn record_of_all_pairs(bencher: Bencher, (columns, measures): (usize, usize)) {
    let board = random_board(columns, measures);
    let figures = Figures::compute(&board, &Comparison::of(&board));
    bencher.bench_local(|| {
        pairs(columns).map(|(a, b)| figures.pair(a, b)).filter(|p| p.areas.is_empty()).count()
    });
}
