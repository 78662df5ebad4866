//! The command line: one file a subcommand, thin.

mod align;
mod blocs;
mod board;
mod change;
mod check;
mod compare;
mod config;
mod context;
mod entities;
mod error;
mod explain;
mod figured;
mod find;
mod gaps;
mod init;
mod keys;
mod line_mode;
mod matrix;
mod moves;
mod options;
mod present;
mod program;
mod reader_gone;
mod scenario;
mod schema;
mod settings;
mod shell;
mod show;
mod theme;
mod timeline;
mod watch;

use std::ffi::OsString;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use jiff::Zoned;

use crate::scorecard::PartialDate;
use context::Context;
use error::Error;
use reader_gone::ReaderGone;

/// The exit code of a check that found problems, and of a result that leaves files out because of them.
const PROBLEMS_FOUND: u8 = 1;

/// The exit code of a command line that cannot be followed.
const WRONG_USAGE: u8 = 2;

const EXAMPLES: &str = "\
Examples:
  t12                              look around in the terminal
  t12 gaps                         the gaps between the EU and the US, widest first
  t12 gaps --poles EU,JP           between two others
  t12 moves --objective pair       what would bring the EU and the US closer
  t12 compare EU EU@in-force       one side by side with another, or with itself
  t12 matrix export-controls       one area, every jurisdiction
  t12 change ../edition-2026       what changed since an earlier edition
  t12 show ai-regulation/horizontal-ai-law/KR
  t12 explain pair EU US           how a figure came about
  t12 board --format json          for programs (docs/json.md)
  t12 check scorecards --strict    what is wrong in the files, and where
  t12 init                         the scorecards as files, to edit them

Environment:
  T12_TODAY        the day that counts as today
  T12_THEME        the theme of the terminal program
  T12_CONFIG_DIR   the folder of the config and of your own themes
  T12_ACCESSIBLE   1 for text line by line in place of a screen (docs/accessibility.md)
  T12_STATE_DIR    the folder that keeps what was typed for the next run
  T12_LINKS        0: sources are no links of the terminal; 1: they are, whatever the terminal is
  COLUMNS          the width of tables; without it the terminal's, and unlimited where there is none
  NO_COLOR         no colours";

/// Compare EU and US technology policy across the T-12 democracies
///
/// Without a command the terminal program starts. The levels say how much regime there is; fuller is not better.
#[derive(Debug, Parser)]
#[command(name = "t12", version, after_help = EXAMPLES, subcommand_value_name = "COMMAND")]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    everywhere: options::Everywhere,
    #[command(flatten)]
    program: program::ProgramArguments,
}

#[derive(Debug, Subcommand)]
enum Command {
    Board(board::BoardArguments),
    Matrix(matrix::MatrixArguments),
    Gaps(gaps::GapsArguments),
    Compare(compare::CompareArguments),
    Align(align::AlignArguments),
    Blocs(blocs::BlocsArguments),
    Moves(moves::MovesArguments),
    Entities(entities::EntitiesArguments),
    Timeline(timeline::TimelineArguments),
    Change(change::ChangeArguments),
    Show(show::ShowArguments),
    Scenario(scenario::ScenarioArguments),
    Present(present::PresentArguments),
    Explain(explain::ExplainArguments),
    Check(check::CheckArguments),
    Init(init::InitArguments),
    Schema(schema::SchemaArguments),
    Keys(keys::KeysArguments),
    Config(config::ConfigArguments),
    Theme(theme::ThemeArguments),
    Completions(shell::CompletionsArguments),
    Man(shell::ManArguments),
}

/// Parses the command line, runs it and gives the exit code: 0 done, 1 problems found, 2 wrong usage.
pub fn main() -> ExitCode {
    let arguments = match Arguments::read() {
        Ok(arguments) => arguments,
        Err(error) => return told(&error),
    };
    let mut out = BufWriter::new(ReaderGone::new(io::stdout().lock()));
    let mut err = ReaderGone::new(io::stderr().lock());
    let result = run(&arguments, &mut out, &mut err).and_then(|code| Ok(out.flush().map(|()| code)?));
    result.unwrap_or_else(|error| {
        // Nobody is left to tell where standard error fails too.
        let _ = writeln!(err, "t12: {error}");
        ExitCode::from(WRONG_USAGE)
    })
}

