use super::{BoardColumn, BoardForm, Focus, MatrixColumn, Model, Renumbering, View};
use crate::analysis::{EntityIndex, ListIndex};
use crate::scorecard::{Column, Level, MeasureIndex};
use crate::tui::view::evidence;
use crate::tui::view::layout::{Layout, Pane};
use crate::tui::widget::page::Page;

/// The detail of what the cursor stands on: its page, written once, and how far it is scrolled.
#[derive(Clone, Debug, Default)]
pub struct Detail {
    subject: Option<(Subject, View, u16)>,
    page: Page,
    first: usize,
    height: usize,
}

/// The width of a page that has to be written anew: no page is written for no columns.
const OUT_OF_DATE: u16 = 0;

/// What a detail can be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An area, as its place among the board's areas.
    Area(usize),
    /// The agreement of a jurisdiction with the group in an area.
    Agreement(usize, Column),
    /// A measure and its gap.
    Measure(MeasureIndex),
    /// A measure and the gap on it between the two that are compared.
    Compared(MeasureIndex, [Column; 2]),
    /// The position of a jurisdiction on a measure.
    Cell(MeasureIndex, Column),
    /// The move of a jurisdiction on a measure to a level.
    Move(MeasureIndex, Column, Level),
    /// Two jurisdictions.
    Pair(Column, Column),
    /// A jurisdiction among the others.
    Jurisdiction(Column),
    /// An entity of a register, and the list of it that is looked at.
    Entity(EntityIndex, Option<ListIndex>),
}

impl Subject {
    /// The measure it is about, where it is about one.
    pub fn measure(self) -> Option<MeasureIndex> {
        match self {
            Self::Measure(measure)
            | Self::Compared(measure, _)
            | Self::Cell(measure, _)
            | Self::Move(measure, ..) => Some(measure),
            Self::Area(_)
            | Self::Agreement(..)
            | Self::Pair(..)
            | Self::Jurisdiction(_)
            | Self::Entity(..) => None,
        }
    }

    /// The same on another board; nothing where it is gone.
    fn renumbered(self, numbers: &Renumbering) -> Option<Self> {
        Some(match self {
            Self::Area(area) => Self::Area(numbers.area(area)?),
            Self::Agreement(area, column) => Self::Agreement(numbers.area(area)?, numbers.column(column)?),
            Self::Measure(measure) => Self::Measure(numbers.measure(measure)?),
            Self::Compared(measure, [first, second]) => {
                let columns = [numbers.column(first)?, numbers.column(second)?];
                Self::Compared(numbers.measure(measure)?, columns)
            }
            Self::Cell(measure, column) => Self::Cell(numbers.measure(measure)?, numbers.column(column)?),
            Self::Move(measure, column, to) => {
                Self::Move(numbers.measure(measure)?, numbers.column(column)?, to)
            }
            Self::Pair(first, second) => Self::Pair(numbers.column(first)?, numbers.column(second)?),
            Self::Jurisdiction(column) => Self::Jurisdiction(numbers.column(column)?),
            // The registers are read again, and the page is written anew.
            Self::Entity(..) => return None,
        })
    }
}

impl Detail {
    /// What the page is about.
    pub fn subject(&self) -> Option<Subject> {
        self.subject.map(|(subject, ..)| subject)
    }

    /// The page.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// The first line shown.
    pub fn first(&self) -> usize {
        self.first
    }

    /// How many lines are visible.
    pub fn height(&self) -> usize {
        self.height
    }

    /// Whether lines are hidden below the last visible one.
    pub fn has_more(&self) -> bool {
        self.first + self.height < self.page.len()
    }

    /// Scrolls by lines, stopping at both ends.
    pub fn scroll_by(&mut self, delta: isize) {
        let last = self.page.len().saturating_sub(self.height);
        self.first = self.first.saturating_add_signed(delta).min(last);
    }

    /// Writes the page where the subject, the view it belongs to or the room changed.
    fn prepare(&mut self, model: &Model, subject: Option<Subject>, pane: &Pane) {
        let wanted = subject.map(|subject| (subject, model.view, pane.text_width()));
        if wanted != self.subject || wanted.is_none() {
            let same_subject = self.subject() == subject;
            let write = |subject| evidence::page(model, subject, pane.text_width());
            self.page = subject.map(write).unwrap_or_default();
            if !same_subject {
                self.first = 0;
            }
            self.subject = wanted;
        }
        self.height = pane.lines();
        self.scroll_by(0);
    }

