use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::context::Context;
use super::error::Error;
use super::options::{Compared, Drawn, Output};
use crate::report::board::BoardTwin;

/// Where do we stand: both sides' gaps, the widest difference and the next step, area by area
#[derive(Debug, Args)]
pub(super) struct BoardArguments {
    /// Folders or files to read
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    compared: Compared,
    #[command(flatten)]
    drawn: Drawn,
    #[command(flatten)]
    output: Output,
}

impl BoardArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let mut opened = context.open(&self.paths, &self.output)?;
        let figures = opened.figures(&self.compared)?;
        let basis = context.basis(&opened, &figures);
        let twin = BoardTwin::new(basis);
        let twin = match self.drawn.draws() {
            Some(draws) => twin.drawn(draws),
            None => twin,
        };
        context.write(&twin, self.output.format)?;
        Ok(opened.exit_code())
    }
}
