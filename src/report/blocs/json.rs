use serde::Serialize;

use super::Blocs;
use super::group::GroupJson;
use crate::analysis::PairArea;
use crate::report::document::{Field, Table};
use crate::report::json::{ByCode, ComparisonJson, CountsJson, VERSION};
use crate::report::selection::SelectionJson;
use crate::report::words::camp_codes;

/// The JSON of `t12 blocs`.
#[derive(Debug, Serialize)]
pub struct BlocsJson<'a> {
    t12: u32,
    comparison: ComparisonJson<'a>,
    filter: Option<SelectionJson<'a>>,
    order: Vec<&'a str>,
    left_out: Vec<&'a str>,
    missing: Vec<[&'a str; 2]>,
    merges: Vec<MergeJson<'a>>,
    cophenetic_correlation: Option<f64>,
    camps: Option<CampsJson>,
    map: Option<MapJson>,
    pairs: Vec<PairJson<'a>>,
    group: Option<GroupJson<'a>>,
}

#[derive(Debug, Serialize)]
struct MergeJson<'a> {
    first: Vec<&'a str>,
    second: Vec<&'a str>,
    height: f64,
}

#[derive(Debug, Serialize)]
struct CampsJson {
    clear: bool,
    silhouette: f64,
    parts: Vec<Vec<String>>,
}

#[derive(Debug, Serialize)]
struct MapJson {
    fit_absolute: f64,
    fit_positive: f64,
    points: ByCode<[f64; 2]>,
}

#[derive(Debug, Serialize)]
struct PairJson<'a> {
    a: &'a str,
    b: &'a str,
    alignment: Option<f64>,
    available_case: Option<f64>,
    lo: Option<f64>,
    hi: Option<f64>,
    coverage: Option<f64>,
    mostly_absence: bool,
    counts: CountsJson,
}

impl<'a> BlocsJson<'a> {
    pub(super) fn of(blocs: &'a Blocs<'_>) -> Self {
        let Blocs { basis, pairs, .. } = blocs;
        let structure = pairs.structure();
        let code = |&column: &_| basis.code(column);
        let camps = structure.camps().map(|camps| CampsJson {
            clear: camps.are_clear(),
            silhouette: camps.silhouette,
            parts: camp_codes(basis.board, structure, camps)
                .map(|part| part.iter().map(ToString::to_string).collect())
                .collect(),
        });
        let map = structure.scaling().map(|scaling| {
            let codes = structure.columns().iter().map(|&column| basis.board.jurisdiction(column).code);
            let [fit_absolute, fit_positive] = scaling.fit;
            MapJson { fit_absolute, fit_positive, points: ByCode(codes.zip(scaling.points).collect()) }
        });
        let merges = structure.tree().merges().iter().map(|merge| {
            let [first, second] = merge.branches.map(|branch| blocs.codes_below(branch));
            MergeJson { first, second, height: merge.height }
        });
        Self {
            t12: VERSION,
            comparison: ComparisonJson::of(basis),
            filter: blocs.listed.json(),
            order: structure.order().iter().map(code).collect(),
            left_out: structure.left_out().iter().map(code).collect(),
            missing: structure.missing().iter().map(|pair| pair.map(|column| basis.code(column))).collect(),
            merges: merges.collect(),
            cophenetic_correlation: structure.cophenetic_correlation(),
            camps,
            map,
            pairs: rows(blocs).collect(),
            group: blocs.group.as_ref().map(|group| group.json(basis)),
        }
    }
}

fn rows<'a>(blocs: &'a Blocs<'_>) -> impl Iterator<Item = PairJson<'a>> {
    blocs
        .ordered_pairs()
        .map(|(a, b, pair)| PairJson::of([a, b].map(|column| blocs.basis.code(column)), &pair))
}

/// Every pair as a row of a table.
pub(super) fn table(blocs: &Blocs<'_>) -> Table {
    let shares = ["alignment", "available_case", "lo", "hi", "coverage", "mostly_absence"];
    let mut table = Table::new(["a", "b"].into_iter().chain(shares).chain(CountsJson::KEYS)).freezing(2);
    table.rows = rows(blocs).map(|pair| pair.row()).collect();
    table
}

impl<'a> PairJson<'a> {
    fn of([a, b]: [&'a str; 2], pair: &PairArea) -> Self {
        Self {
            a,
            b,
            alignment: pair.alignment.shown(),
            available_case: pair.alignment.available,
            lo: pair.alignment.lo,
            hi: pair.alignment.hi,
            coverage: pair.alignment.coverage,
            mostly_absence: pair.counts.agree_in_absence(),
            counts: CountsJson::from(&pair.counts),
        }
    }

    fn row(&self) -> Vec<Field> {
        let shares = [self.alignment, self.available_case, self.lo, self.hi, self.coverage];
        let mut row = vec![Field::text(self.a), Field::text(self.b)];
        row.extend(shares.map(Field::maybe));
        row.push(Field::text(self.mostly_absence.to_string()));
        row.extend(self.counts.figures());
        row
    }
}
