use std::process::ExitCode;

use clap::{Args, CommandFactory};

use super::context::Context;
use super::error::Error;

/// Print the completion script of a shell
#[derive(Debug, Args)]
pub(super) struct CompletionsArguments {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    shell: clap_complete::Shell,
}

impl CompletionsArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut super::Arguments::command(), "t12", &mut script);
        context.out.write_all(&script)?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Print the manual page
#[derive(Debug, Args)]
pub(super) struct ManArguments {}

impl ManArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let Self {} = self;
        clap_mangen::Man::new(super::Arguments::command()).render(&mut context.out)?;
        Ok(ExitCode::SUCCESS)
    }
}
