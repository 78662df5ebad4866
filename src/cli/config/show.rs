use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use crate::cli::context::Context;
use crate::cli::error::Error;
use crate::cli::find;
use crate::cli::options::{Compared, GlyphsArgument};
use crate::cli::settings::{Chosen, Origin, Settings};
use crate::report::document::{Document, Field, Table, write_text};
use crate::report::words;
use crate::text::{Lines, visible};
use crate::workspace::Workspace;

/// Show what counts here and where each setting comes from
///
/// An option comes before the environment, the environment before the config, and the config before what the board and
/// the program have. Options given here are shown as if they were given to t12 itself.
#[derive(Debug, Args)]
pub(super) struct ShowArguments {
    #[command(flatten)]
    compared: Compared,
    /// The theme, by its id
    #[arg(long, value_name = "NAME", help_heading = "The terminal program")]
    theme: Option<String>,
    /// The characters marks and lines are drawn with
    #[arg(long, value_enum, value_name = "SET", help_heading = "The terminal program")]
    glyphs: Option<GlyphsArgument>,
}

/// The table in the making.
struct Shown<'s> {
    settings: &'s Settings,
    table: Table,
}

impl ShowArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let mut settings = context.settings()?;
        let board = Workspace::open(&context.places(&[])?, context.today).board.public();
        let preference = settings.prefer(&board);
        if let Some(complaint) = settings.complaint() {
            writeln!(context.err, "t12: {complaint}")?;
        }
        let comparison = find::comparison(&board, &preference, &self.compared)?;
        let config = &settings.config;
        let mut shown = Shown { settings: &settings, table: Table::new(["Setting", "Value", "From"]) };
        let theme = settings.theme(self.theme.as_deref());
        shown.row("theme", theme.value.to_string(), theme.from, "default");
        let glyphs = settings.glyphs(self.glyphs);
        shown.row("glyphs", glyphs.value.key().to_owned(), glyphs.from, "default");
        let mouse = settings.mouse();
        shown.row("mouse", mouse.value.to_string(), mouse.from, "default");
        let links = settings.links();
        shown.row("links", links.value.to_string(), links.from, "default");
        let editor = Chosen::of(config.editor.clone(), "VISUAL, else EDITOR".into());
        shown.row("editor", editor.value.into(), editor.from, "default");
        let origin = |found: Option<_>, option, told: bool| {
            Chosen::of(found.map(|at| ((), at)), ()).unless(option, told.then_some(())).from
        };
        let poles = comparison.poles.map(|pole| board.jurisdiction(pole).code);
        let from = preference.poles.and(config.poles).map(|(_, at)| at);
        let from = origin(from, "--poles", self.compared.poles.is_some());
        shown.row("poles", format!("{}, {}", poles[0], poles[1]), from, "board");
        let from = preference.group.as_ref().and(config.group.as_ref()).map(|(_, at)| *at);
        let from = origin(from, "--group", self.compared.group.is_some());
        shown.row("group", words::group(&board, &comparison.group), from, "board");
        let from = preference.weights.as_ref().and(config.weights.as_ref()).map(|(_, at)| *at);
        let from = origin(from, "--weights", self.compared.weights.is_some());
        shown.row("weights", words::weights(&comparison.weights).to_string(), from, "board");
        let from = preference.lens.and(config.lens.as_ref()).map(|(_, at)| *at);
        let from = origin(from, "--lens", self.compared.lens.is_some());
        shown.row("lens", comparison.lens.word(), from, "default");
        let from = preference.units.and(config.units.as_ref()).map(|(_, at)| *at);
        let from = origin(from, "--units", self.compared.units.is_some());
        shown.row("units", comparison.units.key().to_owned(), from, "default");
        let reviewer = Chosen::of(config.reviewer.clone(), "nobody".into());
        shown.row("reviewer", reviewer.value.into(), reviewer.from, "default");
        for entry in &config.keys {
            let (command, at) = &entry.command;
            let keys = settings.keys_of(command);
            shown.row(&format!("keys: {command}"), keys, Origin::Config(*at), "default");
        }
        let mut document = Document::default();
        document.table(shown.table);
        write_text(&document, context.width, context.out)?;
        Ok(ExitCode::SUCCESS)
    }
}

impl Shown<'_> {
    /// A setting. `otherwise` is who decides where nobody said anything.
    fn row(&mut self, setting: &str, value: String, from: Origin, otherwise: &str) {
        let from = match from {
            Origin::Option(name) | Origin::Variable(name) => name.to_owned(),
            Origin::Default => otherwise.to_owned(),
            Origin::Config(at) => self.settings.file.as_ref().map_or_else(String::new, |file| {
                let name = Path::new(&*file.name).to_string_lossy();
                format!("{}:{}", visible(&name), Lines::new(&file.text).place(at.start).line)
            }),
        };
        self.table.row([setting.to_owned(), value, from].into_iter().map(Field::Text).collect());
    }
}
