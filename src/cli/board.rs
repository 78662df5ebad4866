use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::context::Context;
use super::error::Error;
use super::options::{Asked, Drawn};
use crate::report::board::BoardTwin;

/// Where do we stand: both sides' gaps, the widest difference and the next step, area by area
#[derive(Debug, Args)]
pub(super) struct BoardArguments {
    /// Folders or files to read
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    asked: Asked,
    #[command(flatten)]
    drawn: Drawn,
}

impl BoardArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let figured = context.figured(&self.paths, &self.asked)?;
        let board = BoardTwin::new(figured.basis());
        figured.write(&self.drawn.on(board, BoardTwin::drawn), self.asked.format(), context)
    }
}
