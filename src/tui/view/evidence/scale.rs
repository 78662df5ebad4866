//! The strip in full: the five levels side by side, who stands at each, and the gap between the poles below them.

use std::collections::BTreeMap;

use crate::analysis::{Reach, Standing, Strip, Unit};
use crate::report::words::{plural, share};
use crate::scorecard::{Board, Column, Level, MeasureIndex};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widget::page::Writer;
use crate::tui::widget::pen::width;

type Line = Vec<(Role, String)>;

/// Writes the strip of a measure.
pub(super) fn write(page: &mut Writer, model: &Model, measure: MeasureIndex) {
    let room = usize::from(page.width() / 5).max(6);
    let strip = model.figures.strip(measure);
    levels(page, model, measure, room);
    who(page, model, measure, &strip, room);
    if let Some(bracket) = bracket(model, measure, room) {
        page.line(bracket);
    }
    middle(page, model, measure);
    let apart = standing_apart(model, measure, &strip);
    if !apart.is_empty() {
        page.field(
            "Stands apart:",
            &format!("{}, two steps or more from a group close together", apart.join(" ")),
        );
    }
    let outside = [("Unknown:", labels(&model.board, &strip.unknown))];
    for (label, codes) in outside {
        page.field(label, &codes.join(" "));
    }
}

/// Who is far from a middle that most of the others are close to.
fn standing_apart(model: &Model, measure: MeasureIndex, strip: &Strip) -> Vec<String> {
    let tally = model.figures.tally(measure);
    let levels = Level::all().zip(&strip.levels).filter(|&(level, _)| tally.stands_apart(level));
    levels.flat_map(|(_, units)| labels(&model.board, units)).collect()
}

/// The digits, each on the hue of its level, with the beginning of its sentence where there is room.
fn levels(page: &mut Writer, model: &Model, measure: MeasureIndex, room: usize) {
    let scale = &model.board.measure(measure).scale;
    let mut line: Line = Vec::new();
    for level in Level::all() {
        let sentence = model.board.text(scale[usize::from(level.number())]);
        line.push((Role::level(level), format!(" {level} ")));
        let words = if room >= 24 {
            shortened(&sentence, room - 5, model.glyph_set().ellipsis)
        } else {
            String::new()
        };
        line.push((Role::Muted, padded(&format!(" {words}"), room - 3)));
    }
    page.line(line);
}

/// The units of the group under their levels; the poles in their colours, also where they are outside the group.
fn who(page: &mut Writer, model: &Model, measure: MeasureIndex, strip: &Strip, room: usize) {
    let poles = model.figures.comparison().poles;
    let side = |unit: &Unit| poles.iter().position(|&pole| pole == unit.representative);
    let mut columns: Vec<Vec<Line>> = Vec::new();
    for (level, units) in strip.levels.iter().enumerate() {
        let reference = references(model, measure, strip, level);
        let mut lines: Vec<Line> = vec![Vec::new()];
        let mut used = 0;
        let labelled = units.iter().zip(labels(&model.board, units)).map(|(unit, text)| (side(unit), text));
        for (side, text) in reference.into_iter().chain(labelled) {
            let needed = usize::from(width(&text)) + 1;
            if used > 0 && used + needed > room {
                lines.push(Vec::new());
                used = 0;
            }
            let role = side.map_or(Role::Text, |pole| [Role::SideFirst, Role::SideSecond][pole]);
            if let Some(line) = lines.last_mut() {
                line.push((role, format!("{text} ")));
            }
            used += needed;
        }
        columns.push(lines);
    }
    let height = columns.iter().map(Vec::len).max().unwrap_or(0);
    for row in 0..height {
        let mut line: Line = Vec::new();
        for column in &columns {
            let parts = column.get(row).map(Vec::as_slice).unwrap_or_default();
            let used: usize = parts.iter().map(|(_, text)| usize::from(width(text))).sum();
            line.extend(parts.iter().cloned());
            line.push((Role::Text, " ".repeat(room.saturating_sub(used))));
        }
        page.line(line);
    }
}

