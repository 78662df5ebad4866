//! One file for each overlay on the stack. The topmost takes the keys.

mod change;
mod columns;
mod drop_what_ifs;
mod explain;
mod frame;
mod help;
mod init;
mod palette;
mod pick;
mod problems;
mod save_view;
mod sources;
mod themes;
mod weights;

use ratatui::layout::Position;

pub use change::Change;
pub use columns::Columns;
pub use drop_what_ifs::DropWhatIfs;
pub use explain::Explain;
pub(super) use frame::fill as open_box;
pub use help::Help;
pub use init::Init;
pub use palette::Palette;
pub use problems::Problems;
pub use save_view::SaveView;
pub use sources::Sources;
pub use themes::Themes;
pub use weights::Weights;

use super::command::Command;
use super::key::Key;
use super::message::Effect;
use super::model::{Model, Renumbering};
use super::theme::Theme;
use super::view::layout::Layout;
use super::widget::pen::Pen;

/// An overlay.
#[derive(Clone, Debug)]
pub enum Layer {
    /// The keys that work here and the legend.
    Help(Help),
    /// Every command by name.
    Palette(Palette),
    /// The sources of what the cursor stands on.
    Sources(Sources),
    /// What is compared and which jurisdictions are shown.
    Columns(Columns),
    /// How the figure under the cursor came about.
    Explain(Explain),
    /// What is wrong in the files.
    Problems(Problems),
    /// What changed since an earlier edition.
    Change(Change),
    /// The themes to choose from.
    Themes(Themes),
    /// Whether to write the scorecards inside the program into a folder.
    Init(Init),
    /// What to write into the board's file to have the view on screen by a name.
    SaveView(SaveView),
    /// Whether to drop all what-ifs.
    DropWhatIfs(DropWhatIfs),
    /// What measures and areas weigh and who is in the group.
    Weights(Weights),
}

/// What a layer does with a key.
#[derive(Debug)]
pub enum Outcome {
    /// The key is used up; the layer stays.
    Stay,
    /// The layer closes.
    Close,
    /// The layer closes and a command runs.
    Run(&'static Command, String),
    /// The layer stays and the outside world has something to do.
    Do(Effect),
}

impl Layer {
    /// Takes a key. The layer is not on the stack of the `model` meanwhile and may change what lies below it.
    pub fn key(&mut self, key: Key, model: &mut Model) -> Outcome {
        match self {
            Self::Help(help) => help.key(key),
            Self::Palette(palette) => palette.key(key, model),
            Self::Sources(sources) => sources.key(key),
            Self::Columns(columns) => columns.key(key, model),
            Self::Explain(explain) => explain.key(key, model),
            Self::Problems(problems) => problems.key(key, model),
            Self::Change(change) => change.key(key, model),
            Self::Themes(themes) => themes.key(key),
            Self::Init(Init) => Init::key(key),
            Self::SaveView(view) => view.key(key),
            Self::DropWhatIfs(DropWhatIfs) => DropWhatIfs::key(key, model),
            Self::Weights(weights) => weights.key(key, model),
        }
    }

    /// The layer over another board, whose things have other numbers; nothing where what it is about is gone.
    #[must_use]
    pub fn renewed(self, model: &Model, numbers: &Renumbering) -> Option<Self> {
        Some(match self {
            Self::Sources(sources) => Self::Sources(sources.renewed(model)?),
            Self::Columns(columns) => Self::Columns(columns.renewed(numbers)),
            Self::Explain(explain) => Self::Explain(explain.renewed(numbers)?),
            Self::Problems(problems) => Self::Problems(problems.renewed(model)),
            Self::Weights(weights) => Self::Weights(weights.renewed(model, numbers)),
            Self::Help(_)
            | Self::Palette(_)
            | Self::Change(_)
            | Self::Themes(_)
            | Self::Init(_)
            | Self::SaveView(_)
            | Self::DropWhatIfs(_) => self,
        })
    }

    /// Makes the layer ready for drawing, where something has to be written for it first.
    pub fn prepare(&mut self, model: &Model) {
        match self {
            Self::Explain(explain) => explain.prepare(model),
            Self::Change(change) => change.prepare(model),
            _ => {}
        }
    }

    /// Takes pasted text, where the layer has a line to type in.
    pub fn paste(&mut self, text: &str, model: &Model) {
        match self {
            Self::Help(help) => help.paste(text),
            Self::Palette(palette) => palette.paste(text, model),
            Self::Columns(columns) => columns.paste(text),
            Self::Sources(_)
            | Self::Explain(_)
            | Self::Change(_)
            | Self::Init(_)
            | Self::SaveView(_)
            | Self::DropWhatIfs(_) => {}
            Self::Problems(problems) => problems.paste(text),
            Self::Themes(themes) => themes.paste(text),
            Self::Weights(weights) => weights.paste(text, model),
        }
    }

    /// The theme to show as long as the layer is there, where it shows another.
    fn preview(&self) -> Option<&Theme> {
        match self {
            Self::Themes(themes) => themes.preview(),
            _ => None,
        }
    }

    /// The keys that work in the layer, for the hints line.
    pub fn hints(&self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Help(_) => &[
                ("typing", "filters"),
                ("@ and a key", "finds it"),
                ("Up Down PgUp PgDn", "scroll"),
                ("Esc", "close"),
            ],
            Self::Palette(palette) => palette.hints(),
            Self::Sources(_) => &[
                ("j k", "choose"),
                ("Enter", "open in the browser"),
                ("y", "copy the link"),
                ("Esc", "close"),
            ],
            Self::Columns(columns) => columns.hints(),
            Self::Explain(_) => &[("j k", "scroll"), ("PgUp PgDn", "page"), ("y", "copy"), ("Esc", "close")],
            Self::Problems(_) => &[
                ("j k", "choose"),
                ("/", "filters"),
                ("Enter", "open the editor there"),
                ("y", "copy the place"),
                ("Esc", "close"),
            ],
            Self::Change(_) => &[("j k", "choose"), ("Enter", "go there"), ("y", "copy"), ("Esc", "close")],
            Self::Themes(_) => {
                &[("j k", "look"), ("/", "filters"), ("Enter", "take it"), ("Esc", "as before")]
            }
            Self::Init(_) => &[("Enter", "write them"), ("Esc", "leave it")],
            Self::SaveView(_) => &[("y", "copy"), ("Esc", "close")],
            Self::DropWhatIfs(_) => &[("Enter", "drop them"), ("Esc", "keep them")],
            Self::Weights(weights) => weights.hints(),
        }
    }
}

/// Draws the topmost layer and tells where the cursor of the terminal belongs.
pub fn draw(pen: &mut Pen<'_>, layer: &Layer, model: &Model, layout: &Layout) -> Position {
    match layer {
        Layer::Help(help) => help.draw(pen, layout),
        Layer::Palette(palette) => palette.draw(pen, model, layout),
        Layer::Sources(sources) => sources.draw(pen, layout),
        Layer::Columns(columns) => columns.draw(pen, model, layout),
        Layer::Explain(explain) => explain.draw(pen, layout),
        Layer::Problems(problems) => problems.draw(pen, model, layout),
        Layer::Change(change) => change.draw(pen, layout),
        Layer::Themes(themes) => themes.draw(pen, layout),
        Layer::Init(Init) => Init::draw(pen, layout),
        Layer::SaveView(view) => view.draw(pen, layout),
        Layer::DropWhatIfs(DropWhatIfs) => DropWhatIfs::draw(pen, model, layout),
        Layer::Weights(weights) => weights.draw(pen, model, layout),
    }
}
