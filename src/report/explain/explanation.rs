use super::case::{share_words, yardsticks};
use super::expression::{Expression, number};
use super::kind::Kind;
use crate::analysis::{Baseline, Estimate};
use crate::report::words;

/// The arithmetic of one figure: what it is, what goes in, every step, and what it says.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// Which figure.
    pub(super) kind: Kind,
    /// Whose figure, as the command line takes it.
    pub(super) of: Vec<String>,
    /// Whose figure, for people.
    pub(super) about: String,
    /// What goes in, table by table.
    pub(super) inputs: Vec<Inputs>,
    /// What is done with it, one after the other.
    pub(super) steps: Vec<Step>,
    /// What comes out.
    pub(super) result: Outcome,
    /// What to hold the result against, in words.
    pub(super) yardsticks: Vec<String>,
    /// The figure on a board whose levels are dealt out anew.
    pub(super) baseline: Option<Baseline>,
    /// What is to be known of this case.
    pub(super) remarks: Vec<String>,
}

/// A table of what goes in.
#[derive(Clone, Debug)]
pub(super) struct Inputs {
    /// The name programs know it by.
    pub(super) key: &'static str,
    /// The name people read.
    pub(super) title: &'static str,
    /// The columns: the names for programs and for people.
    pub(super) columns: Vec<(&'static str, String)>,
    /// The rows, each with one value a column.
    pub(super) rows: Vec<Vec<Value>>,
}

/// Something that goes in or comes out.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// Words.
    Text(String),
    /// Jurisdictions.
    Codes(Vec<String>),
    /// A whole number.
    Whole(i64),
    /// Any number.
    Number(f64),
    /// There is none.
    Nothing,
}

/// One step of the arithmetic.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// The name programs know it by.
    pub(super) key: &'static str,
    /// What is computed.
    pub(super) what: String,
    /// The arithmetic with the numbers of this case.
    pub(super) arithmetic: String,
    /// The table and the column of the inputs that it is the sum of, where it is one.
    pub(super) sum_of: Option<(&'static str, &'static str)>,
    /// What it gives.
    pub(super) value: Value,
}

/// What comes out.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    /// The figure, unrounded.
    pub(super) value: Value,
    /// The same as it stands on the screen.
    pub(super) words: String,
}

impl Explanation {
    /// One of a figure of which nothing is told yet but whose it is.
    pub(super) fn new(kind: Kind, of: impl IntoIterator<Item = String>, about: String) -> Self {
        Self {
            kind,
            of: of.into_iter().collect(),
            about,
            inputs: Vec::new(),
            steps: Vec::new(),
            result: Outcome { value: Value::Nothing, words: String::new() },
            yardsticks: Vec::new(),
            baseline: None,
            remarks: Vec::new(),
        }
    }

    /// Held against what chance gives, and the same board with its levels dealt out anew.
    pub(super) fn against_chance(self, baseline: Option<Baseline>) -> Self {
        Self { yardsticks: yardsticks(baseline.as_ref()), baseline, ..self }
    }

    /// With what is to be known of this case; empty remarks are none.
    pub(super) fn remarked(self, remarks: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let remarks = remarks.into_iter().map(Into::into).filter(|remark: &String| !remark.is_empty());
        Self { remarks: remarks.collect(), ..self }
    }

    /// With one more remark, unless it is empty.
    pub(super) fn also(mut self, remark: &str) -> Self {
        self.remarks.extend(Some(remark.to_owned()).filter(|remark| !remark.is_empty()));
        self
    }
}

impl Outcome {
    /// A share with its coverage.
    pub(super) fn estimate(estimate: &Estimate) -> Self {
        let shown = estimate.shown();
        let coverage = words::maybe_share(estimate.coverage);
        Self { value: shown.into(), words: format!("{}; coverage {coverage}", share_words(shown)) }
    }
}

impl Value {
    /// The number, where it is one.
    pub(super) fn as_number(&self) -> Option<f64> {
        match self {
            Self::Whole(number) => Some(*number as f64),
            Self::Number(number) => Some(*number),
            Self::Text(_) | Self::Codes(_) | Self::Nothing => None,
        }
    }

