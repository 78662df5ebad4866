use serde::Serialize;

use super::Editions;
use super::counts::Counts;
use super::told::Late;
use crate::analysis::change::{Attribution, Course, MeasureChange, PoleChange, PositionChange};
use crate::analysis::{Estimate, Reach};
use crate::report::document::{Field, Table};
use crate::report::json::{ComparisonJson, VERSION};
use crate::report::robustness::MeasureName;
use crate::report::selection::SelectionJson;
use crate::report::words;
use crate::scorecard::{Answer, Level};

/// The JSON of `t12 change`.
#[derive(Debug, Serialize)]
pub struct ChangeJson<'a> {
    t12: u32,
    comparison: ComparisonJson<'a>,
    filter: Option<SelectionJson<'a>>,
    counts: Counts,
    alignment: BeforeAndNow<EstimateJson>,
    measures: Vec<MeasureJson<'a>>,
    added: Vec<MeasureName>,
    removed: Vec<MeasureName>,
}

/// Something in the earlier and in the later edition.
#[derive(Debug, Serialize)]
struct BeforeAndNow<T> {
    before: T,
    now: T,
}

impl<T> BeforeAndNow<T> {
    fn of([before, now]: [T; 2]) -> Self {
        Self { before, now }
    }
}

#[derive(Debug, Serialize)]
struct EstimateJson {
    alignment: Option<f64>,
    available_case: Option<f64>,
    lo: Option<f64>,
    hi: Option<f64>,
    coverage: Option<f64>,
}

#[derive(Debug, Serialize)]
struct MeasureJson<'a> {
    area: &'a str,
    measure: &'a str,
    series_broken: bool,
    gap: BeforeAndNow<Option<i8>>,
    course: Option<&'static str>,
    moved_by: Option<&'static str>,
    active: Option<&'a str>,
    poles: [PoleJson<'a>; 2],
    dispersion: BeforeAndNow<Option<f64>>,
    moved: Vec<MovedJson<'a>>,
    delayed: Vec<DelayedJson>,
}

#[derive(Debug, Serialize)]
struct PoleJson<'a> {
    jurisdiction: &'a str,
    span: BeforeAndNow<Option<[u8; 2]>>,
}

#[derive(Debug, Serialize)]
struct MovedJson<'a> {
    jurisdiction: &'a str,
    state: BeforeAndNow<&'static str>,
    level: BeforeAndNow<Option<u8>>,
}

#[derive(Debug, Serialize)]
struct DelayedJson {
    jurisdiction: String,
    date: String,
    what: Option<String>,
}

impl<'a> ChangeJson<'a> {
    pub(super) fn of(editions: &'a Editions<'_>) -> Self {
        let Editions { basis, earlier, changes, listed, .. } = editions;
        Self {
            t12: VERSION,
            comparison: ComparisonJson::of(basis),
            filter: listed.json(),
            counts: editions.counts(),
            alignment: BeforeAndNow::of(changes.alignment.each_ref().map(EstimateJson::of)),
            measures: editions.changed().map(|change| MeasureJson::of(editions, change)).collect(),
            added: editions.added().map(|measure| MeasureName::of(basis.board, measure)).collect(),
            removed: editions.removed().map(|measure| MeasureName::of(earlier, measure)).collect(),
        }
    }
}

/// The measures as rows of a table.
pub(super) fn table(editions: &Editions<'_>) -> Table {
    let headings = [
        "area",
        "measure",
        "series_broken",
        "gap_before",
        "gap_now",
        "course",
        "moved_by",
        "active",
        "dispersion_before",
        "dispersion_now",
        "moved",
        "delayed",
    ];
    let mut table = Table::new(headings);
    table.rows = editions.changed().map(|change| MeasureJson::of(editions, change).row()).collect();
    table
}

impl EstimateJson {
    fn of(estimate: &Estimate) -> Self {
        Self {
            alignment: estimate.shown(),
            available_case: estimate.available,
            lo: estimate.lo,
            hi: estimate.hi,
            coverage: estimate.coverage,
        }
    }
}

impl<'a> MeasureJson<'a> {
    fn of(editions: &'a Editions<'_>, change: &MeasureChange) -> Self {
        let basis = &editions.basis;
        let [_, measure] = change.measure;
        let codes = basis.poles();
        let [first, second] = change.poles;
        // Levels of two rubrics are not to be compared.
        let whole = !change.is_broken;
        Self {
            area: &basis.board.area_of(measure).id,
            measure: &basis.board.measure(measure).id,
            series_broken: change.is_broken,
            gap: BeforeAndNow::of(change.gap.map(|gap| gap.filter(|_| whole))),
            course: change.course.map(Course::key),
            moved_by: change.attribution.map(Attribution::key),
            active: match change.attribution {
                Some(Attribution::One(pole)) => Some(codes[pole]),
                _ => None,
            },
            poles: [PoleJson::of(codes[0], first), PoleJson::of(codes[1], second)],
            dispersion: BeforeAndNow::of(change.dispersion.map(|value| value.filter(|_| whole))),
            moved: change.moved.iter().map(|&moved| MovedJson::of(editions, moved)).collect(),
            delayed: editions.late(change).map(DelayedJson::of).collect(),
        }
    }

    fn row(&self) -> Vec<Field> {
        let moved = self.moved.iter().map(MovedJson::words).collect::<Vec<_>>().join("; ");
        let delayed = self.delayed.iter().map(|late| format!("{} {}", late.jurisdiction, late.date));
        let delayed = delayed.collect::<Vec<_>>().join("; ");
        vec![
            Field::text(self.area),
            Field::text(self.measure),
            Field::text(if self.series_broken { "yes" } else { "no" }),
            Field::maybe(self.gap.before),
            Field::maybe(self.gap.now),
            Field::text(self.course.unwrap_or_default()),
            Field::text(self.moved_by.unwrap_or_default()),
            Field::text(self.active.unwrap_or_default()),
            Field::maybe(self.dispersion.before),
            Field::maybe(self.dispersion.now),
            Field::text(moved),
            Field::text(delayed),
        ]
    }
}

impl<'a> PoleJson<'a> {
    fn of(jurisdiction: &'a str, pole: PoleChange) -> Self {
        let span = |reach: Reach| reach.levels().map(|levels| levels.map(Level::number));
        Self { jurisdiction, span: BeforeAndNow::of(pole.reach.map(span)) }
    }
}

impl<'a> MovedJson<'a> {
    fn of(editions: &'a Editions<'_>, moved: PositionChange) -> Self {
        Self {
            jurisdiction: editions.basis.code(moved.column),
            state: BeforeAndNow::of(moved.answer.map(words::state)),
            level: BeforeAndNow::of(moved.answer.map(|answer: Answer| answer.level().map(Level::number))),
        }
    }

    /// `US 0 to 2`, a state where there is no level.
    fn words(&self) -> String {
        let word = |level: Option<u8>, state: &str| level.map_or(state.to_owned(), |level| level.to_string());
        let Self { jurisdiction, state, level } = self;
        format!("{jurisdiction} {} to {}", word(level.before, state.before), word(level.now, state.now))
    }
}

impl DelayedJson {
    fn of(late: Late) -> Self {
        let Late { code, date, what } = late;
        Self { jurisdiction: code, date, what: Some(what).filter(|what| !what.is_empty()) }
    }
}
