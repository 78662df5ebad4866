//! Running the program: in a terminal, or a key script without one.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use ratatui::buffer::Buffer;
use thiserror::Error;

use super::fresh::{Files, Following};
use super::keymap::Keymap;
use super::model::{Model, Settings, Setup, Trouble};
use super::progress::Progress;
use super::script::{self, ScriptError};
use super::session;
use super::snapshot;
use super::theme::{ColourDepth, Theme};
use crate::analysis::Comparison;
use crate::filter::Filter;
use crate::report::words::Glyphs;
use crate::scorecard::{Board, PartialDate, SavedView};
use crate::text::visible;
use crate::workspace::{Follower, ThemeError};

/// The size of the screen where there is no terminal to ask.
const USUAL_SIZE: (u16, u16) = (120, 36);

/// How the program starts.
#[derive(Clone, Debug)]
pub struct Options {
    /// What a person has set. What is wrong in the config is told by [`Opened`] only.
    pub settings: Settings,
    /// The characters.
    pub glyphs: Glyphs,
    /// Which keys mean which command.
    pub keymap: Keymap,
    /// How many files there are to read, where that takes so long that the screen says how far it is.
    pub in_sight: Option<usize>,
    /// The day it is.
    pub today: PartialDate,
    /// A key script to play without a terminal.
    pub keys: Option<String>,
    /// Columns and rows of the screen without a terminal; 120 by 36 where nothing is said.
    pub size: Option<(u16, u16)>,
    /// Where to save the last screen of the script, as `.svg` or `.txt`; without it the text is printed.
    pub snapshot: Option<PathBuf>,
}

/// What the program looks at.
#[derive(Debug)]
pub struct Opened {
    /// The board.
    pub board: Board,
    /// What is compared with what at the start.
    pub comparison: Comparison,
    /// Whether the workspace is the one inside the program.
    pub embedded: bool,
    /// What is wrong in the config, where something is.
    pub trouble: Option<Trouble>,
    /// What is known of its files.
    pub files: Files,
    /// Who reads them again; nobody where they are inside the program.
    pub follower: Option<Follower>,
    /// How they are followed while the program runs.
    pub following: Following,
    /// The saved view to begin with.
    pub view: Option<SavedView>,
    /// What is shown to a room, where there is nothing but a presentation.
    pub room: Option<Room>,
}

/// What a presentation shows that is all there is.
#[derive(Clone, Debug)]
pub struct Room {
    /// One area, as its place among the board's; all of them where there is none.
    pub area: Option<usize>,
    /// Which gaps.
    pub filter: Filter,
}

/// Why the program could not run.
#[derive(Debug, Error)]
pub enum RunError<E> {
    /// What it was to look at could not be opened.
    #[error("{0}")]
    Open(E),
    /// Standard input or output is no terminal.
    #[error("there is no terminal")]
    NoTerminal,
    /// The theme cannot be taken.
    #[error(transparent)]
    Theme(#[from] ThemeError),
    /// The key script cannot be read.
    #[error(transparent)]
    Script(#[from] ScriptError),
    /// The name of the file does not say what to save.
    #[error("`{}` does not say how to save the screen; end it in .svg or .txt", visible(&.0.to_string_lossy()))]
    Form(PathBuf),
    /// The screen could not be saved.
    #[error("the screen could not be saved as `{}`: {cause}", visible(&.file.to_string_lossy()))]
    Save {
        /// The file.
        file: PathBuf,
        /// Why not.
        cause: io::Error,
    },
    /// The output could not be written.
    #[error("the output could not be written: {0}")]
    Output(io::Error),
    /// The terminal could not be used.
    #[error("the terminal could not be used: {0}")]
    Terminal(io::Error),
}

/// Runs the program and gives its exit code: 0, or 128 and the number of the signal that ended it. `open` gives what
/// it looks at and runs while the terminal answers; `out` takes the text of a script's last screen.
///
/// # Errors
/// What can be known is said before the terminal is touched, all else after it is given back.
pub fn run<E: Send>(
    options: &Options,
    out: &mut dyn Write,
    open: impl FnOnce(&Progress) -> Result<Opened, E> + Send,
) -> Result<u8, RunError<E>> {
    if options.keys.is_some() || options.snapshot.is_some() {
        return without_terminal(options, out, open).map(|()| 0);
    }
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        return Err(RunError::NoTerminal);
    }
    let variable = |name: &str| std::env::var(name).ok();
    let depth = ColourDepth::of_terminal(variable);
    session::run(options, depth, open, |opened, theme, size| model(options, opened, theme, size))
}

/// The model at the start.
fn model(options: &Options, opened: Opened, theme: Theme, size: (u16, u16)) -> Model {
    let Opened { board, comparison, embedded, files, trouble, view, room, follower: _, following } = opened;
    let Options { glyphs, today, .. } = *options;
    let keymap = options.keymap.clone();
    let settings = Settings { trouble, private: following.private, ..options.settings.clone() };
    let setup = Setup { comparison, theme, glyphs, today, size, embedded, files, keymap, settings };
    let mut model = Model::new(board, setup);
    if let Some(view) = view {
        model.take_view(&view);
        model.notice = None;
        model.trail.clear();
        model.prepare();
    }
    if let Some(Room { area, filter }) = room {
        model.set_filter(filter);
        // Without a gap it says so; there is no desk to say it on.
        if let Err(why) = model.present(area, true) {
            model.warn(why);
        }
    }
    model
}

/// Plays the key script and keeps its screens.
fn without_terminal<E>(
    options: &Options,
    out: &mut dyn Write,
    open: impl FnOnce(&Progress) -> Result<Opened, E>,
) -> Result<(), RunError<E>> {
    let steps = script::parse(options.keys.as_deref().unwrap_or_default())?;
    let shots =
        steps.iter().filter_map(|step| if let script::Step::Shot(file) = step { Some(file) } else { None });
    if let Some(unclear) = shots.chain(&options.snapshot).find(|file| Form::of(file).is_none()) {
        return Err(RunError::Form(unclear.clone()));
    }
    let theme = Theme::load(options.settings.theme.on(None), ColourDepth::True)?;
    let opened = open(&Progress::default()).map_err(RunError::Open)?;
    let mut model = model(options, opened, theme, options.size.unwrap_or(USUAL_SIZE));
    let last = script::play(&mut model, &steps, save)?;
    match &options.snapshot {
        Some(file) => save(file, &last),
        None => out.write_all(snapshot::text(&last).as_bytes()).map_err(RunError::Output),
    }
}

/// How a screen is saved.
enum Form {
    Svg,
    Text,
}

impl Form {
    fn of(file: &Path) -> Option<Self> {
        match file.extension()?.to_str()? {
            "svg" => Some(Self::Svg),
            "txt" => Some(Self::Text),
            _ => None,
        }
    }
}

fn save<E>(file: &Path, screen: &Buffer) -> Result<(), RunError<E>> {
    let content = match Form::of(file) {
        Some(Form::Svg) => snapshot::svg(screen),
        Some(Form::Text) => snapshot::text(screen),
        None => return Err(RunError::Form(file.to_owned())),
    };
    fs::write(file, content).map_err(|cause| RunError::Save { file: file.to_owned(), cause })
}
