use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::context::Context;
use super::error::Error;
use super::find;
use super::options::{Asked, Drawn};
use crate::report::align::Align;

/// The alignment of every pair of jurisdictions, in column order
#[derive(Debug, Args)]
pub(super) struct AlignArguments {
    /// Folders or files to read
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Only this area: its id, or a beginning that no other id has
    #[arg(long, value_name = "AREA", conflicts_with = "robust")]
    area: Option<String>,
    #[command(flatten)]
    asked: Asked,
    #[command(flatten)]
    drawn: Drawn,
}

impl AlignArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let figured = context.figured(&self.paths, &self.asked)?;
        let area = self.area.as_ref().map(|name| find::area(figured.board(), name)).transpose()?;
        let align = Align::new(figured.basis(), area);
        figured.write(&self.drawn.on(align, Align::drawn), self.asked.format(), context)
    }
}
