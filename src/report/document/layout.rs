use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::table::Table;
use super::wrap::widest_piece;

/// The columns between two columns of a table.
pub(super) const GUTTER: usize = 2;

/// A wrapping column is not squeezed below this for the sake of one long word; the word is broken instead.
const NARROWEST: usize = 14;

/// Which columns stand beside each other, and how wide each is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BlockOfColumns {
    /// The columns' numbers with their widths, left to right.
    pub(super) columns: Vec<(usize, usize)>,
}

/// Fits a table into `limit` terminal columns without losing a character: wrapping columns are narrowed; where that
/// is not enough, the columns behind the frozen ones go into further blocks. Without a limit all stands on one line.
pub(super) fn fit(table: &Table, limit: Option<usize>) -> Vec<BlockOfColumns> {
    let natural: Vec<usize> = (0..table.headings.len()).map(|column| natural_width(table, column)).collect();
    let least: Vec<usize> =
        natural.iter().enumerate().map(|(column, &width)| least_width(table, column).min(width)).collect();
    let Some(limit) = limit else { return vec![block(0..natural.len(), &natural)] };
    split(&least, table.frozen, limit)
        .into_iter()
        .map(|columns| {
            let pick = |widths: &[usize]| columns.iter().map(|&column| widths[column]).collect::<Vec<_>>();
            let widths = narrow(&pick(&natural), &pick(&least), limit);
            BlockOfColumns { columns: columns.into_iter().zip(widths).collect() }
        })
        .collect()
}

fn block(columns: Range<usize>, widths: &[usize]) -> BlockOfColumns {
    BlockOfColumns { columns: columns.map(|column| (column, widths[column])).collect() }
}

fn natural_width(table: &Table, column: usize) -> usize {
    table.column(column).map(UnicodeWidthStr::width).max().unwrap_or(0)
}

fn least_width(table: &Table, column: usize) -> usize {
    if table.headings[column].wraps {
        table.column(column).map(widest_piece).max().unwrap_or(0).min(NARROWEST)
    } else {
        natural_width(table, column)
    }
}

/// The columns of each block: as many as fit at their least width, the frozen ones in front of every block. A block
/// has at least one column behind them, so that every column is written even where nothing fits.
fn split(least: &[usize], frozen: usize, limit: usize) -> Vec<Vec<usize>> {
    let frozen = frozen.min(least.len());
    let start: Vec<usize> = (0..frozen).collect();
    let mut blocks = vec![start.clone()];
    for column in frozen..least.len() {
        let open = blocks.last().map_or(&start, |block| block);
        let with: Vec<usize> = open.iter().copied().chain([column]).collect();
        let fits = total(with.iter().map(|&column| least[column])) <= limit;
        if !fits && open.len() > frozen {
            blocks.push(start.clone());
        }
        if let Some(block) = blocks.last_mut() {
            block.push(column);
        }
    }
    blocks
}

fn total(widths: impl ExactSizeIterator<Item = usize>) -> usize {
    let gutters = widths.len().saturating_sub(1) * GUTTER;
    widths.sum::<usize>() + gutters
}

/// The widths nearest to natural that fit: one cap for all columns, none below its least.
fn narrow(natural: &[usize], least: &[usize], limit: usize) -> Vec<usize> {
    let capped =
        |cap: usize| natural.iter().zip(least).map(move |(&width, &least)| width.min(cap.max(least)));
    let widest = natural.iter().copied().max().unwrap_or(0);
    let cap = (0..=widest).rev().find(|&cap| total(capped(cap)) <= limit).unwrap_or(0);
    capped(cap).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::Field;
    use proptest::prelude::*;

    fn table(fields: &[&str]) -> Table {
        let headings = fields.iter().map(|_| "h");
        let mut table = Table::new(headings).wrapping(&[1]);
        table.row(fields.iter().map(|&text| Field::text(text)).collect());
        table
    }

    fn widths(table: &Table, limit: usize) -> Vec<Vec<(usize, usize)>> {
        fit(table, Some(limit)).into_iter().map(|block| block.columns).collect()
    }

    #[test]
    fn a_wrapping_column_gives_way_first() {
        let table = table(&["abcdef", "some words that are long", "xyz"]);
        assert_eq!(widths(&table, 80), [[(0, 6), (1, 24), (2, 3)]]);
        assert_eq!(widths(&table, 30), [[(0, 6), (1, 17), (2, 3)]]);
    }

    #[test]
    fn columns_that_do_not_fit_go_into_further_blocks_behind_the_frozen_one() {
        let table = table(&["abcdef", "words", "0123456789", "0123456789"]);
        assert_eq!(widths(&table, 24), [vec![(0, 6), (1, 5)], vec![(0, 6), (2, 10)], vec![(0, 6), (3, 10)]]);
        assert_eq!(widths(&table, 1).len(), 3);
    }

    proptest! {
        #[test]
        fn every_column_is_written_and_no_block_is_wider_than_it_has_to_be(
            fields in prop::collection::vec("[a-z -]{0,30}", 2..12),
            limit in 1usize..90,
        ) {
            let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
            let blocks = widths(&table(&fields), limit);
            let behind_frozen = blocks.iter().flat_map(|block| block[1..].iter().map(|&(column, _)| column));
            prop_assert!(behind_frozen.eq(1..fields.len()));
            for block in blocks {
                let wide = total(block.iter().map(|&(_, width)| width));
                prop_assert!(block[0].0 == 0 && (wide <= limit || block.len() == 2));
            }
        }
    }
}
