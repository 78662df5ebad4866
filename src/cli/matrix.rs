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
    /// List only what fits: terms such as gap>=2 status:proposed jurisdiction:JP
    ///
    /// All terms must hold; a comma means or, a hyphen in front not. The terms of a position hold together, for one
    /// position of any jurisdiction or of `jurisdiction:`.
    #[arg(long, value_name = "TERMS", allow_hyphen_values = true)]
    filter: Option<String>,
    #[command(flatten)]
    compared: Compared,
    #[command(flatten)]
    output: Output,
}

impl MatrixArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let mut opened = context.open(&[], &self.output)?;
        let area = find::area(&opened.board, &self.area)?;
        let figures = opened.figures(&self.compared)?;
        let basis = context.basis(&opened, &figures);
        let filter = find::filter(&opened.board, self.filter.as_deref())?;
        context.write(&Matrix::new(basis, area, &filter), self.output.format)?;
        Ok(opened.exit_code())
    }
}
