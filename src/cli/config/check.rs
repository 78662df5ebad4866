use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::cli::PROBLEMS_FOUND;
use crate::cli::check::FormArgument;
use crate::cli::context::Context;
use crate::cli::error::Error;
use crate::cli::settings::Settings;
use crate::diagnostic::Tally;
use crate::report::problems::{self, Look};
use crate::report::wants_no_colour;
use crate::workspace::Workspace;

/// Find what is wrong in the config, and where
///
/// Every problem is told in one run, also what the board here does not have. Exit code: 0 clean, 1 problems.
#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    /// The config to check; without it the one that is used
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// Let warnings fail the check
    #[arg(long)]
    strict: bool,
    /// How the problems are written
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: FormArgument,
}

impl CheckArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let mut settings = match &self.file {
            Some(file) => Settings::of(file),
            None => context.settings()?,
        };
        let workspace = Workspace::open(&context.places(&[])?, context.today);
        settings.prefer(&workspace.board);
        let files: Vec<_> = settings.file.into_iter().collect();
        if files.is_empty() {
            writeln!(
                context.err,
                "t12: there is no config, so the defaults count. Where it would be: t12 config path"
            )?;
        }
        let colour = io::stdout().is_terminal() && !wants_no_colour(|name| std::env::var(name).ok());
        let look = Look { colour, width: context.width, strict: self.strict };
        problems::write(self.format.into(), look, &files, &settings.problems, context.out)?;
        let fails = Tally::of(&settings.problems).fails(self.strict);
        Ok(if fails { ExitCode::from(PROBLEMS_FOUND) } else { ExitCode::SUCCESS })
    }
}
