use super::SheetTable;
use crate::analysis::{Counts, Gap, Lens, Profile, SideBySide};
use crate::filter::Scope;
use crate::scorecard::{Board, Code, Column, MeasureIndex, Touched};
use crate::tui::model::{Model, Renumbering, View};
use crate::tui::sheet::Gathered;

/// What the view Compare shows: any two side by side.
#[derive(Clone, Debug, Default)]
pub struct Compare {
    /// Its table.
    pub table: SheetTable,
    /// The two that were chosen; the poles where nobody chose.
    chosen: Option<[Seen; 2]>,
    /// The figures of the two, gathered with the rows.
    beside: Option<SideBySide>,
    /// The gaps that are shown, in numbers.
    shown: Counts,
}

/// One of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Who.
    pub column: Column,
    /// The lens of its own; where it has none, that of the whole program.
    pub lens: Option<Lens>,
}

impl Seen {
    /// Through the lens of the whole program.
    pub fn plainly(column: Column) -> Self {
        Self { column, lens: None }
    }
}

impl Compare {
    /// The figures of the two, where the view has been on screen since the last change of the board.
    pub fn beside(&self) -> Option<&SideBySide> {
        self.beside.as_ref()
    }

    /// The gaps that are shown, in numbers.
    pub fn shown(&self) -> &Counts {
        &self.shown
    }

    /// The gap between the two on a measure.
    pub fn gap(&self, measure: MeasureIndex) -> Option<&Gap> {
        self.beside.as_ref().map(|beside| beside.gap_list().of(measure))
    }

    /// Has the figures computed anew: the comparison is another.
    pub(in crate::tui::model) fn forget(&mut self) {
        self.beside = None;
    }

    /// Follows a board on which other things are supposed. Weights change all of it.
    pub(in crate::tui::model) fn follow(&mut self, board: &Board, touched: &Touched) {
        match &mut self.beside {
            Some(beside) if !touched.everything => beside.follow(board, &touched.measures),
            _ => self.forget(),
        }
    }

    fn renumber(&mut self, numbers: &Renumbering) -> bool {
        self.beside = None;
        let renumbered = |seen: Seen| Some(Seen { column: numbers.column(seen.column)?, ..seen });
        self.chosen = self.chosen.and_then(|[first, second]| Some([renumbered(first)?, renumbered(second)?]));
        self.table.rows.renumber(|measure| Some(numbers.measure(MeasureIndex(measure))?.0))
    }
}

impl Model {
    /// The two that are compared.
    pub fn compared(&self) -> [Seen; 2] {
        self.sheets.compare.chosen.unwrap_or_else(|| self.figures.comparison().poles.map(Seen::plainly))
    }

    /// The two with the lenses they are looked at through.
    pub fn profiles(&self) -> [Profile; 2] {
        let lens = self.figures.comparison().lens;
        self.compared().map(|seen| Profile { column: seen.column, lens: seen.lens.unwrap_or(lens) })
    }

    /// One of the two as it is typed: a code, and behind an `@` the lens of its own.
    pub fn written(&self, side: Seen) -> String {
        let code = self.board.jurisdiction(side.column).code;
        let lens = side.lens.map(|lens| format!("@{}", lens.word().replace(' ', "-")));
        format!("{code}{}", lens.unwrap_or_default())
    }

    /// One of the two from how it is typed; nothing where the board has no such jurisdiction or there is no such lens.
    pub fn side(&self, typed: &str) -> Option<Seen> {
        let (code, lens) = typed.split_once('@').map_or((typed, None), |(code, lens)| (code, Some(lens)));
        let column = self.board.column(Code::parse(&code.to_ascii_uppercase())?)?;
        match lens {
            None => Some(Seen::plainly(column)),
            Some(lens) => Some(Seen { column, lens: Some(Lens::parse(lens)?) }),
        }
    }

    /// The two that were chosen, where they are not the poles.
    pub(in crate::tui::model) fn chosen_sides(&self) -> Option<[Seen; 2]> {
        self.sheets.compare.chosen
    }

    /// Compares the poles again, or two that a view names.
    pub(in crate::tui::model) fn take_sides(&mut self, sides: Option<[Seen; 2]>) {
        self.compare_two(sides.unwrap_or_else(|| self.figures.comparison().poles.map(Seen::plainly)));
    }

    /// Compares two others. The poles again, the view follows them.
    pub fn compare_two(&mut self, two: [Seen; 2]) {
        let are_poles = two == self.figures.comparison().poles.map(Seen::plainly);
        self.sheets.compare.chosen = (!are_poles).then_some(two);
        self.forget_details();
        self.regather(View::Compare);
    }

    /// Opens two jurisdictions side by side.
    pub fn open_pair(&mut self, first: Column, second: Column) {
        self.compare_two([first, second].map(Seen::plainly));
        self.jump_to_view(View::Compare);
    }

    /// Gathers the measures that the filter leaves: what it asks of gaps, it asks of the gaps between the two.
    pub(in crate::tui) fn gather_compared(&mut self) -> Gathered {
        let profiles = self.profiles();
        let known = self.sheets.compare.beside.take().filter(|beside| beside.profiles() == profiles);
        let beside = known.unwrap_or_else(|| self.figures.side_by_side(&self.board, profiles));
        let filter = self.filtering.filter();
        let matcher = filter.on_gaps(&self.board, &self.figures, beside.gap_list(), self.today);
        let measures = beside.by_finding().into_iter().map(|gap| gap.measure);
        let rows = measures.filter(|&measure| filter.is_empty() || matcher.accepts(measure, Scope::Poles));
        let rows: Vec<u32> = rows.map(|measure| measure.0).collect();
        self.sheets.compare.shown = beside.gap_list().counts_of(rows.iter().copied().map(MeasureIndex));
        self.sheets.compare.beside = Some(beside);
        Gathered { rows, of: self.board.measures.len() }
    }

    /// Takes the view over to another board; tells whether the measure of its cursor is still there.
    pub(in crate::tui) fn renumber_compared(&mut self, numbers: &Renumbering) -> bool {
        self.sheets.compare.renumber(numbers)
    }
}
