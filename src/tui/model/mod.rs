//! What the person is looking at: view, cursor, search, layers. Drawing only reads it; only `update` changes it.

mod changed;
mod columns;
mod detail;
mod explaining;
mod filtering;
mod history;
mod matrix;
mod ordering;
mod overview;
mod place;
mod presentation;
mod preset;
mod reload;
mod renumber;
mod rest;
mod rows;
mod saved;
mod search;
mod settings;
mod sheets;
mod sort;
mod view;
mod weighing;
mod what_if;

use ratatui::layout::Size;

pub use changed::{Changed, ChangedListings};
pub use columns::Columns;
pub use detail::{Detail, Subject};
pub use explaining::NO_FIGURE;
pub use filtering::{Filtering, Taken, Typing};
pub use history::{Asked, History, REMEMBERED};
pub use matrix::{Matrix, MatrixColumn};
pub use overview::{AreaOverview, Overview};
pub use place::Place;
pub use presentation::{Presentation, Slide, Veil};
pub use preset::{Preset, presets};
pub use reload::News;
pub use renumber::Renumbering;
pub use rest::Rest;
pub use rows::{Rows, first_visible};
pub use search::{Names, Search};
pub use settings::{Settings, Trouble};
pub use sheets::{Blocs, BlocsForm, Compare, Entities, Moves, MovesForm, Seen, SheetTable, Sheets, Timeline};
pub use sort::{BoardColumn, Direction, GapColumn, SortKey, Sorted};
pub use view::View;
pub use weighing::Weighed;
pub use what_if::{CellAt, WhatIf};

use super::background::Background;
use super::fresh::Files;
use super::glyph::GlyphSet;
use super::key::Key;
use super::keymap::Keymap;
use super::layer::Layer;
use super::message::{Notice, Tone};
use super::prompt::Prompt;
use super::theme::Theme;
use super::view::layout::Layout;
use crate::analysis::{Comparison, Figures};
use crate::report::words::Glyphs;
use crate::scorecard::{Board, MeasureIndex, PartialDate};

/// Which pane the keys move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The table.
    Table,
    /// The detail beside or below it.
    Detail,
}

/// The two forms of the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoardForm {
    /// Blocks on the side that is fuller.
    Sides,
    /// The agreement of each jurisdiction with the group.
    Agreement,
}

/// What the program starts with.
#[derive(Debug)]
pub struct Setup {
    /// What is compared with what.
    pub comparison: Comparison,
    /// The colours.
    pub theme: Theme,
    /// The characters.
    pub glyphs: Glyphs,
    /// The day it is.
    pub today: PartialDate,
    /// The terminal's columns and rows.
    pub size: (u16, u16),
    /// Whether the workspace is the one inside the program.
    pub embedded: bool,
    /// What is known of the files.
    pub files: Files,
    /// Which keys mean which command.
    pub keymap: Keymap,
    /// What else a person has set.
    pub settings: Settings,
}

impl Setup {
    /// A screen of that many columns and rows on files without problems, with the default keys and characters.
    pub fn new(comparison: Comparison, theme: Theme, today: PartialDate, size: (u16, u16)) -> Self {
        Self {
            comparison,
            theme,
            glyphs: Glyphs::Unicode,
            today,
            size,
            embedded: false,
            files: Files::default(),
            keymap: Keymap::default(),
            settings: Settings::default(),
        }
    }
}

