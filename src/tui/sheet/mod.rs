//! Views that are one table of rows made from the figures: what each of them has to say for itself, in a table of its
//! own. What they share is done once, by the model.
//!
//! The rows of such a view are gathered when it is on screen and something they are made of has changed: the board, the
//! comparison, the filter. Until then nothing is computed for it.

mod blocs;
mod compare;
mod entities;
mod moves;
mod timeline;

pub(super) use compare::{FIRST_COMPARED, compared_side};
pub(super) use timeline::since;

use ratatui::layout::Position;

pub(super) use blocs::columns_that_fit;

use super::model::{Model, NO_FIGURE, Names, Preset, Renumbering, SortKey, Subject, View};
use super::view::layout::Layout;
use super::widget::pen::Pen;
use crate::filter::OrderColumn;
use crate::report::document::Table;
use crate::report::explain::Figure;
use crate::scorecard::MeasureIndex;

/// The rows of a view, as numbers of things only the view knows.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// What the filter leaves, in the view's own order.
    pub rows: Vec<u32>,
    /// How many there are without the filter.
    pub of: usize,
}

/// What a view of one table has to say for itself.
pub struct Sheet {
    /// Makes the rows. Where things get other numbers, it renumbers the table's rows first, so that the cursor stays.
    pub gather: fn(&mut Model) -> Gathered,
    /// How many columns the cursor can stand in.
    pub columns: fn(&Model) -> usize,
    /// The word for ordering by a column, where there is one.
    pub order: fn(&Model, usize) -> Option<OrderColumn>,
    /// What a row is sorted by in a column.
    pub key: fn(&Model, usize, u32) -> SortKey,
    /// The measure the cursor stands on.
    pub measure: fn(&Model) -> Option<MeasureIndex>,
    /// Puts the cursor on an area's first row or on a measure, where it is shown; tells whether it is.
    pub show: fn(&mut Model, area: Option<usize>, measure: Option<MeasureIndex>) -> bool,
    /// What the detail is about.
    pub subject: fn(&Model) -> Option<Subject>,
    /// The figure the cursor stands on; where there is none to explain, why, in words for people.
    pub figure: fn(&Model) -> Result<Figure, &'static str>,
    /// Whether a search found the thing of a row.
    pub finds: fn(&Model, &mut Names<'_>, u32) -> bool,
    /// Goes into what the cursor stands on.
    pub open: fn(&mut Model),
    /// Turns the view to its other form, where it has one.
    pub turn: Option<fn(&mut Model)>,
    /// The lines above the headings of the table, where the screen has room for them.
    pub above: u16,
    /// The columns the table wants before the detail may stand beside it.
    pub width: fn(&Model) -> u16,
    /// Draws the table and tells where the cursor of the terminal belongs.
    pub draw: fn(&mut Pen<'_>, &Model, &Layout) -> Option<Position>,
    /// What the foot of the table counts, in at most that many columns.
    pub foot: fn(&Model, u16) -> String,
    /// Why the table is empty where the filter leaves nothing.
    pub emptied: &'static str,
    /// The row of the cursor below its headings, as the plain twin writes it.
    pub row: fn(&Model) -> Option<Table>,
    /// Goes over to another board; tells whether what the cursor stood on is still there.
    pub renumber: fn(&mut Model, &Renumbering) -> bool,
    /// Filters and orders worth having at hand; the first shows everything in the view's own order.
    pub presets: &'static [Preset],
}

impl Sheet {
    /// A view without rows, for what a view does not need to say.
    const PLAIN: Self = Self {
        gather: |_| Gathered::default(),
        columns: |_| 1,
        order: |_, _| None,
        key: |_, _, _| SortKey::Nothing,
        measure: |_| None,
        show: |_, _, _| false,
        subject: |_| None,
        figure: |_| Err(NO_FIGURE),
        finds: |_, _, _| false,
        open: |model| model.zoom(true),
        turn: None,
        above: 0,
        width: |_| 104,
        draw: |_, _, _| None,
        foot: |_, _| String::new(),
        emptied: "Nothing fits the filter.",
        row: |_| None,
        renumber: |_, _| true,
        presets: &[Preset::ALL],
    };
}

impl std::fmt::Debug for Sheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sheet").finish_non_exhaustive()
    }
}

impl View {
    /// What the view says for itself, where it is one of those that do.
    pub fn sheet(self) -> Option<&'static Sheet> {
        match self {
            Self::Board | Self::Matrix | Self::Gaps => None,
            Self::Compare => Some(&compare::SHEET),
            Self::Blocs => Some(&blocs::SHEET),
            Self::Moves => Some(&moves::SHEET),
            Self::Entities => Some(&entities::SHEET),
            Self::Timeline => Some(&timeline::SHEET),
        }
    }
}
