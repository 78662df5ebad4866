//! Numbers that remember how they came about, so that what is printed and what is computed cannot part.

use std::ops::{Add, Div, Mul, Sub};

/// A number with the arithmetic that gave it, as a spreadsheet takes it: `1 - 12.5 / (4 * 9.5)`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Expression {
    text: String,
    value: f64,
    binding: Binding,
}

/// How tightly the parts of an arithmetic hold together: what is looser stands in parentheses inside what is tighter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Sum,
    Product,
    Whole,
}

impl Expression {
    /// A number by itself.
    pub(super) fn of(value: f64) -> Self {
        // A minus in front binds no tighter than one between.
        let binding = if value < 0.0 { Binding::Sum } else { Binding::Whole };
        Self { text: number(value), value, binding }
    }

    /// A whole number by itself.
    pub(super) fn whole(value: impl Into<i64>) -> Self {
        Self::of(value.into() as f64)
    }

    /// How many there are of something.
    pub(super) fn count(things: usize) -> Self {
        Self::of(things as f64)
    }

    /// The arithmetic.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What it gives.
    pub(super) fn value(&self) -> f64 {
        self.value
    }

    /// The sum of several; 0 where there are none.
    pub(super) fn sum(terms: impl IntoIterator<Item = Self>) -> Self {
        terms.into_iter().reduce(Add::add).unwrap_or_else(|| Self::whole(0))
    }

    /// The larger of two.
    pub(super) fn max(self, other: Self) -> Self {
        let value = self.value.max(other.value);
        self.called("max", Some(other), value)
    }

    /// The smaller of two.
    pub(super) fn min(self, other: Self) -> Self {
        let value = self.value.min(other.value);
        self.called("min", Some(other), value)
    }

    /// Without its sign.
    pub(super) fn abs(self) -> Self {
        let value = self.value.abs();
        self.called("abs", None, value)
    }

    /// Its square root.
    pub(super) fn sqrt(self) -> Self {
        let value = self.value.sqrt();
        self.called("sqrt", None, value)
    }

    /// Its logarithm to the base of 2.
    pub(super) fn log2(self) -> Self {
        let value = self.value.log2();
        Self { text: format!("log({}, 2)", self.text), value, binding: Binding::Whole }
    }

    fn called(self, function: &str, other: Option<Self>, value: f64) -> Self {
        let other = other.map(|other| format!(", {}", other.text)).unwrap_or_default();
        Self { text: format!("{function}({}{other})", self.text), value, binding: Binding::Whole }
    }

    /// Its text where at least this tightness is needed.
    fn inside(&self, needed: Binding) -> String {
        if self.binding < needed { format!("({})", self.text) } else { self.text.clone() }
    }

    fn joined(&self, sign: &str, other: &Self, binding: Binding, right: Binding, value: f64) -> Self {
        Self { text: format!("{} {sign} {}", self.inside(binding), other.inside(right)), value, binding }
    }
}

impl Add for Expression {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        self.joined("+", &other, Binding::Sum, Binding::Product, self.value + other.value)
    }
}

impl Sub for Expression {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self.joined("-", &other, Binding::Sum, Binding::Product, self.value - other.value)
    }
}

impl Mul for Expression {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        self.joined("*", &other, Binding::Product, Binding::Whole, self.value * other.value)
    }
}

impl Div for Expression {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        self.joined("/", &other, Binding::Product, Binding::Whole, self.value / other.value)
    }
}

/// What subtracting equal numbers leaves of them.
const DUST: f64 = 1e-12;

/// A number as it is printed: ten decimals, or ten digits behind the zeros of a small one, since dividing by it would
/// magnify what is cut off; and no digits that say nothing.
pub(super) fn number(value: f64) -> String {
    let zeros = (1..=11).take_while(|&zeros| value.abs() < 0.1_f64.powi(zeros)).count();
    let decimals = if value.abs() < DUST { 10 } else { 10 + zeros };
    let text = format!("{value:.decimals$}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parentheses_stand_where_they_are_needed_and_nowhere_else() {
        let n = |value: f64| Expression::of(value);
        let share = n(1.0) - n(12.5) / (n(4.0) * n(9.5));
        assert_eq!(share.text(), "1 - 12.5 / (4 * 9.5)");
        assert!((share.value() - (1.0 - 12.5 / 38.0)).abs() < 1e-15);
        let nested = (n(1.0) - (n(2.0) - n(-3.0))) * n(2.0);
        assert_eq!((nested.text(), nested.value()), ("(1 - (2 - (-3))) * 2", -8.0));
        let called = (n(1.0) - n(2.0)).max(n(0.0)).min(n(4.0)) + n(-1.0).abs();
        assert_eq!((called.text(), called.value()), ("min(max(1 - 2, 0), 4) + abs(-1)", 1.0));
        assert_eq!(Expression::sum([]).text(), "0");
    }

    #[test]
    fn numbers_lose_what_says_nothing() {
        assert_eq!(
            [number(2.0), number(-0.0), number(1.0 / 3.0), number(0.5)],
            ["2", "0", "0.3333333333", "0.5"]
        );
        assert_eq!(
            [number(1.0 / 300.0), number(-0.001), number(1e-13), number(2.0 / 3e11)],
            ["0.003333333333", "-0.001", "0", "0.000000000006666666667"]
        );
    }
}
