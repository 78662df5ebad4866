//! One gap after the other in words, for those who walk them line by line.

use super::basis::Basis;
use super::document::Document;
use super::gaps::in_words;
use super::words;
use crate::analysis::{Gap, Side};
use crate::scorecard::Column;

/// A gap between the poles in words: the measure, how wide it is, where each pole stands and why it matters. `number`
/// is its place among `of` gaps, from 1.
pub fn gap(basis: &Basis<'_>, gap: &Gap, number: usize, of: usize) -> Document {
    let board = basis.board;
    let measure = board.measure(gap.measure);
    let area = &board.area_of(gap.measure).title;
    let mut document = Document::titled(format!("Gap {number} of {of}: {}. Area: {area}.", measure.title));
    document.paragraph(words::capitalised(&format!("{}.", in_words(gap, basis.poles()))));
    let poles = basis.figures.comparison().poles;
    for (pole, side) in poles.into_iter().zip([&gap.first, &gap.second]) {
        document.paragraph(standing(basis, gap, pole, side));
    }
    let next = basis.next_step(gap.measure);
    if !next.is_empty() {
        document.paragraph(format!("Next step: {next}"));
    }
    let why = board.text(measure.why);
    if !why.is_empty() {
        document.paragraph(format!("Why it matters: {why}"));
    }
    document
}

/// Where a pole stands: its level, what the rubric says of it, its headline.
fn standing(basis: &Basis<'_>, gap: &Gap, pole: Column, side: &Side) -> String {
    let board = basis.board;
    let cell = board.cell(gap.measure, pole);
    let reach = words::reach(side.reach);
    let what_if = if basis.supposes(gap.measure, pole, side) { ", a what-if" } else { "" };
    let level = if cell.answer.level().is_some() { format!("level {reach}") } else { reach };
    let headline = board.position(cell).map(|position| words::headline(board, position)).unwrap_or_default();
    let rubric =
        cell.answer.level().map(|level| &board.measure(gap.measure).scale[usize::from(level.number())]);
    let rubric = rubric.map(|prose| board.text(*prose)).unwrap_or_default();
    let parts = [&*headline, &*rubric].into_iter().filter(|part| !part.is_empty());
    let told: Vec<&str> = parts.map(|part| part.trim_end_matches('.')).collect();
    let name = &board.jurisdiction(pole).name;
    if told.is_empty() {
        format!("{name}: {level}{what_if}.")
    } else {
        format!("{name}: {level}{what_if}. {}.", told.join(". Rubric: "))
    }
}
