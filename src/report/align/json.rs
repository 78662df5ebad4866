use serde::Serialize;

use super::Align;
use crate::analysis::Pair;
use crate::report::document::Field;
use crate::report::json::{ComparisonJson, CountsJson, VERSION};

/// The JSON of `t12 align`.
#[derive(Debug, Serialize)]
pub struct AlignJson<'a> {
    t12: u32,
    comparison: ComparisonJson<'a>,
    area: Option<&'a str>,
    pairs: Vec<PairJson<'a>>,
}

#[derive(Debug, Serialize)]
struct PairJson<'a> {
    a: &'a str,
    b: &'a str,
    alignment: Option<f64>,
    available_case: Option<f64>,
    s: Option<f64>,
    lo: Option<f64>,
    hi: Option<f64>,
    coverage: Option<f64>,
    same_answer: Option<f64>,
    counts: CountsJson,
}

impl<'a> AlignJson<'a> {
    pub(super) fn of(align: &Align<'a>) -> Self {
        Self {
            t12: VERSION,
            comparison: ComparisonJson::of(&align.basis),
            area: align.area.map(|number| &*align.basis.board.areas[number].id),
            pairs: align.pairs().map(|pair| PairJson::of(align, &pair)).collect(),
        }
    }

    /// The pairs as rows of a table.
    pub(super) fn rows(&self) -> impl Iterator<Item = Vec<Field>> {
        self.pairs.iter().map(PairJson::row)
    }
}

impl<'a> PairJson<'a> {
    fn of(align: &Align<'a>, pair: &Pair) -> Self {
        let figures = align.figures(pair);
        Self {
            a: align.basis.code(pair.first),
            b: align.basis.code(pair.second),
            alignment: figures.alignment.shown(),
            available_case: figures.alignment.available,
            s: figures.alignment.signorino_ritter(),
            lo: figures.alignment.lo,
            hi: figures.alignment.hi,
            coverage: figures.alignment.coverage,
            same_answer: figures.same_answer,
            counts: CountsJson::from(&figures.counts),
        }
    }

    fn row(&self) -> Vec<Field> {
        let shares =
            [self.alignment, self.available_case, self.s, self.lo, self.hi, self.coverage, self.same_answer];
        let mut row = vec![Field::text(self.a), Field::text(self.b)];
        row.extend(shares.map(Field::maybe));
        row.extend(self.counts.figures());
        row
    }
}
