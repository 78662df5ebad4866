//! The view Compare: any two side by side, counts first, differences before what is the same.

mod draw;

use super::Sheet;
use crate::analysis::{Gap, Reach};
use crate::filter::OrderColumn;
use crate::report::Basis;
use crate::report::compare::Compare;
use crate::report::document::Table;
use crate::report::explain::Figure;
use crate::report::words::{self, YARDSTICK, plural};
use crate::scorecard::MeasureIndex;
use crate::tui::model::{Model, NO_FIGURE, Preset, SortKey, Subject, View};
use crate::tui::widget::pen::width;

/// The columns of the table from left to right.
const COLUMNS: [OrderColumn; 6] = [
    OrderColumn::Measure,
    OrderColumn::Area,
    OrderColumn::First,
    OrderColumn::Gap,
    OrderColumn::Second,
    OrderColumn::Weight,
];

/// The column with the levels of the first of the two.
pub(in crate::tui) const FIRST_COMPARED: usize = 2;

/// Whose levels stand in a column: of the first, 0, or of the second, 1.
pub(in crate::tui) fn compared_side(column: usize) -> Option<usize> {
    match COLUMNS.get(column) {
        Some(OrderColumn::First) => Some(0),
        Some(OrderColumn::Second) => Some(1),
        _ => None,
    }
}

pub(super) static SHEET: Sheet = Sheet {
    gather: Model::gather_compared,
    columns: |_| COLUMNS.len(),
    order: |_, column| COLUMNS.get(column).copied(),
    key,
    measure: |model| model.sheets.compare.table.rows.cursor().map(MeasureIndex),
    show,
    subject: |model| Some(Subject::Compared(model.measure()?, model.compared().map(|seen| seen.column))),
    figure,
    finds: |_, names, measure| names.search.in_measure(measure),
    open: |model| {
        if let Some(measure) = model.measure() {
            model.jump_to_measure(View::Matrix, measure);
        }
    },
    turn: Some(|model| {
        let [first, second] = model.compared();
        model.compare_two([second, first]);
    }),
    above: draw::ABOVE,
    draw: draw::draw,
    foot,
    emptied: "No measure fits the filter.",
    row,
    renumber: Model::renumber_compared,
    presets: &[
        Preset::ALL,
        Preset::new("different levels", |_| "gap>=1".to_owned(), ""),
        Preset::new("two steps or more", |_| "gap>=2".to_owned(), ""),
        Preset::new("same level", |_| "gap:0".to_owned(), ""),
        Preset::new("same level, different instrument", |_| "gap:0 tag:different-instrument".to_owned(), ""),
        Preset::new("open questions", |_| "band:open-question".to_owned(), ""),
    ],
    ..Sheet::PLAIN
};

/// The weight, the gap of the poles, or how any two stand to each other in the area, each through its lens.
fn figure(model: &Model) -> Result<Figure, &'static str> {
    let measure = model.measure().ok_or(NO_FIGURE)?;
    if COLUMNS.get(model.sheets.compare.table.column) == Some(&OrderColumn::Weight) {
        return Ok(Figure::Weight(measure));
    }
    let (profiles, comparison) = (model.profiles(), model.figures.comparison());
    let area = Some(model.board.measure(measure).area);
    Ok(if profiles == comparison.profiles() {
        Figure::Gap(measure)
    } else if profiles.iter().all(|profile| profile.lens == comparison.lens) {
        Figure::Pair(profiles.map(|profile| profile.column), area)
    } else {
        Figure::Profiles(profiles, area)
    })
}

/// The gap of a row.
fn gap(model: &Model, measure: u32) -> Option<&Gap> {
    model.sheets.compare.gap(MeasureIndex(measure))
}

fn key(model: &Model, column: usize, measure: u32) -> SortKey {
    let index = MeasureIndex(measure);
    let Some(gap) = gap(model, measure) else { return SortKey::Nothing };
    let level = |reach: Reach| {
        let known = reach.levels().map(|[lo, hi]| i64::from(lo.number()) * 5 + i64::from(hi.number()));
        known.map_or(SortKey::Nothing, SortKey::most)
    };
    match COLUMNS.get(column) {
        Some(OrderColumn::Measure) => SortKey::text(model.board.measure(index).short_title()),
        Some(OrderColumn::Area) => SortKey::text(model.board.area_of(index).short_title()),
        Some(OrderColumn::First) => level(gap.first.reach),
        Some(OrderColumn::Second) => level(gap.second.reach),
        // From the one end of the middle to the other.
        Some(OrderColumn::Gap) => gap.gap.map_or(SortKey::Nothing, |steps| SortKey::first(i64::from(steps))),
        Some(OrderColumn::Weight) => SortKey::most(i64::try_from(gap.weight).unwrap_or(i64::MAX)),
        _ => SortKey::Nothing,
    }
}

/// Stands on a measure. An area alone leaves the cursor: the list goes across areas, the widest gap first.
fn show(model: &mut Model, _area: Option<usize>, measure: Option<MeasureIndex>) -> bool {
    measure.is_some_and(|measure| model.sheets.compare.table.rows.set(measure.0))
}

/// How far the two agree, with what that rests on, as far as it fits. The counts come before it, above the table.
fn foot(model: &Model, room: u16) -> String {
    let Some(beside) = model.sheets.compare.beside() else { return String::new() };
    let pair = beside.pair();
    let known = plural(pair.counts.known() as usize, "measure");
    let shown = match pair.alignment.shown() {
        Some(_) => format!("Alignment {} over {known}", words::shown(&pair.alignment)),
        None => format!("Too little is known to say how far they agree: {known}"),
    };
    let coverage = format!("coverage {}", words::maybe_share(pair.alignment.coverage));
    let bounds = format!("bounds {}", words::bounds(&pair.alignment));
    let decided = beside.decided_by_members();
    let left_out = match decided {
        0 => String::new(),
        _ => format!(" {decided} that a union's members decide are left out of it."),
    };
    let brief = format!("{shown}, {coverage}.");
    let whole = format!("{shown}, {coverage}, {bounds}.");
    let forms = [format!("{whole}{left_out} {YARDSTICK}"), format!("{whole}{left_out}"), whole, brief];
    forms.into_iter().find(|text| width(text) + 2 <= room).unwrap_or(shown)
}

fn row(model: &Model) -> Option<Table> {
    let Model { board, figures, today, glyphs, .. } = model;
    let basis = Basis { board, figures, today: *today, glyphs: *glyphs };
    let beside = model.sheets.compare.beside()?;
    Some(Compare { basis, beside }.one(model.sheets.compare.gap(model.measure()?)?))
}