    /// As people read it; empty where there is none.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Codes(codes) => codes.join(" "),
            Self::Whole(whole) => whole.to_string(),
            Self::Number(value) => number(*value),
            Self::Nothing => String::new(),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

macro_rules! whole {
    ($($number:ty),*) => {$(
        impl From<$number> for Value {
            fn from(value: $number) -> Self {
                Self::Whole(i64::from(value))
            }
        }
    )*};
}

whole!(u8, i8, u32, i64);

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

impl Inputs {
    /// A table without rows.
    pub(super) fn new<H: Into<String>>(
        key: &'static str,
        title: &'static str,
        columns: impl IntoIterator<Item = (&'static str, H)>,
    ) -> Self {
        let columns = columns.into_iter().map(|(key, heading)| (key, heading.into())).collect();
        Self { key, title, columns, rows: Vec::new() }
    }

    /// With whose levels behind each row are supposed, where any is.
    pub(super) fn supposing(mut self, rows: impl IntoIterator<Item = Vec<String>>) -> Self {
        let rows: Vec<Vec<String>> = rows.into_iter().collect();
        if rows.iter().any(|codes| !codes.is_empty()) {
            self.columns.push(("supposed", "What-if".to_owned()));
            for (row, codes) in self.rows.iter_mut().zip(rows) {
                row.push(Value::Codes(codes));
            }
        }
        self
    }

    /// What stands in a column, from the first row to the last.
    pub(super) fn column(&self, key: &str) -> impl Iterator<Item = f64> {
        let place = self.columns.iter().position(|(name, _)| *name == key);
        self.rows.iter().filter_map(move |row| row.get(place?)?.as_number())
    }
}

/// How many terms of a sum are written out; more are told by their column.
const WRITTEN_OUT: usize = 16;

/// A sum of weights and steps without what binary fractions add to it: 0.3, not 0.30000000000000004.
fn without_dust(sum: f64) -> f64 {
    let rounded = (sum * 1e6).round() / 1e6;
    if (rounded - sum).abs() < 1e-12 { rounded } else { sum }
}

/// The steps in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Working {
    /// The steps so far.
    pub(super) steps: Vec<Step>,
}

impl Working {
    /// Adds up a column of the inputs.
    pub(super) fn sum(
        &mut self,
        key: &'static str,
        what: impl Into<String>,
        inputs: &Inputs,
        column: &'static str,
    ) -> Expression {
        let sum = without_dust(inputs.column(column).sum());
        let terms: Vec<f64> = inputs.column(column).filter(|&value| value != 0.0).collect();
        let count = terms.len();
        let arithmetic = if count > WRITTEN_OUT {
            let heading =
                inputs.columns.iter().find(|(name, _)| *name == column).map(|(_, heading)| &**heading);
            format!("the sum of the column {:?}, {count} numbers other than 0", heading.unwrap_or_default())
        } else {
            Expression::sum(terms.into_iter().map(Expression::of)).text().to_owned()
        };
        let sum_of = Some((inputs.key, column));
        self.steps.push(Step { key, what: what.into(), arithmetic, sum_of, value: Value::Number(sum) });
        Expression::of(sum)
    }

    /// Computes something and gives it as a number to go on with.
    pub(super) fn step(
        &mut self,
        key: &'static str,
        what: impl Into<String>,
        from: &Expression,
    ) -> Expression {
        let value = from.value();
        self.steps.push(Step {
            key,
            what: what.into(),
            arithmetic: from.text().to_owned(),
            sum_of: None,
            value: Value::Number(value),
        });
        Expression::of(value)
    }

    /// Takes a number as it is, to go on with: a count, a weight, or a figure that is explained by itself.
    pub(super) fn known(
        &mut self,
        key: &'static str,
        what: impl Into<String>,
        value: impl Into<f64>,
    ) -> Expression {
        let value = value.into();
        self.finding(key, what, value);
        Expression::of(value)
    }

    /// Says what follows from the steps before without any more arithmetic.
    pub(super) fn finding(&mut self, key: &'static str, what: impl Into<String>, value: impl Into<Value>) {
        let arithmetic = String::new();
        self.steps.push(Step { key, what: what.into(), arithmetic, sum_of: None, value: value.into() });
    }
}
