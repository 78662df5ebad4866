use super::{caveats, field, heading, sources, what_if};
use crate::report::words::{self, Mark, plural};
use crate::scorecard::{Answer, Cell, Column, Level, Measure, MeasureIndex, Position};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widget::page::Writer;

/// The position of a jurisdiction on a measure: what it is, why this level, how sure, and where it can be read.
pub(super) fn write(page: &mut Writer, model: &Model, index: MeasureIndex, column: Column) {
    let board = &model.board;
    let (measure, cell) = (board.measure(index), model.figures.cell(board, index, column));
    let position = board.position(cell);
    what_if::of_cell(page, model, index, column);
    if let Some(position) = position {
        page.paragraph(Role::Title, &words::headline(board, position));
    }
    page.flowing(&[(Role::Text, &standing(model, measure, cell, column, position))]);
    let Some(position) = position else {
        page.paragraph(
            Role::Muted,
            "There is no entry here, so the level is unknown. It is never counted as zero.",
        );
        rubric(page, model, measure, cell);
        caveats(page, board, index, Some(column));
        return;
    };
    field(page, board, "Instrument:", position.instrument);
    rubric(page, model, measure, cell);
    coming(page, model, position);
    if position.is_withheld() {
        let marking = position.marking.key();
        page.paragraph(Role::Muted, &format!("Marked {marking}: start t12 with --private to see it."));
    }
    if let Some(contested) = &position.contested {
        let reason = board.text(contested.reason);
        page.field("Contested:", &format!("level {} is argued for. {reason}", contested.level));
    }
    if !position.summary.is_empty() {
        page.gap();
        page.paragraph(Role::Text, &board.text(position.summary));
    }
    if !position.sources.is_empty() {
        heading(page, &format!("{} (o opens)", plural(position.sources.len(), "source")));
        sources(page, model, position);
    }
    for (label, prose) in [("Reply:", position.reply), ("Note (private):", position.note)] {
        if !prose.is_empty() {
            page.gap();
            field(page, board, label, prose);
        }
    }
    caveats(page, board, index, Some(cell.root));
    others(page, model, index, cell, column);
    if let Some(review) = &position.reviewed {
        page.gap();
        page.field("Reviewed:", &format!("{} by {}", review.on, board.text(review.by)));
    }
}

/// Level, status, dates and confidence in one sentence of short parts.
fn standing(
    model: &Model,
    measure: &Measure,
    cell: Cell,
    column: Column,
    position: Option<&Position>,
) -> String {
    let board = &model.board;
    let mut parts = vec![match cell.answer {
        _ if cell.supposed => "As recorded".to_owned(),
        Answer::Known(_) => format!("Level {}", words::answer(cell.answer)),
        answer => format!("Level {}", words::answer(answer)),
    }];
    if cell.root != column {
        parts.push(format!("inherited from {}", board.jurisdiction(cell.root).name));
    }
    if let Some(position) = position {
        let through_lens = position.level != cell.answer && !cell.supposed;
        parts.extend(through_lens.then(|| format!("recorded {}", words::answer(position.level))));
        parts.extend(position.status.map(|status| status.words().to_owned()));
        parts.extend(position.level_now.map(|now| format!("today {}", words::answer(now))));
        parts.extend(position.since.map(|since| format!("since {since}")));
        parts.extend(position.usage.map(|usage| format!("use: {}", usage.key())));
        parts.extend(position.confidence.map(words::confidence));
        let approach = position.approach.and_then(|number| measure.approaches.get(usize::from(number)));
        parts.extend(approach.map(|approach| approach.name.replace('-', " ")));
    }
    parts.join(&format!(" {} ", model.glyph_set().dot))
}

/// Why this level: the sentence of this level and of the next one up.
fn rubric(page: &mut Writer, model: &Model, measure: &Measure, cell: Cell) {
    let (here, first) = match cell.answer {
        Answer::Known(level) => (Some(level), level.number()),
        Answer::Unknown | Answer::NotApplicable => (None, 0),
    };
    let last = if here.is_some() { (first + 1).min(Level::HIGHEST) } else { Level::HIGHEST };
    page.gap();
    for level in Level::all().filter(|level| (first..=last).contains(&level.number())) {
        let sentence = model.board.text(measure.scale[usize::from(level.number())]);
        let role = if Some(level) == here { Role::Text } else { Role::Muted };
        let digit = level.to_string();
        page.hanging(&[(Role::level(level), &format!(" {digit} ")), (role, " ")], role, &sentence);
    }
}

/// The dated steps that are known to come.
pub(super) fn coming(page: &mut Writer, model: &Model, position: &Position) {
    for next in &position.next {
        let date = next.date.to_string();
        let overdue = if next.date.last_day() < model.today { " (date passed)" } else { "" };
        let level = next.level.map_or(String::new(), |level| format!(" (then level {level})"));
        let text = format!("{}{level}{overdue}", model.board.text(next.what));
        page.hanging(&[(Role::Accent, &date), (Role::Text, " ")], Role::Text, &text);
    }
}

/// Who else stands at this level.
fn others(page: &mut Writer, model: &Model, index: MeasureIndex, cell: Cell, column: Column) {
    let Answer::Known(level) = cell.answer else { return };
    let board = &model.board;
    let same = board
        .columns()
        .filter(|&other| other != column && model.figures.cell(board, index, other).answer == cell.answer);
    let codes: Vec<String> = same
        .map(|other| {
            let inherited = board.cell(index, other).root != other;
            let mark =
                if inherited { Mark::Inherited.glyph(model.glyphs).to_string() } else { String::new() };
            format!("{}{mark}", board.jurisdiction(other).code)
        })
        .collect();
    page.gap();
    let who = if codes.is_empty() { "nobody else".to_owned() } else { codes.join(" ") };
    page.field(&format!("Also at {level}:"), &who);
}
