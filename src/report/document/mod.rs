//! A plain document of headings, paragraphs, facts, lists and tables, and the three ways it is written.
//!
//! Everything in it may be shown as it is: texts of files have been made visible before they come here.

mod csv;
mod layout;
mod markdown;
mod spoken;
mod table;
mod text;
mod wrap;

pub use csv::{tabbed, write as write_csv};
pub use markdown::write as write_markdown;
pub use spoken::write as write_spoken;
pub use table::{Field, Heading, Table};
pub use text::write as write_text;

/// A document, top to bottom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Its parts.
    pub blocks: Vec<Block>,
}

/// One part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// What the document is about. Once, at the top.
    Title(String),
    /// What the next parts are about.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// Named facts, one below the other.
    Facts(Vec<(String, String)>),
    /// Equal things, one below the other.
    List(Vec<String>),
    /// Rows and columns.
    Table(Table),
}

impl Document {
    /// A document that starts with its title.
    pub fn titled(title: impl Into<String>) -> Self {
        Self { blocks: vec![Block::Title(title.into())] }
    }

    /// Adds a heading.
    pub fn heading(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Heading(text.into()));
    }

    /// Adds a paragraph; nothing where there is no text.
    pub fn paragraph(&mut self, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.blocks.push(Block::Paragraph(text));
        }
    }

    /// Adds named facts, those without a value left out.
    pub fn facts(&mut self, facts: impl IntoIterator<Item = (&'static str, String)>) {
        let told = facts.into_iter().filter(|(_, value)| !value.is_empty());
        let told: Vec<_> = told.map(|(name, value)| (name.to_owned(), value)).collect();
        if !told.is_empty() {
            self.blocks.push(Block::Facts(told));
        }
    }

    /// Adds a list under a heading; nothing where the list is empty.
    pub fn list(&mut self, heading: &str, items: Vec<String>) {
        if !items.is_empty() {
            self.heading(heading);
            self.blocks.push(Block::List(items));
        }
    }

    /// Adds a table; nothing where it has no rows.
    pub fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }
}