/// The whole state of the program.
#[derive(Debug)]
pub struct Model {
    /// What is compared.
    pub board: Board,
    /// The figures of the comparison in use.
    pub figures: Figures,
    /// What the overviews show of them.
    pub overview: Overview,
    /// The day it is.
    pub today: PartialDate,
    /// Whether the workspace is the one inside the program.
    pub embedded: bool,
    /// What is known of the files, and what they changed.
    pub news: News,
    /// The colours.
    pub theme: Theme,
    /// The choice of characters.
    pub glyphs: Glyphs,
    /// The terminal's columns and rows.
    pub size: Size,
    /// The view on screen.
    pub view: View,
    /// The form of the board on screen.
    pub board_form: BoardForm,
    /// The areas, on the board.
    pub areas: Rows,
    /// The column of the cursor on the board.
    pub board_column: BoardColumn,
    /// The first jurisdiction visible of the second form, as a place among those it has.
    pub agreement_first: usize,
    /// Which jurisdictions are shown beside the poles.
    pub columns: Columns,
    /// The matrix of one area.
    pub matrix: Matrix,
    /// The measures, in the list of gaps.
    pub gaps: Rows,
    /// The column of the cursor in the list of gaps.
    pub gap_column: GapColumn,
    /// How each of these tables is sorted, where it is not in its own order.
    pub sorted: Sorted,
    /// The views that are one table made from the figures.
    pub sheets: Sheets,
    /// The work that is done off the drawing thread.
    pub background: Background,
    /// Which pane the keys move.
    pub focus: Focus,
    /// Whether the detail has the whole view.
    pub zoomed: bool,
    /// The detail of what the cursor stands on.
    pub detail: Detail,
    /// The second detail, below a short table.
    pub companion: Detail,
    /// Whether the details wait for the cursor to rest.
    pub rest: Rest,
    /// The filter in force.
    pub filtering: Filtering,
    /// The search in force.
    pub search: Option<Search>,
    /// The line being typed for the search or the filter.
    pub prompt: Option<Prompt>,
    /// Where the search being typed began.
    pub search_began: Option<Place>,
    /// The lines typed before.
    pub history: History,
    /// What lies over the view, topmost last.
    pub layers: Vec<Layer>,
    /// Keys pressed that begin a longer sequence.
    pub pending: Vec<Key>,
    /// What the status line says, until the next key.
    pub notice: Option<Notice>,
    /// Where jumps began, oldest first.
    pub trail: Vec<Place>,
    /// Which keys mean which command.
    pub keymap: Keymap,
    /// What else a person has set.
    pub settings: Settings,
    /// The what-if mode, and what can be undone.
    pub what_if: WhatIf,
    /// The presentation on screen, where there is one.
    pub presentation: Option<Box<Presentation>>,
}

impl Model {
    /// The program as it opens: the board, the cursor on its first area.
    pub fn new(board: Board, setup: Setup) -> Self {
        let figures = Figures::compute(&board, &setup.comparison);
        let areas = Rows::new((0..board.areas.len() as u32).collect());
        let columns = Columns::default();
        let matrix = Matrix::new(&board, columns.shown(&board, &setup.comparison), setup.comparison.poles);
        let gaps = Rows::new(figures.gaps().iter().map(|gap| gap.measure.0).collect());
        let overview = Overview::new(&board, &figures, setup.today);
        let mut model = Self {
            figures,
            overview,
            today: setup.today,
            embedded: setup.embedded,
            news: News { files: setup.files, ..News::default() },
            theme: setup.theme,
            glyphs: setup.glyphs,
            size: Size::new(setup.size.0, setup.size.1),
            view: View::Board,
            board_form: BoardForm::Sides,
            areas,
            board_column: BoardColumn::Area,
            agreement_first: 0,
            columns,
            matrix,
            gaps,
            gap_column: GapColumn::Rank,
            sorted: Sorted::default(),
            sheets: Sheets::default(),
            background: Background::default(),
            focus: Focus::Table,
            zoomed: false,
            detail: Detail::default(),
            companion: Detail::default(),
            rest: Rest::default(),
            filtering: Filtering::default(),
            search: None,
            prompt: None,
            search_began: None,
            history: History::default(),
            layers: Vec::new(),
            pending: Vec::new(),
            notice: None,
            trail: Vec::new(),
            keymap: setup.keymap,
            settings: setup.settings,
            what_if: WhatIf::default(),
            presentation: None,
            board,
        };
        model.begin_what_ifs();
        model.restore_order();
        model.prepare();
        model
    }

