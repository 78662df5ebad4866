use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, CommandFactory};
use jiff::Zoned;

use super::context::Context;
use super::error::Error;
use super::find;
use super::options::{Compared, GlyphsArgument};
use crate::scorecard::{Board, SavedView};
use crate::text::{nearest, visible};
use crate::tui::{self, Following, Fresh, Opened, Options, Progress, Room, RunError};
use crate::workspace::{self, Follower, Found, Origin, Workspace};

/// What `t12` alone takes: how the terminal program starts.
#[derive(Debug, Args)]
pub(super) struct ProgramArguments {
    /// Folders or files to read
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) compared: Compared,
    /// The theme, by its id: dark, paper, contrast, cvd or mono; without it the environment's
    #[arg(long, value_name = "NAME", help_heading = "The terminal program")]
    pub(super) theme: Option<String>,
    /// The characters marks and lines are drawn with
    #[arg(long, value_enum, value_name = "SET", help_heading = "The terminal program")]
    pub(super) glyphs: Option<GlyphsArgument>,
    /// Begin with this saved view of the board
    #[arg(long, value_name = "NAME", help_heading = "The terminal program")]
    pub(super) view: Option<String>,
    /// Show private fields too: notes, and positions marked above clear
    ///
    /// Without it such a position is unknown, in its words and in every figure: the screen may be a shared one.
    #[arg(long, help_heading = "The terminal program")]
    pub(super) private: bool,
    /// Look at the files once a second, where the system does not tell that they changed
    #[arg(long, help_heading = "The terminal program")]
    pub(super) poll: bool,
    /// Run these keys without a terminal and print the screen, for example "j j <enter>"
    #[arg(long, value_name = "KEYS", help_heading = "The terminal program")]
    pub(super) keys: Option<String>,
    /// The size of the screen for --keys, as in 120x36
    #[arg(long, value_name = "WxH", value_parser = size, help_heading = "The terminal program")]
    pub(super) size: Option<(u16, u16)>,
    /// Save the screen after --keys, as .svg or .txt
    #[arg(long, value_name = "FILE", help_heading = "The terminal program")]
    pub(super) snapshot: Option<PathBuf>,
    /// What of it is shown to a room.
    #[arg(skip)]
    pub(super) shared: Option<Shared>,
}

/// What `t12 present` shows.
#[derive(Clone, Debug, Default)]
pub(super) struct Shared {
    /// The area by name; all of them where none is named.
    pub(super) area: Option<String>,
    /// The terms of a filter.
    pub(super) filter: Option<String>,
}

/// What is larger takes longer to read than people take for at once: the screen says how far it is.
const LARGE: u64 = 2 << 20;

impl ProgramArguments {
    /// Whether keys are played without a terminal.
    pub(super) fn plays_keys(&self) -> bool {
        self.keys.is_some() || self.snapshot.is_some()
    }

    /// Starts the terminal program.
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        self.refuse_misspelt_command()?;
        let mut settings = context.settings()?;
        let found = workspace::find(&context.places(&self.paths)?);
        let options = Options {
            in_sight: found.as_ref().filter(|found| found.bytes() > LARGE).map(Found::files),
            settings: settings.of_program(self.theme.as_deref()),
            glyphs: settings.glyphs(self.glyphs).value,
            keymap: settings.keymap.clone(),
            today: context.today,
            keys: self.keys.clone(),
            size: self.size,
            snapshot: self.snapshot.clone(),
        };
        let today = context.today;
        let open = move |progress: &Progress| {
            let workspace = Workspace::open_found(found, today, &|| progress.file_read());
            let embedded = workspace.origin == Origin::Embedded;
            let follower = Follower::new(&workspace, today, self.poll);
            let private = self.private;
            let Fresh { mut board, files } = Fresh::of(workspace, private);
            find::suppose(&mut board, self.compared.scenario.as_deref())?;
            let preference = settings.prefer(&board);
            Ok(Opened {
                comparison: find::comparison(&board, &preference, &self.compared)?,
                trouble: settings.trouble(),
                view: self.view(&board)?,
                room: self.shared.as_ref().map(|shared| shared.on(&board)).transpose()?,
                embedded,
                follower,
                following: Following { today, poll: self.poll, private, clock: time_of_day },
                files,
                board,
            })
        };
        tui::run(&options, context.out, open).map(ExitCode::from).map_err(Error::from)
    }

    /// The saved view to begin with. What the command line compares, it compares in the view too.
    fn view(&self, board: &Board) -> Result<Option<SavedView>, Error> {
        let Some(name) = &self.view else { return Ok(None) };
        let mut view = find::view(board, name)?.clone();
        view.poles = view.poles.filter(|_| self.compared.poles.is_none());
        view.group = view.group.filter(|_| self.compared.group.is_none());
        view.weights = view.weights.filter(|_| self.compared.weights.is_none());
        view.lens = view.lens.filter(|_| self.compared.lens.is_none());
        view.units = view.units.filter(|_| self.compared.units.is_none());
        Ok(Some(view))
    }

    /// A path that leads nowhere and reads like a command was meant as one.
    pub(super) fn refuse_misspelt_command(&self) -> Result<(), Error> {
        let [only] = self.paths.as_slice() else { return Ok(()) };
        if Path::new(only).symlink_metadata().is_ok() {
            return Ok(());
        }
        let name = only.to_string_lossy();
        let commands = super::Arguments::command();
        let meant = nearest(&name, commands.get_subcommands().map(clap::Command::get_name));
        let meant = meant.map(|meant| format!("; did you mean: t12 {meant}")).unwrap_or_default();
        Err(Error::Usage(format!("there is no command, file or folder `{}`{meant}", visible(&name))))
    }
}

impl Shared {
    /// Finds the area and reads the filter.
    fn on(&self, board: &Board) -> Result<Room, Error> {
        let area = self.area.as_ref().map(|name| find::area(board, name)).transpose()?;
        Ok(Room { area, filter: find::filter(board, self.filter.as_deref())? })
    }
}

impl From<RunError<Self>> for Error {
    fn from(error: RunError<Self>) -> Self {
        match error {
            RunError::Open(own) => own,
            RunError::NoTerminal => Self::NoTerminal,
            RunError::Output(cause) => Self::Output(cause),
            other => Self::Program(other.to_string()),
        }
    }
}

/// The time of day by the machine's clock: `14:02`.
fn time_of_day() -> String {
    Zoned::now().strftime("%H:%M").to_string()
}

/// Reads `120x36`.
pub(super) fn size(text: &str) -> Result<(u16, u16), String> {
    tui::script::parse_size(text).ok_or_else(|| "columns and rows are needed, as in 120x36".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_columns_by_rows() {
        assert_eq!(size("120x36"), Ok((120, 36)));
        assert!(["120", "x", "0x5", "1x99999", "-1x2"].into_iter().all(|text| size(text).is_err()));
    }
}
