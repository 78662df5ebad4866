use crate::analysis::{Figures, Side, Units};
use crate::scorecard::{Board, Column, MeasureIndex, PartialDate};

use super::words::{self, Glyphs};

/// What a twin rests on.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// The board; [`Board::public`] where private fields are not to be shown.
    pub board: &'a Board,
    /// The figures computed from that board.
    pub figures: &'a Figures,
    /// The day that counts as today.
    pub today: PartialDate,
    /// The characters for marks.
    pub glyphs: Glyphs,
}

impl<'a> Basis<'a> {
    /// A jurisdiction's code.
    pub(super) fn code(&self, column: Column) -> &'a str {
        self.board.jurisdiction(column).code.as_str()
    }

    /// The codes of the poles.
    pub(super) fn poles(&self) -> [&'a str; 2] {
        self.figures.comparison().poles.map(|column| self.code(column))
    }

    /// The poles first, then the other columns in order.
    pub(super) fn poles_first(&self) -> Vec<Column> {
        let poles = self.figures.comparison().poles;
        let others = self.board.columns().filter(|column| !poles.contains(column));
        poles.into_iter().chain(others).collect()
    }

    /// The standing comparison in one line: `EU and US · group T-12 · as recorded · authored weights · today 2026-11-21`.
    /// Who counts once is said where it is otherwise than usual, and what is supposed where anything is.
    pub(super) fn standing(&self) -> String {
        let comparison = self.figures.comparison();
        let [first, second] = self.poles();
        let group = words::group(self.board, &comparison.group);
        let (lens, weights) = (words::lens(comparison.lens), words::weights(&comparison.weights));
        let units = match comparison.units {
            Units::Decision => String::new(),
            units @ Units::Members => format!(" · {}", words::units(units)),
        };
        let supposed = match self.board.supposed().len() {
            0 => String::new(),
            what_ifs => format!(" · what-if: {what_ifs}"),
        };
        format!(
            "{first} and {second} · group {group}{units} · {lens} · {weights} weights{supposed} · today {}",
            self.today
        )
    }

    /// Where a side of a comparison stands on a measure, marked where a level behind it is supposed: `3`, `2–4◇`.
    pub(super) fn reach(&self, measure: MeasureIndex, column: Column, side: &Side) -> String {
        let mark = words::what_if(self.supposes(measure, column, side), self.glyphs);
        format!("{}{mark}", words::reach(side.reach))
    }

    /// Whether a level behind a side of a comparison is supposed: its own, or one of the members that decide.
    pub(super) fn supposes(&self, measure: MeasureIndex, column: Column, side: &Side) -> bool {
        let is_supposed = |column| self.board.cell(measure, column).supposed;
        if side.members_decide { self.board.members(column).any(is_supposed) } else { is_supposed(column) }
    }

    /// What the mark of a supposed level says; empty where none is supposed.
    pub(super) fn what_if_note(&self) -> String {
        words::what_if_note(self.board, self.glyphs)
    }

    /// The earliest step of a pole on a measure that is still to come, in words; empty where there is none.
    pub(super) fn next_step(&self, measure: MeasureIndex) -> String {
        self.figures
            .upcoming(self.board, measure, self.today)
            .and_then(|upcoming| {
                let position = self.board.position(self.board.cell(measure, upcoming.column))?;
                let code = self.board.jurisdiction(upcoming.column).code;
                let what = self.board.text(position.next.get(upcoming.step)?.what);
                Some(words::next_step(upcoming.date, code, &what))
            })
            .unwrap_or_default()
    }
}
