use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::Explain;
use super::catalogue::LIMITS;
use super::explanation::{Inputs, Step, Value};
use crate::analysis::Baseline;
use crate::report::json::{ComparisonJson, VERSION};

/// The JSON of `t12 explain` with a figure.
#[derive(Debug, Serialize)]
pub struct ExplainJson<'a> {
    t12: u32,
    comparison: ComparisonJson<'a>,
    figure: &'static str,
    of: &'a [String],
    meaning: &'static str,
    formula: &'static str,
    inputs: ByKey<'a>,
    steps: Vec<StepJson<'a>>,
    result: ResultJson<'a>,
    yardsticks: &'a [String],
    baseline: Option<BaselineJson>,
    limits: Vec<&'a str>,
    source: &'static str,
}

#[derive(Debug, Serialize)]
struct StepJson<'a> {
    step: &'static str,
    what: &'a str,
    arithmetic: Option<&'a str>,
    sum_of: Option<[&'static str; 2]>,
    value: &'a Value,
}

#[derive(Debug, Serialize)]
struct ResultJson<'a> {
    value: &'a Value,
    words: &'a str,
}

#[derive(Debug, Serialize)]
struct BaselineJson {
    seed: u64,
    draws: usize,
    mean: f64,
    low: f64,
    high: f64,
}

/// The tables of inputs by their names, in order.
#[derive(Debug)]
struct ByKey<'a>(&'a [Inputs]);

struct Row<'a>(&'a Inputs, &'a [Value]);

impl<'a> ExplainJson<'a> {
    pub(super) fn of(explain: &'a Explain<'_>) -> Self {
        let explanation = &explain.explanation;
        let about = explanation.kind.about();
        Self {
            t12: VERSION,
            comparison: ComparisonJson::of(&explain.basis),
            figure: explanation.kind.key(),
            of: &explanation.of,
            meaning: about.meaning,
            formula: about.formula,
            inputs: ByKey(&explanation.inputs),
            steps: explanation.steps.iter().map(StepJson::of).collect(),
            result: ResultJson { value: &explanation.result.value, words: &explanation.result.words },
            yardsticks: &explanation.yardsticks,
            baseline: explanation.baseline.map(BaselineJson::from),
            limits: explanation
                .remarks
                .iter()
                .map(String::as_str)
                .chain(about.limits.iter().copied())
                .chain(LIMITS)
                .collect(),
            source: about.source,
        }
    }
}

impl<'a> StepJson<'a> {
    fn of(step: &'a Step) -> Self {
        Self {
            step: step.key,
            what: &step.what,
            arithmetic: Some(step.arithmetic.as_str()).filter(|arithmetic| !arithmetic.is_empty()),
            sum_of: step.sum_of.map(|(inputs, column)| [inputs, column]),
            value: &step.value,
        }
    }
}

impl From<Baseline> for BaselineJson {
    fn from(baseline: Baseline) -> Self {
        let Baseline { seed, draws, mean, low, high } = baseline;
        Self { seed, draws, mean, low, high }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Codes(codes) => serializer.collect_seq(codes),
            Self::Whole(number) => serializer.serialize_i64(*number),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Nothing => serializer.serialize_none(),
        }
    }
}

impl Serialize for ByKey<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for inputs in self.0 {
            let rows: Vec<Row<'_>> = inputs.rows.iter().map(|row| Row(inputs, row)).collect();
            map.serialize_entry(inputs.key, &rows)?;
        }
        map.end()
    }
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(inputs, values) = self;
        let mut map = serializer.serialize_map(Some(values.len()))?;
        for ((key, _), value) in inputs.columns.iter().zip(*values) {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}