/// Prints clap's help or error where it belongs.
fn told(error: &clap::Error) -> ExitCode {
    let written = error.print();
    let failed = written.is_err_and(|error| error.kind() != io::ErrorKind::BrokenPipe);
    if error.use_stderr() || failed { ExitCode::from(WRONG_USAGE) } else { ExitCode::SUCCESS }
}

impl Arguments {
    /// Reads the command line. Options of the terminal program in front of a command would go unheard, so they are
    /// refused; the environment may set them for all calls.
    fn read() -> Result<Self, clap::Error> {
        Self::told_by(std::env::args_os()).and_then(|matches| Self::from_arg_matches(&matches))
    }

    /// What a command line tells.
    fn told_by(
        line: impl IntoIterator<Item: Into<OsString> + Clone>,
    ) -> Result<clap::ArgMatches, clap::Error> {
        let command = Self::command();
        let own: Vec<_> = command.get_arguments().filter(|argument| !argument.is_global_set()).collect();
        let matches = command.clone().try_get_matches_from(line)?;
        let told = |id: &str| matches.value_source(id) == Some(ValueSource::CommandLine);
        let unheard = own.iter().any(|argument| told(argument.get_id().as_str()));
        if matches.subcommand_name().is_some() && unheard {
            let text =
                "options for the terminal program do not go with a command; put the command's own behind it";
            return Err(Self::command().error(ErrorKind::ArgumentConflict, text));
        }
        Ok(matches)
    }
}

fn run(arguments: &Arguments, out: &mut dyn Write, err: &mut dyn Write) -> Result<ExitCode, Error> {
    let mut context = Context {
        out,
        err,
        width: width(),
        today: arguments.everywhere.today()?.map_or_else(machine_day, Ok)?,
        places: arguments.everywhere.workspace.clone(),
        config: arguments.everywhere.config.clone(),
        is_spoken: line_mode::is_wanted(),
    };
    match &arguments.command {
        None if line_mode::is_wanted() && !arguments.program.plays_keys() => {
            line_mode::run(&arguments.program, &mut context, &mut io::stdin().lock())
        }
        None => arguments.program.run(&mut context),
        Some(command) => command.run(&mut context),
    }
}

impl Command {
    fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        match self {
            Self::Board(command) => command.run(context),
            Self::Matrix(command) => command.run(context),
            Self::Gaps(command) => command.run(context),
            Self::Compare(command) => command.run(context),
            Self::Align(command) => command.run(context),
            Self::Blocs(command) => command.run(context),
            Self::Moves(command) => command.run(context),
            Self::Entities(command) => command.run(context),
            Self::Timeline(command) => command.run(context),
            Self::Change(command) => command.run(context),
            Self::Show(command) => command.run(context),
            Self::Scenario(command) => command.run(context),
            Self::Present(command) => command.run(context),
            Self::Explain(command) => command.run(context),
            Self::Check(command) => command.run(context),
            Self::Init(command) => command.run(context),
            Self::Schema(command) => command.run(context),
            Self::Keys(command) => command.run(context),
            Self::Config(command) => command.run(context),
            Self::Theme(command) => command.run(context),
            Self::Completions(command) => command.run(context),
            Self::Man(command) => command.run(context),
        }
    }
}

/// Today by the machine's clock and time zone.
fn machine_day() -> Result<PartialDate, Error> {
    let day = Zoned::now().date();
    PartialDate::parse(&day.to_string())
        .map_err(|_| Error::Usage(format!("the machine's clock says {day}; give the day with --today")))
}

/// The columns that tables have to fit into: `COLUMNS`, else the terminal's. None where the output goes into a file or
/// another program: there each row is one line.
fn width() -> Option<usize> {
    let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let terminal = || {
        let is_terminal = io::stdout().is_terminal();
        is_terminal.then(crossterm::terminal::size)?.ok().map(|(columns, _)| usize::from(columns))
    };
    told.or_else(terminal).filter(|&columns| columns > 0)
}
