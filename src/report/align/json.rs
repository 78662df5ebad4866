use serde::Serialize;

use super::Align;
use crate::analysis::Pair;
use crate::report::document::Field;
use crate::report::json::{AlignmentJson, ComparisonJson, VERSION};

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
    #[serde(flatten)]
    alignment: AlignmentJson,
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
        Self {
            a: align.basis.code(pair.first),
            b: align.basis.code(pair.second),
            alignment: AlignmentJson::from(align.figures(pair)),
        }
    }

    fn row(&self) -> Vec<Field> {
        [Field::text(self.a), Field::text(self.b)].into_iter().chain(self.alignment.fields()).collect()
    }
}
