use serde::Serialize;

use super::Gaps;
use crate::analysis::{Gap, Reach, Tag};
use crate::report::basis::Basis;
use crate::report::document::Field;
use crate::report::json::{ComparisonJson, CountsJson, VERSION, weight, written};
use crate::report::robustness::{MeasureName, RanksJson, RobustnessJson};
use crate::report::selection::SelectionJson;
use crate::scorecard::Level;

/// The JSON of `t12 gaps`.
#[derive(Debug, Serialize)]
pub struct GapsJson<'a> {
    t12: u32,
    comparison: ComparisonJson<'a>,
    filter: Option<SelectionJson<'a>>,
    robustness: Option<RobustnessJson<MeasureName>>,
    gaps: Vec<GapJson<'a>>,
    counts: CountsJson,
}

#[derive(Debug, Serialize)]
struct GapJson<'a> {
    rank: Option<u32>,
    area: &'a str,
    measure: &'a str,
    from: &'a str,
    to: &'a str,
    level_from: Option<u8>,
    level_to: Option<u8>,
    span_from: Option<[u8; 2]>,
    span_to: Option<[u8; 2]>,
    gap: Option<i8>,
    band: &'static str,
    weight: f64,
    share: Option<f64>,
    tags: Vec<&'static str>,
    supposed: Vec<&'a str>,
    next: Option<NextJson<'a>>,
    ranks: Option<RanksJson>,
}

#[derive(Debug, Serialize)]
struct NextJson<'a> {
    date: String,
    jurisdiction: &'a str,
    what: Option<String>,
    level: Option<u8>,
}

impl<'a> GapsJson<'a> {
    pub(super) fn of(gaps: &'a Gaps<'_>) -> Self {
        let basis = &gaps.basis;
        Self {
            t12: VERSION,
            comparison: ComparisonJson::of(basis),
            filter: gaps.listed.json(),
            robustness: gaps.robustness.as_ref().map(|found| {
                RobustnessJson::of(basis.board, found, |&measure| MeasureName::of(basis.board, measure))
            }),
            gaps: gaps.listed().map(|gap| GapJson::of(gaps, gap)).collect(),
            counts: CountsJson::from(&gaps.counts()),
        }
    }

    /// The gaps as rows of a table.
    pub(super) fn rows(&self) -> impl Iterator<Item = Vec<Field>> {
        self.gaps.iter().map(GapJson::row)
    }
}

impl<'a> GapJson<'a> {
    fn of(gaps: &Gaps<'a>, gap: &Gap) -> Self {
        let basis = &gaps.basis;
        let [from, to] = basis.poles();
        let [span_from, span_to] = [gap.first.reach, gap.second.reach].map(span);
        Self {
            rank: gap.rank,
            area: &basis.board.area_of(gap.measure).id,
            measure: &basis.board.measure(gap.measure).id,
            from,
            to,
            level_from: span_from.and_then(level),
            level_to: span_to.and_then(level),
            span_from,
            span_to,
            gap: gap.gap,
            band: gap.band.key(),
            weight: weight(gap.weight),
            share: gap.share,
            tags: gap.tags.iter().map(Tag::key).collect(),
            supposed: supposed(basis, gap),
            next: next(basis, gap),
            ranks: gaps.ranks.get(&gap.measure).map(RanksJson::of),
        }
    }

    fn row(&self) -> Vec<Field> {
        let end = |span: Option<[u8; 2]>, end: usize| Field::maybe(span.map(|span| span[end]));
        let next = self.next.as_ref();
        let mut row = vec![
            Field::maybe(self.rank),
            Field::text(self.area),
            Field::text(self.measure),
            Field::text(self.from),
            Field::text(self.to),
            Field::maybe(self.level_from),
            Field::maybe(self.level_to),
            end(self.span_from, 0),
            end(self.span_from, 1),
            end(self.span_to, 0),
            end(self.span_to, 1),
            Field::maybe(self.gap),
            Field::text(self.band),
            Field::figure(&self.weight),
            Field::maybe(self.share),
            Field::text(self.tags.join(" ")),
            Field::text(next.map_or("", |next| &next.date)),
            Field::text(next.map_or("", |next| next.jurisdiction)),
            Field::text(next.and_then(|next| next.what.as_deref()).unwrap_or_default()),
        ];
        row.extend(RanksJson::drawn(self.ranks));
        row.push(Field::text(self.supposed.join(" ")));
        row
    }
}

/// The codes of the poles behind which a level is supposed.
fn supposed<'a>(basis: &Basis<'a>, gap: &Gap) -> Vec<&'a str> {
    let sides = basis.figures.comparison().poles.into_iter().zip([&gap.first, &gap.second]);
    let supposed = sides.filter(|&(pole, side)| basis.supposes(gap.measure, pole, side));
    supposed.map(|(pole, _)| basis.code(pole)).collect()
}

fn span(reach: Reach) -> Option<[u8; 2]> {
    reach.levels().map(|levels| levels.map(Level::number))
}

/// The one level of a span that is no wider.
fn level([lo, hi]: [u8; 2]) -> Option<u8> {
    (lo == hi).then_some(lo)
}

fn next<'a>(basis: &Basis<'a>, gap: &Gap) -> Option<NextJson<'a>> {
    let board = basis.board;
    let upcoming = basis.figures.upcoming(board, gap.measure, basis.today)?;
    let step = board.position(board.cell(gap.measure, upcoming.column))?.next.get(upcoming.step)?;
    Some(NextJson {
        date: step.date.to_string(),
        jurisdiction: basis.code(upcoming.column),
        what: written(board, step.what),
        level: step.level.map(Level::number),
    })
}
