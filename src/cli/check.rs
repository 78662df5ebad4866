use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::diagnostic::catalogue;
use crate::report::problems::{self, Form, Look};
use crate::report::wants_no_colour;
use crate::workspace::Workspace;

use super::context::Context;
use super::error::Error;
use super::watch::Watch;

const EXAMPLES: &str = "\
Examples:
  t12 check                            the workspace here
  t12 check scorecards --strict        warnings fail too, as a project's own check should
  t12 check --watch                    again after every save, beside an editor
  t12 check --format github            for a workflow of GitHub Actions
  t12 check --explain T203             why a rule exists, with a bad and a good example

Exit code: 0 clean, 1 problems, 2 wrong usage. Notes never fail. Ctrl-c ends a watch: 130.";

/// Find what is wrong in the files, and where
///
/// Every problem of every file is told in one run. Errors stop their file, warnings fail a strict check, notes never
/// fail anything. Private fields are not quoted unless `--private` asks for it.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct CheckArguments {
    /// Folders or files to check
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Let warnings fail the check
    #[arg(long)]
    strict: bool,
    /// How the problems are written
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: FormArgument,
    /// Quote private fields too: notes, and positions marked above clear
    #[arg(long)]
    private: bool,
    #[command(flatten)]
    again: Again,
    /// Print the page of a rule, by its code or name, and check nothing
    #[arg(long, value_name = "RULE", conflicts_with_all = ["paths", "strict", "format", "private", "watch"])]
    explain: Option<String>,
}

/// Whether to check once or on and on.
#[derive(Clone, Copy, Debug, Args)]
struct Again {
    /// Check again after every change, until ctrl-c: one line when clean, else every problem
    #[arg(long)]
    watch: bool,
    /// With --watch: look at the files once a second, where the system does not tell that they changed
    #[arg(long, requires = "watch")]
    poll: bool,
}

/// How problems are written.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum FormArgument {
    /// With the line and the place marked
    #[default]
    Human,
    /// One line a problem, for editors
    Concise,
    /// For programs; documented in docs/json.md
    Json,
    /// Workflow commands of GitHub Actions
    Github,
    /// SARIF 2.1.0, for code scanning
    Sarif,
}

impl From<FormArgument> for Form {
    fn from(argument: FormArgument) -> Self {
        match argument {
            FormArgument::Human => Self::Human,
            FormArgument::Concise => Self::Concise,
            FormArgument::Json => Self::Json,
            FormArgument::Github => Self::Github,
            FormArgument::Sarif => Self::Sarif,
        }
    }
}

impl CheckArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        match &self.explain {
            Some(rule) => explain(rule, context),
            None => self.check(context),
        }
    }

    fn check(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let places: Vec<PathBuf> = context.places.iter().chain(&self.paths).cloned().collect();
        let colour = io::stdout().is_terminal() && !wants_no_colour(|name| std::env::var(name).ok());
        let look = Look { colour, width: context.width, strict: self.strict };
        if self.again.watch {
            return self.watch(places, look, context);
        }
        let workspace = Workspace::open(&places, context.today);
        let workspace = if self.private { workspace } else { workspace.public() };
        problems::write(self.format.into(), look, &workspace.files, &workspace.problems, context.out)?;
        Ok(verdict(&workspace, self.strict))
    }

    fn watch(&self, places: Vec<PathBuf>, look: Look, context: &mut Context) -> Result<ExitCode, Error> {
        if !matches!(self.format, FormArgument::Human | FormArgument::Concise) {
            let text = "--watch writes for people: --format human or --format concise";
            return Err(Error::Usage(text.to_owned()));
        }
        let (today, form) = (context.today, self.format.into());
        let watch = Watch { places, today, poll: self.again.poll, private: self.private, form, look };
        watch.run(context.err)
    }
}

/// The exit code of a check.
pub(super) fn verdict(workspace: &Workspace, strict: bool) -> ExitCode {
    let fails = workspace.tally().fails(strict);
    if fails { ExitCode::from(super::PROBLEMS_FOUND) } else { ExitCode::SUCCESS }
}

fn explain(rule: &str, context: &mut Context) -> Result<ExitCode, Error> {
    let Some(found) = catalogue::find(rule) else {
        let known: Vec<&str> = catalogue::all().flat_map(|rule| [rule.code, rule.name]).collect();
        return Err(Error::no_such("rule", rule, &known));
    };
    context.out.write_all(found.page().as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
