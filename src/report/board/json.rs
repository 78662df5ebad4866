use serde::Serialize;

use super::BoardTwin;
use crate::analysis::AreaFigures;
use crate::report::basis::Basis;
use crate::report::document::Field;
use crate::report::json::{ByCode, ComparisonJson, CountsJson, VERSION};
use crate::report::robustness::{Jurisdiction, RanksJson, RobustnessJson};
use crate::scorecard::Column;

/// The JSON of `t12 board`.
#[derive(Debug, Serialize)]
pub struct BoardJson<'a> {
    t12: u32,
    comparison: ComparisonJson<'a>,
    areas: Vec<AreaJson<'a>>,
    overall: AreaJson<'a>,
    robustness: Option<RobustnessJson<Jurisdiction<'a>>>,
    ranks: Option<ByCode<RanksJson>>,
}

#[derive(Debug, Serialize)]
struct AreaJson<'a> {
    id: Option<&'a str>,
    alignment: Option<f64>,
    lo: Option<f64>,
    hi: Option<f64>,
    coverage: Option<f64>,
    first_fuller: Option<f64>,
    second_fuller: Option<f64>,
    counts: CountsJson,
    jurisdictions: ByCode<Option<f64>>,
}

impl<'a> BoardJson<'a> {
    pub(super) fn of(twin: &BoardTwin<'a>) -> Self {
        let BoardTwin { basis, robustness, .. } = twin;
        let areas = basis.board.areas.iter().zip(basis.figures.areas());
        Self {
            t12: VERSION,
            comparison: ComparisonJson::of(basis),
            areas: areas.map(|(area, figures)| AreaJson::of(basis, Some(&area.id), figures)).collect(),
            overall: AreaJson::of(basis, None, basis.figures.overall()),
            robustness: robustness.as_ref().map(|found| {
                RobustnessJson::of(basis.board, found, |&column| Jurisdiction::of(basis, column))
            }),
            ranks: robustness.as_ref().map(|found| {
                let code = |column: Column| basis.board.jurisdiction(column).code;
                ByCode(found.ranks.iter().map(|ranks| (code(ranks.thing), RanksJson::of(ranks))).collect())
            }),
        }
    }

    /// The areas and all of them together as rows of a table.
    pub(super) fn rows(&self) -> impl Iterator<Item = Vec<Field>> {
        self.areas.iter().chain([&self.overall]).map(AreaJson::row)
    }
}

impl<'a> AreaJson<'a> {
    fn of(basis: &Basis<'a>, id: Option<&'a str>, figures: &AreaFigures) -> Self {
        let codes = basis.board.jurisdictions.iter().map(|jurisdiction| jurisdiction.code);
        Self {
            id,
            alignment: figures.alignment.shown(),
            lo: figures.alignment.lo,
            hi: figures.alignment.hi,
            coverage: figures.alignment.coverage,
            first_fuller: figures.first_fuller,
            second_fuller: figures.second_fuller,
            counts: CountsJson::from(&figures.counts),
            jurisdictions: ByCode(codes.zip(figures.agreement.iter().copied()).collect()),
        }
    }

    fn row(&self) -> Vec<Field> {
        let mut row = vec![Field::text(self.id.unwrap_or("overall"))];
        let shares = [self.alignment, self.lo, self.hi, self.coverage, self.first_fuller, self.second_fuller];
        row.extend(shares.map(Field::maybe));
        row.extend(self.counts.figures());
        row.extend(self.jurisdictions.0.iter().map(|&(_, share)| Field::maybe(share)));
        row
    }
}
