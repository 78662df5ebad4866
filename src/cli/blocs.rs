use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::context::Context;
use super::error::Error;
use super::options::{Asked, Drawn};
use crate::report::blocs::Blocs;

/// Who stands with whom: every two in the order of their tree, camps where there are any, who is close and who between
#[derive(Debug, Args)]
pub(super) struct BlocsArguments {
    /// Folders or files to read
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Compare over the measures that fit alone: terms such as area:ai gap>=2 -status:proposed
    #[arg(long, value_name = "TERMS", allow_hyphen_values = true, conflicts_with = "robust")]
    filter: Option<String>,
    #[command(flatten)]
    asked: Asked,
    #[command(flatten)]
    drawn: Drawn,
}

impl BlocsArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let figured = context.figured(&self.paths, &self.asked)?;
        let blocs = Blocs::new(figured.basis(), &figured.filter(self.filter.as_deref())?);
        figured.write(&self.drawn.on(blocs, Blocs::drawn), self.asked.format(), context)
    }
}
