use crate::analysis::{EntityIndex, ListIndex, Listings};
use crate::report::basis::Basis;
use crate::report::document::Document;
use crate::scorecard::{Board, Listing, ListingStatus};

/// An entity for people: who it is, how it stands on every list and why, what to bear in mind.
pub(super) fn document(basis: &Basis<'_>, listings: &Listings, entity: EntityIndex) -> Document {
    let board = basis.board;
    let (found, register) = (listings.entity(board, entity), listings.register(board, entity));
    let mut document = Document::titled(&*found.name);
    document.paragraph(board.text(found.headline));
    let aliases: Vec<_> = found.aliases.iter().map(|&alias| board.text(alias)).collect();
    document.facts([
        ("Id", found.id.to_string()),
        ("Other names", aliases.join("; ")),
        ("Country", board.text(found.country).into_owned()),
        ("Sector", board.text(found.sector).into_owned()),
        ("Why it is here", board.text(found.why).into_owned()),
        ("Register", format!("{}, as of {}", register.title, register.as_of)),
    ]);
    let lists = listings.by_jurisdiction(board, basis.figures.comparison().poles);
    let status = |list: &ListIndex| listings.status(board, entity, *list);
    let told = |list: &&ListIndex| matches!(status(list), ListingStatus::Listed | ListingStatus::Removed);
    let on: Vec<&ListIndex> = lists.iter().filter(told).collect();
    for list in on {
        on_list(board, listings, entity, *list, &mut document);
    }
    for asked in [ListingStatus::NotListed, ListingStatus::Unknown] {
        let these = lists.iter().filter(|list| status(list) == asked);
        let told = these.map(|&list| rest(board, listings, entity, list));
        let heading = if asked == ListingStatus::NotListed { "Not listed" } else { "Unknown" };
        document.list(heading, told.collect());
    }
    let caveats = listings.caveats(board, entity).chain(super::general_caveats(register));
    document.list("To bear in mind", caveats.map(|caveat| board.text(caveat.text).into_owned()).collect());
    document
}

fn on_list(
    board: &Board,
    listings: &Listings,
    entity: EntityIndex,
    list: ListIndex,
    document: &mut Document,
) {
    let Some(listing) = listings.listing(board, entity, list) else { return };
    let list = listings.list(board, list);
    document.heading(format!("{} {}", list.jurisdiction, list.name));
    let since = listing.since.map(|date| format!(", since {date}")).unwrap_or_default();
    let until = listing.until.map(|date| format!(", until {date}")).unwrap_or_default();
    document.facts([
        ("Status", format!("{}{since}{until}", listing.status.words())),
        ("Reason", reason(board, listing)),
        ("What follows", board.text(list.effect).into_owned()),
        ("Kept by", board.text(list.authority).into_owned()),
        ("Source", board.text(listing.source).into_owned()),
    ]);
}

/// The stated reason with the remark and the scope behind it.
pub(crate) fn reason(board: &Board, listing: &Listing) -> String {
    let scope = board.text(listing.scope);
    let scope = if scope.is_empty() { String::new() } else { format!("Scope: {scope}") };
    let parts = [board.text(listing.reason), scope.into(), board.text(listing.remark)];
    let parts =
        parts.iter().filter(|part| !part.is_empty()).map(|part| part.trim_end_matches('.').to_owned());
    parts.collect::<Vec<_>>().join(". ")
}

/// A list the entity is not on, with up to when it was searched and where.
fn rest(board: &Board, listings: &Listings, entity: EntityIndex, list: ListIndex) -> String {
    let listing = listings.listing(board, entity, list);
    let list = listings.list(board, list);
    let name = format!("{} {}", list.jurisdiction, list.name);
    let mut told = vec![name];
    if listing.is_some_and(|listing| listing.status == ListingStatus::NotListed) {
        told.extend(list.checked_to.map(|date| format!("searched to {date}")));
    }
    if let Some(listing) = listing {
        told.extend(Some(reason(board, listing)).filter(|reason| !reason.is_empty()));
        let source = if listing.source.is_empty() { list.check_source } else { listing.source };
        let is_searched = listing.status == ListingStatus::NotListed && !source.is_empty();
        told.extend(is_searched.then(|| board.text(source).into_owned()));
    }
    told.join(", ")
}
