//! The first form: every jurisdiction by every other, deeper where they agree more, and the tree beside.

use ratatui::layout::{Position, Rect};

use super::tree;
use crate::analysis::PairArea;
use crate::report::words::{self, NO_VALUE};
use crate::scorecard::{Column, Level};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::view::layout::Layout;
use crate::tui::view::table;
use crate::tui::widget::page::Writer;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::spots::TableColumn;

/// The columns a cell takes at least: a blank, two digits and a mark.
const CELL: u16 = 4;
/// The columns of a camp's letter, with the blank after it.
const CAMP: u16 = 2;
/// The columns the tree takes at least and at most, with the blank before it.
const TREE: (u16, u16) = (12, 32);
/// The columns of the marker for jurisdictions that do not fit.
const MORE: u16 = 1;

/// Where everything stands in the table.
#[derive(Clone, Copy, Debug)]
struct Widths {
    /// The code and the letter of its camp.
    name: u16,
    cell: u16,
    /// How many jurisdictions fit.
    shown: usize,
    tree: u16,
}

impl Widths {
    fn of(model: &Model, room: u16) -> Self {
        let (name, cell, all) = parts(model);
        let fixed = table::INDENT + name;
        let left = room.saturating_sub(fixed);
        let wanted = cell.saturating_mul(all as u16);
        if wanted + TREE.0 <= left {
            return Self { name, cell, shown: all, tree: (left - wanted).min(TREE.1) };
        }
        let tree = if left >= TREE.0 + 6 * cell { TREE.0 } else { 0 };
        let shown = if wanted <= left { all } else { usize::from((left - tree).saturating_sub(MORE) / cell) };
        Self { name, cell, shown: shown.clamp(1, all.max(1)), tree: if wanted <= left { 0 } else { tree } }
    }
}

/// The columns of a name and of a cell, and how many jurisdictions there are.
fn parts(model: &Model) -> (u16, u16, usize) {
    let order = model.sheets.blocs.order();
    let code = |column: &Column| model.board.jurisdiction(*column).code.as_str().len() as u16;
    let longest = order.iter().map(code).max().unwrap_or(0);
    (longest.max(2) + 1 + CAMP, (longest + 1).max(CELL), order.len())
}

/// The columns the table wants before the detail may stand beside it.
pub(super) fn natural_width(model: &Model) -> u16 {
    let (name, cell, all) = parts(model);
    (table::INDENT + name + TREE.0).saturating_add(cell.saturating_mul(all as u16))
}

/// How many jurisdictions fit beside each other into the view.
pub(in crate::tui) fn columns_that_fit(model: &Model, layout: &Layout) -> usize {
    Widths::of(model, layout.table.width).shown
}

/// Draws the matrix and the tree.
pub(super) fn draw(pen: &mut Pen<'_>, model: &Model, layout: &Layout) -> Option<Position> {
    let (area, blocs) = (layout.table, &model.sheets.blocs);
    let widths = Widths::of(model, area.width);
    headings(pen, model, area, widths);
    let mut cursor = None;
    let camps = camp_letters(model);
    for (at, (row, thing)) in blocs.table.rows.visible(usize::from(layout.rows())).enumerate() {
        let (y, this) = (area.y + 1 + at as u16, Column(thing as u16));
        let here = row == blocs.table.rows.row();
        table::note_row(pen, area, y, row);
        let style = table::row(pen, model, area, y, here);
        pen.text(
            area.x + table::INDENT,
            y,
            widths.name - CAMP - 1,
            model.board.jurisdiction(this).code.as_str(),
            table::name(pen, model, row, style, here),
        );
        if let Some(letter) = camps.get(this.index()).copied().flatten() {
            let style = table::over(pen, style, Role::Muted, here);
            pen.text(area.x + table::INDENT + widths.name - CAMP, y, 1, &letter.to_string(), style);
        }
        for (place, &column) in blocs.order().iter().enumerate().skip(blocs.first).take(widths.shown) {
            let on_cursor = here && blocs.table.column == place + 1;
            let x = cell_x(area, widths, place - blocs.first);
            let pair = blocs.pairs().and_then(|pairs| pairs.get(this, column));
            cell(pen, model, (x, y, widths.cell), (this == column, pair.as_ref()), on_cursor);
            if on_cursor {
                cursor = Some(Position::new(x, y));
            }
        }
        if here && cursor.is_none() {
            cursor = Some(table::cursor_of(area, y));
        }
    }
    if widths.tree > 0 {
        let x = cell_x(area, widths, widths.shown) + 1;
        let room = Rect { x, y: area.y + 1, width: widths.tree - 1, height: layout.rows() };
        tree::draw(pen, model, room);
    }
    legend(pen, model, layout);
    table::foot(pen, model, area);
    cursor
}

