use super::estimate::share;

/// Agreement A of an ordered rating scale, -1 (two equal camps at the ends) over 0 (uniform) to 1 (all in one
/// category): van der Eijk, "Measuring agreement in ordered rating scales", Quality and Quantity 35 (2001), appendix.
/// Nothing where nothing is counted or there are fewer than three categories.
///
/// The counts are taken apart into layers, each a pattern of filled and empty categories; A is the mean of the
/// patterns' agreements weighted by what each layer holds.
pub fn van_der_eijk(counts: &[u32]) -> Option<f64> {
    let all: u32 = counts.iter().sum();
    if all == 0 || counts.len() < 3 {
        return None;
    }
    let parts = Layer::of(counts).into_iter().map(|layer| f64::from(layer.units) * layer.agreement());
    Some(parts.sum::<f64>() / f64::from(all))
}

/// One layer of counts by category: as many units as are in all of its filled categories, one by one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// Which categories are filled.
    pub pattern: Vec<bool>,
    /// How many units it holds.
    pub units: u32,
    /// Triples of categories 110 and 011, TU.
    pub unimodal: u32,
    /// Triples of categories 101, TDU.
    pub bimodal: u32,
}

impl Layer {
    /// The layers of counts, the widest first.
    pub fn of(counts: &[u32]) -> Vec<Self> {
        let mut heights: Vec<u32> = counts.iter().copied().filter(|&count| count > 0).collect();
        heights.sort_unstable();
        heights.dedup();
        let mut below = 0;
        let layer = |height: u32| {
            let pattern: Vec<bool> = counts.iter().map(|&count| count >= height).collect();
            let thickness = height - std::mem::replace(&mut below, height);
            let (unimodal, bimodal) = triples(&pattern);
            let mut layer = Self { pattern, units: 0, unimodal, bimodal };
            layer.units = thickness * layer.filled();
            layer
        };
        heights.into_iter().map(layer).collect()
    }

    /// How many categories are filled, S.
    pub fn filled(&self) -> u32 {
        self.pattern.iter().filter(|&&filled| filled).count() as u32
    }

    /// Its agreement: U (1 - (S-1)/(K-1)) with unimodality U = ((K-2) TU - (K-1) TDU) / ((K-2) (TU + TDU)), and U = 1
    /// where there are no such triples.
    fn agreement(&self) -> f64 {
        let k = self.pattern.len() as f64;
        let (unimodal, bimodal) = (f64::from(self.unimodal), f64::from(self.bimodal));
        let triples = unimodal + bimodal;
        let unimodality = if triples > 0.0 {
            ((k - 2.0) * unimodal - (k - 1.0) * bimodal) / ((k - 2.0) * triples)
        } else {
            1.0
        };
        unimodality * (1.0 - (f64::from(self.filled()) - 1.0) / (k - 1.0))
    }
}

/// The triples of categories that speak for one peak, and those that speak against it.
fn triples(pattern: &[bool]) -> (u32, u32) {
    let categories = pattern.len();
    let (mut unimodal, mut bimodal) = (0, 0);
    for low in 0..categories {
        for middle in low + 1..categories {
            for high in middle + 1..categories {
                match (pattern[low], pattern[middle], pattern[high]) {
                    (true, true, false) | (false, true, true) => unimodal += 1,
                    (true, false, true) => bimodal += 1,
                    _ => {}
                }
            }
        }
    }
    (unimodal, bimodal)
}

/// Consensus Cns of an ordered rating scale, 0 (half at each end) to 1 (all in one category): Tastle and Wierman,
/// "Consensus and dissention: a measure of ordinal dispersion", Int. J. of Approximate Reasoning 45 (2007).
/// 1 + sum of p log2(1 - |x - mean| / (K - 1)). Nothing where nothing is counted.
pub fn consensus(counts: &[u32]) -> Option<f64> {
    let all: u64 = counts.iter().map(|&count| u64::from(count)).sum();
    let sum = counts.iter().zip(0_u64..).map(|(&count, level)| u64::from(count) * level).sum();
    let mean = share(sum, all)?;
    let width = counts.len().saturating_sub(1).max(1) as f64;
    let filled = counts.iter().enumerate().filter(|&(_, &count)| count > 0);
    let parts = filled.map(|(level, &count)| {
        f64::from(count) / all as f64 * (1.0 - (level as f64 - mean).abs() / width).log2()
    });
    Some(1.0 + parts.sum::<f64>())
}

/// Ordinal dispersion D of a rating scale, 0 (all in one category) to 1 (half at each end): Leik, "A measure of ordinal
/// consensus", Pacific Sociological Review 9 (1966). Twice the mean over the steps of the scale of the smaller part of
/// those at or below and those above. Nothing where nothing is counted or there are fewer than two categories.
pub fn leik(counts: &[u32]) -> Option<f64> {
    let all: u64 = counts.iter().map(|&count| u64::from(count)).sum();
    let steps = counts.len().checked_sub(1)?;
    let mut below = 0;
    let smaller = counts[..steps].iter().map(|&count| {
        below += u64::from(count);
        below.min(all - below)
    });
    share(2 * smaller.sum::<u64>(), steps as u64 * all)
}
