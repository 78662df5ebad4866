//! What the cursor stands on as a citation, for pasting into a document.

use super::model::{Model, Subject};
use crate::analysis::{EntityIndex, Gap};
use crate::report::compare::labels;
use crate::report::words::{self, counts_sentence};
use crate::scorecard::{Answer, Board, Column, ListingStatus, MeasureIndex, Source};

/// The citation of what the cursor stands on; nothing where there is nothing to cite. Private notes are never in it.
pub(super) fn citation(model: &Model) -> Option<String> {
    let board = &model.board;
    Some(match model.subject()? {
        Subject::Cell(measure, column) | Subject::Move(measure, column, _) => {
            position(board, measure, column)
        }
        Subject::Measure(measure) => {
            let gap = model.figures.gap(measure);
            both(board, gap, words::band(gap.band), model.figures.comparison().poles)
        }
        Subject::Compared(measure, columns) => {
            let gap = model.sheets.compare.gap(measure)?;
            let [first, second] = labels(board, model.profiles());
            let fuller = words::fuller(gap, [&first, &second]);
            both(board, gap, &format!("{first} and {second}: {fuller}"), columns)
        }
        Subject::Entity(entity, _) => entity_in_words(model, entity),
        Subject::Area(area) | Subject::Agreement(area, _) => {
            let counts = counts_sentence(&model.figures.areas()[area].counts);
            format!("{}, as of {}. {counts}.", board.areas[area].title, board.areas[area].as_of)
        }
        Subject::Pair(first, second) => pair(model, first, second)?,
        Subject::Jurisdiction(column) => {
            let poles = model.figures.comparison().poles.into_iter().filter(|&pole| pole != column);
            poles.filter_map(|pole| pair(model, column, pole)).collect::<Vec<_>>().join("\n")
        }
    })
}

/// A gap with the positions on both sides; of one jurisdiction through two lenses there is one.
fn both(board: &Board, gap: &Gap, how: &str, columns: [Column; 2]) -> String {
    let [first, second] = columns;
    let sides = if first == second { vec![first] } else { vec![first, second] };
    let mut lines = vec![format!("{} ({how}).", board.measure(gap.measure).title)];
    lines.extend(sides.into_iter().map(|column| position(board, gap.measure, column)));
    lines.join("\n")
}

/// How two jurisdictions stand to each other: counts first.
fn pair(model: &Model, first: Column, second: Column) -> Option<String> {
    let pair = model.sheets.blocs.pairs()?.get(first, second)?;
    let [first, second] = [first, second].map(|column| &model.board.jurisdiction(column).name);
    Some(format!(
        "{first} and {second}: {}. Alignment {}, bounds {}, coverage {}. {}",
        counts_sentence(&pair.counts),
        words::shown(&pair.alignment),
        words::bounds(&pair.alignment),
        words::maybe_share(pair.alignment.coverage),
        words::YARDSTICK,
    ))
}

/// An entity with the lists it is on, their dates and sources, and the register it stands in.
fn entity_in_words(model: &Model, entity: EntityIndex) -> String {
    let (board, state) = (&model.board, &model.sheets.entities);
    let listings = state.listings();
    let register = listings.register(board, entity);
    let mut sentences = vec![listings.entity(board, entity).name.to_string()];
    for &list in state.lists() {
        let Some(listing) = listings.listing(board, entity, list) else { continue };
        if !matches!(listing.status, ListingStatus::Listed | ListingStatus::Removed) {
            continue;
        }
        let list = listings.list(board, list);
        let since = listing.since.map(|date| format!(" since {date}")).unwrap_or_default();
        let until = listing.until.map(|date| format!(" until {date}")).unwrap_or_default();
        let source = board.text(listing.source);
        let source = if source.is_empty() { String::new() } else { format!(", {source}") };
        let status = listing.status.words();
        sentences.push(format!("{} {}: {status}{since}{until}{source}", list.jurisdiction, list.name));
    }
    sentences.push(format!("Register {}, as of {}", register.id, register.as_of));
    sentences.iter().map(|sentence| sentence.trim_end_matches('.')).collect::<Vec<_>>().join(". ") + "."
}

fn position(board: &Board, measure: MeasureIndex, column: Column) -> String {
    let (cell, area) = (board.cell(measure, column), board.area_of(measure));
    let name = &board.jurisdiction(column).name;
    let level = match cell.answer {
        Answer::Known(level) => words::level(level),
        answer => words::answer(answer),
    };
    let mut sentences = vec![format!("{name}, {}: {level}", board.measure(measure).title)];
    if let Some(position) = board.position(cell) {
        sentences.extend(position.status.map(|status| words::capitalised(status.words())));
        let prose = [position.headline, position.instrument].map(|prose| board.text(prose).into_owned());
        sentences.extend(prose.into_iter().filter(|text| !text.is_empty()));
        sentences.extend(position.sources.iter().map(|source| reference(board, source)));
    }
    sentences.push(format!("Scorecard {}, as of {}", area.id, area.as_of));
    sentences.iter().map(|sentence| sentence.trim_end_matches('.')).collect::<Vec<_>>().join(". ") + "."
}

fn reference(board: &Board, source: &Source) -> String {
    let text = |prose| board.text(prose).into_owned();
    let date = source.date.map_or(String::new(), |date| date.to_string());
    let parts = [text(source.title), text(source.publisher), date, text(source.url)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
