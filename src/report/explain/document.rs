//! An explanation as people read it.

use super::catalogue::LIMITS;
use super::explanation::{Explanation, Inputs, Step, Value};
use crate::report::document::{Document, Field, Table};

/// The explanation, the result first: whoever asks why a number is what it is wants to see that it is that number.
pub(super) fn document(explanation: &Explanation, standing: &str) -> Document {
    let about = explanation.kind.about();
    let mut document = Document::titled(format!("{}: {}", about.title, explanation.about));
    document.paragraph(standing);
    document.paragraph(about.meaning);
    document.facts([("Result", explanation.result.words.clone()), ("Formula", about.formula.to_owned())]);
    if !explanation.steps.is_empty() {
        document.heading("Step by step");
        document.table(steps(&explanation.steps));
    }
    for inputs in explanation.inputs.iter().filter(|inputs| !inputs.rows.is_empty()) {
        document.heading(format!("What goes in: {}", inputs.title));
        document.table(table(inputs));
    }
    document.list("To compare with", explanation.yardsticks.clone());
    let limits = about.limits.iter().copied().chain(LIMITS).map(str::to_owned);
    document.list("What it does not say", explanation.remarks.iter().cloned().chain(limits).collect());
    document.facts([("Source of the method", about.source.to_owned())]);
    document
}

fn steps(steps: &[Step]) -> Table {
    let mut table = Table::new(["What", "Arithmetic", "Gives"]).wrapping(&[0, 1]);
    for step in steps {
        let fields = vec![Field::text(&step.what), Field::text(&step.arithmetic), field(&step.value)];
        table.row(fields);
    }
    table
}

fn table(inputs: &Inputs) -> Table {
    let headings = inputs.columns.iter().map(|(_, heading)| heading.as_str());
    let mut table = Table::new(headings).wrapping(&[0]);
    table.rows = rows(inputs);
    table
}

/// The same with the names that programs know the columns by.
pub(super) fn for_spreadsheets(inputs: &Inputs) -> Table {
    let mut table = Table::new(inputs.columns.iter().map(|(key, _)| *key));
    table.rows = rows(inputs);
    table
}

fn rows(inputs: &Inputs) -> Vec<Vec<Field>> {
    inputs.rows.iter().map(|row| row.iter().map(field).collect()).collect()
}

fn field(value: &Value) -> Field {
    match value {
        Value::Text(text) => Field::text(text),
        Value::Codes(_) => Field::text(value.words()),
        Value::Whole(_) | Value::Number(_) | Value::Nothing => Field::Figure(value.words()),
    }
}