/// The poles that stand at a level without being part of the group: references, marked by a star.
fn references(
    model: &Model,
    measure: MeasureIndex,
    strip: &Strip,
    level: usize,
) -> Vec<(Option<usize>, String)> {
    let units = || strip.levels.iter().chain([&strip.unknown]).flatten();
    let shown = |pole: Column| units().any(|unit| unit.representative == pole);
    let stands = |pole: Column| {
        let answer = model.figures.grid().standing(measure, pole);
        matches!(answer, Standing::Known(found) if usize::from(found.number()) == level)
    };
    let poles = model.figures.comparison().poles.into_iter().enumerate();
    poles
        .filter(|&(_, pole)| !shown(pole) && stands(pole))
        .map(|(side, pole)| (Some(side), format!("{}*", model.board.jurisdiction(pole).code)))
        .collect()
}

/// Units as marks: `EU (+4)` is a union with four members that inherit.
fn labels(board: &Board, units: &[Unit]) -> Vec<String> {
    let code = |unit: &Unit| board.jurisdiction(unit.representative).code.to_string();
    units
        .iter()
        .map(
            |unit| {
                if unit.with.is_empty() {
                    code(unit)
                } else {
                    format!("{} (+{})", code(unit), unit.with.len())
                }
            },
        )
        .collect()
}

/// The gap drawn as a bracket from one pole's level to the other's.
fn bracket(model: &Model, measure: MeasureIndex, room: usize) -> Option<Line> {
    let gap = model.figures.gap(measure);
    let steps = usize::from(gap.width().filter(|&steps| steps > 0)?);
    let low = match (gap.fuller()?, gap.first.reach, gap.second.reach) {
        (0, _, Reach::Known { hi, .. }) | (1, Reach::Known { hi, .. }, _) => usize::from(hi.number()),
        _ => return None,
    };
    let [left, line, right] = model.glyph_set().bracket;
    let text = format!(" gap {steps} ");
    let inner = (steps * room).saturating_sub(1);
    let before = inner.saturating_sub(text.len()) / 2;
    let after = inner.saturating_sub(text.len() + before);
    let picture = format!(
        "{}{left}{}{text}{}{right}",
        " ".repeat(low * room + 1),
        line.repeat(before),
        line.repeat(after)
    );
    Some(vec![(Role::Accent, picture)])
}

/// The levels that cost the fewest steps, as an interval and never as a target.
fn middle(page: &mut Writer, model: &Model, measure: MeasureIndex) {
    let tally = model.figures.tally(measure);
    let Some([low, high]) = tally.median() else { return };
    let mut parts: Vec<String> = tally.label().map(|label| label.words().to_owned()).into_iter().collect();
    parts.push(format!("middle of the group: {low} to {high}"));
    if let (Some(lo), Some(hi)) = (tally.agreement_lo(), tally.agreement_hi())
        && tally.unknown() > 0
    {
        parts.push(format!("agreement between {} and {}, whatever the unknown is", share(lo), share(hi)));
    }
    page.field("Group:", &parts.join("; "));
    let costs: Vec<String> = pointed_at(model, measure)
        .into_iter()
        .map(|(level, who)| {
            let cost = tally.cost(level);
            format!("{level} ({who}) {}, {} would move", plural(cost.steps as usize, "step"), cost.moving)
        })
        .collect();
    page.field("To stand at one level:", &costs.join("; "));
}

/// The levels that are looked at side by side: the middle, the poles' and the most frequent one; each once, with
/// what it is.
fn pointed_at(model: &Model, measure: MeasureIndex) -> BTreeMap<Level, String> {
    let tally = model.figures.tally(measure);
    let mut levels: BTreeMap<Level, String> = BTreeMap::new();
    let mut add = |level: Level, who: &str| {
        let known = levels.entry(level).or_default();
        if !known.is_empty() {
            known.push_str(", ");
        }
        known.push_str(who);
    };
    let middle = tally.median().map(|[low, high]| if low == high { vec![low] } else { vec![low, high] });
    for level in middle.into_iter().flatten() {
        add(level, "middle");
    }
    for pole in model.figures.comparison().poles {
        if let Standing::Known(level) = model.figures.grid().standing(measure, pole) {
            add(level, model.board.jurisdiction(pole).code.as_str());
        }
    }
    for level in tally.modes() {
        add(level, "most");
    }
    levels
}

fn padded(text: &str, room: usize) -> String {
    let used = usize::from(width(text));
    format!("{text}{}", " ".repeat(room.saturating_sub(used)))
}

fn shortened(text: &str, room: usize, ellipsis: &str) -> String {
    if usize::from(width(text)) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for word in text.split_whitespace() {
        if usize::from(width(&kept)) + usize::from(width(word)) + 2 > room {
            break;
        }
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.push_str(word);
    }
    kept + ellipsis
}
