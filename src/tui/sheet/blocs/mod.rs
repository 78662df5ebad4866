//! The view Blocs: who stands with whom.

mod heat;
mod plane;
mod tree;

use ratatui::layout::Position;

use super::Sheet;
use crate::analysis::Pairs;
use crate::filter::OrderColumn;
use crate::report::document::{Field, Table};
use crate::report::explain::Figure;
use crate::report::words::{self, plural};
use crate::scorecard::{Code, Column};
use crate::tui::model::{BlocsForm, Model, NO_FIGURE, Preset, SortKey, Subject};
use crate::tui::view::layout::Layout;
use crate::tui::widget::pen::{Pen, width};

pub(in crate::tui) use heat::columns_that_fit;

pub(super) static SHEET: Sheet = Sheet {
    gather: Model::gather_blocs,
    columns: |model| match model.sheets.blocs.form {
        BlocsForm::Matrix => 1 + model.sheets.blocs.order().len(),
        BlocsForm::Plane => 1,
    },
    order: |model, column| {
        let code = |column: Column| model.board.jurisdiction(column).code;
        match column {
            0 => Some(OrderColumn::Who),
            _ => model.sheets.blocs.column_at(column).map(code).map(OrderColumn::Jurisdiction),
        }
    },
    key: sort_key,
    subject,
    figure,
    finds: |model, names, row| {
        let jurisdiction = model.board.jurisdiction(Column(row as u16));
        names.mean_jurisdiction(jurisdiction.code.as_str(), &jurisdiction.name)
    },
    open,
    turn: Some(turn),
    width: heat::natural_width,
    draw,
    foot,
    row: row_of_cursor,
    renumber: Model::renumber_blocs,
    presets: &[
        Preset::ALL,
        Preset::new("where the poles are two steps apart or more", |_| "gap>=2".to_owned(), ""),
        Preset::new("without low confidence", |_| "-tag:low-confidence".to_owned(), ""),
        Preset::new("without what is not in force", |_| "-tag:not-in-force".to_owned(), ""),
    ],
    ..Sheet::PLAIN
};

/// The jurisdiction of the cursor's row.
fn row_column(model: &Model) -> Option<Column> {
    Some(Column(model.sheets.blocs.table.rows.cursor()? as u16))
}

/// The pair of the cursor's row and column; the jurisdiction where it stands on a name or on itself.
fn subject(model: &Model) -> Option<Subject> {
    let (row, blocs) = (row_column(model)?, &model.sheets.blocs);
    Some(match blocs.column_at(blocs.table.column) {
        Some(column) if column != row && blocs.form == BlocsForm::Matrix => Subject::Pair(row, column),
        _ => Subject::Jurisdiction(row),
    })
}

/// A pair; of a jurisdiction by itself where it joins the tree, beside its name how it lies in its camp, and on the plane
/// how it stands between the poles.
fn figure(model: &Model) -> Result<Figure, &'static str> {
    let blocs = &model.sheets.blocs;
    let pairs = blocs.pairs().ok_or("The pairs are still being computed")?;
    let row = row_column(model).ok_or(NO_FIGURE)?;
    if blocs.form == BlocsForm::Plane {
        return Ok(on_plane(model, row));
    }
    Ok(match blocs.column_at(blocs.table.column) {
        None => Figure::Silhouette(Some(row)),
        Some(column) if column != row => Figure::Pair([row, column], None),
        Some(_) => match pairs.structure().nearest(row) {
            Some(other) => Figure::Join([row, other]),
            None => Figure::Silhouette(Some(row)),
        },
    })
}

/// Between the poles; of a pole how both agree. What is between them is told over all measures only.
fn on_plane(model: &Model, row: Column) -> Figure {
    let [first, second] = model.figures.comparison().poles;
    if row == first || row == second {
        Figure::Pair([first, second], None)
    } else if model.filtering.filter().is_empty() {
        Figure::Bridge(row)
    } else {
        Figure::Pair([first, row], None)
    }
}

/// Two side by side; a jurisdiction beside the first pole, the first pole beside the second.
fn open(model: &mut Model) {
    let [first, second] = model.figures.comparison().poles;
    match subject(model) {
        Some(Subject::Pair(row, column)) => model.open_pair(row, column),
        Some(Subject::Jurisdiction(column)) if column != first => model.open_pair(first, column),
        Some(_) => model.open_pair(first, second),
        None => {}
    }
}