/// What the cells, the marks and the letters say, where the rows leave room for it.
fn legend(pen: &mut Pen<'_>, model: &Model, layout: &Layout) {
    let (area, rows) = (layout.table, model.sheets.blocs.table.rows.len() as u16);
    let Some(pairs) = model.sheets.blocs.pairs() else { return };
    let room = Rect {
        x: area.x + table::INDENT,
        y: area.y + rows + 2,
        width: area.width.saturating_sub(table::INDENT + 1),
        height: layout.rows().saturating_sub(rows + 2),
    };
    let structure = pairs.structure();
    let mut page = Writer::new(room.width);
    page.paragraph(Role::Text, &words::camps_sentence(&model.board, structure));
    page.paragraph(Role::Text, &words::missing_sentence(&model.board, structure));
    page.gap();
    page.paragraph(Role::Muted, &format!("Cells: alignment in percent. {}", words::YARDSTICK));
    page.paragraph(Role::Muted, &format!("{} {}.", words::absence(model.glyphs), words::ABSENCE_NOTE));
    page.paragraph(Role::Muted, &words::tree_sentence(structure));
    page.finish().draw(pen, &[room, Rect::default()], 0);
}

fn cell_x(area: Rect, widths: Widths, place: usize) -> u16 {
    area.x + table::INDENT + widths.name + widths.cell * place as u16
}

fn headings(pen: &mut Pen<'_>, model: &Model, area: Rect, widths: Widths) {
    let blocs = &model.sheets.blocs;
    let here = blocs.table.column == 0;
    let name = (area.x + table::INDENT, area.y);
    table::heading(pen, name, widths.name, "", here, blocs.table.sorted_by(0), false);
    table::note(pen, area, (name.0, widths.name), TableColumn::Sheet(0));
    let shown = blocs.order().iter().enumerate().skip(blocs.first).take(widths.shown);
    for (place, &column) in shown {
        let x = cell_x(area, widths, place - blocs.first);
        let (here, sorted) = (blocs.table.column == place + 1, blocs.table.sorted_by(place + 1));
        let code = model.board.jurisdiction(column).code;
        table::heading(pen, (x + 1, area.y), widths.cell - 1, code.as_str(), here, sorted, false);
        table::note(pen, area, (x, widths.cell), TableColumn::Sheet(place + 1));
    }
    let style = pen.theme.style(Role::Key);
    if blocs.first > 0 {
        pen.text(cell_x(area, widths, 0), area.y, 1, pen.glyphs.more[0], style);
    }
    if blocs.first + widths.shown < blocs.order().len() {
        pen.text(cell_x(area, widths, widths.shown), area.y, 1, pen.glyphs.more[1], style);
    }
    let hidden = model.hidden_columns();
    if hidden > 0 && widths.tree > 0 {
        let text = format!("{hidden} hidden");
        pen.right(area.x, area.y, area.width - 1, &text, pen.theme.style(Role::Notice));
    }
}

/// The letter of each column's camp, where camps are clear.
fn camp_letters(model: &Model) -> Vec<Option<char>> {
    let mut letters = vec![None; model.board.jurisdictions.len()];
    let Some(structure) = model.sheets.blocs.pairs().map(crate::analysis::Pairs::structure) else {
        return letters;
    };
    let camps = structure.camps().filter(|camps| camps.are_clear());
    for (letter, part) in ('a'..).zip(camps.iter().flat_map(|camps| &camps.parts)) {
        for &thing in part {
            letters[structure.columns()[thing].index()] = Some(letter);
        }
    }
    letters
}

/// A cell as deep in hue as the two agree, with the percent and a mark where that is mostly absence.
fn cell(
    pen: &mut Pen<'_>,
    model: &Model,
    (x, y, width): (u16, u16, u16),
    (itself, pair): (bool, Option<&PairArea>),
    on_cursor: bool,
) {
    let alignment = pair.and_then(|pair| pair.alignment.shown());
    let role = match alignment {
        Some(alignment) => depth(alignment),
        None if itself || pair.is_none() => Role::Muted,
        None => Role::LevelUnknown,
    };
    let mut style = pen.theme.style(role);
    if on_cursor {
        style = style.patch(pen.theme.style(Role::Cursor));
    }
    let mark =
        pair.filter(|pair| pair.counts.agree_in_absence()).map_or(" ", |_| words::absence(model.glyphs));
    let text = match alignment {
        Some(alignment) => format!("{}{mark}", words::share(alignment).trim_end_matches(" %")),
        None if itself => format!("{} ", pen.glyphs.dot),
        None if pair.is_none() => " ".to_owned(),
        None => format!("{NO_VALUE} "),
    };
    pen.repeat(x, y, width, " ", style);
    pen.right(x, y, width, &text, style);
}

/// How deep an agreement is drawn: rows of random levels agree to about 60 percent, so what lies below 40 is all one.
fn depth(alignment: f64) -> Role {
    const LOWEST: f64 = 0.4;
    let step = ((alignment - LOWEST) / (1.0 - LOWEST) * f64::from(Level::HIGHEST)).round();
    let level = Level::all().nth(step.clamp(0.0, f64::from(Level::HIGHEST)) as usize);
    level.map_or(Role::Text, Role::level)
}
