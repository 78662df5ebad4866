use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::format::{Kind, schema};

use super::context::Context;
use super::error::Error;

/// Print the JSON Schema of a kind of file, for editors
#[derive(Debug, Args)]
pub(super) struct SchemaArguments {
    /// The kind of file
    #[arg(value_enum, value_name = "KIND")]
    kind: KindArgument,
}

/// A kind of file.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum KindArgument {
    /// Who is compared
    Board,
    /// A policy area
    Scorecard,
    /// The register of entities by lists
    Entities,
    /// What-ifs with a name
    Scenario,
    /// A theme of the terminal program
    Theme,
    /// The settings of the terminal program
    Config,
}

impl SchemaArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let kind = match self.kind {
            KindArgument::Board => Kind::Board,
            KindArgument::Scorecard => Kind::Scorecard,
            KindArgument::Entities => Kind::Entities,
            KindArgument::Scenario => Kind::Scenario,
            KindArgument::Theme => Kind::Theme,
            KindArgument::Config => Kind::Config,
        };
        context.out.write_all(schema::schema(kind).as_bytes())?;
        Ok(ExitCode::SUCCESS)
    }
}
