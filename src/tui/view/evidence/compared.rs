use super::{caveats, field, heading};
use crate::analysis::{Gap, Profile, Reach, Side};
use crate::report::compare::{labels, members_in_words};
use crate::report::words;
use crate::scorecard::MeasureIndex;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widget::page::Writer;

/// A measure and its gap between the two that are compared: both headlines and both sentences of the rubric side by
/// side, then the evidence of both.
pub(super) fn write(page: &mut Writer, model: &Model, index: MeasureIndex) {
    let Some(gap) = model.sheets.compare.gap(index) else { return };
    let board = &model.board;
    let profiles = model.profiles();
    summary(page, model, gap, profiles);
    let [first, second] = profiles;
    page.beside(
        &told(model, first, &gap.first, Role::SideFirst, index),
        &told(model, second, &gap.second, Role::SideSecond, index),
    );
    page.gap();
    let measure = board.measure(index);
    field(page, board, "Question:", measure.question);
    let roles = [Role::SideFirst, Role::SideSecond];
    let shown = if first.column == second.column { 1 } else { 2 };
    for (profile, role) in profiles.into_iter().zip(roles).take(shown) {
        super::measure::evidence(page, model, index, profile.column, role);
    }
    heading(page, "Why it matters");
    page.paragraph(Role::Text, &board.text(measure.why));
    caveats(page, board, index, None);
}

/// The gap in words, with what else is to know of it.
fn summary(page: &mut Writer, model: &Model, gap: &Gap, profiles: [Profile; 2]) {
    let labels = labels(&model.board, profiles);
    let mut parts = vec![words::band(gap.band).to_owned()];
    if gap.fuller().is_some() {
        parts.push(words::fuller(gap, labels.each_ref().map(String::as_str)));
    }
    parts.extend(words::could_be(gap));
    parts.extend(gap.tags.iter().map(|tag| tag.words().to_owned()));
    page.flowing(&[(Role::Title, &parts.join(&format!(" {} ", model.glyph_set().dot)))]);
}

/// What one of the two says: its name and level, its headline, and what the rubric says of the level.
fn told(
    model: &Model,
    profile: Profile,
    side: &Side,
    role: Role,
    index: MeasureIndex,
) -> Vec<(Role, String)> {
    let board = &model.board;
    let name = board.jurisdiction(profile.column).short_name();
    let reach = words::reach(side.reach);
    let level = if side.reach.levels().is_some() { format!("level {reach}") } else { reach };
    let mut told = vec![(role, format!("{name}: {level}, {}", words::lens(profile.lens)))];
    let position = board.position(board.cell(index, profile.column));
    let headline = position.map(|position| words::headline(board, position)).unwrap_or_default();
    if side.members_decide {
        told.push((Role::Text, members_in_words(board, index, profile)));
        if !headline.is_empty() {
            told.push((Role::Muted, format!("Union act, does not count: {headline}")));
        }
    } else if headline.is_empty() {
        told.push((Role::Muted, "no entry".to_owned()));
    } else {
        told.push((Role::Text, headline));
    }
    if let Reach::Known { lo, hi } = side.reach {
        let scale = &board.measure(index).scale;
        for level in [lo, hi].into_iter().take(if lo == hi { 1 } else { 2 }) {
            let sentence = board.text(scale[usize::from(level.number())]);
            if !sentence.is_empty() {
                told.push((Role::Muted, format!("Level {level}: {sentence}")));
            }
        }
    }
    told
}
