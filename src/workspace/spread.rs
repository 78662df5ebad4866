//! Pieces of work of different sizes, shared out among the processors.

use std::cmp::Reverse;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Does a piece of work for every number below `count`, as many at a time as there are processors. The results come in
/// the order of the numbers.
pub(super) fn spread<T: Send>(
    count: usize,
    size: impl Fn(usize) -> u64,
    work: impl Fn(usize) -> T + Sync,
) -> Vec<T> {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(count);
    if workers < 2 {
        return (0..count).map(work).collect();
    }
    let sizes: Vec<u64> = (0..count).map(size).collect();
    let shares = shares(&sizes, workers);
    let taken: Vec<AtomicBool> = (0..count).map(|_| AtomicBool::new(false)).collect();
    let done = Mutex::new(Vec::with_capacity(count));
    // A busy processor may fall behind: who is done with its own share takes over what others have not begun.
    let take_part = |worker: usize| {
        let (before, rest) = shares.split_at(worker.min(shares.len()));
        let (own, after) = rest.split_at(rest.len().min(1));
        let others = after.iter().chain(before).flat_map(|share| share.iter().rev());
        for &number in own.iter().flatten().chain(others) {
            if !taken[number].swap(true, Ordering::Relaxed) {
                let result = work(number);
                done.lock().unwrap_or_else(PoisonError::into_inner).push((number, result));
            }
        }
    };
    thread::scope(|scope| {
        for worker in 1..workers {
            scope.spawn(move || take_part(worker));
        }
        take_part(0);
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|&(number, _)| number);
    done.into_iter().map(|(_, result)| result).collect()
}

/// So often the room is halved between what is enough and what is not: to a thousandth of the work.
const ROUNDS: u32 = 10;

/// Shares out pieces of those sizes, so that the largest share is small: first fit decreasing into shares with less and
/// less room (MULTIFIT; Coffman, Garey and Johnson 1978), at most 13/11 of the best there is. Each piece at once to
/// whoever is free, largest first, may take 7/6 of it, and does on the seven files of a board.
fn shares(sizes: &[u64], workers: usize) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by_key(|&number| Reverse(sizes[number]));
    let total = sizes.iter().fold(0_u64, |total, &size| total.saturating_add(size));
    let largest = sizes.iter().copied().max().unwrap_or(0);
    let mut too_little = total.div_ceil(workers as u64).max(largest);
    let mut enough = too_little.saturating_mul(2);
    let mut best = first_fit(&order, sizes, workers, enough).unwrap_or_else(|| vec![order.clone()]);
    for _ in 0..ROUNDS {
        let room = too_little.midpoint(enough);
        match first_fit(&order, sizes, workers, room) {
            Some(shares) => (best, enough) = (shares, room),
            None => too_little = room,
        }
    }
    best
}

/// Each piece in the first share with room for it; nothing where one fits in no share.
fn first_fit(order: &[usize], sizes: &[u64], workers: usize, room: u64) -> Option<Vec<Vec<usize>>> {
    let mut shares = vec![(0_u64, Vec::new()); workers];
    for &number in order {
        let size = sizes[number];
        let (used, share) = shares.iter_mut().find(|(used, _)| used.saturating_add(size) <= room)?;
        *used = used.saturating_add(size);
        share.push(number);
    }
    Some(shares.into_iter().map(|(_, share)| share).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn largest_share(sizes: &[u64]) -> u64 {
        let load = |share: &Vec<usize>| share.iter().map(|&number| sizes[number]).sum();
        shares(sizes, 2).iter().map(load).max().unwrap_or(0)
    }

    #[test]
    fn seven_files_are_shared_out_in_halves() {
        assert_eq!(
            largest_share(&[163, 162, 149, 134, 125, 119, 94]),
            474,
            "516 if each goes to whoever is free"
        );
        assert_eq!(largest_share(&[7]), 7);
        assert_eq!(largest_share(&[0, 0]), 0);
        assert!(shares(&[u64::MAX, u64::MAX, 1], 2).iter().flatten().count() == 3);
    }

    #[test]
    fn results_come_in_the_order_of_the_numbers() {
        assert_eq!(
            spread(20, |number| number as u64, |number| number * 2),
            (0..40).step_by(2).collect::<Vec<_>>()
        );
    }

    proptest! {
        #[test]
        fn no_share_is_much_larger_than_the_best_there_is(sizes in prop::collection::vec(0_u64..1000, 1..10)) {
            let total: u64 = sizes.iter().sum();
            let of_one = |chosen: u32| -> u64 {
                sizes.iter().enumerate().filter(|(at, _)| chosen & (1 << at) != 0).map(|(_, size)| size).sum()
            };
            let best = (0..1_u32 << sizes.len()).map(|chosen| of_one(chosen).max(total - of_one(chosen))).min();
            let best = best.unwrap_or(0) as f64;
            prop_assert!(largest_share(&sizes) as f64 <= best * 13.0 / 11.0 + best / 512.0 + 1.0);
            let mut all: Vec<usize> = shares(&sizes, 2).into_iter().flatten().collect();
            all.sort_unstable();
            prop_assert_eq!(all, (0..sizes.len()).collect::<Vec<_>>());
        }
    }
}
