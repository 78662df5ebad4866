use std::process::ExitCode;

use clap::Args;

use super::context::Context;
use super::error::Error;
use super::find;
use super::options::Output;
use crate::report::show::Show;

/// Everything written about an area, a measure or one jurisdiction's position
#[derive(Debug, Args)]
pub(super) struct ShowArguments {
    /// What to show; ids may be shortened to a beginning that no other id has
    #[arg(value_name = "AREA[/MEASURE[/JURISDICTION]]")]
    place: String,
    /// Suppose what this scenario says: levels that are no facts
    #[arg(long, value_name = "NAME")]
    scenario: Option<String>,
    #[command(flatten)]
    output: Output,
}

impl ShowArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let mut opened = context.open(&[], &self.output)?;
        find::suppose(&mut opened.board, self.scenario.as_deref())?;
        let place = find::place(&opened.board, &self.place)?;
        let show = Show { board: &opened.board, place, glyphs: opened.glyphs };
        context.write(&show, self.output.format)?;
        Ok(opened.exit_code())
    }
}
