use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;

use crate::analysis::Comparison;
use crate::check::Preference;
use crate::report::document::{Document, write_csv, write_markdown, write_spoken, write_text};
use crate::report::words::{Glyphs, plural};
use crate::report::{Twin, write_json, write_yaml};
use crate::scorecard::{Board, PartialDate};
use crate::text::visible;
use crate::workspace::Workspace;

use super::error::Error;
use super::find;
use super::options::{Compared, Format, Output};
use super::settings::Settings;

/// Where a command writes, how wide, and what every command was told.
pub(super) struct Context<'w> {
    /// The result.
    pub(super) out: &'w mut dyn Write,
    /// What else there is to say.
    pub(super) err: &'w mut dyn Write,
    /// The columns tables have to fit into; none where every row stands on one line.
    pub(super) width: Option<usize>,
    /// The day that counts as today.
    pub(super) today: PartialDate,
    /// Whether tables are written for those who hear them, each row complete in itself.
    pub(super) is_spoken: bool,
    /// The folders and files of the workspace, as given by `--workspace`.
    pub(super) places: Vec<PathBuf>,
    /// The config, as given by `--config`.
    pub(super) config: Option<PathBuf>,
}

/// A board as far as it could be read.
pub(super) struct Edition {
    /// The board.
    pub(super) board: Board,
    /// Whether files were left out because of errors.
    pub(super) has_errors: bool,
}

/// A board as far as it could be read, with what the config says of it.
pub(super) struct Opened {
    /// The board.
    pub(super) board: Board,
    /// What the config wants compared on it.
    preference: Preference,
    /// The characters for marks.
    pub(super) glyphs: Glyphs,
    /// Whether files were left out because of errors.
    has_errors: bool,
}

impl Opened {
    /// 0, or 1 where what was written leaves files out.
    pub(super) fn exit_code(&self) -> ExitCode {
        if self.has_errors { ExitCode::from(super::PROBLEMS_FOUND) } else { ExitCode::SUCCESS }
    }

    /// The comparison that is asked for; what its scenario says is supposed from then on.
    ///
    /// # Errors
    /// Where a jurisdiction, group or weight set is not the board's.
    pub(super) fn comparison(&mut self, compared: &Compared) -> Result<Comparison, Error> {
        find::suppose(&mut self.board, compared.scenario.as_deref())?;
        find::comparison(&self.board, &self.preference, compared)
    }
}

impl Context<'_> {
    /// Opens the workspace of `--workspace` and the paths given, says in one line how many problems it has, and gives
    /// its board, without private fields unless they were asked for.
    ///
    /// # Errors
    /// Where a path leads nowhere, or the line cannot be written.
    pub(super) fn open<F>(&mut self, paths: &[PathBuf], output: &Output<F>) -> Result<Opened, Error>
    where
        F: ValueEnum + Default + Send + Sync + 'static,
    {
        let places = self.places(paths)?;
        self.open_at(&places, output)
    }

    /// Opens what is at these places and nowhere else.
    ///
    /// # Errors
    /// Where one leads nowhere, or a line cannot be written.
    pub(super) fn open_at<F>(&mut self, places: &[PathBuf], output: &Output<F>) -> Result<Opened, Error>
    where
        F: ValueEnum + Default + Send + Sync + 'static,
    {
        let Edition { board, has_errors } = self.edition(places, output)?;
        let mut settings = self.settings()?;
        let preference = settings.prefer(&board);
        if let Some(complaint) = settings.complaint() {
            writeln!(self.err, "t12: {complaint}")?;
        }
        Ok(Opened { glyphs: settings.glyphs(output.glyphs).value, board, preference, has_errors })
    }

    /// Reads what is at these places, says in one line how many problems it has, and gives its board, without private
    /// fields unless they were asked for.
    ///
    /// # Errors
    /// Where one leads nowhere, or the line cannot be written.
    pub(super) fn edition<F>(&mut self, places: &[PathBuf], output: &Output<F>) -> Result<Edition, Error>
    where
        F: ValueEnum + Default + Send + Sync + 'static,
    {
        all_there(places)?;
        let workspace = Workspace::open(places, self.today);
        self.tell_problems(&workspace, places)?;
        let has_errors = workspace.tally().errors > 0;
        let board = if output.private { workspace.board } else { workspace.board.public() };
        Ok(Edition { board, has_errors })
    }

    /// The config that is used, as far as it can be followed.
    ///
    /// # Errors
    /// Where the one of `--config` is not there.
    pub(super) fn settings(&self) -> Result<Settings, Error> {
        Settings::read(self.config.as_deref())
    }

    /// The places of `--workspace` and the paths given.
    ///
    /// # Errors
    /// Where one leads nowhere.
    pub(super) fn places(&self, paths: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
        let places: Vec<PathBuf> = self.places.iter().chain(paths).cloned().collect();
        all_there(&places)?;
        Ok(places)
    }

    fn tell_problems(&mut self, workspace: &Workspace, places: &[PathBuf]) -> Result<(), Error> {
        let tally = workspace.tally();
        let told = [(tally.errors, "error"), (tally.warnings, "warning")];
        let told: Vec<String> =
            told.into_iter().filter(|&(n, _)| n > 0).map(|(n, noun)| plural(n, noun)).collect();
        if told.is_empty() {
            return Ok(());
        }
        let check = places.iter().fold("t12 check".to_owned(), |check, place| {
            format!("{check} {}", visible(&place.to_string_lossy()))
        });
        let left_out = if tally.errors > 0 { "; files with errors are left out" } else { "" };
        writeln!(self.err, "t12: {}{left_out}. To see them, run: {check}", told.join(" and "))?;
        Ok(())
    }

    /// Writes a document as plain text.
    ///
    /// # Errors
    /// Where the writer fails.
    pub(super) fn tell(&mut self, document: &Document) -> Result<(), Error> {
        let write = if self.is_spoken { write_spoken } else { write_text };
        Ok(write(document, self.width, self.out)?)
    }

    /// Writes a twin in the form that is asked for.
    ///
    /// # Errors
    /// Where the writer fails.
    pub(super) fn write(&mut self, twin: &impl Twin, format: Format) -> Result<(), Error> {
        match format {
            Format::Table => self.tell(&twin.document())?,
            Format::Markdown => write_markdown(&twin.document(), self.out)?,
            Format::Csv => write_csv(&twin.table(), self.out)?,
            Format::Json => write_json(twin, self.out)?,
            Format::Yaml => write_yaml(twin, self.out)?,
        }
        Ok(())
    }
}

/// Whether every place leads somewhere.
fn all_there(places: &[PathBuf]) -> Result<(), Error> {
    let Some(missing) = places.iter().find(|place| place.symlink_metadata().is_err()) else {
        return Ok(());
    };
    let missing = missing.to_string_lossy();
    Err(Error::Usage(format!("there is no file or folder `{}`", visible(&missing))))
}
