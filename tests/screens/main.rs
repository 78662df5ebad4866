//! The terminal program as people use it, without a terminal: keys in; the model, pictures and cells out.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

mod blocs;
#[path = "../support/board.rs"]
mod board;
mod change;
mod columns;
mod compare;
mod complaints;
mod copying;
mod entities;
mod explain;
mod filters;
mod keys;
mod layers;
mod looks;
mod mouse;
mod moves;
mod orders;
mod palette;
mod pictures;
mod places;
mod presenting;
mod presets;
mod rebound;
mod reload;
mod searching;
mod sizes;
mod themes;
mod timeline;
mod weights;
mod what_if;

use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::LazyLock;

use ratatui::buffer::Buffer;
use t12::analysis::Comparison;
use t12::report::words::Glyphs;
use t12::scorecard::{Board, PartialDate, ViewName};
use t12::tui::model::{MatrixColumn, Model, Rows, Setup, View};
use t12::tui::script;
use t12::tui::theme::{ColourDepth, Theme};
use t12::workspace::Workspace;

/// The day that counts as today.
const TODAY: &str = "2026-11-21";

/// The shipped scorecards.
static SHIPPED: LazyLock<Board> = LazyLock::new(|| read("scorecards"));
/// An invented world of two areas with two measures each.
static SMALL: LazyLock<Board> = LazyLock::new(|| read("tests/fixtures/small"));
/// Texts full of what terminals obey.
static HOSTILE: LazyLock<Board> = LazyLock::new(|| read("tests/fixtures/hostile"));

fn today() -> PartialDate {
    PartialDate::parse(TODAY).unwrap()
}

/// The board of a workspace as `t12` shows it without `--private`.
fn read(folder: &str) -> Board {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
    Workspace::open(&[folder], today()).board.public()
}

/// How the program starts.
#[derive(Clone, Copy)]
struct Start {
    theme: &'static str,
    depth: ColourDepth,
    glyphs: Glyphs,
    size: (u16, u16),
}

impl Default for Start {
    fn default() -> Self {
        Self { theme: "dark", depth: ColourDepth::True, glyphs: Glyphs::Unicode, size: (120, 36) }
    }
}

/// The running program.
struct Program {
    model: Model,
}

impl Program {
    /// The program as it opens.
    fn start(board: &Board, start: Start) -> Self {
        let Start { theme, depth, glyphs, size } = start;
        let theme = Theme::load(theme, depth).unwrap();
        let comparison = Comparison::of(board);
        let setup = Setup { glyphs, ..Setup::new(comparison, theme, today(), size) };
        Self { model: Model::new(board.clone(), setup) }
    }

    /// The program on a board, after these keys.
    fn after(board: &Board, keys: &str) -> Self {
        let mut program = Self::start(board, Start::default());
        program.press(keys);
        program
    }

    /// Plays a key script, as `t12 --keys` does, and gives the last screen.
    fn press(&mut self, keys: &str) -> Buffer {
        let steps = script::parse(keys).unwrap();
        let played = script::play(&mut self.model, &steps, |_, _| Ok::<(), Infallible>(()));
        let Ok(screen) = played;
        screen
    }

    /// The last screen as text.
    fn text(&mut self) -> String {
        t12::tui::snapshot::text(&self.press(""))
    }

    /// Where the cursor is, by ids: `board lamps`, `matrix lamps/colour KES`, `gaps lamps/colour`.
    fn place(&self) -> String {
        let Self { model } = self;
        let board = &model.board;
        let measure = || {
            model.measure().map_or("nothing".to_owned(), |measure| {
                let found = board.measure(measure);
                format!("{}/{}", board.areas[found.area].id, found.id)
            })
        };
        match model.view {
            View::Board => format!("board {}", model.area().map_or("nothing", |area| &board.areas[area].id)),
            View::Matrix => format!("matrix {} {}", measure(), self.column()),
            View::Gaps => format!("gaps {}", measure()),
            view => format!("{} {}", ViewName::from(view).key(), measure()),
        }
    }

    /// The column of the matrix that the cursor is in.
    fn column(&self) -> String {
        match self.model.matrix.column {
            MatrixColumn::Measure => "title".to_owned(),
            MatrixColumn::Gap => "gap".to_owned(),
            MatrixColumn::Jurisdiction(column) => self.model.board.jurisdiction(column).code.to_string(),
        }
    }

    /// What the status line says.
    fn notice(&self) -> &str {
        self.model.notice.as_ref().map_or("", |notice| &notice.text)
    }

    /// The rows of the view, top to bottom.
    fn rows(&self) -> &Rows {
        self.model.rows()
    }

    /// The ids of the measures of the view, top to bottom.
    fn measures(&self) -> Vec<String> {
        let rows = self.rows();
        let ids = (0..rows.len())
            .map(|row| self.model.board.measures[rows.thing(row).unwrap() as usize].id.to_string());
        ids.collect()
    }
}

/// Plays keys on the small workspace and gives the place.
fn place_after(keys: &str) -> String {
    Program::after(&SMALL, keys).place()
}
