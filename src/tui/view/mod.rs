//! One file for each view, and the frame around them. A view draws what is visible and computes no figure.

mod agreement;
mod banner;
mod board;
pub mod evidence;
mod frame;
mod gaps;
pub mod layout;
mod matrix;
mod standing;
pub(in crate::tui) mod table;
mod tabs;
mod typing;
mod which_key;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::layer;
use super::model::{BoardForm, Model, View};
use super::presentation;
use super::theme::Role;
use super::widget::canvas::Canvas;
use super::widget::pen::Pen;
use super::widget::spots::Spots;
use layout::{Layout, SMALLEST};
use tabs::Tabs;

/// Draws the whole screen and tells where the cursor of the terminal belongs: on the selected item, where screen
/// readers and magnifiers look for it, or in the line being typed.
pub fn draw(model: &Model, buffer: &mut Buffer) -> Option<Position> {
    let mut canvas = Canvas::new(buffer.area.width, buffer.area.height);
    let cursor = draw_with(model, &mut canvas, &mut Spots::default());
    *buffer = canvas.to_buffer();
    cursor
}

/// As [`draw`] on a canvas, and takes note of what is where.
pub fn draw_with(model: &Model, canvas: &mut Canvas, spots: &mut Spots) -> Option<Position> {
    let mut pen = Pen { canvas, theme: model.theme_on_screen(), glyphs: model.glyph_set(), spots };
    let screen = pen.canvas.area();
    pen.clear(screen, pen.theme.style(Role::Canvas));
    if Layout::too_small(screen.as_size()) {
        let text = format!("t12 needs {} by {}: make the window larger", SMALLEST.width, SMALLEST.height);
        pen.say(0, 0, screen.width, &text, Role::Text);
        return None;
    }
    if let Some(presentation) = &model.presentation {
        presentation::draw(&mut pen, model, presentation);
        return None;
    }
    let layout = model.layout();
    let tabs = Tabs::of(model, layout.tabs.width);
    frame::draw(&mut pen, model, &tabs, &layout);
    let mut cursor = None;
    if layout.table.height > 0 {
        cursor = match (model.view, model.board_form) {
            (View::Board, BoardForm::Sides) => board::draw(&mut pen, model, &layout),
            (View::Board, BoardForm::Agreement) => agreement::draw(&mut pen, model, &layout),
            (View::Matrix, _) => matrix::draw(&mut pen, model, &layout),
            (View::Gaps, _) => gaps::draw(&mut pen, model, &layout),
            (view, _) => view.sheet().and_then(|sheet| (sheet.draw)(&mut pen, model, &layout)),
        };
    }
    frame::draw_details(&mut pen, model, &layout);
    banner::draw(&mut pen, model, &layout);
    typing::draw_offers(&mut pen, model, &layout);
    let typing = frame::draw_status(&mut pen, model, &tabs, &layout);
    if !model.pending.is_empty() {
        which_key::draw(&mut pen, model, &layout, cursor);
    }
    let over = model.layers.last().map(|top| layer::draw(&mut pen, top, model, &layout));
    over.or(typing).or(cursor)
}
