use super::Case;
use super::look::{Depth, Looks, Shown};
use crate::diagnostic::Problem;
use crate::diagnostic::catalogue::ALIKE;
use crate::format::Paint;

const LEVELS: [&str; 5] = ["level-0", "level-1", "level-2", "level-3", "level-4"];
const BANDS: [&str; 5] = ["band-same", "band-narrow", "band-material", "band-wide", "band-opposite"];

/// The least contrast between two grounds that are told apart at a glance.
const GROUNDS: f32 = 1.3;
/// The least contrast between the cell of the cursor and its row: it has to be found without looking for it.
const CURSOR: f32 = 3.0;
/// Each band is at least so much stronger than the one before it.
const STRONGER: f32 = 1.1;

pub(super) fn judge(case: Case<'_>, depth: Depth, problems: &mut Vec<Problem>) {
    let looks = case.looks(depth);
    for (role, other, needs) in
        [("selection", "canvas", GROUNDS), ("cursor", "canvas", GROUNDS), ("cursor", "selection", CURSOR)]
    {
        if !stands_out(&looks, role, other, needs) {
            let message = format!("{}`{role}` looks like `{other}`", depth.place());
            problems.push(
                case.problem(&ALIKE, &[role, other, "canvas"], message).label("not seen at a glance").help(
                    format!("give it a ground with a contrast of {needs:.1}:1 to the other's, or reverse it"),
                ),
            );
        }
    }
    levels(case, &looks, problems);
    if depth == Depth::True {
        bands(case, &looks, problems);
    }
}

/// Whether a place stands out from another: by its ground, or by what does not need colours.
fn stands_out(looks: &Looks<'_>, role: &str, other: &str, needs: f32) -> bool {
    let modifiers = |role| {
        let Paint { bold, underline, reverse, .. } = looks.paint(role);
        [bold, underline, reverse]
    };
    match (looks.look(role).ground, looks.look(other).ground) {
        (Some(one), Some(two)) if looks.depth == Depth::True => one.contrast(two) >= needs,
        (one, two) => one != two || modifiers(role) != modifiers(other),
    }
}

/// Levels next to each other differ in lightness and lead away from the canvas. A theme without colours has the digits.
fn levels(case: Case<'_>, looks: &Looks<'_>, problems: &mut Vec<Problem>) {
    let ground = |role: &str| looks.look(role).ground;
    let Some(canvas) = ground("canvas") else { return };
    for pair in LEVELS.windows(2) {
        let (Some(lower), Some(higher)) = (ground(pair[0]), ground(pair[1])) else { continue };
        if !is_a_step(looks.depth, canvas, lower, higher) {
            let message =
                format!("{}`{}` is not one step on from `{}`", looks.depth.place(), pair[1], pair[0]);
            let is = lower.contrast(higher);
            problems.push(
                case.problem(&ALIKE, &[pair[1], pair[0], "canvas"], message)
                    .label(format!("{is:.2}:1 between their grounds, and {GROUNDS:.1}:1 is needed"))
                    .help("lead the grounds of the levels away from the canvas, each a step further"),
            );
        }
    }
}

fn is_a_step(depth: Depth, canvas: Shown, lower: Shown, higher: Shown) -> bool {
    match depth {
        Depth::True => lower.contrast(higher) >= GROUNDS && higher.contrast(canvas) > lower.contrast(canvas),
        Depth::Sixteen => lower != higher,
    }
}

/// A wider gap is a stronger mark.
fn bands(case: Case<'_>, looks: &Looks<'_>, problems: &mut Vec<Problem>) {
    let strength = |role: &str| looks.look(role).contrast(case.whole.background);
    for pair in BANDS.windows(2) {
        let (Some(narrower), Some(wider)) = (strength(pair[0]), strength(pair[1])) else { continue };
        if wider < narrower * STRONGER {
            let message = format!("`{}` is not stronger than `{}`", pair[1], pair[0]);
            problems.push(
                case.problem(&ALIKE, &[pair[1], pair[0], "canvas"], message)
                    .label(format!("{wider:.1}:1 after {narrower:.1}:1"))
                    .help("let the contrast of the bands rise with the width of the gap"),
            );
        }
    }
}
