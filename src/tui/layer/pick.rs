use crossterm::event::KeyCode;

use crate::tui::key::Key;
use crate::tui::model::first_visible;

/// The lines half a page moves.
const HALF_PAGE: isize = 8;

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

    /// Chooses another line where the key moves in a list; tells whether it does.
    pub(super) fn moves(&mut self, key: Key, count: usize) -> bool {
        let delta = match key.code {
            KeyCode::Char('d') if key.ctrl => HALF_PAGE,
            KeyCode::Char('u') if key.ctrl => -HALF_PAGE,
            _ if key.ctrl => return false,
            KeyCode::Char('j') | KeyCode::Down => 1,
            KeyCode::Char('k') | KeyCode::Up => -1,
            KeyCode::PageDown => 2 * HALF_PAGE,
            KeyCode::PageUp => -2 * HALF_PAGE,
            KeyCode::Char('g') | KeyCode::Home => isize::MIN,
            KeyCode::Char('G') | KeyCode::End => isize::MAX,
            _ => return false,
        };
        self.go(delta, count);
        true
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
