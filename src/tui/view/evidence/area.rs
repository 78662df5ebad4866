use super::{heading, what_if};
use crate::analysis::{Estimate, Gap};
use crate::report::words::{self, NO_VALUE, YARDSTICK, counts_sentence, share};
use crate::scorecard::{Column, MeasureIndex};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::view::board::widest_in_words;
use crate::tui::widget::page::Writer;

/// How many of the widest gaps an area's page lists.
const WIDEST: usize = 5;
/// How many of the next steps it lists.
const SOONEST: usize = 3;

/// An area: counts first, then the widest gaps, what comes next, and the percentage behind its coverage.
pub(super) fn write(page: &mut Writer, model: &Model, area: usize) {
    let (board, figures) = (&model.board, &model.figures.areas()[area]);
    page.paragraph(Role::Title, &counts_sentence(&figures.counts));
    what_if::of_area(page, model, area);
    coming(page, model, area);
    widest(page, model, area);
    let [first, second] = model.figures.comparison().poles;
    let pair = model.figures.pair(first, second);
    let name = |column: Column| board.jurisdiction(column).code;
    heading(page, "Agreement");
    agreement(page, &format!("{} and {}", name(first), name(second)), &pair.areas[area].alignment);
    agreement(page, "The group with itself", &figures.alignment);
    page.paragraph(Role::Muted, YARDSTICK);
    instruments(page, model, area);
    heading(page, &format!("What it compares, as of {}", board.areas[area].as_of));
    page.paragraph(Role::Text, &board.text(board.areas[area].summary));
    let general: Vec<_> =
        board.areas[area].caveats.iter().filter(|caveat| caveat.applies_to.is_empty()).collect();
    if !general.is_empty() {
        heading(page, "Caveats");
        for caveat in general {
            page.paragraph(Role::Text, &board.text(caveat.text));
        }
    }
}

/// The widest gaps of the area in words.
fn widest(page: &mut Writer, model: &Model, area: usize) {
    let gaps = model.figures.gaps_of_area(&model.board.areas[area]);
    let gaps: Vec<&Gap> = gaps.filter(|gap| gap.width() > Some(0)).take(WIDEST).collect();
    if gaps.is_empty() {
        return;
    }
    heading(page, &format!("Widest gaps ({} goes there)", model.keymap.first_of("next-gap")));
    let poles = model.figures.comparison().poles;
    for gap in gaps {
        let (Some(side), Some(steps)) = (gap.fuller(), gap.width()) else { continue };
        let role = [Role::SideFirst, Role::SideSecond][side];
        let shade = model.glyph_set().shades[usize::from(steps) - 1];
        let lead = format!(" {} {steps} ", model.board.jurisdiction(poles[side]).code);
        let words = widest_in_words(model, gap.measure);
        page.hanging(&[(role, shade), (Role::Muted, &lead)], Role::Text, &words);
    }
}

/// The dated steps of the poles in the area, soonest first.
fn coming(page: &mut Writer, model: &Model, area: usize) {
    let steps = model.board.areas[area]
        .measures()
        .filter_map(|measure| Some((measure, model.overview.upcoming(measure)?)));
    let mut steps: Vec<_> = steps.collect();
    steps.sort_by_key(|(_, step)| step.date);
    if steps.is_empty() {
        return;
    }
    heading(page, "Next steps of the poles");
    for (measure, step) in steps.into_iter().take(SOONEST) {
        let date = step.date.to_string();
        page.hanging(
            &[(Role::Accent, &date), (Role::Text, " ")],
            Role::Text,
            &step_in_words(model, measure, step.column, step.step),
        );
    }
}

fn step_in_words(model: &Model, measure: MeasureIndex, column: Column, step: usize) -> String {
    let board = &model.board;
    let next = board.position(board.cell(measure, column)).and_then(|position| position.next.get(step));
    let what = next.map(|next| board.text(next.what)).unwrap_or_default();
    format!("{}, {}: {what}", board.jurisdiction(column).code, board.measure(measure).short_title())
}

