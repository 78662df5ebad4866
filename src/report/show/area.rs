use crate::report::document::{Document, Field, Table};
use crate::report::words;
use crate::scorecard::Board;

/// An area for people: what it compares, its measures, what to bear in mind.
pub(super) fn document(board: &Board, number: usize) -> Document {
    let area = &board.areas[number];
    let mut document = Document::titled(&*area.title);
    document.paragraph(board.text(area.summary));
    document.facts([
        ("As of", area.as_of.to_string()),
        ("Weight", area.weight.to_string()),
        ("Measures", words::plural(area.measures().len(), "measure")),
    ]);
    let mut table =
        Table::new(["Measure", "Title", "Question", "Weight", "Who decides"]).wrapping(&[1, 2, 4]);
    for index in area.measures() {
        let measure = board.measure(index);
        table.row(vec![
            Field::text(&*measure.id),
            Field::text(&*measure.title),
            Field::text(board.text(measure.question)),
            Field::figure(&measure.weight),
            Field::text(measure.competence.words()),
        ]);
    }
    document.table(table);
    let general = area.caveats.iter().filter(|caveat| caveat.applies_to.is_empty());
    document.list("To bear in mind", general.map(|caveat| board.text(caveat.text).into_owned()).collect());
    document
}
