//! The register: its ids, its lists and what its caveats are about.

use super::evidence::address;
use super::references::{no_row, unique};
use super::{Case, Findings, Roster};
use crate::diagnostic::Problem;
use crate::diagnostic::catalogue::UNKNOWN_LIST;
use crate::scorecard::Register;
use crate::text::{Span, nearest};

pub(super) fn check(
    case: &Case<'_>,
    file: u16,
    register: &Register,
    roster: &Roster,
    problems: &mut Findings,
) {
    unique("lists", file, register.lists.iter().map(|list| (&*list.id, list.id_at)), problems);
    unique("entities", file, register.entities.iter().map(|entity| (&*entity.id, entity.id_at)), problems);
    for list in &register.lists {
        roster.require(list.jurisdiction, file, list.jurisdiction_at, problems);
    }
    if !case.is_torn(file) {
        references(file, register, problems);
    }
    let of_lists = register.lists.iter().flat_map(|list| [list.url, list.check_source]);
    let of_listings =
        register.entities.iter().flat_map(|entity| &entity.listings).map(|listing| listing.source);
    for url in of_lists.chain(of_listings) {
        address(case, file, url, problems);
    }
}

/// Tells lists and entities that are referred to and not there.
fn references(file: u16, register: &Register, problems: &mut Findings) {
    for listing in register.entities.iter().flat_map(|entity| &entity.listings) {
        require_list(&listing.list, file, listing.list_at, register, problems);
    }
    for standing in register.caveats.iter().flat_map(|caveat| &caveat.applies_to) {
        let lists = register.lists.iter().map(|list| &*list.id);
        let mut rows = lists.chain(register.entities.iter().map(|entity| &*entity.id));
        if !rows.clone().any(|id| id == &*standing.row) {
            problems.push(no_row("list or entity", file, standing, rows.by_ref()));
        }
        if let Some(cell) = &standing.cell {
            require_list(cell, file, standing.at, register, problems);
        }
    }
}

fn require_list(id: &str, file: u16, at: Span, register: &Register, problems: &mut Findings) {
    let ids = || register.lists.iter().map(|list| &*list.id);
    if ids().any(|known| known == id) {
        return;
    }
    let help = match nearest(id, ids()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "describe it under `lists`, or remove it".to_owned(),
    };
    let problem = Problem::new(&UNKNOWN_LIST, file, at, format!("the register has no list `{id}`"));
    problems.push(problem.label("unknown list").help(help));
}
