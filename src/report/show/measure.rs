use crate::report::document::{Document, Field, Table};
use crate::report::words::{self, Glyphs};
use crate::scorecard::{Board, Column, Measure, MeasureIndex, Relation};

/// A measure for people: what it asks, what its levels mean, where everybody stands.
pub(super) fn document(board: &Board, index: MeasureIndex, glyphs: Glyphs) -> Document {
    let measure = board.measure(index);
    let mut document = Document::titled(format!("{}: {}", board.area_of(index).title, measure.title));
    document.paragraph(board.text(measure.question));
    document.paragraph(board.text(measure.why));
    document.facts([
        ("Weight", weight(board, measure)),
        ("Who decides", measure.competence.words().to_owned()),
        ("The two regimes", relation(board, measure)),
    ]);
    document.list("Levels", levels(board, measure));
    document.list("Kinds of instrument", approaches(board, measure));
    let mut table = Table::new(["", "Level", "Status", "Confidence", "Headline"]).wrapping(&[2, 4]);
    for column in board.columns() {
        table.row(row(board, index, column, glyphs));
    }
    document.table(table);
    document.paragraph(words::what_if_note(board, glyphs));
    let caveats = board.area_of(index).caveats.iter().filter(|caveat| caveat.concerns(&measure.id, &[]));
    document.list("To bear in mind", caveats.map(|caveat| board.text(caveat.text).into_owned()).collect());
    document
}

fn weight(board: &Board, measure: &Measure) -> String {
    match board.text(measure.weight_note) {
        note if note.is_empty() => measure.weight.to_string(),
        note => format!("{} ({note})", measure.weight),
    }
}

fn relation(board: &Board, measure: &Measure) -> String {
    let words = measure.relation.map_or("", Relation::key);
    let note = board.text(measure.relation_note);
    [words, &*note].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
}

fn levels(board: &Board, measure: &Measure) -> Vec<String> {
    let worded = measure.scale.iter().enumerate().filter(|(_, sentence)| !sentence.is_empty());
    worded.map(|(level, &sentence)| format!("{level}: {}", board.text(sentence))).collect()
}

fn approaches(board: &Board, measure: &Measure) -> Vec<String> {
    measure
        .approaches
        .iter()
        .map(|approach| format!("{}: {}", approach.name, board.text(approach.meaning)))
        .collect()
}

fn row(board: &Board, index: MeasureIndex, column: Column, glyphs: Glyphs) -> Vec<Field> {
    let cell = board.cell(index, column);
    let position = board.position(cell);
    let status = position.and_then(|position| position.status).map_or("", |status| status.words());
    let inherited = board.jurisdiction(cell.root).code;
    let status =
        if cell.root == column { status.to_owned() } else { format!("inherited from {inherited}, {status}") };
    let confidence = position.and_then(|position| position.confidence).map_or("", |found| found.key());
    let headline = position.map(|position| words::headline(board, position)).unwrap_or_default();
    vec![
        Field::text(board.jurisdiction(column).code.as_str()),
        Field::text(words::marked(board, column, cell, glyphs)),
        Field::text(status.trim_end_matches(", ")),
        Field::text(confidence),
        Field::text(headline),
    ]
}
