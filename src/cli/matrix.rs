use std::process::ExitCode;

use clap::Args;

use super::context::Context;
use super::error::Error;
use super::find;
use super::options::Asked;
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
    asked: Asked,
}

impl MatrixArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let figured = context.figured(&[], &self.asked)?;
        let area = find::area(figured.board(), &self.area)?;
        let filter = figured.filter(self.filter.as_deref())?;
        figured.write(&Matrix::new(figured.basis(), area, &filter), self.asked.format(), context)
    }
}
