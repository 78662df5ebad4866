use super::{field, heading};
use crate::analysis::{EntityIndex, ListIndex};
use crate::report::entities::{general_caveats, mark, reason};
use crate::report::words;
use crate::scorecard::{List, Listing, ListingStatus};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widget::page::Writer;

/// The area whose measures say what listing means. No field of a register leads to measures.
const AREA: &str = "entity-lists";

/// An entity: who it is, how it stands on each list and why, how the register was made. The list of the cursor first.
pub(super) fn write(page: &mut Writer, model: &Model, entity: EntityIndex, on: Option<ListIndex>) {
    let (board, state) = (&model.board, &model.sheets.entities);
    let (listings, found) = (state.listings(), state.listings().entity(board, entity));
    if let Some(list) = on {
        on_list(page, model, entity, list, true);
        page.gap();
    }
    page.paragraph(Role::Title, &board.text(found.headline));
    let aliases: Vec<_> = found.aliases.iter().map(|&alias| board.text(alias)).collect();
    if !aliases.is_empty() {
        page.field("Also called:", &aliases.join("; "));
    }
    field(page, board, "Country:", found.country);
    field(page, board, "Sector:", found.sector);
    field(page, board, "Why it is here:", found.why);
    for status in ListingStatus::ALL {
        let lists = state.lists().iter().filter(|&&list| {
            on != Some(list)
                && listings.is_of_one_register(entity, list)
                && listings.status(board, entity, list) == status
        });
        let lists: Vec<ListIndex> = lists.copied().collect();
        if !lists.is_empty() {
            heading(page, &format!("{} {}", mark(status, model.glyphs), words::capitalised(status.words())));
            for list in lists {
                on_list(page, model, entity, list, false);
            }
        }
    }
    illustrates(page, model);
    let register = listings.register(board, entity);
    heading(page, "How they were chosen");
    page.paragraph(Role::Text, &format!("{}, as of {}.", register.title, register.as_of));
    page.paragraph(Role::Text, &board.text(register.summary));
    let caveats: Vec<_> = listings.caveats(board, entity).chain(general_caveats(register)).collect();
    if !caveats.is_empty() {
        heading(page, "Caveats");
        for caveat in caveats {
            page.paragraph(Role::Text, &board.text(caveat.text));
        }
    }
}

/// How the entity stands on a list, with dates, reason and source; in full with what being on it means.
fn on_list(page: &mut Writer, model: &Model, entity: EntityIndex, list: ListIndex, in_full: bool) {
    let (board, listings) = (&model.board, model.sheets.entities.listings());
    let status = listings.status(board, entity, list);
    let (listing, list) = (listings.listing(board, entity, list), listings.list(board, list));
    let name = format!("{} {}", list.jurisdiction, list.name);
    let told = standing(list, listing, status, in_full);
    let lead = [(Role::Accent, &*name), (Role::Text, " ")];
    let url = listing.map(|listing| board.text(listing.source)).unwrap_or_default();
    if url.is_empty() {
        page.hanging(&lead, Role::Text, &told);
    } else {
        page.hanging_link(&lead, Role::Text, &told, &url);
    }
    if let Some(listing) = listing {
        let reason = reason(board, listing);
        if !reason.is_empty() {
            page.paragraph(Role::Text, &reason);
        }
    }
    if in_full {
        field(page, board, "What follows:", list.effect);
        field(page, board, "Kept by:", list.authority);
        field(page, board, "It rests on:", list.legal_basis);
    }
}

/// The status with its dates: `listed, since 2019-10-09`; of a list that was searched, until when.
fn standing(list: &List, listing: Option<&Listing>, status: ListingStatus, in_full: bool) -> String {
    let mut parts = Vec::new();
    if in_full {
        parts.push(status.words().to_owned());
    }
    if let Some(listing) = listing {
        parts.extend(listing.since.map(|date| format!("since {date}")));
        parts.extend(listing.until.map(|date| format!("until {date}")));
    }
    let searched = list.checked_to.filter(|_| status == ListingStatus::NotListed);
    parts.extend(searched.map(|date| format!("searched to {date}")));
    parts.join(", ")
}

/// Where the measures are that say what listing means.
fn illustrates(page: &mut Writer, model: &Model) {
    let Some(area) = model.board.areas.iter().find(|area| &*area.id == AREA) else { return };
    heading(page, "Measures");
    let told = format!(
        "The files do not link entities to measures. What each jurisdiction's lists are for stands in the area {}.",
        area.title
    );
    page.paragraph(Role::Text, &told);
}