    /// The characters in use.
    pub fn glyph_set(&self) -> &'static GlyphSet {
        GlyphSet::of(self.glyphs)
    }

    /// Where everything is on the screen.
    pub fn layout(&self) -> Layout {
        Layout::of(self)
    }

    /// The area the cursor stands on, as its place among the board's areas.
    pub fn area(&self) -> Option<usize> {
        match self.view {
            View::Board => self.areas.cursor().map(|area| area as usize),
            View::Matrix => Some(self.matrix.area).filter(|&area| area < self.board.areas.len()),
            _ => self.measure().map(|measure| self.board.measure(measure).area),
        }
    }

    /// The measure the cursor stands on, in views of measures.
    pub fn measure(&self) -> Option<MeasureIndex> {
        match self.view {
            View::Board => None,
            View::Matrix => self.matrix.rows.cursor().map(MeasureIndex),
            View::Gaps => self.gaps.cursor().map(MeasureIndex),
            view => view.sheet().and_then(|sheet| (sheet.measure)(self)),
        }
    }

    /// The rows of the view.
    pub fn rows(&self) -> &Rows {
        match self.view {
            View::Board => &self.areas,
            View::Matrix => &self.matrix.rows,
            View::Gaps => &self.gaps,
            view => self.sheets.table(view).map_or(&self.gaps, |table| &table.rows),
        }
    }

    /// The rows of the view, to move the cursor.
    pub fn rows_mut(&mut self) -> &mut Rows {
        match self.view {
            View::Board => &mut self.areas,
            View::Matrix => &mut self.matrix.rows,
            View::Gaps => &mut self.gaps,
            view => match self.sheets.table_mut(view) {
                Some(table) => &mut table.rows,
                None => &mut self.gaps,
            },
        }
    }

    /// How many rows of the table are visible.
    pub fn table_height(&self) -> usize {
        usize::from(self.layout().rows())
    }

    /// Whether Esc has something to take back.
    pub fn can_step_out(&self) -> bool {
        self.zoomed
            || self.focus == Focus::Detail
            || self.what_if.is_on()
            || self.search.is_some()
            || !self.filtering.filter().is_empty()
            || self.view != View::Board
    }

    /// Turns the board to its other form.
    pub fn turn_board(&mut self) {
        (self.board_form, self.board_column) = match self.board_form {
            BoardForm::Sides => {
                (BoardForm::Agreement, BoardColumn::Jurisdiction(self.figures.comparison().poles[0]))
            }
            BoardForm::Agreement => (BoardForm::Sides, BoardColumn::Area),
        };
        self.unsort_board();
    }

    /// Compares otherwise: every figure is computed anew, the cursor stays.
    pub fn compare(&mut self, change: impl FnOnce(&mut Comparison)) {
        let mut comparison = self.figures.chosen().clone();
        change(&mut comparison);
        self.matrix.show(self.columns.shown(&self.board, &comparison), comparison.poles);
        self.figures = Figures::compute(&self.board, &comparison);
        self.renew_before();
        self.overview = Overview::new(&self.board, &self.figures, self.today);
        self.sheets.compare.forget();
        self.settle_board_column();
        self.forget_details();
        self.apply_filter();
        self.restore_order();
    }

    /// Says something on the status line.
    pub fn tell(&mut self, text: String) {
        self.notice = Some(Notice { tone: Tone::Notice, text });
    }

    /// Says on the status line that something is not as wished.
    pub fn warn(&mut self, text: String) {
        self.notice = Some(Notice { tone: Tone::Warning, text });
    }

    /// Makes everything ready for drawing: scrolls the cursor into sight and writes the detail where it changed.
    pub fn prepare(&mut self) {
        self.gather(self.view);
        self.arrange_stops();
        self.ask_for_order();
        self.decide_on_rest();
        let layout = self.layout();
        let height = usize::from(layout.rows());
        self.rows_mut().scroll(height);
        self.scroll_columns(&layout);
        self.prepare_details(&layout);
        self.prepare_layer();
        let shown = layout.detail.is_some() && self.layers.is_empty();
        self.look_at_changes(self.detail.subject().filter(|_| shown));
    }
}
