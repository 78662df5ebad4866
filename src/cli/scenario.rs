use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::context::Context;
use super::error::Error;
use super::find;
use super::options::{Compared, Format, Output};
use crate::report::document::Document;
use crate::report::scenario::{Scenarios, Supposed, list};
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
    List,
    /// What a scenario supposes, and its figures beside those of the files
    Show(ShowArguments),
    /// Two scenarios beside what the files say
    Compare(CompareArguments),
}

#[derive(Debug, Args)]
struct ShowArguments {
    /// The scenario, by its id
    #[arg(value_name = "NAME")]
    name: String,
    #[command(flatten)]
    compared: Compared,
    #[command(flatten)]
    output: Output,
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
    compared: Compared,
    #[command(flatten)]
    output: Output,
}

impl ScenarioArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        match &self.command {
            ScenarioCommand::List => {
                let opened = context.open(&[], &Output::<Format>::default())?;
                let mut document = Document::default();
                document.table(list(&opened.board));
                if opened.board.scenarios.is_empty() {
                    document.paragraph("There is no scenario: :save-scenario in the program writes one.");
                }
                context.tell(&document)?;
                Ok(opened.exit_code())
            }
            ScenarioCommand::Show(own) => side_by_side(&[&own.name], &own.compared, &own.output, context),
            ScenarioCommand::Compare(own) => {
                side_by_side(&[&own.first, &own.second], &own.compared, &own.output, context)
            }
        }
    }
}

fn side_by_side(
    names: &[&str],
    compared: &Compared,
    output: &Output,
    context: &mut Context,
) -> Result<ExitCode, Error> {
    let mut opened = context.open(&[], output)?;
    let figures = opened.figures(compared)?;
    let basis = context.basis(&opened, &figures);
    let found: Vec<&Scenario> =
        names.iter().map(|name| find::scenario(&opened.board, name)).collect::<Result<_, _>>()?;
    let supposed = found.into_iter().map(|scenario| Supposed::new(&basis, scenario)).collect();
    context.write(&Scenarios { basis, supposed }, output.format)?;
    Ok(opened.exit_code())
}
