use serde::Serialize;

use super::Align;
use crate::analysis::Pair;
use crate::report::document::Field;
use crate::report::json::{AlignmentJson, ComparisonJson, VERSION};
use crate::report::robustness::{RanksJson, RobustnessJson};

/// The JSON of `t12 align`.
#[derive(Debug, Serialize)]
pub struct AlignJson<'a> {
    t12: u32,
    comparison: ComparisonJson<'a>,
    area: Option<&'a str>,
    robustness: Option<RobustnessJson<PairName<'a>>>,
    pairs: Vec<PairJson<'a>>,
}

#[derive(Debug, Serialize)]
struct PairJson<'a> {
    a: &'a str,
    b: &'a str,
    #[serde(flatten)]
    alignment: AlignmentJson,
    ranks: Option<RanksJson>,
}

/// A pair by the codes of the two.
#[derive(Debug, Serialize)]
struct PairName<'a> {
    a: &'a str,
    b: &'a str,
}

impl<'a> AlignJson<'a> {
    pub(super) fn of(align: &Align<'a>) -> Self {
        Self {
            t12: VERSION,
            comparison: ComparisonJson::of(&align.basis),
            robustness: align.robustness.as_ref().map(|found| {
                RobustnessJson::of(align.basis.board, found, |pair| {
                    let [a, b] = pair.map(|column| align.basis.code(column));
                    PairName { a, b }
                })
            }),
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
            ranks: align.ranks(pair).map(RanksJson::of),
        }
    }

    fn row(&self) -> Vec<Field> {
        let names = [Field::text(self.a), Field::text(self.b)].into_iter();
        let rank = Field::maybe(self.ranks.map(|ranks| ranks.rank));
        names.chain(self.alignment.fields()).chain([rank]).chain(RanksJson::drawn(self.ranks)).collect()
    }
}
