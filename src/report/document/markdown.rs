use std::io::{self, Write};

use super::table::{Field, Table};
use super::{Block, Document};

/// Writes a document as `CommonMark` with GFM tables, ready to be pasted into an issue or a note.
///
/// # Errors
/// Where the writer fails.
pub fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    for (number, block) in document.blocks.iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        write_block(block, out)?;
    }
    Ok(())
}

fn write_block(block: &Block, out: &mut dyn Write) -> io::Result<()> {
    match block {
        Block::Title(text) => writeln!(out, "# {}", escaped(text)),
        Block::Heading(text) => writeln!(out, "## {}", escaped(text)),
        Block::Paragraph(text) => writeln!(out, "{}", escaped(text)),
        Block::List(items) => items.iter().try_for_each(|item| writeln!(out, "- {}", escaped(item))),
        Block::Facts(facts) => {
            facts.iter().try_for_each(|(name, value)| writeln!(out, "- **{name}:** {}", escaped(value)))
        }
        Block::Table(table) => write_table(table, out),
    }
}

fn write_table(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let headings: Vec<String> = table.headings.iter().map(|heading| escaped(&heading.text)).collect();
    writeln!(out, "| {} |", headings.join(" | "))?;
    let first = table.rows.first().map(Vec::as_slice).unwrap_or_default();
    let rule: Vec<&str> = (0..headings.len())
        .map(|column| if matches!(first.get(column), Some(Field::Figure(_))) { "---:" } else { "---" })
        .collect();
    writeln!(out, "| {} |", rule.join(" | "))?;
    for row in &table.rows {
        let fields: Vec<String> = row.iter().map(|field| escaped(field.as_str())).collect();
        writeln!(out, "| {} |", fields.join(" | "))?;
    }
    Ok(())
}

/// The text with everything escaped that could become a cell border, markup, a link or HTML.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (place, c) in text.char_indices() {
        let starts_a_block = place == 0 && matches!(c, '#' | '+' | '-' | '=');
        if starts_a_block || matches!(c, '\\' | '|' | '<' | '>' | '[' | ']' | '*' | '_' | '`') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_leave_its_cell_or_become_markup() {
        let mut table = Table::new(["a"]);
        table.row(vec![Field::text("x | <b>[y](z)</b> `w`")]);
        let mut document = Document::titled("# t");
        document.table(table);
        let mut out = Vec::new();
        write(&document, &mut out).unwrap();
        let expected = "# \\# t\n\n| a |\n| --- |\n| x \\| \\<b\\>\\[y\\](z)\\</b\\> \\`w\\` |\n";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}
