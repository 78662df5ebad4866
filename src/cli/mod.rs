//! The command line: one file a subcommand, thin.

use std::process::ExitCode;

use clap::Parser;

/// Compare EU and US technology policy across the T-12 democracies.
#[derive(Debug, Parser)]
#[command(name = "t12", version, about)]
struct Arguments {}

/// Parses the command line, runs it and gives the exit code: 0 done, 1 problems found, 2 wrong usage.
pub fn main() -> ExitCode {
    let Arguments {} = Arguments::parse();
    ExitCode::SUCCESS
}
