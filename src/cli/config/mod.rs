mod check;
mod default;
mod path;
mod show;

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::context::Context;
use super::error::Error;

const EXAMPLES: &str = "\
Examples:
  t12 config path                      where the config is looked for
  t12 config default                   every setting with its default, as a file to begin with
  t12 config show                      what counts here, and who says so
  t12 config check                     what is wrong in the config, and where";

/// Look at the settings: where they are, what counts, what is wrong
///
/// The config is YAML and yours: t12 reads it and never writes it. docs/config.md explains every setting.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct ConfigArguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Path(path::PathArguments),
    Show(show::ShowArguments),
    Default(default::DefaultArguments),
    Check(check::CheckArguments),
}

impl ConfigArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        match &self.what {
            What::Path(arguments) => arguments.run(context),
            What::Show(arguments) => arguments.run(context),
            What::Default(arguments) => arguments.run(context),
            What::Check(arguments) => arguments.run(context),
        }
    }
}
