use std::io::{self, Write};

use super::table::{Field, Table};
use super::text::write as write_text;
use super::{Block, Document};

/// Writes a document for those who hear it: as plain text, and each row of a table in one line that names what it
/// tells, so that no line needs the heading of its column. Empty fields and drawings are
/// left out.
///
/// # Errors
/// Where the writer fails.
pub fn write(document: &Document, width: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    let mut document = document.clone();
    for block in &mut document.blocks {
        if let Block::Table(table) = block {
            *block = Block::List(rows(table));
        }
    }
    write_text(&document, width, out)
}

fn rows(table: &Table) -> Vec<String> {
    let row = |row: &Vec<Field>| {
        let seen = |field: &Field| matches!(field, Field::Drawing(_));
        let fields = table.headings.iter().zip(row).filter(|(_, field)| !seen(field));
        let fields = fields.map(|(heading, field)| (heading, field.as_str()));
        let told = fields.filter(|(_, field)| !field.is_empty());
        told.map(|(heading, field)| format!("{}: {field}", heading.text)).collect::<Vec<_>>().join("; ")
    };
    table.rows.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_what_it_tells() {
        let mut table = Table::new(["Measure", "EU", "", "Next step"]);
        let drawing = Field::Drawing("###".to_owned());
        table.row(vec![Field::text("Lamps"), Field::figure(&3), drawing, Field::text("")]);
        let mut document = Document::titled("Board");
        document.table(table);
        let mut out = Vec::new();
        write(&document, None, &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "Board\n\n- Measure: Lamps; EU: 3\n");
    }
}
