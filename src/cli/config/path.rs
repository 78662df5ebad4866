use std::process::ExitCode;

use clap::Args;

use crate::cli::context::Context;
use crate::cli::error::Error;
use crate::report::document::{Document, Field, Table, write_text};
use crate::text::visible;

/// List every place where the config is looked for, and which one is used
#[derive(Debug, Args)]
pub(super) struct PathArguments {}

impl PathArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let Self {} = self;
        let settings = context.settings()?;
        let mut table = Table::new(["Config", "Because of", "State"]);
        let mut found = false;
        for place in &settings.places {
            let state = match (place.is_taken(), found) {
                (false, _) => "not there",
                (true, false) => "in use",
                (true, true) => "not used: the one above comes first",
            };
            found |= place.is_taken();
            let fields =
                [visible(&place.file.to_string_lossy()).into_owned(), place.by.to_owned(), state.to_owned()];
            table.row(fields.into_iter().map(Field::Text).collect());
        }
        let mut document = Document::default();
        document.table(table);
        if !found {
            document.paragraph(
                "There is no config, so the defaults count. To begin one, see: t12 config default",
            );
        }
        write_text(&document, context.width, context.out)?;
        Ok(ExitCode::SUCCESS)
    }
}
