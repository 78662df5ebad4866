use super::heading;
use crate::analysis::{Move, RankedMove};
use crate::report::words;
use crate::scorecard::{Column, Level, MeasureIndex};
use crate::tui::model::{Model, MovesForm};
use crate::tui::theme::Role;
use crate::tui::widget::page::Writer;

/// A move: from which sentence of the rubric to which, what it brings closer, who decides, and the position it changes.
pub(super) fn write(page: &mut Writer, model: &Model, measure: MeasureIndex, column: Column, to: Level) {
    let Some((row, ranked)) = model.sheets.moves.find(measure, column, to) else { return };
    let step = &ranked.step;
    summary(page, model, ranked);
    page.gap();
    for (label, level) in [("now ", step.from), ("then ", step.to)] {
        let sentence = model.board.text(model.board.measure(measure).scale[usize::from(level.number())]);
        let lead = [
            (Role::Muted, format!("{label:<5}")),
            (Role::level(level), format!(" {level} ")),
            (Role::Text, " ".to_owned()),
        ];
        let lead: Vec<(Role, &str)> = lead.iter().map(|(role, text)| (*role, &**text)).collect();
        page.hanging(&lead, Role::Text, &sentence);
    }
    page.gap();
    page.field("Who decides:", &words::decides(&model.board, measure, column));
    let carried: Vec<&str> = model
        .figures
        .carried(measure, column)
        .map(|other| model.board.jurisdiction(other).code.as_str())
        .collect();
    if !carried.is_empty() {
        page.field("Moves with it:", &carried.join(" "));
    }
    if let Some(total) = model.sheets.moves.total(row) {
        let text = format!("{} points, this move and those before it", words::points(total));
        page.field("Total:", &text);
    }
    to_the_middle(page, model, step);
    page.paragraph(Role::Muted, &model.move_order(step));
    page.gap();
    super::scale::write(page, model, measure);
    heading(page, "The position");
    super::cell::write(page, model, measure, column);
}

/// The pairs first, then the points.
fn summary(page: &mut Writer, model: &Model, ranked: &RankedMove) {
    let dot = model.glyph_set().dot;
    let step = &ranked.step;
    let parts = [
        words::step(step.from, step.to, model.glyphs),
        words::closer_and_further(step),
        format!("{} points", words::points(step.gain)),
    ];
    page.flowing(&[(Role::Title, &parts.join(&format!(" {dot} ")))]);
}

/// Step by step to the middle of the group, where that is further than the move goes; what each step gives by itself.
fn to_the_middle(page: &mut Writer, model: &Model, step: &Move) {
    let view = &model.sheets.moves;
    let Some([lower, upper]) = model.figures.tally(step.measure).median() else { return };
    let target = if step.raises() { upper } else { lower };
    let is_further = if step.raises() { target > step.to } else { target < step.to };
    if view.form == MovesForm::Sequence || !is_further {
        return;
    }
    let steps = model.figures.moves(view.objective).steps_to(step.measure, step.column, target);
    let told: Vec<String> = steps
        .iter()
        .map(|step| {
            let (change, points) = (words::step(step.from, step.to, model.glyphs), words::points(step.gain));
            format!("{change}: {}, {points}", words::closer_and_further(step))
        })
        .collect();
    page.field("To the middle of the group, step by step:", &told.join("; "));
}
