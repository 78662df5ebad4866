use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::context::Context;
use super::error::Error;
use super::find;
use super::options::{Compared, Output};
use crate::report::align::Align;

/// The alignment of every pair of jurisdictions, in column order
#[derive(Debug, Args)]
pub(super) struct AlignArguments {
    /// Folders or files to read
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Only this area: its id, or a beginning that no other id has
    #[arg(long, value_name = "AREA")]
    area: Option<String>,
    #[command(flatten)]
    compared: Compared,
    #[command(flatten)]
    output: Output,
}

impl AlignArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let mut opened = context.open(&self.paths, &self.output)?;
        let area = self.area.as_ref().map(|name| find::area(&opened.board, name)).transpose()?;
        let figures = opened.figures(&self.compared)?;
        let basis = context.basis(&opened, &figures);
        context.write(&Align { basis, area }, self.output.format)?;
        Ok(opened.exit_code())
    }
}
