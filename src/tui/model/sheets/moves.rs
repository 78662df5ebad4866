use super::SheetTable;
use crate::analysis::{Move, Objective, RankedMove, Wanted};
use crate::scorecard::{Answer, Column, Level, MeasureIndex};
use crate::tui::model::{Model, Renumbering};
use crate::tui::sheet::Gathered;

/// The most moves that are listed: the first of them. Nobody walks further, and a board may have a million.
const MOST: usize = 1000;

/// How many moves a sequence has.
const SEQUENCE: usize = 24;

/// What the view Moves shows: what would bring the group closer.
#[derive(Clone, Debug, Default)]
pub struct Moves {
    /// Its table.
    pub table: SheetTable,
    /// Which of its forms is on screen.
    pub form: MovesForm,
    /// What the moves are to raise.
    pub objective: Objective,
    /// Whether moves that lower a level are listed too.
    pub lowering: bool,
    listed: Vec<RankedMove>,
    /// What all moves up to each give together.
    totals: Vec<f64>,
    found: usize,
    value: Option<f64>,
}

/// The forms of the view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MovesForm {
    /// Every single step that gives something, most first.
    #[default]
    List,
    /// A sequence of single steps, each the one that gives most after those before it.
    Sequence,
}

impl Moves {
    /// The move of a row.
    pub fn of_row(&self, row: u32) -> Option<&RankedMove> {
        self.listed.get(row as usize)
    }

    /// What the moves up to a row give together, in a sequence.
    pub fn total(&self, row: u32) -> Option<f64> {
        self.totals.get(row as usize).copied().filter(|_| self.form == MovesForm::Sequence)
    }

    /// The move the cursor stands on.
    pub fn current(&self) -> Option<&RankedMove> {
        self.of_row(self.table.rows.cursor()?)
    }

    /// The move of a column on a measure to a level, where it is listed.
    pub fn find(&self, measure: MeasureIndex, column: Column, to: Level) -> Option<(u32, &RankedMove)> {
        let is_it = |ranked: &&RankedMove| is(&ranked.step, measure, column, to);
        let place = self.listed.iter().position(|ranked| is_it(&ranked))?;
        Some((place as u32, &self.listed[place]))
    }

    /// The moves that are listed.
    pub(super) fn steps(&self) -> Vec<Move> {
        self.listed.iter().map(|ranked| ranked.step).collect()
    }

    /// How many moves there are, with those that are not listed.
    pub fn found(&self) -> usize {
        self.found
    }

    /// What is to be raised, as it is now.
    pub fn value(&self) -> Option<f64> {
        self.value
    }

    /// Lists other moves; the cursor stays on its move, where it is still there.
    fn list(&mut self, listed: Vec<RankedMove>) {
        let before = std::mem::replace(&mut self.listed, listed);
        let now = &self.listed;
        self.table.rows.renumber(|row| {
            let Move { measure, column, to, .. } = before.get(row as usize)?.step;
            let place = now.iter().position(|ranked| is(&ranked.step, measure, column, to))?;
            Some(place as u32)
        });
        self.totals = now
            .iter()
            .scan(0.0, |total, ranked| {
                *total += ranked.step.gain;
                Some(*total)
            })
            .collect();
    }

    /// Goes over to another board; tells whether the move the cursor stands on is still there.
    pub(in crate::tui) fn renumber(&mut self, numbers: &Renumbering) -> bool {
        let renumbered = |ranked: &RankedMove| {
            let measure = numbers.measure(ranked.step.measure)?;
            let column = numbers.column(ranked.step.column)?;
            Some(RankedMove { step: Move { measure, column, ..ranked.step }, ..*ranked })
        };
        let moved: Vec<Option<RankedMove>> = self.listed.iter().map(renumbered).collect();
        let mut places = moved.iter().scan(0, |next, ranked| {
            let place = ranked.is_some().then_some(*next);
            *next += u32::from(ranked.is_some());
            Some(place)
        });
        let places: Vec<Option<u32>> = places.by_ref().collect();
        let stays = self.table.rows.renumber(|row| places.get(row as usize).copied().flatten());
        self.listed = moved.into_iter().flatten().collect();
        self.objective = match self.objective {
            Objective::Group => Objective::Group,
            Objective::Pair(pair) => match pair.map(|column| numbers.column(column)) {
                [Some(first), Some(second)] => Objective::Pair([first, second]),
                _ => Objective::Group,
            },
            Objective::Mean(column) => numbers.column(column).map_or(Objective::Group, Objective::Mean),
        };
        stays
    }
}

fn is(step: &Move, measure: MeasureIndex, column: Column, to: Level) -> bool {
    (step.measure, step.column, step.to) == (measure, column, to)
}

impl Model {
    /// Looks for the moves that the view lists, under the comparison and the filter there are now.
    pub(in crate::tui) fn gather_moves(&mut self) -> Gathered {
        let Self { board, figures, filtering, sheets, today, .. } = self;
        let view = &mut sheets.moves;
        let search = figures.moves(view.objective);
        let matcher = filtering.filter().on(board, figures, *today);
        let is_filtered = !filtering.filter().is_empty();
        let wanted = Wanted {
            lowering: view.lowering,
            most: Some(MOST),
            measure: &|measure| !is_filtered || matcher.accepts_measure(measure),
            mover: &|measure, column| !is_filtered || matcher.accepts_position(measure, column),
            ..Wanted::RAISING
        };
        let (listed, found, of) = match view.form {
            MovesForm::List => {
                let list = search.list(&wanted);
                let all = Wanted { lowering: view.lowering, most: Some(0), ..Wanted::RAISING };
                let of = if is_filtered { search.list(&all).found } else { list.found };
                (list.moves, list.found, of)
            }
            MovesForm::Sequence => {
                let steps = search.greedy(&wanted, SEQUENCE);
                let number = |(step, rank)| RankedMove { rank, tied: false, step };
                let moves: Vec<RankedMove> = steps.into_iter().zip(1..).map(number).collect();
                let found = moves.len();
                (moves, found, found)
            }
        };
        view.found = found;
        view.value = search.value();
        view.list(listed);
        Gathered { rows: (0..view.listed.len() as u32).collect(), of }
    }

    /// Supposes the move the cursor stands on; in a sequence those before it too.
    pub fn suppose_move(&mut self) {
        let moves = &self.sheets.moves;
        let (Some(row), Some(ranked)) = (moves.table.rows.cursor(), moves.current()) else { return };
        let Move { measure, column, to, .. } = ranked.step;
        if moves.form == MovesForm::List || row == 0 {
            self.suppose_level((measure, column), Answer::Known(to));
            return;
        }
        let mut wanted = self.board.supposed().clone();
        for RankedMove { step, .. } in moves.listed.iter().take(row as usize + 1) {
            wanted.levels.insert((step.measure, step.column), Answer::Known(step.to));
        }
        self.suppose(format!("the first {} moves of the sequence", row + 1), wanted);
    }

    /// Sets what the view Moves lists, and lists it.
    pub(in crate::tui) fn set_moves(&mut self, change: impl FnOnce(&mut Moves)) {
        change(&mut self.sheets.moves);
        // Not rows alone are made of the setting, but whether their order is robust too.
        self.sheets.outdate();
        self.gather(super::View::Moves);
        self.detail.forget();
    }
}
