use super::{Argument, Command, Topic, always};
use crate::scorecard::{Column, MeasureIndex};
use crate::text::visible;
use crate::tui::layer::{Layer, Problems};
use crate::tui::message::Effect;
use crate::tui::model::{MatrixColumn, Model, View};

pub(super) const TOPIC: Topic = Topic {
    title: "Files that change",
    commands: &[
        Command {
            id: "next-change",
            title: "Next change",
            help: "Goes to the next cell or listing that a save or a what-if changed.",
            keys: &["] c", "g c"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| go(model, true),
        },
        Command {
            id: "previous-change",
            title: "Previous change",
            help: "Goes to the previous cell or listing that a save or a what-if changed.",
            keys: &["[ c", "g C"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| go(model, false),
        },
        Command {
            id: "change",
            title: "What changed",
            help: "Lists what changed since the earlier edition in a folder.",
            keys: &[],
            argument: Some(Argument::free("FOLDER")),
            hint: None,
            available: always,
            run: |model, folder| change_since(model, folder),
        },
        Command {
            id: "problems",
            title: "Problems",
            help: "Lists what is wrong in the files, with file, line and column.",
            keys: &["!", "<f8>"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| problems(model),
        },
    ],
};

/// A cell, or the place before the first of a measure.
type Spot = (MeasureIndex, Option<Column>);

/// Shows the next or the previous thing that a save or a what-if changed, of those that the filter lets through: cells
/// in the matrix of their area, then listings in Entities, then cells again.
fn go(model: &mut Model, forward: bool) -> Vec<Effect> {
    let among_entities = model.view == View::Entities;
    let listing = model.next_changed_listing(forward);
    let from = if among_entities { end(model, forward) } else { here(model) };
    let cell = next_shown(model, from, forward);
    // From the last of one kind on to the first of the other.
    let round = match (cell, listing) {
        (_, Some((entity, list, false))) if among_entities => {
            model.jump_to_entity(entity, list);
            false
        }
        (Some(at), other) if among_entities || other.is_none() || !is_round(from, at, forward) => {
            show(model, at);
            if among_entities { forward } else { is_round(from, at, forward) }
        }
        (_, Some((entity, list, round))) => {
            model.jump_to_entity(entity, list);
            if among_entities { round } else { !forward }
        }
        (_, None) => {
            let nothing = changes(model) == 0;
            let words = if nothing {
                "Nothing changed since you looked."
            } else {
                "The filter hides all that changed."
            };
            model.tell(words.to_owned());
            return Vec::new();
        }
    };
    if round && changes(model) > 1 {
        let words =
            if forward { "From the last change to the first." } else { "From the first change to the last." };
        model.tell(words.to_owned());
    }
    Vec::new()
}

/// Shows a cell in the matrix of its area.
fn show(model: &mut Model, (measure, column): (MeasureIndex, Column)) {
    model.jump_to_measure(View::Matrix, measure);
    model.unhide_column(column);
    model.matrix.column = MatrixColumn::Jurisdiction(column);
}

/// Whether a cell is at or before the cursor on the way there.
fn is_round(here: Spot, (measure, column): (MeasureIndex, Column), forward: bool) -> bool {
    let at = (measure, Some(column));
    if forward { at <= here } else { at >= here }
}

/// Where the cells begin or end, for whoever comes from elsewhere.
fn end(model: &Model, forward: bool) -> Spot {
    let beyond = MeasureIndex(model.board.measures.len() as u32);
    (if forward { MeasureIndex(0) } else { beyond }, None)
}

/// How many cells and listings a save or a what-if changed; those that both changed count twice.
fn changes(model: &Model) -> usize {
    model.news.changed.len() + model.news.listings.len() + model.board.supposed().levels.len()
}

/// The next changed cell of a measure that the matrix shows, once round at most.
fn next_shown(model: &Model, mut at: Spot, forward: bool) -> Option<(MeasureIndex, Column)> {
    (0..changes(model)).find_map(|_| {
        let (measure, column) = next(model, at, forward)?;
        at = (measure, Some(column));
        model.matrix_has(measure).then_some((measure, column))
    })
}

/// The next or the previous cell that a save or a what-if changed, from the last to the first.
fn next(model: &Model, at: Spot, forward: bool) -> Option<(MeasureIndex, Column)> {
    let found = [model.news.changed.next(at, forward), model.board.supposed().next_level(at, forward)];
    // Whoever has come round comes after everyone who has not.
    let place = |&(measure, column): &(MeasureIndex, Column)| {
        let place = (measure, Some(column));
        (if forward { place <= at } else { place < at }, place)
    };
    let found = found.into_iter().flatten();
    if forward { found.min_by_key(place) } else { found.max_by_key(place) }
}

/// Where the cursor is among the cells in reading order; in views without cells before those of its row.
fn here(model: &Model) -> Spot {
    match (model.view, model.matrix.column) {
        (View::Matrix, MatrixColumn::Jurisdiction(column)) => {
            (model.measure().unwrap_or(MeasureIndex(0)), Some(column))
        }
        (View::Board, _) => {
            let area = model.area().map(|area| &model.board.areas[area]);
            (MeasureIndex(area.map_or(0, |area| area.measures.start)), None)
        }
        _ => (model.measure().unwrap_or(MeasureIndex(0)), None),
    }
}

/// Asks for the earlier edition in a folder; what changed is shown when it is read.
fn change_since(model: &mut Model, folder: &str) -> Vec<Effect> {
    let folder = folder.trim();
    if folder.is_empty() {
        model.warn("Which folder holds the earlier edition? As in: change ../edition-2026".to_owned());
        return Vec::new();
    }
    model.tell(format!("Reading {}", visible(folder)));
    vec![Effect::ReadEdition(folder.into())]
}

fn problems(model: &mut Model) -> Vec<Effect> {
    if model.news.files.problems.is_empty() && model.settings.trouble.is_none() {
        model.tell("There are no problems in the files.".to_owned());
    } else {
        model.layers.push(Layer::Problems(Problems::new(model)));
    }
    Vec::new()
}