fn turn(model: &mut Model) {
    let blocs = &mut model.sheets.blocs;
    blocs.form = match blocs.form {
        BlocsForm::Matrix => BlocsForm::Plane,
        BlocsForm::Plane => BlocsForm::Matrix,
    };
    blocs.table.column = 0;
}

fn sort_key(model: &Model, column: usize, row: u32) -> SortKey {
    let (row, blocs) = (Column(row as u16), &model.sheets.blocs);
    let Some(column) = blocs.column_at(column) else {
        return SortKey::text(model.board.jurisdiction(row).code.as_str());
    };
    if column == row {
        return SortKey::most(i64::MAX);
    }
    let alignment = blocs.pairs().and_then(|pairs| pairs.get(row, column)?.alignment.shown());
    alignment.map_or(SortKey::Nothing, |alignment| SortKey::most((alignment * 1e12) as i64))
}

fn draw(pen: &mut Pen<'_>, model: &Model, layout: &Layout) -> Option<Position> {
    match model.sheets.blocs.form {
        BlocsForm::Matrix => heat::draw(pen, model, layout),
        BlocsForm::Plane => plane::draw(pen, model, layout),
    }
}

/// The camps or that there are none, then how much is behind the figures: as much as fits.
fn foot(model: &Model, room: u16) -> String {
    let Some(pairs) = model.sheets.blocs.pairs() else {
        let columns = model.sheets.blocs.order().len();
        return format!("Computing {}", plural(columns * columns.saturating_sub(1) / 2, "pair"));
    };
    let (structure, dot) = (pairs.structure(), model.glyph_set().dot);
    let camps = match structure.camps() {
        Some(camps) if camps.are_clear() => plural(camps.parts.len(), "camp"),
        _ => "no clear camps".to_owned(),
    };
    let missing = match structure.missing().len() {
        0 => String::new(),
        missing => format!(" {dot} {} without a value", plural(missing, "pair")),
    };
    let measures = model.board.measure_indexes();
    let over = if model.filtering.filter().is_empty() {
        plural(model.board.measures.len(), "measure")
    } else {
        let found = measures.filter(|&measure| model.filtering.has(measure)).count();
        format!("{found} of {}", plural(model.board.measures.len(), "measure"))
    };
    let all = format!("{}, {over}", plural(pairs.columns().len(), "jurisdiction"));
    let faithful = structure.cophenetic_correlation().map(words::hundredths);
    let faithful = faithful.map_or(String::new(), |value| format!(" {dot} tree {value}"));
    let lines = [
        format!("{all} {dot} {camps}{missing} {dot} {}{faithful}", coverage(pairs)),
        format!("{all} {dot} {camps}{missing} {dot} {}", coverage(pairs)),
        format!("{all} {dot} {camps}{missing}"),
        format!("{over} {dot} {camps}"),
    ];
    let fits = lines.iter().find(|line| width(line) + 2 <= room);
    fits.or(lines.last()).cloned().unwrap_or_default()
}

fn coverage(pairs: &Pairs) -> String {
    match pairs.coverage() {
        Some([low, high]) if words::share(low) != words::share(high) => {
            let low = words::share(low);
            format!("coverage {} to {}", low.trim_end_matches(" %"), words::share(high))
        }
        Some([low, _]) => format!("coverage {}", words::share(low)),
        None => "nothing known".to_owned(),
    }
}

/// The row of the cursor: its alignment with every other, in percent.
fn row_of_cursor(model: &Model) -> Option<Table> {
    let (row, blocs) = (row_column(model)?, &model.sheets.blocs);
    let code = |column: Column| model.board.jurisdiction(column).code;
    let codes: Vec<_> = blocs.order().iter().map(|&column| code(column)).collect();
    let mut table = Table::new(std::iter::once("Alignment in percent").chain(codes.iter().map(Code::as_str)));
    let mut fields = vec![Field::text(code(row).as_str())];
    fields.extend(blocs.order().iter().map(|&column| {
        let pair = blocs.pairs().and_then(|pairs| pairs.get(row, column));
        Field::Figure(pair.map_or(String::new(), |pair| words::shown(&pair.alignment).replace(" %", "")))
    }));
    table.row(fields);
    Some(table)
}
