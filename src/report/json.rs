//! Pieces that the JSON of several twins shares.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::analysis::{Counts, PairArea};
use crate::scorecard::{Board, Code, Prose};

use super::basis::Basis;
use super::document::Field;
use super::words;

/// The version of the JSON, the value of `"t12"` at its top. Raised when a key changes its meaning.
pub(super) const VERSION: u32 = 1;

/// What was compared with what.
#[derive(Debug, Serialize)]
pub(super) struct ComparisonJson<'a> {
    poles: [&'a str; 2],
    group: Vec<&'a str>,
    units: &'static str,
    weights: &'a str,
    lens: String,
    today: String,
    /// How many things are supposed; left out where nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    what_ifs: Option<usize>,
}

impl<'a> ComparisonJson<'a> {
    pub(super) fn of(basis: &Basis<'a>) -> Self {
        let comparison = basis.figures.comparison();
        Self {
            poles: basis.poles(),
            group: comparison.group.iter().map(|&column| basis.code(column)).collect(),
            units: comparison.units.key(),
            weights: words::weights(&comparison.weights),
            lens: words::lens(comparison.lens),
            today: basis.today.to_string(),
            what_ifs: Some(basis.board.supposed().len()).filter(|&what_ifs| what_ifs > 0),
        }
    }
}

/// Numbers of measures.
#[derive(Debug, Serialize)]
pub(super) struct CountsJson {
    same: u32,
    both: u32,
    neither: u32,
    one: u32,
    two_or_more: u32,
    open: u32,
    not_comparable: u32,
}

impl From<&Counts> for CountsJson {
    fn from(counts: &Counts) -> Self {
        Self {
            same: counts.same,
            both: counts.both,
            neither: counts.neither,
            one: counts.one,
            two_or_more: counts.two_or_more,
            open: counts.open,
            not_comparable: counts.not_comparable,
        }
    }
}

impl CountsJson {
    /// The keys, in order.
    pub(super) const KEYS: [&str; 7] =
        ["same", "both", "neither", "one", "two_or_more", "open", "not_comparable"];

    /// The counts as fields of a table.
    pub(super) fn figures(&self) -> [Field; 7] {
        let counts =
            [self.same, self.both, self.neither, self.one, self.two_or_more, self.open, self.not_comparable];
        counts.map(|count| Field::figure(&count))
    }
}

/// The alignment of two with the counts it rests on.
#[derive(Debug, Serialize)]
pub(super) struct AlignmentJson {
    alignment: Option<f64>,
    available_case: Option<f64>,
    s: Option<f64>,
    lo: Option<f64>,
    hi: Option<f64>,
    coverage: Option<f64>,
    same_answer: Option<f64>,
    counts: CountsJson,
}

impl From<&PairArea> for AlignmentJson {
    fn from(pair: &PairArea) -> Self {
        Self {
            alignment: pair.alignment.shown(),
            available_case: pair.alignment.available,
            s: pair.alignment.signorino_ritter(),
            lo: pair.alignment.lo,
            hi: pair.alignment.hi,
            coverage: pair.alignment.coverage,
            same_answer: pair.same_answer,
            counts: CountsJson::from(&pair.counts),
        }
    }
}

impl AlignmentJson {
    /// The keys as columns of a table, the counts behind them.
    pub(super) fn columns() -> impl Iterator<Item = &'static str> {
        let shares = ["alignment", "available_case", "s", "lo", "hi", "coverage", "same_answer"];
        shares.into_iter().chain(CountsJson::KEYS)
    }

    /// The fields below [`Self::columns`].
    pub(super) fn fields(&self) -> impl Iterator<Item = Field> {
        let shares =
            [self.alignment, self.available_case, self.s, self.lo, self.hi, self.coverage, self.same_answer];
        shares.map(Field::maybe).into_iter().chain(self.counts.figures())
    }
}

/// An object by jurisdiction whose keys stand in column order.
#[derive(Debug)]
pub(super) struct ByCode<T>(pub(super) Vec<(Code, T)>);

impl<T: Serialize> Serialize for ByCode<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (code, value) in &self.0 {
            map.serialize_entry(code.as_str(), value)?;
        }
        map.end()
    }
}

/// The text of a prose, or nothing where none is written.
pub(super) fn written(board: &Board, prose: Prose) -> Option<String> {
    let text = board.text(prose);
    (!text.is_empty()).then(|| text.into_owned())
}

/// A weight in millionths as a number.
pub(super) fn weight(millionths: u64) -> f64 {
    millionths as f64 / 1e6
}
