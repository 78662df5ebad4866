//! The figures: all of the shipped size, every pair of a large board, what one pair costs, and a thousand drawn weights.
//!
//! Random levels with a fixed seed; 5 % unknown, 2 % not applicable, eight weights. Without a filter (or with `ratios`)
//! it prints first how every pair compares with a plain loop over the same cells.

#![expect(clippy::expect_used, reason = "a bench may stop")]

#[path = "../tests/support/board.rs"]
mod board;

use board::Draft;
use divan::{Bencher, black_box};
use std::hint;
use std::time::{Duration, Instant};
use t12::analysis::robustness::{self, Draws, GapRanking};
use t12::analysis::{Comparison, Figures, Moves, Objective, Standing, Wanted};
use t12::scorecard::{Answer, Board, Column, Level, MeasureIndex, PartialDate, Suppositions};
use t12::workspace::Workspace;

#[expect(clippy::print_stdout, reason = "what a bench is for")]
fn main() {
    let filters: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    if filters.is_empty() || filters.iter().any(|filter| filter == "ratios") {
        println!("{}", ratios());
    }
    divan::main();
}

/// Every pair of 200 columns and 10,000 measures: by a plain loop, by their distance, and with the whole record.
fn ratios() -> String {
    let board = random_board(200, 10_000);
    let figures = Figures::compute(&board, &Comparison::of(&board));
    let plain = Plain::of(&board, &figures);
    let (naive, sum) = fastest(|| pairs(200).filter_map(|(a, b)| plain.alignment(a, b)).sum::<f64>());
    let (distance, found) = fastest(|| pairs(200).filter_map(|(a, b)| figures.alignment(a, b)).sum::<f64>());
    let (record, _) = fastest(|| {
        pairs(200).filter_map(|(a, b)| figures.pair(a, b).overall.alignment.available).sum::<f64>()
    });
    let agrees = if (sum - found).abs() < 1e-6 { "the same sum" } else { "ANOTHER SUM" };
    let ratio = |slow: Duration, fast: Duration| slow.as_secs_f64() / fast.as_secs_f64();
    format!(
        "all pairs of 200 x 10,000, fastest of {RUNS}: plain loop {naive:.1?}; distance and known weight {distance:.1?}, \
         {:.1} times as fast ({agrees}); whole record {record:.1?}, {:.1} times the distance",
        ratio(naive, distance),
        ratio(record, distance),
    )
}

const RUNS: u32 = 5;

fn fastest(mut work: impl FnMut() -> f64) -> (Duration, f64) {
    let mut best = (Duration::MAX, 0.0);
    for _ in 0..RUNS {
        let start = Instant::now();
        let found = hint::black_box(work());
        best = (best.0.min(start.elapsed()), found);
    }
    best
}

/// The cells as anyone would keep them: what each column answers on each measure, and the weights.
struct Plain {
    cells: Vec<Vec<Standing>>,
    roots: Vec<Vec<Column>>,
    /// By area: the area's weight, and its measures with theirs.
    areas: Vec<(f64, Vec<(usize, u64)>)>,
}

impl Plain {
    fn of(board: &Board, figures: &Figures) -> Self {
        let grid = figures.grid();
        let measures = || board.measure_indexes();
        let cells = |column| measures().map(|measure| grid.standing(measure, column)).collect();
        let roots = |column| measures().map(|measure| grid.root(measure, column)).collect();
        let weight = |measure: MeasureIndex| (measure.index(), u64::from(grid.weights().measure(measure)));
        let areas = board.areas.iter().enumerate();
        Self {
            cells: board.columns().map(cells).collect(),
            roots: board.columns().map(roots).collect(),
            areas: areas
                .map(|(number, area)| {
                    (f64::from(grid.weights().area(number)), area.measures().map(weight).collect())
                })
                .collect(),
        }
    }

    /// Distance and known weight, measure by measure.
    fn alignment(&self, first: Column, second: Column) -> Option<f64> {
        let (a, b) = (&self.cells[first.index()], &self.cells[second.index()]);
        let (mut sum, mut weights) = (0.0, 0.0);
        for (area, measures) in &self.areas {
            let (mut comparable, mut known, mut steps) = (0, 0, 0);
            for &(measure, weight) in measures {
                match (a[measure], b[measure]) {
                    (Standing::NotApplicable, _) | (_, Standing::NotApplicable) => continue,
                    (Standing::Known(one), Standing::Known(other)) => {
                        known += weight;
                        steps += weight * u64::from(one.number().abs_diff(other.number()));
                    }
                    (Standing::Unknown, Standing::Unknown)
                        if self.roots[first.index()][measure] == self.roots[second.index()][measure] =>
                    {
                        known += weight;
                    }
                    _ => {}
                }
                comparable += weight;
            }
            if known > 0 && 2 * known >= comparable {
                sum += area * (1.0 - steps as f64 / (4 * known) as f64);
                weights += area;
            }
        }
        (weights > 0.0).then(|| sum / weights)
    }
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

/// One supposed level after the other, and the figures that follow it; `all_figures` is what recomputing costs.
#[divan::bench(args = [(13, 56), (200, 10_000)], sample_count = 20)]
fn what_if(bencher: Bencher, (columns, measures): (usize, usize)) {
    let mut board = random_board(columns, measures);
    let mut figures = Figures::compute(&board, &Comparison::of(&board));
    let levels: Vec<Answer> = (0..=4).filter_map(Level::new).map(Answer::Known).collect();
    let mut step = 0;
    bencher.bench_local(|| {
        step += 1;
        let cell = (MeasureIndex((step * 7 % measures) as u32), Column(0));
        let levels = [(cell, levels[step % levels.len()])].into_iter().collect();
        let touched = board.suppose(Suppositions { levels, ..Suppositions::default() });
        figures.follow(&board, &touched);
    });
}

/// The figures of the shipped scorecards.
fn shipped() -> Figures {
    let today = PartialDate::parse("2026-11-21").expect("a date");
    let board = Workspace::embedded(today).board;
    Figures::compute(&board, &Comparison::of(&board))
}

/// A thousand drawn weights of the shipped board for each order that is printed.
#[divan::bench(args = ["gaps", "moves", "pairs", "agreement", "closeness"], sample_count = 20)]
fn draws_of_the_shipped_board(bencher: Bencher, order: &str) {
    let figures = shipped();
    let list = Moves::new(&figures, Objective::Group).list(&Wanted::RAISING);
    let steps: Vec<_> = list.moves.iter().map(|ranked| ranked.step).collect();
    let draws = Draws::default();
    bencher.bench_local(|| match order {
        "gaps" => robustness::gaps(&figures, GapRanking::Weighted, draws).first_stays,
        "moves" => robustness::moves(&figures, Objective::Group, &steps, draws).map_or(0, |r| r.first_stays),
        "pairs" => robustness::pairs(&figures, draws).map_or(0, |found| found.first_stays),
        "agreement" => robustness::agreement(&figures, draws).map_or(0, |found| found.first_stays),
        _ => robustness::closeness(&figures, draws).map_or(0, |found| found.first_stays),
    });
}
