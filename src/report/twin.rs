use std::io::{self, Write};

use serde::Serialize;

use super::document::{Document, Table};

/// The plain-text twin of a view: one result that can be written for people, for spreadsheets and for programs.
pub trait Twin {
    /// What programs read. Its keys are documented in `docs/json.md` and keep their meaning.
    type Json<'a>: Serialize
    where
        Self: 'a;

    /// What people read.
    fn document(&self) -> Document;

    /// What spreadsheets read: one table, one row a thing.
    fn table(&self) -> Table;

    /// What programs read.
    fn json(&self) -> Self::Json<'_>;
}

/// Writes a twin's JSON, indented, with a line end.
///
/// # Errors
/// Where the writer fails.
pub fn write_json(twin: &impl Twin, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &twin.json())?;
    writeln!(out)
}

/// Writes what a twin's JSON says as one YAML document.
///
/// # Errors
/// Where the writer fails.
pub fn write_yaml(twin: &impl Twin, out: &mut dyn Write) -> io::Result<()> {
    serde_yaml::to_writer(out, &twin.json()).map_err(io::Error::other)
}
