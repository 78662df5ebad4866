//! A spreadsheet of one cell: the arithmetic of a step, computed from its text alone.

/// What an arithmetic gives.
pub(super) fn evaluate(text: &str) -> f64 {
    let mut reader = Reader { rest: text };
    let value = reader.sum();
    assert_eq!(reader.rest.trim(), "", "left of {text}");
    value
}

struct Reader<'t> {
    rest: &'t str,
}

impl Reader<'_> {
    fn takes(&mut self, sign: &str) -> bool {
        let rest = self.rest.trim_start();
        let taken = rest.strip_prefix(sign);
        self.rest = taken.unwrap_or(rest);
        taken.is_some()
    }

    fn sum(&mut self) -> f64 {
        let mut value = self.product();
        loop {
            if self.takes("+") {
                value += self.product();
            } else if self.takes("-") {
                value -= self.product();
            } else {
                return value;
            }
        }
    }

    fn product(&mut self) -> f64 {
        let mut value = self.factor();
        loop {
            if self.takes("*") {
                value *= self.factor();
            } else if self.takes("/") {
                value /= self.factor();
            } else {
                return value;
            }
        }
    }

    fn factor(&mut self) -> f64 {
        if self.takes("-") {
            return -self.factor();
        }
        for (name, function) in FUNCTIONS {
            if self.takes(name) {
                let mut arguments = vec![self.sum()];
                while self.takes(",") {
                    arguments.push(self.sum());
                }
                assert!(self.takes(")"), "{}", self.rest);
                return function(&arguments);
            }
        }
        let end = self.rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(self.rest.len());
        let (number, rest) = self.rest.split_at(end);
        self.rest = rest;
        number.parse().unwrap_or_else(|_| panic!("no number at {number:?} {rest:?}"))
    }
}

type Function = fn(&[f64]) -> f64;

const FUNCTIONS: [(&str, Function); 6] = [
    ("max(", |of| of.iter().copied().fold(f64::MIN, f64::max)),
    ("min(", |of| of.iter().copied().fold(f64::MAX, f64::min)),
    ("abs(", |of| of[0].abs()),
    ("sqrt(", |of| of[0].sqrt()),
    ("log(", |of| of[0].ln() / of[1].ln()),
    ("(", |of| of[0]),
];

#[test]
fn the_usual_order_holds() {
    for (text, value) in
        [("1 - 2 * 3 + 4", -1.0), ("8 / 4 / 2", 1.0), ("2 * (1 - (-3))", 8.0), ("max(0, 2 - 3)", 0.0)]
    {
        assert!((evaluate(text) - value).abs() < 1e-12, "{text}");
    }
}
