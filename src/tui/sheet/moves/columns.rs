use crate::analysis::{Decider, RankedMove};
use crate::filter::OrderColumn;
use crate::report::moves::upcoming;
use crate::tui::model::{Model, MovesForm, SortKey};

/// A column of the view Moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MoveColumn {
    /// The place in the list, or the number in a sequence.
    Rank,
    /// Whose own level it is.
    Who,
    /// The measure.
    Measure,
    /// From one level to another.
    Step,
    /// Pairs that come closer.
    Closer,
    /// Pairs that go further apart.
    Further,
    /// What it gives.
    Points,
    /// What the moves up to here give together.
    Total,
    /// Who decides.
    Decides,
    /// The next dated step of that position.
    Next,
    /// The rubric sentence of the level it leads to.
    To,
}

impl MoveColumn {
    const ALL: [Self; 11] = [
        Self::Rank,
        Self::Who,
        Self::Measure,
        Self::Step,
        Self::Closer,
        Self::Further,
        Self::Points,
        Self::Total,
        Self::Decides,
        Self::Next,
        Self::To,
    ];

    /// The columns of the form on screen, from left to right, whether there is room for them or not.
    pub(super) fn shown(model: &Model) -> impl Iterator<Item = Self> {
        let is_sequence = model.sheets.moves.form == MovesForm::Sequence;
        Self::ALL.into_iter().filter(move |&column| column != Self::Total || is_sequence)
    }

    /// What stands over it.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Rank => "#",
            Self::Who => "who",
            Self::Measure => "measure",
            Self::Step => "step",
            Self::Closer => "closer",
            Self::Further => "further",
            Self::Points => "points",
            Self::Total => "total",
            Self::Decides => "decides",
            Self::Next => "next step",
            Self::To => "would be",
        }
    }

    /// Whether it stands against the right end of its room.
    pub(super) fn is_figure(self) -> bool {
        matches!(self, Self::Rank | Self::Closer | Self::Further | Self::Points | Self::Total)
    }

    /// The word for ordering by it.
    pub(super) fn order(self) -> Option<OrderColumn> {
        Some(match self {
            Self::Rank => OrderColumn::Rank,
            Self::Who => OrderColumn::Who,
            Self::Measure => OrderColumn::Measure,
            Self::Step => OrderColumn::Level,
            Self::Closer => OrderColumn::Closer,
            Self::Further => OrderColumn::Further,
            Self::Decides => OrderColumn::Decides,
            Self::Next => OrderColumn::Next,
            // In the order of the list itself.
            Self::Points | Self::Total | Self::To => return None,
        })
    }

    /// What a row is sorted by in it.
    pub(super) fn key(self, model: &Model, row: u32, ranked: &RankedMove) -> SortKey {
        let (board, step) = (&model.board, &ranked.step);
        match self {
            Self::Rank | Self::Points | Self::Total | Self::To => SortKey::first(i64::from(row)),
            Self::Who => SortKey::first(i64::from(step.column.0)),
            Self::Measure => SortKey::text(board.measure(step.measure).short_title()),
            Self::Step => SortKey::first(i64::from(step.from.number())),
            Self::Closer => SortKey::most(i64::from(step.closer)),
            Self::Further => SortKey::most(i64::from(step.further)),
            Self::Decides => {
                let kind = Decider::of(board, step.column) as i64;
                SortKey::first(4 * kind + board.measure(step.measure).competence as i64)
            }
            Self::Next => upcoming(board, step.measure, step.column, model.today)
                .map_or(SortKey::Nothing, |next| SortKey::first(next.date.day_number())),
        }
    }
}
