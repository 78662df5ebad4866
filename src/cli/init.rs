use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use crate::report::words::plural;
use crate::text::visible;
use crate::workspace::{FOLDER, InitProblem, init};

use super::context::Context;
use super::error::Error;

const EXAMPLES: &str = "\
Examples:
  t12 init                the scorecards into ./scorecards, where t12 finds them
  t12 init ../policy      into another folder, then: t12 ../policy";

/// Write the scorecards inside the program into a folder, to edit them
///
/// The folder is made where it is missing. Nothing is ever written over: where a file of one of their names is there,
/// nothing is written at all.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct InitArguments {
    /// The folder
    #[arg(value_name = "DIR", default_value = FOLDER)]
    folder: PathBuf,
}

impl InitArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let written = init(&self.folder)?;
        let shown = visible(&self.folder.to_string_lossy()).into_owned();
        let usual = self.folder == Path::new(FOLDER);
        let look = if usual { "t12".to_owned() } else { format!("t12 {shown}") };
        writeln!(
            context.out,
            "Wrote {} into {shown}. They are yours now. Next:\n\n  {look}\n  t12 check {shown}\n\n\
             In the terminal program e opens your editor at what the cursor stands on.",
            plural(written.len(), "file")
        )?;
        Ok(ExitCode::SUCCESS)
    }
}

impl From<InitProblem> for Error {
    fn from(problem: InitProblem) -> Self {
        Self::Program(problem.to_string())
    }
}
