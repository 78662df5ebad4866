use super::{Command, Topic, always, goto, pair};
use crate::scorecard::MeasureIndex;
use crate::tui::message::Effect;
use crate::tui::model::{Focus, Model, View};

pub(super) const TOPIC: Topic = Topic {
    title: "Go",
    commands: &[
        Command {
            id: "open",
            title: "Open",
            help: "From an area to its matrix, a gap to its row, a cell to its evidence.",
            keys: &["<enter>"],
            argument: None,
            hint: Some("open"),
            available: |model| !model.zoomed,
            run: |model, _| open(model),
        },
        Command {
            id: "step-out",
            title: "Step out",
            help: "Takes back a step: zoom, focus, what-if, search, term, view. It never quits.",
            keys: &["<esc>"],
            argument: None,
            hint: Some("back"),
            available: |model| model.can_step_out(),
            run: |model, _| step_out(model),
        },
        Command {
            id: "next-gap",
            title: "Next gap",
            help: "Goes to the next gap of the list of gaps, and from the last to the first.",
            keys: &["J", "] g"],
            argument: None,
            hint: Some("next gap"),
            available: always,
            run: |model, _| next_gap(model, 1),
        },
        Command {
            id: "previous-gap",
            title: "Previous gap",
            help: "Goes to the previous gap, and from the first to the last.",
            keys: &["K", "[ g"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| next_gap(model, -1),
        },
        Command {
            id: "next-area",
            title: "Next area",
            help: "Goes to the next policy area.",
            keys: &["L", "] a"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| next_area(model, 1),
        },
        Command {
            id: "previous-area",
            title: "Previous area",
            help: "Goes to the previous policy area.",
            keys: &["H", "[ a"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| next_area(model, -1),
        },
        Command {
            id: "jump-back",
            title: "Jump back",
            help: "Goes back to where the last jump began.",
            keys: &["<c-o>"],
            argument: None,
            hint: None,
            available: |model| !model.trail.is_empty(),
            run: |model, _| {
                model.jump_back();
                Vec::new()
            },
        },
        Command {
            id: "board",
            title: "Board",
            help: "Where do we stand? One row an area.",
            keys: &["1", "g 1"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| view(model, View::Board),
        },
        Command {
            id: "matrix",
            title: "Matrix",
            help: "One area: every measure by every jurisdiction.",
            keys: &["2", "g 2"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| view(model, View::Matrix),
        },
        Command {
            id: "gaps",
            title: "Gaps",
            help: "What is worth the group's time: the gaps of all areas, widest first.",
            keys: &["3", "g 3"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| view(model, View::Gaps),
        },
        Command {
            id: "compare",
            title: "Compare",
            help: "Any two side by side, or one through two lenses: EU US, or EU EU@in-force.",
            keys: &["4", "g 4"],
            argument: Some(pair::TWO),
            hint: None,
            available: always,
            run: pair::compare,
        },
        Command {
            id: "blocs",
            title: "Blocs",
            help: "Who stands with whom: the alignment of every two, and the tree of it.",
            keys: &["5", "g 5"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| view(model, View::Blocs),
        },
        Command {
            id: "moves",
            title: "Moves",
            help: "What would bring the group closer, one step of one jurisdiction a row.",
            keys: &["6", "g 6"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| view(model, View::Moves),
        },
        Command {
            id: "entities",
            title: "Entities",
            help: "One company, many lists: who is listed where.",
            keys: &["7", "g 7"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| view(model, View::Entities),
        },
        Command {
            id: "timeline",
            title: "Timeline",
            help: "What changed, what is coming: every dated step on one axis.",
            keys: &["8", "g 8"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| view(model, View::Timeline),
        },
        goto::COMMAND,
    ],
};

fn view(model: &mut Model, view: View) -> Vec<Effect> {
    model.jump_to_view(view);
    Vec::new()
}

fn open(model: &mut Model) -> Vec<Effect> {
    match model.view {
        View::Board => model.jump_to_view(View::Matrix),
        View::Gaps => {
            if let Some(measure) = model.measure() {
                model.jump_to_measure(View::Matrix, measure);
            }
        }
        View::Matrix => model.zoom(true),
        view => {
            if let Some(sheet) = view.sheet() {
                (sheet.open)(model);
            }
        }
    }
    Vec::new()
}

/// Peels one layer: zoom, focus, the what-if mode (what is supposed stays), search, the last term of the filter, then the view.
fn step_out(model: &mut Model) -> Vec<Effect> {
    if model.zoomed {
        model.zoom(false);
    } else if model.focus == Focus::Detail {
        model.focus = Focus::Table;
    } else if model.what_if.is_on() {
        model.turn_what_if(false);
    } else if model.search.is_some() {
        model.search = None;
    } else if !model.filtering.filter().is_empty() {
        model.drop_last_term();
    } else if model.view != View::Board {
        model.jump_to_view(View::Board);
    }
    Vec::new()
}

/// The next known gap that is not zero, of what the list of gaps and the view show; in the comparison of two, of theirs.
/// The matrix and that comparison stay, from elsewhere it opens the list of gaps.
fn next_gap(model: &mut Model, direction: isize) -> Vec<Effect> {
    let view = match model.view {
        view @ (View::Matrix | View::Compare) => view,
        _ => View::Gaps,
    };
    let is_stop = |measure: &MeasureIndex| {
        let gap = match view {
            View::Compare => model.sheets.compare.gap(*measure),
            _ => Some(model.figures.gap(*measure)),
        };
        gap.and_then(|gap| gap.gap).is_some_and(|gap| gap != 0)
            && (view != View::Matrix || model.matrix_has(*measure))
    };
    let list = if view == View::Compare { &model.sheets.compare.table.rows } else { &model.gaps };
    let rows = list.len();
    let here = model.measure().and_then(|measure| list.row_of(measure.0));
    // From one row to the next, round the ends; without a row from outside of the list.
    let first = here.unwrap_or(if direction > 0 { rows.wrapping_sub(1) } else { 0 });
    let step =
        |taken: usize| (first.cast_signed() + direction * taken.cast_signed()).rem_euclid(rows.cast_signed());
    let mut next = (1..=rows).map(|taken| step(taken).cast_unsigned());
    let found = next.find_map(|row| Some((row, MeasureIndex(list.thing(row)?))).filter(|(_, m)| is_stop(m)));
    let whom = if view == View::Compare { "the two" } else { "the poles" };
    let Some((row, measure)) = found else {
        model.tell(if model.filtering.filter().is_empty() {
            format!("There is no gap between {whom}.")
        } else {
            format!("The filter leaves no gap between {whom}.")
        });
        return Vec::new();
    };
    match here {
        Some(here) if direction > 0 && row <= here => {
            model.tell("From the last gap to the first.".to_owned());
        }
        Some(here) if direction < 0 && row >= here => {
            model.tell("From the first gap to the last.".to_owned());
        }
        _ => {}
    }
    model.jump_to_measure(view, measure);
    Vec::new()
}

/// The next area that the filter leaves a measure of.
fn next_area(model: &mut Model, direction: isize) -> Vec<Effect> {
    let Some(area) = model.area() else { return Vec::new() };
    let areas = model.board.areas.len().cast_signed();
    let step = |taken: isize| (area.cast_signed() + direction * taken).rem_euclid(areas).cast_unsigned();
    if let Some(next) = (1..areas).map(step).find(|&area| model.shows_area(area)) {
        model.jump_to_area(next);
    }
    Vec::new()
}
