use super::{Command, Topic, always};
use crate::scorecard::{Column, MeasureIndex};
use crate::tui::layer::{Layer, Problems};
use crate::tui::message::Effect;
use crate::tui::model::{MatrixColumn, Model, View};

pub(super) const TOPIC: Topic = Topic {
    title: "Files that change",
    commands: &[
        Command {
            id: "next-change",
            title: "Next change",
            help: "Goes to the next cell that a save changed, and from the last to the first.",
            keys: &["] c", "g c"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| go(model, true),
        },
        Command {
            id: "previous-change",
            title: "Previous change",
            help: "Goes to the previous cell that a save changed.",
            keys: &["[ c", "g C"],
            argument: None,
            hint: None,
            available: always,
            run: |model, _| go(model, false),
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

/// Shows the next or the previous changed cell in the matrix of its area, of those that the filter lets through.
fn go(model: &mut Model, forward: bool) -> Vec<Effect> {
    let here = here(model);
    let Some((measure, column)) = next_shown(model, here, forward) else {
        let nothing = model.news.changed.is_empty();
        let words =
            if nothing { "Nothing changed since you looked." } else { "The filter hides all that changed." };
        model.tell(words.to_owned());
        return Vec::new();
    };
    let at = (measure.0, Some(column));
    let here = (here.0.0, here.1);
    let round = if forward { at <= here } else { at >= here };
    model.jump_to_measure(View::Matrix, measure);
    model.unhide_column(column);
    model.matrix.column = MatrixColumn::Jurisdiction(column);
    if round && model.news.changed.len() > 1 {
        let words =
            if forward { "From the last change to the first." } else { "From the first change to the last." };
        model.tell(words.to_owned());
    }
    Vec::new()
}

/// The next changed cell of a measure that the matrix shows, once round at most.
fn next_shown(
    model: &Model,
    mut at: (MeasureIndex, Option<Column>),
    forward: bool,
) -> Option<(MeasureIndex, Column)> {
    let changed = &model.news.changed;
    (0..changed.len()).find_map(|_| {
        let (measure, column) = changed.next(at, forward)?;
        at = (measure, Some(column));
        model.matrix_has(measure).then_some((measure, column))
    })
}

/// Where the cursor is among the cells in reading order; in views without cells before those of its row.
fn here(model: &Model) -> (MeasureIndex, Option<Column>) {
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

fn problems(model: &mut Model) -> Vec<Effect> {
    if model.news.files.problems.is_empty() && model.settings.trouble.is_none() {
        model.tell("There are no problems in the files.".to_owned());
    } else {
        model.layers.push(Layer::Problems(Problems::new(model)));
    }
    Vec::new()
}
