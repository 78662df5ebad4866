//! The view Moves: what would bring the group closer, by who decides. The program computes, the group decides.

mod columns;
mod draw;

use super::Sheet;
use crate::analysis::Move;
use crate::filter::{Filter, OrderColumn};
use crate::report::Basis;
use crate::report::explain::{Figure, Step};
use crate::report::moves::{Asked, Moves, objective};
use crate::report::words::{COMPUTED_NOT_DECIDED, maybe_share, plural};
use crate::scorecard::MeasureIndex;
use crate::tui::model::{MatrixColumn, Model, MovesForm, NO_FIGURE, Preset, SortKey, Subject, View};
use crate::tui::widget::pen::width;
use columns::MoveColumn;

pub(super) static SHEET: Sheet = Sheet {
    gather: Model::gather_moves,
    columns: |model| MoveColumn::shown(model).count(),
    order,
    key,
    measure: |model| current(model).map(|step| step.measure),
    show,
    subject: |model| current(model).map(|step| Subject::Move(step.measure, step.column, step.to)),
    finds: |model, names, row| {
        let ranked = model.sheets.moves.of_row(row);
        ranked.is_some_and(|ranked| names.search.in_cell(ranked.step.measure, ranked.step.column))
    },
    figure,
    open,
    turn: Some(turn),
    width: |_| 132,
    draw: draw::draw,
    foot,
    emptied: "No move fits the filter.",
    row: |model| {
        Some(Moves::new(basis(model), asked(model), &Filter::default()).one(model.sheets.moves.current()?))
    },
    renumber: |model, numbers| model.sheets.moves.renumber(numbers),
    presets: &[
        Preset::ALL,
        Preset::new("a union decides", |_| "decides:union".to_owned(), ""),
        Preset::new("a member decides", |_| "decides:member".to_owned(), ""),
        Preset::new("neither union nor member", |_| "decides:single".to_owned(), ""),
        Preset::new("under way", |_| "status:proposed,adopted,partly_in_force".to_owned(), ""),
        Preset::SOON,
    ],
    ..Sheet::PLAIN
};

fn current(model: &Model) -> Option<&Move> {
    model.sheets.moves.current().map(|ranked| &ranked.step)
}

fn basis(model: &Model) -> Basis<'_> {
    Basis { board: &model.board, figures: &model.figures, today: model.today, glyphs: model.glyphs }
}

/// As the plain twin asks for what is on screen; the rows come from the screen.
fn asked(model: &Model) -> Asked {
    let moves = &model.sheets.moves;
    Asked {
        objective: moves.objective,
        lowering: moves.lowering,
        steps: 1,
        most: Some(0),
        ..Asked::default()
    }
}

fn order(model: &Model, column: usize) -> Option<OrderColumn> {
    MoveColumn::shown(model).nth(column)?.order()
}

fn key(model: &Model, column: usize, row: u32) -> SortKey {
    let column = MoveColumn::shown(model).nth(column);
    match (column, model.sheets.moves.of_row(row)) {
        (Some(column), Some(ranked)) => column.key(model, row, ranked),
        _ => SortKey::Nothing,
    }
}

/// The first move of a measure or an area.
fn show(model: &mut Model, area: Option<usize>, measure: Option<MeasureIndex>) -> bool {
    let (board, moves) = (&model.board, &mut model.sheets.moves);
    let fits = |row: &u32| {
        moves.of_row(*row).is_some_and(|ranked| match measure {
            Some(measure) => ranked.step.measure == measure,
            None => area == Some(board.measure(ranked.step.measure).area),
        })
    };
    let rows = (0..moves.table.rows.len()).filter_map(|row| moves.table.rows.thing(row));
    let found = rows.into_iter().find(fits);
    found.is_some_and(|row| moves.table.rows.set(row))
}

/// The gain of the move. What a step of a sequence gives counts on those before it, which are not made.
fn figure(model: &Model) -> Result<Figure, &'static str> {
    let moves = &model.sheets.moves;
    let Move { measure, column, to, .. } = *current(model).ok_or(NO_FIGURE)?;
    if moves.form == MovesForm::Sequence && moves.table.rows.cursor() != Some(0) {
        return Err("A step of a sequence builds on those before it; v lists single moves");
    }
    Ok(Figure::Move(Step { measure, column, to, objective: moves.objective }))
}

/// To the cell in its matrix.
fn open(model: &mut Model) {
    let Some(&Move { measure, column, .. }) = current(model) else { return };
    model.jump_to_measure(View::Matrix, measure);
    model.matrix.column = MatrixColumn::Jurisdiction(column);
}

fn turn(model: &mut Model) {
    model.set_moves(|moves| {
        moves.form = match moves.form {
            MovesForm::List => MovesForm::Sequence,
            MovesForm::Sequence => MovesForm::List,
        };
    });
}

/// How many there are, where the objective stands, and who decides.
fn foot(model: &Model, room: u16) -> String {
    let moves = &model.sheets.moves;
    let basis = basis(model);
    let value = format!("{} is {}", objective(&basis, moves.objective), maybe_share(moves.value()));
    let count = match moves.form {
        MovesForm::List => plural(moves.found(), "move"),
        MovesForm::Sequence => format!("{} in sequence, a heuristic", plural(moves.found(), "move")),
    };
    let dot = model.glyph_set().dot;
    let whole = format!("{count} {dot} {value} {dot} {COMPUTED_NOT_DECIDED}");
    let short = format!("{count} {dot} {COMPUTED_NOT_DECIDED}");
    if width(&whole) + 4 <= room { whole } else { short }
}
