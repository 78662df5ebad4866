use crate::tui::model::first_visible;

/// Which line of a list is chosen.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pick {
    at: usize,
}

impl Pick {
    /// That line chosen, counted from 0.
    pub(super) fn on(at: usize) -> Self {
        Self { at }
    }

    /// The chosen line of that many.
    pub(super) fn at(self, count: usize) -> usize {
        self.at.min(count.saturating_sub(1))
    }

    /// Chooses another line, stopping at both ends.
    pub(super) fn go(&mut self, delta: isize, count: usize) {
        self.at = self.at(count).saturating_add_signed(delta).min(count.saturating_sub(1));
    }

    /// Chooses the first line.
    pub(super) fn reset(&mut self) {
        self.at = 0;
    }

    /// The first visible line of a window with the chosen one in it.
    pub(super) fn first(self, count: usize, height: usize) -> usize {
        let at = self.at(count);
        first_visible(at.saturating_sub(height / 2), at, count, height)
    }
}
