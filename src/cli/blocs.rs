use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::context::Context;
use super::error::Error;
use super::find;
use super::options::{Compared, Drawn, Output};
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
    compared: Compared,
    #[command(flatten)]
    drawn: Drawn,
    #[command(flatten)]
    output: Output,
}

impl BlocsArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let mut opened = context.open(&self.paths, &self.output)?;
        let figures = opened.figures(&self.compared)?;
        let basis = context.basis(&opened, &figures);
        let filter = find::filter(&opened.board, self.filter.as_deref())?;
        let blocs = Blocs::new(basis, &filter);
        let blocs = match self.drawn.draws() {
            Some(draws) => blocs.drawn(draws),
            None => blocs,
        };
        context.write(&blocs, self.output.format)?;
        Ok(opened.exit_code())
    }
}
