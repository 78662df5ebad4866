use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::report::document::{Document, Field, Table, write_markdown};
use crate::tui::command::{Command, MODE_KEYS, ModeKeys, TOPICS};
use crate::tui::keymap::Keymap;

use super::context::Context;
use super::error::Error;

/// List the keys of the terminal program
///
/// Help and palette of the program show the same keys. They are those of your config where it says other ones.
#[derive(Debug, Args)]
pub(super) struct KeysArguments {
    /// How the table is written
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: FormArgument,
}

/// How the table of keys is written.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum FormArgument {
    /// Plain text for people
    #[default]
    Table,
    /// For notes and documents
    Markdown,
}

impl KeysArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let mut document = Document::default();
        document.table(table(&context.settings()?.keymap));
        match self.format {
            FormArgument::Table => context.tell(&document)?,
            FormArgument::Markdown => write_markdown(&document, context.out)?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// One row a command, each complete in itself for those who hear it row by row.
fn table(keymap: &Keymap) -> Table {
    let mut table = Table::new(["Topic", "Keys", "Command", "What it does"]).freezing(2).wrapping(&[3]);
    for topic in TOPICS {
        for command in topic.commands {
            let fields = [
                topic.title.to_owned(),
                keys(keymap, command),
                command.title.to_owned(),
                command.help.to_owned(),
            ];
            table.row(fields.into_iter().map(Field::Text).collect());
        }
    }
    for own in &MODE_KEYS {
        let (keys, title) = (own.spelled().join(", "), own.title.to_owned());
        let fields = [ModeKeys::TITLE.to_owned(), keys, title, own.help.to_owned()];
        table.row(fields.into_iter().map(Field::Text).collect());
    }
    table
}

/// The keys of a command, or what to type in the palette where it has none.
fn keys(keymap: &Keymap, command: &'static Command) -> String {
    let keys: Vec<String> = keymap.keys_of(command).collect();
    match command.argument {
        _ if !keys.is_empty() => keys.join(", "),
        Some(argument) => format!(":{} {}", command.id, argument.name),
        None => format!(":{}", command.id),
    }
}
