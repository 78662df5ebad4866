//! Scenarios: what they suppose has to be there.

use super::board::{complete, find_area, require_measure, undefined};
use super::references::unique_across;
use super::{Case, Findings, Roster};

pub(super) fn check(case: &Case<'_>, roster: &Roster, problems: &mut Findings) {
    unique_across(case.scenarios().map(|(file, own)| (file, &*own.id, own.id_at)), problems);
    for (file, scenario) in case.scenarios() {
        for level in &scenario.levels {
            require_measure(case, (&level.area, &level.measure), (file, level.at), problems);
            roster.require(level.code, file, level.at, problems);
        }
        for weight in &scenario.weights {
            require_measure(case, (&weight.area, &weight.measure), (file, weight.at), problems);
        }
        for area in &scenario.areas {
            if complete(case) && find_area(case, &area.id).is_none() {
                let ids = case.scorecards().map(|(_, scorecard)| &*scorecard.id);
                problems.push(undefined("area", &area.id, ids, file, area.at));
            }
        }
        for &(code, _, at) in &scenario.members {
            roster.require(code, file, at, problems);
        }
    }
}
