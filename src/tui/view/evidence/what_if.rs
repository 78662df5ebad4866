//! What-ifs in a detail: what is supposed beside what the files say, and what it changes.

use super::heading;
use crate::analysis::{Estimate, Gap};
use crate::report::words::{self, Mark, NO_VALUE, counts_sentence, plural, share};
use crate::scorecard::{Answer, Column, MeasureIndex};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widget::page::Writer;

/// The supposed level of a cell and the one the file says, each with its sentence of the rubric.
pub(super) fn of_cell(page: &mut Writer, model: &Model, index: MeasureIndex, column: Column) {
    let board = &model.board;
    let cell = board.cell(index, column);
    if !cell.supposed {
        return;
    }
    let recorded = board.recorded(index, column);
    let name = |column: Column| board.jurisdiction(column).short_name();
    let mut whose = String::new();
    if cell.root != column {
        whose = format!(", taken over from {}", name(cell.root));
    } else if recorded.root != column {
        whose = format!(", on its own instead of what {} has", name(recorded.root));
    }
    let glyph = Mark::Supposed.glyph(model.glyphs);
    let sentence = |answer| rubric(model, index, answer);
    let supposed = format!("{glyph} What-if: {}{whose}. ", words::answer(cell.answer));
    said(page, Role::Changed, &supposed, &sentence(cell.answer));
    let lens = model.figures.comparison().lens;
    let seen = lens.answer(board, recorded);
    let mut says = format!("The file says: {}", words::answer(recorded.answer));
    if seen != recorded.answer {
        says = format!("{says} ({}: {})", words::lens(lens), words::answer(seen));
    }
    if let Some(base) = model.what_if.base((index, column)).filter(|&base| base != recorded.answer) {
        says = format!("{says}, and said {} when this was supposed", words::answer(base));
    }
    said(page, Role::Muted, &format!("{says}. "), &sentence(recorded.answer));
    page.gap();
}

/// Who says which level, and the sentence of the rubric behind it where there is one.
fn said(page: &mut Writer, role: Role, lead: &str, sentence: &str) {
    if sentence.is_empty() {
        page.paragraph(role, lead);
    } else {
        page.hanging(&[(role, lead)], Role::Text, sentence);
    }
}

fn rubric(model: &Model, index: MeasureIndex, answer: Answer) -> String {
    let scale = &model.board.measure(index).scale;
    let prose = answer.level().map(|level| scale[usize::from(level.number())]);
    prose.map(|prose| model.board.text(prose).into_owned()).unwrap_or_default()
}

/// What is supposed on a measure, and its gap and rank before and after.
pub(super) fn of_measure(page: &mut Writer, model: &Model, index: MeasureIndex) {
    let Some(before) = model.what_if.before() else { return };
    let board = &model.board;
    let (was, is) = (before.gap(index), model.figures.gap(index));
    let supposed = board.supposed().levels.range((index, Column(0))..(MeasureIndex(index.0 + 1), Column(0)));
    let mut parts: Vec<String> = supposed
        .map(|(&(_, column), &answer)| {
            let recorded = board.recorded(index, column).answer;
            let code = board.jurisdiction(column).code;
            format!("{code} {} instead of {}", words::answer(answer), words::answer(recorded))
        })
        .collect();
    let changed = |what: &str, was: String, is: String| (was != is).then(|| format!("{what} {was} to {is}"));
    let codes = model.figures.comparison().poles.map(|pole| board.jurisdiction(pole).code);
    let gap = |gap: &Gap| match gap.width() {
        Some(0) | None => words::band(gap.band).to_owned(),
        Some(_) => words::fuller(gap, [codes[0].as_str(), codes[1].as_str()]),
    };
    let rank = |gap: &Gap| if gap.rank.is_some() { words::rank(gap) } else { "no rank".to_owned() };
    parts.extend(changed("gap: from", gap(was), gap(is)));
    parts.extend(changed("rank: from", rank(was), rank(is)));
    if parts.is_empty() {
        return;
    }
    let glyph = format!("{} What-if: ", Mark::Supposed.glyph(model.glyphs));
    page.hanging(&[(Role::Changed, &glyph)], Role::Text, &parts.join("; "));
    page.gap();
}

/// The counts and the agreement of an area without the what-ifs, where they are others.
pub(super) fn of_area(page: &mut Writer, model: &Model, area: usize) {
    let Some(before) = model.what_if.before() else { return };
    let supposed = model.board.supposed();
    let measures = model.board.areas[area].measures.clone();
    let levels = measures.clone().filter(|&measure| supposed.in_measure(MeasureIndex(measure))).count();
    let (was, is) = (&before.areas()[area], &model.figures.areas()[area]);
    if levels == 0 && was == is {
        return;
    }
    let glyph = Mark::Supposed.glyph(model.glyphs);
    heading(page, &format!("{glyph} What-ifs on {}", plural(levels, "measure")));
    page.field("Before:", &counts_sentence(&was.counts));
    let percent = |estimate: &Estimate| estimate.shown().map_or_else(|| NO_VALUE.to_owned(), share);
    let agreement = format!("{} before, {} now", percent(&was.alignment), percent(&is.alignment));
    page.field("The group with itself:", &agreement);
    let [first, second] = model.figures.comparison().poles;
    let pair =
        |figures: &crate::analysis::Figures| percent(&figures.pair(first, second).areas[area].alignment);
    let codes = [first, second].map(|column| model.board.jurisdiction(column).code);
    let label = format!("{} and {}:", codes[0], codes[1]);
    page.field(&label, &format!("{} before, {} now", pair(before), pair(&model.figures)));
    page.gap();
}
