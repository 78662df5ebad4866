use serde::Serialize;

use super::{Moves, Row, upcoming};
use crate::analysis::{By, Decider, Move, Objective};
use crate::report::basis::Basis;
use crate::report::document::Field;
use crate::report::json::{ComparisonJson, VERSION, written};
use crate::report::robustness::{RanksJson, RobustnessJson};
use crate::report::selection::SelectionJson;
use crate::report::words;
use crate::scorecard::{Level, Status};

/// The JSON of `t12 moves`.
#[derive(Debug, Serialize)]
pub struct MovesJson<'a> {
    t12: u32,
    comparison: ComparisonJson<'a>,
    filter: Option<SelectionJson<'a>>,
    robustness: Option<RobustnessJson<MoveName<'a>>>,
    objective: ObjectiveJson<'a>,
    by: Vec<&'a str>,
    lowering: bool,
    sequence: bool,
    found: usize,
    moves: Vec<MoveJson<'a>>,
    note: String,
}

#[derive(Debug, Serialize)]
struct ObjectiveJson<'a> {
    kind: &'static str,
    jurisdictions: Vec<&'a str>,
    value: Option<f64>,
}

#[derive(Debug, Serialize)]
struct MoveJson<'a> {
    rank: u32,
    jurisdiction: &'a str,
    with: Vec<&'a str>,
    area: &'a str,
    measure: &'a str,
    from: u8,
    to: u8,
    supposed: bool,
    closer: u32,
    further: u32,
    gain: f64,
    gain_per_step: f64,
    total: Option<f64>,
    decider: &'static str,
    competence: &'static str,
    status: Option<&'static str>,
    next: Option<NextJson>,
    ranks: Option<RanksJson>,
}

/// A move by who moves and where.
#[derive(Debug, Serialize)]
struct MoveName<'a> {
    jurisdiction: &'a str,
    area: &'a str,
    measure: &'a str,
    to: u8,
}

#[derive(Debug, Serialize)]
struct NextJson {
    date: String,
    what: Option<String>,
    level: Option<u8>,
}

impl<'a> MovesJson<'a> {
    /// The headings of the rows for spreadsheets.
    pub(super) const COLUMNS: [&'static str; 18] = [
        "rank",
        "jurisdiction",
        "with",
        "area",
        "measure",
        "from",
        "to",
        "closer",
        "further",
        "gain",
        "gain_per_step",
        "total",
        "decider",
        "competence",
        "status",
        "next_date",
        "next_what",
        "next_level",
    ];

    pub(super) fn of(moves: &'a Moves<'_>) -> Self {
        let (basis, list) = (&moves.basis, &moves.list);
        let filter = SelectionJson { terms: &moves.filter, found: list.found, of: moves.of };
        Self {
            t12: VERSION,
            comparison: ComparisonJson::of(basis),
            filter: (!moves.filter.is_empty()).then_some(filter),
            robustness: moves
                .robustness
                .as_ref()
                .map(|found| RobustnessJson::of(basis.board, found, |step| MoveName::of(basis, step))),
            objective: ObjectiveJson::of(moves),
            by: moves.asked.by.iter().map(|&by| who(basis, by)).collect(),
            lowering: moves.asked.lowering,
            sequence: moves.asked.sequence.is_some(),
            found: list.found,
            moves: moves.rows().map(|row| MoveJson::of(basis, &row)).collect(),
            note: format!("{} {}", words::COMPUTED_NOT_DECIDED, words::NOT_GOOD_BY_ITSELF),
        }
    }

    /// The moves as rows of a table.
    pub(super) fn rows(&self) -> impl Iterator<Item = Vec<Field>> {
        self.moves.iter().map(MoveJson::row)
    }
}

fn who<'a>(basis: &Basis<'a>, by: By) -> &'a str {
    match by {
        By::Kind(kind) => kind.key(),
        By::Column(column) => basis.code(column),
    }
}

impl<'a> ObjectiveJson<'a> {
    fn of(moves: &'a Moves<'_>) -> Self {
        let code = |column| moves.basis.code(column);
        let (kind, jurisdictions) = match moves.asked.objective {
            Objective::Group => ("group", Vec::new()),
            Objective::Pair(pair) => ("pair", pair.map(code).to_vec()),
            Objective::Mean(column) => ("mean", vec![code(column)]),
        };
        Self { kind, jurisdictions, value: moves.value }
    }
}

impl<'a> MoveName<'a> {
    fn of(basis: &Basis<'a>, step: &Move) -> Self {
        Self {
            jurisdiction: basis.code(step.column),
            area: &basis.board.area_of(step.measure).id,
            measure: &basis.board.measure(step.measure).id,
            to: step.to.number(),
        }
    }
}

impl<'a> MoveJson<'a> {
    fn of(basis: &Basis<'a>, row: &Row<'_>) -> Self {
        let (board, step) = (basis.board, &row.ranked.step);
        let measure = board.measure(step.measure);
        let cell = board.cell(step.measure, step.column);
        let grounds = board.grounds(cell);
        let next = upcoming(board, step.measure, step.column, basis.today);
        Self {
            rank: row.ranked.rank,
            jurisdiction: basis.code(step.column),
            with: basis.figures.carried(step.measure, step.column).map(|column| basis.code(column)).collect(),
            area: &board.area_of(step.measure).id,
            measure: &measure.id,
            from: step.from.number(),
            to: step.to.number(),
            supposed: cell.supposed,
            closer: step.closer,
            further: step.further,
            gain: step.gain,
            gain_per_step: step.gain_per_step(),
            total: row.total,
            decider: Decider::of(board, step.column).key(),
            competence: measure.competence.key(),
            status: grounds.and_then(|position| position.status).map(Status::key),
            next: next.map(|next| NextJson {
                date: next.date.to_string(),
                what: written(board, next.what),
                level: next.level.map(Level::number),
            }),
            ranks: row.ranks.map(RanksJson::of),
        }
    }

    fn row(&self) -> Vec<Field> {
        let next = self.next.as_ref();
        let mut row = vec![
            Field::figure(&self.rank),
            Field::text(self.jurisdiction),
            Field::text(self.with.join(" ")),
            Field::text(self.area),
            Field::text(self.measure),
            Field::figure(&self.from),
            Field::figure(&self.to),
            Field::figure(&self.closer),
            Field::figure(&self.further),
            Field::figure(&self.gain),
            Field::figure(&self.gain_per_step),
            Field::maybe(self.total),
            Field::text(self.decider),
            Field::text(self.competence),
            Field::text(self.status.unwrap_or_default()),
            Field::text(next.map_or("", |next| &next.date)),
            Field::text(next.and_then(|next| next.what.as_deref()).unwrap_or_default()),
            Field::maybe(next.and_then(|next| next.level)),
        ];
        row.extend(RanksJson::drawn(self.ranks));
        row.push(Field::text(if self.supposed { "yes" } else { "no" }));
        row
    }
}
