use super::area::agreement;
use super::heading;
use crate::analysis::{Counts, PairArea};
use crate::report::words::{self, YARDSTICK, counts_in_short, counts_sentence, plural};
use crate::scorecard::{Column, MeasureIndex};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widget::page::Writer;

/// How many of the measures that lie widest apart are listed.
const WIDEST: usize = 8;
/// How many of the others are listed at both ends.
const ENDS: usize = 4;

/// Two jurisdictions: counts first, then the percentage with its bounds and coverage, then where they differ most.
pub(super) fn write(page: &mut Writer, model: &Model, first: Column, second: Column) {
    let Some(pair) = model.sheets.blocs.pairs().and_then(|pairs| pairs.get(first, second)) else {
        page.paragraph(Role::Text, "Computing.");
        return;
    };
    let code = |column: Column| model.board.jurisdiction(column).code;
    page.paragraph(Role::Title, &counts_sentence(&pair.counts));
    page.paragraph(Role::Text, &fuller(&pair.counts, code(first).as_str(), code(second).as_str()));
    page.gap();
    agreement(page, &format!("{} and {}", code(first), code(second)), &pair.alignment);
    if pair.counts.agree_in_absence() {
        page.paragraph(Role::Text, &format!("{} {}.", words::absence(model.glyphs), words::ABSENCE_NOTE));
    }
    page.paragraph(Role::Muted, YARDSTICK);
    widest(page, model, [first, second]);
}

fn fuller(counts: &Counts, first: &str, second: &str) -> String {
    format!("{first} is fuller on {}, {second} on {}.", counts.first_fuller, counts.second_fuller)
}

/// The measures on which two lie widest apart, of those that the filter leaves.
fn widest(page: &mut Writer, model: &Model, sides: [Column; 2]) {
    let steps = |measure: MeasureIndex| model.figures.grid().steps(measure, sides[0], sides[1]);
    let left = model.board.measure_indexes().filter(|&measure| model.filtering.has(measure));
    let mut far: Vec<(u8, MeasureIndex)> =
        left.filter_map(|measure| Some((steps(measure)?, measure))).filter(|&(steps, _)| steps > 0).collect();
    far.sort_by_key(|&(steps, measure)| (std::cmp::Reverse(steps), measure));
    if far.is_empty() {
        return;
    }
    heading(page, "Widest apart");
    for &(steps, measure) in far.iter().take(WIDEST) {
        let levels = sides.map(|side| {
            let level = model.figures.cell(&model.board, measure, side).answer.level();
            level.map_or(words::NO_VALUE.to_owned(), |level| level.number().to_string())
        });
        let [first, second] = sides.map(|side| model.board.jurisdiction(side).code);
        let shade = model.glyph_set().shades[usize::from(steps.clamp(1, 4)) - 1];
        let lead = format!(" {first} {} {second} {} ", levels[0], levels[1]);
        let title = model.board.measure(measure).short_title();
        page.hanging(&[(Role::band(steps), shade), (Role::Muted, &lead)], Role::Text, title);
    }
    if far.len() > WIDEST {
        page.paragraph(Role::Muted, &format!("and {} more", far.len() - WIDEST));
    }
}

/// One jurisdiction: how it stands to each pole, and who is nearest and farthest.
pub(super) fn write_jurisdiction(page: &mut Writer, model: &Model, column: Column) {
    let (board, blocs) = (&model.board, &model.sheets.blocs);
    let Some(pairs) = blocs.pairs() else {
        page.paragraph(Role::Text, "Computing.");
        return;
    };
    for pole in model.figures.comparison().poles.into_iter().filter(|&pole| pole != column) {
        let Some(pair) = pairs.get(column, pole) else { continue };
        page.field(&format!("With {}:", board.jurisdiction(pole).code), &counts_sentence(&pair.counts));
        agreement(page, "Agreement", &pair.alignment);
        page.gap();
    }
    let mut others: Vec<(f64, Column, PairArea)> = blocs
        .order()
        .iter()
        .filter_map(|&other| {
            let pair = pairs.get(column, other)?;
            Some((pair.alignment.shown()?, other, pair))
        })
        .collect();
    others.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let lists = [
        ("Nearest", others.len().min(ENDS), 0),
        ("Farthest", others.len().saturating_sub(ENDS).min(ENDS), 1),
    ];
    for (title, count, end) in lists.into_iter().filter(|&(_, count, _)| count > 0) {
        heading(page, title);
        let shown: Vec<_> = if end == 0 {
            others.iter().take(count).collect()
        } else {
            others.iter().rev().take(count).collect()
        };
        for (alignment, other, pair) in shown {
            let absence = if pair.counts.agree_in_absence() { words::absence(model.glyphs) } else { "" };
            let lead = format!("{} {}{absence} ", board.jurisdiction(*other).code, words::share(*alignment));
            page.hanging(&[(Role::Muted, &lead)], Role::Text, &counts_in_short(&pair.counts));
        }
    }
    page.gap();
    page.paragraph(Role::Text, &model.group_order(column));
    camp(page, model, column);
    page.paragraph(Role::Muted, YARDSTICK);
}

/// Whom a jurisdiction shares its camp with, where camps are clear.
fn camp(page: &mut Writer, model: &Model, column: Column) {
    let Some(structure) = model.sheets.blocs.pairs().map(crate::analysis::Pairs::structure) else { return };
    page.paragraph(Role::Text, &words::missing_sentence(&model.board, structure));
    let Some(camps) = structure.camps() else { return };
    let place = structure.columns().iter().position(|&other| other == column);
    let own = camps.parts.iter().find(|part| place.is_some_and(|place| part.contains(&place)));
    match own.filter(|_| camps.are_clear()) {
        Some(own) if own.len() > 1 => page.field("Its camp:", &plural(own.len(), "jurisdiction")),
        Some(_) => page.paragraph(Role::Text, "In a camp of its own."),
        None => page.paragraph(Role::Text, &words::camps_sentence(&model.board, structure)),
    }
}