    /// Whether the cursor left what the page is about for something else in the same view, and the page holds still.
    pub(super) fn was_left(&self, wanted: Option<Subject>, view: View) -> bool {
        let (Some((subject, of, width)), Some(wanted)) = (self.subject, wanted) else { return false };
        subject != wanted && of == view && width != OUT_OF_DATE
    }

    /// Goes over to another board: the page is written anew, and stays where it is scrolled to.
    pub(super) fn renumber(&mut self, numbers: &Renumbering) {
        self.subject = self
            .subject
            .and_then(|(subject, view, _)| Some((subject.renumbered(numbers)?, view, OUT_OF_DATE)));
    }

    /// Has the page written anew at the next occasion; it stays where it is scrolled to.
    pub(super) fn outdate(&mut self) {
        self.subject = self.subject.map(|(subject, view, _)| (subject, view, OUT_OF_DATE));
    }

    /// Has the page written anew from its first line at the next occasion.
    pub fn forget(&mut self) {
        self.subject = None;
    }
}

impl Model {
    /// Whether the keys move the detail.
    pub fn detail_has_focus(&self) -> bool {
        self.zoomed || self.focus == Focus::Detail
    }

    /// Whether the detail is on screen beside or below the table.
    pub fn detail_is_shown(&self) -> bool {
        self.layout().detail.is_some()
    }

    /// Gives the whole view to the detail, or takes it back.
    pub fn zoom(&mut self, zoomed: bool) {
        self.zoomed = zoomed;
        self.focus = Focus::Table;
        self.detail.scroll_by(isize::MIN);
    }

    /// Has the details written anew.
    pub(super) fn forget_details(&mut self) {
        self.detail.forget();
        self.companion.forget();
    }

    /// What the detail is about.
    pub fn subject(&self) -> Option<Subject> {
        Some(match self.view {
            View::Board => match (self.board_form, self.board_column) {
                (BoardForm::Agreement, BoardColumn::Jurisdiction(column)) => {
                    Subject::Agreement(self.area()?, column)
                }
                _ => Subject::Area(self.area()?),
            },
            View::Matrix => match self.matrix.column {
                MatrixColumn::Jurisdiction(column) => Subject::Cell(self.measure()?, column),
                MatrixColumn::Measure | MatrixColumn::Gap => Subject::Measure(self.measure()?),
            },
            View::Gaps => Subject::Measure(self.measure()?),
            view => return view.sheet().and_then(|sheet| (sheet.subject)(self)),
        })
    }

    /// What a second detail is about: the measure of the cell, or the widest gap of the area.
    pub fn companion_subject(&self) -> Option<Subject> {
        match self.subject()? {
            Subject::Cell(measure, _) | Subject::Move(measure, ..) => Some(Subject::Measure(measure)),
            Subject::Area(area) | Subject::Agreement(area, _) => {
                self.overview.area(area).widest.map(Subject::Measure)
            }
            Subject::Measure(_)
            | Subject::Compared(..)
            | Subject::Pair(..)
            | Subject::Jurisdiction(_)
            | Subject::Entity(..) => None,
        }
    }

    /// Whether there is something for a second detail. While the details wait, what it was stays.
    pub fn has_companion(&self) -> bool {
        if self.awaits_rest() {
            self.companion.subject().is_some()
        } else {
            self.companion_subject().is_some()
        }
    }

    /// Writes the pages where their subjects or the room changed.
    pub(super) fn prepare_details(&mut self, layout: &Layout) {
        let waits = self.awaits_rest();
        let Some(pane) = &layout.detail else {
            self.await_nothing();
            return;
        };
        let mut detail = std::mem::take(&mut self.detail);
        let subject = if waits { detail.subject() } else { self.subject() };
        detail.prepare(self, subject, pane);
        self.detail = detail;
        let Some(pane) = &layout.companion else {
            self.companion.forget();
            return;
        };
        let mut companion = std::mem::take(&mut self.companion);
        let subject = if waits { companion.subject() } else { self.companion_subject() };
        companion.prepare(self, subject, pane);
        self.companion = companion;
    }
}
