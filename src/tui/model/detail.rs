use super::{BoardColumn, BoardForm, MatrixColumn, Model, View};
use crate::scorecard::{Column, MeasureIndex};
use crate::tui::view::evidence;
use crate::tui::view::layout::Layout;
use crate::tui::widget::page::Page;

/// The detail of what the cursor stands on: its page, written once, and how far it is scrolled.
#[derive(Clone, Debug, Default)]
pub struct Detail {
    subject: Option<(Subject, u16)>,
    page: Page,
    first: usize,
    height: usize,
}

/// What a detail can be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An area, as its place among the board's areas.
    Area(usize),
    /// The agreement of a jurisdiction with the group in an area.
    Agreement(usize, Column),
    /// A measure and its gap.
    Measure(MeasureIndex),
    /// The position of a jurisdiction on a measure.
    Cell(MeasureIndex, Column),
}

impl Detail {
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

    /// Has the page written anew at the next occasion.
    pub fn forget(&mut self) {
        self.subject = None;
    }
}

impl Model {
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
        })
    }

    /// Writes the page where the subject or the room changed.
    pub(super) fn prepare_detail(&mut self, layout: &Layout) {
        let Some(pane) = layout.detail.as_ref() else { return };
        let subject = self.subject();
        let wanted = subject.map(|subject| (subject, pane.text_width()));
        if wanted != self.detail.subject || wanted.is_none() {
            let same_subject = self.detail.subject.map(|(subject, _)| subject) == subject;
            self.detail.page = match subject {
                Some(subject) => evidence::page(self, subject, pane.text_width()),
                None => Page::default(),
            };
            if !same_subject {
                self.detail.first = 0;
            }
            self.detail.subject = wanted;
        }
        self.detail.height = pane.lines();
        self.detail.scroll_by(0);
    }
}
