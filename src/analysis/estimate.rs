/// A share with its bounds and its coverage, each 0 to 1 and unrounded.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Estimate {
    /// The value over what is known (available case). Nothing where too little is known.
    pub available: Option<f64>,
    /// The lowest value any answer to the unknowns could give.
    pub lo: Option<f64>,
    /// The highest value any answer to the unknowns could give.
    pub hi: Option<f64>,
    /// The weight of what is known in what is comparable. Nothing where nothing is comparable.
    pub coverage: Option<f64>,
}

impl Estimate {
    /// The value to show: the available case brought inside its bounds. It can lie outside them, because it leaves
    /// out measures on which the known side already limits the distance.
    pub fn shown(&self) -> Option<f64> {
        let value = self.available?;
        let raised = self.lo.map_or(value, |lo| value.max(lo));
        Some(self.hi.map_or(raised, |hi| raised.min(hi)))
    }

    /// Whether the shown value is another than the available case, and has to be marked.
    pub fn is_clamped(&self) -> bool {
        matches!((self.available, self.shown()), (Some(value), Some(shown)) if (value - shown).abs() > EPSILON)
    }

    /// The available case as S of Signorino and Ritter (1999), -1 to 1: S = 2A - 1.
    pub fn signorino_ritter(&self) -> Option<f64> {
        self.available.map(|value| 2.0 * value - 1.0)
    }
}

/// The difference below which two shares count as equal.
pub(super) const EPSILON: f64 = 1e-12;

/// A mean of shares weighted by whole numbers, over those that have a value.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Mean {
    sum: f64,
    weight: u64,
}

impl Mean {
    pub(super) fn add(&mut self, weight: u32, value: Option<f64>) {
        if let Some(value) = value {
            self.sum += f64::from(weight) * value;
            self.weight += u64::from(weight);
        }
    }

    pub(super) fn value(self) -> Option<f64> {
        (self.weight > 0).then(|| self.sum / self.weight as f64)
    }
}

/// The weighted mean of estimates, each part over the areas that have it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct EstimateMean {
    available: Mean,
    lo: Mean,
    hi: Mean,
    coverage: Mean,
}

impl EstimateMean {
    pub(super) fn add(&mut self, weight: u32, estimate: &Estimate) {
        self.available.add(weight, estimate.available);
        self.lo.add(weight, estimate.lo);
        self.hi.add(weight, estimate.hi);
        self.coverage.add(weight, estimate.coverage);
    }

    pub(super) fn value(self) -> Estimate {
        Estimate {
            available: self.available.value(),
            lo: self.lo.value(),
            hi: self.hi.value(),
            coverage: self.coverage.value(),
        }
    }
}

/// A part of a whole as a share; nothing where the whole is 0.
pub(super) fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}
