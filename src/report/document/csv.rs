use std::io::{self, Write};

use super::table::{Field, Table};

/// Writes a table as CSV (RFC 4180, CRLF line ends, UTF-8), headings first.
///
/// A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV injection"); figures are
/// left as they are.
///
/// # Errors
/// Where the writer fails.
pub fn write(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    writer.write_record(table.headings.iter().map(|heading| heading.text.as_str()))?;
    for row in &table.rows {
        writer.write_record(row.iter().map(guarded))?;
    }
    writer.flush()
}

fn guarded(field: &Field) -> String {
    match field {
        Field::Figure(figure) => figure.clone(),
        Field::Text(text) | Field::Drawing(text) if is_formula(text) => format!("'{text}"),
        Field::Text(text) | Field::Drawing(text) => text.clone(),
    }
}

fn is_formula(text: &str) -> bool {
    let first = text.trim_start().chars().next();
    first.is_some_and(|c| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'))
}

/// A table as lines with tabs between the fields, as spreadsheets take it from the clipboard. Texts that would be
/// formulas are guarded as in [`write()`]; a tab or line break inside a field becomes a blank.
pub fn tabbed(table: &Table) -> String {
    let one_field = |text: &str| text.replace(['\t', '\r', '\n'], " ");
    let headings: Vec<String> = table.headings.iter().map(|heading| one_field(&heading.text)).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(|field| one_field(&guarded(field))).collect());
    let lines: Vec<String> =
        std::iter::once(headings).chain(rows).map(|fields: Vec<String>| fields.join("\t")).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused_and_figures_are_not() {
        let mut table = Table::new(["text", "gap"]);
        table.row(vec![Field::text("=1+1, \"x\""), Field::figure(&-1)]);
        table.row(vec![Field::text(" @cmd"), Field::figure(&2)]);
        table.row(vec![Field::text("a-b"), Field::figure(&"")]);
        let mut out = Vec::new();
        write(&table, &mut out).unwrap();
        let expected = "text,gap\r\n\"'=1+1, \"\"x\"\"\",-1\r\n' @cmd,2\r\na-b,\r\n";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }

    #[test]
    fn a_field_never_breaks_the_row() {
        let mut table = Table::new(["text", "gap"]);
        table.row(vec![Field::text("one\ttwo\nthree"), Field::figure(&-1)]);
        table.row(vec![Field::text("@cmd"), Field::figure(&2)]);
        assert_eq!(tabbed(&table), "text\tgap\none two three\t-1\n'@cmd\t2");
    }
}