/// How the poles' kinds of instrument compare, which no figure of agreement counts.
fn instruments(page: &mut Writer, model: &Model, area: usize) {
    let [first, second] = model.figures.comparison().poles;
    let found = model.figures.instruments(&model.board, first, second);
    let Some(part) = found.same_share() else { return };
    let all =
        format!("of one kind on {} of {} measures of the board ({})", found.same, found.common, share(part));
    let here = &model.board.areas[area].measures;
    let different = found.same_level_different.iter().filter(|measure| here.contains(&measure.0));
    let titles: Vec<&str> = different.map(|&measure| model.board.measure(measure).short_title()).collect();
    let same_level = if titles.is_empty() {
        String::new()
    } else {
        format!("; same level, different instrument here: {}", titles.join(", "))
    };
    page.field("Instruments:", &format!("{all}{same_level}"));
}

/// A percentage with its bounds and its coverage; never alone.
pub(super) fn agreement(page: &mut Writer, who: &str, estimate: &Estimate) {
    let coverage = estimate.coverage.map_or(NO_VALUE.to_owned(), share);
    let text = match (estimate.shown(), estimate.lo, estimate.hi) {
        (Some(value), Some(lo), Some(hi)) if share(lo) != share(hi) => {
            format!(
                "{}, between {} and {} whatever the unknowns are; {coverage} of the weight is known",
                share(value),
                share(lo),
                share(hi)
            )
        }
        (Some(value), ..) => format!("{}; {coverage} of the weight is known", share(value)),
        (None, ..) => format!("too little is known ({coverage} of the weight)"),
    };
    page.field(&format!("{who}:"), &text);
}

/// How a jurisdiction agrees with the group in an area: the number on demand, behind the counts.
pub(super) fn write_agreement(page: &mut Writer, model: &Model, area: usize, column: Column) {
    let board = &model.board;
    let (figures, overall) = (&model.figures.areas()[area], model.figures.overall());
    let name = &board.jurisdiction(column).name;
    for pole in model.figures.comparison().poles.into_iter().filter(|&pole| pole != column) {
        let pair = model.figures.pair(column, pole);
        page.field(
            &format!("With {}:", board.jurisdiction(pole).code),
            &counts_sentence(&pair.areas[area].counts),
        );
    }
    page.gap();
    let value = |share: Option<f64>| share.map_or(NO_VALUE.to_owned(), words::share);
    let reference = if model.figures.comparison().group.contains(&column) {
        ""
    } else {
        " (outside the group, for reference)"
    };
    let here = value(figures.agreement[column.index()]);
    page.paragraph(
        Role::Text,
        &format!(
            "{name} agrees with the group to {here} here and to {} over all areas{reference}.",
            value(overall.agreement[column.index()])
        ),
    );
    page.paragraph(Role::Muted, "Mean of 1 minus the steps to each other decision unit over 4, by weight. A union and the members that inherit from it count once.");
    page.paragraph(Role::Muted, YARDSTICK);
    heading(page, &format!("Measures where {name} stands apart"));
    apart(page, model, area, column);
}

/// The measures on which a jurisdiction is farthest from the middle of the group.
fn apart(page: &mut Writer, model: &Model, area: usize, column: Column) {
    let board = &model.board;
    let distance = |measure: MeasureIndex| {
        let level = model.figures.cell(board, measure, column).answer.level()?.number();
        let [low, high] = model.figures.tally(measure).median()?;
        Some(low.number().saturating_sub(level).max(level.saturating_sub(high.number())))
    };
    let measures = board.areas[area].measures();
    let mut far: Vec<_> = measures
        .filter_map(|measure| Some((distance(measure)?, measure)))
        .filter(|&(steps, _)| steps > 0)
        .collect();
    far.sort_by_key(|&(steps, measure)| (std::cmp::Reverse(steps), measure));
    if far.is_empty() {
        page.paragraph(Role::Text, "None: always in the middle of the group.");
    }
    for (steps, measure) in far.into_iter().take(WIDEST) {
        let cell = board.cell(measure, column);
        let headline = board.position(cell).map(|position| board.text(position.headline)).unwrap_or_default();
        let lead = format!("{steps} from the middle  ");
        page.hanging(
            &[(Role::Muted, &lead)],
            Role::Text,
            &format!("{}: {headline}", board.measure(measure).short_title()),
        );
    }
}
