use super::{Move, Moves, Wanted, each_gain, rounded};

/// Moves in the order of what they give, with their ranks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MoveList {
    /// Those that are listed.
    pub moves: Vec<RankedMove>,
    /// How many there are, with those that are not listed.
    pub found: usize,
}

/// A move in a list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankedMove {
    /// Its place, from 1, shared by moves of equal gain.
    pub rank: u32,
    /// Whether others share it.
    pub tied: bool,
    /// The move.
    pub step: Move,
}

impl MoveList {
    pub(super) fn new(moves: &Moves<'_>, wanted: &Wanted<'_>) -> Self {
        let mut found = Vec::new();
        let mut scenes = moves.scenes();
        for measure in moves.figures.measures().filter(|&measure| (wanted.measure)(measure)) {
            each_gain(&scenes.of(measure), measure, wanted, |step| found.push(step));
        }
        let all = found.len();
        let most = wanted.most.unwrap_or(all);
        // One more than is listed, which may share the rank of the last.
        keep(&mut found, most.saturating_add(1));
        found.sort_unstable_by(Move::order);
        let mut ranked = rank(&found);
        ranked.truncate(most);
        Self { moves: ranked, found: all }
    }
}

/// Leaves those that come first, in any order. Sorting a million moves to show a screen of them would be felt.
fn keep(moves: &mut Vec<Move>, most: usize) {
    if most < moves.len() {
        moves.select_nth_unstable_by(most, Move::order);
        moves.truncate(most);
    }
}

/// Competition ranks: moves of equal gain share the first place among them.
fn rank(moves: &[Move]) -> Vec<RankedMove> {
    let mut ranked = Vec::with_capacity(moves.len());
    for equal in moves.chunk_by(|a, b| rounded(a.gain) == rounded(b.gain)) {
        let rank = ranked.len() as u32 + 1;
        ranked.extend(equal.iter().map(|&step| RankedMove { rank, tied: equal.len() > 1, step }));
    }
    ranked
}
