use ratatui::layout::Rect;

use super::strip;
use crate::analysis::{Gap, Reach, Side};
use crate::report::compare::members_in_words;
use crate::report::words;
use crate::scorecard::{Answer, Column, MeasureIndex, Position};
use crate::tui::model::{Model, Presentation};
use crate::tui::theme::Role;
use crate::tui::widget::page::{Page, Writer};
use crate::tui::widget::pen::Pen;

/// The columns from which the poles stand beside each other.
const BESIDE: u16 = 56;

/// The columns between them.
const GUTTER: u16 = 4;

/// The lines a gap usually takes.
const USUAL: u16 = 26;

/// Draws one gap: title and question, who stands where, and what the poles do, or the evidence for it.
pub(super) fn draw(pen: &mut Pen<'_>, model: &Model, shown: &Presentation, inside: Rect) {
    let Some(measure) = shown.measure() else { return };
    let gap = model.figures.gap(measure);
    let last = Rect { y: inside.bottom(), height: 1, ..inside };
    // On a tall screen it stands a little above the middle.
    let inside = below(inside, inside.height.saturating_sub(USUAL) / 3);
    let mut rest = write(pen, &heading(model, measure, inside.width), inside);
    foot(pen, model, shown, last);
    if shown.shows_evidence {
        sides(pen, model, gap, rest, evidence);
        return;
    }
    // A small screen gives its lines to the words.
    let large = match rest.height {
        0..16 => 1,
        16..34 => 3,
        _ => 5,
    };
    let taken = strip::draw(pen, model, measure, rest, large);
    rest = below(rest, taken + u16::from(rest.height > taken + 8));
    let mut band = words::band(gap.band).to_owned();
    if gap.fuller().is_some() {
        let poles = model.figures.comparison().poles;
        let names = poles.map(|pole| model.board.jurisdiction(pole).short_name());
        band = format!("{band}: {}", words::fuller(gap, names));
    }
    pen.say(rest.x, rest.y, rest.width, &band, Role::Title);
    rest = below(rest, 1 + u16::from(rest.height > 9));
    sides(pen, model, gap, rest, in_words);
}

fn below(area: Rect, lines: u16) -> Rect {
    let lines = lines.min(area.height);
    Rect { y: area.y + lines, height: area.height - lines, ..area }
}

/// Draws a page at the top of an area and tells what is left of it, after an empty line.
fn write(pen: &mut Pen<'_>, page: &Page, area: Rect) -> Rect {
    page.draw(pen, &[area, Rect::default()], 0);
    below(area, u16::try_from(page.len()).unwrap_or(u16::MAX).saturating_add(1))
}

fn heading(model: &Model, measure: MeasureIndex, width: u16) -> Page {
    let entry = model.board.measure(measure);
    let mut page = Writer::new(width);
    page.paragraph(Role::Title, &entry.title);
    page.paragraph(Role::Text, &model.board.text(entry.question));
    page.finish()
}

/// The number of the gap, and whose level is supposed.
fn foot(pen: &mut Pen<'_>, model: &Model, shown: &Presentation, line: Rect) {
    let number = format!("{} of {}", shown.at + 1, shown.measures().len());
    let style = pen.theme.style(Role::Muted);
    pen.right(line.x, line.y, line.width, &number, style);
    if !shown.typed.is_empty() {
        return;
    }
    let room = line.width.saturating_sub(12);
    if let Some((measure, column)) = model.supposed_whom() {
        let name = model.board.jurisdiction(column).short_name();
        let answer = model.figures.cell(&model.board, measure, column).answer;
        let now = match answer {
            Answer::Known(level) => format!("at level {level}"),
            answer => words::answer(answer),
        };
        let text = format!("What if {name} is {now}? 0 to 4 sets it, arrows choose who.");
        pen.say(line.x, line.y, room, &text, Role::Notice);
    } else if model.board.supposed().in_measure(shown.measure().unwrap_or(MeasureIndex(0))) {
        pen.say(line.x, line.y, room, "What-if: not what the files say.", Role::Notice);
    }
}

/// Both poles, beside each other where there is room.
fn sides(
    pen: &mut Pen<'_>,
    model: &Model,
    gap: &Gap,
    area: Rect,
    told: fn(&Model, &mut Writer, Column, &Side, MeasureIndex),
) {
    let beside = area.width >= BESIDE;
    let column = if beside { (area.width - GUTTER) / 2 } else { area.width };
    let poles = model.figures.comparison().poles;
    let mut rest = area;
    for (number, (pole, side)) in poles.into_iter().zip([&gap.first, &gap.second]).enumerate() {
        let mut page = Writer::new(column);
        let role = [Role::SideFirst, Role::SideSecond][number];
        let reach = words::reach(side.reach);
        let level = if side.reach.levels().is_some() { format!("level {reach}") } else { reach };
        page.paragraph(role, &format!("{}: {level}", model.board.jurisdiction(pole).name));
        told(model, &mut page, pole, side, gap.measure);
        let page = page.finish();
        if beside {
            let x = area.x + (column + GUTTER) * number as u16;
            page.draw(pen, &[Rect { x, width: column, ..area }, Rect::default()], 0);
        } else {
            rest = write(pen, &page, rest);
        }
    }
}

fn position(model: &Model, measure: MeasureIndex, column: Column) -> Option<&Position> {
    model.board.position(model.board.cell(measure, column))
}

/// What a pole does: its headline, and what the rubric says of its level.
fn in_words(model: &Model, page: &mut Writer, pole: Column, side: &Side, measure: MeasureIndex) {
    let board = &model.board;
    if side.members_decide {
        let [profile, other] = model.figures.comparison().profiles();
        let profile = if profile.column == pole { profile } else { other };
        page.paragraph(Role::Text, &members_in_words(board, measure, profile));
    } else if let Some(position) = position(model, measure, pole) {
        page.paragraph(Role::Text, &words::headline(board, position));
    }
    if let Reach::Known { lo, hi } = side.reach
        && lo == hi
    {
        let scale = &board.measure(measure).scale;
        page.paragraph(Role::Muted, &board.text(scale[usize::from(lo.number())]));
    }
}

/// What is behind a pole's level.
fn evidence(model: &Model, page: &mut Writer, pole: Column, _: &Side, measure: MeasureIndex) {
    let board = &model.board;
    let Some(position) = position(model, measure, pole) else { return };
    let status = position.status.map_or("", |status| status.words());
    let since = position.since.map_or(String::new(), |since| format!("since {since}"));
    let told = [status, &since].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
    page.paragraph(Role::Muted, &told.join(", "));
    page.paragraph(Role::Text, &board.text(position.instrument));
    page.gap();
    page.paragraph(Role::Text, &board.text(position.summary));
    page.gap();
    for source in &position.sources {
        let parts = [board.text(source.title), board.text(source.publisher)];
        let told: Vec<&str> = parts.iter().map(|part| &**part).filter(|part| !part.is_empty()).collect();
        page.hanging(
            &[(Role::Muted, model.glyph_set().bullet), (Role::Muted, " ")],
            Role::Muted,
            &told.join(", "),
        );
    }
}
