//! The board itself: one of them, its names and its circles.

use std::collections::BTreeMap;

use super::{Case, Findings, Roster};
use crate::diagnostic::Problem;
use crate::diagnostic::catalogue::{
    DUPLICATE_ID, MEMBERSHIP_LOOP, SECOND_BOARD, UNDEFINED_NAME, UNKNOWN_MEASURE,
};
use crate::scorecard::{BoardPlan, Code, Scorecard, WeightChoice};
use crate::text::{Span, nearest};

pub(super) fn check(case: &Case<'_>, roster: &Roster, problems: &mut Findings) {
    let mut boards = case.boards();
    let Some((file, subject, plan)) = boards.next() else { return };
    for (second, other, _) in boards {
        let problem = Problem::new(&SECOND_BOARD, second, other.kind_at, "the workspace has a second board")
            .label("a second board")
            .help("leave one of the two out")
            .related_in(file, subject.kind_at, "the first one");
        problems.push(problem);
    }
    codes(file, plan, roster, problems);
    membership_loops(file, plan, problems);
    names(file, plan, problems);
    areas(case, file, plan, problems);
    weight_sets(case, file, plan, problems);
    super::views::check(case, file, plan, roster, problems);
}

fn codes(file: u16, plan: &BoardPlan, roster: &Roster, problems: &mut Findings) {
    let unions = plan.jurisdictions.iter().filter_map(|entry| entry.member_of);
    let members = plan.groups.iter().flat_map(|group| group.members.iter().copied());
    for (code, at) in plan.poles.into_iter().chain(unions).chain(members) {
        roster.require(code, file, at, problems);
    }
}

/// Tells each circle of memberships once, at its first jurisdiction in column order.
fn membership_loops(file: u16, plan: &BoardPlan, problems: &mut Findings) {
    let union_of: BTreeMap<Code, (Code, Span)> =
        plan.jurisdictions.iter().filter_map(|entry| Some((entry.code, entry.member_of?))).collect();
    let mut told = Vec::new();
    for entry in &plan.jurisdictions {
        let follow = |code: Code| union_of.get(&code).map(|&(union, _)| union);
        let Some(circle) = super::circle(entry.code, follow) else { continue };
        if told.contains(&entry.code) {
            continue;
        }
        let at = union_of.get(&entry.code).map(|&(_, at)| at).unwrap_or_default();
        let chain = super::chain(&circle);
        problems.push(
            Problem::new(&MEMBERSHIP_LOOP, file, at, format!("memberships run in a circle: {chain}"))
                .label("leads back here")
                .help("remove one of the `member_of`"),
        );
        told.extend(circle);
    }
}

fn names(file: u16, plan: &BoardPlan, problems: &mut Findings) {
    if let Some((name, at)) = &plan.group
        && **name != *BoardPlan::ALL
        && !plan.groups.iter().any(|group| group.name == *name)
    {
        let groups = plan.groups.iter().map(|group| &*group.name).chain([BoardPlan::ALL]);
        problems.push(undefined("group", name, groups, file, *at));
    }
    if let (WeightChoice::Named(name), at) = &plan.weights
        && !plan.weight_sets.iter().any(|set| set.name == *name)
    {
        let sets = plan.weight_sets.iter().map(|set| &*set.name).chain(["authored", "equal"]);
        problems.push(undefined("weight set", name, sets, file, *at));
    }
}

fn areas(case: &Case<'_>, file: u16, plan: &BoardPlan, problems: &mut Findings) {
    for (place, area) in plan.areas.iter().enumerate() {
        if let Some(first) = plan.areas[..place].iter().find(|first| first.id == area.id) {
            let problem =
                Problem::new(&DUPLICATE_ID, file, area.at, format!("the area `{}` is listed twice", area.id));
            problems.push(problem.label("the second time").related(first.at, "the first time"));
        } else if complete(case) && find_area(case, &area.id).is_none() {
            let ids = case.scorecards().map(|(_, scorecard)| &*scorecard.id);
            problems.push(undefined("area", &area.id, ids, file, area.at));
        }
    }
}

/// Whether every scorecard of the workspace is here with its id, so that a name that is not found is really nobody's.
pub(super) fn complete(case: &Case<'_>) -> bool {
    case.whole && case.subjects.iter().all(|subject| subject.sound)
}

fn weight_sets(case: &Case<'_>, file: u16, plan: &BoardPlan, problems: &mut Findings) {
    for weight in plan.weight_sets.iter().flat_map(|set| &set.weights) {
        require_measure(case, (&weight.area, &weight.measure), (file, weight.at), problems);
    }
}

/// Tells a measure that is not there, where all that could hold it was read.
pub(super) fn require_measure(
    case: &Case<'_>,
    (in_area, id): (&str, &str),
    (file, at): (u16, Span),
    problems: &mut Findings,
) {
    let area = find_area(case, in_area);
    let known = match area {
        Some((file, scorecard)) => {
            case.is_torn(file) || scorecard.measures.iter().any(|measure| *measure.id == *id)
        }
        None => !complete(case),
    };
    if known {
        return;
    }
    let message = format!("there is no measure `{in_area}/{id}`");
    let mut problem = Problem::new(&UNKNOWN_MEASURE, file, at, message).label("unknown measure");
    problem.help = match area {
        Some((_, area)) => nearest(id, area.measures.iter().map(|measure| &*measure.id))
            .map(|meant| format!("did you mean `{in_area}/{meant}`?")),
        None => nearest(in_area, case.scorecards().map(|(_, scorecard)| &*scorecard.id))
            .map(|meant| format!("did you mean `{meant}/{id}`?")),
    };
    problems.push(problem);
}

pub(super) fn find_area<'a>(case: &Case<'a>, id: &str) -> Option<(u16, &'a Scorecard)> {
    case.scorecards().find(|(_, scorecard)| *scorecard.id == *id)
}

pub(super) fn undefined<'n>(
    what: &str,
    name: &str,
    known: impl Iterator<Item = &'n str>,
    file: u16,
    at: Span,
) -> Problem {
    let help = match nearest(name, known) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("define the {what}, or remove the name"),
    };
    Problem::new(&UNDEFINED_NAME, file, at, format!("there is no {what} `{name}`"))
        .label("not defined")
        .help(help)
}
