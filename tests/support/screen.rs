//! The program on the shipped workspace, without a terminal: keys in, bytes out.

use t12::analysis::Comparison;
use t12::scorecard::PartialDate;
use t12::tui::key::Key;
use t12::tui::model::{Model, Setup};
use t12::tui::terminal::Screen;
use t12::tui::theme::{ColourDepth, Theme};
use t12::tui::view::draw_with;
use t12::tui::widget::spots::Spots;
use t12::tui::{Message, update};
use t12::workspace::Workspace;

/// The program as it opens at that many columns and rows, in the theme for dark terminals. Its details follow the
/// cursor when that rests, as in a terminal.
pub(crate) fn program(size: (u16, u16)) -> Program {
    let today = PartialDate::parse("2026-11-21").expect("a date");
    let board = Workspace::embedded(today).board;
    let comparison = Comparison::of(&board);
    let theme = Theme::load("dark", ColourDepth::True).expect("a shipped theme");
    let setup = Setup { embedded: true, ..Setup::new(comparison, theme, today, size) };
    let mut model = Model::new(board, setup);
    model.await_rest();
    Program { model, screen: Screen::new(size.0, size.1) }
}

/// The running program and the screen it draws on.
pub(crate) struct Program {
    model: Model,
    screen: Screen,
}

impl Program {
    /// Presses keys of the key grammar, separated by blanks.
    pub(crate) fn press(&mut self, keys: &str) {
        for token in keys.split_whitespace() {
            update(&mut self.model, Message::Key(Key::parse(token).expect("a key")));
        }
    }

    /// Lets the cursor rest.
    pub(crate) fn rest(&mut self) {
        update(&mut self.model, Message::Rested);
    }

    /// Draws a frame and gives the number of bytes it costs.
    pub(crate) fn frame(&mut self) -> usize {
        let Self { model, screen } = self;
        screen
            .frame_with_links(|buffer| {
                let mut spots = Spots::default();
                let cursor = draw_with(model, buffer, &mut spots);
                (cursor, spots.into_links())
            })
            .len()
    }

    /// Draws a frame on a terminal of which nothing is known.
    pub(crate) fn whole_frame(&mut self) -> usize {
        self.screen.forget();
        self.frame()
    }
}
