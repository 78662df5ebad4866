use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::layout::{BlockOfColumns, GUTTER, fit};
use super::table::{Field, Table};
use super::wrap::wrap;
use super::{Block, Document};

/// Writes a document as plain text of at most `width` columns, or each text on one line where there is no width.
///
/// # Errors
/// Where the writer fails.
pub fn write(document: &Document, width: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    for (number, block) in document.blocks.iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        write_block(block, width, out)?;
    }
    Ok(())
}

fn write_block(block: &Block, width: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    match block {
        Block::Title(text) | Block::Paragraph(text) => write_hanging("", text, width, out),
        Block::Heading(text) => write_hanging("", &format!("{text}:"), width, out),
        Block::List(items) => items.iter().try_for_each(|item| write_hanging("- ", item, width, out)),
        Block::Facts(facts) => write_facts(facts, width, out),
        Block::Table(table) => write_table(table, width, out),
    }
}

fn write_facts(facts: &[(String, String)], width: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    let widest = facts.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
    for (name, value) in facts {
        let start = format!("{name}:{}", " ".repeat(widest - name.width() + 1));
        write_hanging(&start, value, width, out)?;
    }
    Ok(())
}

/// Writes a text behind its start, the further lines below the text.
fn write_hanging(start: &str, text: &str, width: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    let Some(width) = width else { return writeln!(out, "{start}{text}") };
    let indent = " ".repeat(start.width());
    for (number, line) in wrap(text, width.saturating_sub(indent.len())).iter().enumerate() {
        writeln!(out, "{}{line}", if number == 0 { start } else { &indent })?;
    }
    Ok(())
}

fn write_table(table: &Table, width: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    for (number, block) in fit(table, width).iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        write_block_of_columns(table, block, out)?;
    }
    Ok(())
}

fn write_block_of_columns(table: &Table, block: &BlockOfColumns, out: &mut dyn Write) -> io::Result<()> {
    let figures: Vec<bool> = (0..table.headings.len()).map(|column| holds_figures(table, column)).collect();
    let headings = |column: usize| (table.headings[column].text.as_str(), figures[column]);
    write_row(block, headings, out)?;
    let rule: Vec<String> = block.columns.iter().map(|&(_, width)| "-".repeat(width)).collect();
    writeln!(out, "{}", rule.join(&" ".repeat(GUTTER)))?;
    for row in &table.rows {
        let fields = |column: usize| match row.get(column) {
            Some(field) => (field.as_str(), matches!(field, Field::Figure(_))),
            None => ("", false),
        };
        write_row(block, fields, out)?;
    }
    Ok(())
}

fn holds_figures(table: &Table, column: usize) -> bool {
    let mut fields = table.rows.iter().filter_map(|row| row.get(column));
    fields.all(|field| matches!(field, Field::Figure(_)))
}

/// Writes one row over as many lines as its longest field needs. `field` gives a column's text and whether it stands
/// at the right.
fn write_row<'t>(
    block: &BlockOfColumns,
    field: impl Fn(usize) -> (&'t str, bool),
    out: &mut dyn Write,
) -> io::Result<()> {
    let wrapped: Vec<(Vec<String>, usize, bool)> = block
        .columns
        .iter()
        .map(|&(column, width)| {
            let (text, right) = field(column);
            let lines = if text.width() <= width { vec![text.to_owned()] } else { wrap(text, width) };
            (lines, width, right)
        })
        .collect();
    let height = wrapped.iter().map(|(lines, ..)| lines.len()).max().unwrap_or(0);
    for number in 0..height {
        let mut line = String::new();
        for (place, (lines, width, right)) in wrapped.iter().enumerate() {
            let text = lines.get(number).map_or("", String::as_str);
            let space = " ".repeat(width.saturating_sub(text.width()));
            let gutter = if place > 0 { " ".repeat(GUTTER) } else { String::new() };
            let [before, after] = if *right { [space.as_str(), ""] } else { ["", space.as_str()] };
            line.extend([gutter.as_str(), before, text, after]);
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(document: &Document, width: Option<usize>) -> String {
        let mut out = Vec::new();
        write(document, width, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn sample() -> Document {
        let mut table = Table::new(["Measure", "n"]).wrapping(&[0]);
        table.row(vec![Field::text("A longer name of a measure"), Field::figure(&7)]);
        let mut document = Document::titled("Title");
        document.table(table);
        document.facts([("Status", "in force".to_owned()), ("Instrument", "an act with a name".to_owned())]);
        document
    }

    #[test]
    fn unlimited_text_keeps_every_row_on_one_line() {
        let expected = "Title\n\nMeasure                     n\n--------------------------  -\n\
                        A longer name of a measure  7\n\nStatus:     in force\nInstrument: an act with a name\n";
        assert_eq!(written(&sample(), None), expected);
    }

    #[test]
    fn a_narrow_place_breaks_lines_and_loses_no_word() {
        let narrow = written(&sample(), Some(22));
        assert!(narrow.lines().all(|line| line.width() <= 22), "{narrow}");
        for word in ["longer", "measure", "7", "an act", "name"] {
            assert!(narrow.contains(word), "{narrow}");
        }
    }
}
