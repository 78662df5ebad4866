//! What reading the shipped files costs: text to arena, every scalar decoded, and text to board.
//!
//! For times: `cargo bench --bench reader`. For instructions, which do not depend on the neighbours: run the bench
//! binary under callgrind with `--sample-count 1 --sample-size 1` and again with `--sample-size 3`, and halve the
//! difference.

#![allow(clippy::unwrap_used, reason = "a bench may stop")]

use std::hint::black_box;
use std::path::Path;

use divan::Bencher;
use divan::counter::BytesCount;
use t12::scorecard::PartialDate;
use t12::workspace::Workspace;
use t12::yaml::{Kind, Node, parse};

fn main() {
    divan::main();
}

/// The texts of the shipped workspace, in the order of their names.
fn texts() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scorecards");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

fn size(texts: &[String]) -> BytesCount {
    BytesCount::new(texts.iter().map(String::len).sum::<usize>())
}

#[divan::bench]
fn arena(bencher: Bencher<'_, '_>) {
    let texts = texts();
    bencher.counter(size(&texts)).bench(|| {
        for text in &texts {
            black_box(parse(black_box(text)));
        }
    });
}

#[divan::bench]
fn every_scalar_decoded(bencher: Bencher<'_, '_>) {
    let texts = texts();
    let parsed: Vec<_> = texts.iter().map(|text| parse(text)).collect();
    bencher
        .counter(size(&texts))
        .bench(|| parsed.iter().map(|parsed| characters(parsed.root())).sum::<usize>());
}

/// All texts of the embedded workspace to a checked board, in parallel as the program does it.
#[divan::bench]
fn board(bencher: Bencher<'_, '_>) {
    let today = PartialDate::parse("2026-11-21").unwrap();
    bencher.counter(size(&texts())).bench(|| Workspace::embedded(black_box(today)));
}

/// Walks a tree and decodes all of it: the bytes of its scalars.
fn characters(node: Node<'_>) -> usize {
    match node.kind() {
        Kind::Null => 0,
        Kind::Scalar => node.text().len(),
        Kind::Sequence => node.items().map(characters).sum(),
        Kind::Mapping => node.entries().map(|entry| characters(entry.key) + characters(entry.value)).sum(),
    }
}
