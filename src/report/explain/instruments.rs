//! How the kinds of instrument of two jurisdictions compare.

use super::case::{Case, share_words};
use super::explanation::{Explanation, Inputs, Outcome, Value, Working};
use super::kind::Kind;
use crate::scorecard::{Column, MeasureIndex};

pub(super) fn explain(case: &Case<'_>, pair: [Column; 2]) -> Explanation {
    let found = case.basis.figures.instruments(case.basis.board, pair[0], pair[1]);
    let [first, second] = pair.map(|column| case.code(column));
    let columns = [
        ("measure", "Measure"),
        ("first", first),
        ("second", second),
        ("common", "Both name one"),
        ("same", "Same kind"),
        ("same_level_different", "Same level, different kind"),
    ];
    let mut inputs = Inputs::new("measures", "Measures", columns);
    for measure in case.basis.board.measure_indexes() {
        let kinds = pair.map(|column| kind(case, measure, column));
        let levels = pair.map(|column| case.level(measure, column));
        let common = kinds.iter().all(Option::is_some) && levels.iter().all(Option::is_some);
        let same = common && kinds[0] == kinds[1];
        let different = common && !same && levels[0] == levels[1];
        let [kind, other] = kinds;
        let mut row = vec![Value::from(case.id(measure)), kind.into(), other.into()];
        row.extend([common, same, different].map(|holds| Value::from(u8::from(holds))));
        inputs.rows.push(row);
    }
    let inputs =
        inputs.supposing(case.basis.board.measure_indexes().map(|measure| case.supposed(measure, &pair)));
    let mut working = Working::default();
    let common = working.sum("common", "Measures where both name one", &inputs, "common");
    let same = working.sum("same", "Of these, with the same kind", &inputs, "same");
    working.sum(
        "same_level_different",
        "At the same level with different kinds",
        &inputs,
        "same_level_different",
    );
    if common.value() > 0.0 {
        working.step("same_share", "Share with the same kind", &(same / common));
    }
    Explanation {
        inputs: vec![inputs],
        steps: working.steps,
        result: Outcome {
            value: found.same_share().into(),
            words: format!(
                "{} of {} with the same kind of instrument ({})",
                found.same,
                found.common,
                share_words(found.same_share())
            ),
        },
        ..Explanation::new(
            Kind::Instruments,
            [first.to_owned(), second.to_owned()],
            format!("{first} and {second}"),
        )
    }
}

/// The kind of instrument of a position.
fn kind(case: &Case<'_>, measure: MeasureIndex, column: Column) -> Option<String> {
    let board = case.basis.board;
    let approach = board.grounds(board.cell(measure, column))?.approach?;
    Some(board.measure(measure).approaches.get(usize::from(approach))?.name.to_string())
}
