use std::collections::BTreeMap;

use super::scene::Scene;
use super::{Move, Moves, Wanted, each_gain};
use crate::scorecard::MeasureIndex;

/// The sequence: after each step only its measure is looked at again, since what a step gives on one measure does not
/// depend on the levels of another.
pub(super) fn sequence(moves: &Moves<'_>, wanted: &Wanted<'_>, count: usize) -> Vec<Move> {
    let wanted = &Wanted { steps: 1, ..*wanted };
    let mut scenes = moves.scenes();
    let mut first: Vec<Move> = moves
        .figures
        .measures()
        .filter(|&measure| (wanted.measure)(measure))
        .filter_map(|measure| best(&scenes.of(measure), measure, wanted))
        .collect();
    let mut changed: BTreeMap<MeasureIndex, Scene> = BTreeMap::new();
    let mut taken = Vec::new();
    while taken.len() < count {
        let Some(place) = (0..first.len()).min_by(|&a, &b| first[a].order(&first[b])) else { break };
        let step = first[place];
        taken.push(step);
        let scene = changed.entry(step.measure).or_insert_with(|| scenes.of(step.measure));
        if let Some(unit) = scene.place_of(step.column) {
            scene.set(unit, step.to);
        }
        match best(scene, step.measure, wanted) {
            Some(next) => first[place] = next,
            None => drop(first.swap_remove(place)),
        }
    }
    taken
}

/// The move of a measure that comes first.
fn best(scene: &Scene, measure: MeasureIndex, wanted: &Wanted<'_>) -> Option<Move> {
    let mut best: Option<Move> = None;
    each_gain(scene, measure, wanted, |step| {
        if best.is_none_or(|best| step.order(&best).is_lt()) {
            best = Some(step);
        }
    });
    best
}
