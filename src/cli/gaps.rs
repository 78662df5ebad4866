use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::context::Context;
use super::error::Error;
use super::options::{Compared, Output};
use crate::report::gaps::Gaps;

/// What is worth the group's time: every gap between the poles, widest first
#[derive(Debug, Args)]
pub(super) struct GapsArguments {
    /// Folders or files to read
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    compared: Compared,
    #[command(flatten)]
    output: Output,
}

impl GapsArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let opened = context.open(&self.paths, &self.output)?;
        let figures = Context::figures(&opened.board, &self.compared)?;
        let basis = context.basis(&opened.board, &figures, &self.output);
        context.write(&Gaps(basis), self.output.format)?;
        Ok(opened.exit_code())
    }
}
