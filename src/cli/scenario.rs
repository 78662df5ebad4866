use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::context::Context;
use super::error::Error;
use super::find;
use super::options::{Asked, Output};
use crate::report::scenario::{List, Scenarios, Supposed};
use crate::scorecard::Scenario;

/// What-ifs with a name: what they suppose and what follows
///
/// They are files of kind scenario in the folder scenarios of the workspace. A scenario is no fact and changes no
/// scorecard; every command with figures takes --scenario NAME.
#[derive(Debug, Args)]
pub(super) struct ScenarioArguments {
    #[command(subcommand)]
    command: ScenarioCommand,
}

#[derive(Debug, Subcommand)]
enum ScenarioCommand {
    /// List the scenarios there are
    List(ListArguments),
    /// What a scenario supposes, and its figures beside those of the files
    Show(ShowArguments),
    /// Two scenarios beside what the files say
    Compare(CompareArguments),
}

#[derive(Debug, Args)]
struct ListArguments {
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Args)]
struct ShowArguments {
    /// The scenario, by its id
    #[arg(value_name = "NAME")]
    name: String,
    #[command(flatten)]
    asked: Asked,
}

#[derive(Debug, Args)]
struct CompareArguments {
    /// One scenario, by its id
    #[arg(value_name = "A")]
    first: String,
    /// The other one
    #[arg(value_name = "B")]
    second: String,
    #[command(flatten)]
    asked: Asked,
}

impl ScenarioArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        match &self.command {
            ScenarioCommand::List(own) => {
                let opened = context.open(&[], &own.output)?;
                context.write(&List { board: &opened.board }, own.output.format)?;
                Ok(opened.exit_code())
            }
            ScenarioCommand::Show(own) => side_by_side(&[&own.name], &own.asked, context),
            ScenarioCommand::Compare(own) => side_by_side(&[&own.first, &own.second], &own.asked, context),
        }
    }
}

fn side_by_side(names: &[&str], asked: &Asked, context: &mut Context) -> Result<ExitCode, Error> {
    let figured = context.figured(&[], asked)?;
    let basis = figured.basis();
    let found: Vec<&Scenario> =
        names.iter().map(|name| find::scenario(basis.board, name)).collect::<Result<_, _>>()?;
    let supposed = found.into_iter().map(|scenario| Supposed::new(&basis, scenario)).collect();
    figured.write(&Scenarios { basis, supposed }, asked.format(), context)
}
