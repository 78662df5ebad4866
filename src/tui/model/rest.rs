use super::{Model, Subject};
use crate::scorecard::MeasureIndex;

/// Whether the details wait for the cursor to rest.
///
/// A cursor that is on its way passes things nobody reads, and a page costs more than everything else that changes: on
/// a slow line and on a shared screen it would hold up the cursor.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rest {
    awaited: bool,
    /// What the details wait to be about.
    next: Option<Subject>,
}

impl Model {
    /// From here on the details follow the cursor only when it rests, and somebody says when that is. Until this is
    /// called they follow at once, as where nobody watches.
    pub fn await_rest(&mut self) {
        self.rest.awaited = true;
    }

    /// Whether the details are still about what the cursor left. They follow with whatever happens next and does not
    /// move it.
    pub fn awaits_rest(&self) -> bool {
        self.rest.next.is_some()
    }

    /// The area and the measure of the line of place, which follows the cursor together with the details.
    pub fn named_place(&self) -> (Option<usize>, Option<MeasureIndex>) {
        let left = self.detail.subject().filter(|_| self.awaits_rest()).and_then(Subject::measure);
        match left {
            Some(left) => (Some(self.board.measure(left).area), Some(left)),
            None => (self.area(), self.measure()),
        }
    }

    /// Decides whether the details wait: where the cursor has just moved beside them. Those that are read themselves
    /// never do, nor do those of another view or comparison.
    pub(super) fn decide_on_rest(&mut self) {
        let next = self.subject().filter(|_| self.rest.awaited && !self.detail_has_focus());
        let moved = next != self.rest.next && self.detail.was_left(next, self.view);
        self.rest.next = next.filter(|_| moved);
    }

    /// There is no detail that could wait.
    pub(super) fn await_nothing(&mut self) {
        self.rest.next = None;
    }
}
