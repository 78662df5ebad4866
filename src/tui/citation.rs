//! What the cursor stands on as a citation, for pasting into a document.

use super::model::{Model, Subject};
use crate::report::words::{self, counts_sentence};
use crate::scorecard::{Answer, Board, Column, MeasureIndex, Source};

/// The citation of what the cursor stands on; nothing where there is nothing to cite. Private notes are never in it.
pub(super) fn citation(model: &Model) -> Option<String> {
    let board = &model.board;
    Some(match model.subject()? {
        Subject::Cell(measure, column) => position(board, measure, column),
        Subject::Measure(measure) => {
            let gap = model.figures.gap(measure);
            let poles = model.figures.comparison().poles.map(|pole| position(board, measure, pole));
            format!(
                "{} ({}).\n{}\n{}",
                board.measure(measure).title,
                words::band(gap.band),
                poles[0],
                poles[1]
            )
        }
        Subject::Area(area) | Subject::Agreement(area, _) => {
            let counts = counts_sentence(&model.figures.areas()[area].counts);
            format!("{}, as of {}. {counts}.", board.areas[area].title, board.areas[area].as_of)
        }
    })
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
        sentences.extend(position.status.map(|status| capitalised(status.words())));
        let prose = [position.headline, position.instrument].map(|prose| board.text(prose).into_owned());
        sentences.extend(prose.into_iter().filter(|text| !text.is_empty()));
        sentences.extend(position.sources.iter().map(|source| reference(board, source)));
    }
    sentences.push(format!("Scorecard {}, as of {}", area.id, area.as_of));
    sentences.iter().map(|sentence| sentence.trim_end_matches('.')).collect::<Vec<_>>().join(". ") + "."
}

fn capitalised(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

fn reference(board: &Board, source: &Source) -> String {
    let text = |prose| board.text(prose).into_owned();
    let date = source.date.map_or(String::new(), |date| date.to_string());
    let parts = [text(source.title), text(source.publisher), date, text(source.url)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
