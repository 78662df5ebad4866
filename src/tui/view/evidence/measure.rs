use super::{caveats, field, heading, scale, sources, what_if};
use crate::analysis::{Gap, Side};
use crate::report::words::{self, Mark, share};
use crate::scorecard::{Answer, Column, Competence, Measure, MeasureIndex};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widget::page::Writer;

/// A measure and its gap: how the poles stand, how the group stands, and the evidence of both poles.
pub(super) fn write(page: &mut Writer, model: &Model, index: MeasureIndex) {
    let (board, gap) = (&model.board, model.figures.gap(index));
    let measure = board.measure(index);
    what_if::of_measure(page, model, index);
    summary(page, model, gap);
    let poles = model.figures.comparison().poles;
    let sides = poles.into_iter().zip([(&gap.first, Role::SideFirst), (&gap.second, Role::SideSecond)]);
    for (pole, (side, role)) in sides.clone() {
        pole_in_words(page, model, index, pole, side, role);
    }
    page.gap();
    scale::write(page, model, index);
    page.gap();
    page.paragraph(Role::Muted, &model.gap_order(index));
    page.gap();
    field(page, board, "Question:", measure.question);
    for (pole, (_, role)) in sides.clone() {
        evidence(page, model, index, pole, role);
    }
    heading(page, "Why it matters");
    page.paragraph(Role::Text, &board.text(measure.why));
    weight(page, model, index, measure, gap);
    page.paragraph(Role::Muted, competence(measure));
    if let Some(relation) = measure.relation {
        page.field("The regimes are", &format!("{}. {}", relation.key(), board.text(measure.relation_note)));
    }
    rubric(page, model, measure);
    caveats(page, board, index, None);
}

/// The gap in words, with what else is to know of it.
fn summary(page: &mut Writer, model: &Model, gap: &Gap) {
    let code = |column: Column| model.board.jurisdiction(column).code;
    let [first, second] = model.figures.comparison().poles.map(code);
    let mut parts = vec![words::band(gap.band).to_owned()];
    if gap.fuller().is_some() {
        parts.push(words::fuller(gap, [first.as_str(), second.as_str()]));
    }
    parts.extend(words::could_be(gap));
    parts.extend(gap.tags.iter().map(|tag| tag.words().to_owned()));
    page.flowing(&[(Role::Title, &parts.join(&format!(" {} ", model.glyph_set().dot)))]);
}

/// One pole in a line: code, level, mark and headline.
fn pole_in_words(
    page: &mut Writer,
    model: &Model,
    index: MeasureIndex,
    pole: Column,
    side: &Side,
    role: Role,
) {
    let board = &model.board;
    let cell = model.figures.cell(board, index, pole);
    let mark = Mark::of_cell(board, pole, cell).map_or(' ', |mark| mark.glyph(model.glyphs));
    let code = format!("{:<3}", board.jurisdiction(pole).code.as_str());
    let level = match cell.answer {
        Answer::Known(level) => (Role::level(level), format!(" {level}{mark} ")),
        _ => (Role::LevelUnknown, format!(" {mark}  ")),
    };
    let headline = board.position(cell).map(|position| words::headline(board, position)).unwrap_or_default();
    let union_act = if side.members_decide { "Union act, does not count: " } else { "" };
    let text = if headline.is_empty() { "no entry".to_owned() } else { format!("{union_act}{headline}") };
    page.hanging(&[(role, &code), (level.0, &level.1), (Role::Text, " ")], Role::Text, &text);
    if let Some([low, high]) = side.members.and_then(crate::analysis::Reach::levels) {
        let span = if low == high { format!("at {low}") } else { format!("from {low} to {high}") };
        let who = if side.members_decide { "the members decide, and stand" } else { "its members stand" };
        page.hanging(&[(Role::Text, "        ")], Role::Muted, &format!("{who} {span}"));
    }
}

/// What is behind a pole's level.
pub(super) fn evidence(page: &mut Writer, model: &Model, index: MeasureIndex, pole: Column, role: Role) {
    let board = &model.board;
    let Some(position) = board.position(board.cell(index, pole)) else { return };
    page.gap();
    page.paragraph(role, &board.jurisdiction(pole).name);
    field(page, board, "Instrument:", position.instrument);
    super::cell::coming(page, model, position);
    page.paragraph(Role::Text, &board.text(position.summary));
    sources(page, model, position);
}

fn weight(page: &mut Writer, model: &Model, index: MeasureIndex, measure: &Measure, gap: &Gap) {
    let weights = model.figures.grid().weights();
    let own = words::millionths(u64::from(weights.measure(index)) * 1000);
    let mut parts = vec![format!("{}{own}", model.glyph_set().times)];
    parts.extend(weights.effective(index).map(|part| format!("{} of all weight", share(part))));
    let steps = gap.share.filter(|_| gap.width() > Some(0));
    parts.extend(steps.map(|part| format!("{} of all weighted steps between the poles", share(part))));
    page.field("Weight:", &parts.join(", "));
    page.paragraph(Role::Muted, &model.board.text(measure.weight_note));
}

fn competence(measure: &Measure) -> &'static str {
    match measure.competence {
        Competence::Eu => "The Union decides; members inherit.",
        Competence::Shared => "Shared between the Union and its members.",
        Competence::MemberState => "The members decide; the Union act does not count.",
    }
}

/// All five sentences of the rubric.
fn rubric(page: &mut Writer, model: &Model, measure: &Measure) {
    heading(page, "Rubric");
    for (level, &prose) in crate::scorecard::Level::all().zip(&measure.scale) {
        page.hanging(
            &[(Role::level(level), &format!(" {level} ")), (Role::Text, " ")],
            Role::Text,
            &model.board.text(prose),
        );
    }
}
