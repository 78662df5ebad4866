use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};

use crate::check::theme::{Kind, Measured, measure};
use crate::diagnostic::{Problem, Tally};
use crate::format::ThemeFile;
use crate::report::document::{Document, Field, Table};
use crate::report::problems::{self, Form, Look};
use crate::report::wants_no_colour;
use crate::text::visible;
use crate::workspace::{self, ThemeError, Workspace};

use super::context::Context;
use super::error::Error;

/// List, show and check the themes of the terminal program
#[derive(Debug, Args)]
pub(super) struct ThemeArguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// List the program's themes and your own
    List,
    /// Show the colours of a theme and how well they can be read
    Show {
        /// The theme, by its name or as a file
        #[arg(value_name = "NAME")]
        name: String,
    },
    /// Find what is wrong in theme files: keys, contrast, and what looks alike
    ///
    /// Everything found fails the check. Text needs a contrast of 7:1 and a mark 4.5:1; the row and the cell of the
    /// cursor, the levels and the bands have to be told apart, and the two sides also by eyes that see colours otherwise.
    Check {
        /// The theme files
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
    },
}

impl ThemeArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        match &self.what {
            What::List => list(context),
            What::Show { name } => show(name, context),
            What::Check { files } => check(files, context),
        }
    }
}

fn list(context: &mut Context) -> Result<ExitCode, Error> {
    let mut table = Table::new(["Theme", "Title", "Made for", "From"]).wrapping(&[3]);
    let shipped = workspace::shipped_themes().map(|name| (name.to_owned(), "the program"));
    let own = workspace::own_themes().into_iter().map(|name| (name, "your settings"));
    for (name, from) in shipped.chain(own) {
        let found = workspace::theme(&name);
        let shown = |text: &str| Field::text(visible(text));
        let [title, ground, from] = match &found {
            Ok(theme) => [shown(&theme.title), shown(ground(theme)), shown(from)],
            Err(reason) => [shown(""), shown(""), shown(&reason.to_string())],
        };
        table.row(vec![shown(&name), title, ground, from]);
    }
    let mut document = Document::default();
    document.table(table);
    context.tell(&document)?;
    Ok(ExitCode::SUCCESS)
}

fn ground(theme: &ThemeFile) -> &'static str {
    match theme.background.key() {
        "any" => "any terminal",
        "light" => "light terminals",
        _ => "dark terminals",
    }
}

fn show(name: &str, context: &mut Context) -> Result<ExitCode, Error> {
    let theme = workspace::theme(name).map_err(told)?;
    let mut document = Document::titled(format!("{}, for {}", visible(&theme.title), ground(&theme)));
    let mut table = Table::new(["Role", "Is", "Text", "Ground", "Contrast", "Needs"]);
    for Measured { role, kind, colours, contrast, needs } in measure(&theme) {
        let [text, ground] =
            colours.map(|hex| if hex.is_empty() { "the terminal's".to_owned() } else { hex });
        let needs = (kind != Kind::Neither).then(|| format!("{needs:.1}"));
        let contrast = contrast.map(|is| format!("{is:.1}"));
        let is = kind.word();
        table.row(vec![
            Field::text(role),
            Field::text(is),
            Field::text(text),
            Field::text(ground),
            Field::maybe(contrast),
            Field::maybe(needs),
        ]);
    }
    document.table(table);
    context.tell(&document)?;
    Ok(ExitCode::SUCCESS)
}

fn told(error: ThemeError) -> Error {
    match error {
        ThemeError::Unknown { id } => {
            let known: Vec<String> =
                workspace::shipped_themes().map(str::to_owned).chain(workspace::own_themes()).collect();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            Error::no_such("theme", &id, &known)
        }
        other => Error::Usage(other.to_string()),
    }
}

fn check(files: &[PathBuf], context: &mut Context) -> Result<ExitCode, Error> {
    context.places(files)?;
    let workspace = Workspace::open(files, context.today);
    let problems = of_themes(&workspace, files);
    if problems.is_empty() && workspace.themes.is_empty() {
        return Err(Error::Usage(
            "there is no theme in what was given; `kind` says what a file is".to_owned(),
        ));
    }
    let colour = io::stdout().is_terminal() && !wants_no_colour(|name| std::env::var(name).ok());
    let look = Look { colour, width: context.width, strict: true };
    problems::write(Form::Human, look, &workspace.files, &problems, context.out)?;
    let fails = Tally::of(&problems).fails(true);
    Ok(if fails { ExitCode::from(super::PROBLEMS_FOUND) } else { ExitCode::SUCCESS })
}

/// The problems of the places that were given; a board that stands beside a file is no matter here.
fn of_themes(workspace: &Workspace, places: &[PathBuf]) -> Vec<Problem> {
    let given = |name: &str| {
        places.iter().any(|place| Path::new(name).starts_with(place.strip_prefix(".").unwrap_or(place)))
    };
    let found = workspace.problems.iter().filter(|problem| {
        workspace.files.get(usize::from(problem.file)).is_some_and(|file| given(&file.name))
    });
    found.cloned().collect()
}
