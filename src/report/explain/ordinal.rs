//! The two published measures of agreement on an ordered scale.

use super::explanation::{Inputs, Value, Working};
use super::expression::Expression;
use crate::analysis::{Layer, Tally};
use crate::scorecard::Level;

/// The highest level, one less than the number of categories K.
const HIGHEST: i64 = Level::HIGHEST as i64;

/// The layers into which van der Eijk takes the counts apart; nothing where nothing is known.
pub(super) fn layers(tally: &Tally) -> Inputs {
    let columns = [
        ("filled", "Filled levels"),
        ("s", "S"),
        ("units", "Units"),
        ("unimodal", "Triples 110, 011"),
        ("bimodal", "Triples 101"),
    ];
    let mut inputs = Inputs::new("layers", "The layers of the counts", columns);
    for layer in Layer::of(&tally.counts()) {
        let pattern: String = layer.pattern.iter().map(|&filled| if filled { '1' } else { '0' }).collect();
        inputs.rows.push(vec![
            Value::from(pattern),
            layer.filled().into(),
            layer.units.into(),
            layer.unimodal.into(),
            layer.bimodal.into(),
        ]);
    }
    inputs
}

/// A of van der Eijk: the mean of the agreement of the layers by what they hold.
pub(super) fn van_der_eijk(working: &mut Working, tally: &Tally) {
    let n = |number: u32| Expression::whole(number);
    let parts: Vec<Expression> = Layer::of(&tally.counts())
        .into_iter()
        .map(|layer| {
            let triples = layer.unimodal + layer.bimodal;
            let width = Expression::whole(1) - (n(layer.filled()) - n(1)) / Expression::whole(HIGHEST);
            let agreement = if triples > 0 {
                let k = || Expression::whole(HIGHEST - 1);
                let peak = k() * n(layer.unimodal) - Expression::whole(HIGHEST) * n(layer.bimodal);
                peak / (k() * n(triples)) * width
            } else {
                width
            };
            let agreement =
                working.step("layer", format!("Agreement of the layer of {} units", layer.units), &agreement);
            n(layer.units) * agreement
        })
        .collect();
    if !parts.is_empty() {
        working.step(
            "van_der_eijk",
            "Agreement A of van der Eijk",
            &(Expression::sum(parts) / n(tally.known())),
        );
    }
}

/// Cns of Tastle and Wierman.
pub(super) fn consensus(working: &mut Working, tally: &Tally) {
    let all = tally.known();
    if all == 0 {
        return;
    }
    let n = |number: u32| Expression::whole(number);
    let filled = || Level::all().zip(tally.counts()).filter(|&(_, units)| units > 0);
    let sum = Expression::sum(filled().map(|(level, units)| n(units) * Expression::whole(level.number())));
    let mean = working.step("mean", "Mean level, of use here only", &(sum / n(all)));
    let parts = filled().map(|(level, units)| {
        let off = (Expression::whole(level.number()) - mean.clone()).abs() / Expression::whole(HIGHEST);
        n(units) / n(all) * (Expression::whole(1) - off).log2()
    });
    let parts: Vec<Expression> = parts.collect();
    working.step(
        "consensus",
        "Consensus Cns of Tastle and Wierman",
        &(Expression::whole(1) + Expression::sum(parts)),
    );
}
