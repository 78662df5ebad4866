use std::process::ExitCode;

use clap::Args;

use super::context::Context;
use super::error::Error;
use super::find;
use super::options::{Compared, Output};
use crate::report::matrix::Matrix;

/// One area: every measure by every jurisdiction
#[derive(Debug, Args)]
pub(super) struct MatrixArguments {
    /// The area: its id, or a beginning that no other id has
    #[arg(value_name = "AREA")]
    area: String,
    #[command(flatten)]
    compared: Compared,
    #[command(flatten)]
    output: Output,
}

impl MatrixArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let opened = context.open(&[], &self.output)?;
        let area = find::area(&opened.board, &self.area)?;
        let figures = Context::figures(&opened.board, &self.compared)?;
        let basis = context.basis(&opened.board, &figures, &self.output);
        context.write(&Matrix { basis, area }, self.output.format)?;
        Ok(opened.exit_code())
    }
}
